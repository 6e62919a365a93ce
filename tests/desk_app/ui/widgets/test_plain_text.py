"""Texts from outside are shown as they are: no markup, no opened file, no turned direction."""

import ctypes
import ctypes.util
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QHelpEvent, QTextDocumentFragment
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QMessageBox,
    QToolTip,
    QWidget,
)

from desk_app.services.errors import FileUnreadableError, StoreFullError
from desk_app.services.recording import TicketsRequest, VisitRequest
from desk_app.services.scans import Scan
from desk_app.store.visits.outbox import StoredOutbox
from desk_app.ui.rejections.page import RejectionsPage
from desk_app.ui.widgets.plain_text import PlainLabel, message_box, plain, tool_tip, unbroken
from sync.ports import OperationState, SendResult
from sync.rules.offers import OfferName
from sync.rules.payloads import parse_payload
from sync.rules.venues import Venue
from sync.rules.visits import EntryMethod, Tickets, VenueVisit, VisitState
from tests.desk_app.ui.conftest import ENTER, Person, PersonAt
from tests.desk_app.ui.measures import settle, turned_to
from tests.helpers.desk_fixture import FAMILY, NOW, OFFERS, POOL, TONIGHT, DeskFixture

MARKS = "\u202e\u2066\u200f\u061c"


def evil(picture: Path, what: str) -> str:
    return f"{what}{MARKS}<img src='file://{picture}'><h1>y</h1>"


class Watched:
    """Whether a file was opened, as the system's core says."""

    def __init__(self, path: Path) -> None:
        self._c = ctypes.CDLL(ctypes.util.find_library("c"), use_errno=True)
        self._handle = self._c.inotify_init1(os.O_NONBLOCK)
        assert self._c.inotify_add_watch(self._handle, bytes(path), 0x20) > 0  # IN_OPEN

    def opened(self) -> bool:
        try:
            return bool(os.read(self._handle, 4096))
        except BlockingIOError:
            return False

    def close(self) -> None:
        os.close(self._handle)


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "a.png"
    path.write_bytes(b"no picture")
    return path


@pytest.fixture
def watched(picture: Path) -> Iterator[Watched]:
    watch = Watched(picture)
    yield watch
    watch.close()


@pytest.fixture
def evil_person(desk_fixture: DeskFixture, person_at: PersonAt, picture: Path) -> Person:
    """A desk whose feeds carry markup in every text."""
    desk_fixture.enrol()
    record = desk_fixture.desk.record()
    assert record is not None
    venue = Venue("v", evil(picture, "Talo"), evil(picture, "Tampere"))
    desk_fixture.desk.enrol(replace(record, venue=venue, desk_name=evil(picture, "Luukku")))
    desk_fixture.load_register()
    names = [evil(picture, each) for each in ("fi", "sv", "en")]
    offers = [
        replace(offer, name=OfferName(*names), place=evil(picture, "Sali")) for offer in OFFERS
    ]
    desk_fixture.load_offers(offers)
    desk_fixture.receive(
        VenueVisit(
            id=UUID(int=77),
            desk_id=UUID(int=78),
            desk_name=evil(picture, "Toinen luukku"),
            card_number=FAMILY.number,
            offer_id=POOL.id,
            tickets=Tickets(holder=1),
            local_date=NOW.date(),
            state=VisitState.ACCEPTED,
        )
    )
    return person_at(offer_id=TONIGHT.id)


def is_safe(tip: str) -> bool:
    """Markup in it is said, not done."""
    done = GuiQt.mightBeRichText(tip) and ("<img" in tip.lower() or "<h1" in tip.lower())
    return plain(tip) == tip and not done


def items(view: QAbstractItemView) -> Iterator[QModelIndex]:
    model = view.model()
    if model is not None:
        for row in range(model.rowCount()):
            for column in range(model.columnCount()):
                yield model.index(row, column)


