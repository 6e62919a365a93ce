"""Tables to take along, as CSV and XLSX. A cell that a spreadsheet would calculate is text."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

import xlsxwriter

from sync.rules.formulas import no_formula
from sync.rules.texts import visible

_AT_ONCE = 1_000
FORMS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def written(form: str, head: Sequence[str], lines: Iterable[Sequence[str | int]]) -> bytes:
    """A table in one of :data:`FORMS`."""
    return _csv(head, lines) if form == "csv" else _xlsx(head, lines)


def written_in_parts(
    head: Sequence[str], lines: Iterable[Sequence[str | int]], at_once: int
) -> Iterator[bytes]:
    """A table as CSV, so many lines at a time."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    out.write("\ufeff")
    writer.writerow(head)
    for place, line in enumerate(lines, 1):
        writer.writerow([_text(cell) for cell in line])
        if place % at_once == 0:
            yield out.getvalue().encode()
            out.seek(0)
            out.truncate()
    yield out.getvalue().encode()


def _csv(head: Sequence[str], lines: Iterable[Sequence[str | int]]) -> bytes:
    return b"".join(written_in_parts(head, lines, _AT_ONCE))


def _xlsx(head: Sequence[str], lines: Iterable[Sequence[str | int]]) -> bytes:
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        sheet = book.add_worksheet()
        sheet.freeze_panes(1, 0)
        sheet.write_row(0, 0, head, book.add_format({"bold": True}))
        for place, line in enumerate(lines, 1):
            for column, cell in enumerate(line):
                if isinstance(cell, int):
                    sheet.write_number(place, column, cell)
                else:
                    sheet.write_string(place, column, visible(cell))
        sheet.autofit()
    return out.getvalue()


def _text(cell: str | int) -> str | int:
    return no_formula(cell) if isinstance(cell, str) else cell
