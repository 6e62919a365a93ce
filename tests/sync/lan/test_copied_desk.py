"""Two computers with one desk's key, as a copied disk makes: the neighbours hear one of them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
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
from tests.helpers.neighbourhoods import NoNews, a_neighbourhood
from tests.helpers.samples import a_visit

COPIED, BESIDE, HERE = UUID(int=1), UUID(int=2), UUID(int=3)


class OneVisit(NoNews):
    """A desk that has recorded one visit in a run of its own."""

    def __init__(self, run: str) -> None:
        self.run = run
        self.sent = NewsOperation(desk_name="Luukku", operation=a_visit())

    def last(self) -> int:
        return 1

    def read(self, after: int, most: int) -> tuple[News, int]:
        entries = [self.sent] if after < 1 <= most else []
        return News(cursor=f"{self.run}.1", operations=entries), 1

    def place(self, cursor: str) -> int:
        return 1 if cursor == f"{self.run}.1" else 0


class KnownVisits(NoNews):
    """A desk that keeps what it is told."""

    def __init__(self) -> None:
        self.ids: set[UUID] = set()

    def merge(self, news: News) -> Merged:
        new = {each.id for each in news.operations} - self.ids
        self.ids |= new
        return Merged(len(new), len(new))


@dataclass
class CopiedDeskVenue:
    """A desk, one beside it, and two computers with the key of a third."""

    folder: Path
    known: KnownVisits = field(default_factory=KnownVisits)
    running: list[Neighbourhood] = field(default_factory=list)

    def begin(self, copies: list[OneVisit], beside: OneVisit) -> None:
        own, copied, other = (LanIdentity.create() for _ in range(3))
        asks = Peer(desk_id=HERE, desk_name="Luukku 3", lan_key=own.lan_key)
        peers = [
            Peer(desk_id=COPIED, desk_name="Luukku 1", lan_key=copied.lan_key),
            Peer(desk_id=BESIDE, desk_name="Luukku 2", lan_key=other.lan_key),
        ]
        here = a_neighbourhood(own, self.folder, self.known)
        place = LanAddress("127.0.0.1", here.port)
        for identity, news in [*((copied, each) for each in copies), (other, beside)]:
            desk = a_neighbourhood(identity, self.folder, news)
            self.running.append(desk)
            desk.start()
            desk.refresh([asks], [place])
        self.running.append(here)
        here.start()
        here.refresh(peers, [LanAddress("127.0.0.1", each.port) for each in self.running[:3]])


@pytest.fixture
def venue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[CopiedDeskVenue]:
    monkeypatch.setattr(exchange, "_BETWEEN_LOOKS", 0.1)
    venue = CopiedDeskVenue(tmp_path)
    yield venue
    for each in venue.running:
        each.stop()


def test_it_is_said_which_desk_is_two_and_that_the_other_is_not(venue: CopiedDeskVenue) -> None:
    venue.begin([OneVisit("first"), OneVisit("second")], OneVisit("beside"))

    def doubles() -> list[UUID]:
        return [each.desk_id for each in venue.running[-1].statuses() if each.is_double]

    wait_until(lambda: doubles() == [COPIED], "nobody notices the copy")


def test_one_copy_is_heard_and_then_the_other_and_the_desk_beside_them_always(
    venue: CopiedDeskVenue,
) -> None:
    copies, beside = [OneVisit("first"), OneVisit("second")], OneVisit("beside")
    venue.begin(copies, beside)
    ids = [each.sent.id for each in copies]
    wait_until(lambda: len(venue.known.ids) == 2, "a desk is not heard")
    assert beside.sent.id in venue.known.ids

    first = next(place for place, id_ in enumerate(ids) if id_ in venue.known.ids)
    venue.running[first].stop()

    wait_until(lambda: {*ids} <= venue.known.ids, "the other copy is not heard")
