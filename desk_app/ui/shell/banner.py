"""A dismissible message line across the page."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desk_app.ui.appearance.icons import Icons
from desk_app.ui.appearance.theme import Space
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.icon import IconLabel
from desk_app.ui.widgets.styling import label
from desk_app.ui.widgets.translated import Translated


class Banner(Translated, QFrame):
    """A banner, which is hidden until it has a message."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._text = label("body", wrap=True)
        self._close = Button("quiet", icons, "close")
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.XS, Space.XS, Space.XS)
        row.setSpacing(Space.M)
        row.addWidget(IconLabel(icons, "info", 20))
        row.addWidget(self._text, 1)
        row.addWidget(self._close)
        self._close.clicked.connect(self.hide)
        self._retranslate()
        self.hide()

    def show_text(self, text: str) -> None:
        """Say something; nothing hides the banner."""
        self._text.setText(text)
        self.setVisible(bool(text))

    def _retranslate(self) -> None:
        self._close.setAccessibleName(self.tr("Dismiss this notice"))
        self._close.setToolTip(self.tr("Dismiss this notice"))
