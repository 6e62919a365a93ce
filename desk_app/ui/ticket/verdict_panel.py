"""The verdict panel: what to hand out, how many of each kind, and the button that records."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desk_app.messages.sentences import sentences
from desk_app.ui.appearance.icons import Icons
from desk_app.ui.appearance.language import Language
from desk_app.ui.appearance.theme import Space
from desk_app.ui.ticket.group_visit import GroupVisit
from desk_app.ui.ticket.headline_size import panel_sheet
from desk_app.ui.ticket.mode_band import ModeBand
from desk_app.ui.ticket.ticket_counts import TicketCounts
from desk_app.ui.ticket.verdict_head import VerdictHead
from desk_app.ui.ticket.verdict_view import TicketRow, VerdictView
from desk_app.ui.widgets.announce import announce
from desk_app.ui.widgets.button import Button, WrappingButton
from desk_app.ui.widgets.fee_field import FeeField
from desk_app.ui.widgets.icon import IconLabel
from desk_app.ui.widgets.number_field import Keys
from desk_app.ui.widgets.plain_text import plain
from desk_app.ui.widgets.printed_day_field import PrintedDayField
from desk_app.ui.widgets.styling import label, layout_suspended, restyle
from desk_app.ui.widgets.translated import Translated

_ALL = 2**24 - 1
"""Qt's QWIDGETSIZE_MAX: no limit."""
_LOW_LINES = 26
"""In a panel of fewer lines of its text, numbers are only as high as a thumb needs."""
_BEFORE_AIR = 1000
"""The words have all the height that they need before any is left free."""
_ENTER = "Enter"


