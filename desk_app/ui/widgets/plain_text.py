"""Texts from outside are never markup: one place for labels, hints and message boxes.

A name of an offer, a place, a desk or a person's note is shown as it is, ``<h1>`` and all. What
turns the direction of writing is left out: with it a name could make other words read backwards
(Unicode TR 36, 2.4). A separator of lines, which would forge one of the window's, is a mark.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

from sync.rules.texts import BIDI_CONTROLS

_SHOWN = str.maketrans({**dict.fromkeys(BIDI_CONTROLS, ""), "\u2028": "¶", "\u2029": "¶"})


def plain(text: str) -> str:
    """The text as it is shown, painted and read aloud."""
    return text.translate(_SHOWN)


def tool_tip(text: str) -> str:
    """The text for a tool tip, which Qt would take for markup where it looks like it."""
    shown = plain(text)
    return GuiQt.convertFromPlainText(shown) if GuiQt.mightBeRichText(shown) else shown


class PlainLabel(QLabel):
    """A label that shows every text as it is."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show a text."""
        super().setText(plain(text))


def message_box(
    icon: QMessageBox.Icon, title: str, text: str, more: str = "", parent: QWidget | None = None
) -> QMessageBox:
    """A message box of the system's, not yet shown."""
    box = QMessageBox(icon, title, plain(text), parent=parent)
    box.setInformativeText(plain(more))
    for each in box.findChildren(QLabel):
        each.setTextFormat(Qt.TextFormat.PlainText)
    return box
