"""Figures: uses by sector and month, cards by area, to look at and to take along."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from starlette.responses import Response, StreamingResponse

from sync.rules.tickets import TicketGroup
from sync.server.console.asked import Asked, Handler, PageRefusedError
from sync.server.console.charts import bars
from sync.server.console.figure_tables import FigureTables, first_closed_day, years
from sync.server.console.suppression import TOTAL
from sync.server.console.tables_out import FORMS, csv_in_parts, workbook
from sync.server.console.yearly import yearly_pdf
from sync.server.store.console_tables import Role


def _year(asked: Asked) -> int:
    known = years(asked.console.today())
    text = asked.request.query_params.get("year", str(known[0]))
    if text not in {str(each) for each in known}:
        raise PageRefusedError(404, "error.missing")
    return int(text)


def _tables(asked: Asked) -> tuple[FigureTables, str]:
    """The figures that a visitor may see, and the area that they are of; empty for all."""
    own = asked.me.workplace
    if own.role is Role.VENUE:
        return asked.figures.of_year(_year(asked), own.venue_id), TOTAL
    tables = asked.figures.of_year(_year(asked))
    return tables, tables.name_of(own.area) if own.area else TOTAL


def _show(asked: Asked) -> Response:
    tables, area = _tables(asked)
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
        about=f"counting.{tables.counting}",
        closes=first_closed_day(tables.year),
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
    tables, area = _tables(asked)
    head = tuple(
        asked.plain(f"figures.{name}") for name in ("what", "area", "sector", "month", "count")
    )
    headers = {"Content-Disposition": f'attachment; filename="kaikukortti-{tables.year}.{form}"'}
    if form == "csv":
        content = csv_in_parts(head, _lines(tables, area))
        return StreamingResponse(content, headers=headers, media_type=FORMS[form])
    return Response(_workbook(tables, area, head), headers=headers, media_type=FORMS[form])


def _lines(tables: FigureTables, area: str) -> Iterator[list[str | int]]:
    for line in tables.lines(area):
        yield [cell if isinstance(cell, int) else str(cell) for cell in line]


@lru_cache(maxsize=16)
def _workbook(tables: FigureTables, area: str, head: tuple[str, ...]) -> bytes:
    """Of the same tables it is the same: it is made once as long as they are kept."""
    return workbook(head, _lines(tables, area))


def _yearly(asked: Asked) -> Response:
    """The year, and the two before it to compare with."""
    tables, area = _tables(asked)
    venue_id = asked.me.workplace.venue_id
    known = years(asked.console.today())
    before = [year for year in (tables.year - 1, tables.year - 2) if year in known]
    headers = {"Content-Disposition": f'inline; filename="kaikukortti-{tables.year}.pdf"'}
    content = yearly_pdf(
        [tables, *(asked.figures.of_year(year, venue_id) for year in before)],
        area,
        area or asked.me.workplace.name,
        asked.console.today(),
        asked.plain,
    )
    return Response(content, headers=headers, media_type="application/pdf")


ROUTES: Mapping[str, Handler] = {
    "GET /figures": _show,
    "GET /figures/export/{form}": _export,
}
