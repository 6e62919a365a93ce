"""Work that waits for the database, in threads: a few at a time, and nobody waits for ever."""

from collections.abc import Callable
from typing import TypeVar

import anyio
from anyio import CapacityLimiter, to_thread

from sync.errors import BusyError

Answer = TypeVar("Answer")

_ASK_AT_ONCE = 8
_SETTLE_AT_ONCE = 3
"""Fewer than there are connections, so that a rush of batches leaves room for all other calls."""
_ASK_SECONDS = 8.0
_SETTLE_SECONDS = 15.0
"""For which a call waits for its turn; a desk waits for 30 in all."""
_CHECK_SECONDS = 3.0
COME_BACK_IN = 5
"""Seconds, said to those who have waited in vain."""


class Turns:
    """Two queues in front of the threads: one for batches, one for everything else.

    All of them raise ``BusyError`` where the wait is too long.
    """

    def __init__(self) -> None:
        self._asking = CapacityLimiter(_ASK_AT_ONCE)
        self._settling = CapacityLimiter(_SETTLE_AT_ONCE)
        self._checking = CapacityLimiter(_ASK_AT_ONCE)

    async def ask(self, work: Callable[..., Answer], *given: object) -> Answer:
        """Do what is quick."""
        return await _in_turn(self._asking, _ASK_SECONDS, lambda: work(*given))

    async def settle(self, work: Callable[..., Answer], *given: object) -> Answer:
        """Settle a batch."""
        return await _in_turn(self._settling, _SETTLE_SECONDS, lambda: work(*given))

    async def check(self, work: Callable[[], None]) -> None:
        """See whether something works, past the queues."""
        try:
            with anyio.fail_after(_CHECK_SECONDS):
                await to_thread.run_sync(work, limiter=self._checking, abandon_on_cancel=True)
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
