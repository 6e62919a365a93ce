"""The entry of the visits in the rail."""

from PySide6.QtCore import QCoreApplication

from desk_app.ui.context.page import PageEntry


class VisitsEntry(PageEntry):
    """What is known of the page before it is opened."""

    topic = "visits"
    icon = "visits"
    place = 2

    @classmethod
    def title(cls) -> str:
        """The page's name."""
        return QCoreApplication.translate("VisitsPage", "Visits")
