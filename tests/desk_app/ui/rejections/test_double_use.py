"""A card that was used at two desks that could not reach each other, as a person sees it."""

from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from desk_app.services.recording import VisitRequest
from desk_app.store.neighbours.news import StoredNews
from desk_app.ui.rejections.page import RejectionsPage
from sync.lan.news import News, NewsOperation
from sync.rules.visits import Visit
from tests.desk_app.ui.conftest import ENTER, Person
from tests.helpers.desk_fixture import FAMILY, POOL, DeskFixture

NOTICES = {
    "fi": "1 käynnin korttia käytettiin myös toisella luukulla",
    "sv": "Kortet för 1 besök användes också vid en annan lucka",
    "en": "1 visit with a card that another desk used too",
}


def used_at_two_desks(desk_fixture: DeskFixture) -> Visit:
    """Record here, and hear of the other desk's visit afterwards."""
    asked = VisitRequest(number=FAMILY.number, offer_id=POOL.id)
    ours = desk_fixture.services.recording.record(asked).visit
    news = StoredNews(desk_fixture.database, desk_fixture.clock)
    news.begin()
    theirs = replace(ours, id=UUID(int=77))
    entry = NewsOperation(desk_name="Luukku 2", operation=theirs, unaware=[ours.id])
    news.merge(News(cursor="1", operations=[entry]))
    return ours


@pytest.mark.parametrize("language", NOTICES)
def test_it_is_said_at_once_and_stands_in_the_inbox(person: Person, language: str) -> None:
    person.speak(language)
    used_at_two_desks(person.desk_fixture)
    person.bridge.report_data_change()

    person.until(lambda: person.sees(NOTICES[language]))
    assert person.window.page() is person.page
    assert not person.sees(FAMILY.number)

    person.press(Qt.Key.Key_3, ctrl=True)
    person.until(lambda: person.sees("Luukku 2"))
    assert person.sees("…0001")
    assert not person.sees(FAMILY.number)


def test_what_is_marked_as_seen_is_gone(person: Person) -> None:
    ours = used_at_two_desks(person.desk_fixture)
    page = person.open(RejectionsPage)
    person.until(lambda: list(page.rows.places()) == [ours.id])
    assert person.sees("Mark as seen")

    person.press(Qt.Key.Key_F5)

    person.until(lambda: not page.controller.items)
    assert person.desk_fixture.services.rejections.items() == []


def test_enter_does_what_is_recommended(person: Person) -> None:
    used_at_two_desks(person.desk_fixture)
    page = person.open(RejectionsPage)
    person.until(lambda: bool(page.controller.items))
    page.set_default_focus()

    person.press(ENTER)

    person.until(lambda: not page.controller.items)
