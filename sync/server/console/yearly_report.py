"""A year on one page, as a PDF: for a grant application, and for a report on wellbeing."""

import io
from collections.abc import Callable, Sequence
from datetime import date

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from sync.rules.offers import Sector
from sync.rules.tickets import TicketGroup
from sync.server.console import print_fonts
from sync.server.console.formats import day
from sync.server.console.statistics_tables import StatisticsTables
from sync.server.console.suppression import TOTAL

_INK, _LINE = HexColor("#161a23"), HexColor("#7b8496")
_TITLE = ParagraphStyle("title", fontName=print_fonts.BOLD, fontSize=18, leading=24)
_HEADING = ParagraphStyle("heading", parent=_TITLE, fontSize=12, leading=18, spaceBefore=8)
_BODY = ParagraphStyle("body", fontName=print_fonts.NORMAL, fontSize=9, leading=13, textColor=_INK)
_GRID = TableStyle(
    [
        ("FONT", (0, 0), (-1, 0), print_fonts.BOLD, 9),
        ("FONT", (0, 1), (-1, -1), print_fonts.NORMAL, 9),
        ("ALIGN", (1, 0), (-1, -1), "RIGHT"),
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, _LINE),
    ]
)


def yearly_pdf(
    years: Sequence[StatisticsTables],
    area: str,
    place: str,
    today: date,
    text_of: Callable[..., str],
) -> bytes:
    """The page of an area, or of all, for the first of some years, with small numbers hidden."""
    print_fonts.load()
    out = io.BytesIO()
    tables = years[0]
    title = f"{text_of('statistics.yearly')} {tables.year}"
    document = SimpleDocTemplate(
        out, pagesize=A4, margins=20 * mm, title=title, author="Kaikukanta", invariant=True
    )
    groups = [text_of(f"group.{group}") for group in TicketGroup]
    by_sector = [
        [_sector(sector, text_of), *_cells(tables, area, sector, TOTAL)]
        for sector in (*tables.sectors, TOTAL)
    ]
    by_month = [[str(int(m)), *_cells(tables, area, TOTAL, m)] for m in tables.months]
    by_year = [[str(each.year), *_cells(each, area, TOTAL, TOTAL)] for each in years]
    story = [
        Paragraph(title, _TITLE),
        Paragraph(_escaped(place), _HEADING),
        Paragraph(_escaped(text_of("statistics.printed", day=day(today))), _BODY),
        _table([[text_of("statistics.sector"), *groups], *by_sector]),
        _table([[text_of("statistics.month"), *groups], *by_month]),
        _table([[text_of("statistics.year"), *groups], *by_year]),
    ]
    if tables.cards:
        lines = [
            [text_of(f"statistics_card.{state}"), str(by_area.get((area,), 0))]
            for state, by_area in tables.cards.items()
        ]
        lines.append([text_of("statistics.issued"), str(tables.issued.get((area, TOTAL), 0))])
        head = [text_of("cards.title"), text_of("statistics.count")]
        story.append(_table([head, *lines]))
    about = " ".join(map(text_of, tables.about()))
    story += [Spacer(1, 4 * mm), Paragraph(_escaped(about), _BODY)]
    document.build(story)
    return out.getvalue()


def _cells(tables: StatisticsTables, area: str, sector: str, month: str) -> list[str]:
    name = tables.name_of(area) if area else TOTAL
    return [str(tables.uses[group].get((name, sector, month), 0)) for group in TicketGroup]


def _sector(sector: str, text_of: Callable[..., str]) -> str:
    if sector == TOTAL:
        return text_of("statistics.total")
    return text_of(f"sector.{sector}") if sector in _NAMED else sector


def _table(lines: Sequence[Sequence[str]]) -> Table:
    return Table(lines, style=_GRID, hAlign="LEFT", spaceBefore=4 * mm, rowHeights=5.2 * mm)


def _escaped(text: str) -> str:
    """Text as the library's markup takes it."""
    return text.replace("&", "&amp;").replace("<", "&lt;")


_NAMED = frozenset(map(str, Sector))
