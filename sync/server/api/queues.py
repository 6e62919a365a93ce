"""Work that waits for the database, in threads: a few at a time, and nobody waits for ever.

Whose token was right when it was last shown goes through a door of their own, so that a crowd of
made-up tokens makes no desk wait. That is a matter of turns alone: every token is looked up at
every call.
"""

from collections.abc import Awaitable, Callable, Iterable
from typing import TypeVar

import anyio
from anyio import CapacityLimiter, to_thread

from sync.errors import BusyError, DeskRefusedError
from sync.server.store.desks import hash_token

Answer = TypeVar("Answer")

_ASK_AT_ONCE = 8
_STRANGERS_AT_ONCE = 2
_SETTLE_AT_ONCE = 3
"""Fewer than there are connections, so that a rush of batches leaves room for all other calls."""
_ASK_SECONDS = 8.0
_SETTLE_SECONDS = 18.0
"""For which a call waits for its turn; a desk waits for 30 in all, the database has 10 of them."""
_CHECK_SECONDS = 3.0
COME_BACK_IN = 5
"""Seconds, said to those who have waited in vain."""


class Queues:
    """Queues in front of the threads: for batches, for everything else, and for strangers.

    ``known`` are the hashes of the tokens that are right at the start. Every call raises
    ``BusyError`` where the wait for its turn is too long.
    """

    def __init__(self, known: Iterable[bytes] = ()) -> None:
        self.asking = CapacityLimiter(_ASK_AT_ONCE)
        self.strangers = CapacityLimiter(_STRANGERS_AT_ONCE)
        self.settling = CapacityLimiter(_SETTLE_AT_ONCE)
        self.checking = CapacityLimiter(_ASK_AT_ONCE)
        self.known = set(known)

    def knows(self, token: str) -> bool:
        """Whether a token was right when it was last shown."""
        return hash_token(token) in self.known

    async def ask(self, token: str | None, work: Callable[[], Answer]) -> Answer:
        """Do what is quick, for a caller who shows a token, or has none to show."""
        if token is None:
            return await _in_turn(work, self.strangers, within=_ASK_SECONDS)
        limiter = self.asking if self.knows(token) else self.strangers
        return await self._shown(token, _in_turn(work, limiter, within=_ASK_SECONDS))

    async def settle(self, token: str, work: Callable[[], Answer]) -> Answer:
        """Settle a batch."""
        return await self._shown(token, _in_turn(work, self.settling, within=_SETTLE_SECONDS))

    async def _shown(self, token: str, done: Awaitable[Answer]) -> Answer:
        """What is done, having noted whether the token was right."""
        shown = hash_token(token)
        try:
            answer = await done
        except DeskRefusedError:
            self.known.discard(shown)
            raise
        self.known.add(shown)
        return answer

    async def check(self, work: Callable[[], None]) -> None:
        """See whether something works, past the queues, and leave it where that takes long."""
        await _in_turn(work, self.checking, within=_CHECK_SECONDS, abandon=True)


async def _in_turn(
    work: Callable[[], Answer], limiter: CapacityLimiter, *, within: float, abandon: bool = False
) -> Answer:
    """Do work in a thread. Once it has its turn, it is waited for until it ends or is abandoned."""
    try:
        with anyio.fail_after(within):
            return await to_thread.run_sync(work, limiter=limiter, abandon_on_cancel=abandon)
    except TimeoutError as slow:
        raise BusyError(
            "the register is busy", retry_after=COME_BACK_IN, code="unavailable"
        ) from slow
