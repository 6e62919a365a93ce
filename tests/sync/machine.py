"""A desk and its register as a state machine: whatever happens in whatever order, no visit is lost.

The desk is the whole program without its window over its real encrypted file; the register is the
real one, over HTTP, on a road where anything can happen.
"""

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
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

from desk_app.app import App
from desk_app.paths import Home
from desk_app.services.errors import AlreadyVoidedError, NotEnrolledError, RefusedError
from desk_app.services.ports import Remedy
from desk_app.services.recording import Recorded, TicketsAsked, VisitAsked
from desk_app.wording import Wording
from desk_app.wording.catalogue import catalogue
from sync.errors import CentralFaultError
from sync.ports import OperationState
from sync.rules.cards import CardStatus
from sync.rules.offers import Quota
from sync.rules.venues import Venue
from sync.rules.visits import VisitState
from tests.helpers.clocks import SettableClock
from tests.helpers.fault_road import FAULTS, SLOW, STEPS, FaultRoad
from tests.helpers.register import LiveRegister
from tests.helpers.samples import a_card, an_offer

CARDS = ("FAMILY1", "FAMILY2", "FAMILY3")
LATE = ("LATE1", "LATE2")
"""Cards that the register learns of later, if at all."""
CYCLES = 6
"""So many quiet cycles are enough for whatever waits."""

visits = Bundle("visits")
Deed = Callable[[], Recorded]


