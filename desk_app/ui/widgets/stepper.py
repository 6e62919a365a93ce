"""A stepper for the number of tickets of one kind, with large buttons."""

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QFrame, QHBoxLayout, QSpinBox, QWidget

from desk_app.ui.appearance.icons import Icons
from desk_app.ui.appearance.theme import Space
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.styling import label, restyle

_ARROWS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
_WIDEST_NAME = 14
"""Letters M: on a wide page the buttons stand beside the name, not at the far edge."""
_ALL = 1000
"""The share of the width that the name takes before anything is left empty."""


class _Count(QSpinBox):
    """The number between the buttons: a real spin box for screen readers.

    It takes arrows when somebody tabs to it; digits are a new card number and go past it.
    """

    focused = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFrame(False)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.lineEdit().setReadOnly(True)
        self.lineEdit().setFocusPolicy(Qt.FocusPolicy.NoFocus)  # and its own, of which it is part
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say so: the frame around is what shows it."""
        super().focusInEvent(event)
        self.focused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows step; every other key is the page's."""
        if event.key() in _ARROWS:
            super().keyPressEvent(event)
        else:
            event.ignore()


class Stepper(QFrame):
    """Emits ``stepped`` with +1 or -1: the step wanted. The shown number is set by the owner."""

    stepped = Signal(int)
    focused = Signal()
    """The keyboard came here: this is the row to choose."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stepper")
        self.setProperty("chosen", "false")
        self._name = label("strong", wrap=True)
        self._fewer = Button("step", icons, "minus")
        self._more = Button("step", icons, "plus")
        self._count = _Count()
        self._name.setBuddy(self._count)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, 0, Space.XS, 0)
        row.setSpacing(Space.XS)
        row.addWidget(self._name, _ALL)
        row.addWidget(self._fewer)
        row.addWidget(self._count)
        row.addWidget(self._more)
        row.addStretch(1)
        self._fewer.clicked.connect(lambda: self.stepped.emit(-1))
        self._more.clicked.connect(lambda: self.stepped.emit(1))
        self._count.focused.connect(self.focused)
        self._count.valueChanged.connect(self._count_changed)
        self._shown = 0
        self._fit()

    def show_count(self, name: str, count: int, most: int, *, chosen: bool) -> None:
        """Show a count that may go from 0 up to ``most``."""
        self._name.setText(name)
        self._count.setAccessibleName(name)
        self._fewer.setAccessibleName(self.tr("Fewer: {kind}").format(kind=name))
        self._more.setAccessibleName(self.tr("More: {kind}").format(kind=name))
        self._fewer.setEnabled(count > 0)
        self._more.setEnabled(count < most)
        with QSignalBlocker(self._count):
            self._count.setRange(0, max(most, count))
            self._count.setValue(count)
        self._shown = count
        restyle(self, "chosen", "true" if chosen else "false")

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - a state, not an option
        """No higher than a thumb needs, whatever the size of the text."""
        restyle(self, "compact", "true" if compact else "false")

    def changeEvent(self, event: QEvent) -> None:
        """The count's width follows the text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit()

    def _fit(self) -> None:
        self._count.ensurePolished()
        self._count.setFixedWidth(self._count.fontMetrics().horizontalAdvance("0000"))
        most = _WIDEST_NAME * self.fontMetrics().horizontalAdvance("M")
        self._name.setMaximumWidth(most)

    def _count_changed(self, count: int) -> None:
        by = 1 if count > self._shown else -1
        with QSignalBlocker(self._count):
            self._count.setValue(self._shown)  # until it is so
        self.stepped.emit(by)
