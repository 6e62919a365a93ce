"""The persistent state of the desk's clock, and the Protocol of its storage."""

from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from typing import Protocol
from uuid import UUID


@dataclass(frozen=True, slots=True)
class ClockReading:
    """One reading of the machine's clocks: UTC, the run, and the run's seconds.

    ``floor_at`` is the latest time that was known to have come.
    """

    system_at: datetime
    run: int
    steady: float
    floor_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockRun:
    """A run of the machine's clock: times within one run are a known span apart.

    ``boot`` names the start of the machine. By ``floor_steady`` it was at least ``floor_at``. The
    clock said ``seen_at`` when it was last looked at, at ``seen_steady``. The register said
    ``register_at`` at ``register_steady``. A ``doubtful`` run is one in which the clock was set, or
    that follows one with a wrong clock, and that nobody has vouched for yet; a clock that is
    ``still_ahead`` is as wrong as it was when the register was last heard.
    """

    id: int
    boot: str
    floor_at: datetime
    floor_steady: float
    seen_at: datetime
    seen_steady: float
    register_at: datetime | None = None
    register_steady: float | None = None
    doubtful: bool = False
    still_ahead: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockState:
    """The state that outlives a run, and the newest run of this start of the machine.

    ``trusted_at`` is the latest time known to be true, ``register_time`` the register's latest, and
    ``offset`` what was then to be added to the clock's time: nothing where it was right.
    """

    trusted_at: datetime
    register_time: datetime | None = None
    offset: timedelta = timedelta()
    run: ClockRun | None = None


@dataclass(frozen=True, slots=True)
class Dating:
    """The reference for dating a run's visits anew: it was ``at`` at ``steady`` seconds of the run.

    Days are by the calendar of ``zone``. With ``latest``, nothing unsent lies after it, whatever
    run it is of, nor so long before it that the register refuses a day that nobody vouches for.
    """

    at: datetime
    steady: float
    zone: tzinfo
    latest: datetime | None = None


@dataclass(frozen=True, slots=True)
class Redated:
    """An unsent visit that was dated anew."""

    id: UUID
    before: datetime
    after: datetime


class ClockBook(Protocol):
    """Stores the state of the clock over restarts."""

    def state(self, boot: str) -> ClockState | None:
        """The state, with the newest run of this start of the machine; ``None`` at first."""
        ...

    def save(self, state: ClockState, dating: Dating | None = None) -> list[Redated]:
        """Save it, and date this run's unsent visits anew; returns those that changed.

        They are marked as not trusted. None is dated before the floor that it was given.
        """
        ...

    def date_outgoing(self, latest: datetime | None, zone: tzinfo) -> list[Redated]:
        """Date what is about to leave this desk; returns the visits that changed.

        Nothing unsent, also of another desk, lies after ``latest``, the register's time, where that
        is known; visits that nobody vouches for are marked as not trusted.
        """
        ...
