"""The one place where the parts are built and joined."""

import logging
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

from filelock import FileLock, Timeout

from desk_app.devices.clock import SystemClock, TimeOrderedIds
from desk_app.devices.pins import Argon2Pins
from desk_app.devices.secrets import secrets_from
from desk_app.files.parcels import SealedParcels
from desk_app.files.sheets import FORMATS
from desk_app.files.whole import write_whole
from desk_app.opened_home import open_home, unless_read_only
from desk_app.paths import Home
from desk_app.policy import MachinePolicy
from desk_app.roads import Roads, ask_register
from desk_app.services.carrying import Carrying
from desk_app.services.checking import Checking
from desk_app.services.correcting import Correcting
from desk_app.services.counter import Counter
from desk_app.services.enrolling import Enrolling
from desk_app.services.errors import (
    DeskRevokedError,
    StoreError,
    StoreLockedError,
    StoreReadOnlyError,
)
from desk_app.services.exporting import Exporting
from desk_app.services.figures import Figuring
from desk_app.services.keeping import Keeping
from desk_app.services.keying import Keying
from desk_app.services.locking import Locking
from desk_app.services.looking import Looking
from desk_app.services.offering import Offering
from desk_app.services.ports import DeskRecord, MachineClock, Secrets
from desk_app.services.recording import Recording
from desk_app.services.recovery import Recovery
from desk_app.services.reporting import Reporting
from desk_app.services.resolving import Resolving
from desk_app.services.standing import StandingService
from desk_app.services.timekeeping import Timekeeping
from desk_app.services.voiding import Voiding
from desk_app.standing_report import standing_report
from desk_app.store.activity import StoredActivity
from desk_app.store.carried import StoredCarriedWork
from desk_app.store.clock import StoredClock
from desk_app.store.desk import StoredDesk
from desk_app.store.dialogue import StoredDialogue
from desk_app.store.inbox import StoredInbox
from desk_app.store.journal import StoredJournal
from desk_app.store.offers import StoredOffers
from desk_app.store.opening import Opened, restore_key, start_afresh
from desk_app.store.outbox import StoredOutbox
from desk_app.store.paper_rows import StoredPaperRows
from desk_app.store.register import StoredRegister
from desk_app.store.seen_cards import StoredSeenCards
from desk_app.store.tallies import StoredTallies
from desk_app.store.thinning import StoredThinning
from desk_app.store.upkeep import Upkeep
from desk_app.store.venue_visits import StoredVenueVisits
from desk_app.store.visit_pages import StoredVisitPages
from desk_app.wording import Wording
from sync.central_api import CentralApi
from sync.engine import Engine
from sync.errors import DeskRefusedError
from sync.page_size import PageSizes
from sync.report import CycleReport
from sync.worker import SyncStatus, SyncWorker

_log = logging.getLogger(__name__)

_LONGEST_GOODBYE = 3.0
"""Seconds to wait for a call under way when the program ends; nothing is lost by not waiting."""

_LONGEST_PIN_TRY = 30.0
"""Seconds to wait while other programs try a PIN: each try takes a tenth of one."""

_LONGEST_TURN = 60.0
"""Seconds to wait for another program's cycle: a window may be open beside a command."""

SHARED_TURN = 0.0005
"""Seconds until a thread lets another one have the interpreter, once two are at work: Python's own
ten times as long would add up to more than a frame beside the loading of a register."""


