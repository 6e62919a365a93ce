"""A desk whose clock a test sets, with its journal on a real file."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

from desk_app.services.timekeeping import Timekeeping
from desk_app.store.connection.database import Database
from desk_app.store.register.clock import StoredClock
from desk_app.store.register.desk import StoredDesk
from desk_app.store.visits.journal import StoredJournal
from desk_app.store.visits.outbox import StoredOutbox
from sync.rules.policy import Policy
from sync.rules.visits import Visit
from tests.helpers.clocks import SettableClock
from tests.helpers.desks import a_record
from tests.helpers.samples import a_visit

NOON = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
POLICY = Policy()


def record_visit(time: Timekeeping, journal: StoredJournal) -> Visit:
    """Record a visit, dated as recording dates it."""
    moment = time.moment(POLICY)
    visit = replace(
        a_visit(at=moment.utc),
        id=uuid4(),
        local_date=moment.at.date(),
        clock_trusted=moment.trusted,
    )
    journal.record(visit, moment.reading)
    time.witnessed(moment)
    return visit


def a_desk(folder: Path) -> "ClockDesk":
    """A desk that is enrolled, and whose clock is right."""
    database = Database.open(folder / "desk.db", "ab" * 32)
    StoredDesk(database).enrol(a_record())
    return ClockDesk(database, SettableClock(NOON))


@dataclass
class ClockDesk:
    """A desk's clock and journal on a real file; ``restart`` is a new start of the program."""

    database: Database
    clock: SettableClock

    def __post_init__(self) -> None:
        self.journal = StoredJournal(self.database)
        self.outbox = StoredOutbox(self.database, self.clock)
        self.restart()

    def restart(self) -> None:
        self.keeping = Timekeeping(
            self.clock, StoredClock(self.database), StoredDesk(self.database)
        )

    def reboot(self) -> None:
        """The machine starts anew: its steady clock counts from 0."""
        self.clock.started = f"after {self.clock.started}"
        self.clock.passed = 0.0
        self.restart()

    def receive_time(self, register_time: datetime) -> None:
        """The register tells the time twice, some seconds apart, as at a sync."""
        self.keeping.receive_time(register_time)
        if seconds := self.keeping.seconds_to_second_answer():
            self.clock.tick(seconds=seconds)
            self.keeping.receive_time(register_time + timedelta(seconds=seconds))
        self.keeping.before_sending()

    def record(self) -> Visit:
        """A visit dated as recording dates it."""
        return record_visit(self.keeping, self.journal)

    def kept(self, visit: Visit) -> Visit:
        entry = self.journal.entry(visit.id)
        assert entry is not None
        assert isinstance(entry.visit, Visit)
        return entry.visit
