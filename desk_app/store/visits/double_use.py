"""Cards that were used at two desks which did not know of each other's visit.

While desks cannot reach each other, neither "used today" nor a card's limit holds across them. A
desk that hears of a visit after its own to the same card notes that it did not know of it, and
tells the others so (``sync.lan.news``). Where both desks did not know, both say so to their people.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from desk_app.services.inbox_items import LIMIT_PASSED, USED_TWICE, OtherUse, RejectedItem
from desk_app.store.connection.database import Database
from desk_app.store.connection.statements import id_list, is_listed
from desk_app.store.register.desk import StoredDesk
from desk_app.store.register.offers import StoredOffers
from desk_app.store.schema.neighbour_tables import news_noted, unaware_visits
from desk_app.store.schema.tables import activity, operations, visits, voids
from desk_app.store.visits.card_usage import past_visits
from desk_app.store.visits.records import visit_from
from sync.lan.news import MOST_UNAWARE
from sync.ports import GIVEN
from sync.rules.entitlement import limit_reached
from sync.rules.offers import Offer, OfferKind
from sync.rules.visits import PastVisit, VenueVisit, Visit, VisitState

_IS_OWN = sa.and_(operations.c.carried_from.is_(None), ~operations.c.from_feed)
_COUNTS = sa.and_(operations.c.state.in_(GIVEN), voids.c.id.is_(None))
_READ = ("id", "card_number", "offer_id", "local_date", "recorded_at")
"""Columns that stand in the index of cards, so that the visits themselves are not read."""
_VISITS: sa.Select[*tuple[Any, ...]] = (
    sa.select(*(visits.c[name] for name in _READ), operations.c.seq)
    .join(operations, operations.c.id == visits.c.id)
    .outerjoin(voids, voids.c.visit_id == visits.c.id)
    .where(_COUNTS)
)
_OWN_OF_CARDS = _VISITS.where(is_listed(visits.c.card_number, "numbers"), _IS_OWN)
_RECEIVED_OF_CARD = _VISITS.where(
    visits.c.card_number == sa.bindparam("number"), operations.c.carried_from.is_not(None)
)
_IS_NOTED = sa.select(sa.exists(sa.select(news_noted)))
_OF_VISITS = sa.select(unaware_visits.c.visit_id, unaware_visits.c.other_id).where(
    is_listed(unaware_visits.c.visit_id)
)
_back = unaware_visits.alias("back")
_TO_SEND = _OF_VISITS.where(
    sa.or_(
        unaware_visits.c.visit_id > unaware_visits.c.other_id,
        sa.exists().where(
            _back.c.visit_id == unaware_visits.c.other_id,
            _back.c.other_id == unaware_visits.c.visit_id,
        ),
    )
)
_other = visits.alias("other_visits")
_other_operation = operations.alias("other_operations")
_other_void = voids.alias("other_voids")
_OTHER_COUNTS = sa.or_(
    _other_operation.c.state.in_(GIVEN),
    sa.and_(_other_operation.c.id.is_(None), activity.c.state == VisitState.ACCEPTED),
)
_OPEN = (  # neither desk knew, both visits count, and nobody has seen it yet
    sa.select(
        visits,
        unaware_visits.c.limit_passed,
        sa.func.coalesce(_other_operation.c.carried_from, activity.c.desk_name).label("at_desk"),
        sa.func.coalesce(
            _other.c.local_date, activity.c.local_date, type_=visits.c.local_date.type
        ).label("other_date"),
        _other.c.recorded_at.label("other_at"),
    )
    .select_from(unaware_visits)
    .join(
        _back,
        sa.and_(
            _back.c.visit_id == unaware_visits.c.other_id,
            _back.c.other_id == unaware_visits.c.visit_id,
        ),
    )
    .join(visits, visits.c.id == unaware_visits.c.visit_id)
    .join(operations, operations.c.id == visits.c.id)
    .outerjoin(voids, voids.c.visit_id == visits.c.id)
    .outerjoin(_other, _other.c.id == unaware_visits.c.other_id)
    .outerjoin(_other_operation, _other_operation.c.id == unaware_visits.c.other_id)
    .outerjoin(_other_void, _other_void.c.visit_id == unaware_visits.c.other_id)
    .outerjoin(activity, activity.c.id == unaware_visits.c.other_id)
    .where(
        ~unaware_visits.c.seen,
        _IS_OWN,
        _COUNTS,
        ~operations.c.shown,  # it is in the inbox for another reason already
        _OTHER_COUNTS,
        _other_void.c.id.is_(None),
        visits.c.card_number.is_not(None),
    )
    .order_by(operations.c.seq, unaware_visits.c.other_id)
)
_COUNT = sa.select(sa.func.count(sa.distinct(_OPEN.subquery().c.id)))


def is_noted(connection: sa.Connection) -> bool:
    """Whether neighbours are switched on."""
    return bool(connection.execute(_IS_NOTED).scalar_one())


def note_arrived(
    database: Database, connection: sa.Connection, arrived: Sequence[Visit | VenueVisit]
) -> None:
    """Note which of this desk's visits were recorded without knowing of these of other desks."""
    numbers = {visit.card_number for visit in arrived if visit.card_number is not None}
    if not numbers:
        return
    own = defaultdict[str, list[sa.Row[Any]]](list)
    for row in connection.execute(_OWN_OF_CARDS, {"numbers": json.dumps([*numbers])}):
        own[row.card_number].append(row)
    if own:
        judge = _Judge(database, connection)
        of_cards = [
            (visit, own[visit.card_number or ""]) for visit in arrived if visit.card_number in own
        ]
        _write(connection, [pair for visit, rows in of_cards for pair in judge.pairs(visit, rows)])


