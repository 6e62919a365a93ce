"""A row of large sums, with their certainty."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from desk_app.ui.appearance.theme import Space
from desk_app.ui.widgets.flow import FlowLayout
from desk_app.ui.widgets.plain_text import plain
from desk_app.ui.widgets.styling import label


class Sums(QFrame):
    """Each sum stands above its name, with the ``signs`` before them; the notes stand below all.

    A sign is a plus, an equals sign, or nothing: so it is seen which of them add up to which.
    """

    def __init__(self, signs: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._sums = [(label("headline"), label("muted")) for _ in signs]
        self._notes = label("body", wrap=True)
        row = QWidget()
        flow = FlowLayout(row, Space.M)
        for (number, name), sign, after in zip(self._sums, signs, (*signs[1:], ""), strict=True):
            flow.addWidget(_tile(number, name, sign, ends=not after))
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        column.setSpacing(Space.XS)
        column.addWidget(row)
        column.addWidget(self._notes)

    def show_sums(self, sums: Sequence[tuple[str, str]], notes: Sequence[str]) -> None:
        """Names and numbers, in their places."""
        for (number, name), (title, counted) in zip(self._sums, sums, strict=True):
            number.setText(counted)
            number.setAccessibleName(plain(f"{title}: {counted}"))
            name.setText(title)
        self._notes.setText(" ".join(notes))
        self._notes.setVisible(bool(notes))


def _tile(number: QLabel, name: QLabel, sign: str, *, ends: bool) -> QWidget:
    """A number above its name, behind its sign; one that ``ends`` a sum has more room after it."""
    tile = QWidget()
    grid = QGridLayout(tile)
    grid.setContentsMargins(0, 0, 2 * Space.XL if ends else 0, 0)
    grid.setHorizontalSpacing(Space.M)
    grid.setVerticalSpacing(0)
    if sign:
        before = label("headline")
        before.setText(sign)
        grid.addWidget(before, 0, 0)
    grid.addWidget(number, 0, 1)
    grid.addWidget(name, 1, 1)
    return tile
