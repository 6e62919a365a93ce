"""A desk with its real store and the real wire, in a test's hands."""

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

import sqlalchemy as sa

from desk_app.devices.clock import SystemClock
from desk_app.services.ports import DeskRecord
from desk_app.store.connection.database import Database
from desk_app.store.neighbours.news import StoredNews
from desk_app.store.register.desk import StoredDesk
from desk_app.store.register.offers import StoredOffers
from desk_app.store.register.register import StoredRegister
from desk_app.store.register.sync_metadata import StoredSyncMetadata
from desk_app.store.schema.tables import activity
from desk_app.store.visits.activity import StoredActivity
from desk_app.store.visits.journal import StoredJournal
from desk_app.store.visits.outbox import StoredOutbox
from desk_app.store.visits.rejections import StoredInbox
from sync.client import HttpCentral, request_enrolment
from sync.cycle_report import CycleReport
from sync.engine import Engine
from sync.lan.news import News
from sync.messages import (
    MOST_CARDS_A_PAGE,
    CardsPage,
    ChangesPage,
    EnrolmentRequest,
    OperationResult,
    StandingReport,
)
from sync.rules.offers import Offer
from sync.rules.visits import Operation, VenueVisit, Visit
from sync.signatures import parse_register_key
from tests.helpers.register import LiveRegister
from tests.helpers.samples import VENUE, a_visit, an_offer

OFFER = an_offer()
KEY = "11" * 32
PATIENCE = 60.0
HASTE = 2.0
"""Seconds that a desk waits for an answer: usually, and where none will come."""


class HastyCentral(HttpCentral):
    """The register over HTTP, waited for only briefly at one step, where nothing will come.

    Everywhere else it has all the time that a busy machine may need.
    """

    def __init__(self, url: str, token: str, step: str) -> None:
        super().__init__(url, token, timeout=PATIENCE)
        self._hasty = HttpCentral(url, token, timeout=HASTE)
        self._step = step

    def close(self) -> None:
        self._hasty.close()
        super().close()

    def submit(self, operations: list[Operation]) -> list[OperationResult]:
        if self._step == "push":
            return self._hasty.submit(operations)
        return super().submit(operations)

    def cards(self, after: str | None, limit: int = MOST_CARDS_A_PAGE) -> CardsPage:
        if self._step == "register":
            return self._hasty.cards(after, limit)
        return super().cards(after, limit)

    def changes(self, after: int, limit: int = MOST_CARDS_A_PAGE) -> ChangesPage:
        if self._step == "register":
            return self._hasty.changes(after, limit)
        return super().changes(after, limit)


@cache
def _model() -> TemporaryDirectory[str]:
    """Holds what every new desk's database is a copy of: it is made once in a process."""
    folder = TemporaryDirectory(prefix="desk-model-")
    Database.open(Path(folder.name) / "desk.db", KEY).close()
    return folder


class SyncDesk:
    """A desk with its store in ``folder``, and its sync worker."""

    def __init__(self, folder: Path) -> None:
        if not (folder / "desk.db").exists():
            shutil.copy2(Path(_model().name) / "desk.db", folder / "desk.db")
        self._database = Database.open(folder / "desk.db", KEY)
        self._book = StoredDesk(self._database)
        self._token = ""
        self._url = ""
        self.register = StoredRegister(self._database)
        self.offers = StoredOffers(self._database)
        self.journal = StoredJournal(self._database)
        self.inbox = StoredInbox(self._database)

    def close(self) -> None:
        self._database.close()

    def enrol(self, register: LiveRegister, url: str) -> None:
        asked = EnrolmentRequest(
            activation_code=register.activation(VENUE.id),
            desk_name="Lippuluukku 1",
            app_version="1.0.0",
        )
        granted = request_enrolment(url, asked)
        self._token, self._url = granted.token, url
        self._book.enrol(
            DeskRecord(
                api_url=url,
                ca_file=None,
                desk_id=granted.desk_id,
                desk_name=asked.desk_name,
                venue=granted.venue,
                register_key=parse_register_key(granted.register_key),
                policy=granted.policy,
                enrolled_at=datetime.now(UTC),
            )
        )

    def _save_token(self, token: str) -> None:
        self._token = token

    def received(self) -> set[UUID]:
        """The venue's visits of which the register has told."""
        with self._database.read() as connection:
            return set(connection.scalars(sa.select(activity.c.id)))

    def read_visits_from_the_start(self) -> None:
        """Have the next cycle hear of all the venue's visits once more."""
        StoredActivity(self._database).begin_anew()

    def merge_news(self, visit: VenueVisit) -> None:
        """Merge a neighbour's word of a visit of which the register told it."""
        StoredNews(self._database, SystemClock()).merge(News(cursor="1", visits=[visit]))

    @property
    def record(self) -> DeskRecord:
        record = self._book.record()
        assert record is not None
        return record

    def cycle(
        self,
        stopping: Callable[[], bool] = lambda: False,
        *,
        url: str | None = None,
        patient: bool = True,
        hasty_at: str = "",
    ) -> CycleReport:
        clock = SystemClock()
        with HastyCentral(url or self._url, self._token, hasty_at) as api:
            return Engine(
                api=api,
                outbox=StoredOutbox(self._database, clock),
                register=self.register,
                offers=self.offers,
                activity=StoredActivity(self._database),
                desk=self._book,
                sync_metadata=StoredSyncMetadata(self._database, clock),
                make_report=lambda: StandingReport(
                    app_version="1.1.0", pending=0, attention=0, register_revision=0
                ),
                save_token=self._save_token,
                patient=patient,
                now=clock.now,
                register_key=self.record.signed_by,
                stopping=stopping,
            ).cycle()

    def hands_out(self, offer: Offer = OFFER, number: str = "AB12345") -> Visit:
        visit = a_visit(offer.id, number=number, at=datetime.now(UTC).replace(microsecond=0))
        self.journal.record(visit)
        return visit
