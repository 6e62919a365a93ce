"""A neighbour is not sent again what it sent itself a moment ago."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from sync.lan.news import News, NewsBrief, NewsOperation
from sync.lan.received_news import ReceivedNews
from sync.ports import OperationState
from sync.rules.tickets import Tickets
from sync.rules.visits import VenueVisit, VisitState
from tests.helpers.samples import a_visit

HERE, THERE = UUID(int=1), UUID(int=2)
SENT = NewsOperation(desk_name="Luukku 1", operation=a_visit())
SEEN = VenueVisit(
    id=UUID(int=3),
    desk_id=UUID(int=4),
    desk_name="Luukku 4",
    card_number="AB12345",
    offer_id=UUID(int=5),
    tickets=Tickets(holder=1),
    local_date=date(2026, 11, 17),
    state=VisitState.ACCEPTED,
)
RELAYED = NewsBrief(id=UUID(int=6))
NEWS = News(cursor="a.1", operations=[SENT], visits=[SEEN], briefs=[RELAYED])


class SteadyClock:
    """Seconds that pass when they are told to."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> SteadyClock:
    return SteadyClock()


@pytest.fixture
def received(clock: SteadyClock) -> ReceivedNews:
    received = ReceivedNews(clock)
    received.note(THERE, NEWS)
    return received


def test_what_a_neighbour_sent_is_not_sent_back(received: ReceivedNews) -> None:
    left = received.news_for(THERE, NEWS)

    assert (left.operations, left.visits, left.briefs) == ([], [], [])


def test_others_are_sent_it(received: ReceivedNews) -> None:
    assert received.news_for(HERE, NEWS) == NEWS


@pytest.mark.parametrize(
    "now",
    [replace(SENT, state=OperationState.ACCEPTED), replace(SENT, unaware=[UUID(int=9)])],
    ids=["its result", "what was not known"],
)
def test_what_came_of_it_since_is_sent(received: ReceivedNews, now: NewsOperation) -> None:
    news = replace(NEWS, operations=[now])

    assert received.news_for(THERE, news).operations == [now]


def test_a_visit_that_was_voided_since_is_sent(received: ReceivedNews) -> None:
    voided = replace(SEEN, state=VisitState.VOIDED)

    assert received.news_for(THERE, replace(NEWS, visits=[voided])).visits == [voided]


def test_a_neighbour_that_fell_silent_is_sent_everything(received: ReceivedNews) -> None:
    received.forget(THERE)

    assert received.news_for(THERE, NEWS) == NEWS


def test_what_was_sent_long_ago_is_sent_again(received: ReceivedNews, clock: SteadyClock) -> None:
    clock.now = 5.0

    assert received.news_for(THERE, NEWS) == NEWS
