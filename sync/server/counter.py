"""The counter to which desks come: who waits together is served together.

A transaction has its price however much it does. While one is under way, whoever comes waits; the
next one takes all of them. So one server keeps up with many desks, and a single desk does not wait
for anybody.

There can be several clerks, so that one judges while another waits for the disk. What would only
wait for the same lock belongs in one queue.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from sqlalchemy.exc import OperationalError
from starlette.concurrency import run_in_threadpool

MOST_AT_ONCE = 64
"""In one transaction, so that nobody waits for a very long one."""
_log = logging.getLogger(__name__)


Asked = TypeVar("Asked")
Told = TypeVar("Told")


@dataclass(slots=True)
class _Queue(Generic[Asked, Told]):
    """Who waits at one clerk's, and the clerk while there is anybody."""

    waiting: deque[tuple[Asked, asyncio.Future[Told | Exception]]] = field(default_factory=deque)
    clerk: asyncio.Task[None] | None = None


class Counter(Generic[Asked, Told]):
    """Serves the calls of one kind in one process. Belongs to one event loop."""

    def __init__(
        self,
        serve: Callable[[Sequence[Asked]], list[Told | Exception]],
        *,
        clerks: int = 1,
        queue_of: Callable[[Asked], object] = lambda _asked: None,
    ) -> None:
        """``serve`` does what many ask, in one transaction, and answers each; called in a thread.

        An exception among its answers is for the one; what it raises is a fault that concerns all.
        Calls for which ``queue_of`` says the same wait for the same one of the ``clerks``.
        """
        self._serve = serve
        self._queues = [_Queue[Asked, Told]() for _ in range(clerks)]
        self._queue_of = queue_of

    async def ask(self, asked: Asked) -> Told:
        """Wait for one's turn and the answer; what it says is durable when this returns.

        Raises what was answered instead, and what the database raises.
        """
        answer: asyncio.Future[Told | Exception] = asyncio.get_running_loop().create_future()
        queue = self._queues[hash(self._queue_of(asked)) % len(self._queues)]
        queue.waiting.append((asked, answer))
        if queue.clerk is None:
            queue.clerk = asyncio.create_task(self._work(queue))
        told = await answer
        if isinstance(told, Exception):
            raise told
        return told

    async def _work(self, queue: _Queue[Asked, Told]) -> None:
        try:
            while queue.waiting:
                size = min(len(queue.waiting), MOST_AT_ONCE)
                served = [queue.waiting.popleft() for _ in range(size)]
                answers = await run_in_threadpool(self._answer, [asked for asked, _ in served])
                for (_, future), answer in zip(served, answers, strict=True):
                    if not future.done():  # the desk may have hung up meanwhile
                        future.set_result(answer)
        finally:
            queue.clerk = None

    def _answer(self, asked: Sequence[Asked]) -> list[Told | Exception]:
        """Serve all together; where that fails, each alone, so that none takes another down."""
        try:
            return self._serve(asked)
        except OperationalError as away:  # the same for each; trying again would only add to it
            return [away] * len(asked)
        except Exception as fault:  # noqa: BLE001  it is raised again where the answer is waited for
            if len(asked) == 1:
                return [fault]
            _log.exception("those who came together are served one by one after a fault")
            return [answer for one in asked for answer in self._answer([one])]
