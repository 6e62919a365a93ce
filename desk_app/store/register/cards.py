"""Reads and writes cards in plain SQL and tuples, for millions of rows.

SQLAlchemy defines the tables; statements compiled from them once go to the driver directly. A load
is four times as fast like this, and a look-up three times.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, TypeVar

import sqlalchemy as sa

from desk_app.store.connection.database import Database, plain_sql
from desk_app.store.schema.tables import CARDS, card_changes, register_state
from sync.rules.cards import Card, CardKind, CardStatus, OddCard
from sync.rules.register_sum import RegisterSum

T = TypeVar("T")
CardRow = Sequence[Any]
"""A card's columns in the table's order, as the file keeps them."""

PIECE = 500
"""Changes in one piece: each may touch a page of its own."""
PIECE_IN_ORDER = 5_000
"""Cards in one piece of a load, or of a side that is emptied: some fifty to a page."""


def _word(table: sa.Table, rank: int, *conditions: sa.ColumnElement[bool]) -> sa.Select[Any]:
    """The value of a table for a number, if it counts."""
    counts = sa.exists().where(*conditions)
    number = table.c.number == sa.bindparam(None, type_=sa.String)
    return sa.select(sa.literal_column(str(rank)), table).where(number, counts)


def _first(wanted: sa.Select[Any], count: int) -> sa.Select[Any]:
    """The first so many; as literals, since the driver is given nothing but our own values."""
    return wanted.limit(sa.literal_column(str(count))).offset(sa.literal_column("0"))


def _end_of_piece(cards: sa.Table) -> sa.ScalarSelect[str]:
    """The number with which the first piece of a side ends."""
    piece = _first(sa.select(cards.c.number).order_by(cards.c.number), PIECE_IN_ORDER).subquery()
    return sa.select(sa.func.max(piece.c.number)).scalar_subquery()


_LINE = "|".join("%s" for _ in card_changes.columns)
_PLACES = {**CARDS, "changes": card_changes}
_PUT = {
    place: plain_sql(table.insert().prefix_with("OR REPLACE")) for place, table in _PLACES.items()
}
_CLEAR = {place: plain_sql(table.delete()) for place, table in _PLACES.items()}
_DROP = {
    side: plain_sql(cards.delete().where(cards.c.number == sa.bindparam("gone")))
    for side, cards in CARDS.items()
}
_CLEAR_BEYOND = {
    side: plain_sql(cards.delete().where(cards.c.number > sa.bindparam("up_to")))
    for side, cards in CARDS.items()
}
_CLEAR_A_PIECE = {
    side: plain_sql(cards.delete().where(cards.c.number <= _end_of_piece(cards)))
    for side, cards in CARDS.items()
}
_AMONG = {
    side: plain_sql(sa.select(cards).where(cards.c.number.in_([sa.bindparam(None)] * PIECE)))
    for side, cards in CARDS.items()
}
_ANY = {
    place: plain_sql(sa.select(sa.exists(sa.select(table)))) for place, table in _PLACES.items()
}
_NEXT_CHANGES = plain_sql(
    _first(
        sa.select(card_changes)
        .where(card_changes.c.number > sa.bindparam("after"))
        .order_by(card_changes.c.number),
        PIECE,
    )
)
_FIND = plain_sql(
    sa.union_all(
        _word(card_changes, 1, register_state.c.in_use, register_state.c.changed),
        *(
            _word(
                cards,
                2,
                register_state.c.side == sa.literal_column(f"'{side}'"),
                register_state.c.in_use,
            )
            for side, cards in CARDS.items()
        ),
    )
)
"""One statement, so that no swap can come between; what is not in use costs nothing."""


def find(database: Database, number: str) -> Card | None:
    """The card in the register in use, with the latest active change applied."""
    found = database.rows(_FIND, number, number, number)
    if not found:
        return None
    row = found[0] if len(found) == 1 else min(found)  # the least rank
    if row[2] is None:
        return None
    try:
        return card_from(row[1:])
    except ValueError:  # an odd card: it counts in the sum alone
        return None


def held(database: Database, side: str, numbers: Iterable[str]) -> Iterator[CardRow]:
    """Those of the numbers that are on a side."""
    for some in pieces(sorted(numbers), PIECE):
        places = some + some[-1:] * (PIECE - len(some))  # always the same statement
        yield from database.rows(_AMONG[side], *places)


def changes_after(database: Database, number: str) -> Sequence[CardRow]:
    """The next of the changes."""
    return database.rows(_NEXT_CHANGES, number)


def any_in(database: Database, place: str) -> bool:
    """Whether there is a row on a side, or among the changes."""
    return bool(database.rows(_ANY[place])[0][0])


def put(connection: sa.Connection, place: str, rows: Sequence[CardRow]) -> None:
    """Write rows to a side, or among the changes, in the place of what was there."""
    if rows:
        connection.exec_driver_sql(_PUT[place], list(rows))


def change(connection: sa.Connection, side: str, rows: Sequence[CardRow]) -> None:
    """Make changes on a side; a row of a number alone is a card that left."""
    gone = [(row[0],) for row in rows if row[1] is None]
    if gone:
        connection.exec_driver_sql(_DROP[side], gone)
    put(connection, side, [row for row in rows if row[1] is not None])


def clear(connection: sa.Connection, place: str) -> None:
    """Delete every row."""
    connection.exec_driver_sql(_CLEAR[place])


def clear_beyond(connection: sa.Connection, side: str, number: str) -> None:
    """Delete every row beyond a number."""
    connection.exec_driver_sql(_CLEAR_BEYOND[side], (number,))


def clear_a_piece(connection: sa.Connection, side: str) -> None:
    """Delete the first piece."""
    connection.exec_driver_sql(_CLEAR_A_PIECE[side])


def card_row(card: Card | OddCard) -> CardRow:
    """A card's columns; an odd one's are the fields of its line, whatever they are."""
    if isinstance(card, OddCard):
        return (card.number, *card.fields)
    return (
        card.number,
        card.kind.value,
        card.status.value,
        card.valid_from.isoformat(),
        card.valid_until.isoformat(),
        card.minors,
        card.area,
        int(card.local_only),
    )


def sum_of(rows: Iterable[CardRow]) -> RegisterSum:
    """The sum over cards as rows, cards that left aside: a row's columns are its line's fields."""
    return RegisterSum.of(_LINE % tuple(row) for row in rows if row[1] is not None)


def change_row(number: str, card: Card | OddCard | None) -> CardRow:
    """A change's columns; ``None`` is a card that left."""
    return (number, *(None,) * 7) if card is None else card_row(card)


def card_from(row: CardRow) -> Card:
    """A card out of its columns. Raises ``ValueError`` for an odd one."""
    number, kind, status, valid_from, valid_until, minors, area, local_only = row
    return Card(
        number,
        CardKind(kind),
        CardStatus(status),
        date.fromisoformat(valid_from),
        date.fromisoformat(valid_until),
        minors,
        area,
        bool(local_only),
    )


def pieces(whole: Iterable[T], size: int) -> Iterator[list[T]]:
    """One after another, none longer than ``size``."""
    everything = list(whole)
    for start in range(0, len(everything), size):
        yield everything[start : start + size]
