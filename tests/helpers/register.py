"""The real reference register over real HTTP, on a loopback port inside the test process."""

import shutil
import socket
import threading
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep
from typing import TYPE_CHECKING, Self
from uuid import UUID

from sync.rules.cards import Card
from sync.rules.offers import Offer
from sync.rules.policy import Policy
from sync.rules.venues import Venue
from sync.server.api.app import make_app
from sync.server.api.metrics import Metrics
from sync.server.api.request_bodies import BODY_SECONDS
from sync.server.api.serving import (
    TIMEOUTS,
    ClientTimeouts,
    Network,
    address,
    bind,
    make_server,
)
from sync.server.services.central_register import CentralRegister
from sync.server.store import offers as stored_offers
from sync.server.store.database import RegisterDatabase
from sync.server.store.operations import RecordedVisit
from tests.helpers.ports import keep_port

if TYPE_CHECKING:
    import uvicorn

    from desk_app.bootstrap.application import App

LONGEST_WAIT = 60.0
"""Seconds for a server to come up or go down; it takes a fraction of one."""


@cache
def _model() -> TemporaryDirectory[str]:
    """Holds what every new register is a copy of: its schema is made once in a process."""
    folder = TemporaryDirectory(prefix="register-model-")
    RegisterDatabase.open(f"sqlite:///{folder.name}/register.db").close()
    return folder


class LiveRegister:
    """A register in ``folder`` with its HTTP server: ``with LiveRegister(tmp_path) as register:``.

    ``stop`` pulls the plug and ``start`` puts it back, on the same port and the same database.
    A ``database_url`` in the place of the folder puts the register into any database.
    """

    def __init__(
        self,
        folder: Path | None = None,
        *,
        database_url: str | None = None,
        policy: Policy | None = None,
        patience: ClientTimeouts = TIMEOUTS,
        body_seconds: float = BODY_SECONDS,
        proxies: Sequence[Network] = (),
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        if (folder is None) == (database_url is None):
            raise ValueError("a register lies in a folder or in a database")
        if folder is not None and not (folder / "register.db").exists():
            shutil.copy2(Path(_model().name) / "register.db", folder / "register.db")
        self.database_url = database_url or f"sqlite:///{folder}/register.db"
        self.central = CentralRegister.open(
            self.database_url, policy=policy or Policy(), clock=clock
        )
        self._app = make_app(self.central, body_seconds=body_seconds)
        self._patience = patience
        self._proxies = proxies
        self._port = 0
        self._kept: socket.socket | None = None
        self._url = ""
        self._server: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None

    @property
    def url(self) -> str:
        """The server's root, such as ``http://127.0.0.1:40123``."""
        return self._url

    @property
    def metrics(self) -> Metrics:
        """The server's figures."""
        metrics: Metrics = self._app.state.metrics
        return metrics

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        self.central.close()
        if self._kept is not None:
            self._kept.close()

    def start(self) -> None:
        """Listen, on the port of the first start."""
        if self._thread is not None:
            return
        self._keep_the_port()
        listener = bind("127.0.0.1", self._port)
        self._url = address(listener)
        self._port = listener.getsockname()[1]
        self._server = make_server(self._app, self._patience, self._proxies)
        self._thread = threading.Thread(
            target=self._server.run, kwargs={"sockets": [listener]}, name="register"
        )
        self._thread.start()
        until = monotonic() + LONGEST_WAIT
        while not self._server.started:
            if monotonic() > until or not self._thread.is_alive():
                raise RuntimeError("the register's server did not come up")
            sleep(0.005)

    def _keep_the_port(self) -> None:
        """Pick one that nobody else can have while this register is stopped."""
        if self._kept is None and (kept := keep_port()) is not None:
            self._kept, self._port = kept, kept.getsockname()[1]

    def stop(self) -> None:
        """Stop listening and cut every connection; the database stays."""
        if self._thread is None or self._server is None:
            return
        self._server.should_exit = True
        self._thread.join(LONGEST_WAIT)
        if self._thread.is_alive():
            raise RuntimeError("the register's server did not end")
        self._thread = None
        self._server = None

    def wait_until_alone(self) -> None:
        """Wait until no client is connected any more."""
        assert self._server is not None
        until = monotonic() + LONGEST_WAIT
        while self._server.server_state.connections:
            if monotonic() > until:
                raise RuntimeError("a client is still connected")
            sleep(0.005)

    def import_venues(self, venues: Iterable[Venue]) -> None:
        """Add or change venues."""
        self.central.put_venues(venues)

    def import_cards(self, cards: Iterable[Card]) -> None:
        """Add or change cards; each change is a revision."""
        self.central.change_cards(cards)

    def drop_cards(self, numbers: Iterable[str]) -> None:
        """Take cards out of the register; each is a revision."""
        self.central.change_cards(numbers)

    def import_offers(self, venue_id: str, offers: Iterable[Offer]) -> None:
        """Add or change offers of a venue."""
        self.central.put_offers(venue_id, offers)

    def fill(self, venue: Venue, cards: Iterable[Card], offers: Iterable[Offer]) -> None:
        """Add one venue with its offers, and some cards."""
        self.import_venues([venue])
        self.import_cards(cards)
        self.import_offers(venue.id, offers)

    def enrol(self, app: "App", venue_id: str, name: str = "Lippuluukku 1") -> None:
        """Enrol an open desk at a venue."""
        app.services.enrolling.enrol(
            api_url=self.url, code=self.activation(venue_id), desk_name=name, ca_file=None
        )

    def drop_offers(self, venue_id: str, ids: Iterable[UUID]) -> None:
        """Take offers off the venue's list."""
        with self.central.database.writing() as connection:
            stored_offers.drop(connection, venue_id, ids)

    def activation(self, *venue_ids: str) -> str:
        """A fresh activation code; of several venues for a ticket agent's desk."""
        return self.central.make_activation(*venue_ids)

    def visits(self) -> Sequence[RecordedVisit]:
        """Every visit that the register has, voided ones included."""
        return list(self.central.visits())

    def revoke(self, desk_id: UUID) -> None:
        """Turn a desk away from now on."""
        self.central.revoke(desk_id)
