"""Fields for a range of days: the first and the last day, typed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desk_app.ui.appearance.theme import Space
from desk_app.ui.widgets.chosen_periods import Span
from desk_app.ui.widgets.flow import FlowLayout
from desk_app.ui.widgets.printed_day import printed_day
from desk_app.ui.widgets.styling import label
from desk_app.ui.widgets.translated import Translated

_LONGEST = 10
"""Characters of a day."""


class SpanField(Translated, QWidget):
    """Emits ``typed`` with the range when a field is left or Enter pressed; empty is no bound.

    An invalid day is reported below, and nothing is emitted.
    """

    typed = Signal(object)

    span: Span = (None, None)
    """The current range of days."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first, self.last = QLineEdit(), QLineEdit()
        self._names = label("body"), label("body")
        self._wrong = label("fault", wrap=True)
        row = QWidget()
        flow = FlowLayout(row, Space.S)
        for name, field in zip(self._names, (self.first, self.last), strict=True):
            name.setBuddy(field)
            field.setMaxLength(_LONGEST)
            field.editingFinished.connect(self._send)
            flow.addWidget(name)
            flow.addWidget(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(row)
        column.addWidget(self._wrong)
        self._wrong.hide()
        self._retranslate()

    def _retranslate(self) -> None:
        texts = (self.tr("First day"), self.tr("Last day"))
        for name, field, text in zip(self._names, (self.first, self.last), texts, strict=True):
            name.setText(text)
            field.setAccessibleName(text)
            field.setPlaceholderText(self.tr("d.m.yyyy"))

    def _send(self) -> None:
        texts = self.first.text().strip(), self.last.text().strip()
        first, last = (printed_day(text) if text else None for text in texts)
        fault = ""
        if any(text and day is None for text, day in zip(texts, (first, last), strict=True)):
            fault = self.tr("Enter the date as day, month and year, for example 9.3.2027.")
        elif first and last and first > last:
            fault = self.tr("The first day must not be after the last day.")
        self._wrong.setText(fault)
        self._wrong.setVisible(bool(fault))
        for field in (self.first, self.last):
            field.setAccessibleDescription(fault)
        if not fault and (first, last) != self.span:
            self.span = (first, last)
            self.typed.emit(self.span)