def unsafe(window: QWidget) -> list[str]:
    """What would be taken for markup, or turns the direction, of all that is in the window."""
    widgets = window.findChildren(QWidget)
    labels = [each for each in widgets if isinstance(each, QLabel) and not is_tip(each)]
    texts: list[object] = [each.text() for each in labels]
    texts += [each.accessibleName() for each in widgets]
    texts += [each.accessibleDescription() for each in widgets]
    texts += [each.text() for each in widgets if isinstance(each, QAbstractButton)]
    texts += [each.currentText() for each in widgets if isinstance(each, QComboBox)]
    tips: list[object] = [each.toolTip() for each in widgets]
    tips += [each.text() for each in widgets if isinstance(each, QLabel) and is_tip(each)]
    for index in (each for view in views(window) for each in items(view)):
        tips.append(index.data(Qt.ItemDataRole.ToolTipRole))
        texts.append(index.data(Qt.ItemDataRole.DisplayRole))
        texts.append(index.data(Qt.ItemDataRole.AccessibleTextRole))
    rich = [
        each for each in labels if each.text() and each.textFormat() is not Qt.TextFormat.PlainText
    ]
    return [
        *(f"format: {each.text()}" for each in rich),
        *(f"direction: {each}" for each in texts if isinstance(each, str) and plain(each) != each),
        *(f"tip: {each}" for each in tips if isinstance(each, str) and not is_safe(each)),
    ]


def is_tip(label: QLabel) -> bool:
    """Qt's own, which shows a tool tip as that is."""
    return label.metaObject().className() == "QTipLabel"


def views(window: QWidget) -> list[QAbstractItemView]:
    return window.findChildren(QAbstractItemView)


def hover(window: QWidget) -> None:
    """Rest the pointer on everything in sight that may have a tool tip."""
    spots = [(each, each.rect().center()) for each in window.findChildren(QWidget)]
    for view in views(window):
        spots += [(view.viewport(), view.visualRect(index).center()) for index in items(view)]
    for each, spot in spots:
        if each.isVisible() and each.rect().contains(spot):
            rests = QHelpEvent(QEvent.Type.ToolTip, spot, each.mapToGlobal(spot))
            QApplication.sendEvent(each, rests)
    QToolTip.hideText()


@pytest.mark.skipif(sys.platform != "linux", reason="inotify is Linux's own")
def test_no_page_takes_a_text_from_outside_for_markup(
    evil_person: Person, watched: Watched
) -> None:
    person, found = evil_person, {}
    for page in person.window.pages():
        window = turned_to(person, page).window()
        hover(window)
        found[page.topic] = unsafe(window)
    person.window.open_page("ticket")
    person.page.choose_offer()
    settle()
    hover(person.window)
    found["chooser"] = unsafe(person.window)
    person.page.close_offers()
    person.window.handle_scan(Scan(parse_payload(FAMILY.number), EntryMethod.SCANNER))
    person.until(lambda: bool(person.page.panel.counts.selectors))
    person.page.go_on()
    person.until(lambda: person.headline() == "Recorded")
    hover(person.window)
    found["recorded"] = unsafe(person.window)
    assert {topic: what for topic, what in found.items() if what} == {}
    assert not watched.opened()


@pytest.mark.skipif(sys.platform != "linux", reason="inotify is Linux's own")
def test_no_refusal_note_or_error_is_taken_for_markup(
    evil_person: Person, watched: Watched, picture: Path
) -> None:
    person, found = evil_person, {}
    desk_fixture, shown = person.desk_fixture, evil(picture, "Syy")
    ids = []
    for children in (0, 1, 2):
        tickets = TicketsRequest(holder=1, children=children)
        asked = VisitRequest(number=FAMILY.number, offer_id=POOL.id, tickets=tickets)
        ids.append(desk_fixture.services.recording.record(asked).visit.id)
    outbox = StoredOutbox(desk_fixture.database, desk_fixture.clock)
    details = dict(zip(ids, (shown, json.dumps({"en": shown}), None), strict=True))
    outbox.record_results(
        [
            SendResult(each.id, OperationState.REJECTED, "of_tomorrow", details[each.id])
            for each in outbox.claim(10)
        ]
    )
    desk_fixture.services.rejections.leave(ids[2], note=evil(picture, "Viesti"))
    window = turned_to(person, person.open(RejectionsPage)).window()
    person.until(lambda: person.sees("Syy<img"))
    hover(window)
    found["inbox"] = unsafe(window)
    person.press(Qt.Key.Key_End)
    assert person.sees("Viesti<img")
    found["inbox, noted"] = unsafe(window)
    person.press(Qt.Key.Key_Home)
    person.press(Qt.Key.Key_F7)  # rejected again, and told above the list
    person.until(lambda: person.sees("Sent again."))
    outbox.record_results(
        [
            SendResult(each.id, OperationState.REJECTED, "of_tomorrow", shown)
            for each in outbox.claim(10)
        ]
    )
    person.bridge.report_data_change()
    person.until(lambda: person.sees("again at"))
    found["rejected again"] = unsafe(window)
    for error in (StoreFullError(path=shown), FileUnreadableError(path=shown, reason=shown)):
        person.window.show_fault(error)
        person.window.show_message("warning", shown)
        found[type(error).__name__] = unsafe(window)
    assert person.sees("Syy<img")
    assert {topic: what for topic, what in found.items() if what} == {}
    assert not watched.opened()


