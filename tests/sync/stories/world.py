"""The world of a story: two registers, the desks, and what was acknowledged to whom."""

import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from desk_app.services.recording import VisitRequest
from sync.errors import UnreachableError
from sync.rules.offers import Offer, Quota
from sync.rules.venues import Venue
from sync.rules.visits import VisitState
from sync.server.store.operations import RecordedVisit
from tests.helpers.clocks import SettableClock
from tests.helpers.put_back import Copy, copy_of, put_back
from tests.helpers.register import LiveRegister
from tests.helpers.samples import a_card, an_offer
from tests.sync.stories.desk import Snapshot, StoryDesk
from tests.sync.stories.proxy import StoryProxy

CARDS = ("FAMILY1", "FAMILY2", "FAMILY3")
LATE = ("LATE1", "LATE2")
"""Cards that the register learns of later, if at all."""
VENUES = (Venue("teatteri", "Kaupunginteatteri", "Espoo"), Venue("museo", "Museo", "Espoo"))
_MOST_CODES = 5
Scope = tuple[bytes, str]


@dataclass
class StoryVenue:
    """A venue at a register, with two offers."""

    fixture: "StoryRegister"
    venue: Venue
    offers: Sequence[Offer] = ()

    @property
    def scope(self) -> Scope:
        return self.fixture.register.central.keys.public, self.venue.id


@dataclass
class StoryRegister:
    """A register, and the connection to it. ``empty`` is how its database was before any story."""

    register: LiveRegister
    proxy: StoryProxy
    empty: Copy

    def visits(self, venue_id: str) -> dict[UUID, VisitState]:
        return {each.id: each.state for each in self.all_visits() if each.venue_id == venue_id}

    def notes(self, venue_id: str) -> Counter[UUID]:
        found = self.register.central.notes()
        return Counter(note["id"] for note in found if note["venue_id"] == venue_id)

    def all_visits(self) -> Sequence[RecordedVisit]:
        return self.register.visits()


@dataclass
class Run:
    """What all stories of a run share: two registers, the time, and a desk that was never used.

    All desks begin as a copy of that one: making one takes its time.
    """

    clock: SettableClock
    registers: tuple[StoryRegister, StoryRegister]
    new_desk: Path


@contextmanager
def a_run(folder: Path, urls: Sequence[str] = ()) -> Iterator[Run]:
    """For stories one after the other; ``urls`` are two databases in the place of files."""
    clock = SettableClock(datetime.now(UTC))
    new_desk = folder / "new desk"
    new_desk.mkdir()
    StoryDesk(new_desk, clock, clock).close()
    with ExitStack() as stack:

        def fixture(name: str, url: str | None) -> StoryRegister:
            (folder / name).mkdir()
            place = None if url else folder / name
            register = LiveRegister(place, database_url=url, clock=lambda: clock.at)
            stack.enter_context(register)
            proxy = StoryProxy(register.url, register.central, lambda: clock.at)
            stack.enter_context(proxy)
            return StoryRegister(register, proxy, copy_of(register.central))

        one, other = urls or (None, None)
        yield Run(clock, (fixture("one", one), fixture("other", other)), new_desk)


@dataclass(frozen=True)
class Beginning:
    """How a story began that has one desk, enrolled at the first venue and up to date."""

    desk: Path
    rows: Sequence[Copy]
    places: Sequence[StoryVenue]


@dataclass
class AcknowledgedVisit:
    """A visit of which a desk has said that it is recorded, and whether it is taken back.

    ``lost`` is one that nobody knows any more, since all copies of it were overwritten; ``voided``
    is ``None`` where that is so of its void.
    """

    scope: Scope
    voided: bool | None = False
    lost: bool = False


