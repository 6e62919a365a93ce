"""Polls for something after a pause, once for all callers who wait for it."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

_Seen = TypeVar("_Seen")


class SharedPoll(Generic[_Seen]):
    """Calls ``look`` after a pause of some seconds: once, however many wait for what it returns."""

    def __init__(self, look: Callable[[], Awaitable[_Seen]], pause: float) -> None:
        self._look = look
        self._pause = pause
        self._looking: asyncio.Task[_Seen] | None = None

    async def next(self) -> _Seen:
        """The next thing that is seen. Raises what ``look`` raises."""
        if self._looking is None or self._looking.done():
            self._looking = asyncio.create_task(self._look_later())
        return await asyncio.shield(self._looking)  # one who goes away takes it from nobody

    async def _look_later(self) -> _Seen:
        await asyncio.sleep(self._pause)
        return await self._look()
