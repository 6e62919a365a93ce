"""Says once that cards were used at two desks which could not reach each other."""

from PySide6.QtCore import QObject

from desk_app.ui.context.app_status import AppStatus
from desk_app.ui.context.notifier import Notifier


class DoubleUseNotice(QObject):
    """Speaks up when there are more of them than before; the inbox says which, and stays."""

    def __init__(self, app_status: AppStatus, notifier: Notifier) -> None:
        super().__init__(app_status)
        self._app_status = app_status
        self._notifier = notifier
        self._known: int | None = None
        app_status.changed.connect(self._look)

    def _look(self) -> None:
        standing = self._app_status.standing
        if standing is None:
            return
        count, known = standing.queue.used_twice, self._known
        self._known = count
        if known is not None and count > known:
            text = self.tr(
                "%n visit(s) with a card that another desk used too, while the desks could not "
                "reach each other. See To resolve.",
                "",
                count,
            )
            self._notifier.notify("warning", text)
