"""The switches of the counter's modes: express, and a group."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_app.ui.appearance.theme import Space
from desk_app.ui.ticket.group_visit import GroupVisit
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.flow import in_a_row
from desk_app.ui.widgets.styling import label
from desk_app.ui.widgets.switch import Switch
from desk_app.ui.widgets.translated import Translated


class Modes(Translated, QWidget):
    """One row; what a mode does is said over the panel while it is on."""

    express_pressed = Signal()
    group_pressed = Signal()

    def __init__(self, *beside: QWidget) -> None:
        """``beside`` are other controls for the same row."""
        super().__init__()
        self._gathering = False
        self._express = Switch()
        self._express_name = label("body")
        self._express_name.setBuddy(self._express)
        self._group = Button("link")  # in large type there is no room for an icon beside its words
        switch = QWidget()
        named = QHBoxLayout(switch)
        named.setContentsMargins(0, 0, 0, 0)
        named.setSpacing(Space.S)
        named.addWidget(self._express)
        named.addWidget(self._express_name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(in_a_row(switch, self._group, *beside, gap=Space.S))
        self._express.clicked.connect(self.express_pressed)
        self._group.clicked.connect(self.group_pressed)
        self.show_modes(express=False, express_locked=False, group=None, busy=False)

    def show_modes(
        self, *, express: bool, express_locked: bool, group: GroupVisit | None, busy: bool
    ) -> None:
        """Show what holds; ``busy`` while a card of the group is not recorded yet."""
        self._gathering = group is not None and not group.complete
        self._express.setChecked(express)
        self._express.setEnabled(not express_locked)
        self._group.setEnabled(not (self._gathering and busy))
        self._retranslate()

    def _retranslate(self) -> None:
        self._express_name.setText(self.tr("Express"))
        self._express.setAccessibleName(self.tr("Express"))
        self._express.setToolTip("F7")
        self._group.setToolTip("F6")
        if self._gathering:
            self._group.set_texts(self.tr("Finish group"))
        else:
            self._group.set_texts(self.tr("Start group"), self.tr("Start a group"))
