"""A desk with a real encrypted store in a folder of the test, filled by hand."""

import secrets
import threading
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

from desk_app.bootstrap.transfers import transfers
from desk_app.config.paths import Home
from desk_app.devices.clock import TimeOrderedIds
from desk_app.devices.secrets import FileSecrets
from desk_app.files.atomic_write import write_atomically
from desk_app.files.spreadsheets import FORMATS
from desk_app.services.checking import CheckService
from desk_app.services.clock_state import ClockReading
from desk_app.services.correcting import CorrectionService
from desk_app.services.enrolment import EnrolmentService, Grant
from desk_app.services.exporting import ExportService
from desk_app.services.lock import LockService
from desk_app.services.neighbours import NoNeighbours
from desk_app.services.offer_creation import OfferCreation
from desk_app.services.online_lookup import OnlineLookup
from desk_app.services.paper_entry import PaperEntry
from desk_app.services.ports import DeskRecord, JournalEntry, LookedUpCard
from desk_app.services.recording import RecordService
from desk_app.services.rejections import RejectionHandling
from desk_app.services.reporting import ReportService
from desk_app.services.services import Services
from desk_app.services.statistics import StatisticsService
from desk_app.services.status import StatusService
from desk_app.services.timekeeping import Timekeeping
from desk_app.services.voiding import VoidService
from desk_app.store.connection.database import Database
from desk_app.store.keys import save_key
from desk_app.store.recovery.missing_operations import StoredMissingOperations
from desk_app.store.register.clock import StoredClock
from desk_app.store.register.desk import StoredDesk
from desk_app.store.register.looked_up_cards import StoredLookedUpCards
from desk_app.store.register.offers import StoredOffers
from desk_app.store.register.register import StoredRegister
from desk_app.store.register.sync_metadata import StoredSyncMetadata
from desk_app.store.visits.activity import StoredActivity
from desk_app.store.visits.journal import StoredJournal
from desk_app.store.visits.outbox import StoredOutbox
from desk_app.store.visits.paper_rows import StoredPaperRows
from desk_app.store.visits.rejections import StoredInbox
from desk_app.store.visits.transfers import StoredTransfers
from desk_app.store.visits.venue_visits import StoredVenueVisits
from desk_app.store.visits.visit_pages import StoredVisitPages
from desk_app.store.visits.visit_totals import StoredVisitTotals
from sync.ports import NotInRegister, OperationState, SendResult
from sync.rules.cards import Card, CardKind, CardStatus
from sync.rules.offers import Offer, OfferKind, OfferName, OfferStatus, Quota, Sector
from sync.rules.policy import Policy
from sync.rules.register_sum import RegisterSum
from sync.rules.venues import Venue
from sync.rules.visits import VenueVisit, Visit, Void
from tests.helpers.sealing import QUICK, QUICK_PINS

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


LONGEST_S = 60.0
"""So long a test may take from closing the register to opening it, on a machine that is busy."""


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
        if not self.open.wait(LONGEST_S):
            raise AssertionError("the test forgot to open the register")
        if self.fault is not None:
            raise self.fault
        return super().find(number)


class HandLook:
    """The central register, asked for one card: it has what a test puts there.

    While ``open`` is not set it keeps the asker waiting; unless it ``answers``, time is over.
    """

    def __init__(self) -> None:
        self.cards: dict[str, LookedUpCard] = {}
        self.answers = False
        self.asked: list[str] = []
        self.open = threading.Event()
        self.open.set()

    def __call__(self, number: str) -> LookedUpCard | NotInRegister | None:
        self.asked.append(number)
        if not self.open.wait(LONGEST_S):
            raise AssertionError("the test forgot to let the register answer")
        return self.cards.get(number, NotInRegister.YET) if self.answers else None


