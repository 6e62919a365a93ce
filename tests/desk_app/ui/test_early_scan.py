"""A queue does not wait until the window has read everything."""

from pytestqt.qtbot import QtBot

from desk_app.settings import Settings
from desk_app.ui.bridge import Bridge
from desk_app.ui.models.sale import Stage
from desk_app.ui.preferences import Preferences
from desk_app.ui.surroundings import Surroundings
from desk_app.ui.tasks import Tasks
from desk_app.ui.ticket_deeds import TicketDeeds
from sync.rules.card_numbers import normalise
from sync.rules.payloads import CardRead
from sync.rules.visits import Entry
from tests.desk_app.ui.conftest import LONGEST_MS
from tests.helpers.booth import NOW, TONIGHT, Booth


def test_a_card_scanned_before_the_offers_are_read_is_checked_once_they_are(
    qtbot: QtBot, ready_booth: Booth
) -> None:
    tasks = Tasks()
    preferences = Preferences(Settings(offer_id=TONIGHT.id), lambda _: None, tasks)
    surroundings = Surroundings(ready_booth.counter, tasks, Bridge(), lambda: NOW)
    deeds = TicketDeeds(ready_booth.counter, tasks, surroundings, preferences, lambda: 0.0)
    assert deeds.scan(CardRead(normalise("KAIKU0002")), Entry.SCANNER)
    deeds.check()
    assert deeds.sale.stage is Stage.IDLE
    surroundings.refresh()
    qtbot.waitUntil(lambda: deeds.sale.stage is Stage.VERDICT, timeout=LONGEST_MS)
    tasks.close()
    surroundings.stop()