@pytest.mark.skipif(sys.platform != "linux", reason="inotify is Linux's own")
def test_no_scanned_or_pasted_text_is_taken_for_markup(
    evil_person: Person, watched: Watched, picture: Path
) -> None:
    person, found = evil_person, {}
    texts = [
        evil(picture, "KAIKU9"),
        f"https://kaikukortti.fi/{evil(picture, 'x')}",
        f"kaikuluukku://enrol?code=x&address=https://{evil(picture, 'x')}",
    ]
    for text in texts:
        person.window.handle_scan(Scan(parse_payload(text), EntryMethod.SCANNER))
        hover(person.window)
        found[f"scanned {text}"] = unsafe(person.window)
        person.page.number.setText(text)
        person.page.go_on()
        person.until(lambda: not person.page._controller.session.in_work)
        hover(person.window)
        found[f"pasted {text}"] = unsafe(person.window)
    person.scan("<h1>y</h1>", ENTER)
    found["typed by a scanner"] = unsafe(person.window)
    assert {topic: what for topic, what in found.items() if what} == {}
    assert not watched.opened()


def test_the_marked_texts_are_really_there(evil_person: Person) -> None:
    assert evil_person.sees("<h1>y</h1>")


@pytest.mark.skipif(sys.platform != "linux", reason="inotify is Linux's own")
def test_a_file_that_is_opened_would_be_noticed(picture: Path, watched: Watched) -> None:
    assert picture.read_bytes()
    assert watched.opened()


@pytest.mark.parametrize("text", ["<h1>y</h1>", "x<img src='file:///a.png'>", "a & b", "1 < 2"])
def test_a_tool_tip_says_the_text_itself(text: str) -> None:
    tip = tool_tip(text)
    if GuiQt.mightBeRichText(tip):
        shown = QTextDocumentFragment.fromHtml(tip).toPlainText().replace("\xa0", " ")
    else:
        shown = tip
    assert shown == text


def test_a_message_box_shows_markup_as_text(qapp: QApplication) -> None:
    assert qapp is not None
    box = message_box(QMessageBox.Icon.Warning, "Kaikuluukku", "<h1>x</h1>", "<b>y</b>\u202e")
    shown = {each.text(): each.textFormat() for each in box.findChildren(QLabel) if each.text()}
    assert shown == dict.fromkeys(["<h1>x</h1>", "<b>y</b>"], Qt.TextFormat.PlainText)


def test_a_label_that_is_cleared_keeps_nothing_for_a_screen_reader(qapp: QApplication) -> None:
    assert qapp is not None
    shown = PlainLabel()
    shown.setText("…0001")
    assert (shown.text(), shown.accessibleName()) == ("…0001", "…0001")
    shown.clear()
    assert (shown.text(), shown.accessibleName(), QLabel.text(shown)) == ("", "", "")


def test_marks_that_turn_the_direction_are_left_out() -> None:
    assert plain(f"Illan{MARKS} konsertti") == "Illan konsertti"


@pytest.mark.parametrize("separator", ["\u2028", "\u2029"])
def test_a_separator_of_lines_is_shown_as_a_mark(separator: str) -> None:
    assert plain(f"Illan{separator}konsertti") == "Illan¶konsertti"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Clients under 16", "under\xa016"),
        ("Asiakkaat (alle 16 v.)", "(alle\xa016\xa0v.)"),
        ("Asiakkaat (alle 16\xa0v.)", "(alle\xa016\xa0v.)"),
        ("Klienter under 16 år", "under\xa016\xa0år"),
    ],
)
def test_no_line_ends_within_an_age(text: str, whole: str) -> None:
    assert whole in unbroken(text)
