"""Express: a scan is all it takes where nothing needs a person."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk_app.services.errors import StoreFullError
from desk_app.services.scans import PartRead
from desk_app.ui.ticket.stages import Stage
from sync.rules.payloads import parse_payload
from sync.rules.visits import EntryMethod, Tickets
from tests.desk_app.ui.conftest import ENTER, Person, PersonAt
from tests.helpers.desk_fixture import CARDS, FAMILY, NOW, TONIGHT, DeskFixture


@pytest.fixture
def express(ready_desk_fixture: DeskFixture, person_at: PersonAt) -> Person:
    assert ready_desk_fixture.desk.record() is not None
    return person_at(express=True)


def test_a_scan_records_the_holders_ticket_and_says_so(express: Person) -> None:
    express.scan("KAIKU0002", ENTER)
    express.until(lambda: express.headline() == "Recorded")
    (entry,) = express.desk_fixture.visits()
    assert (entry.visit.tickets, entry.visit.entry) == (Tickets(holder=1), EntryMethod.SCANNER)
    assert express.sees("The ticket was recorded when you scanned the card. Ctrl+Z undoes it")
    assert express.sees("Recorded 18:00")


def test_a_card_with_children_waits_for_their_number(express: Person) -> None:
    express.scan("KAIKU0001", ENTER)
    express.until(lambda: express.headline() == "Holder and up to 2 children under 18")
    assert express.desk_fixture.visits() == []
    express.type("+1")
    express.press(ENTER)
    express.until(lambda: express.headline() == "Recorded")
    (entry,) = express.desk_fixture.visits()
    assert entry.visit.tickets == Tickets(holder=1, children=1)


def test_a_card_with_children_is_recorded_at_the_scan_where_none_may_come(
    ready_desk_fixture: DeskFixture, person_at: PersonAt
) -> None:
    ready_desk_fixture.load_offers([replace(TONIGHT, minors_allowed=False)])
    person = person_at(express=True)
    person.scan("KAIKU0001", ENTER)
    person.until(lambda: person.headline() == "Recorded")
    (entry,) = ready_desk_fixture.visits()
    assert entry.visit.tickets == Tickets(holder=1)


def test_a_scan_without_an_end_is_recorded_when_nothing_more_came(express: Person) -> None:
    express.scan("KAIKU0002")
    express.until(lambda: express.headline() == "Recorded")
    (entry,) = express.desk_fixture.visits()
    assert entry.visit.card_number == "KAIKU0002"


@pytest.mark.parametrize("endings", [(), (ENTER,)])
def test_the_first_part_of_a_torn_scan_is_not_recorded(
    express: Person, endings: tuple[Qt.Key, ...]
) -> None:
    express.scan("KAIKU0001")
    in_a_burst(express, "23", *endings)
    express.until(lambda: express.headline() == "Scan the card again")
    express.scan("KAIKU0002", ENTER)
    express.until(lambda: express.headline() == "Recorded")
    assert [each.visit.card_number for each in express.desk_fixture.visits()] == ["KAIKU0002"]


def test_nothing_is_recorded_while_more_of_a_scan_may_come(express: Person) -> None:
    controller = express.page._controller
    assert controller.scan(parse_payload("KAIKU0002"), EntryMethod.SCANNER, in_doubt=True)
    express.page.check()
    express.until(lambda: controller.session.stage is Stage.VERDICT)
    assert express.desk_fixture.visits() == []
    express.page.scan_was_whole()
    express.until(lambda: express.headline() == "Recorded")
    assert len(express.desk_fixture.visits()) == 1


def test_tickets_that_were_changed_meanwhile_wait_for_enter(express: Person) -> None:
    controller = express.page._controller
    assert controller.scan(parse_payload("KAIKU0002"), EntryMethod.SCANNER, in_doubt=True)
    express.page.check()
    express.until(lambda: controller.session.stage is Stage.VERDICT)
    controller.step(controller.session.rows[-1], 1)
    express.page.scan_was_whole()
    assert controller.session.stage is Stage.VERDICT
    assert express.desk_fixture.visits() == []


def test_a_part_that_waits_for_a_record_is_let_go_with_the_rest_of_it(express: Person) -> None:
    controller = express.page._controller
    express.scan("KAIKU0002", ENTER)
    express.until(lambda: controller.session.stage is Stage.DONE)
    controller.session.stage = Stage.RECORDING
    assert not controller.scan(parse_payload("KAIKU0001"), EntryMethod.SCANNER, in_doubt=True)
    controller.scan(PartRead(), EntryMethod.SCANNER)
    assert controller.session.next is None


def in_a_burst(person: Person, text: str, *endings: Qt.Key) -> None:
    """Some milliseconds after the scan before it."""
    for character in text:
        person._ms += 8
        QTest.keyClicks(person._with_keyboard(), character)
    for ending in endings:
        person._ms += 8
        QTest.keyClick(person._with_keyboard(), ending)
    person.pause()


def test_a_card_taken_back_waits_for_enter_when_it_is_scanned_again(express: Person) -> None:
    express.scan("KAIKU0002", ENTER)
    express.until(lambda: express.headline() == "Recorded")
    express.press(Qt.Key.Key_Z, ctrl=True)
    express.until(lambda: express.sees("Undone 18:00"))
    express.scan("KAIKU0002", ENTER)
    express.until(lambda: express.headline() == "Holder")
    assert [entry.voided for entry in express.desk_fixture.visits()] == [True]


def test_a_number_that_was_typed_waits_for_enter(express: Person) -> None:
    assert express.check("KAIKU0002") == "Holder"
    assert express.desk_fixture.visits() == []


def test_a_number_read_with_a_check_character_waits_for_a_person(express: Person) -> None:
    express.scan("KAIKU0002E", ENTER)
    express.until(lambda: express.headline() == "Holder")
    assert express.sees("The register has this card without the last character")
    assert express.desk_fixture.visits() == []


def test_a_community_card_waits_for_a_person(express: Person) -> None:
    express.scan("KAIKU0004", ENTER)
    express.until(lambda: express.sees("Worker"))
    assert express.desk_fixture.visits() == []


def test_a_card_used_today_waits_for_a_person(express: Person) -> None:
    express.check("KAIKU0002")
    express.press(ENTER)
    express.until(lambda: express.headline() == "Recorded")
    express.check("KAIKU0001")
    express.press(ENTER)
    express.until(lambda: len(express.desk_fixture.visits()) == 2)
    express.scan("KAIKU0002", ENTER)
    express.until(lambda: express.headline() == "Holder")
    assert len(express.desk_fixture.visits()) == 2


def test_an_unknown_card_waits_for_a_person(express: Person) -> None:
    express.scan("KAIKU9999", ENTER)
    express.until(lambda: express.headline() == "Not in the register")
    assert express.desk_fixture.visits() == []


def test_a_card_by_an_old_register_waits_for_a_person(
    desk_fixture: DeskFixture, person_at: PersonAt
) -> None:
    desk_fixture.enrol()
    desk_fixture.load_register(verified_at=NOW - timedelta(days=10))
    desk_fixture.load_offers()
    person = person_at(express=True)
    person.scan("KAIKU0002", ENTER)
    person.until(lambda: person.headline() == "Holder")
    assert desk_fixture.visits() == []


def test_a_full_disk_records_nothing_and_enter_tries_again(express: Person) -> None:
    express.desk_fixture.journal.fault = StoreFullError(path="desk.db")
    express.scan("KAIKU0002", ENTER)
    express.until(lambda: express.headline() == "The disk is full")
    express.desk_fixture.journal.fault = None
    express.press(ENTER)
    express.until(lambda: express.headline() == "Recorded")
    assert not express.sees("The ticket was recorded when you scanned the card")


def test_another_offer_records_nothing_by_itself(
    ready_desk_fixture: DeskFixture, person_at: PersonAt
) -> None:
    assert ready_desk_fixture.desk.record() is not None
    person = person_at(express=True, offer_id=None)
    person.scan("KAIKU0002", ENTER)
    person.until(lambda: person.sees("What are the tickets for?"))
    person.page._controller.choose_offer(TONIGHT.id)
    person.page.close_offers()
    person.press(ENTER)
    person.until(lambda: person.headline() == "Holder")
    assert ready_desk_fixture.visits() == []


def test_express_is_switched_by_a_key_and_kept(person: Person) -> None:
    person.press(Qt.Key.Key_F7)
    person.until(lambda: bool(person.saved))
    assert person.saved[-1].express
    assert person.sees("Scanning a card records the holder's ticket at once")


def test_cards_recorded_at_the_scan_one_after_the_other_are_told_apart(
    ready_desk_fixture: DeskFixture, person_at: PersonAt
) -> None:
    others = [replace(FAMILY, number=number, minors=0) for number in ("KOPIO0002", "KAIKU0012")]
    ready_desk_fixture.load_register([*CARDS, *others])
    person, spoken = person_at(express=True), list[str]()
    # What is told before, while a record takes its time, is another matter.
    person.page.panel.announced.connect(
        lambda text: spoken.append(text) if text.startswith("Recorded") else None
    )
    cards = (("KAIKU0002", "…02"), ("KOPIO0002", "…02"), ("KAIKU0012", "…12"))
    for count, (number, shown) in enumerate(cards, start=1):
        person.scan(number, ENTER)
        person.until(partial(_are_recorded, spoken, count))
        assert person.page.panel.head.kinds.text() == f"Holder · {shown}"


def _are_recorded(spoken: list[str], count: int) -> bool:
    """Whether so many are said to be recorded; a slow machine may say first whose card it is."""
    return sum(text.startswith("Recorded") for text in spoken) == count