def note_unaware(connection: sa.Connection, others: Mapping[UUID, Sequence[UUID]]) -> None:
    """Note what the desks that recorded these visits did not know of.

    Of more than can be for one of them, the first.
    """
    if not others:
        return
    known = defaultdict[UUID, set[UUID]](set)
    for row in connection.execute(_OF_VISITS, {"ids": id_list(others)}):
        known[row.visit_id].add(row.other_id)
    new = []
    for visit_id, named in others.items():
        room = max(0, MOST_UNAWARE - len(known[visit_id]))
        unknown = [other for other in dict.fromkeys(named) if other not in known[visit_id]]
        new += [(visit_id, other, False) for other in unknown[:room]]
    _write(connection, new)


def unaware_to_send(connection: sa.Connection, visit_ids: Sequence[UUID]) -> dict[UUID, list[UUID]]:
    """The visits that each visit's desk did not know of, as neighbours are sent them.

    The schema's step 26 says why not all.
    """
    found: dict[UUID, list[UUID]] = {}
    if not visit_ids:
        return found
    for row in connection.execute(_TO_SEND, {"ids": id_list(visit_ids)}):
        found.setdefault(row.visit_id, []).append(row.other_id)
    return found


def count_double_use(connection: sa.Connection) -> int:
    """The number of this desk's visits of which its people have to know this."""
    return connection.execute(_COUNT).scalar_one()


def double_uses(connection: sa.Connection) -> list[RejectedItem]:
    """Return those visits, as the inbox shows them."""
    found: dict[UUID, list[sa.Row[Any]]] = {}
    for row in connection.execute(_OPEN):
        found.setdefault(row.id, []).append(row)
    return [
        RejectedItem(
            id=id_,
            code=LIMIT_PASSED if any(row.limit_passed for row in rows) else USED_TWICE,
            visit=visit_from(rows[0]),
            also=tuple(OtherUse(row.at_desk or "", row.other_date, row.other_at) for row in rows),
        )
        for id_, rows in found.items()
    ]


def note_seen(connection: sa.Connection, visit_id: UUID) -> None:
    """Note that somebody has seen a double use."""
    connection.execute(
        unaware_visits.update().where(unaware_visits.c.visit_id == visit_id).values(seen=True)
    )


class _Judge:
    """Says of which visits this desk's own were recorded without knowing, and what that means."""

    def __init__(self, database: Database, connection: sa.Connection) -> None:
        self._connection = connection
        self._offers = StoredOffers(database)
        self._known: dict[UUID, Offer | None] = {}
        self._desk = StoredDesk(database).record()

    def pairs(
        self, visit: Visit | VenueVisit, own: Sequence[sa.Row[Any]]
    ) -> Iterator[tuple[UUID, UUID, bool]]:
        """This desk's visits that did not know of others, and whether a limit was passed so."""
        for row in own:
            offer = self._offer(row.offer_id)
            late = [(visit.id, visit.offer_id, visit.local_date)]
            passed = self._passed(offer, row)
            if passed:
                late += self._received_after(row)
            for id_, offer_id, day in {each[0]: each for each in late}.values():
                counts = passed and _count_together(offer, self._offer(offer_id))
                twice = id_ == visit.id and (day == row.local_date or _is_same(offer, offer_id))
                if counts or twice:
                    yield row.id, id_, counts

    def _offer(self, offer_id: UUID) -> Offer | None:
        if offer_id not in self._known:
            self._known[offer_id] = self._offers.get(offer_id)
        return self._known[offer_id]

    def _passed(self, offer: Offer | None, row: sa.Row[Any]) -> bool:
        if offer is None or self._desk is None or offer.card_limit is offer.course_limit is None:
            return False
        past = _without(past_visits(self._connection, row.card_number), row)
        return limit_reached(offer, row.local_date, past, self._desk.policy.terms)

    def _received_after(self, row: sa.Row[Any]) -> list[tuple[UUID, UUID, date]]:
        received = self._connection.execute(_RECEIVED_OF_CARD, {"number": row.card_number})
        return [
            (each.id, each.offer_id, each.local_date) for each in received if each.seq > row.seq
        ]


def _count_together(one: Offer | None, other: Offer | None) -> bool:
    """Whether a limit may count visits to both offers."""
    if one is None or other is None:
        return False
    return one.id == other.id or one.kind is other.kind is OfferKind.COURSE


def _is_same(offer: Offer | None, offer_id: UUID) -> bool:
    """Whether both visits are to one event or course."""
    return offer is not None and offer.id == offer_id and offer.is_one_occasion


def _without(past: Sequence[PastVisit], visit: sa.Row[Any]) -> list[PastVisit]:
    """The card's visits, one of them left out."""
    left = [*past]
    for each in past:
        same = (each.offer_id, each.local_date) == (visit.offer_id, visit.local_date)
        if same and each.at == visit.recorded_at:
            left.remove(each)
            break
    return left


def _write(connection: sa.Connection, found: Sequence[tuple[UUID, UUID, bool]]) -> None:
    if not found:
        return
    insertion = insert(unaware_visits)
    passed = sa.func.max(unaware_visits.c.limit_passed, insertion.excluded.limit_passed)
    connection.execute(
        insertion.on_conflict_do_update(
            index_elements=["visit_id", "other_id"], set_={"limit_passed": passed}
        ),
        [
            {"visit_id": visit_id, "other_id": other, "limit_passed": limit}
            for visit_id, other, limit in found
        ],
    )
