"""A simulated machine, and what is true whatever it shows."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from sync.rules.policy import Policy

POLICY = Policy()
ZONE = POLICY.zone
SLACK = timedelta(minutes=5)
"""What the desk leaves alone, and what a true day may differ by around midnight."""
DST_NIGHTS = (
    datetime(2026, 10, 24, 18, tzinfo=UTC),
    datetime(2027, 3, 27, 18, tzinfo=UTC),
    datetime(2026, 12, 31, 18, tzinfo=UTC),
)
STEPS = st.sampled_from(
    [
        timedelta(minutes=-30),
        timedelta(hours=-1),
        timedelta(hours=1),
        timedelta(hours=5),
        timedelta(days=-1),
        timedelta(days=1),
        timedelta(days=3),
        timedelta(days=-60),
        timedelta(days=-200),
        timedelta(days=200),
        timedelta(days=-365 * 3),
        timedelta(days=3650),
        timedelta(days=-365 * 56),
    ]
)


@dataclass
class Machine:
    """A computer: its clock is ``off`` from true time; its steady clock counts from its start."""

    true: datetime
    off: timedelta = timedelta()
    started: datetime | None = None
    boots: int = 1
    names_its_starts: bool = True

    def __post_init__(self) -> None:
        self.started = self.true

    def now(self) -> datetime:
        return self.true + self.off

    def steady(self) -> float:
        assert self.started is not None
        return 100.0 + (self.true - self.started).total_seconds()

    def boot(self) -> str | None:
        return f"boot {self.boots}" if self.names_its_starts else None

    def reboot(self) -> None:
        self.boots += 1
        self.started = self.true


@dataclass(frozen=True)
class RecordedTruth:
    """What is true of a visit, whatever the desk thinks."""

    true: datetime
    trusted_before: datetime
