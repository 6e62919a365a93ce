"""Statements that are compiled once and run by the driver itself.

SQLAlchemy looks a statement up, and makes a result, each time; for a row of a few columns that
takes several times as long as the driver does.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite

_DIALECT = sqlite.dialect()


class PreparedInsert:
    """Inserts a row of these columns; what is not among the values is empty."""

    def __init__(self, statement: sa.Insert, columns: Mapping[str, sa.Column[Any]]) -> None:
        compiled = statement.compile(dialect=_DIALECT, column_keys=[*columns])
        self._sql = str(compiled)
        converters = {name: _converter(column) for name, column in columns.items()}
        self._places = [
            (name, converters.get(name), compiled.params[name])
            for name in compiled.positiontup or ()
        ]

    def run(self, connection: sa.Connection, values: Mapping[str, Any]) -> None:
        """Insert within the connection's transaction. Raises the driver's errors."""
        row = [
            fixed
            if convert is None
            else None
            if (value := values.get(name)) is None
            else convert(value)
            for name, convert, fixed in self._places
        ]
        driver(connection).execute(self._sql, row)


def is_listed(column: sa.ColumnElement[Any], name: str = "ids") -> sa.ColumnElement[bool]:
    """Whether a column holds one of a list's values, which are given as JSON by this name.

    It is one statement for lists of every length: SQLAlchemy would write another one for each, and
    the driver would compile it.
    """
    values = sa.func.json_each(sa.bindparam(name, type_=sa.String())).table_valued("value")
    return column.in_(sa.select(values.c.value))


def id_list(ids: Iterable[UUID]) -> str:
    """Ids as :func:`is_listed` takes them."""
    return json.dumps([each.hex for each in ids])


def driver(connection: sa.Connection) -> Any:  # noqa: ANN401 - the driver ships no types
    """The driver's own connection: values go in and come out as they are stored."""
    return connection.connection.driver_connection


def _converter(column: sa.Column[Any]) -> Callable[[Any], Any]:
    """From a value to what is stored."""
    return column.type.dialect_impl(_DIALECT).bind_processor(_DIALECT) or _as_it_is


def _as_it_is(value: Any) -> Any:  # noqa: ANN401 - whatever a column holds
    return value
