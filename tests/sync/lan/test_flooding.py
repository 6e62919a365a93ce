"""A neighbour that tells more than a desk can have is heard, but for its entries."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from uuid import UUID

import pytest

from sync.lan import exchange
from sync.lan.addresses import LanAddress
from sync.lan.identity import LanIdentity
from sync.lan.neighbourhood import Neighbourhood
from sync.lan.news import Merged, News, NewsOperation
from sync.messages import Peer
from tests.helpers.live_desks import wait_until
from tests.helpers.neighbourhoods import NoNews, NoShares, a_neighbourhood
from tests.helpers.samples import a_visit

OFFER = UUID(int=7)
FLOODING, HONEST, HERE = UUID(int=1), UUID(int=2), UUID(int=3)
ALLOWED = 20


class OwnNews(NoNews):
    """A desk with entries of its own, ten on a page."""

    def __init__(self, entries: int) -> None:
        self.known = [
            NewsOperation(desk_name="Luukku", operation=a_visit()) for _ in range(entries)
        ]

    def last(self) -> int:
        return len(self.known)

    def read(self, after: int, most: int) -> tuple[News, int]:
        some = self.known[after : after + min(most, 10)]
        reached = after + len(some)
        return News(cursor=f"a.{reached}", operations=some), reached

    def place(self, cursor: str) -> int:
        return int(cursor.partition(".")[2] or 0)


class KeepingNews(NoNews):
    """A desk that keeps what it is told."""

    def __init__(self) -> None:
        self.ids: set[UUID] = set()

    def merge(self, news: News) -> Merged:
        new = {each.id for each in news.operations} - self.ids
        self.ids |= new
        return Merged(len(new), len(new))


class SomeShares(NoShares):
    """A desk that holds shares, which it tells of."""

    def __init__(self) -> None:
        self.held = {OFFER: 5}

    def left(self) -> Mapping[UUID, int]:
        return self.held


class ThreeDesks:
    """A desk, and two that it hears."""

    def __init__(self, folder: Path) -> None:
        self.kept, self.shares = KeepingNews(), SomeShares()
        news_of = {FLOODING: OwnNews(500), HONEST: OwnNews(ALLOWED // 2)}
        own = LanIdentity.create()
        asks = Peer(desk_id=HERE, desk_name="Luukku 3", lan_key=own.lan_key)
        self.news_of, self.peers, self.others = news_of, list[Peer](), list[Neighbourhood]()
        for desk, news in news_of.items():
            identity = LanIdentity.create()
            self.peers.append(Peer(desk_id=desk, desk_name=f"{desk}", lan_key=identity.lan_key))
            self.others.append(a_neighbourhood(identity, folder, news, self.shares))
            self.others[-1].start()
            self.others[-1].refresh([asks], [])
        self.desk = a_neighbourhood(own, folder, self.kept)
        self.desk.start()
        places = [LanAddress("127.0.0.1", each.port) for each in self.others]
        self.desk.refresh(self.peers, places)

    def kept_of(self, desk: UUID) -> int:
        return len({each.id for each in self.news_of[desk].known} & self.kept.ids)

    def left_at(self, desk: UUID) -> Mapping[UUID, int]:
        (status,) = [each for each in self.desk.statuses() if each.desk_id == desk]
        return status.left if status.in_reach else {}

    def stop(self) -> None:
        for each in [self.desk, *self.others]:
            each.stop()


@pytest.fixture
def desks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ThreeDesks]:
    monkeypatch.setattr(exchange, "ENTRIES_AT_ONCE", float(ALLOWED))
    monkeypatch.setattr(exchange, "ENTRIES_A_SECOND", 1e-6)
    monkeypatch.setattr(exchange, "_BETWEEN_SHARES", 0.05)
    desks = ThreeDesks(tmp_path)
    yield desks
    desks.stop()


def test_entries_beyond_what_a_desk_can_have_wait_and_what_it_has_left_does_not(
    desks: ThreeDesks,
) -> None:
    wait_until(lambda: desks.kept_of(FLOODING) > ALLOWED, "it was not heard")

    desks.shares.held = {OFFER: 4}

    wait_until(lambda: desks.left_at(FLOODING) == {OFFER: 4}, "what it has left is not known")
    assert [each.desk_id for each in desks.desk.statuses() if each.is_flooding] == [FLOODING]
    assert desks.kept_of(FLOODING) <= ALLOWED + 10


def test_one_that_tells_too_much_takes_nothing_from_the_others(desks: ThreeDesks) -> None:
    wait_until(lambda: desks.kept_of(FLOODING) > ALLOWED, "it was not heard")
    honest = desks.news_of[HONEST]

    wait_until(lambda: desks.kept_of(HONEST) == len(honest.known), "the other is not heard")


def test_entries_that_are_sent_all_the_same_are_not_kept(
    desks: ThreeDesks, monkeypatch: pytest.MonkeyPatch
) -> None:
    flooding = desks.news_of[FLOODING]
    wait_until(lambda: desks.kept_of(FLOODING) > ALLOWED, "it was not heard")
    kept = desks.kept_of(FLOODING)

    monkeypatch.setattr(
        flooding, "read", lambda after, _: (News(cursor="a.0", operations=flooding.known), after)
    )
    desks.shares.held = {OFFER: 3}

    wait_until(lambda: desks.left_at(FLOODING) == {OFFER: 3}, "what it has left is not known")
    assert desks.kept_of(FLOODING) == kept
