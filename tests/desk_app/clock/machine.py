"""A simulated machine as a state machine: whatever becomes of its clock, no visit gets a false day.

The desk's own services stand on their real encrypted file; the machine (its clock, its steady
clock, its starts, its sleep) and the world (true time, the register, strangers) are simulated, so
that offline weeks pass at once.
"""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from desk_app.services.retention import Retention
from desk_app.services.timekeeping import TOLERANCE, Timekeeping
from desk_app.store.connection.database import Database
from desk_app.store.register.clock import StoredClock
from desk_app.store.register.desk import StoredDesk
from desk_app.store.register.offers import StoredOffers
from desk_app.store.retention.anonymiser import StoredAnonymiser
from desk_app.store.visits.journal import StoredJournal
from desk_app.store.visits.outbox import StoredOutbox
from sync.ports import OperationState, SendResult
from sync.rules.bounds import day_refusal
from sync.rules.periods import local_day
from sync.rules.policy import Policy, RegisterAge, register_age
from sync.rules.visits import Visit
from tests.helpers.desks import a_record
from tests.helpers.samples import a_visit

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
class Recorded:
    """What is true of a visit, whatever the desk thinks."""

    true: datetime
    trusted_before: datetime


class ClockMachine(RuleBasedStateMachine):
    """``recorded`` holds what really was; the desk has only what it can see."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        folder.mkdir()
        self.database = Database.open(folder / "desk.db", "ab" * 32)
        self.desk = StoredDesk(self.database)
        self.desk.enrol(a_record())
        self.journal = StoredJournal(self.database)
        self.recorded: dict[UUID, Recorded] = {}
        self.refused: list[str] = []
        self.settled: set[UUID] = set()
        self.verified_true: datetime | None = None
        self.verified_at: datetime | None = None
        self.heard_true: datetime | None = None
        self.heard_in_boot: int | None = None
        self.said_by_proxy: timedelta | None = None

    @initialize(
        night=st.sampled_from(DST_NIGHTS), off=STEPS, named=st.booleans(), wrong=st.booleans()
    )
    def switch_on(self, night: datetime, off: timedelta, named: bool, wrong: bool) -> None:  # noqa: FBT001 - drawn
        self.machine = Machine(night, names_its_starts=named)
        if wrong:
            self.machine.off = off
        self.open()

    def open(self) -> None:
        self.time = Timekeeping(self.machine, StoredClock(self.database), self.desk)
        self.outbox = StoredOutbox(self.database, self.time)
        self.keeping = Retention(
            self.desk, StoredOffers(self.database), StoredAnonymiser(self.database), self.time
        )
        if not self.machine.names_its_starts:
            self.heard_in_boot = None

    # In the machine

    @rule(span=st.sampled_from([timedelta(minutes=7), timedelta(hours=2), timedelta(hours=6)]))
    def time_passes(self, span: timedelta) -> None:
        self.machine.true += span

    @rule(days=st.sampled_from([1, 9, 40]))
    def it_sleeps(self, days: int) -> None:
        self.machine.true += timedelta(days=days)

    @rule(step=STEPS)
    def the_clock_is_set_wrong(self, step: timedelta) -> None:
        self.machine.off += step
        self._keep_within_years()

    @rule()
    def the_clock_is_put_right(self) -> None:
        self.machine.off = timedelta()

    @rule()
    def the_program_starts_anew(self) -> None:
        self.open()

    @rule(days=st.sampled_from([0, 1, 30]))
    def the_machine_starts_anew(self, days: int) -> None:
        self.machine.true += timedelta(days=days)
        self.machine.reboot()
        self.heard_in_boot = None
        self.open()

    @rule(at=st.sampled_from([datetime(1970, 1, 1, tzinfo=UTC), datetime(2020, 1, 1, tzinfo=UTC)]))
    def the_battery_dies(self, at: datetime) -> None:
        self.machine.reboot()
        self.machine.off = at - self.machine.true
        self.heard_in_boot = None
        self.open()

    # At the counter

    @rule()
    def record(self) -> None:
        moment = self.time.moment(POLICY)
        visit = replace(
            a_visit(at=moment.utc),
            id=uuid4(),
            local_date=moment.at.date(),
            clock_trusted=moment.trusted,
        )
        self.journal.record(visit, moment.reading)
        self.time.witnessed(moment)
        trusted_before = self.heard_true or datetime(2026, 1, 1, tzinfo=UTC)
        self.recorded[visit.id] = Recorded(self.machine.true, trusted_before)

    @rule()
    def correct_the_last_visit(self) -> None:
        """The new one is of the old one's moment, as recording has it; the day stays."""
        for entry in self.journal.latest(1):
            old = entry.visit
            if not isinstance(old, Visit):
                continue  # its number is forgotten, so it can no longer be corrected
            new = replace(old, id=uuid4(), replaces=old.id)
            self.journal.record(new, self.journal.reading(old.id))
            self.recorded[new.id] = self.recorded[old.id]

    @rule()
    def look_at_the_window(self) -> None:
        self.time.moment(POLICY)
        self.time.glance()

    # At the register

    @rule()
    def sync(self) -> None:
        self.said_by_proxy = None
        self._hear(self.machine.true)
        for _ in range(2):
            seconds = self.time.seconds_to_second_answer()
            if seconds > 0:
                self.machine.true += timedelta(seconds=seconds)
                self._hear(self.machine.true)
        assert self.time.before_sending()
        self._send()
        self._verify()
        self.keeping.anonymise_when_due()

    @rule()
    def a_cycle_finds_no_network(self) -> None:
        self.keeping.anonymise_when_due()

    @rule(said=STEPS, times=st.integers(1, 3))
    def an_old_answer_comes_from_a_proxy(self, said: timedelta, times: int) -> None:
        """Understood, but its time stands still: however often it is heard, nobody believes it.

        As far off as the one before, but later, it would not stand still: two such have to agree.
        """
        if said == self.said_by_proxy:
            return
        self.said_by_proxy = said
        at = self.machine.true + said
        if abs(at - self.time.now()) <= timedelta(hours=1) + SLACK:
            return  # so little is believed at once, as it has to be
        for _ in range(times):
            self._hear(at)
            self.machine.true += timedelta(seconds=3)

    @rule(
        at=st.sampled_from(
            [
                datetime(100, 1, 1, tzinfo=UTC),
                datetime(2100, 1, 1, tzinfo=UTC),
                datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC),
            ]
        )
    )
    def a_stranger_says_an_absurd_time(self, at: datetime) -> None:
        self._hear(at)

    # What has to hold

    @invariant()
    def a_card_is_judged_by_the_registers_true_age_where_the_time_was_heard(self) -> None:
        if self.heard_in_boot != getattr(self, "machine", Machine(DST_NIGHTS[0])).boots:
            return
        if self.verified_at is None or self.verified_true is None:
            return
        told = self.time.now() - self.verified_at
        true = self.machine.true - self.verified_true
        assert abs(told - true) < timedelta(hours=1)
        near = min(abs(true - timedelta(days=30)), abs(true - timedelta(hours=24)))
        if near > timedelta(hours=1):
            judged = register_age(self.verified_at, self.time.now(), POLICY)
            assert judged is register_age(self.verified_true, self.machine.true, POLICY)
            assert isinstance(judged, RegisterAge)

    @invariant()
    def no_number_is_forgotten_before_its_time(self) -> None:
        for visit_id in self.settled:
            entry = self.journal.entry(visit_id)
            assert entry is not None
            if entry.visit.card_number is None:
                kept_for = local_day(self.machine.true + SLACK, ZONE) - entry.visit.local_date
                assert kept_for.days > POLICY.retention_days

    def teardown(self) -> None:
        """After the last sync every visit has its true day, or is marked and lies between."""
        try:
            if hasattr(self, "machine"):
                self.sync()
                self.machine.true += timedelta(minutes=1)
                self.sync()
                self._compare()
        finally:
            self.database.close()

    def _compare(self) -> None:
        assert not self.refused, self.refused
        for visit_id, truth in self.recorded.items():
            entry = self.journal.entry(visit_id)
            assert entry is not None
            assert entry.state is OperationState.ACCEPTED
            kept = entry.visit
            if self._is_true_day(kept.local_date, truth.true):
                continue
            assert not kept.clock_trusted, f"{kept.local_date} is not {truth.true}"
            assert local_day(truth.trusted_before - SLACK, ZONE) <= kept.local_date
            assert kept.recorded_at <= self.machine.true + SLACK

    def _is_true_day(self, day: date, true: datetime) -> bool:
        return day in {local_day(true + off, ZONE) for off in (-SLACK, timedelta(), SLACK)}

    def _hear(self, at: datetime) -> None:
        self.time.heard(at.replace(microsecond=0))

    def _send(self) -> None:
        today = local_day(self.machine.true, ZONE)
        while batch := self.outbox.take(500):
            results = []
            for operation in batch:
                assert isinstance(operation, Visit)
                truth = self.recorded[operation.id]
                refusal = day_refusal(operation.local_date, today)
                deserved = day_refusal(local_day(truth.true, ZONE), today)
                if refusal is not None and refusal is not deserved:
                    self.refused.append(f"{operation.local_date} for {truth.true}: {refusal}")
                results.append(SendResult(operation.id, OperationState.ACCEPTED))
                self.settled.add(operation.id)
            self.outbox.settle(results)

    def _verify(self) -> None:
        """The register agrees; the desk notes when, by the time that it knows."""
        assert abs(self.time.now() - self.machine.true) < TOLERANCE + SLACK
        self.verified_at, self.verified_true = self.time.now(), self.machine.true
        self.heard_true = self.machine.true
        self.heard_in_boot = self.machine.boots

    def _keep_within_years(self) -> None:
        if not 1970 <= self.machine.now().year <= 2090:
            self.machine.off = timedelta()
