"""A year on one page, as a PDF: for a grant application, and for a report on wellbeing."""

import io
from collections.abc import Callable, Sequence

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from sync.rules.offers import Sector
from sync.rules.tickets import TicketGroup
from sync.server.console.figure_tables import FigureTables
from sync.server.console.suppression import TOTAL

_INK, _LINE = HexColor("#161a23"), HexColor("#7b8496")
_TITLE = ParagraphStyle("title", fontName="Helvetica-Bold", fontSize=18, leading=24)
_HEADING = ParagraphStyle("heading", parent=_TITLE, fontSize=12, leading=18, spaceBefore=8)
_BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=9, leading=13, textColor=_INK)
_GRID = TableStyle(
    [
        ("FONT", (0, 0), (-1, 0), "Helvetica-Bold", 9),
        ("FONT", (0, 1), (-1, -1), "Helvetica", 9),
        ("ALIGN", (1, 0), (-1, -1), "RIGHT"),
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, _LINE),
    ]
)


def yearly_pdf(tables: FigureTables, area: str, place: str, say: Callable[[str], str]) -> bytes:
    """The page of an area, or of all; what the figures hide, it hides too."""
    out = io.BytesIO()
    title = f"{say('figures.yearly')} {tables.year}"
    document = SimpleDocTemplate(
        out, pagesize=A4, margins=20 * mm, title=title, author="Kaikukanta", invariant=True
    )
    sectors = [*tables.sectors, TOTAL]
    uses = [[say("figures.sector"), *(say(f"group.{group}") for group in TicketGroup)]]
    for sector in sectors:
        name = say(f"sector.{sector}") if sector in _NAMED else say("figures.total")
        cells = [tables.uses[group].get((area, sector, TOTAL), 0) for group in TicketGroup]
        uses.append([name, *map(str, cells)])
    story = [
        Paragraph(title, _TITLE),
        Paragraph(_escaped(place), _HEADING),
        Spacer(1, 4 * mm),
        _table(uses),
    ]
    if tables.cards:
        lines = [
            [say(f"figure_card.{state}"), str(by_area.get((area,), 0))]
            for state, by_area in tables.cards.items()
        ]
        story += [Paragraph(say("cards.title"), _HEADING), _table([["", ""], *lines])]
    story += [Spacer(1, 6 * mm), Paragraph(_escaped(say("figures.about")), _BODY)]
    document.build(story)
    return out.getvalue()


def _table(lines: Sequence[Sequence[str]]) -> Table:
    return Table(lines, style=_GRID, hAlign="LEFT")


def _escaped(text: str) -> str:
    """Text as the library's markup takes it."""
    return text.replace("&", "&amp;").replace("<", "&lt;")


_NAMED = frozenset(map(str, Sector))
