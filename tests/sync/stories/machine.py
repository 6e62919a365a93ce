"""Desks and registers as a state machine: whatever happens, both ends come to agree again.

The desks are the whole program without its window over their real encrypted files; the registers
are real ones, over HTTP, on connections where anything can happen.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    MultipleResults,
    RuleBasedStateMachine,
    invariant,
    multiple,
    rule,
)

from desk_app.services.errors import (
    AlreadyVoidedError,
    NotEnrolledError,
    OfferNotFoundError,
    RefusedError,
    VisitNotFoundError,
)
from desk_app.services.inbox_items import Resolution
from desk_app.services.offer_creation import OfferRequest
from desk_app.services.recording import Recorded, TicketsRequest, VisitRequest
from sync.errors import CentralFaultError
from sync.rules.cards import CardStatus
from tests.helpers.fault_proxy import ENROLMENT, FAULTS, SLOW, STEPS
from tests.helpers.put_back import Copy, copy_of
from tests.helpers.samples import a_card, an_offer
from tests.sync.stories.agreement import come_to_agree
from tests.sync.stories.desk import Snapshot, StoryDesk
from tests.sync.stories.proxy import POISONS
from tests.sync.stories.world import CARDS, LATE, StoryRegister, World

MOST_DESKS = 3
MOST_DAYS = 20
"""Beyond a month a desk need not know any more what it had sent."""
Action = Callable[[], Recorded]
_NOT_NOW = (
    *(RefusedError, AlreadyVoidedError, NotEnrolledError, VisitNotFoundError),
    OfferNotFoundError,  # enrolled at another venue, and not yet synced there
)

desks = st.integers(0, MOST_DESKS - 1)
which_register = st.integers(0, 1)
places = st.integers(0, 2)
quick_faults = st.sampled_from(sorted(FAULTS.keys() - SLOW))


class TwoEnds(RuleBasedStateMachine):
    """``world`` is all there is; the rules are what may happen in it."""

    visits = Bundle("visits")
    snapshots = Bundle("snapshots")
    copies = Bundle("copies")
    files = Bundle("files")

    def __init__(self, world: World) -> None:
        super().__init__()
        self.world = world
        self.days = 0
        world.begin()

    def _desk(self, n: int) -> StoryDesk:
        self.world.pass_time(timedelta(seconds=1))
        return self.world.desks[n % len(self.world.desks)]

    # At the counter

    @rule(
        target=visits,
        n=desks,
        number=st.sampled_from(CARDS),
        children=st.integers(0, 2),
        offer=st.integers(0, 1),
    )
    def record(
        self, n: int, number: str, children: int, offer: int
    ) -> UUID | MultipleResults[UUID]:
        desk = self._desk(n)
        asked = VisitRequest(
            number=number,
            offer_id=self.world.place_of(desk).offers[offer].id,
            tickets=TicketsRequest(children=children),
        )
        return self._acknowledged(desk, lambda: desk.app.services.recording.record(asked))

    @rule(target=visits, n=desks, number=st.sampled_from(LATE))
    def record_an_unseen_card(self, n: int, number: str) -> UUID | MultipleResults[UUID]:
        desk = self._desk(n)
        asked = VisitRequest(
            number=number,
            offer_id=self.world.place_of(desk).offers[0].id,
            provisional=True,
            printed_valid_until=date(2100, 1, 1),
        )
        return self._acknowledged(desk, lambda: desk.app.services.recording.record(asked))

    @rule(target=visits, n=desks, number=st.sampled_from(CARDS))
    def record_at_an_own_offer(self, n: int, number: str) -> UUID | MultipleResults[UUID]:
        desk = self._desk(n)
        with suppress(NotEnrolledError):
            offer = desk.app.services.offer_creation.add(OfferRequest(name_fi="Kirjastoilta"))
            asked = VisitRequest(number=number, offer_id=offer.id)
            return self._acknowledged(desk, lambda: desk.app.services.recording.record(asked))
        return multiple()

    @rule(target=visits, n=desks, visit=visits, number=st.sampled_from(CARDS))
    def correct(self, n: int, visit: UUID, number: str) -> UUID | MultipleResults[UUID]:
        desk = self._desk(n)
        asked = VisitRequest(number=number, offer_id=self.world.place_of(desk).offers[0].id)
        action = desk.app.services.correcting.correct
        corrected = self._acknowledged(desk, lambda: action(visit, asked))
        if isinstance(corrected, UUID):
            self.world.took_back([visit])
        return corrected

    @rule(n=desks, visit=visits)
    def void(self, n: int, visit: UUID) -> None:
        with suppress(*_NOT_NOW):
            self._desk(n).app.services.voiding.void(visit)
            self.world.took_back([visit])

    @rule(
        n=desks,
        resolution=st.sampled_from([Resolution.AGAIN, Resolution.WITHDRAW, Resolution.NOTE]),
    )
    def settle_what_was_refused(self, n: int, resolution: Resolution) -> None:
        rejections = self._desk(n).app.services.rejections
        ids = [item.id for item in rejections.items() if resolution in item.resolutions]
        with suppress(NotEnrolledError):
            if resolution is Resolution.AGAIN:
                rejections.send_again(*ids)
            elif resolution is Resolution.WITHDRAW:
                rejections.withdraw(*ids)
                self.world.took_back(ids)
            else:
                rejections.leave(*ids, note="Kortti nähty")

    # On the connection

    @rule(n=desks)
    def sync(self, n: int) -> None:
        self._desk(n).cycle()

    @rule(
        n=desks,
        fault=quick_faults,
        step=st.sampled_from(list(STEPS)),
    )
    def sync_on_a_bad_connection(self, n: int, fault: str, step: str) -> None:
        desk = self._desk(n)
        with self.world.place_of(desk).fixture.proxy.striking(fault, step):
            desk.cycle()

    @rule(which=which_register, visit=visits, poison=st.sampled_from(sorted(POISONS)))
    def poison(self, which: int, visit: UUID, poison: str) -> None:
        self.world.registers[which].proxy.poisons[visit] = poison

    @rule(n=desks, poison=st.sampled_from(sorted(POISONS)))
    def poison_what_waits(self, n: int, poison: str) -> None:
        desk = self._desk(n)
        poisons = self.world.place_of(desk).fixture.proxy.poisons
        poisons.update(dict.fromkeys(desk.unsent(), poison))

    @rule(which=which_register)
    def cure(self, which: int) -> None:
        self.world.registers[which].proxy.poisons.clear()

    @rule(which=which_register)
    def send_odd_elements_or_no_more(self, which: int) -> None:
        proxy = self.world.registers[which].proxy
        proxy.odd = not proxy.odd

    # By file

    @rule(target=files, n=desks, register=st.booleans())
    def carry_out(self, n: int, *, register: bool) -> Path | MultipleResults[Path]:
        file = self._desk(n).carry_out(register=register)
        return multiple() if file is None else file

    @rule(n=desks, file=files)
    def carry_in(self, n: int, file: Path) -> None:
        self._desk(n).carry_in(file)

    # In the machine

    @rule(n=desks)
    def crash(self, n: int) -> None:
        self._desk(n).crash()

    @rule(n=desks)
    def crash_while_sending(self, n: int) -> None:
        desk = self._desk(n)
        desk.app._outbox.claim(500)
        desk.crash()

    @rule(n=desks, days=st.sampled_from([-4000, -400, -2, 0, 2, 400]))
    def set_the_clock(self, n: int, days: int) -> None:
        self._desk(n).clock.set_wrong(self.world.clock.at + timedelta(days=days))

    @rule(n=desks)
    def lose_the_cards(self, n: int) -> None:
        self._desk(n).app.register.drop()

    @rule(target=snapshots, n=desks)
    def copy_a_desk(self, n: int) -> Snapshot:
        return self._desk(n).copy()

    @rule(snapshot=snapshots, whole=st.booleans())
    def put_a_desk_back(self, snapshot: Snapshot, *, whole: bool) -> None:
        self.world.put_desk_back(snapshot, whole=whole)

    @rule(n=desks)
    def clone(self, n: int) -> None:
        if len(self.world.desks) < MOST_DESKS:
            self.world.add_clone(self._desk(n))

    @rule(n=desks, p=places)
    def move(self, n: int, p: int) -> None:
        self.world.enrol(self._desk(n), self.world.places[p])

    @rule(n=desks, p=places, fault=quick_faults)
    def move_on_a_bad_connection(self, n: int, p: int, fault: str) -> None:
        desk, place = self._desk(n), self.world.places[p]
        before = desk.scope
        with place.fixture.proxy.striking(fault, ENROLMENT), suppress(CentralFaultError):
            self.world.try_to_enrol(desk, place)
        assert desk.scope == before

    @rule(hours=st.sampled_from([1, 24]))
    def let_time_pass(self, hours: int) -> None:
        if self.days < MOST_DAYS:
            self.days += 1
            self.world.pass_time(timedelta(hours=hours))

    # At the register

    @rule(which=which_register)
    def restart_a_server(self, which: int) -> None:
        register = self.world.registers[which].register
        register.stop()
        register.start()

    @rule(target=copies, which=which_register)
    def copy_a_register(self, which: int) -> tuple[StoryRegister, Copy]:
        fixture = self.world.registers[which]
        return fixture, copy_of(fixture.register.central)

    @rule(copy=copies)
    def put_a_register_back(self, copy: tuple[StoryRegister, Copy]) -> None:
        self.world.put_register_back(*copy)

    @rule(which=which_register, number=st.sampled_from(LATE))
    def learn_of_a_card(self, which: int, number: str) -> None:
        self.world.registers[which].register.import_cards([a_card(number)])

    @rule(which=which_register, number=st.sampled_from(CARDS), status=st.sampled_from(CardStatus))
    def change_a_card(self, which: int, number: str, status: CardStatus) -> None:
        card = replace(a_card(number, minors=2), status=status)
        self.world.registers[which].register.import_cards([card])

    @rule(p=places)
    def add_an_offer(self, p: int) -> None:
        place = self.world.places[p]
        place.fixture.register.import_offers(place.venue.id, [an_offer()])

    @rule(n=desks)
    def revoke(self, n: int) -> None:
        desk = self._desk(n)
        record = desk.app.desk.record()
        assert record is not None
        with suppress(KeyError):  # a register that was put back may not know it
            self.world.place_of(desk).fixture.register.revoke(record.desk_id)

    # What has to hold

    @invariant()
    def every_acknowledged_visit_is_in_the_journal(self) -> None:
        for desk in self.world.desks:
            assert desk.recorded <= desk.journal()

    def teardown(self) -> None:
        """Once both ends have talked twice without faults, they agree."""
        try:
            come_to_agree(self.world)
        finally:
            self.world.close()

    def _acknowledged(self, desk: StoryDesk, action: Action) -> UUID | MultipleResults[UUID]:
        try:
            visit = action().visit
        except _NOT_NOW:
            return multiple()
        self.world.acknowledged(desk, visit.id)
        return visit.id
