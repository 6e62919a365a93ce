"""The venue's other desks on the local network: whether they take part, and how they stand."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit

from desk_app.messages.neighbours import NeighbourWords
from desk_app.messages.sentences import sentences
from desk_app.ui.context.page_context import PageContext
from desk_app.ui.settings.part import SettingsPart
from desk_app.ui.widgets.fact_list import FactList
from desk_app.ui.widgets.form import FormRow
from desk_app.ui.widgets.styling import label
from desk_app.ui.widgets.switch import Switch

_LOOK_MS = 1000
_LONGEST = 300
_MOST = 32


class NeighboursPart(SettingsPart):
    """The switch, the addresses, and every known desk with its state in words."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, "swap")
        self._on = Switch()
        self._row = FormRow(context.icons, self._on)
        self._addresses = QLineEdit()
        self._addresses.setMaxLength(_MOST * _LONGEST)
        self._addresses_row = FormRow(context.icons, self._addresses)
        self._state = label("body", wrap=True)
        self._desks = FactList()
        self.add(self._row, self._addresses_row, self._state, self._desks)
        self._on.clicked.connect(lambda on: context.preferences.change(neighbours_on=on))
        self._addresses.editingFinished.connect(self._save_addresses)
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._show_desks)
        self.begin()

    def retranslate(self) -> None:
        """Set all texts in the current language."""
        self.set_texts(
            self.tr("Other desks on the network"),
            self.tr(
                "Desks of this venue tell each other of tickets handed out and withdrawn, added "
                "offers and tickets left, with card numbers, and hand the register on, all of it "
                "encrypted. One that is online sends for all. Only desks known to the register can "
                "take part."
            ),
        )
        self._row.set_texts(self.tr("Exchange with other desks"))
        self._addresses_row.set_texts(
            self.tr("Addresses"),
            self.tr("Only if the desks do not find each other. Separate addresses with commas."),
        )

    def refresh(self) -> None:
        """Show what holds now."""
        preferences = self.context.preferences
        self._on.setChecked(preferences.settings.neighbours_on)
        self._on.setEnabled(not preferences.is_locked("neighbours_on"))
        if not self._addresses.hasFocus():
            self._addresses.setText(", ".join(preferences.settings.neighbour_addresses))
        self._addresses.setEnabled(not preferences.is_locked("neighbour_addresses"))
        self._show_desks()

    def showEvent(self, event: QShowEvent) -> None:
        """Follow how the desks stand while somebody looks."""
        super().showEvent(event)
        self._look.start()
        self._show_desks()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop asking while nobody looks."""
        super().hideEvent(event)
        self._look.stop()

    def _save_addresses(self) -> None:
        entered = (each.strip() for each in self._addresses.text().split(","))
        some = tuple(each for each in entered if 0 < len(each) <= _LONGEST)
        self.context.preferences.change(neighbour_addresses=some[:_MOST])

    def _show_desks(self) -> None:
        if not self.isVisible():
            return
        words = NeighbourWords(self.context.language.words)
        status = self.context.services.neighbours.status()
        self._state.setText(sentences(words.state(status), words.copying(status)))
        self._desks.show_facts([(each.desk_name, words.desk(each)) for each in status.desks])
