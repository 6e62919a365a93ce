"""The machine's clocks, and names for operations made from them.

The only module of the desk that asks the system for the time; the rest asks
:class:`desk_app.services.timekeeping.Timekeeping`.
"""

import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from uuid_utils.compat import uuid7

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
_UPTIME = Path("/proc/uptime")
_APART = 60.0
"""Seconds: no two looks at the same clock lie so far apart."""


class SystemClock:
    """The operating system's time, which may be wrong."""

    def now(self) -> datetime:
        """This moment, in UTC."""
        return datetime.now(UTC)

    def steady(self) -> float:
        """Seconds since some moment, sleep included where the system can tell."""
        if sys.platform == "win32":
            return time.monotonic()  # there it counts sleep
        if sys.platform == "linux":
            return time.clock_gettime(time.CLOCK_BOOTTIME)
        return time.clock_gettime(time.CLOCK_MONOTONIC)  # on macOS it counts sleep

    def boot(self) -> str | None:
        """A name of this start of the machine, within which ``steady`` goes on; Linux tells one.

        ``None`` too where this program is told other seconds than the kernel counts, as under a
        false time of its own: the next start may be told others again.
        """
        try:
            name = _BOOT_ID.read_text(encoding="ascii").strip()
            counted = float(_UPTIME.read_text(encoding="ascii").partition(" ")[0])
        except (OSError, ValueError):
            return None
        return name if name and abs(self.steady() - counted) < _APART else None


class TimeOrderedIds:
    """UUIDs of version 7: they sort by the time at which they were made (RFC 9562)."""

    def new(self) -> UUID:
        """A name that no other desk makes, also where the clock stands before 1970."""
        return uuid7() if time.time() >= 0 else uuid7(nanoseconds=0)
