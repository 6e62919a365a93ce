"""The switches of the counter's modes: express, and a group."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desk_app.ui.appearance.language import Language
from desk_app.ui.appearance.theme import Space
from desk_app.ui.ticket.group_visit import GroupVisit
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.flow import in_a_row
from desk_app.ui.widgets.styling import label
from desk_app.ui.widgets.switch import Switch


class Modes(QFrame):
    """One row; the explanation of an active mode stands below it."""

    express_pressed = Signal()
    group_pressed = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._language = language
        self._party: GroupVisit | None = None
        self._express = Switch()
        self._express_name = label("body")
        self._express_name.setBuddy(self._express)
        self._group = Button("link")  # in large type there is no room for an icon beside its words
        self._about = label("small", wrap=True)
        self._handed = label("strong", wrap=True)
        switch = QWidget()
        beside = QHBoxLayout(switch)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(Space.S)
        beside.addWidget(self._express)
        beside.addWidget(self._express_name)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.XS, Space.S, Space.S)
        column.setSpacing(Space.XS)
        column.addWidget(in_a_row(switch, self._group, gap=Space.M))
        column.addWidget(self._about)
        column.addWidget(self._handed)
        self._express.clicked.connect(self.express_pressed)
        self._group.clicked.connect(self.group_pressed)
        self.show_modes(express=False, express_locked=False, group=None, busy=False)

    def show_modes(
        self, *, express: bool, express_locked: bool, group: GroupVisit | None, busy: bool
    ) -> None:
        """Show what holds; ``busy`` while a card of the group is not recorded yet."""
        self._party = group if group is not None and not group.complete else None
        self._express.setChecked(express)
        self._express.setEnabled(not express_locked)
        self._group.setEnabled(self._party is None or not busy)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Retranslate on a language change."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        group, express = self._party, self._express.isChecked()
        meaning = self.tr("A scan records the holder's ticket at once; Ctrl+Z takes it back.")
        self._express_name.setText(self.tr("Express"))
        self._express.setAccessibleName(self.tr("Express"))
        self._express.setAccessibleDescription(meaning)
        self._express.setToolTip("F7")
        self._group.setToolTip("F6")
        if group is None:
            self._group.say(self.tr("Group"), self.tr("Begin a group"))
        else:
            self._group.say(self.tr("Group is complete"))
        self._handed.setVisible(group is not None)
        if group is not None and group.visits:
            words = self._language.words
            cards = self.tr("%n card(s)", "", group.cards)
            tickets = self.tr("%n ticket(s)", "", group.heads)
            meaning = self.tr("Group: {cards}, {tickets}").format(cards=cards, tickets=tickets)
            self._handed.setText(words.handed_out(group.tickets))
        elif group is not None:
            meaning = self.tr("Scan the group's cards one after another, and record each.")
            self._handed.hide()
        self._about.setText(meaning)
        self._about.setVisible(express or group is not None)
