"""Reads the journal in pages: this desk's visits and the others', the newest first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desk_app.services.visit_pages import (
    PagePosition,
    VisitLine,
    VisitOutcome,
    VisitQuery,
    VisitSubset,
)
from desk_app.store.connection.database import Database
from desk_app.store.schema.tables import activity, offers, operations, visits, voids
from desk_app.store.visits.journal import ENTRIES
from desk_app.store.visits.records import tickets_from
from desk_app.store.visits.venue_visits import CARRIED, RECEIVED
from sync.ports import UNSENT, OperationState
from sync.rules.card_numbers import without_separators
from sync.rules.offers import OfferName
from sync.rules.visits import VisitState, VoidReason

_reason = voids.c.reason.label("void_reason")
_undone = voids.c.id.is_not(None)
_NONE: sa.ColumnElement[bool] = sa.false()


@dataclass(frozen=True, slots=True)
class _VisitSource:
    """Visits of one origin. ``narrowed`` has the condition for each filter."""

    rows: sa.Select[Any]
    table: sa.Table
    narrowed: Mapping[VisitSubset, sa.ColumnElement[bool]]


def _by_operation(*states: OperationState) -> sa.ColumnElement[bool]:
    return sa.and_(operations.c.state.in_(states), ~_undone)


_RECORDED: Mapping[VisitSubset, sa.ColumnElement[bool]] = {
    VisitSubset.WAITING: _by_operation(*UNSENT),
    VisitSubset.SENT: _by_operation(OperationState.ACCEPTED),
    VisitSubset.REFUSED: _by_operation(OperationState.REJECTED),
    VisitSubset.UNDONE: sa.or_(_undone, operations.c.state == OperationState.WITHDRAWN),
    VisitSubset.ANONYMISED: visits.c.card_number.is_(None),
}
_RECEIVED_SUBSETS: Mapping[VisitSubset, sa.ColumnElement[bool]] = {
    VisitSubset.WAITING: _NONE,
    VisitSubset.SENT: sa.and_(activity.c.state == VisitState.ACCEPTED, ~_undone),
    VisitSubset.REFUSED: _NONE,
    VisitSubset.UNDONE: sa.or_(activity.c.state == VisitState.VOIDED, _undone),
    VisitSubset.ANONYMISED: activity.c.card_number.is_(None),
}
_FROM_ELSEWHERE = visits.c.id.in_(  # few if any: asked for first, not met by walking the journal
    sa.select(operations.c.id).where(operations.c.carried_from.is_not(None))
)
_SOURCES = (
    _VisitSource(ENTRIES.add_columns(_reason), visits, _RECORDED),
    _VisitSource(CARRIED.where(_FROM_ELSEWHERE).add_columns(_reason), visits, _RECORDED),
    _VisitSource(RECEIVED.add_columns(_reason), activity, _RECEIVED_SUBSETS),
)


class StoredVisitPages:
    """Implements the desk's ``VisitPages``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def page(
        self, wanted: VisitQuery, after: PagePosition | None, most: int
    ) -> Sequence[VisitLine]:
        """The next lines. Each origin is asked for so many, and the newest of all are taken."""
        with self._database.read() as connection:
            names = _names(connection)
            found = [
                _line(row, names)
                for source in _SOURCES
                for row in connection.execute(
                    _after(_matching(source, wanted, names), source.table, after).limit(most)
                )
            ]
        found.sort(key=lambda line: (line.local_date, line.id.int), reverse=True)
        return found[:most]

    def count(self, wanted: VisitQuery) -> int:
        """The total number."""
        with self._database.read() as connection:
            names = _names(connection)
            return sum(
                connection.execute(
                    _matching(source, wanted, names).with_only_columns(
                        sa.func.count(), maintain_column_froms=True
                    )
                ).scalar_one()
                for source in _SOURCES
            )


def _names(connection: sa.Connection) -> dict[UUID, OfferName]:
    """Every offer's name, those included that have left the feed."""
    rows = connection.execute(
        sa.select(offers.c.id, offers.c.name_fi, offers.c.name_sv, offers.c.name_en)
    )
    return {row.id: OfferName(row.name_fi, row.name_sv, row.name_en) for row in rows}


def _matching(
    source: _VisitSource, wanted: VisitQuery, names: Mapping[UUID, OfferName]
) -> sa.Select[Any]:
    table, rows = source.table, source.rows
    if wanted.first is not None:
        rows = rows.where(table.c.local_date >= wanted.first)
    if wanted.last is not None:
        rows = rows.where(table.c.local_date <= wanted.last)
    if wanted.offer_id is not None:
        rows = rows.where(table.c.offer_id == wanted.offer_id)
    if wanted.number is not None:
        rows = rows.where(table.c.card_number == wanted.number)
    if wanted.only is not None:
        rows = rows.where(source.narrowed[wanted.only])
    if wanted.text.strip():
        rows = rows.where(_matches(table, wanted.text, names))
    return rows


def _matches(table: sa.Table, text: str, names: Mapping[UUID, OfferName]) -> sa.ColumnElement[bool]:
    """The offer's name holds every word, or the card's number ends so.

    Names are compared here: SQLite knows no capital letters but A to Z.
    """
    words = text.casefold().split()
    named = [
        offer_id
        for offer_id, name in names.items()
        if all(word in f"{name.fi} {name.sv or ''} {name.en or ''}".casefold() for word in words)
    ]
    by_name = table.c.offer_id.in_(named)
    end = without_separators(text)
    if not (end.isascii() and end.isalnum()):
        return by_name
    return sa.or_(by_name, table.c.card_number.endswith(end))


def _after(rows: sa.Select[Any], table: sa.Table, after: PagePosition | None) -> sa.Select[Any]:
    """Names of visits are of UUID version 7 (contract 1.6), so that they sort by time."""
    if after is not None:
        rows = rows.where(
            table.c.local_date <= after.local_date,  # what the index is searched by
            sa.or_(table.c.local_date < after.local_date, table.c.id < after.id),
        )
    return rows.order_by(table.c.local_date.desc(), table.c.id.desc())


def _line(row: sa.Row[Any], names: Mapping[UUID, OfferName]) -> VisitLine:
    columns = row._mapping  # noqa: SLF001 - SQLAlchemy's public way to ask for a column by name
    return VisitLine(
        id=row.id,
        local_date=row.local_date,
        recorded_at=columns.get("recorded_at"),
        desk_name=columns.get("desk_name") or columns.get("carried_from"),
        offer_id=row.offer_id,
        offer=names.get(row.offer_id),
        tickets=tickets_from(row),
        card_number=row.card_number,
        outcome=_outcome(row.state, row.void_id, row.void_reason),
        corrects=columns.get("replaces") is not None,
        first_dated_at=columns.get("first_dated_at"),
    )


def _outcome(
    state: OperationState | VisitState, void_id: UUID | None, reason: VoidReason | None
) -> VisitOutcome:
    if reason is VoidReason.CORRECTED:
        return VisitOutcome.REPLACED
    if void_id is not None or state in (OperationState.WITHDRAWN, VisitState.VOIDED):
        return VisitOutcome.UNDONE
    if state in (OperationState.ACCEPTED, VisitState.ACCEPTED):
        return VisitOutcome.SENT
    return VisitOutcome.REFUSED if state is OperationState.REJECTED else VisitOutcome.WAITING
