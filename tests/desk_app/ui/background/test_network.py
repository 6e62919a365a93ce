"""What has the sync worker go at once: the network that is back, and staff who ask for it."""

from datetime import timedelta

import pytest
from PySide6.QtNetwork import QNetworkInformation
from pytestqt.qtbot import QtBot

from desk_app.services.status import Connection, ConnectionState
from desk_app.store.register.sync_metadata import StoredSyncMetadata
from desk_app.ui.appearance.theme import TARGET, Space
from desk_app.ui.background.network_watcher import NetworkWatcher
from tests.desk_app.ui.conftest import ENTER, Person, PersonAt
from tests.desk_app.ui.measures import settle
from tests.helpers.desk_fixture import DeskFixture

R = QNetworkInformation.Reachability


@pytest.fixture
def watched(qtbot: QtBot) -> tuple[NetworkWatcher, list[None]]:
    assert qtbot is not None
    network, times = NetworkWatcher(), list[None]()
    network.on_reachability(R.Disconnected, in_portal=False)
    network.came_back.connect(lambda: times.append(None))
    return network, times


@pytest.mark.parametrize("way", [R.Online, R.Site, R.Local])
def test_a_network_that_comes_back_is_told_of(
    watched: tuple[NetworkWatcher, list[None]], way: QNetworkInformation.Reachability
) -> None:
    network, times = watched
    network.on_reachability(way, in_portal=False)
    assert len(times) == 1


def test_a_network_that_stays_is_told_of_once(watched: tuple[NetworkWatcher, list[None]]) -> None:
    network, times = watched
    for _ in range(3):
        network.on_reachability(R.Online, in_portal=False)
    assert len(times) == 1


def test_signing_in_at_a_portal_is_told_of(watched: tuple[NetworkWatcher, list[None]]) -> None:
    network, times = watched
    network.on_reachability(R.Online, in_portal=True)
    before = len(times)
    network.on_reachability(R.Online, in_portal=False)
    assert len(times) == before + 1


def test_a_network_that_reaches_farther_is_told_of(
    watched: tuple[NetworkWatcher, list[None]],
) -> None:
    network, times = watched
    network.on_reachability(R.Local, in_portal=False)
    network.on_reachability(R.Online, in_portal=False)
    assert len(times) == 2


@pytest.mark.parametrize("way", [R.Disconnected, R.Unknown])
def test_a_network_that_goes_is_not_told_of(
    watched: tuple[NetworkWatcher, list[None]], way: QNetworkInformation.Reachability
) -> None:
    network, times = watched
    network.on_reachability(way, in_portal=False)
    assert times == []


def test_staff_can_have_it_sent_at_once_while_something_waits(person: Person) -> None:
    assert not person.sees("Send now")
    person.check("KAIKU0002")
    person.press(ENTER)
    person.until(lambda: person.sees("Send now"))
    person.click("Send now")
    assert person.desk_fixture.sent_now == 1


@pytest.mark.parametrize("text", [1.0, 2.0])
def test_send_now_takes_its_room_from_nobody(
    ready_desk_fixture: DeskFixture, person_at: PersonAt, text: float
) -> None:
    assert ready_desk_fixture.desk.record() is not None
    person = person_at(text_scale=text)
    strip = person.window.strip
    before = strip.height()
    words = strip._connection.text.sizeHint().height()
    assert before <= max(words + 2 * Space.S, TARGET) + 2  # its words or the button, and the border
    person.check("KAIKU0002")
    person.press(ENTER)
    person.until(lambda: person.sees("Send now"))
    settle()
    assert strip._send_now.height() <= strip._connection.height()


def test_the_next_try_is_said_and_why_the_last_one_failed(person: Person) -> None:
    soon = person.desk_fixture.clock.at + timedelta(minutes=1)
    failed = Connection(ConnectionState.OFFLINE, fault="unreachable", next_try_at=soon)
    person.bridge.report_connection(failed)
    person.until(lambda: person.sees("The next attempt is at 18:01."))


def test_data_that_is_used_twice_is_said_in_the_strip(person: Person) -> None:
    metadata = StoredSyncMetadata(person.desk_fixture.database, person.desk_fixture.clock)
    metadata.save_answer("nonce", forked_at=person.desk_fixture.clock.at)
    person.bridge.report_data_change()
    person.until(lambda: person.sees("Data in use twice, or an old copy restored"))
