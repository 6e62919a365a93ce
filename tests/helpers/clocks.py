"""A clock that a test, or a flat battery, sets."""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass
class SettableClock:
    """What the machine says, and how much time has really passed."""

    at: datetime
    passed: float = 0.0
    started: str | None = None
    """The name of the machine's start; ``None`` where the system tells none."""

    def now(self) -> datetime:
        return self.at

    def steady(self) -> float:
        return self.passed

    def boot(self) -> str | None:
        return self.started

    def tick(self, **span: float) -> None:
        """Time passes, and the clock goes with it."""
        self.at += timedelta(**span)
        self.passed += timedelta(**span).total_seconds()

    def set_wrong(self, at: datetime) -> None:
        """Somebody, or a flat battery, sets the clock."""
        self.at = at
