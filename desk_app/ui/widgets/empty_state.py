"""A placeholder for an empty list: why it is empty, a possible action; or that it is loading."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.ui.appearance.icons import Icons
from desk_app.ui.appearance.theme import Space
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.icon import IconLabel
from desk_app.ui.widgets.styling import label
from desk_app.ui.widgets.translated import Translated


class EmptyState(Translated, QWidget):
    """Emits ``acted`` when its button is pressed; it has one only with a text for it."""

    acted = Signal()

    def __init__(self, icons: Icons, icon: str = "inbox", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self._loading = False
        self._icon = IconLabel(icons, icon, 28, round_it=True)
        self._title = label("heading", wrap=True)
        self._about = label("muted", wrap=True)
        self._button = Button("")
        centre = Qt.AlignmentFlag.AlignHCenter
        for text in (self._title, self._about):
            text.setAlignment(centre)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.S)
        column.addStretch(1)
        column.addWidget(self._icon, 0, centre)
        column.addWidget(self._title)
        column.addWidget(self._about)
        column.addWidget(self._button, 0, centre)
        column.addStretch(2)
        self._button.clicked.connect(self.acted)
        self._words = ("", "", "")
        self._show()

    def set_texts(self, title: str, about: str = "", action: str = "", icon: str = "") -> None:
        """Why there is nothing, what that means, and what a button would do about it."""
        self._words = (title, about, action)
        self._icon_name = icon or self._icon_name
        self._show()

    def show_loading(self, *, loading: bool) -> None:
        """Set whether it is loading."""
        self._loading = loading
        self._show()

    def _retranslate(self) -> None:
        self._show()

    def _show(self) -> None:
        title, about, action = (self.tr("One moment…"), "", "") if self._loading else self._words
        self._icon.show_icon("busy" if self._loading else self._icon_name)
        self._title.setText(title)
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self._button.set_texts(action)
        self._button.setVisible(bool(action))
