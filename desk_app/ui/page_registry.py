"""The list of the window's pages. A new page is a package beside this module, and a line here."""

from collections.abc import Sequence

from desk_app.ui.context.page import WindowPage
from desk_app.ui.context.page_context import PageContext
from desk_app.ui.offers.page import OffersPage
from desk_app.ui.paper_forms.page import PaperPage
from desk_app.ui.rejections.page import RejectionsPage
from desk_app.ui.season.page import SeasonPage
from desk_app.ui.settings.page import SettingsPage
from desk_app.ui.statistics.page import StatisticsPage
from desk_app.ui.ticket.page import TicketPage
from desk_app.ui.visits.page import VisitsPage


def all_pages(context: PageContext) -> Sequence[WindowPage]:
    """The pages in the order of the rail; the first is the ticket window."""
    pages: list[WindowPage] = [
        TicketPage(context),
        VisitsPage(context),
        RejectionsPage(context),
        OffersPage(context),
        StatisticsPage(context),
        PaperPage(context),
        SeasonPage(context),
        SettingsPage(context),
    ]
    return sorted(pages, key=lambda page: page.place)
