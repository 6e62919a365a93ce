"""The entry of the settings in the rail."""

from PySide6.QtCore import QCoreApplication

from desk_app.ui.context.page import PageEntry


class SettingsEntry(PageEntry):
    """What is known of the page before it is opened."""

    topic = "settings"
    icon = "settings"
    place = 8

    @classmethod
    def title(cls) -> str:
        """The page's name."""
        return QCoreApplication.translate("SettingsPage", "Settings")
