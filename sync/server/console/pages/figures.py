"""Figures: uses by sector and month, cards by area, to look at and to take along."""

from collections.abc import Mapping

from starlette.responses import Response

from sync.rules.tickets import TicketGroup
from sync.server.console.asked import Asked, Handler, PageRefusedError
from sync.server.console.charts import bars
from sync.server.console.figure_files import csv_of, page_of, workbook_of, yearly_of
from sync.server.console.figure_tables import years
from sync.server.console.suppression import TOTAL
from sync.server.console.tables_out import FORMS
from sync.server.store.console_tables import Role


def _year(asked: Asked) -> int:
    known = years(asked.console.today())
    text = asked.request.query_params.get("year", str(known[0]))
    if text not in {str(each) for each in known}:
        raise PageRefusedError(404, "error.missing")
    return int(text)


def _reach(asked: Asked) -> tuple[str | None, str]:
    """The venue, or the area, whose figures a visitor may see; empty for all areas."""
    own = asked.me.workplace
    return (own.venue_id, TOTAL) if own.role is Role.VENUE else (None, own.area)


def _show(asked: Asked) -> Response:
    venue_id, reach = _reach(asked)
    counted = asked.figures.of_year(_year(asked), venue_id)
    tables, area = asked.aside.run(page_of, counted, reach)
    is_known = area == TOTAL or area in tables.areas
    charts = {
        group: bars(
            [(_month(month), tables.uses[group][area, TOTAL, month]) for month in tables.months],
            asked.plain(f"group.{group}"),
        )
        for group in TicketGroup
        if is_known
    }
    issued = ""
    if is_known and tables.issued:
        begun = [(_month(month), tables.issued[area, month]) for month in tables.months]
        issued = bars(begun, asked.plain("figures.issued"))
    return asked.page(
        "figures.html",
        tables=tables,
        area=area,
        is_known=is_known,
        groups=list(TicketGroup),
        charts=charts,
        issued=issued,
        years=years(asked.console.today()),
        total=TOTAL,
    )


def _month(month: str) -> str:
    return str(int(month))


def _export(asked: Asked) -> Response:
    form = asked.request.path_params["form"]
    if form == "pdf":
        return _yearly(asked)
    if form not in FORMS:
        raise PageRefusedError(404, "error.missing")
    venue_id, area = _reach(asked)
    counted = asked.figures.of_year(_year(asked), venue_id)
    names = ("what", "area", "sector", "month", "count")
    head = tuple(asked.plain(f"figures.{name}") for name in names)
    content = asked.aside.run(csv_of if form == "csv" else workbook_of, counted, area, head)
    headers = {"Content-Disposition": f'attachment; filename="kaikukortti-{counted.year}.{form}"'}
    return Response(content, headers=headers, media_type=FORMS[form])


def _yearly(asked: Asked) -> Response:
    """The year, and the two before it to compare with."""
    venue_id, area = _reach(asked)
    year, known = _year(asked), years(asked.console.today())
    shown = [each for each in (year, year - 1, year - 2) if each in known]
    counted = [asked.figures.of_year(each, venue_id) for each in shown]
    place, today = area or asked.me.workplace.name, asked.console.today()
    content = asked.aside.run(yearly_of, counted, area, place, today, asked.language)
    headers = {"Content-Disposition": f'inline; filename="kaikukortti-{year}.pdf"'}
    return Response(content, headers=headers, media_type="application/pdf")


ROUTES: Mapping[str, Handler] = {
    "GET /figures": _show,
    "GET /figures/export/{form}": _export,
}
