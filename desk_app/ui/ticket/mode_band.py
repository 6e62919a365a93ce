"""The band over the panel while the counter works in a mode: what it is, and what to do in it."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desk_app.messages.sentences import sentences
from desk_app.ui.appearance.icons import Icons
from desk_app.ui.appearance.language import Language
from desk_app.ui.appearance.theme import Space
from desk_app.ui.ticket.group_visit import GroupVisit
from desk_app.ui.widgets.announce import announce
from desk_app.ui.widgets.icon import IconLabel
from desk_app.ui.widgets.styling import label


class ModeBand(QFrame):
    """The band of the mode, hidden where none is on. A group has its total here."""

    def __init__(self, icons: Icons, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mode")
        self._language = language
        self._icon = IconLabel(icons, "person", 24)
        self._title = label("strong", wrap=True)
        self._about = label("body", wrap=True)
        self._total = label("strong")
        self._total.setObjectName("total")
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._title)
        texts.addWidget(self._about)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        row.setSpacing(Space.M)
        row.addWidget(self._icon)
        row.addLayout(texts, 1)
        row.addWidget(self._total)
        self._modes: tuple[bool, bool] | None = None
        self.hide()

    def show_modes(self, *, express: bool, group: GroupVisit | None) -> None:
        """Show what is on, and tell screen readers of a change; a complete group is over."""
        gathering = group if group is not None and not group.complete else None
        at_once = self.tr(
            "Scanning a card records the holder's ticket at once. Ctrl+Z undoes it. If the card "
            "includes children, choose the tickets and press Enter."
        )
        self._total.setVisible(gathering is not None and bool(gathering.visits))
        if gathering is not None:
            self._icon.show_icon("person")
            self._show_group(gathering, at_once if express else "")
        elif express:
            self._icon.show_icon("scan")
            self._title.setText(self.tr("Express"))
            self._about.setText(at_once)
        self.setVisible(express or gathering is not None)
        before, self._modes = self._modes, (express, gathering is not None)
        if before is not None:
            self._announce(before, self._modes)

    def _announce(self, before: tuple[bool, bool], now: tuple[bool, bool]) -> None:
        """The keys that switch a mode leave the keyboard where it is: what they did is told.

        A group that is complete is told with all that it gets.
        """
        around = self.parentWidget()
        if around is None or not around.isVisible():  # a switch in the settings speaks for itself
            return
        if any(is_on > was_on for was_on, is_on in zip(before, now, strict=True)):
            announce(around, sentences(self._title.text(), self._about.text()))
        elif before[0] > now[0]:
            announce(around, self.tr("Express is off."))

    def _show_group(self, group: GroupVisit, at_once: str) -> None:
        if not group.visits:
            self._title.setText(self.tr("Group"))
            text = self.tr("Scan and record the cards of the group one by one.")
        else:
            cards = self.tr("%Ln card(s)", "", group.cards)
            self._title.setText(self.tr("Group: {cards}").format(cards=cards))
            text = self._language.words.handed_out(group.tickets)
            self._total.setText(self._language.words.of_tickets.number(group.heads))
        self._about.setText(sentences(text, at_once))
