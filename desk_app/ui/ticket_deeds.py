"""The ticket window's deeds: the sale's questions go to the cupboard, its answers come back."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desk_app.services.checking import Checked
from desk_app.services.counter import Counter
from desk_app.services.recording import Recorded
from desk_app.services.standing import ConnectionState
from desk_app.ui.models.party import Party
from desk_app.ui.models.sale import Act, Question, Sale, Scanned, Stage
from desk_app.ui.models.tickets import Row
from desk_app.ui.preferences import Preferences
from desk_app.ui.surroundings import Surroundings
from desk_app.ui.tasks import Tasks, Token
from sync.rules.offers import Offer
from sync.rules.payloads import CardRead, Reading
from sync.rules.visits import Entry, Visit

_NO_ROAD = (ConnectionState.OFFLINE, ConnectionState.REFUSED)


class LastState(StrEnum):
    """What has become of the visit recorded last."""

    RECORDED = "recorded"
    UNDOING = "undoing"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class Last:
    """The visit recorded last; ``at`` is when that, or its undoing, was done."""

    visit: Visit
    at: datetime
    state: LastState = LastState.RECORDED
    trouble: Exception | None = None


class TicketDeeds(QObject):
    """Holds the sale; ``changed`` is emitted whenever there is something new to show.

    ``clock`` gives milliseconds that never go back.
    """

    changed = Signal()

    def __init__(
        self,
        counter: Counter,
        tasks: Tasks,
        surroundings: Surroundings,
        preferences: Preferences,
        clock: Callable[[], float],
    ) -> None:
        super().__init__()
        self._clock = clock
        self._counter = counter
        self._tasks = tasks
        self._surroundings = surroundings
        self._preferences = preferences
        self._asked: Token | None = None
        self.sale = Sale()
        self.last: Last | None = None
        self.party = Party()
        self._selling = preferences.settings.offer_id
        surroundings.changed.connect(self._surroundings_changed)
        preferences.changed.connect(self._preferences_changed)

    @property
    def offer(self) -> Offer | None:
        """The offer that is being sold; ``None`` before one is chosen, or when it is gone."""
        return self._surroundings.offer(self._preferences.settings.offer_id)

    def choose_offer(self, offer_id: UUID) -> None:
        """Sell this offer from now on; a card in sight is judged afresh."""
        self._preferences.change(offer_id=offer_id)
        self.changed.emit()

    def type(self, text: str) -> None:
        """The number was changed by hand."""
        self.sale.type(text)
        self.changed.emit()

    def scan(self, reading: Reading, entry: Entry) -> bool:
        """A scanner or the camera read something; true when it is to be checked now."""
        if isinstance(reading, CardRead):
            fresh = self.sale.scan(Scanned(reading.number, entry, self._clock() / 1000))
        else:
            fresh = False
            self.sale.read(reading)
        self.changed.emit()
        return fresh

    def clear(self) -> None:
        """Start afresh."""
        self.sale.clear()
        self.changed.emit()

    def check(self) -> None:
        """Check the number, whatever Enter would do."""
        if self.sale.text.strip() and self.sale.stage is not Stage.RECORDING:
            self._check()
        self.changed.emit()

    def enter(self, printed: date | None = None) -> None:
        """Whatever comes next: check, go on by the ``printed`` day, or record."""
        act = self.sale.act
        if act is Act.CHECK:
            self._check()
        elif act is Act.PROVISIONAL:
            self.sale.begin_provisional()
        elif act is Act.CHECK_PRINTED and printed is not None:
            self._check(printed)
        elif act is Act.RECORD:
            self._record()
        self.changed.emit()

    def step(self, row: Row, by: int) -> None:
        """One ticket more or fewer."""
        self.sale.step(row, by)
        self.changed.emit()

    def choose_row(self, by: int) -> None:
        """Move among the kinds of ticket."""
        self.sale.choose_row(by)
        self.changed.emit()

    def take_row(self, row: Row) -> None:
        """Choose one kind of ticket."""
        self.sale.row = row
        self.changed.emit()

    def undo(self) -> None:
        """Take back the visit recorded last, once."""
        last = self.last
        if last is None or last.state is not LastState.RECORDED:
            return
        self.last = replace(last, state=LastState.UNDOING, trouble=None)
        self._tasks.run(
            lambda: self._counter.voiding.void(last.visit.id),
            lambda void: self._undone(replace(last, at=void.recorded_at, state=LastState.UNDONE)),
            lambda trouble: self._undone(replace(last, trouble=trouble)),
        )
        self.changed.emit()

    def _undone(self, last: Last) -> None:
        newer = self.last is not None and self.last.visit.id != last.visit.id
        if not newer or last.trouble is not None:  # what failed is never left unsaid
            self.last = last
        if last.state is LastState.UNDONE:
            self.party = self.party.without(last.visit.id)
        if last.state is LastState.UNDONE and self.sale.recorded is not None:
            self.sale.clear()
        self._surroundings.refresh()
        self.changed.emit()

    def _check(self, printed: date | None = None) -> None:
        offer = self.offer
        if offer is None:
            return
        if self._asked is not None:
            self._asked.drop()
        question = self.sale.ask(offer.id, printed)
        checking = self._counter.checking
        self._asked = self._tasks.run(
            lambda: checking.check(question.text, question.offer_id, printed_valid_until=printed),
            lambda checked: self._answered(question, checked),
            lambda trouble: self._failed(question, trouble),
        )

    def _answered(self, question: Question, checked: Checked) -> None:
        self.sale.answer(question, checked)
        self._look_once_more(question, checked)
        self.changed.emit()

    def _look_once_more(self, question: Question, checked: Checked) -> None:
        looking = self._counter.looking
        road = self._surroundings.connection.state
        if road in _NO_ROAD or question.printed_valid_until is not None:
            return
        if looking.helps(checked) and self.sale.look(question):
            self._tasks.run_outside(
                lambda: looking.look(checked),
                lambda again: self._looked(question, again),
                lambda trouble: self._look_failed(question, trouble),
            )

    def _look_failed(self, question: Question, trouble: Exception) -> None:
        self.sale.look_failed(question, trouble)
        self.changed.emit()

    def _looked(self, question: Question, checked: Checked | None) -> None:
        self.sale.looked(question, checked)
        self.changed.emit()

    def _failed(self, question: Question, trouble: Exception) -> None:
        self.sale.fail(question, trouble)
        self.changed.emit()

    def _record(self) -> None:
        asked = self.sale.record()
        if asked is None:
            return
        self._tasks.run(
            lambda: self._counter.recording.record(asked), self._recorded, self._not_recorded
        )

    def _recorded(self, recorded: Recorded) -> None:
        self.last = Last(recorded.visit, recorded.visit.recorded_at)
        self.party = self.party.with_visit(recorded.visit)
        self.sale.was_recorded(recorded, self._clock() / 1000)
        waiting, self.sale.next = self.sale.next, None
        if waiting is not None and self.sale.scan(waiting):
            self._check()
        self._surroundings.refresh()
        self.changed.emit()

    def _not_recorded(self, trouble: Exception) -> None:
        self.sale.was_not_recorded(trouble)
        self.changed.emit()

    def _preferences_changed(self) -> None:
        """Another offer was chosen, here or on another page."""
        if self._selling == self._preferences.settings.offer_id:
            return
        self._selling = self._preferences.settings.offer_id
        if self.sale.stage in (Stage.CHECKING, Stage.VERDICT, Stage.PROVISIONAL):
            self._check()
        self.changed.emit()

    def _surroundings_changed(self) -> None:
        desk = self._surroundings.standing.desk if self._surroundings.standing else None
        self.sale.may_record_unseen = bool(desk and desk.policy.provisional_allowed)
        self.changed.emit()
