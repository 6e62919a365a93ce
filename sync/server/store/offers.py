"""The venues' offers, as a feed: what changes gets a new position and so comes again."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, bindparam, func, insert, select, update

from sync.rules.offers import CardLimit, Offer, OfferName, Quota
from sync.server.store import venues
from sync.server.store.tables import offers
from sync.server.store.types import BigNumber

_PARTS: dict[str, tuple[str, type]] = {
    "name": ("name", OfferName),
    "quota": ("quota", Quota),
    "card_limit": ("limit", CardLimit),
    "course_limit": ("course", CardLimit),
}
"""What an offer is made up of: each part's columns are its fields behind a prefix."""
_PLAIN = [field.name for field in fields(Offer) if field.name not in {"id", "venue_id", *_PARTS}]
"""The fields that each have a column of their name."""
_IN_VENUE = offers.c.venue_id == bindparam("venue")
_SOME = select(offers).where(_IN_VENUE, offers.c.id.in_(bindparam("ids", expanding=True)))
_IS_THIS = _IN_VENUE & (offers.c.id == bindparam("offer"))
_COUNT = (
    update(offers)
    .where(_IS_THIS)
    .values(
        used=bindparam("now_used"),
        position=func.coalesce(bindparam("reached", type_=BigNumber), offers.c.position),
    )
)


@dataclass(slots=True)
class StoredOffer:
    """An offer as it was given, and the tickets to it that were accepted here.

    A quota's ``used`` as given is what the venue had handed out before this register came to
    count; it is kept, and what is accepted here comes on top.
    """

    given: Offer
    used: int = 0
    removed: bool = False

    @property
    def offer(self) -> Offer:
        """The offer as desks see it."""
        quota = self.given.quota
        if quota is None:
            return self.given
        return replace(self.given, quota=replace(quota, used=max(0, quota.used + self.used)))


def load(connection: Connection, venue_id: str, ids: Collection[UUID]) -> dict[UUID, StoredOffer]:
    """Some of the venue's offers, removed ones among them."""
    wanted = {"venue": venue_id, "ids": [*ids]}
    return {row.id: _stored(row) for row in connection.execute(_SOME, wanted)}


def all_of(connection: Connection, venue_id: str) -> list[Offer]:
    """Every offer of a venue, also those off the list."""
    query = select(offers).where(offers.c.venue_id == venue_id)
    return [_stored(row).given for row in connection.execute(query)]


def feed(
    connection: Connection, venue_id: str, after: int, limit: int
) -> tuple[list[StoredOffer], int, bool]:
    """Offers that changed beyond a position, the position reached, and whether there are more."""
    whole = venues.feeds_position(connection, venue_id)  # first: what comes meanwhile is told next
    if whole == after:
        return [], whole, False
    query = (
        select(offers)
        .where(offers.c.venue_id == venue_id, offers.c.position > after)
        .order_by(offers.c.position)
        .limit(limit + 1)
    )
    rows = connection.execute(query).all()
    more = len(rows) > limit
    reached = venues.page_end(rows[:limit], whole, more=more)
    return [_stored(row) for row in rows[:limit]], reached, more


def venues_with(connection: Connection, offer_id: UUID) -> list[str]:
    """The venues that have an offer of this id."""
    return list(connection.scalars(select(offers.c.venue_id).where(offers.c.id == offer_id)))


def put(connection: Connection, venue_id: str, wanted: Iterable[Offer]) -> int:
    """Add or change offers of a venue; how many differ from what was there.

    Raises ``KeyError`` for an unknown venue, ``OverflowError`` for a time out of the calendar.
    """
    position = venues.lock(connection, venue_id)
    given = {offer.id: in_utc(offer) for offer in wanted}
    known = load(connection, venue_id, given.keys())
    changed = [
        StoredOffer(offer, used=known[offer.id].used if offer.id in known else 0)
        for offer in given.values()
        if offer.id not in known or known[offer.id].removed or known[offer.id].given != offer
    ]
    _place(connection, venue_id, position, known.keys(), changed)
    return len(changed)


def drop(connection: Connection, venue_id: str, ids: Iterable[UUID]) -> int:
    """Take offers off the venue's list; how many there were. Their visits stay and still count.

    What desks recorded before they heard of it is judged as if the offer still stood.
    """
    position = venues.lock(connection, venue_id)
    known = load(connection, venue_id, set(ids))
    gone = [replace(stored, removed=True) for stored in known.values() if not stored.removed]
    _place(connection, venue_id, position, known.keys(), gone)
    return len(gone)


def _place(
    connection: Connection,
    venue_id: str,
    position: int,
    known: Collection[UUID],
    changed: Collection[StoredOffer],
) -> None:
    """Write offers of a locked venue at the next positions of its feed."""
    for place, stored in enumerate(changed, position + 1):
        save(connection, venue_id, stored, place, is_new=stored.given.id not in known)
    if changed:
        venues.set_position(connection, venue_id, position + len(changed))


def save(
    connection: Connection, venue_id: str, stored: StoredOffer, position: int, *, is_new: bool
) -> None:
    """Write an offer of a locked venue."""
    values = {
        **columns_of(stored.given),
        "used": stored.used,
        "removed": stored.removed,
        "position": position,
    }
    if is_new:
        keys = {"venue_id": venue_id, "id": stored.given.id}
        connection.execute(insert(offers), keys | values)
    else:
        mine = {"venue": venue_id, "offer": stored.given.id}
        connection.execute(update(offers).where(_IS_THIS).values(values), mine)


def set_used(
    connection: Connection, venue_id: str, offer_id: UUID, used: int, position: int | None
) -> None:
    """How many tickets to an offer of a locked venue stand accepted.

    With a position it comes again in the feed, as it does where desks see the count.
    """
    mine = {"venue": venue_id, "offer": offer_id}
    connection.execute(_COUNT, {**mine, "now_used": used, "reached": position})


def in_utc(offer: Offer) -> Offer:
    """The offer with its times in UTC, as they travel. Raises ``OverflowError`` for absurd ones."""
    return replace(offer, starts_at=_utc(offer.starts_at), ends_at=_utc(offer.ends_at))


def _utc(moment: datetime | None) -> datetime | None:
    return None if moment is None else moment.astimezone(UTC)


def _stored(row: Row[Any]) -> StoredOffer:
    return StoredOffer(offer_of(row, row.id), row.used, row.removed)


def columns_of(offer: Offer) -> dict[str, Any]:
    """The offer's values by column, its id aside."""
    values = {name: getattr(offer, name) for name in _PLAIN}
    for name, (prefix, kind) in _PARTS.items():
        part = getattr(offer, name)
        for field in fields(kind):
            values[f"{prefix}_{field.name}"] = part and getattr(part, field.name)
    return values


def offer_of(row: Row[Any], offer_id: UUID) -> Offer:
    """The offer out of a row with its columns."""
    values: dict[str, Any] = {name: getattr(row, name) for name in _PLAIN}
    for name, (prefix, kind) in _PARTS.items():
        part = [getattr(row, f"{prefix}_{field.name}") for field in fields(kind)]
        values[name] = None if part[0] is None else kind(*part)
    return Offer(id=offer_id, **values)
