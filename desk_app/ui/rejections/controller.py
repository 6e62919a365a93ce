"""Reads and resolves rejected operations in the store, off the GUI thread."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desk_app.services.inbox_items import RejectedItem
from desk_app.services.offer_creation import OfferRequest
from desk_app.services.recording import VisitRequest
from desk_app.services.services import Services
from desk_app.ui.background.tasks import Tasks, Token
from desk_app.ui.context.app_status import AppStatus
from desk_app.ui.rejections.groups import Offers
from sync.rules.offers import Offer

Read = tuple[Sequence[RejectedItem], Offers, set[UUID]]


class RejectionsController(QObject):
    """Loads and resolves. ``changed`` on new data; ``settled`` when a resolution is stored."""

    changed = Signal()
    settled = Signal()
    sent_again = Signal()
    """It waits to be sent once more: what comes of it, the register has yet to say."""
    refused_again = Signal(object)
    """What was sent again was refused again; carries a list of :class:`RejectedItem`."""
    accepted = Signal(int)
    """The register has accepted so many of those that were sent again."""
    failed = Signal(object)

    def __init__(self, services: Services, tasks: Tasks, app_status: AppStatus) -> None:
        super().__init__()
        self._services = services
        self._tasks = tasks
        self._app_status = app_status
        self._asked: Token | None = None
        self._on_their_way: set[UUID] = set()
        self.items: Sequence[RejectedItem] = ()
        self.offers: Offers = {}
        self.loading = True
        self.busy = False

    def refresh(self) -> None:
        """Read again; a reading under way is cancelled."""
        if self._asked is not None:
            self._asked.drop()
        self._asked = self._tasks.run(self._read, self._was_read, self._failed)

    def send_again(self, *operation_ids: UUID) -> None:
        """Send them again unchanged."""
        self._do(
            lambda: self._services.rejections.send_again(*operation_ids),
            lambda: self._was_sent(operation_ids),
        )

    def withdraw(self, *operation_ids: UUID) -> None:
        """Withdraw these visits: all of them, or none where one has been resolved."""
        self._do(lambda: self._services.rejections.withdraw(*operation_ids))

    def see(self, *operation_ids: UUID) -> None:
        """Note that they have been seen."""
        self._do(lambda: self._services.rejections.see(*operation_ids))

    def leave(self, *operation_ids: UUID, note: str) -> None:
        """Escalate them to Kaikukeskus."""
        self._do(lambda: self._services.rejections.leave(*operation_ids, note=note))

    def correct(self, operation_id: UUID, asked: VisitRequest) -> None:
        """Replace the visit."""
        self._do(lambda: self._services.rejections.correct(operation_id, asked))

    def correct_offer(self, operation_id: UUID, offer: Offer, asked: OfferRequest) -> None:
        """Send the venue's own offer again, corrected."""
        rejections, offer_creation = self._services.rejections, self._services.offer_creation
        self._do(
            lambda: rejections.correct_offer(operation_id, offer_creation.shaped(asked, offer))
        )

    def _do(self, action: Callable[[], object], then: Callable[[], None] | None = None) -> None:
        if self.busy:
            return
        self.busy = True
        self._tasks.run(action, lambda _: self._done(then or self.settled.emit), self._failed)
        self.changed.emit()

    def _done(self, then: Callable[[], None]) -> None:
        self.busy = False
        self._app_status.refresh()
        self.refresh()
        then()

    def _was_sent(self, operation_ids: Sequence[UUID]) -> None:
        self._on_their_way.update(operation_ids)
        self.sent_again.emit()

    def _read(self) -> Read:
        items = self._services.rejections.items()
        wanted = {item.visit.offer_id for item in items if item.visit is not None}
        offers = {offer_id: self._services.offers.get(offer_id) for offer_id in wanted}
        return items, offers, self._services.rejections.accepted(tuple(self._on_their_way))

    def _was_read(self, read: Read) -> None:
        self.items, self.offers, accepted = read
        self.loading = False
        self.changed.emit()
        back = [item for item in self.items if item.id in self._on_their_way]
        arrived = self._on_their_way & accepted
        self._on_their_way -= {item.id for item in back} | arrived
        if arrived:
            self.accepted.emit(len(arrived))
        if back:
            self.refused_again.emit(back)

    def _failed(self, error: Exception) -> None:
        self.busy = self.loading = False
        self.failed.emit(error)
        self.changed.emit()
