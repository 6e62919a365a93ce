"""The cached register: one side in use, the other free for a fresh load.

A load fills the idle side page by page, and is put in use as a whole once its sum is the signed
one. Changes to the side in use are staged beside it, activated as a whole, and moved there
afterwards: a look-up meanwhile sees the old register or the new one, never a mixture.

All of it goes in small transactions, since a visit that is to be recorded waits for one of them.
After an interruption, the next start continues from there.
"""

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from desk_app.services.register_transfer import RegisterSnapshot
from desk_app.store.connection.database import Database
from desk_app.store.register.cards import (
    PIECE,
    PIECE_IN_ORDER,
    CardRow,
    all_cards,
    any_in,
    change,
    change_row,
    changes_after,
    clear,
    clear_a_piece,
    clear_beyond,
    find,
    held,
    pieces,
    put,
    sum_of,
)
from desk_app.store.schema.tables import CARDS, looked_up_cards, register_state
from sync.errors import RegisterMismatchError
from sync.ports import Loading, RegisterProof, RegisterStatus
from sync.rules.card_fields import fields_of
from sync.rules.cards import Card, OddCard
from sync.rules.register_sum import RegisterSum

_BREATH = 0.005
"""Seconds between two pieces with no other work between them, for other programs to step in."""

_IN_USE = sa.select(register_state).where(register_state.c.in_use)
_LOADING = sa.select(register_state).where(~register_state.c.in_use)
_OF_SIDE = sa.select(register_state).where(register_state.c.side == sa.bindparam("wanted"))
_FORGET_OVERTAKEN = looked_up_cards.delete().where(
    looked_up_cards.c.revision <= sa.bindparam("overtaken_by")
)
_STATUS = "SELECT revision, card_count, checksum, verified_at FROM register_state WHERE in_use"


