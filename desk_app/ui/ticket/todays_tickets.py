"""Tonight's tickets to the current offer: this desk's, the venue's, and what is left."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from desk_app.services.services import Services
from desk_app.ui.background.tasks import Tasks, Token
from desk_app.ui.context.app_status import AppStatus
from sync.rules.offers import Offer

_SOON_MS = 300
"""The next card's verdict comes first."""


@dataclass(frozen=True, slots=True)
class TodaysTickets:
    """Tickets given today to one offer. ``left`` is ``None`` where there is no quota.

    ``in_reach`` is what all desks in reach have left, where the quota is held in shares.
    """

    desk: int
    venue: int
    left: int | None
    in_reach: int | None = None


class TodaysTicketsReader(QObject):
    """Reads the numbers off the window's thread whenever they may be others."""

    changed = Signal()

    def __init__(self, services: Services, tasks: Tasks, app_status: AppStatus) -> None:
        super().__init__()
        self._services = services
        self._tasks = tasks
        self._app_status = app_status
        self._offer: Offer | None = None
        self._asked: Token | None = None
        self.todays_tickets: TodaysTickets | None = None
        """``None`` where they are not known."""
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._read)
        app_status.changed.connect(self._renew)

    def show_offer(self, offer: Offer | None) -> None:
        """Show this offer's numbers."""
        if offer is not None and self._offer is not None and offer.id == self._offer.id:
            self._offer = offer
            return
        self._offer, self.todays_tickets = offer, None
        self._renew()

    def _renew(self) -> None:
        if self._offer is not None and not self._soon.isActive():
            self._soon.start()

    def _read(self) -> None:
        offer = self._offer
        if offer is None or self._app_status.stopped:
            return
        if self._asked is not None:
            self._asked.drop()
        today = self._app_status.now().astimezone(self._app_status.zone).date()

        def read() -> TodaysTickets:
            compute = self._services.statistics.compute
            counts = [
                compute(today, today, all_desks=all_desks).offers.get(offer.id)
                for all_desks in (False, True)
            ]
            desk, venue = (0 if each is None else each.tickets for each in counts)
            left, shared = self._services.offer_creation.left(offer), self._services.neighbours
            shares = None if left is None else shared.tickets(offer.id)
            return TodaysTickets(desk, venue, left, None if shares is None else shares.in_reach)

        self._asked = self._tasks.run(read, self._was_read, lambda _: self._was_read(None))

    def _was_read(self, todays_tickets: TodaysTickets | None) -> None:
        if todays_tickets != self.todays_tickets:
            self.todays_tickets = todays_tickets
            self.changed.emit()
