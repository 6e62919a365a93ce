"""Desks of a venue that tell each other their news directly, without any network between them."""

from base64 import b64decode
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from desk_app.services.inbox_items import RejectedItem
from desk_app.services.recording import VisitRequest
from desk_app.services.register_handover import RegisterHandoverService
from desk_app.store.neighbours.news import StoredNews
from desk_app.store.visits.outbox import StoredOutbox
from sync.lan.news import MOST_ENTRIES, NewerPart, News
from sync.rules.offers import Offer
from sync.rules.visits import Operation, Visit
from sync.server.keys.signing import Signer
from tests.helpers.desk_fixture import DeskFixture

_PASSPHRASE = "a passphrase that a program made"


class NeighbourStore:
    """One desk; ``number`` tells it from the others."""

    def __init__(self, folder: Path, number: int, signer: Signer, offers: Sequence[Offer]) -> None:
        self.fixture = DeskFixture(folder / f"desk{number}")
        self.fixture.enrol(register_key=b64decode(signer.public_key))
        record = self.fixture.desk.record()
        assert record is not None
        self.name = f"Luukku {number}"
        named = replace(record, desk_id=UUID(int=100 + number), desk_name=self.name)
        self.fixture.desk.enrol(named)
        self.fixture.load_register(verified_at=self.fixture.clock.at - timedelta(days=1))
        self.fixture.load_offers(offers)
        self.news = StoredNews(self.fixture.database, self.fixture.clock)
        self.news.begin()
        self.handover = RegisterHandoverService(
            self.fixture.desk, self.fixture.register, self.fixture.clock, nullcontext
        )
        self._file = folder / f"desk{number}.kaiku"
        self._received: dict[str, int] = {}

    def hand_out(self, number: str, offer: Offer) -> Visit:
        asked = VisitRequest(number=number, offer_id=offer.id)
        return self.fixture.services.recording.record(asked).visit

    def receive(self, other: "NeighbourStore") -> None:
        """Receive all the news of another desk."""
        after = self._received.get(other.name, 0)
        while after < other.news.last():
            news, after = other.news.read(after, MOST_ENTRIES)
            self.news.merge(news)
            lacking = [each.id for each in self.news.lacking(news.briefs)]
            self.news.merge(News(cursor="", operations=other.news.whole(lacking)))
        self._received[other.name] = after

    def import_register(self, other: "NeighbourStore") -> None:
        """Import another desk's register, if it is of use here."""
        version = other.handover.version()
        part = NewerPart.NOTHING if version is None else self.handover.newer_part(version)
        if version is not None and part is NewerPart.SIGNATURE:
            self.handover.apply_signature(version)
        elif part is NewerPart.CARDS:
            other.fixture.services.register_transfer.carry_out(self._file, _PASSPHRASE)
            self.fixture.services.register_transfer.carry_in(self._file, _PASSPHRASE)

    def inbox(self) -> Sequence[RejectedItem]:
        return self.fixture.services.rejections.items()

    def send(self) -> Sequence[Operation]:
        """Take what waits to be sent."""
        return StoredOutbox(self.fixture.database, self.fixture.clock).claim(500)

    def close(self) -> None:
        self.fixture.close()


def meet(*desks: NeighbourStore) -> None:
    """Have desks tell each other all there is, until nobody has news any more."""
    before = None
    while before != (now := [desk.news.last() for desk in desks]):
        before = now
        for desk in desks:
            for other in desks:
                if other is not desk:
                    desk.receive(other)
