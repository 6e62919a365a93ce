"""A list of the ticket page's keys, which floats above the page while somebody looks at it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from desk_app.ui.appearance.theme import Space
from desk_app.ui.widgets.styling import label
from desk_app.ui.widgets.translated import Translated

_KEYS = (
    "Enter",
    "Esc",
    "+ 2",
    "↑ ↓ ← →",
    "Alt+1…6",
    "F2",
    "F4",
    "F6",
    "F7",
    "Ctrl+Z",
    "Ctrl+L",
    "?",
)


class KeyHints(Translated, QFrame):
    """Two columns: the key, and its meaning. It takes no room, no focus, and moves nothing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        self.setObjectName("hints")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._meanings = [label("body") for _ in _KEYS]
        grid = QGridLayout(self)
        grid.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.XS)
        for place, (key, meaning) in enumerate(zip(_KEYS, self._meanings, strict=True)):
            cap = label("key")
            cap.setText(key)
            grid.addWidget(cap, place, 0)
            grid.addWidget(meaning, place, 1)
        self._retranslate()
        self.hide()

    def show_above(self, foot: QWidget) -> None:
        """Show it with its lower left corner where ``foot`` begins, within the page."""
        page = self._page
        size = self.sizeHint().boundedTo(page.size())
        corner = foot.mapTo(page, foot.rect().topLeft())
        left = max(0, min(corner.x() + foot.width() - size.width(), page.width() - size.width()))
        self.setGeometry(left, max(0, corner.y() - size.height()), size.width(), size.height())
        self.show()
        self.raise_()

    def _retranslate(self) -> None:
        meanings = (
            self.tr("check, then record"),
            self.tr("clear the card"),
            self.tr("give tickets to two more"),
            self.tr("choose the number of tickets"),
            self.tr("choose an offer from the tiles"),
            self.tr("choose from all offers"),
            self.tr("camera on or off"),
            self.tr("start or finish a group"),
            self.tr("express on or off"),
            self.tr("undo the last record"),
            self.tr("lock the window"),
            self.tr("this list"),
        )
        for shown, meaning in zip(self._meanings, meanings, strict=True):
            shown.setText(meaning)
