"""A simulated machine as a state machine: whatever becomes of its clock, no visit gets a false day.

The desk's own services stand on their real encrypted file; the machine (its clock, its steady
clock, its starts, its sleep) and the world (true time, the register, strangers) are simulated, so
that offline weeks pass at once. Another desk of the venue takes in what is carried out here, and
carries its own to this one; both send it all.
"""

from collections.abc import Sequence
from dataclasses import replace
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
from desk_app.store.visits.activity import StoredActivity
from desk_app.store.visits.journal import StoredJournal
from desk_app.store.visits.outbox import StoredOutbox
from desk_app.store.visits.transfers import StoredTransfers
from sync.ports import OperationState
from sync.rules.periods import local_day
from sync.rules.policy import RegisterAge, register_age
from sync.rules.visits import Operation, Visit
from tests.desk_app.clock.venue import HERE, THERE, OtherDesk, SimulatedRegister, send_and_receive
from tests.desk_app.clock.world import (
    DST_NIGHTS,
    POLICY,
    SLACK,
    STEPS,
    ZONE,
    Machine,
    RecordedTruth,
)
from tests.helpers.clock_desks import record_visit
from tests.helpers.desks import a_record


class ClockMachine(RuleBasedStateMachine):
    """``recorded`` holds what really was; the desk has only what it can see."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        folder.mkdir()
        self.folder = folder
        self.database = Database.open(folder / "desk.db", "ab" * 32)
        self.desk = StoredDesk(self.database)
        self.desk.enrol(a_record())
        self.journal = StoredJournal(self.database)
        self.recorded: dict[UUID, RecordedTruth] = {}
        self.register = SimulatedRegister()
        self.carried: Sequence[Operation] = ()
        self.carried_here: Sequence[Operation] = ()
        self.settled: set[UUID] = set()
        self.verified_true: datetime | None = None
        self.verified_at: datetime | None = None
        self.received_true: datetime | None = None
        self.received_in_boot: int | None = None
        self.proxy_offset: timedelta | None = None

    @initialize(
        night=st.sampled_from(DST_NIGHTS),
        off=STEPS,
        named=st.booleans(),
        wrong=st.booleans(),
        other_off=st.one_of(st.just(timedelta()), STEPS),
    )
    def switch_on(
        self,
        night: datetime,
        off: timedelta,
        named: bool,  # noqa: FBT001 - drawn
        wrong: bool,  # noqa: FBT001 - drawn
        other_off: timedelta,
    ) -> None:
        self.machine = Machine(night, names_its_starts=named)
        if wrong:
            self.machine.off = off
        self.open()
        self.other = OtherDesk(self.folder, self.machine, other_off)

    def open(self) -> None:
        self.time = Timekeeping(self.machine, StoredClock(self.database), self.desk)
        self.outbox = StoredOutbox(self.database, self.time)
        self.keeping = Retention(
            self.desk, StoredOffers(self.database), StoredAnonymiser(self.database), self.time
        )
        if not self.machine.names_its_starts:
            self.received_in_boot = None

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
        self.received_in_boot = None
        self.open()

    @rule(at=st.sampled_from([datetime(1970, 1, 1, tzinfo=UTC), datetime(2020, 1, 1, tzinfo=UTC)]))
    def the_battery_dies(self, at: datetime) -> None:
        self.machine.reboot()
        self.machine.off = at - self.machine.true
        self.received_in_boot = None
        self.open()

    # At the counter

    @rule()
    def record(self) -> None:
        visit = record_visit(self.time, self.journal)
        trusted_before = self.received_true or datetime(2026, 1, 1, tzinfo=UTC)
        self.recorded[visit.id] = RecordedTruth(self.machine.true, trusted_before)

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

    # From desk to desk, by file

    @rule()
    def carry_out(self) -> None:
        self.time.date_outgoing()
        self.carried = StoredTransfers(self.database).unsent()

    @rule()
    def the_other_desk_merges_it(self) -> None:
        self.other.transfers.merge(self.carried, "Lippuluukku 1")

    @rule()
    def the_other_desk_records(self) -> None:
        with self.other.now():
            trusted_before = self.other.received_true or datetime(2026, 1, 1, tzinfo=UTC)
            self.recorded[self.other.record()] = RecordedTruth(self.machine.true, trusted_before)

    @rule()
    def the_other_desk_carries_out(self) -> None:
        with self.other.now():
            self.other.time.date_outgoing()
            self.carried_here = self.other.transfers.unsent()

    @rule()
    def carry_in(self) -> None:
        StoredTransfers(self.database).merge(self.carried_here, "Lippuluukku 2")

    @rule()
    def the_other_desk_syncs(self) -> None:
        other = self.other
        with other.now():
            other.receive()
        for _ in send_and_receive(
            other.outbox, other.activity, self.register, self.recorded, THERE, self.machine.true
        ):
            pass

    # At the register

    @rule()
    def sync(self) -> None:
        self.proxy_offset = None
        self._receive(self.machine.true)
        for _ in range(2):
            seconds = self.time.seconds_to_second_answer()
            if seconds > 0:
                self.machine.true += timedelta(seconds=seconds)
                self._receive(self.machine.true)
        assert self.time.before_sending()
        self._send()
        self._verify()
        self.keeping.anonymise_when_due()

    @rule()
    def a_cycle_finds_no_network(self) -> None:
        self.keeping.anonymise_when_due()

    @rule(off_by=STEPS, times=st.integers(1, 3))
    def an_old_answer_comes_from_a_proxy(self, off_by: timedelta, times: int) -> None:
        """Understood, but its time stands still: however often it is received, nobody believes it.

        As far off as the one before, but later, it would not stand still: two such have to agree.
        """
        if off_by == self.proxy_offset:
            return
        self.proxy_offset = off_by
        at = self.machine.true + off_by
        if abs(at - self.time.now()) <= timedelta(hours=1) + SLACK:
            return  # so little is believed at once, as it has to be
        for _ in range(times):
            self._receive(at)
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
    def a_stranger_sends_an_absurd_time(self, at: datetime) -> None:
        self._receive(at)

    # What has to hold

    @invariant()
    def a_card_is_judged_by_the_registers_true_age_where_the_time_is_known(self) -> None:
        if self.received_in_boot != getattr(self, "machine", Machine(DST_NIGHTS[0])).boots:
            return
        if self.verified_at is None or self.verified_true is None:
            return
        age = self.time.now() - self.verified_at
        true = self.machine.true - self.verified_true
        assert abs(age - true) < timedelta(hours=1)
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
                for _ in range(2):
                    self.sync()
                    self.the_other_desk_syncs()
                    self.machine.true += timedelta(minutes=1)
                self._compare()
        finally:
            self.database.close()
            if hasattr(self, "other"):
                self.other.database.close()

    def _compare(self) -> None:
        assert not self.register.wrong, self.register.wrong
        for journal in (self.journal, self.other.journal):
            queue = journal.count()
            assert (queue.pending, queue.attention) == (0, 0)
        for visit_id, truth in self.recorded.items():
            kept = self.register.visits[visit_id]
            for journal in (self.journal, self.other.journal):
                entry = journal.entry(visit_id)
                assert entry is None or entry.state is OperationState.ACCEPTED
                assert entry is None or entry.visit.local_date == kept.local_date
            if self._is_true_day(kept.local_date, truth.true):
                continue
            assert not kept.clock_trusted, f"{kept.local_date} is not {truth.true}"
            assert local_day(truth.trusted_before - SLACK, ZONE) <= kept.local_date

    def _is_true_day(self, day: date, true: datetime) -> bool:
        return day in {local_day(true + off, ZONE) for off in (-SLACK, timedelta(), SLACK)}

    def _receive(self, at: datetime) -> None:
        self.time.receive_time(at.replace(microsecond=0))

    def _send(self) -> None:
        activity = StoredActivity(self.database)
        self.settled.update(
            visit_id
            for visit_id in send_and_receive(
                self.outbox, activity, self.register, self.recorded, HERE, self.machine.true
            )
            if self.journal.entry(visit_id) is not None  # of another desk's, that one is asked
        )

    def _verify(self) -> None:
        """The register agrees; the desk notes when, by the time that it knows."""
        assert abs(self.time.now() - self.machine.true) < TOLERANCE + SLACK
        self.verified_at, self.verified_true = self.time.now(), self.machine.true
        self.received_true = self.machine.true
        self.received_in_boot = self.machine.boots

    def _keep_within_years(self) -> None:
        if not 1970 <= self.machine.now().year <= 2090:
            self.machine.off = timedelta()
