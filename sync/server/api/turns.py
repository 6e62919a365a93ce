"""Work that waits for the database, in threads: a few at a time, and nobody waits for ever."""

from collections.abc import Callable
from typing import TypeVar

import anyio
from anyio import CapacityLimiter, to_thread

from sync.errors import BusyError, DeskRefusedError
from sync.server.api.strangers import KnownTokens

Answer = TypeVar("Answer")

_ASK_AT_ONCE = 8
_STRANGERS_AT_ONCE = 2
_SETTLE_AT_ONCE = 3
"""Fewer than there are connections, so that a rush of batches leaves room for all other calls."""
_ASK_SECONDS = 8.0
_SETTLE_SECONDS = 15.0
"""For which a call waits for its turn; a desk waits for 30 in all."""
_CHECK_SECONDS = 3.0
COME_BACK_IN = 5
"""Seconds, said to those who have waited in vain."""


class Turns:
    """Queues in front of the threads: for batches, for everything else, and for strangers."""

    def __init__(self) -> None:
        self.asking = CapacityLimiter(_ASK_AT_ONCE)
        self.strangers = CapacityLimiter(_STRANGERS_AT_ONCE)
        self.settling = CapacityLimiter(_SETTLE_AT_ONCE)
        self.checking = CapacityLimiter(_ASK_AT_ONCE)
        self.known = KnownTokens()

    def of(self, token: str | None) -> "Turn":
        """The turn of a caller who shows a token."""
        return Turn(self, token)


class Turn:
    """A caller's turn. Everything here raises ``BusyError`` where the wait for it is too long."""

    def __init__(self, turns: Turns, token: str | None) -> None:
        self._turns = turns
        self._token = token

    async def ask(self, work: Callable[..., Answer], *given: object) -> Answer:
        """Do what is quick."""
        turns, token = self._turns, self._token
        is_known = token is not None and token in turns.known
        limiter = turns.asking if is_known else turns.strangers
        try:
            answer = await _in_turn(limiter, _ASK_SECONDS, lambda: work(*given))
        except DeskRefusedError:
            if token is not None:
                turns.known.discard(token)
            raise
        if token is not None and not is_known:
            turns.known.add(token)
        return answer

    async def settle(self, work: Callable[..., Answer], *given: object) -> Answer:
        """Settle a batch."""
        return await _in_turn(self._turns.settling, _SETTLE_SECONDS, lambda: work(*given))

    async def check(self, work: Callable[[], None]) -> None:
        """See whether something works, past the queues."""
        limiter = self._turns.checking
        try:
            with anyio.fail_after(_CHECK_SECONDS):
                await to_thread.run_sync(work, limiter=limiter, abandon_on_cancel=True)
        except TimeoutError as slow:
            raise _busy() from slow


async def _in_turn(limiter: CapacityLimiter, seconds: float, work: Callable[[], Answer]) -> Answer:
    turn = object()
    try:
        with anyio.fail_after(seconds):
            await limiter.acquire_on_behalf_of(turn)
    except TimeoutError as slow:
        raise _busy() from slow
    try:
        return await to_thread.run_sync(work)
    finally:
        limiter.release_on_behalf_of(turn)


def _busy() -> BusyError:
    return BusyError("the register is busy", retry_after=COME_BACK_IN, code="unavailable")
