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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        for part in parts:
            button = Button("entry")
            button.set_texts(part.title)
            part.titled.connect(button.set_texts)  # in another language
            button.clicked.connect(lambda _=False, part=part: self.wanted.emit(part))
            column.addWidget(button)
        column.addStretch(1)
