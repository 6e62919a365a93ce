"""Column types that are the same in SQLite and PostgreSQL."""

from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import BigInteger, DateTime, Dialect, Enum, Integer, String, TypeDecorator

SQLITE = "sqlite"
POSTGRESQL = "postgresql"

Code = String().with_variant(String(collation="C"), POSTGRESQL)
"""Text that is ordered by code points, as card numbers are (contract 1.4)."""
BigNumber = BigInteger().with_variant(Integer(), SQLITE)
"""A 64-bit number; SQLite takes only the type INTEGER for the key that is its row's own place."""


def one_of(codes: type[StrEnum], length: int = 20) -> Enum:
    """One of some codes, kept as text: what a program does not know, it cannot read."""
    return Enum(
        codes, native_enum=False, length=length, values_callable=lambda kind: [*map(str, kind)]
    )


class UtcTime(TypeDecorator[datetime]):
    """An aware time, kept in UTC. SQLite has no time zones and would give naive times back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Into the database, in UTC."""
        del dialect
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Out of the database, in UTC, as PostgreSQL is told to give it."""
        del dialect
        return None if value is None else value.replace(tzinfo=UTC)
