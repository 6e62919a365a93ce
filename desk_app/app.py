"""The one place where the parts are built and joined."""

import base64
import logging
from importlib.metadata import version
from types import TracebackType
from typing import Self

from sync.client import HttpCentral, request_enrolment
from sync.engine import CycleReport, Engine

from desk_app.devices.clock import SystemClock, TimeOrderedIds
from desk_app.devices.secrets import secrets_from
from desk_app.paths import Home
from desk_app.services.checking import Checking
from desk_app.services.correcting import Correcting
from desk_app.services.counter import Counter
from desk_app.services.enrolling import Enrolling, Grant, token_name
from desk_app.services.errors import DeskRevokedError, NotEnrolledError
from desk_app.services.ports import DeskRecord, Secrets
from desk_app.services.recording import Recording
from desk_app.services.standing import StandingService
from desk_app.services.timekeeping import Timekeeping
from desk_app.services.voiding import Voiding
from desk_app.store.activity import StoredActivity
from desk_app.store.database import Database
from desk_app.store.desk import StoredDesk
from desk_app.store.journal import StoredJournal
from desk_app.store.keys import database_key
from desk_app.store.offers import StoredOffers
from desk_app.store.outbox import StoredOutbox
from desk_app.store.register import StoredRegister
from desk_app.wording import Wording
from sync.protocol import EnrolmentRequest

_log = logging.getLogger(__name__)


class App:
    """A desk, opened: its cupboard, its deeds, its messenger. Close it when done."""

    def __init__(self, database: Database, secrets: Secrets, wording: Wording) -> None:
        self.clock = SystemClock()
        self.wording = wording
        self._database = database
        self._secrets = secrets
        self.desk = StoredDesk(database)
        self.register = StoredRegister(database)
        self._offers = StoredOffers(database)
        self._activity = StoredActivity(database)
        self._outbox = StoredOutbox(database, self.clock)
        journal = StoredJournal(database)
        ids = TimeOrderedIds()
        checking = Checking(
            self.desk, self.register, self._offers, journal, Timekeeping(self.clock)
        )
        recording = Recording(checking, journal, ids, database.write)
        voiding = Voiding(checking, journal, ids)
        self.counter = Counter(
            checking=checking,
            recording=recording,
            voiding=voiding,
            correcting=Correcting(recording, voiding, journal, database.write),
            enrolling=Enrolling(self.desk, secrets, self.clock, ask_register),
            standing=StandingService(self.desk, self.register, journal, self.clock),
            offers=self._offers,
            journal=journal,
        )

    @classmethod
    def open(cls, home: Home, secrets_choice: str, wording: Wording) -> Self:
        """Open the desk in ``home``; a new one is made where there is none.

        Raises ``SecretsUnavailableError`` or a ``StoreError``; then nothing was changed.
        """
        secrets = secrets_from(secrets_choice, home.folder)
        key = database_key(secrets, home.database)
        return cls(Database.open(home.database, key), secrets, wording)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the files."""
        self._database.close()

    def engine(self, *, timeout: float | None = None) -> Engine:
        """One road to the register, for the enrolment in force.

        Raises ``NotEnrolledError``, ``DeskRevokedError`` or ``SecretsUnavailableError``.
        """
        record = self.desk.record()
        if record is None:
            raise NotEnrolledError
        if record.refused is not None:
            raise DeskRevokedError(reason=record.refused)
        return Engine(
            api=self._central(record, timeout),
            outbox=self._outbox,
            register=self.register,
            offers=self._offers,
            activity=self._activity,
            desk=self.desk,
            now=self.clock.now,
            register_key=record.register_key,
        )

    def sync_once(self, *, timeout: float | None = None) -> CycleReport:
        """One whole cycle in the foreground."""
        return self.engine(timeout=timeout).cycle()

    def _central(self, record: DeskRecord, timeout: float | None) -> HttpCentral:
        token = self._secrets.get(token_name(record.desk_id))
        if token is None:
            raise NotEnrolledError
        return HttpCentral(record.api_url, token, ca_file=record.ca_file, timeout=timeout)


def ask_register(*, api_url: str, code: str, desk_name: str, ca_file: str | None) -> Grant:
    """Trade an activation code for a grant, over the wire."""
    request = EnrolmentRequest(
        activation_code=code, desk_name=desk_name, app_version=version("kaikuluukku")
    )
    answer = request_enrolment(api_url, request, ca_file=ca_file)
    return Grant(
        desk_id=answer.desk_id,
        token=answer.token,
        venue=answer.venue,
        register_key=base64.b64decode(answer.register_key),
        policy=answer.policy,
    )
