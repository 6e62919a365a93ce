"""The entry of the statistics in the rail."""

from PySide6.QtCore import QCoreApplication

from desk_app.ui.context.page import PageEntry


class StatisticsEntry(PageEntry):
    """What is known of the page before it is opened."""

    topic = "statistics"
    icon = "statistics"
    place = 6

    @classmethod
    def title(cls) -> str:
        """The page's name."""
        return QCoreApplication.translate("StatisticsPage", "Statistics")
