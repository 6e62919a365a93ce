"""The top bar: the venue's and desk's names, and the language switch."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desk_app.ui.appearance.theme import Space
from desk_app.ui.context.app_status import AppStatus
from desk_app.ui.shell.language_switch import LanguageSwitch
from desk_app.ui.widgets.styling import label


class TopBar(QFrame):
    """Shows the names out of the status, and contains the language switch."""

    def __init__(self, app_status: AppStatus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("top")
        self._app_status = app_status
        self._venue = label("strong")
        self._desk = label("small")
        self.language_switch = LanguageSwitch()
        for name in (self._venue, self._desk):
            name.setMinimumWidth(1)  # a long name gives way to the languages
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._venue)
        texts.addWidget(self._desk)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        row.setSpacing(Space.M)
        row.addLayout(texts, 1)
        row.addWidget(self.language_switch)
        app_status.changed.connect(self._show)
        self._show()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Retranslate on a language change."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._show()

    def _show(self) -> None:
        standing = self._app_status.standing
        desk = standing.desk if standing else None
        self._venue.setText(desk.venue.name if desk else "Kaikuluukku")
        self._desk.setText(desk.desk_name if desk else self.tr("The Kaikukortti ticket window"))