class VerdictPanel(Translated, QFrame):
    """Shows a :class:`VerdictView`; readable from two metres away."""

    counted = Signal(object, int)
    """So many tickets of a kind are wanted."""
    row_chosen = Signal(object)
    acted = Signal()
    second_acted = Signal()
    """Not what Enter does, but what may be done too."""
    cleared = Signal()
    announced = Signal(str)
    """The text for a screen reader, at the same moment."""

    def __init__(
        self, icons: Icons, language: Language, keys: Keys, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._icons = icons
        self._shown: VerdictView | None = None
        self._sheet = ""
        self.band = ModeBand(icons, language)
        self.head = VerdictHead(icons)
        self.counts = TicketCounts()
        self.printed_day = PrintedDayField(keys)
        self.fee = FeeField(keys)
        self.action, self._second = WrappingButton("primary", _ENTER), WrappingButton("", "F8")
        self.total = label("figure", wrap=True)
        self._clear = Button("quiet", icons, "close")
        self.action.clicked.connect(self.acted)
        self._second.clicked.connect(self.second_acted)
        self._clear.clicked.connect(self.cleared)
        self.counts.counted.connect(self.counted)
        self.counts.chosen.connect(self.row_chosen)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, Space.M)
        column.setSpacing(0)
        column.addWidget(self.band)
        column.addWidget(self._scrolled(), _BEFORE_AIR)
        column.addWidget(self.counts)
        column.addWidget(self.printed_day)
        column.addWidget(self.fee)
        column.addWidget(self._foot())
        column.addStretch(1)
        self._retranslate()

    def show_panel(self, shown: VerdictView, *, aloud: bool = True) -> None:
        """Show this, and tell screen readers where the words are new.

        Not ``aloud`` what was told already, in another language.
        """
        before, self._shown = self._shown, shown
        if shown == before:
            return
        with layout_suspended(self._column):
            self._show_parts(shown)
        self.head.updateGeometry()  # its height is looked at before it is laid out
        self._share_height()
        self._column.activate()
        self._inner.activate()  # all in its place before anything of it is painted
        if before is None or before.headline != shown.headline or before.calm != shown.calm:
            self.scroll_area.verticalScrollBar().setValue(0)
        if aloud:
            self._announce(before, shown)

    def _show_parts(self, shown: VerdictView) -> None:
        self.head.show_view(shown)
        self._inner.setStretch(0, 1 if shown.calm else 0)
        self._show_notes(shown)
        self.counts.show_rows(shown.rows)
        self.printed_day.setVisible(shown.asks_printed_day)
        self.fee.setVisible(shown.asks_fee)
        self.total.setText(shown.total)
        self.total.setVisible(bool(shown.total))
        self.action.set_texts(shown.action)
        self.action.setEnabled(shown.action_enabled)
        self.action.setVisible(bool(shown.action))
        self._second.set_texts(shown.second)
        self._second.setVisible(bool(shown.second))
        self._clear.setVisible(shown.clearable)
        self._footer.setVisible(bool(shown.action) or shown.clearable)

    def show_modes(self, *, express: bool, group: GroupVisit | None) -> None:
        """The band and the frame say in which mode the counter works."""
        self.band.show_modes(express=express, group=group)
        gathering = group is not None and not group.complete
        restyle(self, "mode", "group" if gathering else "express" if express else "")
        self.head.set_first(not (express or gathering))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The verdict grows with the panel."""
        super().resizeEvent(event)
        self._grow()
        self._share_height()

    def _grow(self) -> None:
        sheet = panel_sheet(self.size(), self.font().pixelSize(), low=self._low)
        if sheet != self._sheet:
            self._sheet = sheet
            self.setStyleSheet(sheet)

    def _retranslate(self) -> None:
        clear = self.tr("Clear the card")
        self._clear.setAccessibleName(clear)
        self._clear.setToolTip(f"{clear} (Esc)")

    def _scrolled(self) -> QScrollArea:
        inner = QWidget()
        self._inner = QVBoxLayout(inner)
        self._inner.setContentsMargins(0, 0, 0, 0)
        self._inner.setSpacing(0)
        self._inner.addStretch(0)
        self._inner.addWidget(self.head)
        self._notes = QVBoxLayout()
        self._notes.setSpacing(0)
        self._notices: list[_NoticeLine] = []
        self._objection = _NoticeLine(self._icons, "objection", "stop")
        self._notes.addWidget(self._objection)
        self._inner.addLayout(self._notes)
        self._inner.addStretch(1)
        self.scroll_area = QScrollArea()
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll_area.setWidget(inner)
        return self.scroll_area

    def _foot(self) -> QWidget:
        self._footer = QWidget()
        first = QHBoxLayout()
        first.setSpacing(Space.L)
        first.addWidget(self.total)
        first.addWidget(self.action, 1)
        first.addWidget(self._clear)
        column = QVBoxLayout(self._footer)
        column.setContentsMargins(Space.L, Space.M, Space.M, 0)
        column.setSpacing(Space.S)
        column.addLayout(first)
        column.addWidget(self._second)
        return self._footer

    @property
    def _low(self) -> bool:
        return self.height() < _LOW_LINES * self.fontMetrics().height()

    def event(self, event: QEvent) -> bool:
        """Share the height anew when something in it may need more."""
        handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._share_height()
        return handled

    def _share_height(self) -> None:
        """The words scroll where there is no room for all; what is to be done stays in sight."""
        shown = self._shown
        follows = shown is not None and not shown.calm
        width = self.scroll_area.viewport().width()
        self.head.fit(width, self.height())
        words = self._inner.totalHeightForWidth(width) if follows else _ALL
        self.scroll_area.setMaximumHeight(words)
        self.counts.set_compact(self._low)

    def _show_notes(self, shown: VerdictView) -> None:
        """Each in a note that was there before, as far as there are any."""
        while len(self._notices) < len(shown.notices):
            note = _NoticeLine(self._icons, "notice", "info")
            self._notes.insertWidget(len(self._notices), note)
            self._notices.append(note)
        for place, note in enumerate(self._notices):
            note.set_texts(shown.notices[place] if place < len(shown.notices) else "")
        self._objection.set_texts(shown.objection)

    def _announce(self, before: VerdictView | None, shown: VerdictView) -> None:
        text = plain(_spoken(shown))
        if before is not None and before.headline == shown.headline and before.rows != shown.rows:
            text = _spoken_row(before.rows, shown.rows) or shown.objection or shown.action
        elif before is not None and _announced(before) == _announced(shown):
            return  # only the button is another, or what can be done: the words were heard
        if not text or shown.calm:
            return
        if announce(self, text):
            self.announced.emit(text)


def _announced(shown: VerdictView) -> tuple[str, object]:
    """What a voice says, and of which visit."""
    return plain(_spoken(shown)), shown.visit_id


class _NoticeLine(QFrame):
    """A line beside its icon; hidden while it has nothing to say."""

    def __init__(self, icons: Icons, kind: str, icon: str) -> None:
        super().__init__()
        self.setObjectName(kind)
        self._text = label("advice", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        row.setSpacing(Space.M)
        row.addWidget(IconLabel(icons, icon, 22), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self.hide()

    def set_texts(self, text: str) -> None:
        """Say it, or nothing."""
        self._text.setText(text)
        self.setVisible(bool(text))
        self.updateGeometry()  # the height of all notes is looked at before they are laid out


def _spoken_row(before: tuple[TicketRow, ...], rows: tuple[TicketRow, ...]) -> str:
    """The kind of ticket that the keys are at now, where nothing else is new."""
    if [(row.row, row.count) for row in before] != [(row.row, row.count) for row in rows]:
        return ""
    return next((f"{row.name}: {row.count}" for row in rows if row.chosen), "")


def _spoken(shown: VerdictView) -> str:
    """What is seen, but for the number that stands in the words too."""
    return sentences(shown.headline, shown.kinds, shown.advice, *shown.notices, shown.objection)
