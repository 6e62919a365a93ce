"""The cached register: one side in use, the other free for a fresh load.

Lookups and single changes go to the side in use. A load fills the other side page by page and is
put in use as a whole, once its sum is the signed one.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite

from desk_app.store.database import Database
from desk_app.store.tables import CARDS, register_state, seen_cards
from sync.errors import RegisterMismatchError
from sync.ports import Loading, RegisterStatus
from sync.rules.cards import Card
from sync.rules.register_sum import RegisterSum


def _find_on(side: str) -> sa.Select[Any]:
    cards = CARDS[side]
    in_use = sa.exists().where(register_state.c.side == side, register_state.c.in_use)
    return sa.select(cards).where(cards.c.number == sa.bindparam("number"), in_use)


_FIND = sa.union_all(*(_find_on(side) for side in CARDS))
"""One statement, so that a swap of the sides cannot come between; the idle side costs nothing."""
_IN_USE = sa.select(register_state).where(register_state.c.in_use)
_LOADING = sa.select(register_state).where(~register_state.c.in_use)
_LOOKED_UP_AT_ONCE = 500
"""Numbers in one IN list; far below what SQLite takes."""

_PUT = {
    side: str(cards.insert().prefix_with("OR REPLACE").compile(dialect=sqlite.dialect()))
    for side, cards in CARDS.items()
}
"""Compiled once and fed with plain tuples: a million cards go in four times as fast."""


class StoredRegister:
    """Implements ``sync.ports.RegisterCache`` and the desk's ``Register``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, number: str) -> Card | None:
        """The card, by its normalised number."""
        row = self._database.row(_FIND, {"number": number})
        return None if row is None else card_from(row)

    def status(self) -> RegisterStatus | None:
        """The register in use."""
        state = self._database.row(_IN_USE)
        if state is None:
            return None
        return RegisterStatus(state.revision, _sum(state), state.verified_at)

    def confirm(self, verified_at: datetime) -> None:
        """The register in use agrees with the central one."""
        with self._database.write() as connection:
            connection.execute(
                register_state.update()
                .where(register_state.c.in_use)
                .values(verified_at=verified_at)
            )

    def apply(
        self,
        changes: Mapping[str, Card | None],
        *,
        revision: int,
        expected: RegisterSum,
        verified_at: datetime,
    ) -> None:
        """Change the register in use, if its sum then is the expected one."""
        with self._database.write() as connection:
            state = connection.execute(_IN_USE).one()
            if _change(connection, state.side, _sum(state), changes) != expected:
                raise RegisterMismatchError
            _write_state(
                connection, state.side, expected, revision=revision, verified_at=verified_at
            )

    def loading(self) -> Loading | None:
        """The fresh load under way."""
        state = self._database.row(_LOADING)
        return None if state is None else Loading(state.revision, state.after, state.pages_done)

    def begin_load(self, revision: int) -> None:
        """Start a fresh load on the side that is not in use."""
        with self._database.write() as connection:
            in_use = connection.execute(_IN_USE).one_or_none()
            side = "a" if in_use is None or in_use.side == "b" else "b"
            _clear(connection, side)
            connection.execute(
                register_state.insert().values(
                    side=side,
                    in_use=False,
                    revision=revision,
                    card_count=0,
                    checksum=RegisterSum().checksum,
                    pages_done=False,
                )
            )

    def add_page(self, cards: Sequence[Card], *, after: str | None, last: bool) -> None:
        """Add a page to the load under way."""
        with self._database.write() as connection:
            state = connection.execute(_LOADING).one()
            total = _put(connection, state.side, _sum(state), cards)
            _write_state(connection, state.side, total, after=after, pages_done=last)

    def apply_to_load(self, changes: Mapping[str, Card | None], *, revision: int) -> None:
        """Change the load under way."""
        with self._database.write() as connection:
            state = connection.execute(_LOADING).one()
            total = _change(connection, state.side, _sum(state), changes)
            _write_state(connection, state.side, total, revision=revision)

    def adopt(self, *, revision: int, expected: RegisterSum, verified_at: datetime) -> None:
        """Put the load in use, if its sum is the expected one; else drop it."""
        with self._database.write() as connection:
            load = connection.execute(_LOADING).one()
            agrees = _sum(load) == expected
            if agrees:
                old = connection.execute(_IN_USE).one_or_none()
                if old is not None:
                    _clear(connection, old.side)
                _write_state(
                    connection,
                    load.side,
                    expected,
                    in_use=True,
                    revision=revision,
                    verified_at=verified_at,
                    after=None,
                )
            else:
                _clear(connection, load.side)
        if not agrees:
            raise RegisterMismatchError

    def drop(self) -> None:
        """Forget every card at once."""
        with self._database.write() as connection:
            forget_cards(connection)


def forget_cards(connection: sa.Connection) -> None:
    """Drop every card, those of a load under way and of second looks too."""
    for side in CARDS:
        _clear(connection, side)
    connection.execute(seen_cards.delete())


def _sum(state: sa.Row[Any]) -> RegisterSum:
    return RegisterSum.from_hex(state.card_count, state.checksum)


def _clear(connection: sa.Connection, side: str) -> None:
    connection.execute(CARDS[side].delete())
    connection.execute(register_state.delete().where(register_state.c.side == side))


def _write_state(
    connection: sa.Connection,
    side: str,
    total: RegisterSum,
    **values: Any,  # noqa: ANN401 - the row's own columns
) -> None:
    connection.execute(
        register_state.update()
        .where(register_state.c.side == side)
        .values(card_count=total.count, checksum=total.checksum, **values)
    )


def _change(
    connection: sa.Connection, side: str, total: RegisterSum, changes: Mapping[str, Card | None]
) -> RegisterSum:
    """Apply changes to one side; the sum afterwards."""
    cards = CARDS[side]
    numbers = list(changes)
    for start in range(0, len(numbers), _LOOKED_UP_AT_ONCE):
        some = numbers[start : start + _LOOKED_UP_AT_ONCE]
        for row in connection.execute(sa.select(cards).where(cards.c.number.in_(some))):
            total = total.minus(card_from(row))
    dropped = [number for number, card in changes.items() if card is None]
    if dropped:
        connection.execute(
            cards.delete().where(cards.c.number == sa.bindparam("gone")),
            [{"gone": number} for number in dropped],
        )
    return _put(connection, side, total, [card for card in changes.values() if card is not None])


def _put(
    connection: sa.Connection, side: str, total: RegisterSum, cards: Sequence[Card]
) -> RegisterSum:
    """Write cards to one side; the sum with them. A number twice makes a sum that never agrees."""
    if cards:
        connection.exec_driver_sql(_PUT[side], [_row(card) for card in cards])
    for card in cards:
        total = total.plus(card)
    return total


def _row(card: Card) -> tuple[str | int, ...]:
    """A card's columns in the table's order, as the file keeps them."""
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


def card_from(row: sa.Row[Any]) -> Card:
    """The card in a row's columns."""
    return Card(
        row.number,
        row.kind,
        row.status,
        row.valid_from,
        row.valid_until,
        row.minors,
        row.area,
        row.local_only,
    )
