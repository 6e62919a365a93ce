"""What holds for every page of the registry, the ones to come too, however one looks at it."""

from itertools import combinations, product

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from desk_app.ui.widgets.button import Button
from tests.desk_app.ui.conftest import Person, PersonAt
from tests.desk_app.ui.looks import TEXTS, THEMES, Look, Walk, every_look, few
from tests.desk_app.ui.measures import settle, turned_to
from tests.helpers.desk_fixture import DeskFixture
from tests.helpers.stretching import stretched


@pytest.mark.parametrize(("text", "theme"), list(product(TEXTS, THEMES)))
def test_whatever_is_in_sight_can_be_read_reached_and_pressed(
    ready_desk_fixture: DeskFixture, person_at: PersonAt, text: float, theme: str
) -> None:
    """In few looks; ``python -m tests.states.looks`` has all of them."""
    assert ready_desk_fixture.desk.record()
    walk = Walk(person_at(text_scale=text, theme=theme))
    looks = few(every_look(walk.views))
    assert walk.amiss(each for each in looks if (each.text, each.theme) == (text, theme)) == {}


def pairs(looks: list[Look]) -> set[tuple[object, ...]]:
    places = combinations(range(len(Look._fields)), 2)
    return {(*two, *(look[place] for place in two)) for two in places for look in looks}


def test_every_two_choices_occur_together_in_few_looks() -> None:
    looks = every_look([*"abcdefghij"])
    chosen = few(looks)
    assert pairs(chosen) == pairs(looks)
    assert len(chosen) < len(looks) / 10


def plant(page: QWidget) -> None:
    """Something that is amiss for each measure."""
    cut = QLabel("much more than there is room for", page)
    cut.setFixedWidth(40)
    faint = QLabel("faint", page)
    faint.setStyleSheet("color: #f0f0f0; background: #ffffff;")
    faint.move(0, 60)
    button = Button("primary", parent=page)
    button.set_texts("x")
    button.setStyleSheet("min-width: 0; min-height: 0;")
    button.setFixedSize(20, 20)
    button.move(page.width() - 10, 0)
    unreached = QLineEdit(page)
    unreached.setFocusPolicy(unreached.focusPolicy().ClickFocus)
    for each in (cut, faint, button, unreached):
        each.show()


def test_what_is_amiss_is_found(person: Person) -> None:
    walk = Walk(person)
    look = Look("visits", (1366, 728), "en", 1.0, "light")
    walk.show(look)
    assert {what for what, found in walk.measured(look).items() if found} == set()
    page = person.window.page()
    assert page is not None
    plant(page)
    settle()
    assert {what for what, found in walk.measured(look).items() if found} == {
        "cut off",
        "without a name",
        "out of the keyboard's reach",
        "too small",
        "faint",
        "main button out of sight",
    }


def words(page: QWidget) -> list[str]:
    """All that a page says, to eyes and to a screen reader, in the order in which it was built."""
    return [
        text
        for each in page.findChildren(QWidget)
        if each.isVisibleTo(page)
        for text in (
            each.text() if isinstance(each, QLabel | QAbstractButton) else "",
            each.placeholderText() if isinstance(each, QLineEdit) else "",
            each.accessibleName(),
            each.accessibleDescription(),
            each.toolTip(),
        )
    ]


def test_nothing_of_an_earlier_language_stays_on_a_page(
    ready_desk_fixture: DeskFixture, person_at: PersonAt
) -> None:
    assert ready_desk_fixture.desk.record()
    person = person_at()
    person.until(
        lambda: person.page.side._reader.todays_tickets is not None
    )  # numbers are no words
    pages = list(person.window.pages())
    before = {page.topic: words(turned_to(person, page)) for page in pages}
    person.speak("sv")
    settle()
    person.speak("en")
    settle()
    assert {page.topic: words(turned_to(person, page)) for page in pages} == before


def test_every_page_has_a_key_and_a_name_of_its_own(person: Person) -> None:
    pages = person.window.pages()
    assert len({page.place for page in pages}) == len({page.title() for page in pages})
    assert len({page.topic for page in pages}) == len(pages)
    assert all(1 <= page.place <= 9 for page in pages)


def test_a_stretched_text_is_longer_and_keeps_its_places() -> None:
    longer = stretched("%n of {count} cards")
    assert len(longer) >= 1.4 * len("%n of {count} cards")
    assert longer.startswith("%n ")
    assert "{count}" in longer
