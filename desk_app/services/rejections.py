"""Handles operations that the register rejected. Nothing is deleted here."""

from collections.abc import Callable, Collection, Sequence
from uuid import UUID

from desk_app.services.correcting import CorrectionService
from desk_app.services.errors import (
    NoteMalformedError,
    NotInInboxError,
    ResolutionNotPossibleError,
)
from desk_app.services.inbox_items import RejectedItem, Resolution, ResolutionRecord
from desk_app.services.ports import Clock, Ids, Inbox, Journal, Transaction
from desk_app.services.recording import Recorded, VisitRequest
from desk_app.services.voiding import VoidService
from sync.rules.card_numbers import numbers_in
from sync.rules.offers import Offer
from sync.rules.texts import check_new_text, check_text
from sync.rules.visits import (
    LONGEST_CODE,
    LONGEST_NOTE,
    LONGEST_OPERATOR,
    Note,
    OwnOffer,
    VoidReason,
)

_NUMBER_IN_NOTE = "a note carries no card number"


class RejectionHandling:
    """Resolves rejections. ``queued`` is called when there is something to send.

    ``is_card`` says whether this desk knows a card of that number.

    Each action takes one operation or many; of many it does all or none. They raise
    ``NotInInboxError``, ``ResolutionNotPossibleError`` or ``StoreError``; correcting and
    withdrawing, which record something, ``NotEnrolledError`` too.
    """

    def __init__(  # noqa: PLR0913 - what it acts on, each by its name
        self,
        inbox: Inbox,
        voiding: VoidService,
        correcting: CorrectionService,
        clock: Clock,
        ids: Ids,
        journal: Journal,
        *,
        is_card: Callable[[str], bool],
        transaction: Transaction,
        queued: Callable[[], None],
    ) -> None:
        self._inbox = inbox
        self._is_card = is_card
        self._voiding = voiding
        self._correcting = correcting
        self._clock = clock
        self._ids = ids
        self._journal = journal
        self._transaction = transaction
        self._queued = queued

    def items(self) -> Sequence[RejectedItem]:
        """All rejected operations, in journal order; ``left`` marks those escalated."""
        return self._inbox.items()

    def accepted(self, operation_ids: Collection[UUID]) -> set[UUID]:
        """Which of these the register has accepted by now: what came of sending them again."""
        return self._inbox.accepted(operation_ids)

    def send_again(self, *operation_ids: UUID, operator: str | None = None) -> None:
        """Send them again unchanged: the register may have changed its mind."""
        self._settle(Resolution.AGAIN, operation_ids, operator=operator)
        self._queued()

    def leave(self, *operation_ids: UUID, note: str, operator: str | None = None) -> None:
        """Escalate them to Kaikukeskus, with notes that are sent like any operation.

        They stay refused, in sight, and can be taken up again. A note carries no card number,
        whichever it is. Raises ``NoteMalformedError`` too.
        """
        note = note.strip()
        _check_operator(operator)
        try:
            check_text(note, "a note", longest=LONGEST_NOTE)
        except ValueError as unfit:
            raise NoteMalformedError(reason=str(unfit)) from unfit
        named = numbers_in(note)
        if any(map(self._is_card, named)):
            raise NoteMalformedError(reason=_NUMBER_IN_NOTE)
        with self._transaction():
            for operation_id in operation_ids:
                item = self._able(operation_id, Resolution.NOTE)
                if item.visit is not None and item.visit.card_number in named:
                    raise NoteMalformedError(reason=_NUMBER_IN_NOTE)
                self._inbox.enqueue_note(self._note(item, note, operator))
            self._settle(Resolution.NOTE, operation_ids, note=note, operator=operator)
        self._queued()

    def see(self, *operation_ids: UUID, operator: str | None = None) -> None:
        """Note that somebody has seen them, and that nothing is to be done."""
        self._settle(Resolution.SEEN, operation_ids, operator=operator)

    def withdraw(self, *operation_ids: UUID, operator: str | None = None) -> None:
        """Withdraw these visits and offers; both stay on record."""
        _check_operator(operator)
        with self._transaction():
            for operation_id in operation_ids:
                item = self._able(operation_id, Resolution.WITHDRAW)
                if item.offer is None:
                    self._voiding.void(operation_id, VoidReason.MISTAKE, operator)
                else:
                    self._settle(Resolution.WITHDRAW, [operation_id], operator=operator)

    def correct(self, operation_id: UUID, asked: VisitRequest) -> Recorded:
        """Withdraw the visit, and record and send a replacement.

        Raises what recording raises too; then the refused visit stays in the inbox.
        """
        with self._transaction():
            self._able(operation_id, Resolution.CORRECT)
            recorded = self._correcting.correct(operation_id, asked)
        self._queued()
        return recorded

    def correct_offer(self, operation_id: UUID, offer: Offer) -> None:
        """Send an offer of the venue's own again, corrected.

        It stays the same offer, so that the visits to it arrive once it has. Raises
        ``ResolutionNotPossibleError`` for another offer too.
        """
        with self._transaction():
            item = self._able(operation_id, Resolution.CORRECT)
            if item.offer is None or item.offer.id != offer.id:
                raise ResolutionNotPossibleError(operation=str(operation_id))
            self._settle(Resolution.CORRECT, [operation_id], operator=None)
            self._journal.add_offer(
                OwnOffer(
                    id=self._ids.new(),
                    recorded_at=self._clock.now(),
                    offer=offer,
                    revises=True,  # of what was refused, the register may have told an earlier form
                )
            )
        self._queued()

    def _note(self, item: RejectedItem, text: str, operator: str | None) -> Note:
        return Note(
            id=self._ids.new(),
            recorded_at=self._clock.now(),
            about=item.id,
            code=item.code[:LONGEST_CODE] or None,
            text=text,
            operator=operator,
        )

    def _settle(
        self,
        resolution: Resolution,
        operation_ids: Sequence[UUID],
        *,
        operator: str | None,
        note: str | None = None,
    ) -> None:
        _check_operator(operator)
        done = ResolutionRecord(
            resolution=resolution, at=self._clock.now(), note=note, operator=operator
        )
        with self._transaction():
            for operation_id in operation_ids:
                self._able(operation_id, resolution)
                self._inbox.record_resolution(operation_id, done)

    def _able(self, operation_id: UUID, resolution: Resolution) -> RejectedItem:
        item = self._inbox.item(operation_id)
        if item is None:
            raise NotInInboxError(operation=str(operation_id))
        if resolution not in item.resolutions:
            raise ResolutionNotPossibleError(operation=str(operation_id))
        return item


def _check_operator(operator: str | None) -> None:
    try:
        check_new_text(operator, "the operator's mark", longest=LONGEST_OPERATOR)
    except ValueError as unfit:
        raise NoteMalformedError(reason=str(unfit)) from unfit
