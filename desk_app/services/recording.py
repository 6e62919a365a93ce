"""Records a visit: judges it once more and writes it; durable when the call returns."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from desk_app.services.checking import Checked, CheckService
from desk_app.services.errors import (
    PrintedDayMissingError,
    ProvisionalNotAllowedError,
    RefusedError,
    ValueMissingError,
)
from desk_app.services.ports import Ids, Journal, Transaction
from desk_app.services.timekeeping import Moment, Timekeeping
from desk_app.services.visit_days import check_visit_day
from sync.rules.cards import CardKind
from sync.rules.codes import Refusal
from sync.rules.entitlement import PROVISIONAL_VERDICTS, Verdict
from sync.rules.offers import Offer
from sync.rules.tickets import PRESENTING, Tickets, of_card
from sync.rules.visits import EntryMethod, Visit


@dataclass(frozen=True, slots=True, init=False)
class TicketsRequest:
    """The tickets requested, by the kind's name; missing kinds follow from the card."""

    counts: Mapping[str, int]

    def __init__(self, **counts: int | None) -> None:
        asked = {name: count for name, count in counts.items() if count is not None}
        object.__setattr__(self, "counts", asked)

    def for_card(self, kinds: Collection[CardKind]) -> Tickets:
        """Fill in the plain case: one ticket for the person who presents the card.

        A card that may be of either kind is the one whose tickets are asked for; else a person's.
        Raises ``ValueError`` for counts that cannot be.
        """
        presenting = _PRESENTING[self._likeliest(kinds)]
        return Tickets(**{presenting.name: 1, **self.counts})

    def _likeliest(self, kinds: Collection[CardKind]) -> CardKind:
        if len(kinds) == 1:
            return next(iter(kinds))
        community = any(self.counts.get(each.name) for each in of_card(CardKind.COMMUNITY))
        return CardKind.COMMUNITY if community else CardKind.PERSONAL


_PRESENTING = {kind.card: kind for kind in PRESENTING}


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitRequest:
    """A request to record a visit.

    ``provisional`` asks to record a card that cannot be looked up by its cardboard;
    ``printed_valid_until`` is the last day printed there. ``at`` is given when a paper form is
    entered afterwards. ``value_cents`` is the fee, where the offer has it asked for.
    """

    number: str
    offer_id: UUID
    tickets: TicketsRequest = TicketsRequest()
    entry: EntryMethod = EntryMethod.TYPED
    provisional: bool = False
    printed_valid_until: date | None = None
    at: datetime | None = None
    operator: str | None = None
    value_cents: int | None = None


@dataclass(frozen=True, slots=True)
class Recorded:
    """A recorded visit, and the verdict under which it was recorded."""

    visit: Visit
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Assessed:
    """A judged request, not yet written; ``reasons`` stand against it.

    ``tickets`` is ``None`` where those asked for make no sense.
    """

    checked: Checked
    tickets: Tickets | None
    reasons: tuple[Refusal, ...]


