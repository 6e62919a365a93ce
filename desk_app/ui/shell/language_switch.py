"""The language switch: the three languages, each by its own name."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from desk_app.ui.appearance.language import NAMES
from desk_app.ui.appearance.theme import Space
from desk_app.ui.widgets.button import Button


class LanguageSwitch(QWidget):
    """Emits ``chosen`` with the language that was pressed."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, Button] = {}
        for code, name in NAMES.items():
            button = Button("choice")
            button.setCheckable(True)
            button.say(name)
            button.clicked.connect(lambda _, code=code: self.chosen.emit(code))
            self._group.addButton(button)
            self._buttons[code] = button
            row.addWidget(button)
        self._retranslate()

    def show_language(self, code: str) -> None:
        """Mark the current language."""
        self._buttons[code].setChecked(True)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Retranslate on a language change."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Language"))
