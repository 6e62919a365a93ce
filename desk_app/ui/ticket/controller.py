"""The ticket page's controller: runs the session's questions on the store."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from desk_app.services.checking import Checked
from desk_app.services.recording import Recorded
from desk_app.services.scans import PartRead
from desk_app.services.services import Services
from desk_app.services.status import ConnectionState
from desk_app.ui.background.preferences import Preferences
from desk_app.ui.background.tasks import Tasks, Token
from desk_app.ui.context.app_status import AppStatus
from desk_app.ui.ticket.card_session import CardSession, EnterAction, Question, Scanned
from desk_app.ui.ticket.express import needs_no_decision
from desk_app.ui.ticket.recent_visits import RecentVisits
from desk_app.ui.ticket.stages import Stage
from sync.rules.codes import Refusal
from sync.rules.offers import Offer
from sync.rules.payloads import CardRead, Reading
from sync.rules.tickets import TicketKind
from sync.rules.visits import EntryMethod, Visit

_WAITING_LASTS = 5
"""So many times as long stays in sight what waits for a person."""
_OFFLINE = (ConnectionState.OFFLINE, ConnectionState.REFUSED)


class TicketController(QObject):
    """Holds the session; ``changed`` is emitted whenever there is something new to show.

    ``clock`` gives milliseconds that never go back.
    """

    changed = Signal()

    def __init__(
        self,
        services: Services,
        tasks: Tasks,
        app_status: AppStatus,
        preferences: Preferences,
        clock: Callable[[], float],
    ) -> None:
        super().__init__()
        self._clock = clock
        self._services = services
        self._tasks = tasks
        self._app_status = app_status
        self._preferences = preferences
        self._asked: Token | None = None
        self._unasked: str | None = None
        self._in_doubt = False
        self._held: Checked | None = None
        """The verdict on a scan of which more may be on its way."""
        self.attended = True
        """Whether the page is in sight: only then does a scan record by itself."""
        self.session = CardSession()
        self.recent_visits = RecentVisits(services, tasks)
        self.recent_visits.setParent(self)
        self.recent_visits.changed.connect(self.changed)
        self.recent_visits.undone.connect(self._undone)
        self.recent_visits.put_back.connect(lambda visit: self._undone(visit, put_back=True))
        self._loaded = False
        preferences.changed.connect(self.changed)
        self._offer_id = preferences.settings.offer_id
        app_status.changed.connect(self._status_changed)
        preferences.changed.connect(self._preferences_changed)
        self._recorded_more = QTimer(self, singleShot=True, interval=0)
        """Fires once the record is painted: then others may be told of it."""
        self._recorded_more.timeout.connect(app_status.refresh)
        self._in_sight = QTimer(self, singleShot=True)
        self._in_sight.timeout.connect(self._clear_sight)
        self.changed.connect(self._watch_sight)
        self._sight: tuple[object, ...] = ()

    @property
    def offer(self) -> Offer | None:
        """The offer that is being sold; ``None`` before one is chosen, or when it is gone."""
        return self._app_status.offer(self._preferences.settings.offer_id)

    def choose_offer(self, offer_id: UUID) -> None:
        """Hand out tickets to this offer from now on; a card in sight is judged afresh."""
        self._preferences.change(offer_id=offer_id)
        if self.recent_visits.group is not None and not self.recent_visits.group.fits(offer_id):
            self.recent_visits.complete()
        self.changed.emit()

    def type(self, text: str) -> None:
        """The number was changed by hand."""
        self.session.type(text)
        self.changed.emit()

    def scan(
        self, reading: Reading | PartRead, entry: EntryMethod, *, in_doubt: bool = False
    ) -> bool:
        """A scanner or the camera read something; true when it is to be checked now.

        Until then nothing is shown of it. While it is ``in_doubt`` whether that was all of it,
        nothing is recorded by itself.
        """
        was_in_doubt, self._in_doubt, self._held = self._in_doubt, in_doubt, None
        if isinstance(reading, CardRead):
            fresh = self.session.scan(Scanned(reading.number, entry, self._clock() / 1000))
        else:
            fresh = False
            if isinstance(reading, PartRead):
                if was_in_doubt:  # the first part of it waits
                    self.session.next = None
                self.session.read_in_part(reading)
            else:
                self.session.read(reading)
        if not fresh:
            self.changed.emit()
        return fresh

    def scan_was_whole(self) -> None:
        """Record what waited for the rest of the latest scan: nothing more came."""
        self._in_doubt = False
        held, self._held = self._held, None
        if held is not None:
            self._record_at_scan(held)
            self.changed.emit()

    def clear(self) -> None:
        """Start afresh."""
        self.session.clear()
        self.recent_visits.forget_group()
        self.changed.emit()

    def check(self) -> None:
        """Check what was scanned, whatever Enter would do."""
        if self.session.text.strip() and self.session.stage is not Stage.RECORDING:
            self._check(at_scan=True)
        self.changed.emit()

    def enter(self, printed: date | None = None) -> None:
        """Do whatever comes next: check, go on by the ``printed`` day, or record."""
        action = self.session.action
        if action is EnterAction.CHECK:
            self._check()
        elif action is EnterAction.PROVISIONAL:
            self.begin_provisional()
        elif action is EnterAction.CHECK_PRINTED and printed is not None:
            self._check(printed)
        elif action is EnterAction.RECORD:
            self._record()
        self.changed.emit()

    def begin_provisional(self) -> None:
        """Go on by the day that is printed on the card, where that may be done."""
        self.session.begin_provisional()
        self.changed.emit()

    def set_fee(self, value_cents: int | None) -> None:
        """The fee as it was typed, where the offer has it asked for."""
        if self.session.asks_value:
            self.session.value_cents = value_cents
            self.changed.emit()

    def step(self, row: TicketKind, by: int) -> None:
        """One ticket more or fewer."""
        self._held = None
        self.session.step(row, by)
        self.changed.emit()

    def give(self, row: TicketKind, count: int) -> None:
        """Choose so many tickets of a kind."""
        self._held = None
        self.session.give(row, count)
        self.changed.emit()

    def choose_row(self, by: int) -> None:
        """Move among the kinds of ticket."""
        self.session.choose_row(by)
        self.changed.emit()

    def set_row(self, row: TicketKind) -> None:
        """Choose one kind of ticket."""
        self.session.row = row
        self.changed.emit()

    def toggle_group(self) -> None:
        """A group is at the counter; or it has all it came for, once its last card is recorded."""
        if not self.recent_visits.gathers:
            self.recent_visits.gather()
        elif not self.busy:
            self.recent_visits.complete()

    def toggle_express(self) -> None:
        """Record plain cases at the scan from now on; or no more."""
        self._preferences.change(express=not self._preferences.settings.express)

    @property
    def busy(self) -> bool:
        """Whether a card is in work that is not recorded yet."""
        return self.session.stage not in (Stage.IDLE, Stage.DONE)

    def _undone(self, visit: Visit, *, put_back: bool = False) -> None:
        self.session.show_undone(visit, put_back=put_back)
        self._app_status.refresh()
        self.changed.emit()

    def _check(self, printed: date | None = None, *, at_scan: bool = False) -> None:
        offer = self.offer
        self._unasked = self.session.text if offer is None else None
        if offer is None:
            return
        if self._asked is not None:
            self._asked.drop()
        question = self.session.ask(offer.id, printed)
        checking = self._services.checking
        self._asked = self._tasks.run(
            lambda: checking.check(question.text, question.offer_id, printed_valid_until=printed),
            lambda checked: self._answered(question, checked, at_scan=at_scan),
            lambda error: self._failed(question, error),
        )

    def _answered(self, question: Question, checked: Checked, *, at_scan: bool) -> None:
        self.session.answer(question, checked)
        if Refusal.QUOTA_EXCEEDED in checked.verdict.refusals:
            self._services.neighbours.need(question.offer_id, 1)
        self._look_once_more(question, checked)
        if at_scan and self._in_doubt:
            self._held = checked
        elif at_scan:
            self._record_at_scan(checked)
        self.changed.emit()

    def _record_at_scan(self, checked: Checked) -> None:
        if self.session.checked is checked and self._is_express(checked):
            self.session.at_scan = True
            self._record()

    def _is_express(self, checked: Checked) -> bool:
        """Whether to record at the scan; a visit that was voided once is a person's to record."""
        return (
            self._preferences.settings.express
            and self.attended
            and self.session.stage is Stage.VERDICT
            and needs_no_decision(checked)
            and not self.recent_visits.listed.was_undone(str(checked.number))
        )

    def _look_once_more(self, question: Question, checked: Checked) -> None:
        online_lookup = self._services.online_lookup
        connection = self._app_status.connection.state
        if connection in _OFFLINE or question.printed_valid_until is not None:
            return
        if online_lookup.helps(checked) and self.session.start_lookup(question):
            self._tasks.run_outside(
                lambda: online_lookup.look_up(checked),
                lambda again: self._looked(question, again),
                lambda error: self._look_failed(question, error),
            )

    def _look_failed(self, question: Question, error: Exception) -> None:
        self.session.look_failed(question, error)
        self.changed.emit()

    def _looked(self, question: Question, checked: Checked | None) -> None:
        self.session.looked(question, checked)
        self.changed.emit()

    def _failed(self, question: Question, error: Exception) -> None:
        self.session.fail(question, error)
        self.changed.emit()

    def _record(self) -> None:
        asked = self.session.record()
        if asked is None:
            return
        self._tasks.run(
            lambda: self._services.recording.record(asked), self._recorded, self._not_recorded
        )

    def _recorded(self, recorded: Recorded) -> None:
        self.session.was_recorded(recorded, self._clock() / 1000)
        self.recent_visits.add(recorded.visit)
        waiting, self.session.next = self.session.next, None
        if waiting is not None and self.session.scan(waiting):
            self._check(at_scan=True)
        self.changed.emit()
        self._recorded_more.start()

    def _not_recorded(self, error: Exception) -> None:
        self.session.was_not_recorded(error)
        self.changed.emit()

    def _preferences_changed(self) -> None:
        """Another offer was chosen, here or on another page."""
        if self._offer_id == self._preferences.settings.offer_id:
            return
        self._offer_id = self._preferences.settings.offer_id
        if self.session.stage in (Stage.CHECKING, Stage.VERDICT, Stage.PROVISIONAL):
            self._check()
        self._catch_up()
        self.changed.emit()

    def _catch_up(self) -> None:
        """A card came before there was an offer, as right after the start: it is checked now."""
        came_early = self.session.stage is Stage.IDLE and self.session.text == self._unasked
        if came_early and self.offer is not None:
            self._check()

    def touched(self) -> None:
        """Note that somebody is at work: what is in sight stays for a while from now."""
        seconds = self._preferences.settings.clear_after_seconds
        patience = 1 if self.session.is_over else _WAITING_LASTS
        self._in_sight.start(seconds * patience * 1000)

    def _watch_sight(self) -> None:
        """Emit a change of what is shown; a mere refresh of the status is none."""
        session = self.session
        sight = (
            session.stage,
            session.text,
            session.checked,
            session.recorded,
            session.tickets,
            session.undone,
        )
        if sight != self._sight:
            self._sight = sight
            self.touched()

    def _clear_sight(self) -> None:
        """The next in the queue is not to read whose card this was, nor what became of it."""
        if self.session.in_work:
            self.touched()
        elif self.session.text or self.session.stage is not Stage.IDLE or self.session.undone:
            self.session.clear()
            self.recent_visits.forget_group()
            self.changed.emit()

    def _status_changed(self) -> None:
        desk = self._app_status.standing.desk if self._app_status.standing else None
        self.session.may_record_unseen = bool(desk and desk.policy.provisional_allowed)
        if desk is not None and not self._loaded:
            self._loaded = True
            self.recent_visits.load()
        self._catch_up()
        self.changed.emit()
