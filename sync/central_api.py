"""The register's calls as a Protocol.

It is spoken by :class:`sync.client.HttpCentral` at the desk and answered by
:class:`sync.server.services.desk_session.DeskSession` at the register.
"""

from typing import Protocol

from sync.messages import (
    MOST_A_FEED_PAGE,
    MOST_CARDS_A_PAGE,
    ActivityPage,
    CardAnswer,
    CardsPage,
    ChangesPage,
    Me,
    NewToken,
    OfferFeedPage,
    OperationResult,
    StandingAnswer,
    StandingReport,
)
from sync.rules.visits import Operation


class CentralApi(Protocol):
    """The register's calls for one enrolled desk.

    Every call may raise :class:`sync.errors.CentralFaultError` in one of its forms.
    """

    def me(self) -> Me:
        """This desk in the register, and the policy it works under."""
        ...

    def standing(self, report: StandingReport) -> StandingAnswer:
        """Send the desk's status report. Raises ``NotSupportedError`` at a register of 1.0."""
        ...

    def new_token(self) -> NewToken:
        """A token for the next calls. Raises ``NotSupportedError`` at a register without them."""
        ...

    def cards(self, after: str | None, limit: int = MOST_CARDS_A_PAGE) -> CardsPage:
        """A page of cards by number (code points); ``after`` is the last page's ``next``."""
        ...

    def changes(self, after: int, limit: int = MOST_CARDS_A_PAGE) -> ChangesPage:
        """The changes since revision ``after``. Raises ``RevisionGoneError``."""
        ...

    def card(self, number: str) -> CardAnswer:
        """One card. Raises ``CardUnknownError``."""
        ...

    def offers(self, after: str | None, limit: int = MOST_A_FEED_PAGE) -> OfferFeedPage:
        """Offers since a cursor. Raises ``CursorGoneError``."""
        ...

    def submit(self, operations: list[Operation]) -> list[OperationResult]:
        """Send operations, at most 500 at a time. One result each, in order.

        Raises ``RequestRefusedError`` when the batch as a whole is refused.
        """
        ...

    def activity(self, after: str | None, limit: int = MOST_A_FEED_PAGE) -> ActivityPage:
        """The venue's accepted visits since a cursor. Raises ``CursorGoneError``."""
        ...