class RecordService:
    """Records visits.

    Judging and writing are one transaction, so that two programs which share the store cannot both
    give the last ticket. ``queued`` is called when there is something to send.
    """

    def __init__(
        self,
        checking: CheckService,
        journal: Journal,
        ids: Ids,
        timekeeping: Timekeeping,
        *,
        transaction: Transaction,
        queued: Callable[[], None],
    ) -> None:
        self._checking = checking
        self._journal = journal
        self._ids = ids
        self._timekeeping = timekeeping
        self._transaction = transaction
        self._queued = queued

    def record(self, asked: VisitRequest, *, replaces: UUID | None = None) -> Recorded:
        """Judge and record. The visit is durable when this returns.

        Raises ``RefusedError`` when the rules say no, ``UsageError`` for what makes no sense,
        ``StoreError`` when it could not be written: then nothing was recorded.
        """
        with self._transaction():
            recorded = self.write(asked, replaces=replaces)
        self._queued()
        return recorded

    def assess(self, asked: VisitRequest) -> Assessed:
        """Judge a request; nothing is written.

        Raises ``UsageError``; among them are ``DayToComeError`` and ``DayTooOldError`` for a
        moment that staff named and the register would not take.
        """
        checked = self._check(asked)
        try:
            tickets = asked.tickets.for_card(checked.case.kinds if checked.case else ())
        except ValueError:
            return Assessed(checked, None, (Refusal.MALFORMED,))
        return Assessed(checked, tickets, checked.objections(tickets))

    def write(
        self, asked: VisitRequest, *, replaces: UUID | None = None, visit_id: UUID | None = None
    ) -> Recorded:
        """Judge and record within the caller's transaction.

        One that ``replaces`` another is of the same moment, unless ``asked`` names one.
        ``visit_id`` is a UUID of version 7 that the visit is to carry; a new one else.
        """
        old = self._replaced(replaces)
        if asked.at is None and old is not None:
            asked = replace(asked, at=old.recorded_at)
        assessed = self.assess(asked)
        checked, tickets, reasons = assessed.checked, assessed.tickets, assessed.reasons
        if reasons or tickets is None or checked.number is None:
            raise RefusedError(checked.refused(tickets, reasons), reasons)
        if _lacks_value(checked.offer, asked, tickets):
            raise ValueMissingError
        provisional = checked.verdict.verdict in PROVISIONAL_VERDICTS
        moment = self._as_of(old, checked.moment)
        visit = Visit(
            id=visit_id or self._ids.new(),
            recorded_at=moment.utc,
            local_date=moment.at.date(),
            card_number=checked.number,
            offer_id=asked.offer_id,
            tickets=tickets,
            entry=asked.entry,
            register_revision=checked.register_revision,
            verdict=checked.verdict.verdict,
            provisional=provisional,
            printed_valid_until=asked.printed_valid_until if provisional else None,
            clock_trusted=moment.trusted,
            operator=asked.operator,
            replaces=replaces,
            value_cents=asked.value_cents if checked.offer.value_asked else None,
        )
        self._journal.record(visit, moment.reading)
        self._timekeeping.witnessed(checked.moment)
        return Recorded(visit, checked.verdict)

    def _replaced(self, visit_id: UUID | None) -> Visit | None:
        entry = None if visit_id is None else self._journal.entry(visit_id)
        return entry.visit if entry is not None and isinstance(entry.visit, Visit) else None

    def _as_of(self, old: Visit | None, moment: Moment) -> Moment:
        """What is doubted of the replaced visit's moment is doubted of the new one's, if it stays.

        Both are then dated anew together.
        """
        if old is None or old.recorded_at != moment.utc:
            return moment
        return replace(moment, trusted=old.clock_trusted, reading=self._journal.reading(old.id))

    def _check(self, asked: VisitRequest) -> Checked:
        desk = self._checking.desk()
        if asked.provisional and asked.printed_valid_until is None:
            raise PrintedDayMissingError
        if asked.provisional and not desk.policy.provisional_allowed:
            raise ProvisionalNotAllowedError
        moment = None
        if asked.at is not None:
            moment = self._timekeeping.moment_at(asked.at, desk.policy)
            check_visit_day(moment.at.date(), self._checking.moment().at.date())
        return self._checking.check(
            asked.number,
            asked.offer_id,
            moment=moment,
            printed_valid_until=asked.printed_valid_until if asked.provisional else None,
            value_cents=asked.value_cents,
        )


def _lacks_value(offer: Offer, asked: VisitRequest, tickets: Tickets) -> bool:
    """Whether the fee has to be entered first; a paper form has no place for it."""
    wanted = (
        bool(offer.value_asked) and tickets.counted > 0 and asked.entry is not EntryMethod.PAPER
    )
    return wanted and asked.value_cents is None
