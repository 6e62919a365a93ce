"""Chooses the version of a card by which a visit is judged: its desk's, or that of today."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import Connection

from sync.rules.cards import Card
from sync.rules.policy import Policy
from sync.rules.visits import Visit
from sync.server.store import cards


class CardVersions:
    """The cards of a batch's visits, through all revisions."""

    def __init__(
        self, connection: Connection, visits: Sequence[Visit], policy: Policy, now: datetime
    ) -> None:
        self._policy = policy
        self._now = now
        numbers = {visit.card_number for visit in visits}
        self._versions = cards.versions(connection, numbers)
        self._revision = cards.head(connection).revision
        older = {visit.register_revision for visit in visits} - {self._revision}
        self._superseded = cards.superseded(connection, older)

    def card_for(self, visit: Visit) -> Card | None:
        """The card as it stood when the desk looked, where that is not too long ago.

        A provisional visit was recorded because the desk could not look: today's card has the
        word. So it has where the card was not there yet at the desk's revision: the desk may have
        looked the card up online.
        """
        versions = self._versions.get(visit.card_number, [])
        today = versions[-1][1] if versions else None
        if visit.provisional:
            return None if today is None else _as_printed(today, visit)
        if not self._is_recent(visit):
            return today
        seen = [version for since, version in versions if since <= visit.register_revision]
        return (seen[-1] if seen else None) or today

    def _is_recent(self, visit: Visit) -> bool:
        """Whether the desk's revision is the current one, or was not long before the visit."""
        if visit.register_revision >= self._revision:
            return visit.register_revision == self._revision
        ended = self._superseded.get(visit.register_revision)
        if ended is None:
            return False
        until = ended + timedelta(days=self._policy.expired_after_days)
        return self._now <= until or visit.recorded_at <= until


def _as_printed(card: Card, visit: Visit) -> Card:
    """The card as its cardboard has it: an issuer may have entered it late (contract 1.6)."""
    if visit.printed_valid_until == card.valid_until and card.valid_from > visit.local_date:
        return replace(card, valid_from=visit.local_date)
    return card
