"""The list of the window's pages. A new page is a package beside this module, and a line here."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

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

Build = Callable[[QWidget], WindowPage]
"""Builds a page in the widget that it will stand in."""


def all_pages(context: PageContext) -> Sequence[tuple[type[WindowPage], Build]]:
    """The pages in the order of the rail, and what builds each; the first is the ticket page."""
    pages: list[tuple[type[WindowPage], Build]] = [
        (TicketPage, partial(TicketPage, context)),
        (VisitsPage, partial(VisitsPage, context)),
        (RejectionsPage, partial(RejectionsPage, context)),
        (OffersPage, partial(OffersPage, context)),
        (PaperPage, partial(PaperPage, context)),
        (StatisticsPage, partial(StatisticsPage, context)),
        (SeasonPage, partial(SeasonPage, context)),
        (SettingsPage, partial(SettingsPage, context)),
    ]
    return sorted(pages, key=lambda page: page[0].place)
