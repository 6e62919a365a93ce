"""Writes visits as files for other programs: CSV and XLSX for people, JSON for programs.

The columns have the same names in all three. CSV is as Excel in Finland opens it by a click: UTF-8
with a mark at its beginning, semicolons, CRLF. A text that a spreadsheet would take for a formula
gets an apostrophe before it in CSV, and is a plain text in XLSX; control characters and what turns
the direction of writing are marks in both.

A card number of digits would lose its first zeros there, and one like 12E45678 become a huge
number: a spreadsheet guesses a number in any bare field of CSV, quoted or not. So it is written as
``="0013748911"``, the one form that Excel takes for a text at a click, with nothing added to the
value; LibreOffice takes it so too, or shows it as it is written, digits and all. It cannot be an
injection: only A to Z and 0 to 9 stand between the quotes, and anything else is no card number.
Other programs take the numbers from JSON or XLSX, where they are plain.
"""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from itertools import chain
from typing import TYPE_CHECKING

from desk_app.services.exporting import OnProgress, no_progress
from desk_app.services.reporting import Row, Sum, by_day, by_offer, by_sector, by_venue
from sync.rules.card_numbers import is_normal
from sync.rules.formulas import no_formula
from sync.rules.texts import visible
from sync.rules.tickets import KINDS, TicketKind

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

Value = str | int | bool | date | datetime | None


def _of_kind(kind: TicketKind) -> Callable[[Row], Value]:
    return lambda row: row.tickets.of(kind)


_COLUMNS: Mapping[str, Callable[[Row], Value]] = {
    "visit_id": lambda row: str(row.visit_id),
    "local_date": lambda row: row.local_date,
    "recorded_at": lambda row: row.recorded_at,
    "venue": lambda row: row.venue,
    "desk": lambda row: row.desk,
    "offer_id": lambda row: str(row.offer_id),
    "offer": lambda row: row.offer,
    "kind": lambda row: row.kind,
    "sector": lambda row: row.sector,
    **{kind.name: _of_kind(kind) for kind in KINDS},
    "adults": lambda row: row.tickets.adults,
    "minors": lambda row: row.tickets.minors,
    "entry": lambda row: row.entry,
    "verdict": lambda row: row.verdict,
    "provisional": lambda row: row.provisional,
    "state": lambda row: row.state,
    "voided": lambda row: row.voided,
    "operator": lambda row: row.operator,
}
_CARD = "card_number"
_STEP = 500
"""Rows between two progress calls."""
_ROWS_OF_XLSX, _ROWS_OF_JSON = 0.4, 0.35
"""The part that going through the rows is of the whole work, as measured; the rest is packing."""


def as_csv(
    rows: Sequence[Row], *, with_cards: bool, on_progress: OnProgress = no_progress
) -> bytes:
    """One line for each visit, below the names of the columns."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(_names(with_cards=with_cards))
    writer.writerows(
        [
            *(no_formula(_text(value(row))) for value in _COLUMNS.values()),
            *([_as_text(row.card_number)] if with_cards else []),
        ]
        for row in _with_progress(rows, on_progress)
    )
    return text.getvalue().encode("utf-8-sig")


def as_json(
    rows: Sequence[Row], *, with_cards: bool, on_progress: OnProgress = no_progress
) -> bytes:
    """``{"visits": [{column: value}…]}``; a column without a value is ``null``."""
    names = _names(with_cards=with_cards)
    visits = [
        dict(zip(names, map(_plain, _values(row, with_cards)), strict=True))
        for row in _with_progress(rows, on_progress, _ROWS_OF_JSON)
    ]
    return json.dumps({"visits": visits}, ensure_ascii=False, indent=1).encode()


def as_xlsx(
    rows: Sequence[Row], *, with_cards: bool, on_progress: OnProgress = no_progress
) -> bytes:
    """A sheet with the visits, and one with what they come to by day, offer and sector."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - few programs write sheets, and it loads long

    content = io.BytesIO()
    with Workbook(content, {"in_memory": True}) as book:
        bold = book.add_format({"bold": True})
        formats = {
            date: book.add_format({"num_format": "yyyy-mm-dd"}),
            datetime: book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"}),
        }

        def fill(sheet: "Worksheet", lines: Iterable[Sequence[Value]]) -> None:
            for line, values in enumerate(lines):
                for column, value in enumerate(values):
                    if isinstance(value, date):  # a datetime is one too; tables know no zones
                        bare = value.replace(tzinfo=None) if isinstance(value, datetime) else value
                        sheet.write_datetime(line, column, bare, formats[type(value)])
                    elif isinstance(value, bool):
                        sheet.write_boolean(line, column, value)
                    elif isinstance(value, int):
                        sheet.write_number(line, column, value)
                    elif value is not None:
                        sheet.write_string(
                            line, column, visible(value), bold if line == 0 else None
                        )
            sheet.freeze_panes(1, 0)
            sheet.autofit()

        names = _names(with_cards=with_cards)
        lines = (
            _values(row, with_cards) for row in _with_progress(rows, on_progress, _ROWS_OF_XLSX)
        )
        fill(book.add_worksheet("visits"), chain([names], lines))
        fill(book.add_worksheet("sums"), _sums(rows))
    return content.getvalue()


FORMATS: Mapping[str, Callable[..., bytes]] = {"csv": as_csv, "xlsx": as_xlsx, "json": as_json}


def _with_progress(
    rows: Sequence[Row], on_progress: OnProgress, part: float = 1.0
) -> Iterator[Row]:
    """The rows, with progress calls in between."""
    for place, row in enumerate(rows):
        if place % _STEP == 0:
            on_progress(part * place / len(rows))
        yield row
    on_progress(part)


def _names(*, with_cards: bool) -> list[str]:
    return [*_COLUMNS, _CARD] if with_cards else [*_COLUMNS]


def _values(row: Row, with_cards: bool) -> list[Value]:  # noqa: FBT001 - called here alone
    values = [value(row) for value in _COLUMNS.values()]
    return [*values, row.card_number] if with_cards else values


def _sums(rows: Sequence[Row]) -> list[list[Value]]:
    names = {row.offer_id: row.offer or str(row.offer_id) for row in rows}
    groups: list[tuple[str, Iterable[tuple[Value, Sum]]]] = [
        ("day", by_day(rows).items()),
        ("offer", ((names[offer_id], sum_) for offer_id, sum_ in by_offer(rows).items())),
        ("sector", by_sector(rows).items()),
    ]
    venues = by_venue(rows)
    if len(venues) > 1:
        groups.append(("venue", venues.items()))
    return [
        ["by", "of", "visits", "adults", "minors", "assistants"],
        *([by, of, *asdict(sum_).values()] for by, group in groups for of, sum_ in group),
    ]


def _plain(value: Value) -> str | int | bool | None:
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    return value.isoformat() if isinstance(value, date) else value


def _text(value: Value) -> str:
    plain = _plain(value)
    if isinstance(plain, bool):
        return str(int(plain))
    return "" if plain is None else str(plain)


def _as_text(number: str | None) -> str:
    """A card number that a spreadsheet keeps as it is."""
    if number is None:
        return ""
    return f'="{number}"' if is_normal(number) else no_formula(number)
