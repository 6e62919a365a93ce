"""What several neighbours name and lacks here is asked of one of them, and never given up."""

import threading
from collections.abc import Callable, Sequence
from uuid import UUID

import pytest

from sync.lan.news import Merged, News, NewsBrief, NewsOperation
from sync.lan.operation_requests import Claims, OperationRequests
from tests.helpers.neighbourhoods import NoNews
from tests.helpers.samples import a_visit

THERE, BESIDE = UUID(int=1), UUID(int=2)
FIRST, SECOND = UUID(int=3), UUID(int=4)


class SteadyClock:
    """Seconds that pass when they are told to."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_an_operation_is_asked_of_one_neighbour_at_a_time() -> None:
    claims = Claims(SteadyClock())

    assert claims.claim(THERE, [FIRST]) == [FIRST]
    assert claims.claim(BESIDE, [FIRST, SECOND]) == [SECOND]
    assert claims.claim(THERE, [FIRST, SECOND]) == [FIRST]


def test_what_a_neighbour_is_not_asked_for_any_more_is_asked_of_another() -> None:
    claims = Claims(SteadyClock())
    claims.claim(THERE, [FIRST])

    claims.release(THERE)

    assert claims.claim(BESIDE, [FIRST]) == [FIRST]


def test_a_neighbour_that_does_not_answer_keeps_no_other_from_being_asked() -> None:
    clock = SteadyClock()
    claims = Claims(clock)
    claims.claim(THERE, [FIRST])

    clock.now = 1.0

    assert claims.claim(BESIDE, [FIRST]) == [FIRST]


class KnowingNews(NoNews):
    """A desk that knows what it took in."""

    def __init__(self) -> None:
        self.ids: set[UUID] = set()

    def lacking(self, briefs: Sequence[NewsBrief]) -> Sequence[NewsBrief]:
        return [each for each in briefs if each.id not in self.ids]

    def merge(self, news: News) -> Merged:
        self.ids |= {each.id for each in news.operations}
        return Merged(len(news.operations), len(news.operations))


Ask = Callable[[Sequence[UUID]], Sequence[NewsOperation]]
OPERATIONS = [NewsOperation(desk_name="Luukku 3", operation=a_visit()) for _ in range(3)]
BRIEFS = [NewsBrief(id=each.id) for each in OPERATIONS]


@pytest.fixture
def store() -> KnowingNews:
    return KnowingNews()


@pytest.fixture
def ended() -> threading.Event:
    return threading.Event()


@pytest.fixture
def lacking(store: KnowingNews, ended: threading.Event) -> OperationRequests:
    return OperationRequests(THERE, store, Claims(), lambda: None, ended)


def asking(*there: NewsOperation) -> tuple[list[UUID], Ask]:
    """A neighbour that has these, and what it was asked for."""
    asked: list[UUID] = []

    def ask(ids: Sequence[UUID]) -> Sequence[NewsOperation]:
        asked.extend(ids)
        return [each for each in there if each.id in ids]

    return asked, ask


def test_what_lacks_is_taken_in(lacking: OperationRequests, store: KnowingNews) -> None:
    store.ids = {BRIEFS[0].id}
    asked, ask = asking(*OPERATIONS)

    assert lacking.fetch(BRIEFS, ask)
    assert asked == [BRIEFS[1].id, BRIEFS[2].id]
    assert store.ids == {each.id for each in BRIEFS}


def test_what_a_neighbour_names_and_does_not_have_is_asked_for_once(
    lacking: OperationRequests, store: KnowingNews
) -> None:
    asked, ask = asking(OPERATIONS[0])

    assert lacking.fetch(BRIEFS, ask)
    assert store.ids == {BRIEFS[0].id}
    assert asked.count(BRIEFS[0].id) == 1


def test_an_operation_that_is_of_no_use_here_is_asked_for_once(
    lacking: OperationRequests, store: KnowingNews, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "merge", lambda _: Merged())
    asked, ask = asking(*OPERATIONS)

    assert lacking.fetch(BRIEFS, ask)
    assert asked == [each.id for each in BRIEFS]


def test_what_is_given_up_since_the_desk_ends_does_not_count_as_received(
    lacking: OperationRequests, ended: threading.Event
) -> None:
    ended.set()
    _, ask = asking(*OPERATIONS)

    assert not lacking.fetch(BRIEFS, ask)
