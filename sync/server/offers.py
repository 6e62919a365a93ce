"""The venues' offers, as a feed: what changes gets a new position and so comes again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from pydantic_core import to_json
from sqlalchemy import Connection, Row, bindparam, insert, select, update

from sync.protocol import OFFER, dump_offer
from sync.rules.offers import Offer
from sync.rules.venues import Venue
from sync.server.tables import offers, venues

PAGE = 1_000


@dataclass(frozen=True, slots=True)
class StoredOffer:
    """An offer as it was given, and the tickets to it that were accepted here since.

    A quota's ``used`` as given is what the venue had handed out before this register came to
    count; it is kept, and what is accepted here comes on top.
    """

    given: Offer
    used: int
    removed: bool = False

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


def lock_venue(connection: Connection, venue_id: str) -> int:
    """Lock the venue until the transaction ends; the position its feeds have come to.

    Raises ``KeyError`` for an unknown venue.
    """
    position = connection.scalar(
        select(venues.c.position).where(venues.c.id == venue_id).with_for_update()
    )
    if position is None:
        raise KeyError(venue_id)
    return int(position)


def set_position(connection: Connection, venue_id: str, position: int) -> None:
    """How far the feeds of a locked venue have come."""
    connection.execute(update(venues).where(venues.c.id == venue_id).values(position=position))


def load(connection: Connection, venue_id: str, ids: Iterable[UUID]) -> dict[UUID, StoredOffer]:
    """Some of the venue's offers, removed ones among them."""
    query = select(offers).where(offers.c.venue_id == venue_id, offers.c.id.in_(set(ids)))
    return {row.id: _stored(row) for row in connection.execute(query)}


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
    return [_stored(row) for row in rows[:limit]], reached, len(rows) > limit


def save(
    connection: Connection, venue_id: str, changed: Sequence[StoredOffer], position: int
) -> int:
    """Write offers of a locked venue, each at a position of its own; the last position.

    New ones are inserted and known ones changed, without asking the database which are which.
    """
    if not changed:
        return position
    known = set(
        connection.scalars(
            select(offers.c.id).where(
                offers.c.venue_id == venue_id, offers.c.id.in_([item.given.id for item in changed])
            )
        )
    )
    rows = [
        {
            "venue_id": venue_id,
            "id": item.given.id,
            "kind": item.given.kind,
            "document": to_json(dump_offer(item.given)).decode(),
            "used": item.used,
            "removed": item.removed,
            "position": place,
        }
        for place, item in enumerate(changed, start=position + 1)
    ]
    new = [row for row in rows if row["id"] not in known]
    old = [
        {f"new_{name}": value for name, value in row.items()} for row in rows if row["id"] in known
    ]
    if new:
        connection.execute(insert(offers), new)
    if old:
        connection.execute(_CHANGE, old)
    return position + len(changed)


def recount(connection: Connection, venue_id: str, counted: Sequence[StoredOffer]) -> None:
    """Write the counts of offers without a quota: desks do not see them, so nothing moves."""
    rows = [
        {"new_venue_id": venue_id, "new_id": item.given.id, "new_used": item.used}
        for item in counted
    ]
    if rows:
        connection.execute(_RECOUNT, rows)


_THIS = (offers.c.venue_id == bindparam("new_venue_id"), offers.c.id == bindparam("new_id"))
_CHANGED = ("kind", "document", "used", "removed", "position")
_CHANGE = update(offers).where(*_THIS).values({name: bindparam(f"new_{name}") for name in _CHANGED})
_RECOUNT = update(offers).where(*_THIS).values(used=bindparam("new_used"))


def in_utc(offer: Offer) -> Offer:
    """The offer with its times in UTC, as they travel. Raises ``OverflowError`` for absurd ones."""
    return replace(offer, starts_at=_utc(offer.starts_at), ends_at=_utc(offer.ends_at))


def _utc(moment: datetime | None) -> datetime | None:
    return None if moment is None else moment.astimezone(UTC)


def _stored(row: Row[Any]) -> StoredOffer:
    return StoredOffer(OFFER.validate_json(row.document), row.used, row.removed)


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
    changed = [
        StoredOffer(offer, known[offer.id].used if offer.id in known else 0)
        for offer in given.values()
        if offer.id not in known or known[offer.id].removed or known[offer.id].given != offer
    ]
    set_position(connection, venue_id, save(connection, venue_id, changed, position))
    return len(changed)


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
    set_position(connection, venue_id, save(connection, venue_id, gone, position))
    return len(gone)
