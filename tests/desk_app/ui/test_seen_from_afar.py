"""What staff hand out can be read from two metres, and everything else at the counter at all."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from desk_app.devices.camera import DeviceCamera, Optics
from desk_app.devices.camera_sources import shrunk
from desk_app.services.scans import Scan
from desk_app.services.status import Connection, ConnectionState
from desk_app.ui.appearance.theme import TARGET, contrast
from desk_app.ui.widgets.count_selector import CountSelector
from desk_app.ui.widgets.icon import IconLabel
from desk_app.ui.widgets.viewfinder import _CameraView
from sync.rules.offers import OfferName
from sync.rules.payloads import understand
from sync.rules.visits import EntryMethod
from tests.desk_app.ui.conftest import Person, PersonAt
from tests.desk_app.ui.test_every_page import controls, settle, turned_to
from tests.helpers.camera import CountingDecoder, HandCameras
from tests.helpers.desk_fixture import NOW, TONIGHT, DeskFixture
from tests.helpers.stretching import cut_off

LANGUAGES = ("fi", "sv", "en")
THEMES = ("light", "dark", "contrast")
PIXELS = {(1366, 768): 48, (1920, 1080): 64}
SIZES = ((1024, 600), (1366, 768), (1920, 1080), (2560, 1440))
SCALES = (1.0, 1.5, 2.0)
CARDS = ("KAIKU0001", "KAIKU0003", "KAIKU0004", "KAIKU9999", "a!")
"""A family's, one that ended, a community's, an unknown one, and none at all."""
AA, AAA = 4.5, 7.0


CounterAt = Callable[..., Person]


@pytest.fixture
def counter(ready_desk_fixture: DeskFixture, person_at: PersonAt) -> CounterAt:
    """Somebody at a counter with such settings; to change size of text or theme later is slow."""
    assert ready_desk_fixture.desk.record() is not None
    return lambda **settings: person_at(**{"language": "fi", **settings})


def sized(person: Person, width: int, height: int) -> Person:
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


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_headline_and_number_of_tickets_are_large(counter: CounterAt, scale: float) -> None:
    person = counter(text_scale=scale)
    panel = person.page.panel
    shown(person, "KAIKU0001")
    low = {}
    for size, least in PIXELS.items():
        sized(person, *size)
        high = [panel.head.headline.font().pixelSize(), panel.total.font().pixelSize()]
        if min(high) < least:
            low[size] = high
    person.page.go_on()
    person.until(lambda: bool(panel.head.handed.text()))
    for size, least in PIXELS.items():
        sized(person, *size)
        if panel.head.handed.font().pixelSize() < least:
            low[size] = [panel.head.handed.font().pixelSize()]
    assert low == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_scrolls_on_the_counter_of_a_usual_laptop(
    counter: CounterAt, language: str
) -> None:
    person = sized(counter(language=language), 1366, 768)
    moved = {"at rest": scrolled(person)}
    for card in CARDS:
        shown(person, card)
        moved[card] = scrolled(person)
        assert person.page.panel.head.headline.font().pixelSize() >= PIXELS[1366, 768]
    shown(person, "KAIKU0001")
    person.page.go_on()
    person.until(lambda: bool(person.page.panel.head.handed.text()))
    settle()
    moved["recorded"] = scrolled(person)
    shown(person, "KAIKU0001")  # with a notice
    moved["again"] = scrolled(person)
    assert {what: bars for what, bars in moved.items() if bars} == {}


@pytest.mark.parametrize("on", [False, True])
def test_nothing_scrolls_beside_a_camera(counter: CounterAt, *, on: bool) -> None:
    optics = Optics(HandCameras("Desk Camera"), CountingDecoder(), shrunk)
    person = counter(camera=DeviceCamera(lambda: optics), camera_on=on)
    finder = person.page.side.viewfinder
    assert finder is not None
    view = finder.findChild(_CameraView)
    assert view is not None
    person.until(lambda: view.isVisible() is on)
    moved = {}
    for size in ((1180, 720), (1366, 728), (1366, 768)):
        sized(person, *size)
        shown(person, "KAIKU0001")
        moved[size] = scrolled(person)
    assert {size: bars for size, bars in moved.items() if bars} == {}


@pytest.mark.parametrize("scale", SCALES)
def test_nothing_is_cut_off_in_any_language_or_size(counter: CounterAt, scale: float) -> None:
    person = counter(text_scale=scale)
    cut: dict[tuple[object, ...], list[str]] = {}
    for language in LANGUAGES:
        person.speak(language)
        shown(person, "KAIKU0001")
        for size in SIZES:
            sized(person, *size)
            cut[language, size, "family"] = cut_off(person.window)
            assert (person.window.width(), person.window.height()) == size
        sized(person, *SIZES[0])
        for page in person.window.pages():
            turned_to(person, page)  # with what it reads in the background
            cut[language, page.topic] = cut_off(person.window)
        person.window.open_page("ticket")
    assert {what: texts for what, texts in cut.items() if texts} == {}


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_whatever_can_be_pressed_is_large_enough_for_a_thumb(
    counter: CounterAt, scale: float
) -> None:
    person = sized(counter(text_scale=scale), *SIZES[0])
    small = [
        f"{page.topic}: {each.accessibleName()} {each.width()}x{each.height()}"
        for page in person.window.pages()
        for each in controls(turned_to(person, page).window())
        if isinstance(each, QAbstractButton | QLineEdit)
        and min(each.width(), each.height()) < TARGET
    ]
    comes_and_goes = person.window.strip._send_now.sizeHint()
    assert min(comes_and_goes.width(), comes_and_goes.height()) >= TARGET
    person.window.open_page("ticket")
    shown(person, "KAIKU0001")
    small += [
        f"{each.accessibleName()} {text}"
        for each in person.window.findChildren(CountSelector)
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
        for x in range(inside.left(), inside.right() + 1, 3)
        for y in range(inside.top(), inside.bottom() + 1, 2)
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
def test_words_stand_out_from_what_is_behind_them(counter: CounterAt, theme: str) -> None:
    person = sized(counter(theme=theme), 1366, 768)
    weak = {}
    for page in person.window.pages():
        weak[page.topic] = list(faint(turned_to(person, page).window()))
    person.window.open_page("ticket")
    for card in CARDS:
        shown(person, card)
        weak[card] = list(faint(person.window))
    shown(person, "KAIKU0001")
    person.page.go_on()
    person.until(lambda: bool(person.page.panel.head.handed.text()))
    person.page._preferences.change(express=True)
    person.page._controller.toggle_group()
    settle()
    weak["recorded, in a group"] = list(faint(person.window))
    assert {what: words for what, words in weak.items() if words} == {}


def test_a_faint_word_is_found(counter: CounterAt) -> None:
    person = counter()
    person.page.panel.setStyleSheet("QLabel { color: #dddddd; }")
    settle()
    assert list(faint(person.window)) != []


def test_nothing_scrolls_beside_six_offers_without_a_connection(
    ready_desk_fixture: DeskFixture, person_at: PersonAt
) -> None:
    name = OfferName("Koko perheen talvinen taikashow ja lumirieha")
    ready_desk_fixture.load_offers(
        [replace(TONIGHT, id=UUID(int=20 + n), name=name) for n in range(5)] + [TONIGHT]
    )
    person = sized(person_at(offer_id=UUID(int=20)), 1366, 768)
    for card in ("KAIKU0001", "KAIKU0002"):
        shown(person, card)
        person.page.go_on()
        person.until(lambda: bool(person.page.panel.head.handed.text()))
    person.bridge.tell_connection(
        Connection(ConnectionState.OFFLINE, fault="unreachable", next_try_at=NOW)
    )
    moved = {}
    for language in LANGUAGES:
        person.speak(language)
        for size in ((1366, 768), (1366, 728), (1180, 720)):
            sized(person, *size)
            moved[language, size] = scrolled(person)
            assert person.page.side.tiles.isVisible()
    assert {what: bars for what, bars in moved.items() if bars} == {}


def test_a_very_long_word_in_an_offers_name_pushes_nothing_out_of_sight(
    ready_desk_fixture: DeskFixture, person_at: PersonAt
) -> None:
    name = OfferName("Kesäfestivaalin jälkikeskustelutilaisuusilta")
    ready_desk_fixture.load_offers([replace(TONIGHT, name=name)])
    person = sized(person_at(language="fi", text_scale=2.0), 1024, 600)
    side, what = person.page.side, person.page.side.offer_line.what
    inner = side.widget()
    assert inner is not None
    assert inner.width() == side.viewport().width()
    assert what.heightForWidth(what.width()) <= what.height()
    assert what.fontMetrics().horizontalAdvance("jälkikeskustelutilaisuusilta") > what.width()
    assert what.text() == name.fi
