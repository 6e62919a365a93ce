"""The base class of the settings page's parts."""

from PySide6.QtWidgets import QWidget

from desk_app.ui.context.page_context import PageContext
from desk_app.ui.widgets.section import Section
from desk_app.ui.widgets.translated import Translated


class SettingsPart(Translated, Section):
    """A card of settings. It shows the current values, also after a change from elsewhere."""

    def __init__(self, context: PageContext, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(context.icons, icon, parent)
        self.context = context

    def begin(self) -> None:
        """All is built: say it, and follow the settings from now on."""
        self.retranslate()
        self.context.preferences.changed.connect(self.refresh)
        self.refresh()

    def retranslate(self) -> None:
        """Set all texts in the current language."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show what holds now."""

    def _retranslate(self) -> None:
        self.retranslate()
        self.refresh()
