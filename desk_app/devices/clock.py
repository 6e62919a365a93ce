"""The machine's clock, and names for operations made from it."""

from datetime import UTC, datetime
from uuid import UUID

from uuid_utils.compat import uuid7


class SystemClock:
    """The operating system's time."""

    def now(self) -> datetime:
        """This moment, in UTC."""
        return datetime.now(UTC)


class TimeOrderedIds:
    """UUIDs of version 7: they sort by the time at which they were made (RFC 9562)."""

    def new(self) -> UUID:
        """A name that no other desk makes."""
        return uuid7()
