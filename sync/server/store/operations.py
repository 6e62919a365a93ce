"""Accepted operations of desks: for judging, for the venue's feed, and for audit."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import (
    BindParameter,
    Connection,
    Row,
    RowMapping,
    bindparam,
    func,
    literal,
    or_,
    select,
    union_all,
    update,
)

from sync.rules.tickets import KINDS, Tickets
from sync.rules.visits import Note, Operation, OwnOffer, VenueVisit, Visit, VisitState, Void
from sync.server.keys.derived import PSEUDONYM_PREFIX, Pseudonyms
from sync.server.store import offers
from sync.server.store.tables import desk_venues, desks, notes, own_offers, venues, visits, voids

_AT_ONCE = 1_000
TABLES = {"visit": visits, "void": voids, "offer": own_offers, "note": notes}
"""Where the operations of each kind are kept."""
_PLAIN = {
    kind: [field.name for field in fields(kind) if field.name not in {"kind", "tickets", "offer"}]
    for kind in (Visit, Void, OwnOffer, Note)
}
"""The fields that each have a column of their name."""
_NOT_SENT = {"venue_id", "desk_id", "received_at", "state", "position"}
"""The columns that the register fills in itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedVisit(VenueVisit):
    """A visit with all that the register knows of it, for audit."""

    venue_id: str
    recorded_at: datetime
    received_at: datetime
    entry: str
    verdict: str
    provisional: bool
    register_revision: int
    clock_trusted: bool
    operator: str | None
    replaces: UUID | None


_VENUE: BindParameter[str] = bindparam("venue")
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_VOIDED = "voided"
_AGENTS = select(desk_venues.c.desk_id).where(desk_venues.c.venue_id == _VENUE)
_KNOWN = union_all(
    *(
        select(literal(kind), table.c.id).where(table.c.venue_id == _VENUE, table.c.id.in_(_IDS))
        for kind, table in TABLES.items()
    ),
    # A ticket agent's void stands at the venue of its desk until its visit comes.
    select(literal(_VOIDED), voids.c.visit_id).where(
        voids.c.visit_id.in_(_IDS), or_(voids.c.venue_id == _VENUE, voids.c.desk_id.in_(_AGENTS))
    ),
)
"""What a venue's desks have had accepted under some ids, by kind, and which of them are voided."""
IS_PSEUDONYM = visits.c.card_number >= PSEUDONYM_PREFIX
"""Every pseudonym comes after every number, so that an index of a venue's finds either."""
HAS_NUMBER = (visits.c.card_number > "") & (visits.c.card_number < PSEUDONYM_PREFIX)
_WITH_DESK = select(visits, desks.c.name.label("desk_name")).join_from(
    visits, desks, visits.c.desk_id == desks.c.id
)
FEED = (
    _WITH_DESK.where(visits.c.venue_id == _VENUE, visits.c.position > bindparam("after"))
    .order_by(visits.c.position)
    .limit(bindparam("most"))
)
"""A venue's visits beyond a position, as :mod:`sync.server.store.feeds` asks."""
AnyVisit = TypeVar("AnyVisit", VenueVisit, RecordedVisit)


def load(
    connection: Connection, venue_id: str, sent: Mapping[UUID, object], pseudonyms: Pseudonyms
) -> tuple[dict[UUID, dict[str, Any]], set[UUID]]:
    """What a venue's desks have had accepted under the ids of what is ``sent`` now, by column.

    Where a card's number is no longer kept, a visit has the one that is sent, if it was that one.
    The ids of visits that are voided, perhaps before they come, are beside it.
    """
    found = connection.execute(_KNOWN, {"venue": venue_id, "ids": [*sent]}).all()
    kinds = {kind for kind, _ in found if kind != _VOIDED}
    known = {
        row["id"]: _as_sent(row, sent[row["id"]], pseudonyms)
        for kind in kinds
        for row in connection.execute(
            select(TABLES[kind]).where(
                TABLES[kind].c.venue_id == venue_id, TABLES[kind].c.id.in_([*sent])
            )
        ).mappings()
    }
    return known, {id_ for kind, id_ in found if kind == _VOIDED}


def _as_sent(row: RowMapping, sent: object, pseudonyms: Pseudonyms) -> dict[str, Any]:
    values = {name: value for name, value in row.items() if name not in _NOT_SENT}
    if isinstance(sent, Visit) and values.get("card_number") in {
        "",
        pseudonyms.of(row["venue_id"], sent.card_number),
    }:
        values["card_number"] = sent.card_number
    return values


def set_voided(connection: Connection, venue_id: str, visit_id: UUID, position: int) -> None:
    """Have a visit of a locked venue be void, at the next position of its feed."""
    mine = (visits.c.venue_id == venue_id) & (visits.c.id == visit_id)
    values = {"state": VisitState.VOIDED, "position": position}
    connection.execute(update(visits).where(mine).values(values))


def last_recorded(
    connection: Connection, venue_id: str, offer_ids: Collection[UUID]
) -> dict[UUID, datetime]:
    """When desks of a venue last told of offers that the venue added itself."""
    query = (
        select(own_offers.c.offer_id, func.max(own_offers.c.recorded_at).label("at"))
        .where(own_offers.c.venue_id == venue_id, own_offers.c.offer_id.in_(offer_ids))
        .group_by(own_offers.c.offer_id)
    )
    return {row.offer_id: row.at for row in connection.execute(query)}


def columns_of(operation: Operation) -> dict[str, Any]:
    """What an operation says, by column."""
    values = {name: getattr(operation, name) for name in _PLAIN[type(operation)]}
    match operation:
        case Visit(tickets=tickets):
            return {**values, **tickets.counts()}
        case OwnOffer(offer=offer):
            return {**values, **offers.columns_of(offer), "offer_id": offer.id}
        case _:
            return values


def tickets_of(row: Row[Any]) -> Tickets:
    """A visit's tickets out of its row."""
    return Tickets(**{kind.name: getattr(row, kind.name) for kind in KINDS})


def all_visits(connection: Connection) -> Iterator[RecordedVisit]:
    """Every visit of every venue, in the order in which they were received, a few at a time."""
    in_order = visits.c.received_at, visits.c.venue_id, visits.c.position
    query = _WITH_DESK.order_by(*in_order).execution_options(yield_per=_AT_ONCE)
    for row in connection.execute(query):
        yield visit_of(RecordedVisit, row)


def all_notes(connection: Connection) -> Iterator[RowMapping]:
    """Every note of every venue with ``desk_name`` and ``venue_name``, as they were received."""
    query = (
        select(notes, desks.c.name.label("desk_name"), venues.c.name.label("venue_name"))
        .join_from(notes, desks, notes.c.desk_id == desks.c.id)
        .join(venues, notes.c.venue_id == venues.c.id)
        .order_by(notes.c.received_at, notes.c.id)
        .execution_options(yield_per=_AT_ONCE)
    )
    yield from connection.execute(query).mappings()


def visit_of(kind: type[AnyVisit], row: Row[Any], oldest: date = date.min) -> AnyVisit:
    """A visit as it is told, with its card's number where that is still kept."""
    number = row.card_number if row.local_date >= oldest else ""
    is_kept = number and not number.startswith(PSEUDONYM_PREFIX)
    names = {field.name for field in fields(kind)} - {"tickets"}
    values = {name: getattr(row, name) for name in names}
    return kind(tickets=tickets_of(row), **values | {"card_number": number if is_kept else None})
