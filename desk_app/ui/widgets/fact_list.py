"""A list of facts: a name and a value on each line."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desk_app.ui.appearance.theme import Space
from desk_app.ui.widgets.plain_text import plain
from desk_app.ui.widgets.styling import label


class FactList(QWidget):
    """Values can be selected and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setVerticalSpacing(Space.S)
        self._grid.setColumnStretch(1, 1)
        self._lines: list[tuple[QLabel, QLabel]] = []

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show these, in this order."""
        for place in range(len(self._lines), len(facts)):
            self._lines.append(self._new_line(place))
        for (named, valued), (name, value) in zip(self._lines, facts, strict=False):
            named.setText(name)
            valued.setText(value)
            valued.setAccessibleName(plain(f"{name}: {value}"))
        for place, line in enumerate(self._lines):
            for part in line:
                part.setVisible(place < len(facts))

    def _new_line(self, place: int) -> tuple[QLabel, QLabel]:
        """Made once: labels are slow to make, and what is shown changes often."""
        named, valued = label("muted"), label("body", wrap=True)
        valued.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._grid.addWidget(named, place, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(valued, place, 1)
        return named, valued
