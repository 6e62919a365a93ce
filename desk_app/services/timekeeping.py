"""The desk's one source of time, for every stored instant and every comparison.

A laptop whose clock battery is dead may think that it is 2020. It must neither refuse every card
nor date visits wrongly in silence. So the desk keeps the latest time that it could trust, below
which no time is believed; it tells by the machine's steady clock when the other one was set; and it
believes the register, which alone tells the time, for as long as the machine runs on.

A *run* is what one start of the machine makes of its clock: as long as the steady clock goes on,
all that happened in it lies a known time apart. What the register says in one run says nothing
about another one's.
"""

import logging
import secrets
import threading
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4

from desk_app.services.clock_state import (
    ClockBook,
    ClockReading,
    ClockRun,
    ClockState,
    Dating,
    Redated,
)
from desk_app.services.errors import DayToComeError, StoreError
from desk_app.services.ports import Desk, MachineClock
from desk_app.services.time_confirmation import TimeConfirmation
from sync.rules.bounds import RELEASED, is_believable
from sync.rules.policy import Policy

_log = logging.getLogger(__name__)

TOLERANCE = timedelta(minutes=2)
"""Ours: no rule turns on so little, and no answer takes so long on its way."""
LARGE_JUMP = timedelta(hours=1)
"""Ours: so far is believed at once; beyond, a second answer has to agree."""
_LONGEST_RUN = timedelta(days=400)
"""Ours: no desk is on, or asleep, for longer; a steady clock that says so is another one."""
_FAR_AHEAD = timedelta(days=1)
_WORTH_REMEMBERING = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment in the policy's time zone, and whether its clock is trusted.

    ``reading`` is the reading of the machine's clock; ``None`` for a moment that staff named.
    """

    at: datetime
    trusted: bool = True
    reading: ClockReading | None = None

    @property
    def utc(self) -> datetime:
        """The moment in UTC, as it is stored and sent."""
        return self.at.astimezone(UTC)


class Timekeeping:
    """Turns readings of the machine's clocks into UTC.

    ``jumps`` counts how often the time, or the machine's clock, was seen to jump. ``redated`` are
    the visits that were dated afresh since the program started.
    """

    def __init__(self, clock: MachineClock, book: ClockBook, desk: Desk) -> None:
        self._clock = clock
        self._book = book
        self._desk = desk
        self._boot = clock.boot() or uuid4().hex  # where no system tells, every start is another
        self._second = TimeConfirmation()
        self._lock = threading.Lock()
        self._last_read: ClockState | None = None
        self.jumps = 0
        self.redated: list[Redated] = []

    # The current time

    def now(self) -> datetime:
        """The current moment, as well as it is known. Reads the store; raises ``StoreError``."""
        return self._best()[0]

    def read_machine_clock(self) -> None:
        """Detect whether the clock was set meanwhile, before any day is shown.

        A store that takes nothing down just now is no reason not to show what is in it.
        """
        try:
            self._best()
        except StoreError as refused:
            _log.info("the state of the clock could not be saved: %s", refused.code)

    def glance(self) -> datetime:
        """The time as :meth:`now` has it, from the last reading: it touches no disk."""
        with self._lock:
            state = self._last_read
        system, steady = self._clock.now(), self._clock.steady()
        return system if state is None or state.run is None else _best(state, system, steady)[0]

    def steady(self) -> float:
        """Seconds since some moment, whatever the clock is set to; sleep counts."""
        return self._clock.steady()

    def moment(self, policy: Policy) -> Moment:
        """Now, by the policy's calendar, with all that a visit's date needs."""
        at, trusted, reading = self._best()
        return Moment(at.astimezone(policy.zone), trusted, reading)

    def moment_at(self, at: datetime, policy: Policy) -> Moment:
        """A moment that staff name themselves, as when paper forms are entered afterwards."""
        try:
            return Moment(at.astimezone(policy.zone))
        except OverflowError as beyond:
            raise DayToComeError(day=at.date().isoformat()) from beyond

    def moment_on(self, day: date, policy: Policy) -> Moment:
        """Noon of a day, for a question about a day rather than a moment."""
        return Moment(datetime.combine(day, time(12), tzinfo=policy.zone))

    def vouched_for(self) -> datetime | None:
        """The latest moment that the register confirms; ``None`` where it never gave the time.

        Within a run in which it did, that is now. It is for actions that cannot be taken back.
        """
        system, steady = self._clock.now(), self._clock.steady()
        state = self._current(system, steady)
        if state.run is not None and state.run.register_at is not None:
            return _by_register(state.run, steady)
        return state.register_time

    def latest_register_time(self) -> datetime | None:
        """When the register last gave the time, to a minute; ``None`` where it never was."""
        return self._current(self._clock.now(), self._clock.steady()).register_time

    def off_by(self) -> timedelta | None:
        """How far the machine's clock is ahead of the time, or behind below 0.

        ``None`` where nobody has told the time in this run, so that it is not known.
        """
        system, steady = self._clock.now(), self._clock.steady()
        state = self._current(system, steady)
        if state.run is None or state.run.register_at is None:
            return None
        off = system - _by_register(state.run, steady)
        return off if abs(off) > TOLERANCE else timedelta()

    # Sources of time

    def witnessed(self, moment: Moment) -> None:
        """Note that something was recorded at this moment: time is not before it any more."""
        if moment.reading is None:
            return
        state = self._current(moment.reading.system_at, moment.reading.steady)
        if moment.trusted:
            state = replace(state, trusted_at=max(state.trusted_at, moment.utc))
        self._book.save(_with_reading(state, moment.reading.system_at, moment.reading.steady))

    def receive_time(self, register_time: datetime) -> None:
        """Take the time of one of the register's answers.

        What was dated in this run is set right. A large jump is believed once a second answer,
        some seconds later, agrees.
        """
        if not is_believable(register_time):
            return
        system, steady = self._clock.now(), self._clock.steady()
        state = self._current(system, steady, answered=True)
        at, _ = _best(state, system, steady)
        if abs(register_time - at) > LARGE_JUMP:
            if not self._second.agrees(register_time, steady):
                return
            self.jumps += 1
            _log.warning("the register's time differs from this desk's; two answers agree on it")
        else:
            self._second.forget()
        self._believe(state, register_time, system, steady, was=at)

    def seconds_to_second_answer(self) -> float:
        """Seconds until a second answer could confirm a large jump; or 0."""
        return self._second.seconds_left(self._clock.steady())

    def give_up(self) -> None:
        """No two answers agree on the time: use the desk's own clock."""
        self._second.forget()

    def before_sending(self) -> bool:
        """Date what is about to be sent; see :meth:`date_outgoing`.

        ``False`` while a large jump waits for a second answer: what is sent once keeps its date
        for ever.
        """
        if self._second.is_awaited:
            return False
        self.date_outgoing()
        return True

    def date_outgoing(self) -> None:
        """Bring visits of the future back to the present, before they leave this desk.

        That needs the register's time. Those that it does not vouch for are marked. It is the same
        whether they are sent or carried out by file. Raises ``StoreError``.
        """
        system, steady = self._clock.now(), self._clock.steady()
        state = self._current(system, steady)
        record = self._desk.record()
        if record is None:
            return
        is_known = state.run is not None and state.run.register_at is not None
        latest = _best(state, system, steady)[0] if is_known else None
        self._note_redated(self._book.date_outgoing(latest, record.policy.zone))

    def is_settled_since(self, jumps: int) -> bool:
        """Whether no jump was seen since there were so many, and none waits to be believed."""
        return self.jumps == jumps and not self._second.is_awaited

    def _believe(
        self,
        state: ClockState,
        register_time: datetime,
        system: datetime,
        steady: float,
        *,
        was: datetime,
    ) -> None:
        run = state.run
        if run is None:
            return
        is_news = run.register_at is None or run.doubtful or abs(register_time - was) > TOLERANCE
        if not is_news and register_time - state.trusted_at <= _WORTH_REMEMBERING:
            return
        offset = register_time - system
        run = replace(
            run,
            floor_at=register_time,
            floor_steady=steady,
            register_at=register_time,
            register_steady=steady,
            doubtful=False,
            still_ahead=False,
        )
        state = replace(
            state,
            trusted_at=register_time,
            register_time=register_time,
            offset=offset if abs(offset) > TOLERANCE else timedelta(),
            run=run,
        )
        record = self._desk.record()
        dating = None
        if is_news and record is not None:
            dating = Dating(register_time, steady, record.policy.zone, register_time)
        self._note_redated(self._book.save(_with_reading(state, system, steady), dating))

    # State

    def _best(self) -> tuple[datetime, bool, ClockReading]:
        system, steady = self._clock.now(), self._clock.steady()
        state = self._current(system, steady)
        at, trusted = _best(state, system, steady)
        run = state.run.id if state.run else 0
        return at, trusted, ClockReading(system, run, steady, _floor_of(state))

    def _current(self, system: datetime, steady: float, *, answered: bool = False) -> ClockState:
        """The state in the current run, or in a new one; jumps are recorded.

        Where the register is about to say the time, a jump alone moves nothing.
        """
        state = _believed(self._book.state(self._boot))
        run = state.run
        if run is None or not _goes_on(run, steady):
            state = self._begin_run(state, system, steady)
        elif abs((system - run.seen_at) - _span(run.seen_steady, steady)) > TOLERANCE:
            self.jumps += 1
            state = _with_reading(replace(state, run=replace(run, doubtful=True)), system, steady)
            self._note_redated(
                self._book.save(state, None if answered else self._dating(state, system, steady))
            )
        with self._lock:
            self._last_read = state
        return state

    def _begin_run(self, state: ClockState, system: datetime, steady: float) -> ClockState:
        state = replace(state, run=_new_run(state, self._boot, system, steady))
        self._book.save(state)
        return state

    def _dating(self, state: ClockState, system: datetime, steady: float) -> Dating | None:
        """Date by a clock that somebody set: until the register answers, the better guess."""
        record = self._desk.record()
        if record is None or not _may_be_right(state, system, steady):
            return None
        return Dating(system, steady, record.policy.zone)

    def _note_redated(self, redated: list[Redated]) -> None:
        if redated:
            _log.warning("%s unsent visits were dated anew", len(redated))
            self.redated += redated


