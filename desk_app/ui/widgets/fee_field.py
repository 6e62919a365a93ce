"""The field for the fee of a course or a service, where it varies."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desk_app.ui.appearance.theme import Space
from desk_app.ui.widgets.money import cents
from desk_app.ui.widgets.number_field import KeyedField, Keys
from desk_app.ui.widgets.styling import label
from desk_app.ui.widgets.translated import Translated


class FeeField(Translated, QFrame):
    """Emits ``told`` with the fee in cents, or ``None`` where the text is no amount."""

    entered = Signal(object)

    def __init__(self, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label("strong", wrap=True)
        self.field = KeyedField(keys)
        self.field.setMaxLength(12)
        self._label.setBuddy(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        column.setSpacing(Space.XS)
        column.addWidget(self._label)
        column.addWidget(self.field)
        self.field.textChanged.connect(lambda text: self.entered.emit(cents(text)))
        self._retranslate()

    def start(self) -> None:
        """Empty it, and give it the keyboard."""
        self.field.clear()
        self.field.setFocus()

    def _retranslate(self) -> None:
        self._label.setText(self.tr("Fee in euros"))
        self.field.setAccessibleName(self._label.text())
        self.field.setPlaceholderText(self.tr("For example 60 or 37.50"))
