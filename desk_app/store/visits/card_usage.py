"""Counts usage: a card's earlier visits, and an offer's tickets not yet counted."""

from collections.abc import Iterator
from functools import reduce
from operator import add
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desk_app.store.register.feeds import read_complete_at
from desk_app.store.register.offers import FEED as OFFERS_FEED
from desk_app.store.register.offers import is_counted_in_offers
from desk_app.store.register.scope import CURRENT_DESK
from desk_app.store.schema.tables import activity, desks, offers, operations, visits, voids
from desk_app.store.visits.pseudonyms import pseudonym_of
from desk_app.store.visits.quota_shares import read_share
from sync.ports import GIVEN, NOT_GIVEN, UNSENT, OperationState
from sync.rules.offers import OfferKind
from sync.rules.tickets import KINDS, Tickets
from sync.rules.visits import PastVisit, VisitState

_IS_NOT_GIVEN = operations.c.state.in_(  # written out, as the index on them needs it
    [sa.literal_column(f"'{state}'") for state in NOT_GIVEN]
)


def _of_card(wanted: sa.Select[Any], table: sa.Table) -> sa.CompoundSelect[Any]:
    """A card's rows, those included of which only the mark is left: each by an index."""
    number = sa.bindparam("number", type_=table.c.card_number.type)
    return sa.union_all(
        wanted.where(table.c.card_number == number),
        wanted.where(
            table.c.card_mark == sa.bindparam("mark", type_=table.c.card_mark.type),
            table.c.card_number.is_distinct_from(number),
        ),
    )


def _past(table: sa.Table) -> Iterator[sa.ColumnElement[Any]]:
    """What a past visit is made of: a card may have many, and each value read takes its time."""
    yield from (table.c.offer_id, table.c.local_date, *(table.c[kind.name] for kind in KINDS))
    yield from (offers.c.kind.label("offer_kind"), offers.c.venue_id)


_OWN = _of_card(
    sa.select(*_past(visits), visits.c.recorded_at, CURRENT_DESK.label("desk_name"))
    .outerjoin(voids, voids.c.visit_id == visits.c.id)
    .outerjoin(offers, offers.c.id == visits.c.offer_id)
    .where(
        ~sa.exists().where(operations.c.id == visits.c.id, _IS_NOT_GIVEN),
        voids.c.id.is_(None),
    ),
    visits,
)
_OTHERS = _of_card(  # what this desk recorded itself is judged by its own journal
    sa.select(*_past(activity), sa.null().label("recorded_at"), activity.c.desk_name)
    .outerjoin(visits, visits.c.id == activity.c.id)
    .outerjoin(voids, voids.c.visit_id == activity.c.id)  # carried here, and not yet sent
    .outerjoin(offers, offers.c.id == activity.c.offer_id)
    .where(
        # The journal has all that the desk has sent: told by the index, without a look there.
        activity.c.desk_id.not_in(sa.select(desks.c.desk_id)),
        activity.c.state == VisitState.ACCEPTED,
        visits.c.id.is_(None),
        voids.c.id.is_(None),
    ),
    activity,
)

_COUNTED: sa.ColumnElement[int] = reduce(
    add, (visits.c[kind.name] for kind in KINDS if kind.counted)
)
_void_operations = operations.alias("void_operations")


def _counted_there(of: sa.FromClause) -> sa.ColumnElement[bool]:
    """Whether the offers, as last heard, know what became of an operation."""
    is_settled = sa.and_(of.c.state == OperationState.ACCEPTED, of.c.settled_at <= _COMPLETE_AT)
    return sa.or_(is_settled, of.c.counted)


_TIME = operations.c.settled_at.type
_COMPLETE_AT: sa.BindParameter[Any] = sa.bindparam("complete_at", type_=_TIME)
_has_arrived = sa.exists().where(  # sent by another desk, or the answer was lost
    activity.c.id == visits.c.id, is_counted_in_offers(_COMPLETE_AT)
)
_NOT_IN_FEED = sa.or_(  # what the feed cannot know of yet: found by the indexes on state and time
    operations.c.state.in_(UNSENT),
    operations.c.settled_at > sa.func.coalesce(_COMPLETE_AT, ""),
)
_QUEUED = (
    sa.select(
        sa.func.coalesce(
            sa.func.sum(
                _COUNTED
                * (
                    sa.case((voids.c.id.is_(None), 1), else_=0)
                    - sa.case(
                        (
                            sa.and_(
                                sa.func.coalesce(
                                    sa.or_(_counted_there(operations), _has_arrived), sa.false()
                                ),
                                ~sa.func.coalesce(_counted_there(_void_operations), sa.false()),
                            ),
                            1,
                        ),
                        else_=0,
                    )
                )
            ),
            0,
        )
    )
    .select_from(visits)
    .join(operations, operations.c.id == visits.c.id)
    .outerjoin(voids, voids.c.visit_id == visits.c.id)
    .outerjoin(_void_operations, _void_operations.c.id == voids.c.id)
    .where(
        visits.c.id.in_(sa.select(operations.c.visit_id).where(_NOT_IN_FEED).correlate(None)),
        # Likely, so that not their indexes are taken, by which all that was ever recorded is read.
        sa.func.likely(visits.c.offer_id == sa.bindparam("offer_id")),
        sa.func.likely(operations.c.state.in_(GIVEN)),
    )
)


def past_visits(connection: sa.Connection, number: str) -> list[PastVisit]:
    """This card's visits to the venue that count, each once."""
    parameters = {"number": number, "mark": pseudonym_of(connection, number)}
    rows = [*connection.execute(_OWN, parameters), *connection.execute(_OTHERS, parameters)]
    return [
        PastVisit(
            offer_id,
            kind or OfferKind.STANDING,  # an offer that this desk never heard of
            local_date,
            Tickets(*tickets),
            recorded_at,
            desk_name,
            venue_id,
        )
        for offer_id, local_date, *tickets, kind, venue_id, recorded_at, desk_name in rows
    ]


def _beyond(connection: sa.Connection, offer_id: UUID, left: int) -> int:
    quota = sa.select(offers.c.quota_total, offers.c.quota_used).where(offers.c.id == offer_id)
    total, used = connection.execute(quota).one()
    return int((total or 0) - max(0, left) - (used or 0))


def queued_tickets(connection: sa.Connection, offer_id: UUID) -> int:
    """Tickets to add to ``quota.used``: given here, but not yet counted there; less the voided.

    Only what the feed cannot know of is added up, however much was ever recorded. Where this desk
    holds a share of the quota, it comes to all that lies beyond the share.
    """
    held = read_share(connection, offer_id)
    if held is not None:
        return _beyond(connection, offer_id, held.left)
    parameters = {
        "offer_id": offer_id,
        "complete_at": read_complete_at(connection, OFFERS_FEED),
    }
    queued: int = connection.execute(_QUEUED, parameters).scalar_one()
    return queued
