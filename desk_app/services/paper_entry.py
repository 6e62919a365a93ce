"""Enters paper forms afterwards: rows that survive a crash, and are judged as they are entered.

Every row being entered is on the disk at once; it is removed in the same transaction in which its
visit is recorded, under the same id, so that no row is lost and none is recorded twice.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from uuid import UUID

from desk_app.services.checking import CheckService, Doubt
from desk_app.services.errors import OfferNotFoundError, RowGoneError
from desk_app.services.paper_rows import PaperRow, PaperRows
from desk_app.services.ports import Ids, Offers, Transaction
from desk_app.services.recording import (
    Assessed,
    Recorded,
    RecordService,
    TicketsRequest,
    VisitRequest,
)
from desk_app.services.visit_days import check_visit_day
from sync.rules.card_numbers import CardNumber
from sync.rules.codes import Refusal
from sync.rules.entitlement import PROVISIONAL_VERDICTS, Verdict
from sync.rules.payloads import card_number
from sync.rules.periods import local_day
from sync.rules.visits import EntryMethod, Tickets


class PaperRowState(StrEnum):
    """The state of a row."""

    EMPTY = "empty"  # no number yet
    READY = "ready"
    TWICE = "twice"  # could be recorded, but the same card was, for the same offer and day
    UNSEEN = "unseen"  # not in the register: the last day printed on the card is wanted
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class JudgedRow:
    """The rules' judgement of a row. ``tickets`` is what would be recorded.

    ``doubt`` is what staff should know of how the number was read.
    """

    state: PaperRowState
    verdict: Verdict | None = None
    reasons: tuple[Refusal, ...] = ()
    tickets: Tickets | None = None
    doubt: Doubt | None = None


class PaperEntry:
    """Saves rows, judges them, and records them as visits. ``queued`` as in ``RecordService``."""

    def __init__(
        self,
        checking: CheckService,
        recording: RecordService,
        offers: Offers,
        rows: PaperRows,
        ids: Ids,
        *,
        transaction: Transaction,
        queued: Callable[[], None],
    ) -> None:
        self._checking = checking
        self._recording = recording
        self._offers = offers
        self._rows = rows
        self._ids = ids
        self._transaction = transaction
        self._queued = queued

    def blank(self, offer_id: UUID, day: date) -> PaperRow:
        """A new, empty row, not saved yet. Touches no disk."""
        return PaperRow(id=self._ids.new(), offer_id=offer_id, day=day)

    def rows(self) -> Sequence[tuple[PaperRow, JudgedRow]]:
        """The rows that were entered and not recorded, in the order of entry.

        Raises ``NotEnrolledError``, ``DeskRevokedError`` or ``StoreError``.
        """
        return [(row, self.judge(row)) for row in self._rows.all()]

    def save(self, row: PaperRow) -> JudgedRow:
        """Save a row in place of its earlier state; on the disk on return.

        Raises ``StoreError`` where it could not be kept, and what :meth:`judge` raises.
        """
        self._rows.save(row)
        return self.judge(row)

    def drop(self, row_id: UUID) -> None:
        """Discard a row. Raises ``StoreError``."""
        self._rows.drop(row_id)

    def judge(self, row: PaperRow) -> JudgedRow:
        """The rules' judgement; nothing is written.

        Raises ``OfferNotFoundError``, ``DayToComeError``, ``DayTooOldError`` or
        ``NotEnrolledError``.
        """
        if not row.number.strip():
            return JudgedRow(PaperRowState.EMPTY)
        assessed = self._assess(row)
        verdict, doubt = assessed.checked.verdict, assessed.checked.doubt
        if assessed.reasons or assessed.tickets is None:
            unseen = verdict.verdict in PROVISIONAL_VERDICTS and row.printed is None
            state = (
                PaperRowState.UNSEEN
                if unseen and self._allows_provisional()
                else PaperRowState.REFUSED
            )
            refused = assessed.checked.refused(assessed.tickets, assessed.reasons)
            return JudgedRow(state, refused, assessed.reasons, doubt=doubt)
        case = assessed.checked.case
        recorded = case is not None and any(
            past.offer_id == row.offer_id and past.local_date == row.day
            for past in case.past_visits
        )
        twice = recorded or self._keyed_elsewhere(row, assessed.checked.number)
        state = PaperRowState.TWICE if twice else PaperRowState.READY
        return JudgedRow(state, verdict, tickets=assessed.tickets, doubt=doubt)

    def record(self, row_id: UUID) -> Recorded:
        """Record a saved row as a visit. It is durable, and the row gone, on return.

        Raises ``RowGoneError``, and what :meth:`RecordService.record` raises: then the row stays.
        """
        with self._transaction():
            row = self._rows.get(row_id)
            if row is None:
                raise RowGoneError
            recorded = self._recording.write(self._asked(row), visit_id=row.id)
            self._rows.drop(row.id)
        self._queued()
        return recorded

    def _assess(self, row: PaperRow) -> Assessed:
        return self._recording.assess(self._asked(row))

    def _asked(self, row: PaperRow) -> VisitRequest:
        """The row as a request; the printed day counts only where the register is too old."""
        return VisitRequest(
            number=row.number,
            offer_id=row.offer_id,
            tickets=TicketsRequest(**row.counts),
            entry=EntryMethod.PAPER,
            provisional=row.printed is not None and self._allows_provisional(),
            printed_valid_until=row.printed,
            value_cents=row.value_cents,
            at=self._moment(row),
        )

    def _allows_provisional(self) -> bool:
        return self._checking.desk().policy.provisional_allowed

    def _moment(self, row: PaperRow) -> datetime | None:
        """The time of the visit: the event's hour on the event's day, else noon; today, now."""
        offer = self._offers.get(row.offer_id)
        if offer is None:
            raise OfferNotFoundError(offer=str(row.offer_id))
        zone = self._checking.desk().policy.zone
        today = self._checking.moment().at.date()
        check_visit_day(row.day, today, ahead=False)
        if row.day == today:
            return None
        if offer.starts_at is not None and local_day(offer.starts_at, zone) == row.day:
            return offer.starts_at
        return datetime.combine(row.day, time(12), tzinfo=zone)

    def _keyed_elsewhere(self, row: PaperRow, number: CardNumber | None) -> bool:
        return any(
            other.id != row.id
            and (other.offer_id, other.day) == (row.offer_id, row.day)
            and card_number(other.number) == number
            for other in self._rows.all()
        )
