"""The verdict panel: icon, headline, advice, notices, steppers, and the main button."""

import re

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desk_app.messages.sentences import sentences
from desk_app.ui.appearance.icons import Icons
from desk_app.ui.appearance.theme import Space
from desk_app.ui.ticket.verdict_view import TicketRow, VerdictView
from desk_app.ui.widgets.announce import announce
from desk_app.ui.widgets.button import Button, WrappingButton
from desk_app.ui.widgets.fee_field import FeeField
from desk_app.ui.widgets.icon import IconLabel
from desk_app.ui.widgets.number_field import Keys
from desk_app.ui.widgets.plain_text import plain
from desk_app.ui.widgets.printed_day_field import PrintedDayField
from desk_app.ui.widgets.stepper import Stepper
from desk_app.ui.widgets.styling import label, restyle
from sync.rules.tickets import TicketKind

_AFTER_A_NUMBER = re.compile(r"(?<=\d) (?=[^\W\d])")
_ICON_LINES = 24
"""In one of fewer lines the words need the room of the picture beside them."""
_ALL = 2**24 - 1
"""Qt's QWIDGETSIZE_MAX: no limit."""
_LOW_LINES = 16
"""In a panel of fewer lines of its text, steppers are only as high as a thumb needs."""
_WITHIN_A_PATH = re.compile(r"(?<=[/\\_])(?=\S)")