class DeskFixture:
    """The desk's services over its store; ``counter`` is what the window is given."""

    def __init__(self, folder: Path, *, key: str | None = None) -> None:
        self.clock = HandClock()
        self.key = key or secrets.token_hex(32)
        self.home = Home(folder)
        keys = folder / "keys.json"
        self.secrets_choice = f"file:{keys}"
        save_key(FileSecrets(keys), self.key)  # by which programs of their own open the store
        self.database = Database.open(self.home.database, self.key)
        self.desk = StoredDesk(self.database)
        self.register = SlowRegister(self.database)
        self.offers = StoredOffers(self.database)
        self.journal = FaultyJournal(self.database)
        timekeeping = Timekeeping(self.clock, StoredClock(self.database), self.desk)
        looked_up_cards = StoredLookedUpCards(self.database)
        checking = CheckService(
            self.desk, self.register, self.offers, self.journal, timekeeping, looked_up_cards
        )
        self.query_card = HandLook()
        ids = TimeOrderedIds()
        recording = RecordService(
            checking,
            self.journal,
            ids,
            timekeeping,
            transaction=self.database.write,
            queued=_nobody_sends,
        )
        voiding = VoidService(checking, self.journal, ids, queued=_nobody_sends)
        correcting = CorrectionService(
            checking, recording, voiding, self.journal, transaction=self.database.write
        )
        reporting = ReportService(
            checking, self.journal, StoredVenueVisits(self.database), self.offers
        )
        self.inbox = StoredInbox(self.database)
        self.sent_now = 0
        self.lock = LockService(FileSecrets(folder / "secrets.json"), QUICK_PINS, self.clock)
        transfer, register_transfer = transfers(
            checking,
            StoredTransfers(self.database),
            self.desk,
            self.register,
            self.offers,
            timekeeping,
            queued=_nobody_sends,
            only_sync_worker=nullcontext,
            hardness=QUICK,
        )
        self.services = Services(
            send_now=self._send_now,
            checking=checking,
            online_lookup=OnlineLookup(
                checking, looked_up_cards, self.query_card, found=_nobody_sends
            ),
            recording=recording,
            paper_entry=PaperEntry(
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
            rejections=RejectionHandling(
                self.inbox,
                voiding,
                correcting,
                self.clock,
                ids,
                self.journal,
                is_card=checking.knows,
                transaction=self.database.write,
                queued=_nobody_sends,
            ),
            enrolling=EnrolmentService(
                self.desk,
                NoSecrets(),
                self.clock,
                _no_register,
                alone=nullcontext,
                enrolled=_nobody_sends,
            ),
            offer_creation=OfferCreation(
                checking, self.offers, self.journal, ids, queued=_nobody_sends
            ),
            standing=StatusService(
                self.desk,
                self.register,
                self.journal,
                timekeeping,
                StoredSyncMetadata(self.database, self.clock),
                StoredMissingOperations(self.database),
                NoNeighbours(),
            ),
            reporting=reporting,
            statistics=StatisticsService(checking, StoredVisitTotals(self.database), self.offers),
            exporting=ExportService(reporting, FORMATS, write_atomically),
            transfer=transfer,
            register_transfer=register_transfer,
            lock=self.lock,
            offers=self.offers,
            journal=self.journal,
            visit_pages=StoredVisitPages(self.database),
            neighbours=NoNeighbours(),
        )

    def _send_now(self) -> None:
        self.sent_now += 1

    def close(self) -> None:
        self.database.close()

    def enrol(
        self,
        policy: Policy | None = None,
        venues: Sequence[Venue] = (),
        *,
        register_key: bytes = bytes(32),
        venue: Venue = VENUE,
    ) -> None:
        self.desk.enrol(
            DeskRecord(
                api_url="http://127.0.0.1:9",
                ca_file=None,
                desk_id=UUID(int=9),
                desk_name="Lippuluukku 1",
                venue=venue,
                register_key=register_key,
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

    def receive(self, *received: VenueVisit) -> None:
        """Take in visits of the venue's desks, as the register tells of them."""
        StoredActivity(self.database).apply(received, cursor="1", complete=True)

    def accept(self, operation_id: UUID) -> None:
        """Let the register have accepted one operation."""
        outbox = StoredOutbox(self.database, self.clock)
        taken = [each.id for each in outbox.claim(500)]
        assert operation_id in taken
        outbox.record_results([SendResult(operation_id, OperationState.ACCEPTED)])

    def refuse(self, operation_id: UUID, code: str = "card_unknown") -> None:
        """Let the register have refused one operation, and accepted the others."""
        outbox = StoredOutbox(self.database, self.clock)
        outbox.record_results(
            [
                SendResult(each.id, OperationState.REJECTED, code)
                if each.id == operation_id
                else SendResult(each.id, OperationState.ACCEPTED)
                for each in outbox.claim(500)
            ]
        )

    def visits(self) -> Sequence[JournalEntry]:
        return self.journal.latest(100)


def _no_register(*, api_url: str, code: str, desk_name: str, ca_file: str | None) -> Grant:
    raise AssertionError(api_url, len(code), desk_name, ca_file)


def _nobody_sends() -> None:
    """There is no sync worker behind this desk."""
