"""What every part of the settings page is."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from desk_app.ui.fittings import Fittings
from desk_app.ui.widgets.section import Section


class Part(Section):
    """A card of settings. It shows what holds now, whoever changed it."""

    def __init__(self, fittings: Fittings, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(fittings.icons, icon, parent)
        self.fittings = fittings

    def begin(self) -> None:
        """All is built: say it, and follow the settings from now on."""
        self.retranslate()
        self.fittings.preferences.changed.connect(self.refresh)
        self.refresh()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show what holds now."""

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the language in force."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
            self.refresh()
