"""What staff hand out can be read from two metres, and everything else at the counter at all."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest

from desk_app.devices.camera import DeviceCamera, Optics
from desk_app.devices.camera_sources import shrunk
from desk_app.services.status import Connection, ConnectionState
from desk_app.ui.appearance.theme import TARGET, Space
from desk_app.ui.shell.status_strip import _Part
from desk_app.ui.widgets.viewfinder import _CameraView
from sync.rules.offers import OfferName
from tests.desk_app.ui.conftest import Person, PersonAt
from tests.desk_app.ui.looks import CARDS, THEMES, show_verdict
from tests.desk_app.ui.measures import faint, settle
from tests.helpers.camera import CountingDecoder, HandCameras
from tests.helpers.desk_fixture import NOW, TONIGHT, DeskFixture

LANGUAGES = ("fi", "sv", "en")
PIXELS = {(1366, 768): 48, (1920, 1080): 64}


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
    show_verdict(person, "KAIKU0001")
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
        show_verdict(person, card)
        moved[card] = scrolled(person)
        assert person.page.panel.head.headline.font().pixelSize() >= PIXELS[1366, 768]
    show_verdict(person, "KAIKU0001")
    person.page.go_on()
    person.until(lambda: bool(person.page.panel.head.handed.text()))
    settle()
    moved["recorded"] = scrolled(person)
    show_verdict(person, "KAIKU0001")  # with a notice
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
        show_verdict(person, "KAIKU0001")
        moved[size] = scrolled(person)
    assert {size: bars for size, bars in moved.items() if bars} == {}


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_strips_button_that_comes_and_goes_is_large_enough_for_a_thumb(
    counter: CounterAt, scale: float
) -> None:
    button = sized(counter(text_scale=scale), 1024, 600).window.strip._send_now.sizeHint()
    assert min(button.width(), button.height()) >= TARGET


def test_the_strips_second_row_does_not_stand_on_the_windows_edge(counter: CounterAt) -> None:
    strip = sized(counter(), 1024, 600).window.strip
    texts = strip.findChildren(_Part)
    for part in texts:
        part.wanted, part.calm = True, False
        part.text.setText("Register up to date")
    strip._fit()
    settle()
    last = max((part for part in texts if part.isVisible()), key=lambda part: part.y())
    below = strip.height() - last.geometry().center().y() - last.text.sizeHint().height() / 2
    assert last.y() > strip._connection.y()
    assert below >= Space.XS


@pytest.mark.parametrize("theme", THEMES)
def test_words_about_a_group_stand_out_from_what_is_behind_them(
    counter: CounterAt, theme: str
) -> None:
    person = sized(counter(theme=theme), 1366, 768)
    show_verdict(person, "KAIKU0001")
    person.page.go_on()
    person.until(lambda: bool(person.page.panel.head.handed.text()))
    person.page._preferences.change(express=True)
    person.page._controller.toggle_group()
    settle()
    assert list(faint(person.window)) == []


def test_nothing_scrolls_beside_six_offers_without_a_connection(
    ready_desk_fixture: DeskFixture, person_at: PersonAt
) -> None:
    name = OfferName("Koko perheen talvinen taikashow ja lumirieha")
    ready_desk_fixture.load_offers(
        [replace(TONIGHT, id=UUID(int=20 + n), name=name) for n in range(5)] + [TONIGHT]
    )
    person = sized(person_at(offer_id=UUID(int=20)), 1366, 768)
    for card in ("KAIKU0001", "KAIKU0002"):
        show_verdict(person, card)
        person.page.go_on()
        person.until(lambda: bool(person.page.panel.head.handed.text()))
    person.bridge.report_connection(
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
