"""A desk with a real encrypted cupboard in a folder of the test, filled by hand."""

import secrets
import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

from desk_app.devices.clock import TimeOrderedIds
from desk_app.devices.pins import Argon2Pins
from desk_app.devices.secrets import FileSecrets
from desk_app.files.parcels import SealedParcels
from desk_app.files.sheets import FORMATS
from desk_app.files.whole import write_whole
from desk_app.paths import Home
from desk_app.services.carrying import Carrying
from desk_app.services.checking import Checking
from desk_app.services.clock_state import ClockReading
from desk_app.services.correcting import Correcting
from desk_app.services.counter import Counter
from desk_app.services.enrolling import Enrolling, Grant
from desk_app.services.exporting import Exporting
from desk_app.services.figures import Figuring
from desk_app.services.keying import Keying
from desk_app.services.locking import Locking
from desk_app.services.looking import Looking
from desk_app.services.offering import Offering
from desk_app.services.ports import DeskRecord, JournalEntry, SeenCard
from desk_app.services.recording import Recording
from desk_app.services.reporting import Reporting
from desk_app.services.resolving import Resolving
from desk_app.services.standing import StandingService
from desk_app.services.timekeeping import Timekeeping
from desk_app.services.voiding import Voiding
from desk_app.store.activity import StoredActivity
from desk_app.store.carried import StoredCarriedWork
from desk_app.store.clock import StoredClock
from desk_app.store.database import Database
from desk_app.store.desk import StoredDesk
from desk_app.store.dialogue import StoredDialogue
from desk_app.store.inbox import StoredInbox
from desk_app.store.journal import StoredJournal
from desk_app.store.keys import keep_key
from desk_app.store.offers import StoredOffers
from desk_app.store.outbox import StoredOutbox
from desk_app.store.paper_rows import StoredPaperRows
from desk_app.store.register import StoredRegister
from desk_app.store.seen_cards import StoredSeenCards
from desk_app.store.tallies import StoredTallies
from desk_app.store.venue_visits import StoredVenueVisits
from desk_app.store.visit_pages import StoredVisitPages
from sync.ports import Fate, NotInRegister, OperationState
from sync.rules.cards import Card, CardKind, CardStatus
from sync.rules.offers import Offer, OfferKind, OfferName, OfferStatus, Quota, Sector
from sync.rules.policy import Policy
from sync.rules.register_sum import RegisterSum
from sync.rules.venues import Venue
from sync.rules.visits import VenueVisit, Visit, Void

NOW = datetime(2026, 10, 17, 15, 0, tzinfo=UTC)
"""Six in the evening in Helsinki."""
VENUE = Venue("tampere-talo", "Pyynikin kesäteatteri", "Tampere")

FAMILY = Card(
    "KAIKU0001",
    CardKind.PERSONAL,
    CardStatus.ACTIVE,
    date(2026, 1, 1),
    date(2026, 12, 31),
    2,
    VENUE.area,
    local_only=False,
)
ALONE = replace(FAMILY, number="KAIKU0002", minors=0)
EXPIRED = replace(FAMILY, number="KAIKU0003", valid_until=date(2026, 3, 9))
COMMUNITY = replace(FAMILY, number="KAIKU0004", kind=CardKind.COMMUNITY, minors=0)
SUSPENDED = replace(FAMILY, number="KAIKU0005", status=CardStatus.SUSPENDED)
CARDS = (FAMILY, ALONE, EXPIRED, COMMUNITY, SUSPENDED)

