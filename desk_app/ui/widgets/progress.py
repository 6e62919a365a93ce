"""The progress of long work: its name, how far it is, the time left, and a cancel button."""

import math

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desk_app.ui.appearance.theme import Space
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.plain_text import plain
from desk_app.ui.widgets.styling import label
from desk_app.ui.widgets.time_left import TimeLeft
from desk_app.ui.widgets.translated import Translated

_STEPS = 1000


class Progress(Translated, QWidget):
    """Emits ``cancelled`` when it is to stop; stopping is the owner's task."""

    cancelled = Signal()

    def __init__(self, *, cancellable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = label("body", wrap=True)
        self._left = label("small", wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._cancel = Button("")
        if not cancellable:
            self._cancel.hide()
        self._pace = TimeLeft()
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(self._bar, 1)
        row.addWidget(self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self._what)
        column.addLayout(row)
        column.addWidget(self._left)
        self._cancel.clicked.connect(self.cancelled)
        self._retranslate()

    def show_progress(self, what: str, part: float | None, at: float) -> None:
        """``part`` of it is done, 0 to 1, or ``None`` where nobody can tell; ``at`` in seconds."""
        self._what.setText(what)
        self._bar.setAccessibleName(plain(what))
        self._bar.setRange(0, 0 if part is None else _STEPS)
        if part is None:
            self._pace = TimeLeft()
            self._left.setText("")
            return
        self._bar.setValue(round(part * _STEPS))
        left = self._pace.done(part, at)
        self._left.setText("" if left is None else self._time_left(left))

    def _retranslate(self) -> None:
        self._cancel.set_texts(self.tr("Stop"))

    def _time_left(self, seconds: float) -> str:
        if seconds > 90:
            return self.tr("About %n minute(s) left", "", math.ceil(seconds / 60))
        return self.tr("About %n second(s) left", "", max(1, math.ceil(seconds / 5) * 5))
