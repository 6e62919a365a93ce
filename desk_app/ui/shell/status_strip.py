"""The status strip: the connection to the register, the queue, and the register's age."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desk_app.messages.clock import ClockWords
from desk_app.messages.neighbours import NeighbourWords
from desk_app.messages.register_words import RegisterWords
from desk_app.messages.sync_words import SyncWords
from desk_app.services.neighbours import NeighboursStatus
from desk_app.services.status import Connection, ConnectionState, DeskStatus
from desk_app.services.updates import Update
from desk_app.ui.appearance.icons import Icons
from desk_app.ui.appearance.language import Language
from desk_app.ui.appearance.theme import Space
from desk_app.ui.context.app_status import AppStatus
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.flow import FlowLayout
from desk_app.ui.widgets.icon import IconLabel
from desk_app.ui.widgets.styling import label
from desk_app.ui.widgets.translated import Translated
from sync.rules.policy import RegisterAge, good_until

_CONNECTIONS = {
    ConnectionState.UNKNOWN: "offline",
    ConnectionState.ONLINE: "online",
    ConnectionState.OFFLINE: "offline",
    ConnectionState.REFUSED: "key",
}

_ICON = 18
_ROW = 32
"""Pixels; what a further row of texts is high at least, so that it has air below and above."""


class _Part(QWidget):
    """An icon and its text. A ``calm`` one says that all is well, and may be hidden."""

    def __init__(self, icons: Icons, icon: str) -> None:
        super().__init__()
        self.icon = IconLabel(icons, icon, _ICON)
        self.text = label("body")
        self.wanted = True
        self.calm = True
        self.setMinimumHeight(_ROW)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.icon)
        row.addWidget(self.text)

    def set_texts(self, icon: str, text: str, *, calm: bool) -> None:
        """Say it."""
        self.icon.show_icon(icon)
        self.text.setText(text)
        self.calm = calm


class _SendNow(Button):
    """A button that sends the queue at once. Its icon is no larger than those of the texts."""

    icon_side = _ICON

    def __init__(self, icons: Icons) -> None:
        super().__init__("link", icons, "busy")
        self.wanted = False
        self.calm = False


class StatusStrip(Translated, QFrame):
    """Texts with an icon each; nothing is shown by colour alone.

    In large type, where not all has room, what is well is hidden, and the rest takes two rows.
    """

    def __init__(
        self,
        icons: Icons,
        language: Language,
        app_status: AppStatus,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self._language = language
        self._app_status = app_status
        self._row = FlowLayout(self, Space.L, row_gap=0)
        self._row.setContentsMargins(Space.L, 0, Space.L, 0)  # the button is as high as a thumb
        self._connection = _Part(icons, "offline")
        self._next_try = _Part(icons, "info")
        self._next_try.wanted = False
        self._sync_health = _Part(icons, "warning")
        self._sync_health.wanted = False
        self._waiting = _Part(icons, "waiting")
        self._attention = _Part(icons, "inbox")
        self._age = _Part(icons, "register")
        self._good_until = _Part(icons, "calendar")
        self._good_until.wanted = False
        self._neighbours = _Part(icons, "swap")
        self._neighbours.wanted = False
        self._clock = _Part(icons, "clock")
        self._clock.wanted = False
        self._send_now = _SendNow(icons)
        self._send_now.clicked.connect(app_status.send_now)
        self._update = _Part(icons, "info")
        self._update.wanted = False
        self._where = _Part(icons, "pin")
        self._where.wanted = False
        self._parts = (
            self._connection,
            self._waiting,
            self._send_now,
            self._attention,
            self._age,
            self._good_until,
            self._neighbours,
            self._clock,
            self._update,
            self._next_try,
            self._sync_health,
            self._where,
        )
        for part in self._parts:
            self._row.addWidget(part)
        app_status.changed.connect(self._show)
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Adapt to the text size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def _retranslate(self) -> None:
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _show(self) -> None:
        words, standing = self._language.words, self._app_status.standing
        self._show_connection(self._app_status.connection)
        enrolled = standing is not None and standing.desk is not None
        self._waiting.wanted = self._age.wanted = enrolled
        self._show_attention(standing)
        self._show_neighbours(standing)
        self._show_clock(standing)
        self._show_sync_health(standing)
        self._show_update(self._app_status.update_check.update)
        self._show_where(standing)
        self._send_now.set_texts(self.tr("Send now"))
        self._send_now.wanted = self._can_send(standing)
        if standing is not None and enrolled:
            pending = bool(standing.queue.sendable)
            icon = "waiting" if pending else "check"
            self._waiting.set_texts(icon, words.waiting(standing), calm=not pending)
            fresh = standing.register_age is RegisterAge.FRESH
            age = words.register_age(standing, self._app_status.now())
            self._age.set_texts("register" if fresh else "warning", age, calm=fresh)
            self._show_good_until(standing)
        self._fit()

    def _show_good_until(self, standing: DeskStatus) -> None:
        """Until which day cards can be checked; always in sight."""
        here = self._app_status
        verified_at = standing.register_verified_at
        text = ""
        if verified_at is not None and standing.register_age is not RegisterAge.TOO_OLD:
            until = good_until(verified_at, here.policy).astimezone(here.zone)
            words = RegisterWords(self._language.words)
            text = words.good_until_in_short(until, here.now().astimezone(here.zone))
        self._good_until.set_texts("calendar", text, calm=False)
        self._good_until.wanted = bool(text)

    def _can_send(self, standing: DeskStatus | None) -> bool:
        connection = self._app_status.connection
        waits = standing is not None and standing.queue.sendable > 0
        return waits and not connection.busy and connection.state is not ConnectionState.REFUSED

    def _show_connection(self, connection: Connection) -> None:
        icon = "busy" if connection.busy else _CONNECTIONS[connection.state]
        calm = connection.state is ConnectionState.ONLINE and connection.fault is None
        words, here = self._language.words, self._app_status
        self._connection.set_texts(icon, words.connection(connection), calm=calm)
        text = SyncWords(words).next_try(connection, here.zone, here.now())
        self._next_try.set_texts("info", text, calm=False)
        self._next_try.wanted = bool(text)

    def _show_sync_health(self, standing: DeskStatus | None) -> None:
        """What is wrong between desk and register as a whole; what to do is beside it."""
        words = SyncWords(self._language.words)
        text, at_length = words.standing(standing) if standing else ("", "")
        self._sync_health.set_texts("warning", text, calm=False)
        self._sync_health.setToolTip(at_length)
        self._sync_health.text.setAccessibleDescription(at_length)
        self._sync_health.wanted = bool(text)

    def _show_attention(self, standing: DeskStatus | None) -> None:
        count = standing.queue.attention if standing else 0
        self._attention.set_texts("inbox", self.tr("%n to resolve", "", count), calm=False)
        self._attention.wanted = bool(count)

    def _show_neighbours(self, standing: DeskStatus | None) -> None:
        """The other desks on the network, while some are connected, or one does not answer.

        Without the register they are what the desk has, and stay in sight.
        """
        status = standing.neighbours if standing else NeighboursStatus()
        words = NeighbourWords(self._language.words)
        text, at_length = words.in_short(status), words.state(status)
        online = self._app_status.connection.state is ConnectionState.ONLINE
        self._neighbours.set_texts("swap", text, calm=online and not status.missing)
        self._neighbours.setToolTip(at_length)
        self._neighbours.text.setAccessibleDescription(at_length)
        self._neighbours.wanted = bool(text)

    def _show_clock(self, standing: DeskStatus | None) -> None:
        """Said only where it is wrong; how to put it right is beside it."""
        off_by = standing.clock_off if standing else None
        self._clock.wanted = standing is not None and (bool(off_by) or not standing.clock_trusted)
        words = ClockWords(self._language.words.translate)
        self._clock.set_texts("clock", words.wrong(off_by), calm=False)
        self._clock.setToolTip(words.repair_advice(off_by))
        self._clock.text.setAccessibleDescription(words.repair_advice(off_by))

    def _show_update(self, update: Update | None) -> None:
        """It is calm: it gives way where there is no room, and asks for nothing."""
        self._update.wanted = update is not None
        if update is not None:
            text = self.tr("Version {version} available").format(version=update.version)
            self._update.set_texts("info", text, calm=True)

    def _show_where(self, standing: DeskStatus | None) -> None:
        """The venue and the desk. Staff know them, so that this part gives way first."""
        desk = standing.desk if standing else None
        self._where.wanted = desk is not None
        if desk is not None:
            self._where.set_texts("pin", f"{desk.venue.name} · {desk.desk_name}", calm=True)

    def _fit(self) -> None:
        self._connection.setMinimumHeight(self._send_now.sizeHint().height())  # it comes and goes
        wanted = [part for part in self._parts if part.wanted]
        wide = sum(part.sizeHint().width() for part in wanted) + Space.L * (len(wanted) + 1)
        if wide > self.width() and self._where in wanted:
            wanted.remove(self._where)
            wide -= self._where.sizeHint().width() + Space.L
        all_of_them = wide <= self.width()
        spoken = [part for part in wanted if all_of_them or not part.calm] or wanted[:1]
        for part in self._parts:
            part.setVisible(part in spoken)