class DeskAndRegister(RuleBasedStateMachine):
    """``acknowledged`` is every visit of which the desk has said that it is recorded."""

    visits = visits

    def __init__(self, register: LiveRegister, folder: Path) -> None:
        super().__init__()
        self.register = register
        self.folder = folder
        folder.mkdir()
        self.venue = Venue(folder.name, "Kaupunginteatteri", "Espoo")
        self.offers = [an_offer(), replace(an_offer(), quota=Quota(3, 0))]
        register.import_venues([self.venue])
        register.import_cards([a_card(number, minors=2) for number in CARDS])
        register.drop_cards(LATE)
        register.import_offers(self.venue.id, self.offers)
        self.road = FaultRoad(register.url)
        self.road.__enter__()
        self.clock = SettableClock(datetime.now(UTC))
        self.acknowledged: list[UUID] = []
        self.crashed: list[App] = []
        self.app = self._open()
        self.enrol_again()
        self.sync()

    def _open(self) -> App:
        secrets = f"file:{self.folder / 'secrets.json'}"
        wording = Wording(catalogue("en"), "en")
        return App.open(Home(self.folder / "home"), secrets, wording, self.clock)

    # At the counter

    @rule(
        target=visits,
        number=st.sampled_from(CARDS),
        children=st.integers(0, 2),
        offer=st.integers(0, 1),
    )
    def record(self, number: str, children: int, offer: int) -> UUID | MultipleResults[UUID]:
        asked = VisitAsked(
            number=number,
            offer_id=self.offers[offer].id,
            tickets=TicketsAsked(children=children),
        )
        return self._acknowledged(lambda: self.app.counter.recording.record(asked))

    @rule(target=visits, number=st.sampled_from(LATE))
    def record_an_unseen_card(self, number: str) -> UUID | MultipleResults[UUID]:
        asked = VisitAsked(
            number=number,
            offer_id=self.offers[0].id,
            provisional=True,
            printed_valid_until=date(2100, 1, 1),
        )
        return self._acknowledged(lambda: self.app.counter.recording.record(asked))

    @rule(target=visits, visit=visits, number=st.sampled_from(CARDS))
    def correct(self, visit: UUID, number: str) -> UUID | MultipleResults[UUID]:
        asked = VisitAsked(number=number, offer_id=self.offers[0].id)
        return self._acknowledged(lambda: self.app.counter.correcting.correct(visit, asked))

    @rule(visit=visits)
    def void(self, visit: UUID) -> None:
        with suppress(AlreadyVoidedError, NotEnrolledError):
            self.app.counter.voiding.void(visit)

    @rule(remedy=st.sampled_from([Remedy.AGAIN, Remedy.WITHDRAW, Remedy.NOTE]))
    def settle_what_was_refused(self, remedy: Remedy) -> None:
        resolving = self.app.counter.resolving
        ids = [item.id for item in resolving.items() if remedy in item.remedies]
        with suppress(NotEnrolledError):
            if remedy is Remedy.AGAIN:
                resolving.send_again(*ids)
            elif remedy is Remedy.WITHDRAW:
                resolving.withdraw(*ids)
            else:
                resolving.leave(*ids, note="Kortti nähty")

    # On the road

    @rule()
    def sync(self) -> None:
        self.road.fault = None
        self._cycle()

    @rule(fault=st.sampled_from(sorted(FAULTS.keys() - SLOW)), step=st.sampled_from(list(STEPS)))
    def sync_on_a_bad_road(self, fault: str, step: str) -> None:
        self.road.fault, self.road.step = fault, step
        self._cycle()
        self.road.fault = None

    # In the machine

    @rule()
    def crash(self) -> None:
        self.crashed.append(self.app)  # it closes nothing
        self.app = self._open()

    @rule()
    def crash_while_sending(self) -> None:
        self.app._outbox.take(500)
        self.crash()

    @rule(days=st.sampled_from([-4000, -400, -2, 0, 2, 400]))
    def set_the_clock(self, days: int) -> None:
        self.clock.set_wrong(datetime.now(UTC) + timedelta(days=days))

    @rule()
    def lose_the_register(self) -> None:
        self.app.register.drop()

    # At the register

    @rule(number=st.sampled_from(LATE))
    def learn_of_a_card(self, number: str) -> None:
        self.register.import_cards([a_card(number)])

    @rule(number=st.sampled_from(CARDS), status=st.sampled_from(CardStatus))
    def change_a_card(self, number: str, status: CardStatus) -> None:
        self.register.import_cards([replace(a_card(number, minors=2), status=status)])

    @rule()
    def revoke(self) -> None:
        record = self.app.desk.record()
        assert record is not None
        self.register.revoke(record.desk_id)

    @rule()
    def enrol_again(self) -> None:
        self.app.counter.enrolling.enrol(
            api_url=self.road.url,
            code=self.register.activation(self.venue.id),
            desk_name="Lippuluukku 1",
            ca_file=None,
        )

    # What has to hold

    @invariant()
    def every_acknowledged_visit_is_in_the_journal(self) -> None:
        kept = {entry.visit.id for entry in self.app.counter.journal.latest(1000)}
        assert kept == set(self.acknowledged)

    def teardown(self) -> None:
        """Once all is quiet, the register holds each visit once, and the desk knows it."""
        try:
            self._let_it_be_quiet()
            self._compare()
        finally:
            self.road.__exit__(None, None, None)
            for app in [*self.crashed, self.app]:
                app.close()

    def _let_it_be_quiet(self) -> None:
        self.clock.set_wrong(datetime.now(UTC))
        self.enrol_again()
        for _ in range(CYCLES):
            self.sync()
        assert self.app.counter.journal.count().pending == 0

    def _compare(self) -> None:
        held = [visit for visit in self.register.visits() if visit.venue_id == self.venue.id]
        assert max(Counter(visit.id for visit in held).values(), default=1) == 1
        voided = {visit.id: visit.state is VisitState.VOIDED for visit in held}
        known: dict[UUID, bool] = {}
        for visit_id in self.acknowledged:
            entry = self.app.counter.journal.entry(visit_id)
            assert entry is not None
            if entry.state is OperationState.ACCEPTED:
                known[visit_id] = entry.voided
            else:
                assert entry.state in {OperationState.REJECTED, OperationState.WITHDRAWN}
        assert voided == known

    def _acknowledged(self, deed: Deed) -> UUID | MultipleResults[UUID]:
        try:
            visit = deed().visit
        except (RefusedError, AlreadyVoidedError, NotEnrolledError):
            return multiple()
        self.acknowledged.append(visit.id)
        return visit.id

    def _cycle(self) -> None:
        with suppress(NotEnrolledError, CentralFaultError):
            self.app.sync_once(timeout=20.0)
