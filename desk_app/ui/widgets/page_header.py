"""The header of a page: its title, a description, and its actions."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_app.ui.appearance.theme import Space
from desk_app.ui.widgets.flow import FlowLayout
from desk_app.ui.widgets.styling import label


class PageHeader(QWidget):
    """Actions stand at the right, and go below the title where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = label("title", wrap=True)
        self._about = label("muted", wrap=True)
        self._about.hide()
        texts = QVBoxLayout()
        texts.setSpacing(Space.XS)
        texts.addWidget(self._title)
        texts.addWidget(self._about)
        self._actions = QWidget()
        self._flow = FlowLayout(self._actions)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addLayout(texts, 1)
        row.addWidget(self._actions)

    def add_action(self, action: QWidget) -> None:
        """One more, after those there are."""
        self._flow.addWidget(action)

    def set_texts(self, title: str, about: str = "") -> None:
        """The title, and a sentence on what the page is for."""
        self._title.setText(title)
        self._about.setText(about)
        self._about.setVisible(bool(about))
