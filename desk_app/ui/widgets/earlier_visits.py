"""The visits before the last one, each with its way back; out of sight until asked for."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from desk_app.ui.icons import Icons
from desk_app.ui.language import Language
from desk_app.ui.models.last_visits import Last, LastState, LastVisits
from desk_app.ui.surroundings import Surroundings
from desk_app.ui.theme import Space
from desk_app.ui.widgets.button import Button, WrappingButton
from desk_app.ui.widgets.styling import label
from desk_app.ui.widgets.turning import turn
from sync.rules.card_numbers import mask

_NARROW_EMS = 18
"""Below so many letters M of width the button goes under the words."""


class EarlierVisits(QFrame):
    """``undo`` bears the id of the visit that somebody wants back."""

    undo = Signal(object)

    def __init__(
        self,
        icons: Icons,
        language: Language,
        surroundings: Surroundings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._icons = icons
        self._language = language
        self._surroundings = surroundings
        self._shown: tuple[Last, ...] = ()
        self._open = WrappingButton("link")
        self._open.setCheckable(True)
        self._rows = QWidget()
        self._list = QVBoxLayout(self._rows)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, 0, Space.S, 0)
        column.setSpacing(0)
        column.addWidget(self._open)
        column.addWidget(self._rows)
        self._open.toggled.connect(self._rows.setVisible)
        self._rows.hide()
        self.hide()

    def show_visits(self, lasts: LastVisits, *, unfold: bool) -> None:
        """All but the latest, which has a place of its own; ``unfold`` shows them unasked.

        So does one that could not be taken back: that is never left unsaid.
        """
        before, self._shown = self._shown, tuple(lasts)[1:]
        if self._shown != before:
            self._fill()
        if self._shown != before and (unfold or any(last.trouble for last in self._shown)):
            self._open.setChecked(True)
        self.setVisible(bool(self._shown))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the language in force."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._fill()

    def _fill(self) -> None:
        self._open.say(self.tr("%n earlier visit(s)", "", len(self._shown)))
        while (item := self._list.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for last in self._shown:
            row = self._row(last)
            self._list.addWidget(row)
            row.show()  # now, not with the next event

    def _row(self, last: Last) -> QWidget:
        words = self._language.words
        at = words.clock(last.visit.recorded_at.astimezone(self._surroundings.zone))
        given = words.tickets(last.visit.tickets)
        told = f"{at} · {given} · {mask(last.visit.card_number)}"
        if last.state is LastState.UNDONE:
            told = self.tr("{visit} · taken back").format(visit=told)
        if last.trouble is not None:
            told = "\n".join((told, *words.error(last.trouble)))
        row = _Row(self._icons)
        row.said.setText(told)
        back = row.back
        back.say("", self.tr("Undo {visit}").format(visit=f"{at}, {given}"))
        back.setToolTip(self.tr("Undo"))
        back.setVisible(last.state is not LastState.UNDONE)
        back.setEnabled(last.state is LastState.RECORDED)
        back.clicked.connect(lambda: self.undo.emit(last.visit.id))
        return row


class _Row(QWidget):
    """A visit, and the button that takes it back."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.said = label("body", wrap=True)
        self.back = Button("link", icons, "undo")
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setContentsMargins(Space.M, 0, 0, 0)
        self._across.setSpacing(Space.S)
        self._across.addWidget(self.said, 1)
        self._across.addWidget(self.back)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """In large type the button goes under the words."""
        super().resizeEvent(event)
        turn(self._across, self, _NARROW_EMS)
