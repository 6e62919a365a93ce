"""A row of large sums, with their certainty."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desk_app.ui.appearance.theme import Space
from desk_app.ui.widgets.flow import FlowLayout
from desk_app.ui.widgets.plain_text import plain
from desk_app.ui.widgets.styling import label


class Sums(QFrame):
    """Each sum stands above its name; the notes stand below them all."""

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._sums = [(label("headline"), label("muted")) for _ in range(count)]
        self._notes = label("body", wrap=True)
        row = QWidget()
        flow = FlowLayout(row, Space.XL)
        for number, name in self._sums:
            tile = QWidget()
            column = QVBoxLayout(tile)
            column.setContentsMargins(0, 0, Space.L, 0)
            column.setSpacing(0)
            column.addWidget(number)
            column.addWidget(name)
            flow.addWidget(tile)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.S)
        column.addWidget(row)
        column.addWidget(self._notes)

    def show_sums(self, sums: Sequence[tuple[str, str]], notes: Sequence[str]) -> None:
        """Names and numbers, in their places."""
        for (number, name), (said, counted) in zip(self._sums, sums, strict=True):
            number.setText(counted)
            number.setAccessibleName(plain(f"{said}: {counted}"))
            name.setText(said)
        self._notes.setText(" ".join(notes))
        self._notes.setVisible(bool(notes))