TONIGHT = Offer(
    id=UUID(int=1),
    kind=OfferKind.EVENT,
    sector=Sector.CULTURE,
    name=OfferName("Illan konsertti", "Kvällens konsert", "Tonight's concert"),
    place="Suuri sali",
    starts_at=NOW + timedelta(minutes=30),
    status=OfferStatus.ON_SALE,
    quota=Quota(40, 12),
    minors_allowed=True,
)
TOMORROW = replace(
    TONIGHT,
    id=UUID(int=2),
    name=OfferName("Huominen näytelmä", "Morgondagens pjäs", "Tomorrow's play"),
    starts_at=NOW + timedelta(days=1),
    quota=None,
)
POOL = replace(
    TONIGHT,
    id=UUID(int=3),
    kind=OfferKind.STANDING,
    sector=Sector.SPORT,
    name=OfferName("Uimahalli", "Simhall", "Swimming hall"),
    place="Kaleva",
    starts_at=None,
    quota=None,
)
SOLD_OUT = replace(
    TONIGHT,
    id=UUID(int=4),
    name=OfferName("Ooppera", "Opera", "Opera"),
    status=OfferStatus.SOLD_OUT,
    quota=None,
)
OFFERS = (TONIGHT, TOMORROW, POOL, SOLD_OUT)


@dataclass
class HandClock:
    """A clock that a test sets."""

    at: datetime = NOW
    started: str = "booth"

    def now(self) -> datetime:
        return self.at

    def steady(self) -> float:
        return (self.at - NOW).total_seconds()

    def boot(self) -> str | None:
        return self.started


class NoSecrets:
    """For a desk that is never enrolled over a wire."""

    def get(self, name: str) -> str | None:
        raise AssertionError(name)

    def set(self, name: str, value: str) -> None:
        raise AssertionError(name, len(value))

    def delete(self, name: str) -> None:
        raise AssertionError(name)


class FaultyJournal(StoredJournal):
    """The real journal, but for faults of the world that a test calls up."""

    fault: Exception | None = None

    def record(self, visit: Visit, reading: ClockReading | None = None) -> None:
        self._fail()
        super().record(visit, reading)

    def void(self, void: Void) -> None:
        self._fail()
        super().void(void)

    def _fail(self) -> None:
        if self.fault is not None:
            raise self.fault


class SlowRegister(StoredRegister):
    """The real register, but it answers only while ``open`` is set, and can fail."""

    fault: Exception | None = None

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self.open = threading.Event()
        self.open.set()
        self.asked: list[str] = []

    def find(self, number: str) -> Card | None:
        self.asked.append(number)
        if not self.open.wait(timeout=10):
            raise AssertionError("the test forgot to open the register")
        if self.fault is not None:
            raise self.fault
        return super().find(number)


class HandLook:
    """The central register, asked for one card: it has what a test puts there.

    While ``open`` is not set it keeps the asker waiting; unless it ``answers``, time is over.
    """

    def __init__(self) -> None:
        self.cards: dict[str, SeenCard] = {}
        self.answers = False
        self.asked: list[str] = []
        self.open = threading.Event()
        self.open.set()

    def __call__(self, number: str) -> SeenCard | NotInRegister | None:
        self.asked.append(number)
        if not self.open.wait(timeout=10):
            raise AssertionError("the test forgot to let the register answer")
        return self.cards.get(number, NotInRegister.YET) if self.answers else None


