"""Smaller pages where a whole one takes too long."""

from collections.abc import Iterator

import pytest

from sync.errors import TooSlowError, UnreachableError
from sync.messages import CardsPage, OfferFeedPage
from sync.page_size import FEWEST, PageSize, PageSizes
from tests.helpers.memory_central import MemoryCentral
from tests.helpers.memory_desk import MemoryDesk
from tests.helpers.samples import a_card, a_visit, an_offer
from tests.sync.engines import cycle


class Slow(MemoryCentral):
    """Takes too long for a page of more than ``bearable``."""

    def __init__(self, bearable: int) -> None:
        super().__init__(page=3)
        self.bearable = bearable
        self.asked: list[int] = []

    def cards(self, after: str | None, limit: int = 0) -> CardsPage:
        self._carry(limit)
        return super().cards(after, limit)

    def offers(self, after: str | None, limit: int = 0) -> OfferFeedPage:
        self._carry(limit)
        return super().offers(after)

    def _carry(self, limit: int) -> None:
        self.asked.append(limit)
        if limit > self.bearable:
            raise TooSlowError("it takes too long")


def test_a_register_whose_pages_take_too_long_is_loaded_in_smaller_ones() -> None:
    desk, central = MemoryDesk(), Slow(bearable=700)
    central.put(*(a_card(f"CARD{n}") for n in range(5)))
    central.offer_log = [an_offer()]
    report = cycle(desk, central)
    assert (len(desk.register.cards), len(desk.offers.offers)) == (5, 1)
    assert report.faults == ()
    assert central.asked[:3] == [10_000, 2_500, 625]


def test_what_is_recorded_while_a_page_takes_too_long_is_sent_before_the_next_one() -> None:
    desk, visit = MemoryDesk(), a_visit()

    class HandingOut(Slow):
        def _carry(self, limit: int) -> None:
            if limit == 10_000:
                desk.outbox.add(visit)
            super()._carry(limit)

    central = HandingOut(bearable=700)
    cycle(desk, central)
    assert central.received == [visit]
    assert central.calls.index("submit") < central.calls.index("cards")


def test_a_register_that_is_silent_is_not_asked_for_less() -> None:
    central = Slow(bearable=0)

    def away(name: str) -> None:
        if name != "cards":
            raise UnreachableError("no answer")

    central.before = away
    report = cycle(MemoryDesk(), central)
    assert central.asked == [10_000, 1_000]
    assert {fault.code for fault in report.faults} == {"unreachable"}


def test_not_even_the_smallest_page_in_time_is_a_fault() -> None:
    sizes = PageSizes()
    with pytest.raises(TooSlowError):
        sizes.feeds.fetch(_never, too_slow=lambda: True)
    assert sizes.feeds.size == FEWEST


def test_quick_answers_bring_the_usual_size_back_and_slow_ones_do_not() -> None:
    times: Iterator[float] = iter([0, 1, 10, 20, 30, 31, 40, 41])
    size = PageSize(1_000, clock=lambda: next(times))
    size.size = 250
    seen = [size.fetch(lambda most: most, too_slow=lambda: True) for _ in range(4)]
    assert seen == [250, 500, 500, 1_000]


def _never(size: int) -> None:
    del size
    raise TooSlowError("it takes too long")
