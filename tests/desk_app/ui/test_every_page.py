"""What holds for every page of the registry, the ones to come too."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from desk_app.ui.appearance.theme import TARGET
from desk_app.ui.context.page import WindowPage
from desk_app.ui.shell.lock_screen import LockScreen
from tests.desk_app.ui.conftest import Person, PersonAt
from tests.helpers.desk_fixture import DeskFixture
from tests.helpers.stretching import Stretcher, cut_off, stretched
from tests.helpers.windows import first_run

KINDS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QTextEdit,
)
_LAYERS = 5
"""Rounds of events until a layout within layouts has settled."""
SIZES = pytest.mark.parametrize(
    ("width", "height", "text_scale"), [(1024, 600, 1.0), (1366, 768, 1.0), (1024, 600, 2.0)]
)


def controls(window: QWidget) -> list[QWidget]:
    """All that can be pressed, typed in, or moved, and is in sight."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if isinstance(widget, KINDS)
        and not isinstance(widget, QScrollBar | QHeaderView)  # parts of what they stand at
        and widget.isVisible()
        and not widget.objectName().startswith("qt_")  # the inner parts of Qt's own
        and not isinstance(widget.parentWidget(), QLineEdit)
    ]


def settle() -> None:
    """Let layouts within layouts find their sizes: each takes a turn of the event loop."""
    for _ in range(_LAYERS):
        QApplication.processEvents()


def turned_to(person: Person, page: WindowPage) -> WindowPage:
    """The page in sight, with all that it shows at first."""
    person.window.open_page(page.topic)
    person.until(lambda: person.tasks.idle)
    settle()
    return page


def in_front(person: Person) -> Iterator[str]:
    """The first start, step by step, and the lock screen, each in sight."""
    start, lock = first_run(person.window), person.window.findChild(LockScreen)
    assert lock is not None
    person.window.cover(start)
    for step in range(len(start.steps)):
        start.begin(step)
        settle()
        yield f"start, {step}"
    person.window.cover(lock)
    settle()
    yield "lock"


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_control_has_a_name(
    ready_desk_fixture: DeskFixture, person_at: PersonAt, language: str
) -> None:
    assert ready_desk_fixture.desk.record()
    person = person_at(language=language)
    nameless = [
        f"{page.topic}: {type(each).__name__} {each.objectName()}"
        for page in person.window.pages()
        for each in controls(turned_to(person, page).window())
        if not each.accessibleName()
    ]
    assert nameless == []


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
    person.until(lambda: person.page.side._reader.tonight is not None)  # numbers are no words
    pages = list(person.window.pages())
    before = {page.topic: words(turned_to(person, page)) for page in pages}
    person.speak("sv")
    settle()
    person.speak("en")
    settle()
    assert {page.topic: words(turned_to(person, page)) for page in pages} == before


def test_every_control_can_be_reached_by_the_keyboard(person: Person) -> None:
    unreached = [
        f"{page.topic}: {type(each).__name__} {each.accessibleName()}"
        for page in person.window.pages()
        for each in controls(turned_to(person, page).window())
        if each.isEnabled() and not each.focusPolicy() & each.focusPolicy().TabFocus
    ]
    assert unreached == []


def test_every_button_can_be_hit_by_a_thumb(person: Person) -> None:
    small = [
        f"{page.topic}: {each.accessibleName()} {each.width()}x{each.height()}"
        for page in person.window.pages()
        for each in controls(turned_to(person, page).window())
        if isinstance(each, QAbstractButton) and min(each.width(), each.height()) < TARGET
    ]
    assert small == []


class LayoutRequests(QObject):
    """Counts how often the window's parts ask to be laid out anew."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.asked.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


_LOOKS = 20


@SIZES
def test_a_window_that_nobody_touches_is_at_rest(
    ready_desk_fixture: DeskFixture,
    person_at: PersonAt,
    qapp: QApplication,
    width: int,
    height: int,
    text_scale: float,
) -> None:
    """A layout that has itself laid out again would keep a whole core busy, and every key wait."""
    assert ready_desk_fixture.desk.record()
    person = person_at(text_scale=text_scale)
    person.window.resize(width, height)
    busy = {}
    for page in person.window.pages():
        busy[page.topic] = asked_at_rest(qapp, turned_to(person, page))
    person.window.open_page(person.page.topic)
    for card in ("KAIKU0001", "KAIKU0004", "KAIKU0003", "KAIKU9999"):
        person.check(card)
        busy[card] = asked_at_rest(qapp, person.page)
    assert {what: asked for what, asked in busy.items() if asked} == {}


def asked_at_rest(qapp: QApplication, page: QWidget) -> list[str]:
    """What is laid out at every look: what a background task found may be shown at first."""
    requests = LayoutRequests()
    qapp.installEventFilter(requests)
    for _ in range(_LOOKS):
        requests.asked.clear()
        page.update()
        settle()
        if not requests.asked:
            break
    qapp.removeEventFilter(requests)
    return requests.asked


def test_every_page_has_a_key_and_a_name_of_its_own(person: Person) -> None:
    pages = person.window.pages()
    assert len({page.place for page in pages}) == len({page.title() for page in pages})
    assert len({page.topic for page in pages}) == len(pages)
    assert all(1 <= page.place <= 9 for page in pages)


@pytest.fixture
def stretching(qapp: QApplication) -> Iterator[Stretcher]:
    stretcher = Stretcher()
    yield stretcher
    qapp.removeTranslator(stretcher)


@SIZES
def test_texts_that_are_much_longer_are_not_cut_off(
    ready_desk_fixture: DeskFixture,
    person_at: PersonAt,
    qapp: QApplication,
    stretching: Stretcher,
    width: int,
    height: int,
    text_scale: float,
) -> None:
    assert ready_desk_fixture.desk.record()
    person = person_at(text_scale=text_scale)
    person.window.resize(width, height)
    qapp.installTranslator(stretching)
    found = {
        page.topic: cut_off(turned_to(person, page).window()) for page in person.window.pages()
    }
    assert {topic: what for topic, what in found.items() if what} == {}
    assert (person.window.width(), person.window.height()) == (width, height)


@SIZES
def test_nothing_is_cut_off_in_front_of_the_pages_either(
    ready_desk_fixture: DeskFixture,
    person_at: PersonAt,
    qapp: QApplication,
    stretching: Stretcher,
    width: int,
    height: int,
    text_scale: float,
) -> None:
    assert ready_desk_fixture.desk.record()
    person = person_at(text_scale=text_scale)
    person.window.resize(width, height)
    qapp.installTranslator(stretching)
    found = {what: cut_off(person.window) for what in in_front(person)}
    assert {what: each for what, each in found.items() if each} == {}


def test_every_control_in_front_of_the_pages_has_a_name(person: Person) -> None:
    nameless = [
        f"{what}: {type(each).__name__}"
        for what in in_front(person)
        for each in controls(person.window)
        if not each.accessibleName()
    ]
    assert nameless == []


def test_a_stretched_text_is_longer_and_keeps_its_places() -> None:
    longer = stretched("%n of {count} cards")
    assert len(longer) >= 1.4 * len("%n of {count} cards")
    assert longer.startswith("%n ")
    assert "{count}" in longer
