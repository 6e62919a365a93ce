"""Which table a row belongs to, told by its shape alone: a damaged file may have lost its schema.

Each version of the schema has its layouts. The journal's rows name what they are in so many words
(states, verdicts, kinds), so that no row of one table passes for one of another.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from uuid import UUID

import sqlalchemy as sa

from desk_app.store.columns import UtcTime
from desk_app.store.migrations import STEPS
from desk_app.store.rescue.leaves import Value
from desk_app.store.tables import JOURNAL

Row = dict[str, Value]
"""A row as the file keeps it, by the names of its columns."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A table as one version of the schema has it."""

    table: sa.Table
    columns: tuple[str, ...]
    rowid: str | None
    """The column that is the rowid itself, which the row does not repeat."""

    def read(self, rowid: int, values: Sequence[Value]) -> Row | None:
        """The row, if it has this layout. Columns added later may be missing at its end."""
        if len(values) > len(self.columns):
            return None
        row = dict(zip(self.columns, values, strict=False))
        if self.rowid is not None and row.get(self.rowid) is None:
            row[self.rowid] = rowid
        wanted = (column for column in self.table.c if column.name in self.columns)
        return row if all(_fits(column, row.get(column.name)) for column in wanted) else None


@cache
def layouts() -> tuple[Layout, ...]:
    """The layouts of every version that this program knows, the newest first."""
    found: dict[Layout, None] = {}
    for version in range(len(STEPS), 0, -1):
        engine = sa.create_engine("sqlite://")
        with engine.begin() as connection:
            for step in STEPS[:version]:
                step(connection)
            for table in JOURNAL:
                columns = connection.exec_driver_sql(f"PRAGMA table_info({table.name})").all()
                if columns:
                    found[_layout(table, columns)] = None
        engine.dispose()
    return tuple(found)


def _layout(table: sa.Table, columns: Sequence[sa.Row[tuple[object, ...]]]) -> Layout:
    keys = [column.name for column in columns if column.pk and column.type == "INTEGER"]
    return Layout(table, tuple(column.name for column in columns), keys[0] if keys else None)


def _fits(column: sa.Column[object], value: Value) -> bool:
    """Whether the column may hold the value."""
    if value is None:
        return bool(column.nullable)
    try:
        return _is_of(column.type, value)
    except ValueError:
        return False


def _is_of(kind: sa.types.TypeEngine[object], value: Value) -> bool:
    if isinstance(value, str):
        return _is_text_of(kind, value)
    match kind:
        case sa.Boolean():
            return value in {0, 1}
        case sa.Integer():
            return isinstance(value, int)
        case sa.LargeBinary():
            return isinstance(value, bytes)
    return False


def _is_text_of(kind: sa.types.TypeEngine[object], text: str) -> bool:
    """Raises ``ValueError`` for some of what is not."""
    match kind:
        case sa.Uuid():
            return UUID(hex=text).hex == text
        case sa.Enum():
            return text in kind.enums
        case UtcTime():
            return datetime.fromisoformat(text).tzinfo is not None
        case sa.Date():
            return date.fromisoformat(text).isoformat() == text
        case sa.JSON():
            return isinstance(json.loads(text), dict)
    return isinstance(kind, sa.String)
