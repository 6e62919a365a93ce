"""What staff hand out can be read from two metres, and everything else at the counter at all."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from desk_app.services.scans import Scan
from desk_app.ui.appearance.theme import TARGET, contrast
from desk_app.ui.widgets.count_selector import CountSelector
from desk_app.ui.widgets.icon import IconLabel
from sync.rules.payloads import understand
from sync.rules.visits import EntryMethod
from tests.desk_app.ui.conftest import Person, PersonAt
from tests.desk_app.ui.test_every_page import controls, settle, turned_to
from tests.helpers.desk_fixture import DeskFixture
from tests.helpers.stretching import cut_off

LANGUAGES = ("fi", "sv", "en")
THEMES = ("light", "dark", "contrast")
PIXELS = {(1366, 768): 48, (1920, 1080): 64}
SIZES = ((1024, 600), (1366, 768), (1920, 1080), (2560, 1440))
SCALES = (1.0, 1.5, 2.0)
CARDS = ("KAIKU0001", "KAIKU0003", "KAIKU0004", "KAIKU9999", "a!")
"""A family's, one that ended, a community's, an unknown one, and none at all."""
AA, AAA = 4.5, 7.0


@pytest.fixture
def counter(ready_desk_fixture: DeskFixture, person_at: PersonAt) -> Person:
    assert ready_desk_fixture.desk.record() is not None
    return person_at(language="fi")


def sized(person: Person, width: int, height: int, scale: float = 1.0) -> Person:
    person.page._preferences.change(text_scale=scale)
    person.window.resize(width, height)
    settle()
    return person


def shown(person: Person, card: str) -> None:
    """A card's verdict in sight."""
    session = person.page._controller.session
    person.page._controller.clear()
    person.window.take_scan(Scan(understand(card), EntryMethod.SCANNER))
    if session.stage.value == "idle":  # what is no card is typed
        person.page._controller.type(card)
        person.page.check()
    person.until(lambda: session.stage.value == "verdict" and not session.online_lookup)
    settle()


def scrolled(person: Person) -> dict[str, int]:
    bars = {
        "words": person.page.panel.scroll_area.verticalScrollBar(),
        "side": person.page.side.verticalScrollBar(),
    }
    return {name: bar.maximum() for name, bar in bars.items() if bar.maximum()}


@pytest.mark.parametrize("size", PIXELS)
def test_headline_and_number_of_tickets_are_large(counter: Person, size: tuple[int, int]) -> None:
    least, panel = PIXELS[size], counter.page.panel
    low = {}
    for scale in SCALES:
        sized(counter, *size, scale)
        for language in LANGUAGES:
            counter.speak(language)
            shown(counter, "KAIKU0001")
            high = [panel.head.headline.font().pixelSize(), panel.total.font().pixelSize()]
            counter.page.go_on()
            counter.until(lambda: bool(panel.head.handed.text()))
            high.append(panel.head.handed.font().pixelSize())
            if min(high) < least:
                low[language, scale] = high
    assert low == {}


def test_the_words_of_every_verdict_have_the_same_size(counter: Person) -> None:
    sized(counter, 1366, 768)
    for card in CARDS:
        shown(counter, card)
        assert counter.page.panel.head.headline.font().pixelSize() >= 48, card


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_scrolls_on_the_counter_of_a_usual_laptop(counter: Person, language: str) -> None:
    sized(counter, 1366, 768)
    counter.speak(language)
    moved = {"at rest": scrolled(counter)}
    for card in CARDS:
        shown(counter, card)
        moved[card] = scrolled(counter)
    shown(counter, "KAIKU0001")
    counter.page.go_on()
    counter.until(lambda: bool(counter.page.panel.head.handed.text()))
    settle()
    moved["recorded"] = scrolled(counter)
    shown(counter, "KAIKU0001")  # with a notice
    moved["again"] = scrolled(counter)
    assert {what: bars for what, bars in moved.items() if bars} == {}


@pytest.mark.parametrize("scale", SCALES)
def test_nothing_is_cut_off_in_any_language_or_size(counter: Person, scale: float) -> None:
    cut = {}
    for language in LANGUAGES:
        counter.speak(language)
        for size in SIZES:
            sized(counter, *size, scale)
            for page in counter.window.pages():
                counter.window.open_page(page.topic)
                settle()
                cut[language, size, page.topic] = cut_off(counter.window)
            counter.window.open_page("ticket")
            shown(counter, "KAIKU0001")
            cut[language, size, "family"] = cut_off(counter.window)
            assert (counter.window.width(), counter.window.height()) == size
    assert {what: texts for what, texts in cut.items() if texts} == {}


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_whatever_can_be_pressed_is_large_enough_for_a_thumb(counter: Person, scale: float) -> None:
    small = []
    for size in SIZES[:2]:
        sized(counter, *size, scale)
        for page in counter.window.pages():
            small += [
                f"{size} {page.topic}: {each.accessibleName()} {each.width()}x{each.height()}"
                for each in controls(turned_to(counter, page).window())
                if isinstance(each, QAbstractButton | QLineEdit)
                and min(each.width(), each.height()) < TARGET
            ]
        counter.window.open_page("ticket")
        shown(counter, "KAIKU0001")
        small += [
            f"{size} {each.accessibleName()} {text}"
            for each in counter.window.findChildren(CountSelector)
            if each.isVisible()
            for text, _, place in each.places()
            if min(place.width(), place.height()) < TARGET
        ]
    assert small == []


def ground(picture: QImage, place: QRect) -> str:
    """The colour that most of a place has."""
    inside = place.intersected(picture.rect())
    seen = Counter(
        picture.pixel(x, y)
        for x in range(inside.left(), inside.right(), 3)
        for y in range(inside.top(), inside.bottom(), 2)
    )
    return f"#{seen.most_common(1)[0][0] & 0xFFFFFF:06x}"


def faint(window: QWidget) -> Iterator[tuple[str, float]]:
    """Every label in sight whose words stand out too little from what is behind them."""
    picture = window.grab().toImage()
    for each in window.findChildren(QLabel):
        seen = each.visibleRegion().boundingRect()
        words = each.text().strip()
        if isinstance(each, IconLabel) or not words or not each.isVisible() or seen.isEmpty():
            continue
        place = QRect(each.mapTo(window, seen.topLeft()), seen.size())
        ink = each.palette().color(each.foregroundRole()).name()
        ratio = contrast(ink, ground(picture, place))
        large = each.property("type") in ("headline", "figure", "handed")
        if ratio < (AAA if large else AA):
            yield words, round(ratio, 1)


@pytest.mark.parametrize("theme", THEMES)
def test_words_stand_out_from_what_is_behind_them(counter: Person, theme: str) -> None:
    sized(counter, 1366, 768)
    counter.page._preferences.change(theme=theme)
    weak = {}
    for page in counter.window.pages():
        weak[page.topic] = list(faint(turned_to(counter, page).window()))
    counter.window.open_page("ticket")
    for card in CARDS:
        shown(counter, card)
        weak[card] = list(faint(counter.window))
    shown(counter, "KAIKU0001")
    counter.page.go_on()
    counter.until(lambda: bool(counter.page.panel.head.handed.text()))
    counter.page._preferences.change(express=True)
    counter.page._controller.toggle_group()
    settle()
    weak["recorded, in a group"] = list(faint(counter.window))
    assert {what: words for what, words in weak.items() if words} == {}


def test_a_faint_word_is_found(counter: Person) -> None:
    counter.page.panel.setStyleSheet("QLabel { color: #dddddd; }")
    settle()
    assert list(faint(counter.window)) != []
