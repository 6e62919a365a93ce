"""This desk's shares of its offers' quotas. Every change is one transaction, and logged."""

import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from desk_app.store.connection.changes import Subject, note_change
from desk_app.store.connection.database import Database
from desk_app.store.schema.neighbour_tables import quota_shares
from sync.lan.news import TicketsAsked
from sync.lan.shares import QuotaShare, spare

_HELD_FOR = 1.0
"""Seconds for which what is left is not counted anew: it is told to others, and decides nothing."""
_REST = 50
"""As many times as long as counting the rooms took, they are not counted anew, likewise."""
_WAITED_FOR = 20.0
"""Seconds for which somebody at the counter is thought to wait."""
_OF_OFFER = sa.select(quota_shares).where(
    quota_shares.c.offer_id == sa.bindparam("offer", type_=quota_shares.c.offer_id.type)
)
_HANDED_OUT = (  # of an offer without a share; a share keeps count by itself (schema step 27)
    "SELECT coalesce(sum(tickets), 0) FROM own_tickets WHERE offer_id = ? "
    "AND NOT EXISTS (SELECT 1 FROM voids WHERE voids.visit_id = own_tickets.id)"
)


_ROOM = """
    SELECT offers.quota_total - (
        SELECT coalesce(sum(tickets), 0) FROM counted_tickets
        JOIN operations ON operations.id = counted_tickets.id
        WHERE counted_tickets.offer_id = offers.id AND operations.state <> 'withdrawn'
        AND NOT EXISTS (SELECT 1 FROM voids WHERE voids.visit_id = counted_tickets.id)
    )
    FROM offers WHERE offers.id = ?
"""


@dataclass(frozen=True, slots=True)
class HeldShare:
    """A share, and the tickets of it that this desk handed out and did not take back.

    ``room`` is what the whole quota has left, as far as it is known here what all desks handed out;
    ``None`` where that does not matter.
    """

    share: QuotaShare
    given: int
    room: int | None = None

    @property
    def left(self) -> int:
        """The tickets left. Below 0 where it was too many.

        Those that the register granted are there whatever a neighbour says. Those that neighbours
        moved here, by their own word, are so as far as the quota can have them.
        """
        left = self.share.left(self.given)
        return left if self.room is None else min(left, max(self.left_of_granted, self.room))

    @property
    def left_of_granted(self) -> int:
        """The tickets left of those that the register granted."""
        return self.share.left(self.given) - sum(self.share.moved_in.values())


@dataclass(frozen=True, slots=True)
class _CountedShares:
    """The tickets left, and those moved to each desk, by offer, as they were at a time."""

    at: float
    left: Mapping[UUID, int]
    moved: Mapping[UUID, Mapping[UUID, int]]