@dataclass
class World:
    """All of one story."""

    folder: Path
    run: Run
    desks: list[StoryDesk] = field(default_factory=list)
    acknowledged_visits: dict[UUID, AcknowledgedVisit] = field(default_factory=dict)
    places: list[StoryVenue] = field(default_factory=list)
    gone: set[UUID] = field(default_factory=set)
    """Visits that waited at a desk, and were not there any more when it was put back."""

    @property
    def registers(self) -> tuple[StoryRegister, StoryRegister]:
        return self.run.registers

    @property
    def clock(self) -> SettableClock:
        return self.run.clock

    def keep(self) -> "Beginning":
        """All of it as it is, with one desk, for others to begin as."""
        (desk,) = self.desks
        desk.close()
        return Beginning(
            desk.folder, [copy_of(each.register.central) for each in self.registers], self.places
        )

    def begin_as(self, beginning: "Beginning") -> StoryDesk:
        """Begin as another one began; its desk."""
        self.folder.mkdir()
        self.clock.at = datetime.now(UTC)
        for fixture, rows in zip(self.registers, beginning.rows, strict=True):
            fixture.proxy.calm()
            put_back(fixture.register.central, rows)
        self.places.extend(beginning.places)
        return self._desk_like(beginning.desk)

    def begin(self, desks: int = 2) -> None:
        self.folder.mkdir()
        self.clock.at = datetime.now(UTC)
        for fixture in self.registers:
            fixture.proxy.calm()
            put_back(fixture.register.central, fixture.empty)
            fixture.register.import_venues(VENUES)
            fixture.register.import_cards([a_card(number, minors=2) for number in CARDS])
        one, other = self.registers
        for fixture, venue in ((one, VENUES[0]), (one, VENUES[1]), (other, VENUES[0])):
            offers = [an_offer(), replace(an_offer(), quota=Quota(3, 0))]
            fixture.register.import_offers(venue.id, offers)
            self.places.append(StoryVenue(fixture, venue, offers))
        for _ in range(desks):
            self.add_desk()

    def add_desk(self) -> StoryDesk:
        desk = self._desk_like(self.run.new_desk)
        self.enrol(desk, self.places[0])
        desk.cycle()
        return desk

    def _desk_like(self, model: Path) -> StoryDesk:
        folder = self._desk_folder()
        shutil.copytree(model, folder, dirs_exist_ok=True)
        self.desks.append(StoryDesk(folder, SettableClock(self.clock.at), self.clock))
        return self.desks[-1]

    def add_clone(self, of: StoryDesk) -> StoryDesk:
        self.desks.append(of.clone(self._desk_folder()))
        return self.desks[-1]

    def _desk_folder(self) -> Path:
        folder = self.folder / f"desk{len(self.desks)}"
        folder.mkdir()
        return folder

    def close(self) -> None:
        for desk in self.desks:
            desk.close()
        shutil.rmtree(self.folder)

    def enrol(self, desk: StoryDesk, place: StoryVenue) -> None:
        """Enrol it; where the line is cut on the way, again with another code, as staff do."""
        for _ in range(_MOST_CODES - 1):
            with suppress(UnreachableError):
                return self.try_to_enrol(desk, place)
        return self.try_to_enrol(desk, place)

    def try_to_enrol(self, desk: StoryDesk, place: StoryVenue) -> None:
        """Raises ``CentralFaultError``; the desk is then as it was."""
        desk.enrol(place.fixture.proxy.url, place.fixture.register.activation(place.venue.id))

    def place_of(self, desk: StoryDesk) -> StoryVenue:
        return next(place for place in self.places if place.scope == desk.scope)

    def pass_time(self, span: timedelta) -> None:
        self.clock.tick(seconds=span.total_seconds())
        for desk in self.desks:
            desk.pass_time(span)

    def hand_out(self, desk: StoryDesk, number: str = CARDS[0], offer: Offer | None = None) -> UUID:
        """Somebody shows a card, and has a ticket."""
        asked = VisitRequest(number=number, offer_id=(offer or self.place_of(desk).offers[0]).id)
        self.pass_time(timedelta(seconds=1))
        return desk.app.services.recording.record(asked).visit.id

    # What is told, and what is lost

    def acknowledged(self, desk: StoryDesk, visit_id: UUID) -> None:
        self.acknowledged_visits[visit_id] = AcknowledgedVisit(desk.scope)
        desk.recorded.add(visit_id)

    def took_back(self, visit_ids: Iterable[UUID]) -> None:
        for visit_id in visit_ids:
            if visit_id in self.acknowledged_visits:
                self.acknowledged_visits[visit_id].voided = True

    def put_desk_back(self, snapshot: Snapshot, *, whole: bool) -> None:
        waiting = snapshot.of.waiting()
        snapshot.of.put_back(snapshot, whole=whole)
        if whole:
            self.gone |= (waiting - snapshot.of.journal()) & self.acknowledged_visits.keys()
            snapshot.of.recorded &= snapshot.of.journal()
            self._count_losses()

    def put_register_back(self, fixture: StoryRegister, copy: Copy) -> None:
        put_back(fixture.register.central, copy)
        self._count_losses()

    def _count_losses(self) -> None:
        """What no desk can tell of, and no register holds, is lost for good."""
        sendable = [desk.sendable() for desk in self.desks]
        visits = set[UUID]().union(*(visits for visits, _ in sendable))
        voids = set[UUID]().union(*(voids for _, voids in sendable))
        for place in self.places:
            held = place.fixture.visits(place.venue.id)
            for visit_id, each in self.acknowledged_visits.items():
                if each.scope != place.scope:
                    continue
                each.lost = each.lost or not (visit_id in visits or visit_id in held)
                is_voided = visit_id in voids or held.get(visit_id) is VisitState.VOIDED
                if each.voided and not is_voided:
                    each.voided = None