def best_guess(clock: MachineClock, book: ClockBook) -> datetime:
    """The best guess at the time, without recording anything.

    It is for who has to mend a store before it is at work. Raises ``StoreError``.
    """
    system, steady, boot = clock.now(), clock.steady(), clock.boot() or ""
    state = _believed(book.state(boot))
    if state.run is None or not _goes_on(state.run, steady):
        state = replace(state, run=_new_run(state, boot, system, steady))
    return _best(state, system, steady)[0]


def _believed(state: ClockState | None) -> ClockState:
    """The state without what an earlier version trusted."""
    if state is None or not is_believable(state.trusted_at):
        state = replace(state or ClockState(trusted_at=RELEASED), trusted_at=RELEASED)
    return state


def _new_run(state: ClockState, boot: str, system: datetime, steady: float) -> ClockRun:
    ahead = -state.offset
    return ClockRun(
        id=secrets.randbits(62),  # no two are alike, also after the table was lost
        boot=boot,
        floor_at=state.trusted_at,
        floor_steady=steady,
        seen_at=system,
        seen_steady=steady,
        doubtful=bool(state.offset),
        still_ahead=ahead > _FAR_AHEAD and system - ahead >= state.trusted_at - TOLERANCE,
    )


def _best(state: ClockState, system: datetime, steady: float) -> tuple[datetime, bool]:
    """The best guess at the time, and whether it is trusted."""
    run = state.run
    if run is None:
        return max(system, state.trusted_at), False
    if run.register_at is not None:
        at = _by_register(run, steady)
        return (system if abs(system - at) <= TOLERANCE else at), not run.doubtful
    floor = _known_to_have_passed(state, steady)
    if is_believable(system) and system >= floor - TOLERANCE and not run.still_ahead:
        return system, not run.doubtful
    return floor, False  # time has not gone back since


