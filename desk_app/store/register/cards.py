"""Reads and writes cards in plain SQL and tuples, for millions of rows.

SQLAlchemy defines the tables; statements compiled from them once go to the driver directly. A load
is four times as fast like this, and a look-up three times.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, TypeVar

import sqlalchemy as sa

from desk_app.store.connection.database import Database, plain_sql
from desk_app.store.schema.tables import CARDS, card_changes, register_state
from sync.rules.card_fields import card_of, fields_of
from sync.rules.cards import Card, OddCard
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


@cache
def _among(side: str) -> str:
    """Compiled when it is asked first: hundreds of parameters take as long as all the others."""
    cards = CARDS[side]
    return plain_sql(sa.select(cards).where(cards.c.number.in_([sa.bindparam(None)] * PIECE)))


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
_ALL = {
    side: str(sa.select(cards).order_by(cards.c.number).compile()) for side, cards in CARDS.items()
}
_ALL_CHANGED = {
    side: str(
        sa.union_all(
            sa.select(cards).where(cards.c.number.not_in(sa.select(card_changes.c.number))),
            sa.select(card_changes).where(card_changes.c.kind.is_not(None)),
        )
        .order_by(sa.literal_column("number"))
        .compile()
    )
    for side, cards in CARDS.items()
}
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
    card = card_of(row[1:])
    return card if isinstance(card, Card) else None  # an odd card counts in the sum alone


def all_cards(
    connection: sa.Connection, side: str, *, changed: bool
) -> Iterator[list[Card | OddCard]]:
    """Every card of a side by number, a piece at a time, with the active changes applied."""
    found = connection.exec_driver_sql((_ALL_CHANGED if changed else _ALL)[side])
    while rows := found.fetchmany(PIECE_IN_ORDER):
        yield [card_of(row) for row in rows]


def held(database: Database, side: str, numbers: Iterable[str]) -> Iterator[CardRow]:
    """Return those of the numbers that are on a side."""
    for some in pieces(sorted(numbers), PIECE):
        places = some + some[-1:] * (PIECE - len(some))  # always the same statement
        yield from database.rows(_among(side), *places)


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


def sum_of(rows: Iterable[CardRow]) -> RegisterSum:
    """The sum over cards as rows, cards that left aside: a row's columns are its line's fields."""
    return RegisterSum.of(_LINE % tuple(row) for row in rows if row[1] is not None)


def change_row(number: str, card: Card | OddCard | None) -> CardRow:
    """A change's columns; ``None`` is a card that left."""
    return (number, *(None,) * 7) if card is None else fields_of(card)


def pieces(whole: Iterable[T], size: int) -> Iterator[list[T]]:
    """One after another, none longer than ``size``."""
    everything = list(whole)
    for start in range(0, len(everything), size):
        yield everything[start : start + size]
