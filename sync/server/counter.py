"""The counter where desks hand in their batches: who waits together is served together.

A commit has its price however much it holds. While one transaction is under way, batches that
arrive wait; the next transaction takes all of them. So one server keeps up with many desks, and a
single desk does not wait for anybody.

Where the database can write for several at once there are several clerks, so that one judges while
another waits for the disk. A venue's batches all come to the same clerk: two would only wait for
each other at the venue's lock.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from sqlalchemy.exc import OperationalError
from starlette.concurrency import run_in_threadpool

from sync.protocol import OperationResult

MOST_AT_ONCE = 64
"""Batches in one transaction, so that nobody waits for a very long one."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Handed:
    """A batch as it came in: who says that they are its desk, and the body unread."""

    token: str
    body: bytes


Answer = list[OperationResult] | Exception
"""What became of a batch: its results, or why it is refused as a whole."""


@dataclass(slots=True)
class _Queue:
    """Who waits at one clerk's, and the clerk while there is anybody."""

    waiting: deque[tuple[Handed, asyncio.Future[Answer]]] = field(default_factory=deque)
    clerk: asyncio.Task[None] | None = None


class Counter:
    """Serves the batches of one process. Belongs to one event loop."""

    def __init__(
        self,
        serve: Callable[[Sequence[Handed]], list[Answer]],
        *,
        clerks: int = 1,
        venue_of: Callable[[str], str | None] = lambda _token: None,
    ) -> None:
        """``serve`` settles batches in one transaction and answers each; it is called in a thread.

        What it raises is a fault that concerns all of them. ``venue_of`` is the venue of a token
        where that is known already; it only says at which of the ``clerks`` a batch waits.
        """
        self._serve = serve
        self._queues = [_Queue() for _ in range(clerks)]
        self._venue_of = venue_of

    async def settle(self, handed: Handed) -> list[OperationResult]:
        """Hand a batch in and wait for its results; they are durable when this returns.

        Raises :class:`sync.errors.CentralFaultError` where the batch is refused as a whole, and
        what the database raises.
        """
        answer: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        queue = self._queues[hash(self._venue_of(handed.token)) % len(self._queues)]
        queue.waiting.append((handed, answer))
        if queue.clerk is None:
            queue.clerk = asyncio.create_task(self._work(queue))
        told = await answer
        if isinstance(told, Exception):
            raise told
        return told

    async def _work(self, queue: _Queue) -> None:
        try:
            while queue.waiting:
                size = min(len(queue.waiting), MOST_AT_ONCE)
                served = [queue.waiting.popleft() for _ in range(size)]
                answers = await run_in_threadpool(self._answer, [handed for handed, _ in served])
                for (_, future), answer in zip(served, answers, strict=True):
                    if not future.done():  # the desk may have hung up meanwhile
                        future.set_result(answer)
        finally:
            queue.clerk = None

    def _answer(self, handed: Sequence[Handed]) -> list[Answer]:
        """Serve all together; where that fails, each alone, so that none takes another down."""
        try:
            return self._serve(handed)
        except OperationalError as away:  # the same for each; trying again would only add to it
            return [away] * len(handed)
        except Exception as fault:  # noqa: BLE001  it is raised again where its batch is waited for
            if len(handed) == 1:
                return [fault]
            _log.exception("batches are served one by one after a fault")
            return [answer for one in handed for answer in self._answer([one])]
