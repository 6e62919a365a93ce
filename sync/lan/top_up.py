"""Keeps this desk's shares of quotas filled while the register is in reach (contract 3.15)."""

import logging
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol
from uuid import UUID

from sync.errors import CentralFaultError, NotSupportedError, RequestRefusedError
from sync.lan.shares import QuotaShare
from sync.messages import ShareAnswer, ShareRequest
from sync.rules.offers import Offer, OfferStatus

_log = logging.getLogger(__name__)

AHEAD = 20
"""Ours: as many tickets as a desk hands out while the network is away for an evening's queue."""
_MOST_CALLS = 20
"""In one cycle: what is left comes with the next."""
_ASK_AGAIN = 60.0
"""Seconds after which a desk that got less than it wanted asks again."""
LOCKED = -1
"""The turn of a share that is not asked for any more: an old copy of it was put back."""


class ShareApi(Protocol):
    """The register's call."""

    def share(self, offer_id: UUID, request: ShareRequest) -> ShareAnswer:
        """Ask for a share of a size. Raises ``NotSupportedError`` at an older register."""
        ...


class ShareBook(Protocol):
    """The desk's shares."""

    def turns(self) -> Mapping[UUID, tuple[int, QuotaShare, int]]:
        """The last turn by offer, the share, and the tickets that were handed out."""
        ...

    def given(self, offer_id: UUID) -> int:
        """The tickets that were handed out of an offer."""
        ...

    def ask(self, offer_id: UUID, granted: int, turn: int) -> bool:
        """Note what is asked; whether it may be: a smaller share is so from now on."""
        ...

    def grant(self, offer_id: UUID, granted: int, turn: int) -> None:
        """Note the answer."""
        ...


class TopUp:
    """Asks the register for what is wanted, a few offers in each cycle."""

    def __init__(self, book: ShareBook, steady: Callable[[], float] = time.monotonic) -> None:
        self._book = book
        self._steady = steady
        self._asked_at: dict[UUID, float] = {}
        self._unsupported = False

    def run(self, api: ShareApi, offers: Sequence[Offer], *, may_begin: bool) -> None:
        """Fill the shares; new ones only where they ``may_begin``.

        That is where neighbours are switched on, and nothing of this desk's waits to be sent: what
        it handed out before has to be known to the register.
        """
        if self._unsupported:
            return
        turns, calls = self._book.turns(), 0
        for offer in offers:
            known = turns.get(offer.id)
            if offer.quota is None or offer.status is OfferStatus.CANCELLED:
                continue
            if calls >= _MOST_CALLS or (known is None and not may_begin):
                continue
            turn, share, given = known or (0, QuotaShare(), self._book.given(offer.id))
            wanted = self._wanted(offer.id, share, given, is_new=known is None)
            if turn == LOCKED or wanted is None:
                continue
            calls += 1
            try:
                self._ask(api, offer.id, turn, wanted, share, given)
            except NotSupportedError:
                self._unsupported = True
                return
            except RequestRefusedError:  # an offer that the register does not have
                continue
            except CentralFaultError as fault:
                _log.info("no share of a quota was asked for: %s", fault.code)
                return

    def _wanted(self, offer_id: UUID, share: QuotaShare, given: int, *, is_new: bool) -> int | None:
        """How large the share is to be; ``None`` where it is well as it is."""
        left = share.left(given)
        if is_new:
            return given + AHEAD
        # What neighbours moved here is there by their word alone: nothing is given back for it.
        granted_left = left - sum(share.moved_in.values())
        if granted_left > 3 * AHEAD:
            return max(0, share.granted - (granted_left - AHEAD))
        now = self._steady()
        if left >= AHEAD // 2 or now - self._asked_at.get(offer_id, -_ASK_AGAIN) < _ASK_AGAIN:
            return None
        self._asked_at[offer_id] = now
        return share.granted + AHEAD - left

    def _ask(
        self, api: ShareApi, offer_id: UUID, turn: int, wanted: int, share: QuotaShare, given: int
    ) -> None:
        if not self._book.ask(offer_id, wanted, turn + 1):
            return
        answer = api.share(offer_id, ShareRequest(granted=wanted, turn=turn + 1))
        if answer.turn == turn + 1:
            self._book.grant(offer_id, answer.granted, turn + 1)
        else:  # an older copy of this desk's data: what it moved since is not known here
            spent = share.granted - max(0, share.left(given))
            self._book.grant(offer_id, spent, LOCKED)
