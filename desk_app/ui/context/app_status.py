"""The desk's status as the window shows it: venue, offers, queue, connection to the register."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, tzinfo
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from desk_app.services.services import Services
from desk_app.services.status import Connection, DeskStatus
from desk_app.services.updates import UpdateCheck
from desk_app.ui.background.bridge import Bridge
from desk_app.ui.background.tasks import Tasks, Token
from sync.rules.offers import Offer
from sync.rules.policy import Policy
from sync.rules.venues import Venue

_RENEW_EVERY_MS = 30_000
"""The register grows older by itself, and other programs may add to the queue."""

Read = tuple[DeskStatus, Sequence[Offer]]


class AppStatus(QObject):
    """The latest status; ``standing`` is ``None`` until it was read once."""

    changed = Signal()

    def __init__(
        self, services: Services, tasks: Tasks, bridge: Bridge, now: Callable[[], datetime]
    ) -> None:
        super().__init__()
        self._services = services
        self._tasks = tasks
        self.now = now
        self.standing: DeskStatus | None = None
        self.offers: Sequence[Offer] = ()
        self.connection = Connection()
        self.update_check = UpdateCheck()
        self.error: Exception | None = None
        self._reading: Token | None = None
        self._stopped = False
        bridge.connection_changed.connect(self._connected)
        bridge.data_changed.connect(self.refresh)
        self._timer = QTimer(self, interval=_RENEW_EVERY_MS)
        self._timer.timeout.connect(self.refresh)
        self._timer.start()

    @property
    def zone(self) -> tzinfo:
        """The time zone of every day and hour on the screen."""
        return self.policy.zone

    def today(self) -> date:
        """The day by the register's calendar."""
        return self.now().astimezone(self.zone).date()

    @property
    def policy(self) -> Policy:
        """The register's policy for this desk."""
        desk = self.standing.desk if self.standing else None
        return desk.policy if desk else Policy()

    @property
    def venues(self) -> Sequence[Venue]:
        """All venues of a desk that records for several; none at others."""
        desk = self.standing.desk if self.standing else None
        return desk.venues if desk else ()

    def offer(self, offer_id: UUID | None) -> Offer | None:
        """One offer as last read."""
        return next((offer for offer in self.offers if offer.id == offer_id), None)

    def send_now(self) -> None:
        """Wake the sync worker; its status follows by signal."""
        self._services.send_now()

    def show_update(self, check: UpdateCheck) -> None:
        """Take the result of an update check."""
        self.update_check = check
        self.changed.emit()

    def refresh(self) -> None:
        """Read again; a reading under way is cancelled."""
        if self._stopped:
            return
        if self._reading is not None:
            self._reading.drop()
        self._reading = self._tasks.run(self._read, self._was_read, self._failed)

    def stop(self) -> None:
        """Stop reading, whatever the sync worker still reports."""
        self._timer.stop()
        self._stopped = True

    @property
    def stopped(self) -> bool:
        """Whether the window goes: nothing is read any more."""
        return self._stopped

    def _read(self) -> Read:
        return self._services.standing.standing(), tuple(self._services.offers.all())

    def _was_read(self, read: Read) -> None:
        before = self.standing
        self.standing, self.offers = read
        if before is not None and _enrolment(before) != _enrolment(self.standing):
            self.send_now()  # enrolled by a command beside this window, whose sync worker rests
        self.error = None
        self.changed.emit()

    def _failed(self, error: Exception) -> None:
        self.error = error
        self.changed.emit()

    def _connected(self, connection: Connection) -> None:
        self.connection = connection
        self.changed.emit()


def _enrolment(standing: DeskStatus) -> UUID | None:
    return standing.desk.desk_id if standing.desk else None
