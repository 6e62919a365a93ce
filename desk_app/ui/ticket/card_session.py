"""One card at the counter, from its first digit to the recorded visit: a state machine.

Nothing here blocks or draws. Questions and records for the store are returned as values; their
answers are passed back in. An answer to an outdated question is dropped, so that an old verdict
never stands beside a new number.
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
from desk_app.ui.widgets.ticket_rows import ceiling, plain, rows, stepped
from sync.rules.card_numbers import CardNumber
from sync.rules.codes import Refusal
from sync.rules.entitlement import PROVISIONAL_VERDICTS
from sync.rules.payloads import EnrolmentRead, ForeignRead, card_number
from sync.rules.tickets import TicketKind, Tickets
from sync.rules.visits import EntryMethod, Visit

NERVOUS_S = 5.0
"""Within so many seconds, the same card again is a nervous hand, not another wish."""


class Stage(StrEnum):
    """The state of the session."""

    IDLE = "idle"  # a number is being typed, or nothing
    CHECKING = "checking"
    VERDICT = "verdict"  # an answer is in sight
    PROVISIONAL = "provisional"  # the day printed on the card is being typed
    RECORDING = "recording"
    DONE = "done"  # the visit is on the disk


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


class CardSession:
    """The session. ``may_record_unseen`` is the policy's permission of provisional records.

    ``next`` is a card that was scanned while this one is being written down.
    """

    def __init__(self) -> None:
        self.may_record_unseen = False
        self._ticket = 0
        self._at = float("-inf")
        self.next: Scanned | None = None
        self._restart("", EntryMethod.TYPED)

    def _restart(self, text: str, entry: EntryMethod) -> None:
        self._ticket += 1
        self.stage = Stage.IDLE
        self.text = text
        self.entry = entry
        self.checked: Checked | None = None
        self.printed: date | None = None
        self.value_cents: int | None = None
        self.tickets = Tickets()
        self.row: TicketKind | None = None
        self.error: Exception | None = None
        self.recorded: Recorded | None = None
        self.taken_back: Visit | None = None
        """The visit that was just voided, while nothing else is shown."""
        self.put_back: Visit | None = None
        """The visit that was just restored, likewise."""
        self.hint: Hint | None = None
        self.online_lookup = False
        """Whether the central register is being asked for the card once more."""
        self.at_scan = False
        """Whether the visit is, or was, recorded at the scan, without another act."""

    # What staff do

    def type(self, text: str, entry: EntryMethod = EntryMethod.TYPED) -> None:
        """The number changed: whatever was in sight is over. While recording, nothing changes."""
        if self.stage is not Stage.RECORDING:
            self._restart(text, entry)

    def scan(self, scanned: Scanned) -> bool:
        """A card was scanned; true when it is to be checked now.

        It takes the place of what was in sight. The same card again counts once, and one that
        comes while another is being written down waits for that.
        """
        if self.stage is Stage.RECORDING:
            self.next = scanned
            return False
        repeated = self._repeats(scanned)
        if repeated is not None:
            self.hint = repeated
            return False
        passed_over = self.act is EnterAction.RECORD
        self._restart(scanned.number, scanned.entry)
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
        busy = self.stage is not Stage.VERDICT or self.act not in (
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
        return self.act not in waits

    @property
    def in_work(self) -> bool:
        """Whether the store works on it: nothing is cleared meanwhile."""
        return self.online_lookup or self.stage in (Stage.CHECKING, Stage.RECORDING)

    def show_undone(self, visit: Visit, *, put_back: bool = False) -> None:
        """A visit was taken back, or put back: it is said where no other card is in work."""
        if self.stage is Stage.DONE or (self.stage is Stage.IDLE and not self.text.strip()):
            self._restart("", EntryMethod.TYPED)
            self.taken_back, self.put_back = (None, visit) if put_back else (visit, None)

    @property
    def act(self) -> EnterAction:
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
        text, entry, hint = self.text, self.entry, self.hint
        if printed is None:
            self._restart(text, entry)
            self.hint = hint if hint is ScanHint.LEFT_UNRECORDED else None
        else:
            self._ticket += 1
            self.error = None
            self.online_lookup = False
        self.printed = printed
        self.stage = Stage.CHECKING
        return Question(self._ticket, text, offer_id, printed)

    def begin_provisional(self) -> None:
        """Go on with the day that is printed on the card."""
        if self.offers_provisional:
            self.stage = Stage.PROVISIONAL

    def record(self) -> VisitRequest | None:
        """The record to make, once; ``None`` where nothing may be recorded now."""
        checked = self.checked
        if self.act is not EnterAction.RECORD or checked is None or checked.number is None:
            return None
        self.stage = Stage.RECORDING
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
        if not self._awaits(question):
            return
        self.stage = Stage.VERDICT
        self.checked = checked
        self.hint = hint_of(checked.doubt) or self.hint
        self.tickets = plain(checked.verdict.allowed)
        self.row = self.rows[0] if self.rows else None

    def look(self, question: Question) -> bool:
        """The card is looked for once more; whether anybody still waits for that."""
        self.online_lookup = self.stage is Stage.VERDICT and question.ticket == self._ticket
        return self.online_lookup

    def looked(self, question: Question, checked: Checked | None) -> None:
        """Take the online lookup's verdict. Staff who have gone on meanwhile are not disturbed."""
        if question.ticket != self._ticket or not self.online_lookup:
            return
        self.online_lookup = False
        if checked is not None and self.stage is Stage.VERDICT:
            self.stage = Stage.CHECKING
            self.answer(question, checked)

    def look_failed(self, question: Question, error: Exception) -> None:
        """Show a fault of this desk during the online lookup as a failed check."""
        if question.ticket == self._ticket and self.online_lookup:
            self.online_lookup = False
            if self.stage is Stage.VERDICT:
                self.stage = Stage.CHECKING
                self.fail(question, error)

    def fail(self, question: Question, error: Exception) -> None:
        """The question could not be answered; the number is kept so that Enter asks again."""
        if not self._awaits(question):
            return
        self.error = error
        self.stage = Stage.IDLE if question.printed_valid_until is None else Stage.PROVISIONAL

    def was_recorded(self, recorded: Recorded, at: float = float("-inf")) -> None:
        """The visit is on the disk; the number goes out of sight. ``at`` is as for a scan."""
        at_scan, hint = self.at_scan, self.hint
        self._restart("", EntryMethod.TYPED)
        self.hint = hint if isinstance(hint, PartRead) else None
        self._at = at
        self.at_scan = at_scan
        self.stage = Stage.DONE
        self.recorded = recorded

    def was_not_recorded(self, error: Exception) -> None:
        """Nothing was recorded; number and tickets are kept so that Enter tries again."""
        self.stage = Stage.VERDICT
        self.error = error
        self.at_scan = False
        self.hint = ScanHint.NOT_TAKEN if self.next else None
        self.next = None
        if isinstance(error, RefusedError) and self.checked is not None:
            self.checked = replace(self.checked, verdict=error.verdict)
            if self.row not in self.rows:  # the card gets fewer kinds now: keys need one of them
                self.row = self.rows[0] if self.rows else None

    def _awaits(self, question: Question) -> bool:
        return self.stage is Stage.CHECKING and question.ticket == self._ticket

    # The fee, where the offer has it asked for

    @property
    def asks_value(self) -> bool:
        """Whether the fee has to be entered here."""
        checked = self.checked
        if self.stage is not Stage.VERDICT or checked is None or not checked.verdict.admits:
            return False
        return bool(checked.offer.value_asked)

    @property
    def lacks_value(self) -> bool:
        """Whether nothing can be recorded before the fee is entered."""
        return self.asks_value and self.value_cents is None and self.tickets.counted > 0

    @property
    def pays_cents(self) -> int:
        """The amount to pay for all tickets as chosen."""
        if self.checked is None:
            return 0
        offer, each = self.checked.offer, self.checked.verdict.pays_cents
        if offer.value_asked:
            each = offer.share_of(self.value_cents)
        return each * self.tickets.counted

    # How many tickets of each kind

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
    def rows(self) -> tuple[TicketKind, ...]:
        """The kinds of ticket to choose among: an assistant's also where others are refused."""
        if self.checked is None:
            return ()
        return rows(self.checked.verdict.allowed)

    @property
    def objections(self) -> tuple[Refusal, ...]:
        """The objections to the tickets as chosen."""
        return self.checked.objections(self.tickets) if self.checked else ()

    def choose_row(self, by: int) -> None:
        """Move among the kinds of ticket; the ends are ends."""
        if self.row is not None and self.row in self.rows:
            place = self.rows.index(self.row) + by
            self.row = self.rows[max(0, min(place, len(self.rows) - 1))]

    def step(self, row: TicketKind, by: int) -> None:
        """One ticket more or fewer, as far as the card allows.

        A further ticket is for somebody of the card who comes along; assistants are chosen as such.
        """
        if self.stage is not Stage.VERDICT or row not in self.rows:
            return
        after = [kind for kind in self.rows[self.rows.index(row) + 1 :] if kind.card is not None]
        if by > 0 and row.presents_card and self.tickets.of(row) == row.most and after:
            row = after[0]
        self.row = row
        self.tickets = self._stepped(row, by)

    def give(self, row: TicketKind, count: int) -> None:
        """So many tickets of a kind, or as many as the card allows."""
        if self.stage is not Stage.VERDICT or row not in self.rows:
            return
        self.row = row
        while (by := count - self.tickets.of(row)) != 0:
            before, self.tickets = self.tickets, self._stepped(row, by if by < 0 else 1)
            if self.tickets == before:
                break

    def limit(self, row: TicketKind) -> int:
        """The most of a kind that this card could ever get here."""
        return 0 if self.checked is None else ceiling(row, self.checked.verdict.allowed, Tickets())

    def most(self, row: TicketKind) -> int:
        """The most of a kind that could be reached now; its own number where no step up is left."""
        if self.checked is None or self._stepped(row, 1) == self.tickets:
            return self.tickets.of(row)
        return ceiling(row, self.checked.verdict.allowed, self.tickets)

    def _stepped(self, row: TicketKind, by: int) -> Tickets:
        if self.checked is None:
            return self.tickets
        return stepped(row, by, self.checked.verdict.allowed, self.tickets, self.checked.objections)
