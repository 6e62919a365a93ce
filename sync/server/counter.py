"""The counter where desks hand in their batches: who waits together is served together.

A commit has its price however much it holds. While one transaction is under way, batches that
arrive wait; the next transaction takes all of them. So one server keeps up with many desks, and a
single desk does not wait for anybody.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass

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


class Counter:
    """Serves the batches of one process. Belongs to one event loop."""

    def __init__(self, serve: Callable[[Sequence[Handed]], list[Answer]]) -> None:
        """``serve`` settles batches in one transaction and answers each; it is called in a thread.

        What it raises is a fault that concerns all of them.
        """
        self._serve = serve
        self._waiting: deque[tuple[Handed, asyncio.Future[Answer]]] = deque()
        self._clerk: asyncio.Task[None] | None = None

    async def settle(self, handed: Handed) -> list[OperationResult]:
        """Hand a batch in and wait for its results; they are durable when this returns.

        Raises :class:`sync.errors.CentralFaultError` where the batch is refused as a whole, and
        what the database raises.
        """
        answer: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._waiting.append((handed, answer))
        if self._clerk is None:
            self._clerk = asyncio.create_task(self._work())
        told = await answer
        if isinstance(told, Exception):
            raise told
        return told

    async def _work(self) -> None:
        try:
            while self._waiting:
                size = min(len(self._waiting), MOST_AT_ONCE)
                served = [self._waiting.popleft() for _ in range(size)]
                answers = await run_in_threadpool(self._answer, [handed for handed, _ in served])
                for (_, future), answer in zip(served, answers, strict=True):
                    if not future.done():  # the desk may have hung up meanwhile
                        future.set_result(answer)
        finally:
            self._clerk = None

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
