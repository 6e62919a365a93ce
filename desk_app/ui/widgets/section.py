"""A card with a heading that groups widgets."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desk_app.ui.appearance.icons import Icons
from desk_app.ui.appearance.theme import Space
from desk_app.ui.widgets.icon import IconLabel
from desk_app.ui.widgets.plain_text import plain
from desk_app.ui.widgets.styling import label


class Section(QFrame):
    """Takes widgets, one below the other. ``titled`` with each new heading."""

    titled = Signal(str)

    def __init__(self, icons: Icons, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._title = label("heading", wrap=True)
        self._about = label("muted", wrap=True)
        self._about.hide()
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(IconLabel(icons, icon, 22))
        head.addWidget(self._title, 1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        self.column.setSpacing(Space.M)
        self.column.addLayout(head)
        self.column.addWidget(self._about)

    def add(self, *widgets: QWidget) -> None:
        """One or more, at the end."""
        for widget in widgets:
            self.column.addWidget(widget)

    @property
    def title(self) -> str:
        """The heading as shown."""
        return self._title.text()

    def set_texts(self, title: str, about: str = "") -> None:
        """The heading, and a sentence on what this is for."""
        self._title.setText(title)
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self.setAccessibleName(plain(title))
        self.titled.emit(title)
