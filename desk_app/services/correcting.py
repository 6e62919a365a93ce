"""Correcting a recorded visit: a void, and a visit that replaces it, in one transaction."""

from uuid import UUID

from desk_app.services.ports import Transaction
from desk_app.services.recording import Recorded, Recording, VisitAsked
from desk_app.services.voiding import Voiding
from sync.rules.visits import VoidReason


class Correcting:
    """Changes the tickets, the offer or the card of a visit, before or after it was sent."""

    def __init__(
        self,
        recording: Recording,
        voiding: Voiding,
        *,
        transaction: Transaction,
    ) -> None:
        self._recording = recording
        self._voiding = voiding
        self._transaction = transaction

    def correct(self, visit_id: UUID, asked: VisitAsked) -> Recorded:
        """Replace a visit. The new one is judged as if the old one had never been.

        Raises what recording and voiding raise; then the old visit stands as it was.
        """
        with self._transaction():
            void = self._voiding.void(visit_id, VoidReason.CORRECTED, asked.operator)
            return self._recording.write(asked, replaces=void.visit_id)
