"""The counter to which desks come: who waits together is served together.

A transaction has its price however much it does. While one is under way, whoever comes waits; the
next one takes all of them. So one server keeps up with many desks, and a single desk does not wait
for anybody.

There can be several clerks, so that one judges while another waits for the disk. What would only
wait for the same lock is never with two of them: it waits for the clerk who has its like.
"""

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from sqlalchemy.exc import OperationalError
from starlette.concurrency import run_in_threadpool

MOST_AT_ONCE = 64
"""In one transaction, so that nobody waits for a very long one."""
_log = logging.getLogger(__name__)


Asked = TypeVar("Asked")
Told = TypeVar("Told")


@dataclass(slots=True)
class _Call(Generic[Asked, Told]):
    """Somebody at the counter."""

    asked: Asked
    lock: object
    answer: asyncio.Future[Told | Exception]


class Counter(Generic[Asked, Told]):
    """Serves the calls of one kind in one process. Belongs to one event loop."""

    def __init__(
        self,
        serve: Callable[[Sequence[Asked]], list[Told | Exception]],
        *,
        clerks: int = 1,
        lock_of: Callable[[Asked], object] = lambda _asked: None,
    ) -> None:
        """``serve`` does what many ask, in one transaction, and answers each; called in a thread.

        An exception among its answers is for the one; what it raises is a fault that concerns all.
        Calls for which ``lock_of`` says the same are served by one of the ``clerks`` at a time.
        """
        self._serve = serve
        self._lock_of = lock_of
        self._waiting: list[_Call[Asked, Told]] = []
        self._locks_held: set[object] = set()
        self._clerks_free = self._clerks_in_all = clerks
        self._clerks: set[asyncio.Task[None]] = set()  # a task that nobody holds may vanish

    async def ask(self, asked: Asked) -> Told:
        """Wait for one's turn and the answer; what it says is durable when this returns.

        Raises what was answered instead, and what the database raises.
        """
        answer: asyncio.Future[Told | Exception] = asyncio.get_running_loop().create_future()
        self._waiting.append(_Call(asked, self._lock_of(asked), answer))
        if self._clerks_free:
            self._clerks_free -= 1
            clerk = asyncio.create_task(self._work())
            self._clerks.add(clerk)
            clerk.add_done_callback(self._clerks.discard)
        told = await answer
        if isinstance(told, Exception):
            raise told
        return told

    async def _work(self) -> None:
        """Serve until nobody waits whom another clerk will not call anyway."""
        try:
            while served := self._next_ones():
                locks = {call.lock for call in served}
                self._locks_held |= locks
                try:
                    asked = [call.asked for call in served]
                    answers = await run_in_threadpool(self._answer, asked)
                finally:
                    self._locks_held -= locks
                for call, answer in zip(served, answers, strict=True):
                    if not call.answer.done():  # the desk may have hung up meanwhile
                        call.answer.set_result(answer)
        finally:
            self._clerks_free += 1

    def _next_ones(self) -> list[_Call[Asked, Told]]:
        """Take the fair share of a clerk: those who came first, and with each all of its like."""
        alike: dict[object, list[_Call[Asked, Told]]] = {}
        for call in self._waiting:
            if call.lock not in self._locks_held:
                alike.setdefault(call.lock, []).append(call)
        share = min(MOST_AT_ONCE, -(-len(self._waiting) // self._clerks_in_all))
        taken: list[_Call[Asked, Told]] = []
        for calls in alike.values():
            if len(taken) >= share:
                break
            taken += calls
        del taken[MOST_AT_ONCE:]
        gone = set(map(id, taken))
        self._waiting = [call for call in self._waiting if id(call) not in gone]
        return taken

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
