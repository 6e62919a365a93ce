"""The venue's offers: those of the register's feed, and those that the venue added itself."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from desk_app.services.register_transfer import MOST_COUNTED
from desk_app.store.connection.database import Database
from desk_app.store.register.feeds import (
    begin_anew,
    move_feed,
    read_complete_at,
    read_cursor,
    read_round,
)
from desk_app.store.register.scope import OF_VENUE_LEFT, OURS
from desk_app.store.schema.tables import activity, feeds, offers, operations, own_offers
from sync.ports import SENT_AGAIN_FROM, UNSENT, OperationState
from sync.rules.offers import CardLimit, Offer, OfferName, Quota
from sync.rules.visits import OwnOffer, VisitState

FEED = "offers"
_GET = sa.select(offers).where(offers.c.id == sa.bindparam("offer_id"))
_FROM_REGISTER = sa.select(offers).where(~offers.c.removed, ~offers.c.own).order_by(offers.c.id)
_ALL = (
    sa.select(offers)
    .where(~offers.c.removed)
    .order_by(offers.c.starts_at.is_(None), offers.c.starts_at, offers.c.name_fi)
)


class StoredOffers:
    """Implements ``sync.ports.OfferCache`` and the desk's ``Offers``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> Sequence[Offer]:
        """Every offer, those without a date last, then by time and name."""
        with self._database.read() as connection:
            return [offer_from(row.id, row) for row in connection.execute(_ALL)]

    def get(self, offer_id: UUID) -> Offer | None:
        """One offer, also one that has left the feed since."""
        with self._database.read() as connection:
            row = connection.execute(_GET, {"offer_id": offer_id}).one_or_none()
        return None if row is None else offer_from(row.id, row)

    def cursor(self) -> str | None:
        """The feed's cursor."""
        with self._database.read() as connection:
            return read_cursor(connection, FEED)

    def apply(
        self,
        received: Sequence[Offer],
        removed: Sequence[UUID],
        *,
        cursor: str,
        complete_at: datetime | None,
    ) -> None:
        """Take in a page of the feed."""
        with self._database.write() as connection:
            current = read_round(connection, FEED)
            for offer in received:
                put_offer(connection, offer, own=False, round_=current)
            if removed:
                connection.execute(
                    offers.update().where(offers.c.id.in_(removed)).values(removed=True)
                )
            if complete_at is not None:
                since = complete_at - SENT_AGAIN_FROM
                if connection.execute(_DOUBT_OWN, {"current": current, "since": since}).rowcount:
                    connection.execute(_ASK_AGAIN)
                connection.execute(_REMOVE_ABSENT, {"current": current})
            move_feed(connection, FEED, cursor, complete_at)

    def known(self) -> tuple[Sequence[Offer], datetime | None]:
        """What the register told, and up to when."""
        with self._database.read() as connection:
            complete_at = read_complete_at(connection, FEED)
            return [
                offer_from(row.id, row) for row in connection.execute(_FROM_REGISTER)
            ], complete_at

    def counted(self, as_of: datetime) -> Sequence[UUID]:
        """What the offers count, as far as it is known here: the newest of it.

        It may still wait at another desk, also where a third one has sent it.
        """
        with self._database.read() as connection:
            found = [
                id_
                for counted in (_COUNTED_SENT, _COUNTED_RECEIVED)
                for id_ in connection.execute(counted, {"as_of": as_of}).scalars()
            ]
        return [*dict.fromkeys(found)][:MOST_COUNTED]

    def replace(
        self, latest: Sequence[Offer], as_of: datetime, counted: Sequence[UUID] = ()
    ) -> None:
        """Put these in the place of what the register told, unless that is newer."""
        with self._database.write() as connection:
            known_at = read_complete_at(connection, FEED)
            if known_at is not None and known_at > as_of:
                return
            move_feed(connection, FEED, None, as_of)
            begin_anew(connection, FEED)
            current = read_round(connection, FEED)
            for offer in latest:
                put_offer(connection, offer, own=False, round_=current)
            connection.execute(_REMOVE_ABSENT, {"current": current})
            # Of what was heard here, these offers know what their own desk names, and no more.
            connection.execute(activity.update().values(offers_at=as_of))
            connection.execute(
                operations.update().where(operations.c.counted).values(counted=False)
            )
            for start in range(0, len(counted), _AT_ONCE):
                some = counted[start : start + _AT_ONCE]
                connection.execute(_NOTE_COUNTED, {"named": some})
            begin_anew(connection, FEED)  # the feed's own word will count, once it is read again

    def begin_anew(self) -> None:
        """Read the feed from the start; known offers stay available until that is complete."""
        with self._database.write() as connection:
            begin_anew(connection, FEED)


def is_counted_in_offers(complete_at: sa.ColumnElement[Any]) -> sa.ColumnElement[bool]:
    """Whether a visit of the feed counts in offers that are known up to a time.

    One that was taken back counts in none. While the feed is read from the start, nobody knows what
    the register still has.
    """
    earlier = sa.or_(activity.c.offers_at.is_(None), activity.c.offers_at < complete_at)
    return sa.and_(activity.c.state == VisitState.ACCEPTED, earlier, activity.c.round >= _ROUND)


_ROUND = sa.select(feeds.c.round).where(feeds.c.name == "activity").scalar_subquery()


