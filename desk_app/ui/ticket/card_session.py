"""One card at the counter, from its first digit to the recorded visit.

What leads from which stage to which is the table in ``stages.py``. Nothing here blocks or draws.
Questions and records for the store are returned as values; their answers are passed back in. An
answer to an outdated question is dropped, so that an old verdict never stands beside a new number.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from desk_app.services.checking import Checked
from desk_app.services.errors import RefusedError
from desk_app.services.recording import Recorded, TicketsRequest, VisitRequest
from desk_app.services.scans import PartRead
from desk_app.ui.input.scan_hints import Hint, ScanHint, hint_of
from desk_app.ui.ticket.stages import Event, Stage, after, can
from desk_app.ui.ticket.ticket_choice import TicketChoice
from sync.rules.card_numbers import CardNumber
from sync.rules.codes import Refusal
from sync.rules.entitlement import PROVISIONAL_VERDICTS
from sync.rules.payloads import EnrolmentRead, ForeignRead, card_number
from sync.rules.visits import EntryMethod, Visit

NERVOUS_S = 5.0
"""Within so many seconds, the same card again is a nervous hand, not another wish."""


class EnterAction(StrEnum):
    """The action of the Enter key."""

    NOTHING = "nothing"
    CHECK = "check"
    CHECK_NUMBER = "check_number"  # by a person, against the card
    PROVISIONAL = "provisional"
    CHECK_PRINTED = "check_printed"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class Question:
    """A check to be made; ``ticket`` tells its answer from those to older questions."""

    ticket: int
    text: str
    offer_id: UUID
    printed_valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class Scanned:
    """A card that a scanner or the camera read; ``at`` is in seconds of any one clock."""

    number: CardNumber
    entry: EntryMethod
    at: float


class CardSession(TicketChoice):
    """The session. ``may_record_unseen`` is the policy's permission of provisional records.

    ``next`` is a card that was scanned while this one is being written down.
    """

    def __init__(self) -> None:
        super().__init__()
        self.may_record_unseen = False
        self.stage = Stage.IDLE
        self._ticket = 0
        self._at = float("-inf")
        self.next: Scanned | None = None
        self._forget("", EntryMethod.TYPED)

    def _go(self, event: Event) -> None:
        self.stage = after(self.stage, event)

    def _begin(self, text: str, entry: EntryMethod) -> None:
        self._go(Event.BEGIN)
        self._forget(text, entry)

    def _forget(self, text: str, entry: EntryMethod) -> None:
        """Keep the number alone; an answer to what was asked before comes too late."""
        self._ticket += 1
        self._choose_nothing()
        self.text = text
        self.entry = entry
        self.printed: date | None = None
        self.error: Exception | None = None
        self.recorded: Recorded | None = None
        self.undone: Visit | None = None
        """The visit that was just voided, while nothing else is shown."""
        self.put_back: Visit | None = None
        """The visit that was just restored, likewise."""
        self.hint: Hint | None = None
        self.online_lookup = False
        """Whether the central register is being asked for the card once more."""
        self.at_scan = False
        """Whether the visit is, or was, recorded at the scan, without another act."""

    @property
    def may_choose(self) -> bool:
        """Whether the verdict is in sight."""
        return self.stage is Stage.VERDICT

    # What staff do

    def type(self, text: str, entry: EntryMethod = EntryMethod.TYPED) -> None:
        """The number changed: whatever was in sight is over. While recording, nothing changes."""
        if can(self.stage, Event.BEGIN):
            self._begin(text, entry)

    def scan(self, scanned: Scanned) -> bool:
        """A card was scanned; true when it is to be checked now.

        It takes the place of what was in sight. The same card again counts once, and one that
        comes while another is being written down waits for that.
        """
        if not can(self.stage, Event.BEGIN):
            self.next = scanned
            return False
        repeated = self._repeats(scanned)
        if repeated is not None:
            self.hint = repeated
            return False
        passed_over = self.action is EnterAction.RECORD
        self._begin(scanned.number, scanned.entry)
        self._at = scanned.at
        self.hint = ScanHint.LEFT_UNRECORDED if passed_over else None
        return True

    def _repeats(self, scanned: Scanned) -> ScanHint | None:
        nervous = scanned.at - self._at <= NERVOUS_S
        if self.recorded is not None:
            same = self.recorded.visit.card_number == scanned.number
            return ScanHint.JUST_RECORDED if same and nervous else None
        if self.stage is Stage.IDLE or card_number(self.text) != scanned.number:
            return None
        # Where there is something to lose, such as tickets chosen, time makes no difference.
        busy = self.stage is not Stage.VERDICT or self.action not in (
            EnterAction.CHECK,
            EnterAction.PROVISIONAL,
        )
        return ScanHint.SAME_CARD if busy or nervous else None

    def read(self, other: ForeignRead | EnrolmentRead) -> None:
        """Something was scanned that is no card: it is said, and nothing is lost by it."""
        if self.stage is not Stage.RECORDING:
            self.hint = other

    def read_in_part(self, part: PartRead) -> None:
        """A card came, and perhaps not all of it: nothing is offered until it is read again."""
        self.type("")
        self.hint = part

    def clear(self) -> None:
        """Start afresh; what is being recorded goes on."""
        self.type("")

    @property
    def is_over(self) -> bool:
        """Whether nothing shown waits for a person: it was recorded, refused, or voided."""
        waits = (
            EnterAction.RECORD,
            EnterAction.PROVISIONAL,
            EnterAction.CHECK_NUMBER,
            EnterAction.CHECK_PRINTED,
        )
        return self.action not in waits

    @property
    def in_work(self) -> bool:
        """Whether the store works on it: nothing is cleared meanwhile."""
        return self.online_lookup or self.stage in (Stage.CHECKING, Stage.RECORDING)

    def show_undone(self, visit: Visit, *, put_back: bool = False) -> None:
        """A visit was taken back, or put back: it is said where no other card is in work."""
        if self.stage is Stage.DONE or (self.stage is Stage.IDLE and not self.text.strip()):
            self._begin("", EntryMethod.TYPED)
            self.undone, self.put_back = (None, visit) if put_back else (visit, None)

    @property
    def offers_provisional(self) -> bool:
        """Whether the card could not be looked up, and nothing but that stands against it."""
        if self.stage is not Stage.VERDICT or self.checked is None:
            return False
        verdict = self.checked.verdict
        only_unseen = set(verdict.refusals) <= {Refusal.CARD_UNKNOWN, Refusal.TOO_OLD}
        unseen = verdict.verdict in PROVISIONAL_VERDICTS and not verdict.admits
        return self.may_record_unseen and unseen and only_unseen

    @property
    def action(self) -> EnterAction:
        """The current action of Enter."""
        if self.stage is Stage.IDLE:
            return EnterAction.CHECK if self.text.strip() else EnterAction.NOTHING
        if self.stage is Stage.PROVISIONAL:
            return EnterAction.CHECK_PRINTED
        if self.stage is not Stage.VERDICT or self.checked is None:
            return EnterAction.NOTHING
        if self.checked.verdict.admits:
            return (
                EnterAction.NOTHING if self.objections or self.lacks_value else EnterAction.RECORD
            )
        return self._act_on_refusal(self.checked)

    def _act_on_refusal(self, checked: Checked) -> EnterAction:
        if self.tickets.total and not self.objections:  # an assistant's
            return EnterAction.RECORD
        if not self.offers_provisional:
            return EnterAction.CHECK
        if self.online_lookup:
            return EnterAction.NOTHING
        return EnterAction.CHECK_NUMBER if checked.known_nowhere else EnterAction.PROVISIONAL

    def ask(self, offer_id: UUID, printed: date | None = None) -> Question:
        """Check the number, or by the day ``printed`` on the card."""
        self._go(Event.ASK)
        text, entry, hint = self.text, self.entry, self.hint
        if printed is None:
            self._forget(text, entry)
            self.hint = hint if hint is ScanHint.LEFT_UNRECORDED else None
        else:
            self._ticket += 1
            self.error = None
            self.online_lookup = False
        self.printed = printed
        return Question(self._ticket, text, offer_id, printed)

    def begin_provisional(self) -> None:
        """Go on with the day that is printed on the card."""
        if self.offers_provisional:
            self._go(Event.ENTER_PRINTED)

    def record(self) -> VisitRequest | None:
        """The record to make, once; ``None`` where nothing may be recorded now."""
        checked = self.checked
        if self.action is not EnterAction.RECORD or checked is None or checked.number is None:
            return None
        self._go(Event.RECORD)
        self.error = None
        return VisitRequest(
            number=checked.number,
            offer_id=checked.offer.id,
            tickets=TicketsRequest(**self.tickets.counts()),
            entry=self.entry,
            provisional=self.printed is not None,
            printed_valid_until=self.printed,
            value_cents=self.value_cents,
        )

    # What the store answers

    def answer(self, question: Question, checked: Checked) -> None:
        """The verdict on a question, unless another has been asked since."""
        if self._awaits(question, Event.ANSWER):
            self._apply_verdict(Event.ANSWER, checked)

    def _apply_verdict(self, event: Event, checked: Checked) -> None:
        self._go(event)
        self.hint = hint_of(checked.doubt) or self.hint
        self._choose_plain(checked)

    def start_lookup(self, question: Question) -> bool:
        """The card is looked for once more; whether anybody still waits for that."""
        self.online_lookup = self._awaits(question, Event.LOOKED_UP)
        return self.online_lookup

    def looked(self, question: Question, checked: Checked | None) -> None:
        """Apply the online lookup's verdict. Staff who have gone on meanwhile are not disturbed."""
        if self._ends_lookup(question) and checked is not None:
            self._apply_verdict(Event.LOOKED_UP, checked)

    def look_failed(self, question: Question, error: Exception) -> None:
        """Show a fault of this desk during the online lookup as a failed check."""
        if self._ends_lookup(question):
            self._go(Event.LOOKUP_FAILED)
            self.error = error

    def _ends_lookup(self, question: Question) -> bool:
        """Nothing is looked up any more; whether its answer is still waited for."""
        if question.ticket != self._ticket or not self.online_lookup:
            return False
        self.online_lookup = False
        return can(self.stage, Event.LOOKED_UP)

    def fail(self, question: Question, error: Exception) -> None:
        """The question could not be answered; the number is kept so that Enter asks again."""
        by_number = question.printed_valid_until is None
        event = Event.FAIL if by_number else Event.FAIL_PRINTED
        if self._awaits(question, event):
            self._go(event)
            self.error = error

    def was_recorded(self, recorded: Recorded, at: float = float("-inf")) -> None:
        """The visit is on the disk; the number goes out of sight. ``at`` is as for a scan."""
        self._go(Event.RECORDED)
        at_scan, hint = self.at_scan, self.hint
        self._forget("", EntryMethod.TYPED)
        self.hint = hint if isinstance(hint, PartRead) else None
        self._at = at
        self.at_scan = at_scan
        self.recorded = recorded

    def was_not_recorded(self, error: Exception) -> None:
        """Go back to the verdict with number and tickets, so that Enter tries again."""
        self._go(Event.NOT_RECORDED)
        self.error = error
        self.at_scan = False
        self.hint = ScanHint.NOT_TAKEN if self.next else None
        self.next = None
        if isinstance(error, RefusedError) and self.checked is not None:
            self.checked = replace(self.checked, verdict=error.verdict)
            self._choose_possible_row()

    def _awaits(self, question: Question, event: Event) -> bool:
        return question.ticket == self._ticket and can(self.stage, event)
