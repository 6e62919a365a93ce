"""Always in sight: the road to the register, what waits, how old the register is."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from desk_app.services.standing import Connection, ConnectionState, Standing
from desk_app.ui.icons import Icons
from desk_app.ui.language import Language
from desk_app.ui.surroundings import Surroundings
from desk_app.ui.theme import Space
from desk_app.ui.widgets.icon import IconLabel
from desk_app.ui.widgets.styling import label
from sync.rules.policy import RegisterAge

_ROADS = {
    ConnectionState.UNKNOWN: "offline",
    ConnectionState.ONLINE: "online",
    ConnectionState.OFFLINE: "offline",
    ConnectionState.REFUSED: "key",
}


class StatusStrip(QFrame):
    """Words with an icon each; nothing is said by colour."""

    def __init__(
        self,
        icons: Icons,
        language: Language,
        surroundings: Surroundings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self._language = language
        self._surroundings = surroundings
        self._icons = icons
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        self._row.setSpacing(Space.S)
        self._road_icon, self._road = self._part("offline")
        self._waiting_icon, self._waiting = self._part("waiting")
        self._attention_icon, self._attention = self._part("inbox")
        self._row.addStretch(1)
        self._age_icon, self._age = self._part("register", last=True)
        surroundings.changed.connect(self._show)
        self._show()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the language in force."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._show()

    def _part(self, icon: str, *, last: bool = False) -> tuple[IconLabel, QLabel]:
        picture, text = IconLabel(self._icons, icon, 18), label("body")
        text.setMinimumWidth(1)  # in large type the strip may be narrower than its words
        self._row.addWidget(picture)
        self._row.addWidget(text)
        if not last:
            self._row.addSpacing(Space.L)
        return picture, text

    def _show(self) -> None:
        words, standing = self._language.words, self._surroundings.standing
        self._show_road(self._surroundings.connection)
        enrolled = standing is not None and standing.desk is not None
        for part in (self._waiting_icon, self._waiting, self._age_icon, self._age):
            part.setVisible(enrolled)
        self._show_attention(standing)
        if standing is None or not enrolled:
            return
        self._waiting.setText(words.waiting(standing))
        self._waiting_icon.show_icon("waiting" if standing.queue.pending else "check")
        self._age.setText(words.register_age(standing, self._surroundings.now()))
        fresh = standing.register_age is RegisterAge.FRESH
        self._age_icon.show_icon("register" if fresh else "look")

    def _show_road(self, connection: Connection) -> None:
        self._road.setText(self._language.words.connection(connection))
        self._road_icon.show_icon("busy" if connection.busy else _ROADS[connection.state])

    def _show_attention(self, standing: Standing | None) -> None:
        count = standing.queue.attention if standing else 0
        self._attention.setText(self.tr("%n need(s) a hand", "", count))
        self._attention.setVisible(bool(count))
        self._attention_icon.setVisible(bool(count))
