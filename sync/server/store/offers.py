"""The venues' offers, as a feed: what changes gets a new position and so comes again."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, insert, select, update

from sync.rules.offers import (
    CardLimit,
    LimitPeriod,
    Offer,
    OfferKind,
    OfferName,
    OfferStatus,
    Quota,
    Sector,
)
from sync.server.store import venues
from sync.server.store.tables import offers

PAGE = 1_000


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
    query = select(offers).where(offers.c.venue_id == venue_id, offers.c.id.in_(ids))
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
    if not changed:
        return
    for stored in changed:
        position += 1
        if stored.given.id in known:
            save(connection, venue_id, stored, position)
        else:
            add(connection, venue_id, stored, position)
    venues.set_position(connection, venue_id, position)


def add(connection: Connection, venue_id: str, stored: StoredOffer, position: int) -> None:
    """Write an offer that the locked venue did not have."""
    keys = {"venue_id": venue_id, "id": stored.given.id}
    connection.execute(insert(offers).values(keys | _values(stored, position)))


def save(connection: Connection, venue_id: str, stored: StoredOffer, position: int) -> None:
    """Write an offer that the locked venue has."""
    connection.execute(
        update(offers)
        .where(offers.c.venue_id == venue_id, offers.c.id == stored.given.id)
        .values(_values(stored, position))
    )


def set_used(
    connection: Connection, venue_id: str, offer_id: UUID, used: int, position: int | None
) -> None:
    """How many tickets to an offer of a locked venue stand accepted.

    With a position it comes again in the feed, as it does where desks see the count.
    """
    moved = {} if position is None else {"position": position}
    connection.execute(
        update(offers)
        .where(offers.c.venue_id == venue_id, offers.c.id == offer_id)
        .values(used=used, **moved)
    )


def in_utc(offer: Offer) -> Offer:
    """The offer with its times in UTC, as they travel. Raises ``OverflowError`` for absurd ones."""
    return replace(offer, starts_at=_utc(offer.starts_at), ends_at=_utc(offer.ends_at))


def _utc(moment: datetime | None) -> datetime | None:
    return None if moment is None else moment.astimezone(UTC)


def _values(stored: StoredOffer, position: int) -> dict[str, Any]:
    beside = {"used": stored.used, "removed": stored.removed, "position": position}
    return columns_of(stored.given) | beside


def _stored(row: Row[Any]) -> StoredOffer:
    return StoredOffer(offer_of(row, row.id), row.used, row.removed)


def columns_of(offer: Offer) -> dict[str, Any]:
    """The offer's values by column, its id aside."""
    quota = offer.quota
    return {
        "kind": offer.kind,
        "sector": offer.sector,
        "name_fi": offer.name.fi,
        "name_sv": offer.name.sv,
        "name_en": offer.name.en,
        "place": offer.place,
        "starts_at": offer.starts_at,
        "ends_at": offer.ends_at,
        "status": offer.status,
        "quota_total": quota and quota.total,
        "quota_used": quota and quota.used,
        **_limit_columns("limit", offer.card_limit),
        **_limit_columns("course", offer.course_limit),
        "value_cents": offer.value_cents,
        "ceiling_cents": offer.ceiling_cents,
        "minors_allowed": offer.minors_allowed,
        "value_asked": offer.value_asked,
    }


def _limit_columns(name: str, limit: CardLimit | None) -> dict[str, Any]:
    return {
        f"{name}_count": limit and limit.count,
        f"{name}_period": limit and limit.period,
        f"{name}_days": limit and limit.days,
        f"{name}_months": limit and limit.months,
    }


def _limit_of(
    count: int | None, period: str, days: int | None, months: int | None
) -> CardLimit | None:
    return None if count is None else CardLimit(count, LimitPeriod(period), days, months)


def offer_of(row: Row[Any], offer_id: UUID) -> Offer:
    """The offer out of a row with its columns."""
    return Offer(
        id=offer_id,
        kind=OfferKind(row.kind),
        sector=Sector(row.sector),
        name=OfferName(row.name_fi, row.name_sv, row.name_en),
        place=row.place,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        status=OfferStatus(row.status),
        quota=None if row.quota_total is None else Quota(row.quota_total, row.quota_used),
        card_limit=_limit_of(row.limit_count, row.limit_period, row.limit_days, row.limit_months),
        course_limit=_limit_of(
            row.course_count, row.course_period, row.course_days, row.course_months
        ),
        value_asked=row.value_asked,
        value_cents=row.value_cents,
        ceiling_cents=row.ceiling_cents,
        minors_allowed=row.minors_allowed,
    )
