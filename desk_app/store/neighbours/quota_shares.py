"""This desk's shares of its offers' quotas. Every change is one transaction, and logged."""

import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import reduce
from operator import add
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from desk_app.store.connection.changes import Subject, note_change
from desk_app.store.connection.database import Database
from desk_app.store.schema.neighbour_tables import quota_shares
from desk_app.store.schema.tables import operations, visits, voids
from sync.lan.news import TicketsAsked
from sync.lan.shares import QuotaShare, spare
from sync.ports import OperationState
from sync.rules.tickets import KINDS

_HELD_FOR = 1.0
"""Seconds for which what is left is not counted anew: it is told to others, and decides nothing."""
_WAITED_FOR = 20.0
"""Seconds for which somebody at the counter is thought to wait."""
_COUNTED: sa.ColumnElement[int] = reduce(
    add, (visits.c[kind.name] for kind in KINDS if kind.counted)
)
_GIVEN = (  # what this desk handed out, and did not take back; refused ones were handed out too
    sa.select(visits.c.offer_id, sa.func.coalesce(sa.func.sum(_COUNTED), 0).label("given"))
    .join(operations, operations.c.id == visits.c.id)
    .outerjoin(voids, voids.c.visit_id == visits.c.id)
    .where(
        operations.c.carried_from.is_(None),
        operations.c.state != OperationState.WITHDRAWN,
        voids.c.id.is_(None),
    )
    .group_by(visits.c.offer_id)
)


class StoredShares:
    """Implements ``sync.lan.ports.Shares``, and says what this desk may still hand out."""

    def __init__(self, database: Database, steady: Callable[[], float] = time.monotonic) -> None:
        self._database = database
        self._steady = steady
        self._left: tuple[float, Mapping[UUID, int]] | None = None
        self._needed: dict[UUID, tuple[float, int]] = {}

    def left(self) -> Mapping[UUID, int]:
        """The tickets left of each share, as counted a second ago at most."""
        now = self._steady()
        if self._left is None or now - self._left[0] >= _HELD_FOR:
            with self._database.read() as connection:
                found = read_shares(connection)
                given = given_tickets(connection, found)
            left = {offer: share.left(given.get(offer, 0)) for offer, share in found.items()}
            self._left = (now, left)
        return self._left[1]

    def need(self, offer_id: UUID, tickets: int) -> None:
        """Somebody at the counter waits for so many tickets."""
        self._needed[offer_id] = (self._steady(), tickets)

    def needed(self) -> Mapping[UUID, int]:
        """The tickets that somebody waits for, beyond those left."""
        now, left = self._steady(), self.left()
        return {
            offer: tickets - max(0, left.get(offer, 0))
            for offer, (since, tickets) in [*self._needed.items()]
            if now - since < _WAITED_FOR and tickets > left.get(offer, 0)
        }

    def give(self, to: UUID, asked: TicketsAsked) -> int:
        """Move tickets to another desk; how many were ever moved to it."""
        with self._database.write() as connection:
            share = read_shares(connection, asked.offer_id).get(asked.offer_id)
            if share is None:
                return 0
            given = given_tickets(connection, [asked.offer_id]).get(asked.offer_id, 0)
            after = share.move(
                to=to,
                wanted=asked.wanted,
                received=asked.received,
                spare=spare(share.left(given), asked.needed),
            )
            if after != share:
                write_share(connection, asked.offer_id, after)
        self._left = None
        return after.moved_out.get(to, 0)

    def moved(self, to: UUID) -> Mapping[UUID, int]:
        """The tickets that were ever moved to another desk, by offer."""
        with self._database.read() as connection:
            found = read_shares(connection)
        return {
            offer: share.moved_out[to] for offer, share in found.items() if to in share.moved_out
        }

    def received(self, of: UUID, offer_id: UUID) -> int:
        """The tickets that another desk has ever moved here."""
        with self._database.read() as connection:
            share = read_shares(connection, offer_id).get(offer_id)
        return 0 if share is None else share.moved_in.get(of, 0)

    def receive(self, of: UUID, offer_id: UUID, moved: int) -> None:
        """Note how many tickets another desk has ever moved here."""
        if moved <= self.received(of, offer_id):
            return
        with self._database.write() as connection:
            share = read_shares(connection, offer_id).get(offer_id)
            if share is not None:  # one that never asked has no share to put them into
                write_share(connection, offer_id, share.receive(of=of, moved=moved))
        self._left = None

    def turns(self) -> Mapping[UUID, tuple[int, QuotaShare, int]]:
        """By offer: how often the register was asked, the share, and what was handed out."""
        with self._database.read() as connection:
            rows = connection.execute(sa.select(quota_shares)).all()
            given = given_tickets(connection, [row.offer_id for row in rows])
        return {row.offer_id: (row.turn, _share(row), given.get(row.offer_id, 0)) for row in rows}

    def given(self, offer_id: UUID) -> int:
        """The tickets that this desk handed out of an offer."""
        with self._database.read() as connection:
            return given_tickets(connection, [offer_id]).get(offer_id, 0)

    def ask(self, offer_id: UUID, granted: int, turn: int) -> bool:
        """Note that the register is asked for so many in this turn; whether it may be.

        A share that becomes smaller is so from now on: what was handed out or moved meanwhile may
        not lie beyond it.
        """
        with self._database.write() as connection:
            share = read_shares(connection, offer_id).get(offer_id)
            if share is not None and granted < share.granted:
                smaller = replace(share, granted=granted)
                given = given_tickets(connection, [offer_id]).get(offer_id, 0)
                if smaller.left(given) < 0:
                    return False
                write_share(connection, offer_id, smaller, turn)
            elif share is not None:
                write_share(connection, offer_id, share, turn)
        self._left = None
        return True

    def grant(self, offer_id: UUID, granted: int, turn: int) -> None:
        """The register's answer to the latest turn."""
        with self._database.write() as connection:
            share = read_shares(connection, offer_id).get(offer_id, QuotaShare())
            write_share(connection, offer_id, replace(share, granted=granted), turn)
        self._left = None


