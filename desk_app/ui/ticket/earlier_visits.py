"""A list of the visits before the latest one, each with its undo button.

A row keeps its place and height, whatever becomes of its visit: two clicks at the same spot mean
the same visit.
"""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from desk_app.ui.appearance.icons import Icons
from desk_app.ui.appearance.language import Language
from desk_app.ui.context.app_status import AppStatus
from desk_app.ui.ticket.recent_visit_list import (
    RecentVisit,
    RecentVisitList,
    RecentVisitState,
    visit_text,
)
from desk_app.ui.ticket.undo_button import UndoButton
from desk_app.ui.widgets.button import WrappingButton
from desk_app.ui.widgets.flow import in_a_row
from desk_app.ui.widgets.responsive_row import stack_if_narrow
from desk_app.ui.widgets.styling import label
from desk_app.ui.widgets.translated import Translated

_INDENT = 14
"""The words that open the list begin where those of the visit above it do."""
_NARROW_EMS = 16
"""Below so many letters M of width the button goes under the words."""


class EarlierVisits(Translated, QFrame):
    """Emits ``pressed`` with the id of the visit that is to be voided or restored."""

    pressed = Signal(object)

    def __init__(
        self,
        icons: Icons,
        language: Language,
        app_status: AppStatus,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        self._language = language
        self._app_status = app_status
        self._shown: tuple[RecentVisit, ...] = ()
        self._by_key: dict[UUID, _EarlierVisitRow] = {}
        self._open = WrappingButton("link")
        self._open.setCheckable(True)
        self._rows = QWidget()
        self._list = QVBoxLayout(self._rows)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        opener = in_a_row(self._open)
        opener.setContentsMargins(_INDENT, 0, 0, 0)
        column.addWidget(opener)
        column.addWidget(self._rows)
        self._open.toggled.connect(self._rows.setVisible)
        self._rows.hide()
        self.hide()

    def show_visits(self, listed: RecentVisitList) -> None:
        """All but the latest, which has a place of its own."""
        before, self._shown = self._shown, tuple(listed)[1:]
        if self._shown != before:
            self._fill()
        self.setVisible(bool(self._shown))

    @property
    def closed_height(self) -> int:
        """The height of what opens the list."""
        return self._open.sizeHint().height()

    def _retranslate(self) -> None:
        self._fill()

    def _fill(self) -> None:
        self._open.set_texts(self.tr("%n earlier visit(s)", "", len(self._shown)))
        wanted = [last.key for last in self._shown]
        for key in [key for key in self._by_key if key not in wanted]:
            gone = self._by_key.pop(key)
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, last in enumerate(self._shown):
            row = self._by_key.get(last.key)
            if row is None:
                row = self._by_key[last.key] = _EarlierVisitRow(self._icons)
                row.pressed.connect(self.pressed)
            if self._list.indexOf(row) != place:
                self._list.insertWidget(place, row)
            self._show_row(row, last)
            row.show()  # now, not with the next event

    def _show_row(self, row: "_EarlierVisitRow", last: RecentVisit) -> None:
        words = self._language.words
        at = words.clock(last.visit.recorded_at.astimezone(self._app_status.zone))
        given = words.tickets(last.visit.tickets)
        is_undone = last.state in (RecentVisitState.UNDONE, RecentVisitState.PUTTING_BACK)
        row.visit_id = last.visit.id
        about = visit_text(last.visit, words, self._app_status.zone)
        undo, put_back, undone = self.tr("Undo"), self.tr("Restore"), self.tr("Undone")
        row.text.setText(f"{undone} · {about}" if is_undone else about)
        row.button.reserve_width_for(undo, put_back)
        visit = f"{at}, {given}"
        if is_undone:
            row.button.set_texts(put_back, self.tr("Restore {visit}").format(visit=visit))
        else:
            row.button.set_texts(undo, self.tr("Undo {visit}").format(visit=visit))


class _EarlierVisitRow(QWidget):
    """A visit, and beside it the button that voids or restores it."""

    pressed = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.visit_id = UUID(int=0)
        self.text = label("body", wrap=True)
        self.button = UndoButton(icons)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.text, 1)
        self._row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.button.clicked.connect(lambda: self.pressed.emit(self.visit_id))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the button under the words in large type."""
        super().resizeEvent(event)
        stack_if_narrow(self._row, self, _NARROW_EMS)
