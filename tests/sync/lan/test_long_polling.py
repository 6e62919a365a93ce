"""Neighbours that wait for news cost one look together."""

import asyncio
from contextlib import suppress

from sync.lan.long_polling import SharedPoll


class CountedLooks:
    """Counts how often it was looked."""

    def __init__(self) -> None:
        self.made = 0

    async def look(self) -> int:
        self.made += 1
        return self.made


async def wait_together(looks: CountedLooks, waiting: int) -> list[int]:
    shared = SharedPoll(looks.look, pause=0)
    return await asyncio.gather(*(shared.next() for _ in range(waiting)))


def test_many_who_wait_see_what_one_look_finds() -> None:
    looks = CountedLooks()

    seen = asyncio.run(wait_together(looks, 30))

    assert (set(seen), looks.made) == ({1}, 1)


def test_who_waits_again_sees_what_is_there_then() -> None:
    async def wait_twice() -> list[int]:
        shared = SharedPoll(CountedLooks().look, pause=0)
        return [await shared.next(), await shared.next()]

    assert asyncio.run(wait_twice()) == [1, 2]


def test_one_who_goes_away_takes_the_look_from_nobody() -> None:
    async def wait_beside_one_who_goes() -> int:
        shared = SharedPoll(CountedLooks().look, pause=0)
        leaving, staying = (asyncio.create_task(shared.next()) for _ in range(2))
        await asyncio.sleep(0)
        leaving.cancel()
        with suppress(asyncio.CancelledError):
            await leaving
        return await staying

    assert asyncio.run(wait_beside_one_who_goes()) == 1
