"""The index of the settings: a press on a name brings its section into sight."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.ui.appearance.theme import Space
from desk_app.ui.settings.part import SettingsPart
from desk_app.ui.widgets.button import Button


class SectionIndex(QWidget):
    """Emits ``wanted`` with a section."""

    wanted = Signal(object)

    def __init__(self, parts: Sequence[SettingsPart], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = [(part, Button("entry")) for part in parts]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        for part, button in self._buttons:
            button.clicked.connect(lambda _=False, part=part: self.wanted.emit(part))
            column.addWidget(button)
        column.addStretch(1)

    def say(self) -> None:
        """The sections' own names, in the current language."""
        for part, button in self._buttons:
            button.say(part.title)
