"""Shows texts from outside as plain text, never as markup, in labels, tooltips and message boxes.

The name of an offer, a place, a desk or a person's note is shown as it is, ``<h1>`` and all.
Characters that turn the direction of writing are left out: with them a name could make other words
read backwards (Unicode TR 36, 2.4). A line separator, which could imitate a line of the window's
own, becomes a visible mark.
"""

import re

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

from sync.rules.texts import BIDI_CONTROLS

_SHOWN = str.maketrans({**dict.fromkeys(BIDI_CONTROLS, ""), "\u2028": "¶", "\u2029": "¶"})


_JOINER = "\u2060"
_KEPT = re.compile(r"…(?=\w)|(?<=\d)-(?=[^\W\d])")
_LAST_NUMBER = re.compile(r"(?<=[^\W\d]) (?=\d{1,3}$)", re.MULTILINE)
_AGE = re.compile(r"\bunder (?=\d)|\balle (?=\d+[ \xa0]v\.)|(?<=\d) (?=v\.|år\b)")


def plain(text: str) -> str:
    """The text as it is shown, painted and read aloud."""
    return text.translate(_SHOWN)


def tool_tip(text: str) -> str:
    """The text for a tool tip, which Qt would take for markup where it looks like it."""
    shown = plain(text)
    return GuiQt.convertFromPlainText(shown) if GuiQt.mightBeRichText(shown) else shown


def unbroken(text: str) -> str:
    """Keep together where no line may end: ``…03``, ``16-vuotias``, ``Desk 1`` and ``under 18``.

    Unicode's rules for lines (UAX 14) would let one end after the ellipsis, and after the hyphen.
    """
    joined = _KEPT.sub(f"\\g<0>{_JOINER}", text)
    joined = _LAST_NUMBER.sub("\N{NO-BREAK SPACE}", joined)
    return _AGE.sub(lambda age: age[0].replace(" ", "\N{NO-BREAK SPACE}"), joined)


class PlainLabel(QLabel):
    """A label that shows every text as plain text."""

    _shown_text = ""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)

    def setText(self, text: str) -> None:
        """Show a text; one that is there already costs nothing."""
        before, self._shown_text = self._shown_text, plain(text)
        if before != self._shown_text:
            self._show()

    def clear(self) -> None:
        """Show nothing, and keep nothing of what was shown, for a screen reader either."""
        self.setText("")

    def text(self) -> str:
        """The text that is shown, without what keeps its lines together."""
        return self._shown_text

    def _show(self) -> None:
        shown = self._in_lines(unbroken(self._shown_text))
        self.setAccessibleName("" if shown == self._shown_text else self._shown_text)
        super().setText(shown)

    def _in_lines(self, text: str) -> str:
        return text


class NameLabel(PlainLabel):
    """A label as narrow as it has to be: a word without room in one line takes several."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setMinimumWidth(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other words may have room."""
        super().resizeEvent(event)
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Break the text anew in another type."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._show()

    def _in_lines(self, text: str) -> str:
        metrics, room = self.fontMetrics(), self.width()
        words = text.split(" ")
        return " ".join(
            word if metrics.horizontalAdvance(word) <= room else "\N{ZERO WIDTH SPACE}".join(word)
            for word in words
        )


def message_box(
    icon: QMessageBox.Icon, title: str, text: str, more: str = "", parent: QWidget | None = None
) -> QMessageBox:
    """A message box of the system's, not yet shown."""
    box = QMessageBox(icon, title, plain(text), parent=parent)
    box.setInformativeText(plain(more))
    for each in box.findChildren(QLabel):
        each.setTextFormat(Qt.TextFormat.PlainText)
    return box
