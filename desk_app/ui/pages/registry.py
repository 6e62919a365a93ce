"""Every page of the window. A new page is a module beside this one, and a line in here."""

from collections.abc import Sequence

from desk_app.ui.fittings import Fittings
from desk_app.ui.pages.figures_page import FiguresPage
from desk_app.ui.pages.inbox.inbox_page import InboxPage
from desk_app.ui.pages.offers_page import OffersPage
from desk_app.ui.pages.page import Page
from desk_app.ui.pages.paper.paper_page import PaperPage
from desk_app.ui.pages.settings.settings_page import SettingsPage
from desk_app.ui.pages.ticket_page import TicketPage
from desk_app.ui.pages.visits.visits_page import VisitsPage


def all_pages(fittings: Fittings) -> Sequence[Page]:
    """The pages in the order of the rail; the first is the ticket window."""
    pages: list[Page] = [
        TicketPage(fittings),
        VisitsPage(fittings),
        InboxPage(fittings),
        OffersPage(fittings),
        FiguresPage(fittings),
        PaperPage(fittings),
        SettingsPage(fittings),
    ]
    return sorted(pages, key=lambda page: page.place)