def read_shares(connection: sa.Connection, offer_id: UUID | None = None) -> dict[UUID, QuotaShare]:
    """The shares by offer, or that of one offer."""
    wanted = sa.select(quota_shares)
    if offer_id is not None:
        wanted = wanted.where(quota_shares.c.offer_id == offer_id)
    return {row.offer_id: _share(row) for row in connection.execute(wanted)}


def given_tickets(connection: sa.Connection, offers: Any) -> dict[UUID, int]:  # noqa: ANN401 - any ids
    """What this desk handed out and did not take back, by offer."""
    found = connection.execute(_GIVEN.where(visits.c.offer_id.in_([*offers])))
    return {row.offer_id: row.given for row in found}


def write_share(
    connection: sa.Connection, offer_id: UUID, share: QuotaShare, turn: int | None = None
) -> None:
    """Write a share within the caller's transaction."""
    values: dict[str, Any] = {
        "granted": share.granted,
        "moved_out": {desk.hex: moved for desk, moved in share.moved_out.items()},
        "moved_in": {desk.hex: moved for desk, moved in share.moved_in.items()},
    }
    changed = values if turn is None else {**values, "turn": turn}
    connection.execute(
        insert(quota_shares)
        .values(offer_id=offer_id, **{"turn": 0, **changed})
        .on_conflict_do_update(index_elements=["offer_id"], set_=changed)
    )
    note_change(connection, Subject.QUOTA_SHARE, offer_id)


def _share(row: sa.Row[Any]) -> QuotaShare:
    return QuotaShare(
        row.granted,
        {UUID(desk): moved for desk, moved in row.moved_out.items()},
        {UUID(desk): moved for desk, moved in row.moved_in.items()},
    )
