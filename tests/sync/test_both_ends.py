"""Both ends come to agree again: a register put back from a copy, and an operation that poisons.

A real desk with its encrypted database, the real register over HTTP, and a connection between them.
"""

import gzip
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from sync.rules.visits import Visit, VisitState
from tests.helpers.fault_proxy import STEPS, FaultProxy
from tests.helpers.faults import (
    HTML,
    STRANGE_ANSWERS,
    Misdeed,
    Request,
    problem,
    resets,
    sends,
    trickles,
)
from tests.helpers.put_back import copy_of, put_back
from tests.helpers.register import LiveRegister
from tests.helpers.samples import VENUE, a_card, an_offer
from tests.helpers.sync_desks import OFFER, SyncDesk

JSON = b"Content-Type: application/json\r\n\r\n"
POISONS: dict[str, Misdeed] = {
    **STRANGE_ANSWERS,
    "a page with 503": sends(503, HTML, media_type="text/html"),
    "401 in the register's words": problem(401, "token_invalid"),
    "410 in the register's words": problem(410, "cursor_gone"),
    "a redirect": sends(302, headers={"Location": "https://portal.example/"}),
    "results of others": sends(200, f'{{"results":[{{"id":"{uuid4()}","outcome":"accepted"}}]}}'),
    "a gzip bomb": sends(
        200, gzip.compress(b" " * (4 << 20)), headers={"Content-Encoding": "gzip"}
    ),
    "an endless body": trickles(b" " * 65536, 0.0, head=b"HTTP/1.1 200 OK\r\n" + JSON),
}


class PoisonProxy(FaultProxy):
    """Strikes whatever batch one operation is in."""

    def __init__(self, target: str) -> None:
        super().__init__(target)
        self.culprit: UUID | None = None
        self.poison: Misdeed = resets

    def answer(self, request: Request, connection: socket.socket) -> None:
        body = request.body
        if request.headers.get("content-encoding") == "gzip":
            body = gzip.decompress(body)
        is_in = self.culprit is not None and f'"id":"{self.culprit}"'.encode() in body
        if is_in and request.line.startswith(STEPS["push"]):
            self.struck += 1
            self.poison(connection)
        else:
            super().answer(request, connection)


@dataclass
class Scene:
    folder: Path
    register: LiveRegister
    proxy: PoisonProxy
    desks: list[SyncDesk] = field(default_factory=list)

    def new_desk(self) -> SyncDesk:
        folder = self.folder / f"desk{len(self.desks)}"
        folder.mkdir()
        desk = SyncDesk(folder)
        self.desks.append(desk)
        desk.enrol(self.register, self.proxy.url)
        assert desk.cycle().faults == ()
        return desk

    def at_register(self) -> dict[UUID, VisitState]:
        return {visit.id: visit.state for visit in self.register.visits()}


@contextmanager
def a_scene(folder: Path) -> Iterator[Scene]:
    with LiveRegister(folder) as register, PoisonProxy(register.url) as proxy:
        register.import_venues([VENUE])
        register.import_cards([a_card()])
        register.import_offers(VENUE.id, [OFFER])
        scene = Scene(folder, register, proxy)
        yield scene
        for desk in scene.desks:
            desk.close()


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    with a_scene(tmp_path) as scene:
        yield scene


@pytest.fixture(scope="module")
def lasting_scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    """A register and a desk for all poisons, one after the other."""
    with a_scene(tmp_path_factory.mktemp("scene")) as scene:
        scene.new_desk()
        yield scene


@pytest.mark.parametrize("since", [0, 5], ids=["as it was", "grown past the old place"])
def test_what_a_register_put_back_has_lost_is_sent_again_and_its_feeds_are_read_anew(
    scene: Scene, since: int, expected_log: Callable[[str], None]
) -> None:
    expected_log(r"GET /(offers|activity) is read from the start")
    desk, other = scene.new_desk(), scene.new_desk()
    kept = copy_of(scene.register.central)
    lost_offer = an_offer()
    scene.register.import_offers(VENUE.id, [lost_offer])
    visits = [desk.hands_out() for _ in range(3)]
    assert desk.cycle().accepted == 3
    assert desk.offers.get(lost_offer.id) is not None

    put_back(scene.register.central, kept)
    new_offer = an_offer()
    scene.register.import_offers(VENUE.id, [new_offer])
    others = [other.hands_out() for _ in range(since)]
    other.cycle()
    assert not {visit.id for visit in visits} & scene.at_register().keys()
    first, second = desk.cycle(), desk.cycle()

    assert first.resent + second.resent == 3
    assert (second.faults, second.pending) == ((), 0)
    everything = {visit.id: VisitState.ACCEPTED for visit in (*visits, *others)}
    assert scene.at_register() == everything
    assert {offer.id for offer in desk.offers.all()} == {OFFER.id, new_offer.id}
    assert desk.received() == everything.keys()


def test_only_what_a_register_put_back_had_lost_is_counted_as_sent_again(
    scene: Scene, expected_log: Callable[[str], None]
) -> None:
    expected_log(r"GET /(offers|activity) is read from the start")
    desk, other = scene.new_desk(), scene.new_desk()
    desk.hands_out()
    desk.cycle()
    kept = copy_of(scene.register.central)
    other.hands_out()
    other.cycle()
    desk.cycle()
    put_back(scene.register.central, kept)

    assert sum(desk.cycle().resent for _ in range(2)) == 0
    assert sum(other.cycle().resent for _ in range(2)) == 1
    assert len(scene.at_register()) == 2


@pytest.mark.parametrize("poison", POISONS)
def test_an_operation_that_nobody_gets_through_holds_up_no_other_and_is_shown(
    lasting_scene: Scene, poison: str
) -> None:
    scene, (desk,) = lasting_scene, lasting_scene.desks
    before, struck = scene.at_register().keys(), scene.proxy.struck
    culprit, *others = six(desk)
    scene.proxy.culprit, scene.proxy.poison = culprit.id, POISONS[poison]
    for _ in range(3):
        desk.cycle(patient=False)

    assert scene.proxy.struck - struck >= 3
    assert scene.at_register().keys() - before == {visit.id for visit in others}
    assert [item.id for item in desk.inbox.items()] == [culprit.id]

    scene.proxy.culprit = None
    desk.cycle(patient=False)
    assert culprit.id in scene.at_register()
    assert desk.inbox.items() == []


def six(desk: SyncDesk) -> list[Visit]:
    return [desk.hands_out() for _ in range(6)]
