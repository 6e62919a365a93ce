"""The moment of a visit: which day it is, and whether the machine's clock can be believed."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from desk_app.services.ports import Clock
from sync.rules.policy import Policy


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment in the policy's time zone, and whether the clock that told it is trusted."""

    at: datetime
    trusted: bool = True

    @property
    def utc(self) -> datetime:
        """The moment as it is stored and sent."""
        return self.at.astimezone(UTC)


class Timekeeping:
    """Turns the clock's time into the moment that the rules count by."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def moment(self, policy: Policy) -> Moment:
        """Now."""
        return Moment(self._clock.now().astimezone(policy.zone))

    def moment_at(self, at: datetime, policy: Policy) -> Moment:
        """A moment that staff name themselves, as when paper forms are keyed in afterwards."""
        return Moment(at.astimezone(policy.zone))

    def moment_on(self, day: date, policy: Policy) -> Moment:
        """Noon of a day: for a question about a day rather than a moment."""
        return Moment(datetime.combine(day, time(12), tzinfo=policy.zone))
