"""Tables to take along, as CSV and XLSX. A cell that a spreadsheet would calculate is text."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from sync.rules.formulas import no_formula
from sync.rules.texts import visible

_AT_ONCE = 1_000
_WIDEST = 60
"""Of a column, in letters."""
FORMS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def csv_in_parts(head: Sequence[str], lines: Iterable[Sequence[str | int]]) -> Iterator[bytes]:
    """A table as CSV, some lines at a time."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    out.write("\ufeff")
    writer.writerow(head)
    for place, line in enumerate(lines, 1):
        writer.writerow([_text(cell) for cell in line])
        if place % _AT_ONCE == 0:
            yield out.getvalue().encode()
            out.seek(0)
            out.truncate()
    yield out.getvalue().encode()


def workbook(head: Sequence[str], lines: Iterable[Sequence[str | int]]) -> bytes:
    """A table as XLSX, which is made in memory."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - few ask for one, and it loads long

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(out, options) as book:
        sheet = book.add_worksheet()
        sheet.freeze_panes(1, 0)
        sheet.write_row(0, 0, head, book.add_format({"bold": True}))
        widths = [len(cell) for cell in head]
        for place, line in enumerate(lines, 1):
            for column, cell in enumerate(line):
                if isinstance(cell, int):
                    sheet.write_number(place, column, cell)
                else:
                    shown = _visible(cell)
                    sheet.write_string(place, column, shown)
                    widths[column] = max(widths[column], len(shown))
        for column, width in enumerate(widths):  # measuring every letter takes as long as writing
            sheet.set_column(column, column, min(width, _WIDEST) + 2)
    return out.getvalue()


_visible = lru_cache(maxsize=4_096)(visible)  # the same few words stand in most lines


@lru_cache(maxsize=4_096)
def _text(cell: str | int) -> str | int:
    return no_formula(cell) if isinstance(cell, str) else cell
