"""A desk of a story: the whole program without its window, over a home that can be copied."""

import shutil
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import sqlalchemy as sa

from desk_app.bootstrap.application import App
from desk_app.config.paths import Home
from desk_app.files.register_files import SealedRegisterFiles
from desk_app.files.transfer_files import SealedTransferFiles
from desk_app.messages import Messages
from desk_app.messages.catalogue import catalogue
from desk_app.services.errors import NotEnrolledError, UsageError
from desk_app.services.missing_operations import MissingOperations
from desk_app.store.schema.tables import activity, missing_operations, notes, offers, operations
from sync.cycle_report import CycleReport
from sync.errors import CentralFaultError
from sync.ports import OperationState
from sync.rules.visits import VisitState
from tests.helpers.clocks import SettableClock
from tests.helpers.sealing import QUICK

_PASSPHRASE = "kesällä satoi kolme viikkoa"
UNSENT = (OperationState.PENDING, OperationState.SENDING)


@dataclass(frozen=True)
class Snapshot:
    """A desk's home as it was."""

    of: "StoryDesk"
    folder: Path


class StoryDesk:
    """``recorded`` are the visits of which it has said that they are recorded, and still knows."""

    def __init__(self, folder: Path, clock: SettableClock, world: SettableClock) -> None:
        self.folder = folder
        self.clock = clock
        self._world = world
        self.recorded: set[UUID] = set()
        self._left: list[App] = []
        self._copies = 0
        self.app = self._open()

    @property
    def home(self) -> Home:
        return Home(self.folder / "home")

    def _open(self) -> App:
        secrets = f"file:{self.folder / 'secrets.json'}"
        app = App.open(self.home, secrets, Messages(catalogue("en"), "en"), self.clock)
        app.pause = self._let_pass
        app.services.transfer._transfer_files = SealedTransferFiles(QUICK)
        app.services.register_transfer._files = SealedRegisterFiles(QUICK)
        return app

    def _let_pass(self, seconds: float) -> None:
        """The desk waits, and time goes on everywhere."""
        self.clock.tick(seconds=seconds)
        self._world.tick(seconds=seconds)

    def close(self) -> None:
        for app in [*self._left, self.app]:
            app.close()
        self._left.clear()

    def crash(self) -> None:
        self._left.append(self.app)  # it closes nothing
        self.app = self._open()

    # Copies

    def copy(self) -> Snapshot:
        """Keep the home as it is, the program closed."""
        self.close()
        self._copies += 1
        folder = self.folder / f"copy{self._copies}"
        shutil.copytree(self.home.folder, folder)
        self.app = self._open()
        return Snapshot(self, folder)

    def put_back(self, snapshot: Snapshot, *, whole: bool) -> None:
        """The home, or the database alone, is as it was."""
        self.close()
        if whole:
            shutil.rmtree(self.home.folder)
            shutil.copytree(snapshot.folder, self.home.folder)
        else:
            shutil.copy(snapshot.folder / self.home.database.name, self.home.database)
        self.app = self._open()

    def clone(self, folder: Path) -> "StoryDesk":
        """The same desk a second time, on another machine."""
        self.close()
        shutil.copytree(self.home.folder, folder / "home")
        shutil.copy(self.folder / "secrets.json", folder)
        self.app = self._open()
        clone = StoryDesk(folder, SettableClock(self.clock.at), self._world)
        clone.recorded |= clone.journal()
        return clone

    # Talking

    def enrol(self, url: str, code: str) -> None:
        self.app.services.enrolling.enrol(
            api_url=url, code=code, desk_name="Lippuluukku 1", ca_file=None
        )

    def cycle(self) -> CycleReport | None:
        """One cycle; ``None`` where the desk is turned away."""
        with suppress(NotEnrolledError, CentralFaultError):
            return self.app.sync_once(timeout=60.0)
        return None

    # By file

    def carry_out(self, *, register: bool) -> Path | None:
        """A new file with the register or with unsent work; ``None`` where there is nothing."""
        self._copies += 1
        file = self.folder / f"file{self._copies}.kaiku"
        services = self.app.services
        with suppress(UsageError, NotEnrolledError):
            if register:
                services.register_transfer.carry_out(file, _PASSPHRASE)
            else:
                services.transfer.carry_out(file, _PASSPHRASE)
        return file if file.exists() else None

    def carry_in(self, file: Path) -> None:
        """Take in what a file holds; what is refused leaves the register as it is."""
        services, before = self.app.services, self.app.register.status()
        if not services.register_transfer.is_register(file):
            with suppress(UsageError, NotEnrolledError):
                services.transfer.carry_in(file, _PASSPHRASE)
            return
        try:
            carried = services.register_transfer.carry_in(file, _PASSPHRASE)
        except (UsageError, NotEnrolledError):
            assert self.app.register.status() == before
        else:
            after = self.app.register.status()
            assert after is not None
            assert (after.revision, after.sum.count) == (carried.revision, carried.count)

    def carried(self) -> set[UUID]:
        """The operations that another desk recorded, and this one sends for it."""
        wanted = sa.select(operations.c.id).where(operations.c.carried_from.is_not(None))
        return {row.id for row in self._rows(wanted)}

    def notes(self) -> set[UUID]:
        """The notes that the register has, as this desk believes: of the current enrolment."""
        register_key, venue_id = self.scope
        wanted = sa.select(operations.c.id).where(
            operations.c.kind == "note",
            operations.c.state == OperationState.ACCEPTED,
            operations.c.register_key == register_key,
            operations.c.venue_id == venue_id,
        )
        return {row.id for row in self._rows(wanted)}

    def waiting(self) -> set[UUID]:
        """Its own visits that were not sent, or were refused and not seen to."""
        entries = self.app.services.journal.latest(1_000)
        waiting = {entry.visit.id for entry in entries if entry.state in UNSENT}
        return waiting | {item.id for item in self.app.services.rejections.items()}

    def missing(self) -> MissingOperations | None:
        """What it says that it has lost."""
        return self.app.services.standing.standing().missing

    def lost(self) -> set[str]:
        """The beginnings of the ids of all that it has ever noticed to be lost."""
        return {row.id_prefix for row in self._rows(sa.select(missing_operations))}

    # What it knows

    @property
    def scope(self) -> tuple[bytes, str]:
        """The register and the venue of the current enrolment."""
        record = self.app.desk.record()
        assert record is not None
        return record.register_key, record.venue.id

    def journal(self) -> set[UUID]:
        return {entry.visit.id for entry in self.app.services.journal.latest(1_000)}

    def states(self) -> dict[UUID, tuple[OperationState, bool]]:
        """Each visit's state, and whether it is voided."""
        latest = self.app.services.journal.latest(1_000)
        return {entry.visit.id: (entry.state, entry.voided) for entry in latest}

    def sendable(self) -> tuple[set[UUID], set[UUID]]:
        """Visits, and visits with a void, of which it could tell a register that forgot them."""
        rows = self._rows(
            sa.select(operations.c.kind, operations.c.visit_id).where(~operations.c.from_feed)
        )
        return (
            {row.visit_id for row in rows if row.kind == "visit"},
            {row.visit_id for row in rows if row.kind == "void"},
        )

    def inbox(self) -> set[UUID]:
        """The operations, and the visits of operations, that somebody here sees."""
        items = self.app.services.rejections.items()
        return {item.id for item in items} | {item.visit.id for item in items if item.visit}

    def unsent(self) -> set[UUID]:
        """What waits, also what other desks recorded."""
        rows = self._rows(sa.select(operations.c.id).where(operations.c.state.in_(UNSENT)))
        return {row.id for row in rows}

    def unsent_visits(self) -> set[UUID]:
        """The visits of which something waits here, also what another desk recorded."""
        wanted = sa.select(operations.c.visit_id).where(operations.c.state.in_(UNSENT))
        return {row.visit_id for row in self._rows(wanted)}

    def unseen(self) -> set[UUID]:
        """What waits and is not shown.

        A note is shown with what it is about; where that is settled, it is of no more use.
        """
        items = self.app.services.rejections.items()
        left = {item.id for item in items if item.escalated is not None}
        note_rows = self._rows(sa.select(notes.c.id, notes.c.about))
        return self.unsent() - self.inbox() - {row.id for row in note_rows if row.about not in left}

    def queued_tickets(self, offer_id: UUID) -> int:
        """Tickets that an offer's quota does not count yet, as this desk believes."""
        return self.app.services.journal.queued_tickets(offer_id)

    def received_visits(self) -> dict[UUID, VisitState]:
        return {row.id: row.state for row in self._rows(sa.select(activity))}

    def received_offers(self) -> set[UUID]:
        """The offers of the feed; those of the venue's own that it does not tell of are aside."""
        rows = self._rows(sa.select(offers).where(~offers.c.removed, ~offers.c.own))
        return {row.id for row in rows}

    def _rows(self, wanted: sa.Select[tuple[object, ...]]) -> list[sa.Row[tuple[object, ...]]]:
        with self.app._database.read() as connection:
            return list(connection.execute(wanted))

    def is_forked(self) -> bool:
        """Whether staff are told that its data is used twice, or that an old copy was put back."""
        return self.app.services.standing.standing().sync_health.forked_at is not None

    def set_right(self) -> None:
        self.clock.set_wrong(self._world.at)

    def pass_time(self, span: timedelta) -> None:
        self.clock.tick(seconds=span.total_seconds())
