"""Stores this desk's enrolments, of which the newest is current."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date
from typing import Any

import sqlalchemy as sa

from desk_app.services.ports import DeskRecord
from desk_app.store.connection.changes import Subject, note_change
from desk_app.store.connection.database import Database
from desk_app.store.register.peers import StoredPeers, forget_peers
from desk_app.store.register.register import forget_cards
from desk_app.store.register.sync_metadata import reset_sync_metadata
from desk_app.store.schema.neighbour_tables import news_cursors, news_runs
from desk_app.store.schema.tables import activity, desks, feeds, offers
from sync.messages import Peer
from sync.rules.policy import Policy, Term
from sync.rules.register_keys import KeyChange
from sync.rules.venues import Venue

_NEWEST = sa.select(desks).order_by(desks.c.seq.desc()).limit(1)


class StoredDesk:
    """Implements the desk's ``DeskPart`` and ``sync.ports.DeskBook``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def record(self) -> DeskRecord | None:
        """The current enrolment."""
        with self._database.read() as connection:
            row = connection.execute(_NEWEST).one_or_none()
        if row is None:
            return None
        return DeskRecord(
            api_url=row.api_url,
            ca_file=row.ca_file,
            desk_id=row.desk_id,
            desk_name=row.desk_name,
            venue=Venue(
                row.venue_id,
                row.venue_name,
                row.venue_area,
                local_only=row.venue_local_only,
            ),
            register_key=row.register_key,
            policy=_policy_from(row.policy),
            enrolled_at=row.enrolled_at,
            refused=row.refused,
            venues=tuple(Venue(**each) for each in row.venues or ()),
            trusted_key=row.trusted_key,
            key_changes=tuple(map(_change_from, row.key_changes or ())),
        )

    def enrol(self, record: DeskRecord) -> None:
        """Make a new enrolment current.

        What was heard of another venue or from another register is forgotten; the journal stays.
        """
        before = self.record()
        with self._database.write() as connection:
            reset_sync_metadata(connection)
            forget_peers(connection)
            if before is not None:
                forget_other_register(
                    connection,
                    register=before.register_key != record.register_key,
                    venue=before.venue.id != record.venue.id,
                )
            written = connection.execute(
                desks.insert().values(
                    api_url=record.api_url,
                    ca_file=record.ca_file,
                    desk_id=record.desk_id,
                    desk_name=record.desk_name,
                    venue_id=record.venue.id,
                    venue_name=record.venue.name,
                    venue_area=record.venue.area,
                    venue_local_only=record.venue.local_only,
                    register_key=record.register_key,
                    policy=_policy_row(record.policy),
                    enrolled_at=record.enrolled_at,
                    refused=record.refused,
                    venues=[asdict(each) for each in record.venues],
                    trusted_key=record.trusted_key,
                    key_changes=_changes_row(record.key_changes),
                )
            )
            note_change(connection, Subject.ENROLMENT, written.lastrowid)

    def update(
        self,
        *,
        venue: Venue,
        policy: Policy,
        venues: Sequence[Venue] = (),
        unread_policy: Collection[str] = (),
    ) -> bool:
        """Save the register's venue and policy; whether the venues are others than before."""
        before = self.record()
        if before is not None:
            policy = replace(
                policy, **{name: getattr(before.policy, name) for name in unread_policy}
            )
        self._set(
            venue_id=venue.id,
            venue_name=venue.name,
            venue_area=venue.area,
            venue_local_only=venue.local_only,
            policy=_policy_row(policy),
            venues=[asdict(each) for each in venues],
        )
        known = set() if before is None else {each.id for each in (before.venue, *before.venues)}
        return known != {each.id for each in (venue, *venues)}

    def peers(self, peers: Sequence[Peer]) -> None:
        """Save the venue's other desks."""
        StoredPeers(self._database).replace(peers)

    def refused(self, code: str) -> None:
        """Note that the register no longer knows this desk, which has no peers from now on."""
        self._set(refused=code)
        self.peers(())

    def keys(self, *, trusted: bytes, changes: Sequence[KeyChange]) -> None:
        """Save the register's trusted key, and the changes that led to it."""
        known = self.record()
        if known is not None and (known.signed_by, known.key_changes) != (trusted, tuple(changes)):
            self._set(trusted_key=trusted, key_changes=_changes_row(changes))

    def _set(self, **values: object) -> None:
        newest = sa.select(sa.func.max(desks.c.seq)).scalar_subquery()
        with self._database.write() as connection:
            connection.execute(desks.update().where(desks.c.seq == newest).values(**values))


def _changes_row(changes: Sequence[KeyChange]) -> list[list[str]]:
    return [[change.before.hex(), change.key.hex(), change.signature] for change in changes]


def _change_from(row: Sequence[str]) -> KeyChange:
    """A change of key; those that an earlier version kept have no signature."""
    before, key, *signature = row
    return KeyChange(bytes.fromhex(before), bytes.fromhex(key), *signature)


def _policy_row(policy: Policy) -> dict[str, Any]:
    terms = [{"starts": f"{term.starts}", "ends": f"{term.ends}"} for term in policy.terms]
    return {**asdict(policy), "terms": terms}


def _policy_from(row: Mapping[str, Any]) -> Policy:
    """A policy out of its column; what came with a later version has its usual value."""
    terms = tuple(
        Term(date.fromisoformat(term["starts"]), date.fromisoformat(term["ends"]))
        for term in row.get("terms", ())
    )
    return Policy(**{**row, "terms": terms})


def forget_other_register(connection: sa.Connection, *, register: bool, venue: bool) -> None:
    """Delete another register's or venue's data, where the enrolment changed to a new one.

    Offers stay as removed ones, so that the journal can name them.
    """
    if register:
        forget_cards(connection)
    if not register and not venue:
        return
    connection.execute(feeds.delete())
    connection.execute(activity.delete())
    for progress in (news_runs, news_cursors):  # neighbours tell each other all anew
        connection.execute(progress.delete())
    connection.execute(offers.update().where(~offers.c.own).values(removed=True))
