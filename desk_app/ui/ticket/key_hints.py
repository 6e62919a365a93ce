"""A list of the ticket window's keys."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desk_app.ui.appearance.theme import Space
from desk_app.ui.widgets.styling import label

_KEYS = ("Enter", "Esc", "↑ ↓ ← →", "F2", "F4", "F6", "F7", "Ctrl+Z")
_NARROW_CAPS = 2.6
"""Below so many times the broadest key there is no room for its meaning beside it."""


class KeyHints(QWidget):
    """Two columns: the key, and its meaning; in large type the meaning goes below the key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, 0, Space.L, 0)
        column.setSpacing(Space.XS)
        self._caps = [label("key") for _ in _KEYS]
        self._meanings = [label("small", wrap=True) for _ in _KEYS]
        self._rows = [QBoxLayout(QBoxLayout.Direction.LeftToRight) for _ in _KEYS]
        for row, key, cap, meaning in zip(
            self._rows, _KEYS, self._caps, self._meanings, strict=True
        ):
            cap.setText(key)
            row.setSpacing(Space.M)
            row.addWidget(cap, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            row.addWidget(meaning, 1)
            column.addLayout(row)
        self._retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """As many columns as there is room for; all keys are as broad as the broadest."""
        super().resizeEvent(event)
        broad = max(cap.sizeHint().width() for cap in self._caps)
        narrow = self.width() < _NARROW_CAPS * broad
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        for row, cap in zip(self._rows, self._caps, strict=True):
            row.setDirection(down if narrow else across)
            row.setSpacing(0 if narrow else Space.M)
            cap.setMinimumWidth(0 if narrow else broad)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Retranslate on a language change."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        meanings = (
            self.tr("check, then record"),
            self.tr("clear the card"),
            self.tr("choose the number of tickets"),
            self.tr("choose what is being sold"),
            self.tr("camera on or off"),
            self.tr("a group begins, or is complete"),
            self.tr("express on or off"),
            self.tr("undo the last record"),
        )
        for shown, meaning in zip(self._meanings, meanings, strict=True):
            shown.setText(meaning)
