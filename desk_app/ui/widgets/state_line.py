"""A state: a coloured dot, and words that say the same."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desk_app.ui.appearance.theme import Space
from desk_app.ui.widgets.styling import label
from desk_app.ui.widgets.table_rows import dot_of


class StateLine(QWidget):
    """The dot stands at the first line of the words, as in a list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dot = QLabel()
        self._words = label("body", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self._dot, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)

    def show_state(self, words: str, ink: str) -> None:
        """Say it, with a dot of the colour ``ink``."""
        self._words.setText(words)
        self._dot.setPixmap(dot_of(ink))
        self._dot.setFixedHeight(self._words.fontMetrics().height())
        self.setVisible(bool(words))
