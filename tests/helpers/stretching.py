"""Texts as they might be in another language: 40 % longer, and accented above and below."""

import re

from PySide6.QtCore import QPoint, QRect, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QScrollArea, QWidget

_ACCENTED = str.maketrans("aceginosuyzAEIOUY", "åçëģïñöşûÿžÅËÏÖÛÝ")
_PLACE = re.compile(r"(\{[^}]*\}|%n|%\d)")
_LONGER = 0.4
_MOST_TURNS = 100


def stretched(text: str) -> str:
    """The text accented and made longer; what is filled in later stays as it is."""
    parts = _PLACE.split(text)
    accented = "".join(
        part if place % 2 else part.translate(_ACCENTED) for place, part in enumerate(parts)
    )
    words = (round(len(text) * _LONGER) + 3) // 4
    return f"{accented} {' '.join(['ÿöûñ'] * words)}" if text.strip() else text


class Stretcher(QTranslator):
    """Speaks no language: it stretches the source."""

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        del context, disambiguation, n
        return stretched(source)

    def isEmpty(self) -> bool:
        return False


def cut_off(window: QWidget) -> list[str]:
    """What cannot be read whole: too narrow, too low, or outside of what can be scrolled to.

    Layouts find their sizes in several turns of the event loop, and more of them while the machine
    is busy: only what stays cut off is told.
    """
    turns = 0
    while (found := _cut_off_now(window)) and turns < _MOST_TURNS:
        QTest.qWait(20)
        turns += 1
    return found


def _cut_off_now(window: QWidget) -> list[str]:
    labels = [each for each in window.findChildren(QLabel) if each.isVisible() and each.text()]
    buttons = [
        each
        for each in window.findChildren(QAbstractButton)
        if each.isVisible() and not isinstance(each.parentWidget(), QLineEdit)
    ]
    found = [_text_of(each) for each in labels if _too_small(each)]
    found += [_text_of(each) for each in buttons if _too_small(each)]
    return found + [_text_of(each) for each in (*labels, *buttons) if _out_of_reach(each, window)]


def _too_small(widget: QWidget) -> bool:
    if widget.hasHeightForWidth():
        return widget.heightForWidth(widget.width()) > widget.height()
    wanted = widget.sizeHint()
    return wanted.width() > widget.width() or wanted.height() > widget.height()


def _out_of_reach(widget: QWidget, window: QWidget) -> bool:
    """A scroll area lets everything be reached below, but nothing at its sides."""
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    around: QWidget | None = widget.parentWidget()
    while around is not None and around is not window:
        if isinstance(around, QScrollArea):
            view = around.viewport()
            frame = QRect(view.mapTo(window, QPoint(0, 0)), view.size())
            return place.left() < frame.left() or place.right() > frame.right()
        around = around.parentWidget()
    return not window.rect().contains(place)


def _text_of(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return f"{type(widget).__name__}: {text or widget.accessibleName()}"