def _may_be_right(state: ClockState, system: datetime, steady: float) -> bool:
    run = state.run
    is_unknown = run is not None and run.register_at is None and not run.still_ahead
    floor = _known_to_have_passed(state, steady)
    return is_unknown and is_believable(system) and system >= floor - TOLERANCE


def _by_register(run: ClockRun, steady: float) -> datetime:
    return (run.register_at or run.floor_at) + _span(run.register_steady or 0.0, steady)


def _known_to_have_passed(state: ClockState, steady: float) -> datetime:
    run = state.run
    if run is None:
        return state.trusted_at
    passed = max(timedelta(), _span(run.floor_steady, steady))
    return max(run.floor_at + passed, state.trusted_at)


def _floor_of(state: ClockState) -> datetime | None:
    """The earliest moment that any visit may be dated at now.

    What the register said counts before what the clock once seemed to say.
    """
    return state.register_time or (state.run.floor_at if state.run else None)


def _with_reading(state: ClockState, system: datetime, steady: float) -> ClockState:
    if state.run is None:
        return state
    return replace(state, run=replace(state.run, seen_at=system, seen_steady=steady))


def _goes_on(run: ClockRun, steady: float) -> bool:
    return -TOLERANCE <= _span(run.seen_steady, steady) <= _LONGEST_RUN


def _span(since: float, until: float) -> timedelta:
    return timedelta(seconds=until - since)
