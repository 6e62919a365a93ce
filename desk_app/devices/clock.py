"""The machine's clock, and names for operations made from it."""

import time
from datetime import UTC, datetime
from uuid import UUID

from uuid_utils.compat import uuid7


class SystemClock:
    """The operating system's time."""

    def now(self) -> datetime:
        """This moment, in UTC."""
        return datetime.now(UTC)

    def steady(self) -> float:
        """Seconds since some moment, sleep included where the system can tell."""
        for name in ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC"):  # Linux; macOS
            if hasattr(time, name):
                return time.clock_gettime(getattr(time, name))
        return time.monotonic()  # on Windows it counts sleep


class TimeOrderedIds:
    """UUIDs of version 7: they sort by the time at which they were made (RFC 9562)."""

    def new(self) -> UUID:
        """A name that no other desk makes."""
        return uuid7()