class StoredShares:
    """Implements ``sync.lan.ports.Shares``, and says what this desk may still hand out."""

    def __init__(self, database: Database, steady: Callable[[], float] = time.monotonic) -> None:
        self._database = database
        self._steady = steady
        self._last: _CountedShares | None = None
        self._rooms: Mapping[UUID, int | None] = {}
        self._rooms_until = 0.0
        self._needed: dict[UUID, tuple[float, int]] = {}

    def left(self) -> Mapping[UUID, int]:
        """The tickets left of each share, as counted a second ago at most.

        What the whole quotas have room for is counted over all visits, so it is counted seldom.
        """
        return self._counted().left

    def _counted(self) -> _CountedShares:
        now, counted = self._steady(), self._last
        if counted is None or now - counted.at >= _HELD_FOR:
            with self._database.read() as connection:
                rows = connection.execute(sa.select(quota_shares)).all()
                if now >= self._rooms_until:
                    self._rooms = {row.offer_id: _room(connection, row) for row in rows}
                    self._rooms_until = now + _REST * (self._steady() - now)
            rooms = self._rooms
            held = {
                row.offer_id: HeldShare(_share(row), row.given, rooms.get(row.offer_id))
                for row in rows
            }
            moved = defaultdict[UUID, dict[UUID, int]](dict)
            for offer, each in held.items():
                for desk, tickets in each.share.moved_out.items():
                    moved[desk][offer] = tickets
            left = {offer: each.left for offer, each in held.items()}
            self._last = counted = _CountedShares(now, left, moved)
        return counted

    def need(self, offer_id: UUID, tickets: int) -> None:
        """Note that somebody at the counter waits for so many tickets."""
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
            held = read_share(connection, asked.offer_id)
            if held is None:
                return 0
            after = held.share.move(
                to=to,
                wanted=asked.wanted,
                received=asked.received,
                spare=spare(held.left, asked.needed),
            )
            if after != held.share:
                write_share(connection, asked.offer_id, after)
        self._last = None
        return after.moved_out.get(to, 0)

    def moved(self, to: UUID) -> Mapping[UUID, int]:
        """The tickets that were ever moved to another desk, by offer; likewise."""
        return self._counted().moved.get(to, {})

    def received(self, of: UUID, offer_id: UUID) -> int:
        """The tickets that another desk has ever moved here."""
        with self._database.read() as connection:
            held = _stored(connection, offer_id)
        return 0 if held is None else held.share.moved_in.get(of, 0)

    def receive(self, of: UUID, offer_id: UUID, moved: int) -> None:
        """Note how many tickets another desk has ever moved here."""
        if moved <= self.received(of, offer_id):
            return
        with self._database.write() as connection:
            held = _stored(connection, offer_id)
            if held is not None:  # one that never asked has no share to put them into
                write_share(connection, offer_id, held.share.receive(of=of, moved=moved))
        self._last = None

    def turns(self) -> Mapping[UUID, tuple[int, QuotaShare, int]]:
        """The requests to the register by offer: how many, the share, and what was handed out."""
        with self._database.read() as connection:
            rows = connection.execute(sa.select(quota_shares)).all()
        return {row.offer_id: (row.turn, _share(row), row.given) for row in rows}

    def given(self, offer_id: UUID) -> int:
        """The tickets that this desk handed out of an offer."""
        return int(self._database.rows(_HANDED_OUT, offer_id.hex)[0][0])

    def ask(self, offer_id: UUID, granted: int, turn: int) -> bool:
        """Note that the register is asked for so many in this turn; whether it may be.

        A share that becomes smaller is so from now on: what was handed out or moved meanwhile may
        not lie beyond it.
        """
        with self._database.write() as connection:
            held = _stored(connection, offer_id)
            if held is not None:
                asked = replace(held.share, granted=min(granted, held.share.granted))
                if asked != held.share and asked.left(held.given) < 0:
                    return False
                write_share(connection, offer_id, asked, turn)
        self._last = None
        return True

    def grant(self, offer_id: UUID, granted: int, turn: int) -> None:
        """The register's answer to the latest turn."""
        with self._database.write() as connection:
            held = _stored(connection, offer_id)
            share = QuotaShare() if held is None else held.share
            write_share(connection, offer_id, replace(share, granted=granted), turn)
        self._last = None


def read_share(connection: sa.Connection, offer_id: UUID) -> HeldShare | None:
    """The share of an offer, with its room; ``None`` where this desk has none."""
    row = connection.execute(_OF_OFFER, {"offer": offer_id}).one_or_none()
    return None if row is None else HeldShare(_share(row), row.given, _room(connection, row))


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


def _stored(connection: sa.Connection, offer_id: UUID) -> HeldShare | None:
    """The share as it is stored: its room, which is counted over the visits, is not asked for."""
    row = connection.execute(_OF_OFFER, {"offer": offer_id}).one_or_none()
    return None if row is None else HeldShare(_share(row), row.given)


def _room(connection: sa.Connection, row: sa.Row[Any]) -> int | None:
    """What the whole quota has left; ``None`` where nothing of the share came from neighbours."""
    if not any(row.moved_in.values()):
        return None
    room: int | None = connection.exec_driver_sql(_ROOM, (row.offer_id.hex,)).scalar_one_or_none()
    return room


def _share(row: sa.Row[Any]) -> QuotaShare:
    return QuotaShare(
        row.granted,
        {UUID(desk): moved for desk, moved in row.moved_out.items()},
        {UUID(desk): moved for desk, moved in row.moved_in.items()},
    )