_AT_ONCE = 500
_AS_OF: sa.BindParameter[Any] = sa.bindparam("as_of", type_=operations.c.settled_at.type)
_COUNTED_SENT = (
    sa.select(operations.c.id)
    .where(
        operations.c.kind.in_(("visit", "void")),
        sa.or_(
            operations.c.counted,
            sa.and_(
                operations.c.state == OperationState.ACCEPTED, operations.c.settled_at <= _AS_OF
            ),
        ),
    )
    .order_by(operations.c.seq.desc())
    .limit(MOST_COUNTED)
)
_COUNTED_RECEIVED = (
    sa.select(activity.c.id)
    .where(is_counted_in_offers(_AS_OF))
    .order_by(activity.c.local_date.desc())
    .limit(MOST_COUNTED)
)
_NOTE_COUNTED = (
    operations.update()
    .where(
        operations.c.id.in_(sa.bindparam("named", expanding=True)),
        operations.c.state.in_(UNSENT),
    )
    .values(counted=True)
)
_added = own_offers.alias("added_offers")
_DOUBTED = -1
"""The round of an own offer of which the feed told once, and tells no more when read anew."""
_DOUBT_OWN = (  # kept until it is sent again: a register that has lost it thereby gets it back
    offers.update()
    .where(
        offers.c.round < sa.bindparam("current"),
        ~offers.c.removed,
        ~offers.c.own,
        sa.exists().where(
            _added.c.offer_id == offers.c.id,
            operations.c.id == _added.c.id,
            operations.c.state == OperationState.ACCEPTED,
            operations.c.settled_at >= sa.bindparam("since", type_=operations.c.settled_at.type),
            OURS,
            ~OF_VENUE_LEFT,
        ),
    )
    .values(own=True, round=_DOUBTED)
)
_IS_DOUBTED = sa.and_(offers.c.own, offers.c.round == _DOUBTED)
_ASK_AGAIN = (
    operations.update()
    .where(
        operations.c.id.in_(
            sa.select(_added.c.id).join(offers, offers.c.id == _added.c.offer_id).where(_IS_DOUBTED)
        )
    )
    .values(resent=False)
)
_REMOVE_DOUBTED = (
    offers.update()
    .where(
        _IS_DOUBTED,
        offers.c.id.in_(
            sa.select(_added.c.offer_id)
            .join(operations, operations.c.id == _added.c.id)
            .where(operations.c.id.in_(sa.bindparam("had", expanding=True)), operations.c.resent)
        ),
    )
    .values(removed=True, own=False)
)
_REMOVE_ABSENT = (  # the venue's own that the register has not told of yet are no part of its feed
    offers.update()
    .where(offers.c.round < sa.bindparam("current"), ~offers.c.own, ~offers.c.removed)
    .values(removed=True)
)


def remove_dropped(connection: sa.Connection, had: Sequence[UUID]) -> None:
    """Remove own offers that the register has, by its answer, and no longer tells of."""
    connection.execute(_REMOVE_DOUBTED, {"had": had})


def put_offer(
    connection: sa.Connection, offer: Offer, *, own: bool, removed: bool = False, round_: int = 0
) -> None:
    """Save an offer, replacing its earlier state."""
    row = {"id": offer.id, "own": own, "removed": removed, "round": round_, **offer_row(offer)}
    connection.execute(
        insert(offers).values(row).on_conflict_do_update(index_elements=["id"], set_=row)
    )


def offer_row(offer: Offer) -> dict[str, Any]:
    """An offer's columns, its id aside."""
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
        "quota_total": offer.quota.total if offer.quota else None,
        "quota_used": offer.quota.used if offer.quota else None,
        **_limit_row("limit", offer.card_limit),
        **_limit_row("course", offer.course_limit),
        "value_cents": offer.value_cents,
        "ceiling_cents": offer.ceiling_cents,
        "minors_allowed": offer.minors_allowed,
        "value_asked": offer.value_asked,
        "venue_id": offer.venue_id,
    }


def _limit_row(name: str, limit: CardLimit | None) -> dict[str, Any]:
    return {
        f"{name}_count": limit.count if limit else None,
        f"{name}_period": limit.period if limit else None,
        f"{name}_days": limit.days if limit else None,
        f"{name}_months": limit.months if limit else None,
    }


def _limit_from(count: int | None, *rest: Any) -> CardLimit | None:  # noqa: ANN401 - columns
    return None if count is None else CardLimit(count, *rest)


def own_offer_row(own: OwnOffer) -> dict[str, Any]:
    """The columns of an offer that the venue added itself, as it was told."""
    return {
        "id": own.id,
        "recorded_at": own.recorded_at,
        "offer_id": own.offer.id,
        **offer_row(own.offer),
        "revises": own.revises,
        "withdrawn": own.withdrawn,
    }


def offer_from(offer_id: UUID, row: sa.Row[Any]) -> Offer:
    """An offer out of its columns."""
    return Offer(
        id=offer_id,
        kind=row.kind,
        sector=row.sector,
        name=OfferName(row.name_fi, row.name_sv, row.name_en),
        place=row.place,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        status=row.status,
        quota=None if row.quota_total is None else Quota(row.quota_total, row.quota_used),
        card_limit=_limit_from(row.limit_count, row.limit_period, row.limit_days, row.limit_months),
        course_limit=_limit_from(
            row.course_count, row.course_period, row.course_days, row.course_months
        ),
        value_cents=row.value_cents,
        ceiling_cents=row.ceiling_cents,
        minors_allowed=row.minors_allowed,
        value_asked=row.value_asked,
        venue_id=row.venue_id,
    )
