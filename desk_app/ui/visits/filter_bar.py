"""Controls to filter the list of visits: by day, state or offer."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from desk_app.messages import Messages
from desk_app.services.visit_pages import VisitSubset
from desk_app.ui.appearance.icons import Icons
from desk_app.ui.appearance.theme import Space
from desk_app.ui.visits.filter import DAYS, ONLY, Days, Filter
from desk_app.ui.widgets.choice import Choice
from desk_app.ui.widgets.picker import Picker
from desk_app.ui.widgets.span_field import SpanField
from desk_app.ui.widgets.styling import label

_ALL = "all"


class FilterBar(QFrame):
    """Emits ``days``, ``only`` and ``offer`` when the filter is changed.

    With ``days`` come the first and the last one, where they are typed.
    """

    days = Signal(object, object)
    only = Signal(object)
    offer = Signal(object)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._days = Choice(icons)
        self.own = SpanField()
        self._only = Choice(icons)
        self._offer = Picker(icons)
        self._controls = (self._days, self._only, self._offer)
        self._questions = [label("muted") for _ in self._controls]
        grid = QGridLayout(self)
        grid.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.own, 1, 1)
        for row, question, control in zip((0, 2, 3), self._questions, self._controls, strict=True):
            question.setBuddy(control)
            grid.addWidget(question, row, 0)
            grid.addWidget(control, row, 1)
        self._days.chosen.connect(lambda key: self._choose(Days(key)))
        self.own.typed.connect(lambda _: self._choose(Days.OWN))
        self._only.chosen.connect(
            lambda key: self.only.emit(None if key == _ALL else VisitSubset(key))
        )
        self._offer.picked.connect(self.offer)

    def set_texts(self, words: Messages) -> None:
        """Set all texts in the current language."""
        asked = (self.tr("Date"), self.tr("Status"), self.tr("Offer"))
        for question, control, text in zip(self._questions, self._controls, asked, strict=True):
            question.setText(text)
            control.setAccessibleName(text)
        self._days.set_options(
            {days: words.translate("Visits", name) for days, name in DAYS.items()}
        )
        only = {key.value: words.translate("Visits", name) for key, name in ONLY.items()}
        self._only.set_options({_ALL: self.tr("All")} | only)

    def show_filter(self, shown: Filter, offers: Sequence[tuple[UUID, str]]) -> None:
        """Mark the active filters; ``offers`` are those there are to pick."""
        self._days.show_chosen(shown.days)
        self.own.setVisible(shown.days is Days.OWN)
        self._only.show_chosen(shown.only or _ALL)
        self._offer.set_options([(None, self.tr("All offers")), *offers])
        self._offer.show_picked(shown.offer_id)

    def _choose(self, days: Days) -> None:
        self.days.emit(days, self.own.span if days is Days.OWN else (None, None))

    def set_default_focus(self) -> None:
        """Focus the day."""
        self._days.set_default_focus()
