"""What is so: a name and a value on each line."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desk_app.ui.theme import Space
from desk_app.ui.widgets.styling import label


class Facts(QWidget):
    """Values can be marked and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setVerticalSpacing(Space.S)
        self._grid.setColumnStretch(1, 1)
        self._shown: Sequence[tuple[str, str]] = ()

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show these, in this order."""
        if facts == self._shown:
            return
        self._shown = list(facts)
        while (item := self._grid.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for place, (name, value) in enumerate(facts):
            named, valued = label("muted"), label("body", wrap=True)
            named.setText(name)
            valued.setText(value)
            valued.setAccessibleName(f"{name}: {value}")
            valued.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(named, place, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(valued, place, 1)
