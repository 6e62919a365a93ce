"""The entry of the time without a network in the rail."""

from PySide6.QtCore import QCoreApplication

from desk_app.ui.context.page import PageEntry


class SeasonEntry(PageEntry):
    """What is known of the page before it is opened."""

    topic = "season"
    icon = "calendar"
    place = 7

    @classmethod
    def title(cls) -> str:
        """The page's name."""
        return QCoreApplication.translate("SeasonPage", "Offline")
