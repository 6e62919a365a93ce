"""The latest visit, with its undo button."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk_app.ui.appearance.icons import Icons
from desk_app.ui.appearance.language import Language
from desk_app.ui.context.app_status import AppStatus
from desk_app.ui.ticket.info_line import InfoLine
from desk_app.ui.ticket.recent_visit_list import RecentVisit, RecentVisitState
from desk_app.ui.ticket.undo_button import UndoButton
from desk_app.ui.widgets.translated import Translated
from sync.rules.card_numbers import mask


class RecentVisitLine(Translated, InfoLine):
    """The line of the latest visit, hidden until something was recorded."""

    pressed = Signal(object)
    """Carries the id of the visit that is to be voided or restored."""

    def __init__(
        self,
        icons: Icons,
        language: Language,
        app_status: AppStatus,
        parent: QWidget | None = None,
    ) -> None:
        self._button = UndoButton(icons)
        super().__init__(icons, "check", self._button, parent)
        self._language = language
        self._app_status = app_status
        self._last: RecentVisit | None = None
        self.about.hide()
        self.button.clicked.connect(self._press)
        self.show_last(None)

    def show_last(self, last: RecentVisit | None) -> None:
        """Show what became of the visit recorded last."""
        self._last = last
        self.setVisible(last is not None)
        if last is None:
            return
        words, visit = self._language.words, last.visit
        title = {
            RecentVisitState.RECORDED: self.tr("Recorded {time}"),
            RecentVisitState.UNDOING: self.tr("Undoing…"),
            RecentVisitState.UNDONE: self.tr("Undone {time}"),
            RecentVisitState.PUTTING_BACK: self.tr("Restoring…"),
        }[last.state]
        at = last.at.astimezone(self._app_status.zone)
        self.title.setText(title.format(time=words.clock(at)))
        self.what.setText(f"{words.tickets(visit.tickets)} · {mask(visit.card_number)}")
        is_undone = last.state in (RecentVisitState.UNDONE, RecentVisitState.PUTTING_BACK)
        self.icon.show_icon("undo" if is_undone else "check")
        undo, put_back = self.tr("Undo"), self.tr("Restore")
        self._button.reserve_width_for(undo, put_back)
        if is_undone:
            self.button.set_texts(put_back, self.tr("Restore the last record"))
        else:
            self.button.set_texts(undo, self.tr("Undo the last record"))
        self.button.setToolTip("" if is_undone else "Ctrl+Z")

    def _retranslate(self) -> None:
        self.show_last(self._last)

    def _press(self) -> None:
        if self._last is not None:
            self.pressed.emit(self._last.visit.id)
