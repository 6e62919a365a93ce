"""A register, a desk and the connection between them, in a test's hands."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desk_app.services.inbox_items import RejectedItem
from desk_app.services.recording import VisitRequest
from sync.ports import OperationState
from sync.rules.offers import Offer
from sync.rules.visits import VisitState
from sync.server.store.tables import own_offers
from tests.sync.stories.desk import StoryDesk
from tests.sync.stories.proxy import StoryProxy
from tests.sync.stories.world import CARDS, VENUES, StoryRegister, World

Expect = Callable[[str], None]


@dataclass
class Scene:
    world: World
    desk: StoryDesk

    @property
    def fixture(self) -> StoryRegister:
        return self.world.registers[0]

    @property
    def proxy(self) -> StoryProxy:
        return self.fixture.proxy

    def hand_out(self, number: str = CARDS[0], offer: Offer | None = None) -> UUID:
        return self.world.hand_out(self.desk, number, offer)

    def cycle(self) -> tuple[str, ...]:
        """One cycle; the codes of what went wrong."""
        self.world.pass_time(timedelta(seconds=1))
        report = self.desk.cycle()
        assert report is not None
        return tuple(fault.code for fault in report.faults)

    def held(self, venue: int = 0) -> dict[UUID, VisitState]:
        return self.fixture.visits(VENUES[venue].id)

    def items(self) -> list[RejectedItem]:
        return list(self.desk.app.services.rejections.items())

    def state(self, visit_id: UUID) -> OperationState:
        return self.desk.states()[visit_id][0]


def refused(scene: Scene) -> list[RejectedItem]:
    """A visit with a card that the register does not have."""
    asked = VisitRequest(
        number="LATE1",
        offer_id=scene.world.places[0].offers[0].id,
        provisional=True,
        printed_valid_until=date(2100, 1, 1),
    )
    scene.desk.app.services.recording.record(asked)
    scene.cycle()
    return scene.items()


def sent_operations(scene: Scene) -> list[dict[str, Any]]:
    """All operations that are sent from now on, as they are sent."""
    sent: list[dict[str, Any]] = []
    scene.proxy.rewrite = lambda message: sent.extend(message["operations"])
    return sent


def notes_at(scene: Scene) -> list[UUID]:
    return [*scene.fixture.notes(VENUES[0].id).elements()]


def offers_at(scene: Scene) -> list[UUID]:
    """The offers that a venue has added itself, as the register has been told of them."""
    with scene.fixture.register.central.database.reading() as connection:
        return [*connection.scalars(sa.select(own_offers.c.offer_id))]
