"""Measures of what can be amiss with a window in sight; each names what it found."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QImage
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

from desk_app.ui.appearance.theme import TARGET, contrast
from desk_app.ui.context.page import WindowPage
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.count_selector import CountSelector
from desk_app.ui.widgets.icon import IconLabel
from tests.desk_app.ui.conftest import Person

KINDS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QTextEdit,
)
AA, AAA = 4.5, 7.0
_LAYERS = 5
"""Rounds of events until a layout within layouts has settled."""
_LOOKS = 20


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


def controls(window: QWidget) -> list[QWidget]:
    """All that can be pressed, typed in, or moved, and is in sight."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and isinstance(widget, KINDS)
        and not isinstance(widget, QScrollBar | QHeaderView)  # parts of what they stand at
        and not widget.objectName().startswith("qt_")  # the inner parts of Qt's own
        and not isinstance(widget.parentWidget(), QLineEdit)
    ]


def nameless(controls: Sequence[QWidget]) -> list[str]:
    """Controls that a screen reader has no name for."""
    return [
        f"{type(each).__name__} {each.objectName()}"
        for each in controls
        if not each.accessibleName()
    ]


def out_of_reach(controls: Sequence[QWidget]) -> list[str]:
    """Controls to which the Tab key does not lead; to numbers of tickets the arrow keys do."""
    return [
        f"{type(each).__name__} {each.accessibleName()}"
        for each in controls
        if each.isEnabled()
        and not isinstance(each, CountSelector)
        and not each.focusPolicy() & each.focusPolicy().TabFocus
    ]


def small(controls: Sequence[QWidget]) -> list[str]:
    """What can be pressed and is no target for a thumb."""
    found = [
        f"{each.accessibleName()} {each.width()}x{each.height()}"
        for each in controls
        if isinstance(each, QAbstractButton | QLineEdit)
        and min(each.width(), each.height()) < TARGET
    ]
    return found + [
        f"{each.accessibleName()} {text}"
        for each in controls
        if isinstance(each, CountSelector)
        for text, _, place in each.places()
        if min(place.width(), place.height()) < TARGET
    ]


def hidden_part(window: QWidget, widgets: Sequence[QWidget]) -> list[str]:
    """Those of which not every pixel is in sight."""
    return [
        f"{type(each).__name__} {each.accessibleName()}: {seen.height()} of {each.height()}"
        for each in widgets
        if (seen := each.visibleRegion().boundingRect()) != each.rect()
        or not window.rect().contains(QRect(each.mapTo(window, QPoint(0, 0)), each.size()))
    ]


def main_buttons(window: QWidget) -> list[Button]:
    """The buttons that do what the page is for."""
    return [
        each
        for each in window.findChildren(Button)
        if each.isVisible() and each.property("role") == "primary"
    ]


def focus_out_of_sight(window: QWidget) -> list[str]:
    """What has the keyboard, if not every pixel of it is in sight."""
    focused = QApplication.focusWidget()
    return ["nothing has it"] if focused is None else hidden_part(window, [focused])


def pixels(picture: QImage) -> NDArray[np.uint32]:
    """A picture's colours, by row and column, as 0xffrrggbb."""
    drawn = picture.convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(drawn.constBits(), np.uint32).reshape(drawn.height(), -1)
    return rows[:, : drawn.width()].copy()


def colour_name(pixel: int) -> str:
    """A pixel's colour, as a theme names it."""
    return f"#{pixel & 0xFFFFFF:06x}"


def faint(window: QWidget) -> Iterator[tuple[str, float]]:
    """Every label in sight whose words stand out too little from what is behind them."""
    picture = window.grab().toImage()
    drawn = pixels(picture)
    for each in window.findChildren(QLabel):
        seen = each.visibleRegion().boundingRect()
        words = each.text().strip()
        if isinstance(each, IconLabel) or not words or not each.isVisible() or seen.isEmpty():
            continue
        place = QRect(each.mapTo(window, seen.topLeft()), seen.size()).intersected(picture.rect())
        within = drawn[place.top() : place.bottom() + 1 : 2, place.left() : place.right() + 1 : 3]
        colours, counts = np.unique(within, return_counts=True)
        ground = colour_name(int(colours[counts.argmax()]))
        ratio = contrast(each.palette().color(each.foregroundRole()).name(), ground)
        large = each.property("type") in ("headline", "figure", "handed")
        if ratio < (AAA if large else AA):
            yield words, round(ratio, 1)


class _LayoutRequests(QObject):
    """Counts how often the window's parts ask to be laid out anew."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.asked.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


def restless(window: QWidget) -> list[str]:
    """What is laid out at every look: it would keep a whole core busy, and every key wait.

    What a background task found may be shown at first.
    """
    app = QApplication.instance()
    assert app is not None
    requests = _LayoutRequests()
    app.installEventFilter(requests)
    for _ in range(_LOOKS):
        requests.asked.clear()
        window.update()
        settle()
        if not requests.asked:
            break
    app.removeEventFilter(requests)
    return requests.asked
