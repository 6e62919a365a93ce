"""The visit recorded last, and the way to take it back."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from desk_app.ui.icons import Icons
from desk_app.ui.language import Language
from desk_app.ui.models.last_visits import Last, LastState
from desk_app.ui.surroundings import Surroundings
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.info_card import InfoCard
from sync.rules.card_numbers import mask


class LastLine(InfoCard):
    """Out of sight until something was recorded."""

    undo = Signal()

    def __init__(
        self,
        icons: Icons,
        language: Language,
        surroundings: Surroundings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(icons, "check", Button("link", icons, "undo"), parent)
        self._language = language
        self._surroundings = surroundings
        self._last: Last | None = None
        self.button.clicked.connect(self.undo)
        self.show_last(None)

    def show_last(self, last: Last | None) -> None:
        """Show what became of the visit recorded last."""
        self._last = last
        self.setVisible(last is not None)
        if last is None:
            return
        words, visit = self._language.words, last.visit
        title = {
            LastState.RECORDED: self.tr("Recorded {time}"),
            LastState.UNDOING: self.tr("Taking it back…"),
            LastState.UNDONE: self.tr("Taken back {time}"),
        }[last.state]
        at = last.at.astimezone(self._surroundings.zone)
        self.title.setText(title.format(time=words.clock(at)))
        self.what.setText(f"{words.tickets(visit.tickets)} · {mask(visit.card_number)}")
        about = "" if last.trouble is None else "\n".join(words.error(last.trouble))
        self.about.setText(about)
        self.about.setVisible(bool(about))
        self.icon.show_icon("undo" if last.state is LastState.UNDONE else "check")
        self.button.say(self.tr("Undo"), self.tr("Undo the last record"))
        self.button.setToolTip("Ctrl+Z")
        self.button.setVisible(last.state is not LastState.UNDONE)
        self.button.setEnabled(last.state is LastState.RECORDED)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the language in force."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.show_last(self._last)
