"""A line of the counter: a title, a value, a note, and one button."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desk_app.ui.appearance.icons import Icons
from desk_app.ui.appearance.theme import Space
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.flow import in_a_row
from desk_app.ui.widgets.icon import IconLabel
from desk_app.ui.widgets.responsive_row import stack_if_narrow
from desk_app.ui.widgets.styling import label, name_label

_NARROW_EMS = 16
"""Below so many letters M of width the button goes under the words."""


class InfoLine(QFrame):
    """The owner fills the parts in."""

    def __init__(self, icons: Icons, icon: str, button: Button, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.icon = IconLabel(icons, icon, 22)
        self.title = label("section", wrap=True)
        self.what = name_label("strong")
        self.about = name_label("muted")
        self.button = button
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.title)
        texts.addWidget(self.what)
        texts.addWidget(self.about)
        left = QHBoxLayout()
        left.setSpacing(Space.M)
        left.addWidget(self.icon)
        left.addLayout(texts, 1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.S)
        self._row.addLayout(left, 1)
        self._row.addWidget(in_a_row(button))  # which leaves it the width of its text

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the button under the words in large type."""
        super().resizeEvent(event)
        self.icon.setVisible(not stack_if_narrow(self._row, self, _NARROW_EMS))
