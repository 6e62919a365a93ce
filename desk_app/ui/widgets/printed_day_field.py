"""The field for the last valid day printed on a card that is not in the register."""

from datetime import date

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desk_app.ui.appearance.theme import Space
from desk_app.ui.widgets.number_field import KeyedField, Keys
from desk_app.ui.widgets.printed_day import printed_day
from desk_app.ui.widgets.styling import label
from desk_app.ui.widgets.translated import Translated


class PrintedDayField(Translated, QFrame):
    """A date typed as printed, with its error in words."""

    def __init__(self, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label("strong", wrap=True)
        self.field = KeyedField(keys)
        self.field.setMaxLength(10)
        self._label.setBuddy(self.field)
        self._wrong = label("muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        column.setSpacing(Space.XS)
        column.addWidget(self._label)
        column.addWidget(self.field)
        column.addWidget(self._wrong)
        self.field.textChanged.connect(self._wrong.hide)
        self._retranslate()
        self._wrong.hide()

    def start(self) -> None:
        """Empty it, and give it the keyboard."""
        self.field.clear()
        self.field.setFocus()

    def day(self) -> date | None:
        """The day, or ``None`` and a word on how to write it."""
        day = printed_day(self.field.text())
        self._wrong.setVisible(day is None)
        return day

    def _retranslate(self) -> None:
        self._label.setText(self.tr("Last valid day printed on the card"))
        self.field.setAccessibleName(self._label.text())
        self.field.setPlaceholderText(self.tr("d.m.yyyy"))
        self._wrong.setText(self.tr("Enter the date as day, month and year, for example 9.3.2027."))
