"""The venues' offers, as a feed: what changes gets a new position and so comes again."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields, replace
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, bindparam, exists, func, select

from sync.rules.offers import CardLimit, Offer, OfferName, Quota
from sync.rules.tickets import KINDS
from sync.rules.visits import VisitState
from sync.server.store import saving, venues
from sync.server.store.tables import offers, shares, visits

_PARTS: dict[str, tuple[str, type]] = {
    "name": ("name", OfferName),
    "quota": ("quota", Quota),
    "card_limit": ("limit", CardLimit),
    "course_limit": ("course", CardLimit),
}
"""What an offer is made up of: each part's columns are its fields behind a prefix."""
_PLAIN = [field.name for field in fields(Offer) if field.name not in {"id", "venue_id", *_PARTS}]
"""The fields that each have a column of their name."""
_OF_VENUE = select(
    offers,
    exists()
    .where(shares.c.venue_id == offers.c.venue_id, shares.c.offer_id == offers.c.id)
    .label("is_shared"),
).where(offers.c.venue_id == bindparam("venue"))
_SOME = _OF_VENUE.where(offers.c.id.in_(bindparam("ids", expanding=True)))
FEED = (
    _OF_VENUE.where(offers.c.position > bindparam("after"))
    .order_by(offers.c.position)
    .limit(bindparam("most"))
)
"""A venue's offers that changed beyond a position, as :mod:`sync.server.store.feeds` asks."""


@dataclass(slots=True)
class StoredOffer:
    """An offer as it was given, and the tickets to it that were accepted here.

    A quota's ``used`` as given is what the venue had handed out before this register came to
    count; it is kept, and what is accepted here comes on top. Without a quota nobody asks how many
    there were: they are counted when it gets one.
    """

    given: Offer
    used: int = 0
    removed: bool = False
    reserved: int = 0
    is_shared: bool = False
    """Whether a desk ever asked for a share of its quota."""

    @property
    def offer(self) -> Offer:
        """The offer with all that was accepted."""
        quota = self.given.quota
        if quota is None:
            return self.given
        return replace(self.given, quota=replace(quota, used=max(0, quota.used + self.used)))

    @property
    def for_desks(self) -> Offer:
        """The offer as desks see it: what others hold in shares is not theirs to hand out."""
        return replace(self, used=self.used + self.reserved).offer


def load(connection: Connection, venue_id: str, ids: Collection[UUID]) -> dict[UUID, StoredOffer]:
    """Some of the venue's offers, removed ones among them."""
    wanted = {"venue": venue_id, "ids": [*ids]}
    return {row.id: stored(row) for row in connection.execute(_SOME, wanted)}


def all_of(connection: Connection, venue_id: str) -> list[Offer]:
    """Every offer of a venue, also those off the list."""
    return [stored(row).given for row in connection.execute(_OF_VENUE, {"venue": venue_id})]


def venues_with(connection: Connection, offer_id: UUID) -> list[str]:
    """The venues that have an offer of this id."""
    return list(connection.scalars(select(offers.c.venue_id).where(offers.c.id == offer_id)))


def put(connection: Connection, venue_id: str, wanted: Iterable[Offer]) -> int:
    """Add or change offers of a venue; how many differ from what was there.

    Raises ``KeyError`` for an unknown venue.
    """
    position = venues.lock(connection, venue_id)
    given = {offer.id: offer for offer in wanted}
    known = load(connection, venue_id, given.keys())
    changed = []
    for offer in given.values():
        stored = known.get(offer.id)
        if stored is None:
            changed.append(StoredOffer(offer))
        elif stored.removed or stored.given != offer:
            used = stored.used
            if stored.given.quota is None and offer.quota is not None:
                used = accepted_tickets(connection, venue_id, offer.id)
            changed.append(replace(stored, given=offer, used=used, removed=False))
    return _place(connection, venue_id, position, changed)


def accepted_tickets(
    connection: Connection, venue_id: str, offer_id: UUID, desk_id: UUID | None = None
) -> int:
    """How many tickets to an offer were accepted, of all desks or of one, as far as they count."""
    counted = sum((visits.c[kind.name] for kind in KINDS if kind.counted), start=0)
    query = select(func.coalesce(func.sum(counted), 0)).where(
        visits.c.venue_id == venue_id,
        visits.c.offer_id == offer_id,
        visits.c.state == VisitState.ACCEPTED,
    )
    if desk_id is not None:
        query = query.where(visits.c.desk_id == desk_id)
    return int(connection.scalar(query) or 0)


def drop(connection: Connection, venue_id: str, ids: Iterable[UUID]) -> int:
    """Take offers off the venue's list; how many there were. Their visits stay and still count.

    What desks recorded before they heard of it is judged as if the offer still stood.
    """
    position = venues.lock(connection, venue_id)
    known = load(connection, venue_id, set(ids))
    gone = [replace(stored, removed=True) for stored in known.values() if not stored.removed]
    return _place(connection, venue_id, position, gone)


def _place(
    connection: Connection, venue_id: str, position: int, changed: Collection[StoredOffer]
) -> int:
    """Write offers of a locked venue at the next positions of its feed; how many."""
    for place, stored in enumerate(changed, position + 1):
        save(connection, venue_id, stored, place)
    if changed:
        venues.set_position(connection, venue_id, position + len(changed))
    return len(changed)


def save(connection: Connection, venue_id: str, stored: StoredOffer, position: int) -> None:
    """Write an offer of a locked venue, at a position of its feed."""
    values = {
        **columns_of(stored.given),
        "used": stored.used,
        "removed": stored.removed,
        "position": position,
    }
    saving.save(connection, offers, {"venue_id": venue_id, "id": stored.given.id}, values)


def columns_of(offer: Offer) -> dict[str, Any]:
    """The offer's values by column, its id aside."""
    values = {name: getattr(offer, name) for name in _PLAIN}
    for name, (prefix, kind) in _PARTS.items():
        part = getattr(offer, name)
        for field in fields(kind):
            values[f"{prefix}_{field.name}"] = part and getattr(part, field.name)
    return values


def stored(row: Row[Any]) -> StoredOffer:
    """An offer out of its row."""
    values: dict[str, Any] = {name: getattr(row, name) for name in _PLAIN}
    for name, (prefix, kind) in _PARTS.items():
        part = [getattr(row, f"{prefix}_{field.name}") for field in fields(kind)]
        values[name] = None if part[0] is None else kind(*part)
    given = Offer(id=row.id, **values)
    return StoredOffer(given, row.used, row.removed, row.reserved, bool(row.is_shared))