class App:
    """A desk, opened: its cupboard, its deeds, its messenger. Close it when done."""

    def __init__(
        self,
        home: Home,
        opened: Opened,
        secrets: Secrets,
        wording: Wording,
        clock: MachineClock,
        policy: MachinePolicy,
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
        self.wording = wording if record is None else wording.under(record.policy, record.venues)
        self.machine_clock = clock
        self.clock = timekeeping = Timekeeping(clock, StoredClock(database), self.desk)
        self._upkeep = Upkeep(database, home.database, opened.key, timekeeping.now, log=opened.log)
        self.register = StoredRegister(database)
        self._offers = StoredOffers(database)
        self._activity = StoredActivity(database)
        self._outbox = StoredOutbox(database, self.clock)
        self.dialogue = StoredDialogue(database, self.clock)
        journal = StoredJournal(database)
        ids = TimeOrderedIds()
        self.roads = Roads(self.desk, secrets, policy, timekeeping.heard)
        seen_cards = StoredSeenCards(database)
        checking = Checking(
            self.desk, self.register, self._offers, journal, timekeeping, seen_cards
        )
        self._keeping = Keeping(
            self.desk,
            self._offers,
            StoredThinning(database, lambda: opened.erase_forgotten(home.database, clock.now())),
            timekeeping,
            most_days=policy.retention_days,
        )
        self._on_status: Callable[[SyncStatus], None] = lambda _: None
        self._on_loading: Callable[[int, int | None], None] = lambda *_: None
        self._page_sizes = PageSizes()
        self.messenger = SyncWorker(self._next_cycle, self._tell_status, now=timekeeping.glance)
        recording = Recording(
            checking,
            journal,
            ids,
            timekeeping,
            transaction=database.write,
            queued=self.messenger.wake,
        )
        voiding = Voiding(checking, journal, ids, queued=self.messenger.wake)
        correcting = Correcting(checking, recording, voiding, journal, transaction=database.write)
        reporting = Reporting(checking, journal, StoredVenueVisits(database), self._offers)
        self.counter = Counter(
            send_now=self.messenger.send_now,
            checking=checking,
            looking=Looking(
                checking, seen_cards, self.roads.second_look, found=self.messenger.wake
            ),
            recording=recording,
            keying=Keying(
                checking,
                recording,
                self._offers,
                StoredPaperRows(database),
                ids,
                transaction=database.write,
                queued=self.messenger.wake,
            ),
            voiding=voiding,
            correcting=correcting,
            resolving=Resolving(
                StoredInbox(database),
                voiding,
                correcting,
                self.clock,
                ids,
                journal,
                transaction=database.write,
                queued=self.messenger.wake,
            ),
            enrolling=Enrolling(
                self.desk,
                secrets,
                self.clock,
                unless_read_only(opened, ask_register, home.folder),
                enrolled=self.messenger.send_now,
            ),
            offering=Offering(checking, self._offers, journal, ids, queued=self.messenger.wake),
            standing=StandingService(self.desk, self.register, journal, timekeeping, self.dialogue),
            reporting=reporting,
            figuring=Figuring(checking, StoredTallies(database), self._offers),
            exporting=Exporting(reporting, FORMATS, write_whole),
            carrying=Carrying(
                checking,
                StoredCarriedWork(database),
                SealedParcels(),
                self.clock,
                queued=self.messenger.wake,
            ),
            locking=Locking(secrets, Argon2Pins(), self.clock, self._only_pin_try),
            offers=self._offers,
            journal=journal,
            visit_pages=StoredVisitPages(database),
        )

    @classmethod
    def open(
        cls,
        home: Home,
        secrets_choice: str,
        wording: Wording,
        clock: MachineClock | None = None,
        policy: MachinePolicy | None = None,
        mending: Callable[[], None] = lambda: None,
    ) -> Self:
        """Open the desk in ``home``; a new one is made where there is none, a damaged one mended.

        ``clock`` takes the place of the machine's own, and ``policy`` is the machine's.
        ``opened`` says what was mended, and ``mending`` is called before that begins: it may take
        some minutes.

        Raises ``SecretsUnavailableError`` or a ``StoreError``; then nothing was changed.
        """
        secrets = secrets_from(secrets_choice, home.folder)
        clock = clock or SystemClock()
        opened, kept_by = open_home(home, secrets, clock.now(), mending)
        app = cls(home, opened, secrets, wording, clock, policy or MachinePolicy())
        app.secrets_choice = secrets_choice
        app.kept_by = kept_by
        return app

    @staticmethod
    def start_afresh(home: Home, secrets_choice: str) -> Path:
        """Set aside data that no key opens, and make a new key; where the old data lies now.

        Raises ``SecretsUnavailableError`` or a ``StoreError``.
        """
        secrets = secrets_from(secrets_choice, home.folder)
        return start_afresh(home.database, secrets, SystemClock().now())

    @staticmethod
    def restore_key(home: Home, secrets_choice: str, key: str) -> None:
        """Put back the lost key to the data in ``home``: 64 hex digits.

        Raises ``StoreKeyError`` for another one, ``SecretsUnavailableError`` or a ``StoreError``.
        """
        restore_key(home.database, secrets_from(secrets_choice, home.folder), key)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the messenger, and let go of the files. What waits is sent the next time."""
        self.messenger.stop(_LONGEST_GOODBYE)
        if not self.opened.read_only:
            self._upkeep.close()
        self._database.close()

    def start_messenger(
        self,
        on_status: Callable[[SyncStatus], None],
        on_loading: Callable[[int, int | None], None] = lambda *_: None,
    ) -> None:
        """Send and fetch in the background from now on; both are called from there.

        ``on_loading`` is told how many cards of a fresh register have come, and of how many.
        """
        self._on_status = on_status
        self._on_loading = on_loading
        sys.setswitchinterval(SHARED_TURN)
        self.messenger.start()

    def start_upkeep(
        self,
        on_damage: Callable[[], None],
        on_recovery: Callable[[Recovery], None] = lambda _: None,
    ) -> None:
        """Look the data over in the background, and copy what only this desk knows every hour.

        Both are called from there: when something is damaged that the next start mends, and when
        something was mended at once.
        """
        if not self.opened.read_only:
            self._upkeep.start(on_damage, on_recovery)

    def sync_once(self, *, timeout: float | None = None) -> CycleReport:
        """One whole cycle in the foreground, given up after ``timeout`` seconds.

        Raises ``NotEnrolledError``, ``DeskRevokedError`` or ``SecretsUnavailableError``.
        """
        try:
            record = self.counter.checking.desk()
        except DeskRevokedError:
            self.thin()
            raise
        until = None if timeout is None else time.monotonic() + timeout

        def is_over() -> bool:
            return until is not None and time.monotonic() >= until

        return _Cycle(self, record, is_over, timeout, patient=False).cycle()

    def engine(
        self,
        record: DeskRecord,
        api: CentralApi,
        stopping: Callable[[], bool],
        *,
        patient: bool = True,
    ) -> Engine:
        """The messenger's errand, on the road that ``api`` is."""
        return Engine(
            api=api,
            outbox=self._outbox,
            register=self.register,
            offers=self._offers,
            activity=self._activity,
            desk=self.desk,
            dialogue=self.dialogue,
            make_report=partial(standing_report, self._database, self.clock.off_by),
            patient=patient,
            sizes=self._page_sizes,
            now=self.clock.now,
            register_time=self.clock,
            pause=self.pause,
            register_key=record.signed_by,
            keep_token=partial(self.roads.keep_token, record),
            progress=lambda loaded: self._on_loading(loaded.cards, loaded.of),
            stopping=stopping,
        )

    @contextmanager
    def only_messenger(self) -> Iterator[None]:
        """Send and fetch while no other program of this home does: two would trip each other.

        Raises ``StoreLockedError`` when another one is at it for long.
        """
        if self.opened.read_only:
            raise StoreReadOnlyError(path=str(self.home.folder))
        try:
            with FileLock(self.home.messenger_lock, timeout=_LONGEST_TURN):
                yield
        except Timeout as held:
            raise StoreLockedError(path=str(self.home.messenger_lock)) from held

    @contextmanager
    def _only_pin_try(self) -> Iterator[None]:
        """One PIN at a time, whichever program tries it: misses are counted one by one."""
        try:
            with FileLock(self.home.pin_lock, timeout=_LONGEST_PIN_TRY, mode=0o600):
                yield
        except Timeout as held:
            raise StoreLockedError(path=str(self.home.pin_lock)) from held

    def thin(self) -> None:
        """Forget what is no longer needed. The next hour tries again what the disk refuses."""
        try:
            self._keeping.thin_when_due()
        except StoreError as refused:
            _log.warning("nothing could be thinned: %s", refused.code)

    def _tell_status(self, status: SyncStatus) -> None:
        self._on_status(status)

    def _next_cycle(self, stopping: Callable[[], bool]) -> "_Cycle | None":
        record = self.desk.record()
        if record is None or self.opened.read_only:
            return None
        if record.refused is not None:
            self.thin()
            raise DeskRefusedError("refused before", code=record.refused)
        return _Cycle(self, record, stopping, None)


@dataclass(frozen=True, slots=True)
class _Cycle:
    """One cycle on a road of its own, which is let go afterwards."""

    app: App
    record: DeskRecord
    stopping: Callable[[], bool]
    timeout: float | None
    patient: bool = True

    def cycle(self) -> CycleReport:
        with self.app.only_messenger(), self.app.roads.open(self.record, self.timeout) as api:
            engine = self.app.engine(self.record, api, self.stopping, patient=self.patient)
            report = engine.cycle()
        self.app.thin()
        return report
