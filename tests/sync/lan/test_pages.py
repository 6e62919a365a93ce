"""A page of news is bounded where it is made, so that it can be read where it is received."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from sync.lan.addresses import LanAddress
from sync.lan.identity import LanIdentity, PinnedPeers, client_context
from sync.lan.neighbour_client import NeighbourClient
from sync.lan.neighbourhood import Neighbourhood
from sync.lan.news import LONGEST_DETAIL, MOST_OFFERS, News, NewsOperation
from sync.messages import Peer
from tests.helpers.live_desks import LONGEST_WAIT, wait_until
from tests.helpers.neighbourhoods import NoNews, NoShares, a_neighbourhood
from tests.helpers.samples import a_visit

HERE, THERE = UUID(int=1), UUID(int=2)
HELD = 2_500


class LongNews(NoNews):
    """A desk whose entries are as long as there can be, each at a place of its own."""

    def __init__(self) -> None:
        detail = "\N{HAPPY PERSON RAISING ONE HAND}" * LONGEST_DETAIL
        self.known = [
            NewsOperation(desk_name="Luukku 2", operation=a_visit(), detail=detail)
            for _ in range(40)
        ]

    def last(self) -> int:
        return len(self.known)

    def read(self, after: int, most: int) -> tuple[News, int]:
        some = self.known[after : after + most]
        reached = after + len(some)
        return News(cursor=f"a.{reached}", operations=some), reached

    def place(self, cursor: str) -> int:
        return int(cursor.partition(".")[2] or 0)


class ManyShares(NoShares):
    """A desk with shares of many offers."""

    def __init__(self) -> None:
        self.held = {uuid4(): number for number in range(HELD)}

    def left(self) -> Mapping[UUID, int]:
        return self.held

    def moved(self, to: UUID) -> Mapping[UUID, int]:
        del to
        return self.held


class TwoDesks:
    """A desk, and what it takes to hear it."""

    def __init__(self, folder: Path) -> None:
        self.here, self.there = LanIdentity.create(), LanIdentity.create()
        self.folder = folder
        self.shares = ManyShares()
        self.news = LongNews()
        self.desk = a_neighbourhood(self.there, folder, self.news, self.shares)
        self.desk.start()
        peer = Peer(desk_id=HERE, desk_name="Luukku 1", lan_key=self.here.lan_key)
        self.desk.refresh([peer], [])
        self.address = LanAddress("127.0.0.1", self.desk.port)

    def client(self) -> NeighbourClient:
        known = PinnedPeers.of({THERE: self.there.lan_key})
        context = client_context(self.here, known, self.folder)
        return NeighbourClient(self.address, context, self.there.fingerprint)

    def listener(self) -> Neighbourhood:
        listener = a_neighbourhood(self.here, self.folder, NoNews(), self.shares)
        listener.start()
        peer = Peer(desk_id=THERE, desk_name="Luukku 2", lan_key=self.there.lan_key)
        listener.refresh([peer], [self.address])
        return listener


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[TwoDesks]:
    desks = TwoDesks(tmp_path)
    yield desks
    desks.desk.stop()


def test_entries_of_any_length_come_in_pages_that_can_be_read(desks: TwoDesks) -> None:
    cursor, received = "", list[NewsOperation]()
    with desks.client() as client:
        while len(received) < 40:
            page = client.news(cursor, LONGEST_WAIT)
            received, cursor = [*received, *page.operations], page.cursor

    assert received == desks.news.known


def test_a_page_tells_of_no_more_offers_than_can_be_read(desks: TwoDesks) -> None:
    with desks.client() as client:
        page = client.news("", LONGEST_WAIT, waits=False)

    assert (len(page.left), len(page.moved)) == (MOST_OFFERS, MOST_OFFERS)


def test_what_is_left_of_many_offers_is_known_after_a_few_pages(desks: TwoDesks) -> None:
    listener = desks.listener()
    try:
        wait_until(
            lambda: listener.statuses()[0].left == desks.shares.held, "not all shares are known"
        )
    finally:
        listener.stop()
