"""The desk's sync worker in its own thread: what wakes it, and what it does then by itself."""

from collections.abc import Iterator
from pathlib import Path
from queue import Empty, SimpleQueue

import pytest

from desk_app.bootstrap.application import App
from desk_app.config.paths import Home
from desk_app.messages import Messages
from desk_app.messages.catalogue import catalogue
from desk_app.services.recording import VisitRequest
from sync.worker import SyncState, SyncStatus
from tests.helpers.register import LiveRegister
from tests.helpers.samples import VENUE, a_card, an_offer

OFFER = an_offer()


class Running:
    """A desk with its sync worker running, and what that has said so far."""

    def __init__(self, app: App, register: LiveRegister) -> None:
        self.app = app
        self.register = register
        self._statuses = SimpleQueue[SyncStatus]()
        app.start_sync_worker(self._statuses.put)

    def wait_for(self, state: SyncState) -> SyncStatus:
        """Wait until it says that."""
        try:
            while (status := self._statuses.get(timeout=60)).state is not state:
                pass
        except Empty:
            pytest.fail(f"the sync worker never said that it is {state}")
        return status

    def enrol(self) -> None:
        self.register.enrol(self.app, VENUE.id)


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    with LiveRegister(tmp_path) as register:
        register.import_venues([VENUE])
        register.import_cards([a_card()])
        register.import_offers(VENUE.id, [OFFER])
        secrets = f"file:{tmp_path / 'secrets.json'}"
        messages = Messages(catalogue("en"), "en")
        with App.open(Home(tmp_path / "home"), secrets, messages) as app:
            yield Running(app, register)


def test_a_desk_that_is_enrolled_fetches_the_register_at_once(running: Running) -> None:
    running.wait_for(SyncState.NOT_ENROLLED)
    running.enrol()
    running.wait_for(SyncState.IDLE)
    assert running.app.register.find("AB12345") == a_card()


def test_work_of_a_revoked_desk_goes_out_as_soon_as_it_is_enrolled_again(running: Running) -> None:
    running.wait_for(SyncState.NOT_ENROLLED)
    running.enrol()
    running.wait_for(SyncState.IDLE)
    record = running.app.desk.record()
    assert record is not None
    running.register.revoke(record.desk_id)
    asked = VisitRequest(number="AB12345", offer_id=OFFER.id)
    visit = running.app.services.recording.record(asked).visit
    running.wait_for(SyncState.REFUSED)
    assert running.app.register.status() is None
    assert running.app.services.journal.count().pending == 1

    running.enrol()
    running.wait_for(SyncState.IDLE)

    assert [held.id for held in running.register.visits()] == [visit.id]
    assert running.app.register.find("AB12345") == a_card()
