"""Column types: times, days and named values as the tables keep them."""

from datetime import UTC, datetime
from enum import StrEnum

import sqlalchemy as sa

metadata = sa.MetaData(
    naming_convention={
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)
"""Of every table of the store."""

_WIDTH = len("2026-11-29T16:00:00.000000Z")


def as_text(moment: datetime) -> str:
    """A moment as columns of :class:`UtcText` hold it."""
    return f"{moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='microseconds')}Z"


def from_text(stored: str) -> datetime:
    """A moment that a column of :class:`UtcText` holds."""
    # Earlier versions wrote the year 100 with three digits.
    return datetime.fromisoformat(stored.zfill(_WIDTH))


class UtcText(sa.types.TypeDecorator[datetime]):
    """An aware moment, kept as UTC text of one width so that it sorts by time.

    The width holds for every year, so whatever was written can be read back.
    """

    impl = sa.String
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> str | None:
        """Convert a value for the column."""
        del dialect
        return None if value is None else as_text(value)

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> datetime | None:
        """Convert the column's value."""
        del dialect
        return None if value is None else from_text(value)


def named(kind: type[StrEnum], name: str | None = None) -> sa.Enum:
    """A column of named values, checked by the database too; ``name`` tells two of a kind apart."""
    return sa.Enum(
        kind,
        name=name or kind.__name__.lower(),
        values_callable=lambda members: [member.value for member in members],
        native_enum=False,
        create_constraint=True,
        length=32,
    )


def one_of(name: str, *words: str) -> sa.Enum:
    """A column of a few words that have no type of their own, checked by the database too."""
    return sa.Enum(*words, name=name, native_enum=False, create_constraint=True)
