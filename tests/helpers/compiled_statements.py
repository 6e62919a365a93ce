"""Compiles each statement once in a test process, and not once for each database that it opens.

SQLAlchemy keeps what it compiled with each engine, and for that engine's dialect. A program opens
one database and profits from that; a test process opens thousands, and compiling took it a quarter
of its time. What reaches the databases is the same.
"""

from typing import Any

from sqlalchemy import Engine
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.util import LRUCache

_MOST = 5_000


def share_compiled_statements() -> None:
    """Have all engines of this process, from now on, use what one of them compiled."""
    compiled = LRUCache[Any, Any](_MOST)
    engines: Any = Engine  # the library's classes are changed, for tests alone
    dialects: Any = DefaultDialect
    engines._compiled_cache = property(lambda _: compiled, lambda _engine, _own: None)
    dialects.__eq__ = _speaks_the_same
    dialects.__hash__ = _hash_of_kind


def _speaks_the_same(one: DefaultDialect, other: object) -> bool:
    return one is other or (
        isinstance(other, DefaultDialect)
        and type(one) is type(other)
        and _variant(one) == _variant(other)
    )


def _hash_of_kind(dialect: DefaultDialect) -> int:
    return hash(type(dialect))


def _variant(dialect: DefaultDialect) -> tuple[object, ...]:
    """The driver, what it talks to, and how it is told parameters."""
    version = getattr(dialect, "server_version_info", None)
    return dialect.dbapi, version, dialect.paramstyle, dialect.label_length
