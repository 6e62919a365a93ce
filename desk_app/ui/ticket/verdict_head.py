"""The head of the verdict panel: icon, headline, what was handed out, advice."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desk_app.ui.appearance.icons import Icons
from desk_app.ui.appearance.theme import Space
from desk_app.ui.ticket.verdict_view import VerdictView
from desk_app.ui.widgets.icon import IconLabel
from desk_app.ui.widgets.plain_text import plain
from desk_app.ui.widgets.styling import label, restyle

_AFTER_A_NUMBER = re.compile(r"(?<=\d) (?=[^\W\d])")
_ICON_LINES = 20
"""In a panel of fewer lines the words need the room of the picture beside them."""
_WITHIN_A_PATH = re.compile(r"(?<=[/\\_])(?=\S)")


class VerdictHead(QFrame):
    """Tinted by the verdict; its words and its icon say the same as its colour."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("head")
        self.setProperty("first", "true")
        self._calm = True
        self._icon = IconLabel(icons, "card", 32, round_it=True)
        self.headline = label("headline", wrap=True)
        self.handed = label("figure", wrap=True)
        self.kinds = label("handed", wrap=True)
        self.advice = label("advice", wrap=True)
        self.lines = (self.headline, self.handed, self.kinds, self.advice)
        texts = QVBoxLayout()
        texts.setSpacing(Space.XS)
        texts.addStretch(1)  # a single line stands beside the middle of its icon
        for line in self.lines:
            texts.addWidget(line)
        texts.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        self._row.setSpacing(Space.L)
        self._row.addWidget(self._icon)
        self._row.addLayout(texts, 1)

    def show_view(self, shown: VerdictView) -> None:
        """Show the words of a view."""
        self._icon.show_icon(shown.icon)
        texts = (shown.headline, shown.handed, shown.kinds, shown.advice)
        for line, text in zip(self.lines, texts, strict=True):
            line.setText(_breakable(text))
            line.setAccessibleName(plain(text))  # not what guides the lines
            line.setVisible(bool(text))
        restyle(self, "tone", "calm" if shown.calm else shown.tone)
        if shown.calm != self._calm:
            self._calm = shown.calm
            self._align()

    def fit(self, width: int, height: int) -> None:
        """Words come before pictures: in large type a long word needs the width beside it."""
        metrics = self.headline.fontMetrics()
        words = re.split("[ \n\N{ZERO WIDTH SPACE}]", self.headline.text())
        longest = max(metrics.horizontalAdvance(word) for word in words)
        beside = width - 2 * Space.L - self._icon.sizeHint().width() - Space.L
        high = height >= _ICON_LINES * self.fontMetrics().height()
        self._icon.setVisible(self._calm or (high and longest <= beside))

    def set_first(self, first: bool) -> None:  # noqa: FBT001 - a state, not an option
        """Whether it has the panel's upper corners, since no band stands above."""
        restyle(self, "first", "true" if first else "false")

    def _align(self) -> None:
        centre = Qt.AlignmentFlag.AlignHCenter if self._calm else Qt.AlignmentFlag.AlignLeft
        for line in self.lines:
            line.setAlignment(centre)
        down, across = QHBoxLayout.Direction.TopToBottom, QHBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if self._calm else across)
        middle = Qt.AlignmentFlag.AlignHCenter if self._calm else Qt.AlignmentFlag.AlignVCenter
        self._row.setAlignment(self._icon, middle)


def _breakable(text: str) -> str:
    """The text, in which a number stays with what it counts, and a path may take several lines.

    In one line, a path would push the panel out of sight.
    """
    together = _AFTER_A_NUMBER.sub("\N{NO-BREAK SPACE}", text)
    return _WITHIN_A_PATH.sub("\N{ZERO WIDTH SPACE}", together)
