"""The entry of what waits for a decision in the rail."""

from PySide6.QtCore import QCoreApplication

from desk_app.ui.context.app_status import AppStatus
from desk_app.ui.context.page import PageEntry


class RejectionsEntry(PageEntry):
    """What is known of the page before it is opened."""

    topic = "inbox"
    icon = "inbox"
    place = 3

    @classmethod
    def title(cls) -> str:
        """The page's name."""
        return QCoreApplication.translate("RejectionsPage", "To resolve")

    @classmethod
    def waiting(cls, app_status: AppStatus) -> int:
        """The number of open items, a notice among them; what was escalated is none."""
        standing = app_status.standing
        return standing.queue.attention + bool(standing.missing) if standing else 0