class Booth:
    """The desk's services over its cupboard; ``counter`` is what the window is given."""

    def __init__(self, folder: Path, *, key: str | None = None) -> None:
        self.clock = HandClock()
        self.key = key or secrets.token_hex(32)
        self.home = Home(folder)
        keys = folder / "keys.json"
        self.secrets_choice = f"file:{keys}"
        keep_key(FileSecrets(keys), self.key)  # by which programs of their own open the cupboard
        self.database = Database.open(self.home.database, self.key)
        self.desk = StoredDesk(self.database)
        self.register = SlowRegister(self.database)
        self.offers = StoredOffers(self.database)
        self.journal = FaultyJournal(self.database)
        timekeeping = Timekeeping(self.clock, StoredClock(self.database), self.desk)
        seen_cards = StoredSeenCards(self.database)
        checking = Checking(
            self.desk, self.register, self.offers, self.journal, timekeeping, seen_cards
        )
        self.second_look = HandLook()
        ids = TimeOrderedIds()
        recording = Recording(
            checking,
            self.journal,
            ids,
            timekeeping,
            transaction=self.database.write,
            queued=_nobody_sends,
        )
        voiding = Voiding(checking, self.journal, ids, queued=_nobody_sends)
        correcting = Correcting(
            checking, recording, voiding, self.journal, transaction=self.database.write
        )
        reporting = Reporting(checking, self.journal, StoredVenueVisits(self.database), self.offers)
        self.inbox = StoredInbox(self.database)
        self.sent_now = 0
        self.locking = Locking(FileSecrets(folder / "secrets.json"), Argon2Pins(), self.clock)
        self.counter = Counter(
            send_now=self._send_now,
            checking=checking,
            looking=Looking(checking, seen_cards, self.second_look, found=_nobody_sends),
            recording=recording,
            keying=Keying(
                checking,
                recording,
                self.offers,
                StoredPaperRows(self.database),
                ids,
                transaction=self.database.write,
                queued=_nobody_sends,
            ),
            voiding=voiding,
            correcting=correcting,
            resolving=Resolving(
                self.inbox,
                voiding,
                correcting,
                self.clock,
                ids,
                self.journal,
                transaction=self.database.write,
                queued=_nobody_sends,
            ),
            enrolling=Enrolling(
                self.desk, NoSecrets(), self.clock, _no_register, enrolled=_nobody_sends
            ),
            offering=Offering(checking, self.offers, self.journal, ids, queued=_nobody_sends),
            standing=StandingService(
                self.desk,
                self.register,
                self.journal,
                timekeeping,
                StoredDialogue(self.database, self.clock),
            ),
            reporting=reporting,
            figuring=Figuring(checking, StoredTallies(self.database), self.offers),
            exporting=Exporting(reporting, FORMATS, write_whole),
            carrying=Carrying(
                checking,
                StoredCarriedWork(self.database),
                SealedParcels(),
                self.clock,
                queued=_nobody_sends,
            ),
            locking=self.locking,
            offers=self.offers,
            journal=self.journal,
            visit_pages=StoredVisitPages(self.database),
        )

    def _send_now(self) -> None:
        self.sent_now += 1

    def close(self) -> None:
        self.database.close()

    def enrol(self, policy: Policy | None = None, venues: Sequence[Venue] = ()) -> None:
        self.desk.enrol(
            DeskRecord(
                api_url="http://127.0.0.1:9",
                ca_file=None,
                desk_id=UUID(int=9),
                desk_name="Lippuluukku 1",
                venue=VENUE,
                register_key=bytes(32),
                policy=policy or Policy(),
                enrolled_at=NOW - timedelta(days=90),
                venues=tuple(venues),
            )
        )

    def load_register(
        self, cards: Sequence[Card] = CARDS, *, verified_at: datetime | None = None
    ) -> None:
        total = RegisterSum()
        for card in cards:
            total = total.plus(card)
        self.register.begin_load(1)
        self.register.add_page(cards, after=None, last=True)
        self.register.adopt(revision=1, expected=total, verified_at=verified_at or self.clock.at)

    def load_offers(self, offers: Sequence[Offer] = OFFERS) -> None:
        self.offers.apply(offers, (), cursor="1", complete_at=self.clock.at)

    def hear(self, *heard: VenueVisit) -> None:
        """Take in visits of the venue's desks, as the register tells of them."""
        StoredActivity(self.database).apply(heard, cursor="1", complete=True)

    def refuse(self, operation_id: UUID, code: str = "card_unknown") -> None:
        """Let the register have refused one operation, and accepted the others."""
        outbox = StoredOutbox(self.database, self.clock)
        outbox.settle(
            [
                Fate(each.id, OperationState.REJECTED, code)
                if each.id == operation_id
                else Fate(each.id, OperationState.ACCEPTED)
                for each in outbox.take(500)
            ]
        )

    def visits(self) -> Sequence[JournalEntry]:
        return self.journal.latest(100)


def _no_register(*, api_url: str, code: str, desk_name: str, ca_file: str | None) -> Grant:
    raise AssertionError(api_url, len(code), desk_name, ca_file)


def _nobody_sends() -> None:
    """There is no messenger behind this desk."""