class VerdictPanel(QFrame):
    """Shows a :class:`VerdictView`; readable from a metre away."""

    stepped = Signal(object, int)
    row_chosen = Signal(object)
    acted = Signal()
    second_acted = Signal()
    """Not what Enter does, but what may be done too."""
    cleared = Signal()
    announced = Signal(str)
    """The text for a screen reader, at the same moment."""

    def __init__(self, icons: Icons, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._icons = icons
        self._shown: VerdictView | None = None
        self.printed_day = PrintedDayField(keys)
        self.fee = FeeField(keys)
        self._steppers: dict[TicketKind, Stepper] = {}
        self._act, self._second = WrappingButton("primary"), WrappingButton("")
        self._clear = Button("quiet", icons, "close")
        self._act.clicked.connect(self.acted)
        self._second.clicked.connect(self.second_acted)
        self._clear.clicked.connect(self.cleared)
        self._grid = QGridLayout()
        self._grid.setSpacing(Space.XS)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        column.setSpacing(Space.S)
        column.addWidget(self._scrolled(), 1)
        column.addLayout(self._grid)
        column.addWidget(self.printed_day)
        column.addWidget(self.fee)
        column.addStretch(0)
        column.addWidget(self._foot())
        column.addWidget(self._second)
        self._retranslate()

    def show_panel(self, shown: VerdictView) -> None:
        """Show this, and tell screen readers where the words are new."""
        before, self._shown = self._shown, shown
        if shown == before:
            return
        self._icon.show_icon(shown.icon)
        for line, text in ((self._headline, shown.headline), (self._advice, shown.advice)):
            line.setText(_breakable(text))
            line.setAccessibleName(plain(text))  # not what guides the lines
        self._advice.setVisible(bool(shown.advice))
        restyle(self._head, "tone", "calm" if shown.calm else shown.tone)
        restyle(self._headline, "type", "title" if shown.calm else "headline")
        self._middle(shown.calm)
        self._show_icon_where_it_fits()
        self._show_notes(shown)
        self._show_rows(shown.rows)
        self.printed_day.setVisible(shown.asks_printed_day)
        self.fee.setVisible(shown.asks_fee)
        self._act.say(shown.act)
        self._act.setEnabled(shown.act_enabled)
        self._act.setVisible(bool(shown.act))
        self._second.say(shown.second)
        self._second.setVisible(bool(shown.second))
        self._second.setToolTip("F8")
        self._clear.setVisible(shown.clearable)
        self._footer.setVisible(bool(shown.act) or shown.clearable)
        self._share_height()
        if before is None or before.headline != shown.headline or before.calm != shown.calm:
            self._scroll.verticalScrollBar().setValue(0)
        self._announce(before, shown)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Words come before pictures."""
        super().resizeEvent(event)
        self._show_icon_where_it_fits()
        self._share_height()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Retranslate on a language change."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._clear.setAccessibleName(self.tr("Clear the card"))
        self._clear.setToolTip(self.tr("Clear the card"))

    def _scrolled(self) -> QScrollArea:
        inner = QWidget()
        self._inner = QVBoxLayout(inner)
        self._inner.setContentsMargins(0, 0, 0, 0)
        self._inner.setSpacing(Space.S)
        self._inner.addStretch(0)
        self._inner.addWidget(self._build_head())
        self._notes = QVBoxLayout()
        self._notes.setSpacing(Space.XS)
        self._inner.addLayout(self._notes)
        self._inner.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inner)
        return self._scroll

    def _build_head(self) -> QFrame:
        self._head = QFrame()
        self._head.setObjectName("head")
        self._icon = IconLabel(self._icons, "card", 32, round_it=True)
        self._headline = label("headline", wrap=True)
        self._advice = label("advice", wrap=True)
        self._texts = QVBoxLayout()
        self._texts.setSpacing(Space.XS)
        self._texts.addStretch(1)  # a single line stands beside the middle of its icon
        self._texts.addWidget(self._headline)
        self._texts.addWidget(self._advice)
        self._texts.addStretch(1)
        self._head_row = QHBoxLayout(self._head)
        self._head_row.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        self._head_row.setSpacing(Space.M)
        self._head_row.addWidget(self._icon)
        self._head_row.addLayout(self._texts, 1)
        return self._head

    def _foot(self) -> QWidget:
        self._footer = QWidget()
        row = QHBoxLayout(self._footer)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self._clear)
        row.addWidget(self._act, 1)
        return self._footer

    def _middle(self, calm: bool) -> None:  # noqa: FBT001 - a state, not an option
        centre = Qt.AlignmentFlag.AlignHCenter if calm else Qt.AlignmentFlag.AlignLeft
        self._headline.setAlignment(centre)
        self._advice.setAlignment(centre)
        direction = QHBoxLayout.Direction.TopToBottom if calm else QHBoxLayout.Direction.LeftToRight
        self._head_row.setDirection(direction)
        across = Qt.AlignmentFlag.AlignHCenter if calm else Qt.AlignmentFlag.AlignVCenter
        self._head_row.setAlignment(self._icon, across)
        self._inner.setStretch(0, 1 if calm else 0)

    def _share_height(self) -> None:
        """The words scroll where there is no room for all; what is to be done stays in sight."""
        follows = bool(self._steppers) or self.printed_day.isVisibleTo(self)
        within = self._scroll.viewport().width()
        words = self._inner.totalHeightForWidth(within) if follows else _ALL
        self._scroll.setMaximumHeight(words)
        low = self.height() < _LOW_LINES * self.fontMetrics().height()
        for stepper in self._steppers.values():
            stepper.set_compact(low)

    def _show_icon_where_it_fits(self) -> None:
        """In very large type a long word needs the width beside it; tone and words say the same."""
        metrics = self._headline.fontMetrics()
        words = re.split("[ \n\N{ZERO WIDTH SPACE}]", self._headline.text())
        longest = max(metrics.horizontalAdvance(word) for word in words)
        within = self._scroll.width() - self._scroll.verticalScrollBar().sizeHint().width()
        beside = within - 2 * Space.L - self._icon.sizeHint().width() - Space.M
        calm = self._shown is None or self._shown.calm
        high = self.height() >= _ICON_LINES * self.fontMetrics().height()
        self._icon.setVisible(calm or (high and longest <= beside))

    def _show_notes(self, shown: VerdictView) -> None:
        while (item := self._notes.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        notes = [("notice", "info", text) for text in shown.notices]
        if shown.objection:
            notes.append(("objection", "stop", shown.objection))
        for kind, icon, text in notes:
            note = self._note(kind, icon, text)
            self._notes.addWidget(note)
            note.show()  # now, not with the next event

    def _note(self, kind: str, icon: str, text: str) -> QFrame:
        note = QFrame()
        note.setObjectName(kind)
        row = QHBoxLayout(note)
        row.setContentsMargins(Space.L, Space.S, Space.M, Space.S)
        row.setSpacing(Space.M)
        said = label("strong", wrap=True)
        said.setText(text)
        row.addWidget(IconLabel(self._icons, icon, 22), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(said, 1)
        return note

    def _show_rows(self, rows: tuple[TicketRow, ...]) -> None:
        if tuple(each.row for each in rows) != tuple(self._steppers):
            for old in self._steppers.values():
                self._grid.removeWidget(old)
                old.hide()
                old.deleteLater()
            self._steppers = {each.row: self._stepper(each.row) for each in rows}
            for place, stepper in enumerate(self._steppers.values()):
                self._grid.addWidget(stepper, place, 0)
                stepper.show()  # now, not with the next event
        for each in rows:
            self._steppers[each.row].show_count(
                each.name, each.count, each.most, chosen=each.chosen
            )

    def _stepper(self, row: TicketKind) -> Stepper:
        stepper = Stepper(self._icons)
        stepper.stepped.connect(lambda by: self.stepped.emit(row, by))
        stepper.focused.connect(lambda: self.row_chosen.emit(row))
        return stepper

    def _announce(self, before: VerdictView | None, shown: VerdictView) -> None:
        told = plain(_spoken(shown))
        if before is not None and before.headline == shown.headline and before.rows != shown.rows:
            told = shown.objection or shown.act
        elif before is not None and told == plain(_spoken(before)):
            return  # only the button is another, or what can be done: the words were heard
        if not told or shown.calm:
            return
        if announce(self, told):
            self.announced.emit(told)


def _breakable(text: str) -> str:
    """The text, in which a number stays with what it counts, and a path may take several lines.

    In one line, a path would push the panel out of sight.
    """
    together = _AFTER_A_NUMBER.sub("\N{NO-BREAK SPACE}", text)
    return _WITHIN_A_PATH.sub("\N{ZERO WIDTH SPACE}", together)


def _spoken(shown: VerdictView) -> str:
    return sentences(shown.headline, shown.advice, *shown.notices, shown.objection)