class StoredRegister:
    """Implements ``sync.ports.RegisterCache`` and the desk's ``Register``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, number: str) -> Card | None:
        """The card, by its normalised number."""
        return find(self._database, number)

    def status(self) -> RegisterStatus | None:
        """The register in use."""
        for revision, count, checksum, verified_at in self._database.rows(_STATUS):
            total = RegisterSum.from_hex(count, checksum)
            return RegisterStatus(revision, total, datetime.fromisoformat(verified_at))
        return None

    def confirm(self, verified_at: datetime, *, proof: RegisterProof | None = None) -> None:
        """The register in use agrees with the central one."""
        self._tidy()
        proven = {} if proof is None else _proof_row(proof)
        with self._database.write() as connection:
            connection.execute(
                register_state.update()
                .where(register_state.c.in_use)
                .values(verified_at=verified_at, **proven)
            )

    @contextmanager
    def snapshot(self) -> Iterator[RegisterSnapshot | None]:
        """The register in use at one moment, to be read card by card while it may change."""
        with self._database.read() as connection:
            state = connection.execute(_IN_USE).one_or_none()
            yield (
                None
                if state is None
                else RegisterSnapshot(
                    revision=state.revision,
                    sum=_sum(state),
                    verified_at=state.verified_at,
                    proof=_proof(state),
                    pages=all_cards(connection, state.side, changed=state.changed),
                )
            )

    def apply(
        self,
        changes: Mapping[str, Card | OddCard | None],
        *,
        revision: int,
        expected: RegisterSum,
        verified_at: datetime,
        proof: RegisterProof | None = None,
    ) -> None:
        """Change the register in use, if its sum then is the expected one."""
        self._tidy()
        before = self._state(_IN_USE)
        rows = _rows(changes)
        if before is None or self._sum_with(before, rows) != expected:
            raise RegisterMismatchError
        with self._database.write() as connection:
            now = connection.execute(_IN_USE).one_or_none()
            if now is None or (now.side, _sum(now)) != (before.side, before.sum):
                raise RegisterMismatchError  # dropped, or loaded afresh, by another program
            put(connection, "changes", rows)
            _write_state(
                connection,
                now.side,
                expected,
                revision=revision,
                verified_at=verified_at,
                changed=bool(rows),
                **_proof_row(proof),
            )
            connection.execute(_FORGET_OVERTAKEN, {"overtaken_by": revision})
        self._tidy()

    def loading(self) -> Loading | None:
        """The fresh load under way."""
        state = self._state(_LOADING)
        return None if state is None else Loading(state.revision, state.after, state.pages_done)

    def begin_load(self, revision: int) -> None:
        """Start a fresh load on the side that is not in use."""
        with self._database.write() as connection:
            connection.execute(register_state.delete().where(~register_state.c.in_use))
        self._tidy()
        with self._database.write() as connection:
            in_use = connection.execute(_IN_USE).one_or_none()
            side = "a" if in_use is None or in_use.side == "b" else "b"
            clear(connection, side)  # nothing is left there, unless another program was at it
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

    def add_page(self, cards: Sequence[Card | OddCard], *, after: str | None, last: bool) -> None:
        """Add a page to the load under way; it counts once all of it is in.

        What is there of a page that was cut off goes first: it comes again, and may have changed.
        """
        rows = [fields_of(card) for card in cards]
        with self._database.write() as connection:
            state = connection.execute(_LOADING).one()
            clear_beyond(connection, state.side, state.up_to)
        *parts, final = list(pieces(rows, PIECE_IN_ORDER)) or [[]]
        for part in parts:
            with self._database.write() as connection:
                put(connection, connection.execute(_LOADING).one().side, part)
        added = sum_of(rows)  # a number twice makes a sum that never agrees
        with self._database.write() as connection:
            state = connection.execute(_LOADING).one()
            put(connection, state.side, final)
            _write_state(
                connection,
                state.side,
                _sum(state) + added,
                after=after,
                up_to=rows[-1][0] if rows else state.up_to,
                pages_done=last,
            )

    def apply_to_load(self, changes: Mapping[str, Card | OddCard | None], *, revision: int) -> None:
        """Change the load under way; cut off in the middle, it is done again from the start."""
        for piece in pieces(_rows(changes), PIECE):
            with self._database.write() as connection:
                state = _State.of(connection.execute(_LOADING).one())
                total = self._sum_with(state, piece)
                change(connection, state.side, piece)
                _write_state(connection, state.side, total)
        with self._database.write() as connection:
            connection.execute(
                register_state.update().where(~register_state.c.in_use).values(revision=revision)
            )

    def adopt(
        self,
        *,
        revision: int,
        expected: RegisterSum,
        verified_at: datetime,
        proof: RegisterProof | None = None,
    ) -> None:
        """Put the load in use, if its sum is the expected one; else drop it."""
        with self._database.write() as connection:
            load = connection.execute(_LOADING).one()
            agrees = _sum(load) == expected
            out = register_state.c.in_use if agrees else ~register_state.c.in_use
            connection.execute(register_state.delete().where(out))
            if agrees:
                _write_state(
                    connection,
                    load.side,
                    expected,
                    in_use=True,
                    revision=revision,
                    verified_at=verified_at,
                    after=None,
                    **_proof_row(proof),
                )
                connection.execute(_FORGET_OVERTAKEN, {"overtaken_by": revision})
        self._tidy()
        if not agrees:
            raise RegisterMismatchError

    def drop(self) -> None:
        """Delete every card at once."""
        with self._database.write() as connection:
            forget_cards(connection)

    def _tidy(self) -> None:
        """Finish interrupted work: move active changes, and empty sides that are not in use."""
        state = self._state(_IN_USE)
        if state is not None and state.changed:
            self._move_changes()
        if any_in(self._database, "changes"):
            with self._database.write() as connection:
                if not _changes_active(connection):
                    clear(connection, "changes")
        for side in CARDS:
            while self._is_idle(side) and any_in(self._database, side):
                self._empty_a_piece(side)
                time.sleep(_BREATH)

    def _move_changes(self) -> None:
        """Move the active changes to their places. Moving them twice does no harm."""
        rows = changes_after(self._database, "")
        while rows:
            following = changes_after(self._database, rows[-1][0])
            with self._database.write() as connection:
                state = _changes_active(connection)
                if state is None:
                    return  # dropped, or loaded afresh, by another program
                change(connection, state.side, rows)
                if not following:
                    connection.execute(register_state.update().values(changed=False))
                    clear(connection, "changes")
            rows = following

    def _empty_a_piece(self, side: str) -> None:
        with self._database.write() as connection:
            if connection.execute(_OF_SIDE, {"wanted": side}).one_or_none() is None:
                clear_a_piece(connection, side)

    def _is_idle(self, side: str) -> bool:
        """Whether a side is neither in use nor being loaded."""
        with self._database.read() as connection:
            return connection.execute(_OF_SIDE, {"wanted": side}).one_or_none() is None

    def _state(self, wanted: sa.Select[Any]) -> "_State | None":
        with self._database.read() as connection:
            row = connection.execute(wanted).one_or_none()
        return None if row is None else _State.of(row)

    def _sum_with(self, state: "_State", changes: Sequence[CardRow]) -> RegisterSum:
        """The sum of a side with these changes applied."""
        before = held(self._database, state.side, [row[0] for row in changes])
        return state.sum - sum_of(before) + sum_of(changes)


@dataclass(frozen=True, slots=True)
class _State:
    """The state of a side."""

    side: str
    sum: RegisterSum
    revision: int
    after: str | None
    pages_done: bool
    changed: bool

    @classmethod
    def of(cls, row: sa.Row[Any]) -> "_State":
        return cls(row.side, _sum(row), row.revision, row.after, row.pages_done, row.changed)


def forget_cards(connection: sa.Connection) -> None:
    """Delete every card, those of a load under way and of online lookups too."""
    for place in (*CARDS, "changes"):
        clear(connection, place)
    connection.execute(register_state.delete())
    connection.execute(looked_up_cards.delete())


def _rows(changes: Mapping[str, Card | OddCard | None]) -> list[CardRow]:
    """Sorted, so that each page of the file is touched once."""
    return [change_row(number, changes[number]) for number in sorted(changes)]


def _changes_active(connection: sa.Connection) -> sa.Row[Any] | None:
    return connection.execute(_IN_USE.where(register_state.c.changed)).one_or_none()


def _sum(state: sa.Row[Any]) -> RegisterSum:
    return RegisterSum.from_hex(state.card_count, state.checksum)


def _proof(state: sa.Row[Any]) -> RegisterProof | None:
    if state.signed_at is None or state.signature_at is None:
        return None
    return RegisterProof(state.signed_at, state.signature_at)


def _proof_row(proof: RegisterProof | None) -> dict[str, str | None]:
    return {
        "signed_at": proof.signed_at if proof else None,
        "signature_at": proof.signature if proof else None,
    }


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
