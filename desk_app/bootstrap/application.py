"""Builds and connects the parts of a desk."""

import logging
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Self

from desk_app.bootstrap.connected_cycle import ConnectedCycle
from desk_app.bootstrap.home_store import open_home, unless_read_only
from desk_app.bootstrap.lock_files import locked_file
from desk_app.bootstrap.neighbours import Neighbours
from desk_app.bootstrap.register_connector import RegisterConnector, ask_register
from desk_app.bootstrap.standing_report import standing_report
from desk_app.bootstrap.sync_lock import SyncLock
from desk_app.bootstrap.transfers import transfers
from desk_app.bootstrap.waiting_list import WaitingList
from desk_app.config.machine_policy import MachinePolicy
from desk_app.config.paths import Home
from desk_app.devices.clock import SystemClock, TimeOrderedIds
from desk_app.devices.pins import Argon2Pins
from desk_app.devices.secrets import secrets_from
from desk_app.files.atomic_write import write_atomically
from desk_app.files.sealing import Hardness
from desk_app.files.spreadsheets import FORMATS
from desk_app.messages import Messages
from desk_app.services.checking import CheckService
from desk_app.services.correcting import CorrectionService
from desk_app.services.enrolment import EnrolmentService
from desk_app.services.errors import DeskRevokedError, StoreError
from desk_app.services.exporting import ExportService
from desk_app.services.lock import LockService
from desk_app.services.offer_creation import OfferCreation
from desk_app.services.online_lookup import OnlineLookup
from desk_app.services.paper_entry import PaperEntry
from desk_app.services.ports import DeskRecord, MachineClock, Secrets
from desk_app.services.recording import RecordService
from desk_app.services.recovery import Recovery
from desk_app.services.rejections import RejectionHandling
from desk_app.services.reporting import ReportService
from desk_app.services.retention import Retention
from desk_app.services.services import Services
from desk_app.services.statistics import StatisticsService
from desk_app.services.status import StatusService
from desk_app.services.timekeeping import Timekeeping
from desk_app.services.voiding import VoidService
from desk_app.store.maintenance import Maintenance
from desk_app.store.opening import Opened, restore_key, start_afresh
from desk_app.store.recovery.missing_operations import StoredMissingOperations
from desk_app.store.register.clock import StoredClock
from desk_app.store.register.desk import StoredDesk
from desk_app.store.register.looked_up_cards import StoredLookedUpCards
from desk_app.store.register.offers import StoredOffers
from desk_app.store.register.register import StoredRegister
from desk_app.store.register.sync_metadata import StoredSyncMetadata
from desk_app.store.retention.anonymiser import StoredAnonymiser
from desk_app.store.retention.companion_files import CompanionFiles
from desk_app.store.visits.activity import StoredActivity
from desk_app.store.visits.journal import StoredJournal
from desk_app.store.visits.outbox import StoredOutbox
from desk_app.store.visits.paper_rows import StoredPaperRows
from desk_app.store.visits.rejections import StoredInbox
from desk_app.store.visits.transfers import StoredTransfers
from desk_app.store.visits.venue_visits import StoredVenueVisits
from desk_app.store.visits.visit_pages import StoredVisitPages
from desk_app.store.visits.visit_totals import StoredVisitTotals
from sync.central_api import CentralApi
from sync.closing import ClosedOnExit
from sync.cycle_report import CycleReport
from sync.engine import Engine
from sync.errors import DeskRefusedError
from sync.page_size import PageSizes
from sync.worker import SyncStatus, SyncWorker

_log = logging.getLogger(__name__)

_LONGEST_GOODBYE = 3.0
"""Seconds to wait for a call under way when the program ends; nothing is lost by not waiting."""
_LONGEST_PIN_TRY = 30.0
"""Seconds to wait while other programs try a PIN: each try takes a tenth of one."""
SHARED_TURN = 0.0005
"""Seconds until one of two busy threads lets the other run; Python's own is ten times as long."""


