"""The entry of paper forms in the rail."""

from PySide6.QtCore import QCoreApplication

from desk_app.ui.context.page import PageEntry


class PaperFormsEntry(PageEntry):
    """What is known of the page before it is opened."""

    topic = "paper"
    icon = "paper"
    place = 5

    @classmethod
    def title(cls) -> str:
        """The page's name."""
        return QCoreApplication.translate("PaperPage", "Paper forms")
