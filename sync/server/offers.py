"""The venues' offers, as a feed: what changes gets a new position and so comes again."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from pydantic_core import to_json
from sqlalchemy import Connection, Row, func, insert, select, update

from sync.protocol import OFFER, dump_offer
from sync.rules.offers import Offer
from sync.rules.venues import Venue
from sync.rules.visits import VisitState
from sync.server.bulk import insert_rows, select_rows, update_rows
from sync.server.tables import offers, operations, venues

PAGE = 1_000
_MOST_READ = 10_000
_KEYS = ("venue_id", "id")


@dataclass(slots=True)
class StoredOffer:
    """An offer as it was given, and the tickets to it that were accepted here.

    A quota's ``used`` as given is what the venue had handed out before this register came to
    count; it is kept, and what is accepted here comes on top. Without a quota nobody sees how many
    those are, so they are counted up when it gets one.
    """

    given: Offer
    used: int
    removed: bool = False
    new: bool = False
    recounted: bool = False
    """Whether it was counted since it was read."""

    def as_written(self) -> "StoredOffer":
        """The same, once it is in the database as it stands."""
        return StoredOffer(self.given, self.used, self.removed)

    def count(self, tickets: int) -> None:
        """Some tickets were accepted; below 0, voided."""
        if self.given.quota is not None:
            self.used += tickets
            self.recounted = True

    @property
    def offer(self) -> Offer:
        """The offer as desks see it."""
        quota = self.given.quota
        if quota is None:
            return self.given
        return replace(self.given, quota=replace(quota, used=max(0, quota.used + self.used)))


def put_venues(connection: Connection, wanted: Iterable[Venue]) -> int:
    """Add or change venues; how many."""
    known = set(connection.scalars(select(venues.c.id)))
    done = 0
    for venue in wanted:
        values = {"name": venue.name, "area": venue.area}
        if venue.id in known:
            connection.execute(update(venues).where(venues.c.id == venue.id).values(values))
        else:
            connection.execute(insert(venues).values(id=venue.id, position=0, **values))
            known.add(venue.id)
        done += 1
    return done


def lock_all_venues(connection: Connection) -> None:
    """Lock every venue until the transaction ends, as an import does that may touch any."""
    connection.execute(select(venues.c.id).order_by(venues.c.id).with_for_update())


def lock_venue(connection: Connection, venue_id: str) -> int:
    """Lock one venue; the position that its feeds have come to. Raises ``KeyError``."""
    query = select(venues.c.position).where(venues.c.id == venue_id).with_for_update()
    position: int | None = connection.scalar(query)
    if position is None:
        raise KeyError(venue_id)
    return position


def set_positions(connection: Connection, positions: Mapping[str, int]) -> None:
    """How far the feeds of locked venues have come."""
    rows = [{"id": id_, "position": position} for id_, position in positions.items()]
    update_rows(connection, venues, rows, keys=("id",))


def load(connection: Connection, venue_id: str, ids: Iterable[UUID]) -> dict[UUID, StoredOffer]:
    """Some of the venue's offers, removed ones among them."""
    query = select(offers).where(offers.c.venue_id == venue_id, offers.c.id.in_(set(ids)))
    return {row.id: stored(row) for row in connection.execute(query)}


def feed(
    connection: Connection, venue_id: str, after: int, limit: int = PAGE
) -> tuple[list[StoredOffer], int, bool]:
    """Offers that changed beyond a position, the position reached, and whether there are more."""
    query = (
        select(offers)
        .where(offers.c.venue_id == venue_id, offers.c.position > after)
        .order_by(offers.c.position)
        .limit(limit + 1)
    )
    rows = connection.execute(query).all()
    reached = rows[:limit][-1].position if rows else after
    return [stored(row) for row in rows[:limit]], reached, len(rows) > limit