class App(ClosedOnExit):
    """An open desk: its store, its services, its sync worker. Close it when done."""

    def __init__(
        self,
        home: Home,
        opened: Opened,
        secrets: Secrets,
        messages: Messages,
        clock: MachineClock,
        policy: MachinePolicy,
        hardness: Hardness | None = None,
    ) -> None:
        self.policy = policy
        self.home = home
        self.opened = opened
        self.secrets_choice = "keyring"
        self.pause: Callable[[float], None] = time.sleep
        self.kept_by: str | None = None
        self._database = database = opened.database
        self.desk = StoredDesk(database)
        record = self.desk.record()
        self.messages = messages if record is None else messages.under(record.policy, record.venues)
        self.machine_clock = clock
        self.clock = timekeeping = Timekeeping(clock, StoredClock(database), self.desk)
        self._maintenance = Maintenance(
            database, home.database, opened.key, timekeeping.now, log=opened.log
        )
        self.register = StoredRegister(database)
        self._offers = StoredOffers(database)
        self._activity = StoredActivity(database)
        self._outbox = StoredOutbox(database, self.clock)
        self.sync_metadata = StoredSyncMetadata(database, self.clock)
        self.missing = StoredMissingOperations(database)
        self.waiting_list = WaitingList(self.missing, secrets, timekeeping.now)
        journal = StoredJournal(database)
        ids = TimeOrderedIds()
        self.connector = RegisterConnector(self.desk, secrets, policy, timekeeping.receive_time)
        seen = StoredLookedUpCards(database)
        checking = CheckService(self.desk, self.register, self._offers, journal, timekeeping, seen)
        beside = CompanionFiles(home.database, opened.key, database, opened.log, timekeeping.now)
        self._retention = Retention(
            self.desk,
            self._offers,
            StoredAnonymiser(database, beside),
            timekeeping,
            most_days=policy.retention_days,
        )
        self.neighbours = Neighbours(home, policy, database, self.desk, secrets, timekeeping)
        self._on_status: Callable[[SyncStatus], None] = lambda _: None
        self._on_loading: Callable[[int, int | None], None] = lambda *_: None
        self._page_sizes = PageSizes()
        self._sync_lock = SyncLock(home, opened)
        self.only_sync_worker = self._sync_lock.held
        self.sync_worker = SyncWorker(
            self._next_cycle, self._publish_status, now=timekeeping.glance
        )
        self.neighbours.on_received = self.sync_worker.wake
        recording = RecordService(
            checking,
            journal,
            ids,
            timekeeping,
            transaction=database.write,
            queued=self.sync_worker.wake,
        )
        voiding = VoidService(checking, journal, ids, queued=self.sync_worker.wake)
        write = database.write
        correcting = CorrectionService(checking, recording, voiding, journal, transaction=write)
        reporting = ReportService(checking, journal, StoredVenueVisits(database), self._offers)
        transfer, register_transfer = transfers(
            checking,
            StoredTransfers(database),
            self.desk,
            self.register,
            self._offers,
            self.clock,
            queued=self.sync_worker.wake,
            only_sync_worker=self.only_sync_worker,
            hardness=hardness,
        )
        self.services = Services(
            send_now=self.sync_worker.send_now,
            checking=checking,
            online_lookup=OnlineLookup(
                checking, seen, self.connector.query_card, found=self.sync_worker.wake
            ),
            recording=recording,
            paper_entry=PaperEntry(
                *(checking, recording, self._offers, StoredPaperRows(database), ids),
                transaction=database.write,
                queued=self.sync_worker.wake,
            ),
            voiding=voiding,
            correcting=correcting,
            rejections=RejectionHandling(
                StoredInbox(database),
                voiding,
                correcting,
                self.clock,
                ids,
                journal,
                is_card=checking.knows,
                transaction=database.write,
                queued=self.sync_worker.wake,
            ),
            enrolling=EnrolmentService(
                self.desk,
                secrets,
                self.clock,
                unless_read_only(opened, ask_register, home.folder),
                alone=self._sync_lock.held_before_cycles,
                enrolled=self.sync_worker.send_now,
            ),
            offer_creation=OfferCreation(
                checking, self._offers, journal, ids, queued=self.sync_worker.wake
            ),
            standing=StatusService(
                *(self.desk, self.register, journal, timekeeping),
                *(self.sync_metadata, self.missing, self.neighbours),
            ),
            reporting=reporting,
            statistics=StatisticsService(checking, StoredVisitTotals(database), self._offers),
            exporting=ExportService(reporting, FORMATS, write_atomically),
            transfer=transfer,
            register_transfer=register_transfer,
            lock=LockService(secrets, Argon2Pins(), self.clock, self._only_pin_try),
            offers=self._offers,
            journal=journal,
            visit_pages=StoredVisitPages(database),
            neighbours=self.neighbours,
        )

    @classmethod
    def open(
        cls,
        home: Home,
        secrets_choice: str,
        messages: Messages,
        clock: MachineClock | None = None,
        policy: MachinePolicy | None = None,
        on_repair: Callable[[], None] = lambda: None,
        hardness: Hardness | None = None,
    ) -> Self:
        """Open the desk in ``home``; a new one is made where there is none, a damaged one repaired.

        ``clock`` takes the place of the machine's own, and ``policy`` is the machine's.
        ``hardness`` is what the passphrase of a file that is written costs, if not the usual.
        ``opened`` says what was mended, and ``on_repair`` is called before that begins: it may take
        some minutes.

        Raises ``SecretsUnavailableError`` or a ``StoreError``; then nothing was changed.
        """
        secrets = secrets_from(secrets_choice, home.folder)
        clock = clock or SystemClock()
        opened, kept_by = open_home(home, secrets, clock, on_repair)
        app = cls(home, opened, secrets, messages, clock, policy or MachinePolicy(), hardness)
        app.secrets_choice = secrets_choice
        app.kept_by = kept_by
        app.clock.read_machine_clock()
        if not opened.read_only:
            app.waiting_list.compare(home.database)
        return app

    @staticmethod
    def start_afresh(home: Home, secrets_choice: str) -> Path:
        """Set aside data that no key opens, and make a new key; returns where the old data is now.

        Raises ``SecretsUnavailableError`` or a ``StoreError``.
        """
        secrets = secrets_from(secrets_choice, home.folder)
        return start_afresh(home.database, secrets, SystemClock().now())

    @staticmethod
    def restore_key(home: Home, secrets_choice: str, key: str) -> None:
        """Restore the lost key to the data in ``home``: 64 hex digits.

        Raises ``StoreKeyError`` for another one, ``SecretsUnavailableError`` or a ``StoreError``.
        """
        restore_key(home.database, secrets_from(secrets_choice, home.folder), key)

    def close(self) -> None:
        """Stop the sync worker, and close the files. What waits is sent the next time."""
        self.neighbours.stop()
        self.sync_worker.stop(_LONGEST_GOODBYE)
        if not self.opened.read_only:
            self._maintenance.close()
            self.waiting_list.save()
        self._database.close()

    def start_sync_worker(
        self,
        on_status: Callable[[SyncStatus], None],
        on_loading: Callable[[int, int | None], None] = lambda *_: None,
    ) -> None:
        """Send and fetch in the background from now on; both callbacks run on that thread.

        ``on_loading`` is told how many cards of a fresh register have come, and of how many.
        """
        self._on_status = on_status
        self._on_loading = on_loading
        sys.setswitchinterval(SHARED_TURN)
        self.sync_worker.start()

    def start_maintenance(
        self,
        on_damage: Callable[[], None],
        on_recovery: Callable[[Recovery], None] = lambda _: None,
    ) -> None:
        """Check the data in the background, and back the journal up every hour.

        Both are called from there: when something is damaged that the next start mends, and when
        something was mended at once.
        """
        if not self.opened.read_only:
            self._maintenance.start(on_damage, on_recovery)

    def sync_once(self, *, timeout: float | None = None) -> CycleReport:
        """One whole cycle in the foreground, given up after ``timeout`` seconds.

        Raises ``NotEnrolledError``, ``DeskRevokedError`` or ``SecretsUnavailableError``.
        """
        try:
            record = self.services.checking.desk()
        except DeskRevokedError:
            self.anonymise()
            raise
        until = None if timeout is None else time.monotonic() + timeout

        def is_over() -> bool:
            return until is not None and time.monotonic() >= until

        return ConnectedCycle(self, record, is_over, timeout, patient=False).cycle()

    def engine(
        self,
        record: DeskRecord,
        api: CentralApi,
        stopping: Callable[[], bool],
        *,
        patient: bool = True,
    ) -> Engine:
        """Run the sync engine on the connection ``api``."""
        return Engine(
            api=api,
            outbox=self._outbox,
            register=self.register,
            offers=self._offers,
            activity=self._activity,
            desk=self.desk,
            sync_metadata=self.sync_metadata,
            make_report=partial(
                standing_report, self._database, self.clock, self.neighbours, self.waiting_list
            ),
            on_standing=self.waiting_list.receive,
            patient=patient,
            sizes=self._page_sizes,
            now=self.clock.now,
            register_time=self.clock,
            pause=self.pause,
            register_key=record.signed_by,
            save_token=partial(self.connector.save_token, record),
            progress=lambda loaded: self._on_loading(loaded.cards, loaded.of),
            stopping=stopping,
        )

    @contextmanager
    def _only_pin_try(self) -> Iterator[None]:
        """Hold the PIN lock: misses are counted one by one, whichever program tries."""
        with locked_file(self.home.pin_lock, _LONGEST_PIN_TRY, 0o600):
            yield

    def anonymise(self) -> None:
        """Anonymise old visits. What the disk refuses is tried again in the next hour."""
        try:
            self._retention.anonymise_when_due()
        except StoreError as refused:
            _log.warning("nothing could be anonymised: %s", refused.code)

    def _publish_status(self, status: SyncStatus) -> None:
        self._on_status(status)

    def _next_cycle(self, stopping: Callable[[], bool]) -> "ConnectedCycle | None":
        record = self.desk.record()
        if record is None or self.opened.read_only:
            return None
        if record.refused is not None:
            self.anonymise()
            raise DeskRefusedError("refused before", code=record.refused)
        return ConnectedCycle(
            self, record, lambda: stopping() or self._sync_lock.is_cycle_to_end, timeout=None
        )
