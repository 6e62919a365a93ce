"""The others at the venue: the register, and another desk that imports files."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from desk_app.services.timekeeping import Timekeeping
from desk_app.store.connection.database import Database
from desk_app.store.register.clock import StoredClock
from desk_app.store.register.desk import StoredDesk
from desk_app.store.visits.activity import StoredActivity
from desk_app.store.visits.journal import StoredJournal
from desk_app.store.visits.outbox import StoredOutbox
from desk_app.store.visits.transfers import StoredTransfers
from sync.ports import OperationState, SendResult
from sync.rules.bounds import day_refusal
from sync.rules.codes import Refusal
from sync.rules.periods import local_day
from sync.rules.visits import VenueVisit, Visit
from tests.desk_app.clock.world import SLACK, ZONE, Machine, RecordedTruth
from tests.helpers.clock_desks import record_visit
from tests.helpers.desks import a_record
from tests.helpers.samples import as_in_feed

HERE, THERE = UUID(int=7), UUID(int=8)


@dataclass
class SimulatedRegister:
    """What the register has, each visit once; ``wrong`` is what it should never have been sent."""

    visits: dict[UUID, Visit] = field(default_factory=dict)
    sent_by: dict[UUID, UUID] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def judge(self, visit: Visit, desk: UUID, true: datetime, was: datetime) -> SendResult:
        """Judge a visit that really ``was`` at some time, and keep it."""
        there = self.visits.get(visit.id)
        if there is None:
            self._note_wrong_times(visit, true, was)
            self.visits[visit.id], self.sent_by[visit.id] = visit, desk
        if there is None or there == visit:
            return SendResult(visit.id, OperationState.ACCEPTED)
        return SendResult(visit.id, OperationState.REJECTED, Refusal.ID_CONFLICT)

    def _note_wrong_times(self, visit: Visit, true: datetime, was: datetime) -> None:
        today = local_day(true, ZONE)
        refusal = day_refusal(visit.local_date, today)
        if refusal is not None and refusal is not day_refusal(local_day(was, ZONE), today):
            self.wrong.append(f"{visit.local_date} for {was}: {refusal}")
        if visit.recorded_at > true + SLACK or visit.local_date > local_day(true + SLACK, ZONE):
            self.wrong.append(f"{visit.recorded_at} ({visit.local_date}) lies after {true}")

    def feed(self) -> list[VenueVisit]:
        """All visits, as every desk of the venue is told of them."""
        return [as_in_feed(visit, desk_id=self.sent_by[visit.id]) for visit in self.visits.values()]


def send_and_receive(
    outbox: StoredOutbox,
    activity: StoredActivity,
    register: SimulatedRegister,
    recorded: dict[UUID, RecordedTruth],
    desk: UUID,
    true: datetime,
) -> Iterator[UUID]:
    """One cycle's sending, and the feed; gives the visits that the register has taken."""
    while batch := outbox.claim(500):
        results = [
            register.judge(visit, desk, true, recorded[visit.id].true)
            for visit in batch
            if isinstance(visit, Visit)
        ]
        outbox.record_results(results)
        yield from (each.id for each in results if each.state is OperationState.ACCEPTED)
    activity.apply(register.feed(), cursor="1")


class OtherDesk:
    """A desk whose clock is ``off`` all the time, on a machine that is never switched off."""

    def __init__(self, folder: Path, machine: Machine, off: timedelta) -> None:
        self._near = machine
        self._machine = replace(machine, off=off)
        self.database = Database.open(folder / "other.db", "ab" * 32)
        desk = StoredDesk(self.database)
        desk.enrol(replace(a_record(), desk_id=THERE))
        self.time = Timekeeping(self._machine, StoredClock(self.database), desk)
        self.journal = StoredJournal(self.database)
        self.outbox = StoredOutbox(self.database, self.time)
        self.transfers = StoredTransfers(self.database)
        self.activity = StoredActivity(self.database)
        self.received_true: datetime | None = None

    @contextmanager
    def now(self) -> Iterator[None]:
        """It is the same time at both desks."""
        self._machine.true = self._near.true
        yield
        self._near.true = self._machine.true

    def record(self) -> UUID:
        return record_visit(self.time, self.journal).id

    def receive(self) -> None:
        self.time.receive_time(self._machine.true.replace(microsecond=0))
        if seconds := self.time.seconds_to_second_answer():
            self._machine.true += timedelta(seconds=seconds)
            self.time.receive_time(self._machine.true.replace(microsecond=0))
        assert self.time.before_sending()
        self.received_true = self._machine.true