def save(connection: Connection, placed: Sequence[tuple[str, int, StoredOffer]]) -> None:
    """Write offers of locked venues: venue, the offer's new position in its feed, and the offer.

    New ones are inserted and known ones changed, without asking the database which are which.
    """
    rows = [
        {
            "venue_id": venue_id,
            "id": item.given.id,
            "kind": item.given.kind,
            "document": to_json(dump_offer(item.given)).decode(),
            "used": item.used,
            "removed": item.removed,
            "position": position,
        }
        for venue_id, position, item in placed
    ]
    keys = [(row["venue_id"], row["id"]) for row in rows]
    found = select_rows(connection, (offers.c.venue_id, offers.c.id), keys, ())
    known = {(row.venue_id, row.id) for row in found}
    new = [row for row in rows if (row["venue_id"], row["id"]) not in known]
    old = [row for row in rows if (row["venue_id"], row["id"]) in known]
    insert_rows(connection, offers, new)
    update_rows(connection, offers, old, keys=_KEYS)


def in_utc(offer: Offer) -> Offer:
    """The offer with its times in UTC, as they travel. Raises ``OverflowError`` for absurd ones."""
    return replace(offer, starts_at=_utc(offer.starts_at), ends_at=_utc(offer.ends_at))


def _utc(moment: datetime | None) -> datetime | None:
    return None if moment is None else moment.astimezone(UTC)


def stored(row: Row[Any]) -> StoredOffer:
    """An offer out of its row."""
    return StoredOffer(_given(row.document), row.used, row.removed)


_given = lru_cache(_MOST_READ)(OFFER.validate_json)
"""An offer out of its document: the same few come in transaction after transaction."""


def venues_with(connection: Connection, offer_id: UUID) -> Sequence[str]:
    """The venues that have an offer of this id."""
    return connection.scalars(select(offers.c.venue_id).where(offers.c.id == offer_id)).all()


def put(connection: Connection, venue_id: str, wanted: Iterable[Offer]) -> int:
    """Add or change offers of a venue; how many differ from what was there.

    Raises ``KeyError`` for an unknown venue, ``OverflowError`` for a time out of the calendar.
    """
    position = lock_venue(connection, venue_id)
    given = {offer.id: in_utc(offer) for offer in wanted}
    known = load(connection, venue_id, given)
    used = _tickets_accepted(connection, venue_id, (id_ for id_ in known if given[id_].quota))
    changed = [
        StoredOffer(offer, used.get(offer.id, 0))
        for offer in given.values()
        if offer.id not in known or known[offer.id].removed or known[offer.id].given != offer
    ]
    _place(connection, venue_id, position, changed)
    return len(changed)


def _tickets_accepted(
    connection: Connection, venue_id: str, ids: Iterable[UUID]
) -> dict[UUID, int]:
    """How many tickets to some of a locked venue's offers stand accepted."""
    query = (
        select(operations.c.offer_id, func.sum(operations.c.counted).label("used"))
        .where(
            operations.c.venue_id == venue_id,
            operations.c.offer_id.in_(list(ids)),
            operations.c.state == VisitState.ACCEPTED,
        )
        .group_by(operations.c.offer_id)
    )
    return {row.offer_id: row.used for row in connection.execute(query)}


def drop(connection: Connection, venue_id: str, ids: Iterable[UUID]) -> int:
    """Take offers off the venue's list; how many there were. Their visits stay and still count.

    What desks recorded before they heard of it is judged as if the offer still stood.
    """
    position = lock_venue(connection, venue_id)
    gone = [
        replace(stored, removed=True)
        for stored in load(connection, venue_id, ids).values()
        if not stored.removed
    ]
    _place(connection, venue_id, position, gone)
    return len(gone)


def _place(
    connection: Connection, venue_id: str, position: int, changed: Sequence[StoredOffer]
) -> None:
    """Write offers of one locked venue at the next positions of its feed."""
    places = enumerate(changed, start=position + 1)
    save(connection, [(venue_id, place, item) for place, item in places])
    set_positions(connection, {venue_id: position + len(changed)})
