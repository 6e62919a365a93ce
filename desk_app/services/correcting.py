"""Corrects a recorded visit, or restores a voided one, by recording a replacement."""

from collections.abc import Sequence
from uuid import UUID

from desk_app.services.checking import CheckService
from desk_app.services.errors import PutBackTooLateError
from desk_app.services.ports import Journal, Transaction
from desk_app.services.recording import Recorded, RecordService, TicketsRequest, VisitRequest
from desk_app.services.voiding import VoidService
from sync.rules.visits import Visit, VoidReason


class CorrectionService:
    """Changes the tickets, the offer or the card of a visit, before or after it was sent."""

    def __init__(
        self,
        checking: CheckService,
        recording: RecordService,
        voiding: VoidService,
        journal: Journal,
        *,
        transaction: Transaction,
    ) -> None:
        self._checking = checking
        self._recording = recording
        self._voiding = voiding
        self._journal = journal
        self._transaction = transaction

    def correct(self, visit_id: UUID, asked: VisitRequest) -> Recorded:
        """Replace a visit. The new one is judged as if the old one did not exist.

        Raises what recording and voiding raise; then the old visit stands as it was.
        """
        with self._transaction():
            void = self._voiding.void(visit_id, VoidReason.CORRECTED, asked.operator)
            return self._recording.write(asked, replaces=void.visit_id)

    def put_back(self, voided: Visit) -> Recorded:
        """Restore a visit that was voided today, unchanged and at its own time.

        A void cannot be called back, since it may have been sent: another visit takes the place.
        Raises ``PutBackTooLateError`` after the visit's day, and what recording raises.
        """
        if voided.local_date != self._checking.moment().at.date():
            raise PutBackTooLateError
        asked = VisitRequest(
            number=voided.card_number,
            offer_id=voided.offer_id,
            tickets=TicketsRequest(**voided.tickets.counts()),
            entry=voided.entry,
            provisional=voided.provisional,
            printed_valid_until=voided.printed_valid_until,
            operator=voided.operator,
            value_cents=voided.value_cents,
        )
        return self._recording.record(asked, replaces=voided.id)

    def of_today(self, most: int) -> Sequence[tuple[Visit, bool]]:
        """This desk's visits of today, the newest first, and whether each was voided.

        Those that another visit replaces are left out.
        """
        latest = self._journal.latest(most)
        replaced = {entry.visit.replaces for entry in latest}
        today = self._checking.moment().at.date()
        return [
            (entry.visit, entry.voided)
            for entry in latest
            if isinstance(entry.visit, Visit)
            and entry.visit.local_date == today
            and entry.visit.id not in replaced
        ]
