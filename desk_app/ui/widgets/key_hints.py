"""Which keys do what, for somebody hired this morning."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desk_app.ui.theme import Space
from desk_app.ui.widgets.styling import label

_KEYS = ("Enter", "Esc", "↑ ↓ ← →", "F2", "F4", "Ctrl+Z")


class KeyHints(QWidget):
    """Two columns: the key, and its meaning."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(Space.L, 0, Space.L, 0)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.XS)
        grid.setColumnStretch(1, 1)
        self._meanings = [label("small", wrap=True) for _ in _KEYS]
        for row, (key, meaning) in enumerate(zip(_KEYS, self._meanings, strict=True)):
            cap = label("key")
            cap.setText(key)
            grid.addWidget(cap, row, 0)
            grid.addWidget(meaning, row, 1)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the language in force."""
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
            self.tr("undo the last record"),
        )
        for shown, meaning in zip(self._meanings, meanings, strict=True):
            shown.setText(meaning)
