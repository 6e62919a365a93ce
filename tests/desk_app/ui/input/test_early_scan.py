"""A queue does not wait until the window has read everything."""

from pytestqt.qtbot import QtBot

from desk_app.config.settings import Settings
from desk_app.ui.background.bridge import Bridge
from desk_app.ui.background.preferences import Preferences
from desk_app.ui.background.tasks import Tasks
from desk_app.ui.context.app_status import AppStatus
from desk_app.ui.ticket.controller import TicketController
from desk_app.ui.ticket.stages import Stage
from sync.rules.card_numbers import normalise
from sync.rules.payloads import CardRead
from sync.rules.visits import EntryMethod
from tests.desk_app.ui.conftest import LONGEST_MS
from tests.helpers.desk_fixture import NOW, TONIGHT, DeskFixture


def test_a_card_scanned_before_the_offers_are_read_is_checked_once_they_are(
    qtbot: QtBot, ready_desk_fixture: DeskFixture
) -> None:
    tasks = Tasks()
    preferences = Preferences(Settings(offer_id=TONIGHT.id), lambda _: None, tasks)
    app_status = AppStatus(ready_desk_fixture.services, tasks, Bridge(), lambda: NOW)
    controller = TicketController(
        ready_desk_fixture.services, tasks, app_status, preferences, lambda: 0.0
    )
    assert controller.scan(CardRead(normalise("KAIKU0002")), EntryMethod.SCANNER)
    controller.check()
    assert controller.session.stage is Stage.IDLE
    app_status.refresh()
    qtbot.waitUntil(lambda: controller.session.stage is Stage.VERDICT, timeout=LONGEST_MS)
    tasks.close()
    app_status.stop()
