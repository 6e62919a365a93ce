"""What a neighbour heard from others is told in brief, and in whole to who asks for it."""

import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from sync.lan.addresses import LanAddress
from sync.lan.identity import LanIdentity
from sync.lan.news import LONGEST_DETAIL, MOST_ENTRIES, Merged, News, NewsBrief, NewsOperation
from sync.messages import Peer
from sync.rules.visits import Visit
from tests.helpers.live_desks import LONGEST_WAIT, wait_until
from tests.helpers.neighbourhoods import NoNews, a_neighbourhood
from tests.helpers.samples import a_visit

HERE, THERE = UUID(int=1), UUID(int=2)


class SendingNews(NoNews):
    """A desk that knows some operations of others."""

    def __init__(self) -> None:
        self.asked: list[UUID] = []
        self.known: list[NewsOperation] = []

    def knows(self, *found: Visit, detail: str | None = None) -> None:
        sent = NewsOperation(desk_name="Luukku 3", operation=a_visit(), detail=detail)
        self.known = [replace(sent, operation=each) for each in found]

    def last(self) -> int:
        return 1

    def read(self, after: int, most: int) -> tuple[News, int]:
        del after
        return News(cursor="a.1", briefs=[NewsBrief(id=each.id) for each in self.known[:most]]), 1

    def place(self, cursor: str) -> int:
        return 1 if cursor == "a.1" else 0

    def whole(self, ids: Collection[UUID]) -> Sequence[NewsOperation]:
        self.asked += ids
        return [each for each in self.known if each.id in ids]


class ReceivedNewsStore(NoNews):
    """A desk that remembers what it takes in, and until when it has heard all."""

    def __init__(self) -> None:
        self.ids: set[UUID] = set()
        self.reached = ""
        self.on_merged: Callable[[], None] = lambda: None

    def lacking(self, briefs: Sequence[NewsBrief]) -> Sequence[NewsBrief]:
        return [each for each in briefs if each.id not in self.ids]

    def merge(self, news: News) -> Merged:
        self.ids |= {each.id for each in news.operations}
        if news.operations:
            self.on_merged()
        return Merged(len(news.operations))

    def move_cursor(self, of: UUID, before: str, now: str) -> None:
        del of, before
        self.reached = now


@pytest.fixture
def there() -> SendingNews:
    return SendingNews()


@pytest.fixture
def here() -> ReceivedNewsStore:
    return ReceivedNewsStore()


@pytest.fixture
def meet(
    tmp_path: Path, here: ReceivedNewsStore, there: SendingNews
) -> Iterator[Callable[[], None]]:
    """Have one desk hear the other, until it has heard all."""
    own, other = LanIdentity.create(), LanIdentity.create()
    sending = a_neighbourhood(other, tmp_path, there)
    receiver = a_neighbourhood(own, tmp_path, here)

    def meet() -> None:
        sending.start()
        receiver.start()
        sending.refresh([Peer(desk_id=HERE, desk_name="Luukku 1", lan_key=own.lan_key)], [])
        peer = Peer(desk_id=THERE, desk_name="Luukku 2", lan_key=other.lan_key)
        receiver.refresh([peer], [LanAddress("127.0.0.1", sending.port)])
        wait_until(lambda: here.reached == "a.1", "the desk has not heard all")

    yield meet
    receiver.stop()
    sending.stop()


def test_what_is_not_known_yet_is_asked_for(
    here: ReceivedNewsStore, there: SendingNews, meet: Callable[[], None]
) -> None:
    known, new = a_visit(), a_visit()
    here.ids = {known.id}
    there.knows(known, new)

    meet()

    assert here.ids == {known.id, new.id}
    assert there.asked == [new.id]


def test_what_one_answer_cannot_hold_is_asked_for_again(
    here: ReceivedNewsStore, there: SendingNews, meet: Callable[[], None]
) -> None:
    there.knows(*(a_visit() for _ in range(MOST_ENTRIES)), detail="ä" * LONGEST_DETAIL)

    meet()

    assert len(here.ids) == MOST_ENTRIES
    assert len(there.asked) > MOST_ENTRIES


def test_what_cannot_be_told_in_whole_holds_up_nothing(
    here: ReceivedNewsStore,
    there: SendingNews,
    meet: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    there.knows(a_visit())
    monkeypatch.setattr(there, "whole", lambda _: [])

    meet()

    assert here.ids == set()


def test_a_desk_that_is_revoked_meanwhile_is_asked_for_nothing_more(
    tmp_path: Path, here: ReceivedNewsStore, there: SendingNews, monkeypatch: pytest.MonkeyPatch
) -> None:
    own, other = LanIdentity.create(), LanIdentity.create()
    sending, receiver = (
        a_neighbourhood(other, tmp_path, there),
        a_neighbourhood(own, tmp_path, here),
    )
    there.knows(a_visit(), a_visit(), a_visit())
    monkeypatch.setattr(there, "whole", lambda _: there.known[:1])
    seen = threading.Event()

    def revoke() -> None:
        assert seen.wait(LONGEST_WAIT)
        receiver.refresh([], [])

    here.on_merged = revoke
    sending.start()
    receiver.start()
    sending.refresh([Peer(desk_id=HERE, desk_name="Luukku 1", lan_key=own.lan_key)], [])
    peer = Peer(desk_id=THERE, desk_name="Luukku 2", lan_key=other.lan_key)
    receiver.refresh([peer], [LanAddress("127.0.0.1", sending.port)])
    (exchange,) = receiver.exchanges()
    seen.set()

    exchange.join(LONGEST_WAIT)
    receiver.stop()
    sending.stop()

    assert here.ids == {there.known[0].id}
    assert here.reached == ""
