"""Fields for the card number and for the printed day."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desk_app.ui.widgets.styling import restyle

Keys = Callable[[QKeyEvent], bool]
"""Looks at a key first; true when that was all there is to do about it."""


class KeyedField(QLineEdit):
    """A field whose keys go through a handler first."""

    def __init__(self, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Offer the key, then take it as any field does."""
        if self._keys(event):
            event.accept()
        else:
            super().keyPressEvent(event)


class NumberField(KeyedField):
    """Shows letters large and upper-case; the text itself is left as it was typed."""

    def __init__(self, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(keys, parent)
        self.setObjectName("number")
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhPreferUppercase
        )
        self.textChanged.connect(self._style)
        self._style(self.text())

    def show_number(self, text: str) -> None:
        """Show a number that did not come from this field."""
        if self.text() != text:
            self.setText(text)

    def _style(self, text: str) -> None:
        """Show the placeholder small and the number large."""
        font = self.font()
        capitals = QFont.Capitalization.AllUppercase if text else QFont.Capitalization.MixedCase
        if font.capitalization() is not capitals:
            font.setCapitalization(capitals)
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 106 if text else 100)
            self.setFont(font)
        restyle(self, "empty", "false" if text else "true")
