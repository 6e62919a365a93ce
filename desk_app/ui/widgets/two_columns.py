"""Two columns side by side, or one below the other where the window is narrow."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desk_app.ui.appearance.theme import Space
from desk_app.ui.widgets.responsive_row import stack_if_narrow

_NARROW_EMS = 62
"""So many letters M of width are enough for two forms."""


class Columns(QWidget):
    """Takes widgets for the left and for the right; below ``narrow_ems`` there is one column.

    ``gap`` is between the widgets of a column.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        narrow_ems: int = _NARROW_EMS,
        gap: int = Space.M,
    ) -> None:
        super().__init__(parent)
        self._narrow_ems = narrow_ems
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(Space.M)
        self._sides = (QVBoxLayout(), QVBoxLayout())
        for side in self._sides:
            side.setSpacing(gap)
            side.addStretch(1)
            self._across.addLayout(side, 1)

    def add(self, widget: QWidget, *, right: bool = False) -> None:
        """One more, at the end of its column."""
        side = self._sides[right]
        side.insertWidget(side.count() - 1, widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out as many columns as fit."""
        super().resizeEvent(event)
        stack_if_narrow(self._across, self, self._narrow_ems)
