"""The entry of offers in the rail."""

from PySide6.QtCore import QCoreApplication

from desk_app.ui.context.page import PageEntry


class OffersEntry(PageEntry):
    """What is known of the page before it is opened."""

    topic = "offers"
    icon = "offers"
    place = 4

    @classmethod
    def title(cls) -> str:
        """The page's name."""
        return QCoreApplication.translate("OffersPage", "Offers")
