"""Statistics: uses by sector and month, cards by area, to look at and to take along."""

from collections.abc import Mapping

from starlette.responses import Response

from sync.rules.tickets import TicketGroup
from sync.server.console.charts import bars
from sync.server.console.page_request import Handler, PageRefusedError, PageRequest
from sync.server.console.statistics_files import csv_of, page_of, workbook_of, yearly_of
from sync.server.console.statistics_tables import years
from sync.server.console.suppression import TOTAL
from sync.server.console.table_downloads import FORMS
from sync.server.store.console_tables import Role


def _year(request: PageRequest) -> int:
    known = years(request.console.today())
    text = request.http.query_params.get("year", str(known[0]))
    if text not in {str(each) for each in known}:
        raise PageRefusedError(404, "error.missing")
    return int(text)


def _reach(request: PageRequest) -> tuple[str | None, str]:
    """The venue, or the area, whose statistics a visitor may see; empty for all areas."""
    own = request.me.workplace
    return (own.venue_id, TOTAL) if own.role is Role.VENUE else (None, own.area)


def _show(request: PageRequest) -> Response:
    venue_id, reach = _reach(request)
    counted = request.statistics.of_year(_year(request), venue_id)
    tables, area = request.background.run(page_of, counted, reach)
    is_known = area == TOTAL or area in tables.areas
    charts = {
        group: bars(
            [(_month(month), tables.uses[group][area, TOTAL, month]) for month in tables.months],
            request.plain(f"group.{group}"),
        )
        for group in TicketGroup
        if is_known
    }
    issued = ""
    if is_known and tables.issued:
        begun = [(_month(month), tables.issued[area, month]) for month in tables.months]
        issued = bars(begun, request.plain("statistics.issued"))
    return request.page(
        "statistics.html",
        tables=tables,
        area=area,
        is_known=is_known,
        groups=list(TicketGroup),
        charts=charts,
        issued=issued,
        years=years(request.console.today()),
        total=TOTAL,
    )


def _month(month: str) -> str:
    return str(int(month))


def _export(request: PageRequest) -> Response:
    form = request.http.path_params["form"]
    if form == "pdf":
        return _yearly(request)
    if form not in FORMS:
        raise PageRefusedError(404, "error.missing")
    venue_id, area = _reach(request)
    counted = request.statistics.of_year(_year(request), venue_id)
    names = ("what", "area", "sector", "month", "count")
    head = tuple(request.plain(f"statistics.{name}") for name in names)
    content = request.background.run(csv_of if form == "csv" else workbook_of, counted, area, head)
    headers = {"Content-Disposition": f'attachment; filename="kaikukortti-{counted.year}.{form}"'}
    return Response(content, headers=headers, media_type=FORMS[form])


def _yearly(request: PageRequest) -> Response:
    """The year, and the two before it to compare with."""
    venue_id, area = _reach(request)
    year, known = _year(request), years(request.console.today())
    shown = [each for each in (year, year - 1, year - 2) if each in known]
    counted = [request.statistics.of_year(each, venue_id) for each in shown]
    place, today = area or request.me.workplace.name, request.console.today()
    content = request.background.run(yearly_of, counted, area, place, today, request.language)
    headers = {"Content-Disposition": f'inline; filename="kaikukortti-{year}.pdf"'}
    return Response(content, headers=headers, media_type="application/pdf")


ROUTES: Mapping[str, Handler] = {
    "GET /figures": _show,
    "GET /figures/export/{form}": _export,
}
