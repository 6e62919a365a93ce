"""The list of the window's pages. A new page is a package beside this module, and lines here.

What the rail shows of a page is known at once; the page itself is loaded when it is opened for the
first time, as a third of the window's code would else be loaded before anything is in sight.
"""

# ruff: noqa: PLC0415

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from desk_app.ui.context.page import PageEntry, WindowPage
from desk_app.ui.context.page_context import PageContext
from desk_app.ui.offers.entry import OffersEntry
from desk_app.ui.paper_forms.entry import PaperFormsEntry
from desk_app.ui.rejections.entry import RejectionsEntry
from desk_app.ui.season.entry import SeasonEntry
from desk_app.ui.settings.entry import SettingsEntry
from desk_app.ui.statistics.entry import StatisticsEntry
from desk_app.ui.ticket.page import TicketPage
from desk_app.ui.visits.entry import VisitsEntry

Build = Callable[[QWidget], WindowPage]
"""Builds a page in the widget that it will stand in."""


def all_pages(context: PageContext) -> Sequence[tuple[type[PageEntry], Build]]:
    """The pages in the order of the rail, and what builds each; the first is the ticket page."""
    pages: list[tuple[type[PageEntry], Callable[[PageContext, QWidget], WindowPage]]] = [
        (TicketPage, TicketPage),
        (VisitsEntry, _visits),
        (RejectionsEntry, _rejections),
        (OffersEntry, _offers),
        (PaperFormsEntry, _paper),
        (StatisticsEntry, _statistics),
        (SeasonEntry, _season),
        (SettingsEntry, _settings),
    ]
    pages.sort(key=lambda page: page[0].place)
    return [(entry, partial(build, context)) for entry, build in pages]


def _visits(context: PageContext, parent: QWidget) -> WindowPage:
    from desk_app.ui.visits.page import VisitsPage

    return VisitsPage(context, parent)


def _rejections(context: PageContext, parent: QWidget) -> WindowPage:
    from desk_app.ui.rejections.page import RejectionsPage

    return RejectionsPage(context, parent)


def _offers(context: PageContext, parent: QWidget) -> WindowPage:
    from desk_app.ui.offers.page import OffersPage

    return OffersPage(context, parent)


def _paper(context: PageContext, parent: QWidget) -> WindowPage:
    from desk_app.ui.paper_forms.page import PaperPage

    return PaperPage(context, parent)


def _statistics(context: PageContext, parent: QWidget) -> WindowPage:
    from desk_app.ui.statistics.page import StatisticsPage

    return StatisticsPage(context, parent)


def _season(context: PageContext, parent: QWidget) -> WindowPage:
    from desk_app.ui.season.page import SeasonPage

    return SeasonPage(context, parent)


def _settings(context: PageContext, parent: QWidget) -> WindowPage:
    from desk_app.ui.settings.page import SettingsPage

    return SettingsPage(context, parent)
