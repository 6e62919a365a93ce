"""The moment of a visit: which day it is, and whether the machine's clock can be believed.

A laptop that wakes in summer may think that it is 1970, or be an hour off. It must neither refuse
every card nor date visits wrongly in silence. So the desk keeps the last time that it could
trust, notices a clock that is behind it or jumps, says so, marks the visits, and sets right those
that have not been sent yet as soon as the register tells the time.
"""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from desk_app.services.ports import Clock, ClockBook, ClockReading, ClockState, Desk
from sync.rules.policy import Policy

TOLERANCE = timedelta(minutes=2)
"""Ours: no rule turns on so little, and no answer takes so long on its way."""
BEFORE_THIS_PROGRAM = datetime(2026, 1, 1, tzinfo=UTC)
"""A clock that says less is wrong, whatever else is known."""
_WORTH_REMEMBERING = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment in the policy's time zone, and whether the clock that told it is trusted.

    ``reading`` is what the machine's own clock said; there is none for a moment that staff named.
    """

    at: datetime
    trusted: bool = True
    reading: ClockReading | None = None

    @property
    def utc(self) -> datetime:
        """The moment as it is stored and sent."""
        return self.at.astimezone(UTC)


class Timekeeping:
    """Turns the clock's time into the moment that the rules count by."""

    def __init__(self, clock: Clock, book: ClockBook, desk: Desk) -> None:
        self._clock = clock
        self._book = book
        self._desk = desk
        self._doubts_kept_offset = True  # until the register tells the time in this run
        self._anchor: tuple[datetime, float] | None = None

    def moment(self, policy: Policy) -> Moment:
        """Now, as well as it can be known."""
        system = self._clock.now()
        state = self._continued(system)
        at = system + state.offset
        trusted = not state.doubtful and at >= state.trusted_at - TOLERANCE
        if state.offset and self._doubts_kept_offset:
            trusted = False
        if not trusted:
            at = max(at, state.trusted_at)  # time has not gone back since
        return Moment(at.astimezone(policy.zone), trusted, ClockReading(system, state.run))

    def moment_at(self, at: datetime, policy: Policy) -> Moment:
        """A moment that staff name themselves, as when paper forms are keyed in afterwards."""
        return Moment(at.astimezone(policy.zone))

    def moment_on(self, day: date, policy: Policy) -> Moment:
        """Noon of a day: for a question about a day rather than a moment."""
        return Moment(datetime.combine(day, time(12), tzinfo=policy.zone))

    def witnessed(self, moment: Moment) -> None:
        """Something was recorded at this moment: time is not before it any more."""
        if moment.reading is None:
            return
        state = self._continued(moment.reading.system_at)
        if moment.trusted:
            state = replace(state, trusted_at=max(state.trusted_at, moment.utc))
        self._book.keep(replace(state, last_seen=moment.reading.system_at))

    def heard(self, register_time: datetime) -> None:
        """The register tells the time: trust it, and set right what was dated by a wrong clock."""
        system = self._clock.now()
        state = self._continued(system)
        offset = register_time - system
        if abs(offset) <= TOLERANCE:
            offset = timedelta()
        is_news = state.doubtful or abs(offset - state.offset) > TOLERANCE
        self._doubts_kept_offset = False
        if is_news or register_time - state.trusted_at > _WORTH_REMEMBERING:
            record = self._desk.record()
            self._book.keep(
                replace(
                    state,
                    trusted_at=register_time,
                    last_seen=system,
                    offset=offset,
                    doubtful=False,
                ),
                redate_in=record.policy.zone if record and is_news else None,
            )

    def _continued(self, system: datetime) -> ClockState:
        """The state, in a new run where the clock went back or jumped since it was last seen."""
        state = self._book.state() or self._first(system)
        if self._has_jumped(system) or system < state.last_seen - TOLERANCE:
            state = replace(
                state, last_seen=system, run=state.run + 1, offset=timedelta(), doubtful=True
            )
            self._book.keep(state)
        return state

    def _first(self, system: datetime) -> ClockState:
        state = ClockState(
            trusted_at=BEFORE_THIS_PROGRAM,
            last_seen=system,
            run=0,
            offset=timedelta(),
            doubtful=system < BEFORE_THIS_PROGRAM,
        )
        self._book.keep(state)
        return state

    def _has_jumped(self, system: datetime) -> bool:
        """Whether clock and passing time have parted since this was last asked."""
        steady = self._clock.steady()
        before, self._anchor = self._anchor, (system, steady)
        if before is None:
            return False
        passed = timedelta(seconds=steady - before[1])
        return abs((system - before[0]) - passed) > TOLERANCE
