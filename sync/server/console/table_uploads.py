"""Tables that people upload: CSV or a workbook, with headings in any of the three languages."""

import codecs
import csv
import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import cache

from sync.rules.cards import CardKind
from sync.server.console.console_texts import Texts
from sync.server.console.workbooks import TooLargeError, UnreadableError, all_sheets

MOST_LINES = 10_000
_HEADINGS_WITHIN = 10
"""Lines in which the headings are looked for: above them may stand a title."""
_XLSX = b"PK\x03\x04"
_FIRST_SERIAL = date(1899, 12, 30)
"""From which Excel counts days."""
HEADINGS: Mapping[str, frozenset[str]] = {
    "number": frozenset(
        {"number", "card number", "numero", "kortin numero", "nummer", "kortnummer"}
    ),
    "kind": frozenset(
        {"kind", "type", "laji", "tyyppi", "slag", "typ"}
        | {"kortin tyyppi", "typ av kort", "type of card"}
    ),
    "received": frozenset({"received", "vastaanotettu", "mottaget"}),
    "last": frozenset({"last valid day", "viimeinen voimassaolopäivä", "sista giltighetsdag"}),
    "minors": frozenset({"minors", "alaikäiset", "alaikäisiä", "minderåriga"}),
    "birth_year": frozenset({"birth year", "syntymävuosi", "födelseår"}),
    "postcode": frozenset({"postcode", "postinumero", "postnummer"}),
    "area": frozenset({"area", "municipality", "alue", "kunta", "område", "kommun"}),
}
"""What each column may be called."""


class TableUnreadableError(Exception):
    """The file is no table that can be read; ``key`` is the text that says why."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def read_table(content: bytes, wanted: Sequence[str]) -> list[tuple[int, Mapping[str, str]]]:
    """The lines with their numbers in the file, each by column; empty ones are left out.

    Raises :class:`TableUnreadableError`.
    """
    sheets = _workbook(content) if content.startswith(_XLSX) else [_csv(content)]
    if not any(any(row) for rows in sheets for row in rows):
        raise TableUnreadableError("batch.empty")
    for rows in sheets:
        for place, row in enumerate(rows[:_HEADINGS_WITHIN], 1):
            names = [_column(heading, wanted) for heading in row]
            if "number" in names:
                return _lines(names, rows[place:], place + 1)
    raise TableUnreadableError("batch.no_headings")


def _lines(
    names: Sequence[str], rows: Sequence[Sequence[str]], first: int
) -> list[tuple[int, Mapping[str, str]]]:
    if any(name and names.count(name) > 1 for name in names):
        raise TableUnreadableError("batch.heading_twice")
    found: list[tuple[int, Mapping[str, str]]] = [
        (place, {name: _meant(name, cell) for name, cell in zip(names, row, strict=False) if name})
        for place, row in enumerate(rows, first)
        if any(cell.strip() for cell in row)
    ]
    if len(found) > MOST_LINES:
        raise TableUnreadableError("batch.too_long")
    if not found:
        raise TableUnreadableError("batch.empty")
    return found


def _meant(name: str, cell: str) -> str:
    """A cell without what a spreadsheet has made of it: lost zeros, serial days, midnights."""
    cell = cell.strip()
    is_number = cell.isascii() and cell.isdigit()
    if name == "postcode" and is_number and len(cell) in {3, 4}:
        return cell.zfill(5)
    if name == "kind":
        return _kinds().get(" ".join(cell.casefold().split()), cell)
    if name in {"received", "last"} and cell:
        if is_number and len(cell) == 5:
            return (_FIRST_SERIAL + timedelta(days=int(cell))).isoformat()
        return cell.split()[0]
    return cell


@cache
def _kinds() -> Mapping[str, str]:
    """The kinds of cards, by what the pages call them and by their names."""
    words = Texts().all
    named = {
        word.casefold(): kind.value
        for kind in CardKind
        for word in words[f"card_kind.{kind}"].values()
    }
    return {kind.value: kind.value for kind in CardKind} | named


def _column(heading: str, wanted: Sequence[str]) -> str:
    written = " ".join(heading.replace("_", " ").casefold().split())
    return next((name for name in wanted if written in HEADINGS[name]), "")


def _csv(content: bytes) -> list[list[str]]:
    lines = _text(content).splitlines(keepends=True)
    mark = ""
    if lines and lines[0].strip().casefold().startswith("sep="):  # Excel says so of its own files
        mark = lines.pop(0).strip()[4:5]
    head = lines[:_HEADINGS_WITHIN]
    mark = mark or max(";,\t", key=lambda each: max((line.count(each) for line in head), default=0))
    try:
        rows = list(csv.reader(io.StringIO("".join(lines), newline=""), delimiter=mark))
    except csv.Error as broken:
        raise TableUnreadableError("batch.unreadable") from broken
    if len(rows) > MOST_LINES * 2:
        raise TableUnreadableError("batch.too_long")
    return rows


def _text(content: bytes) -> str:
    """Text in the encodings in which spreadsheets save it."""
    is_utf16 = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if is_utf16 else ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:  # as in files of another kind
            return text
    raise TableUnreadableError("batch.unreadable")


def _workbook(content: bytes) -> list[list[list[str]]]:
    try:
        sheets = all_sheets(content, MOST_LINES * 2)
    except TooLargeError as large:
        raise TableUnreadableError("batch.too_long") from large
    except UnreadableError as broken:
        raise TableUnreadableError("batch.unreadable") from broken
    return [[[_written(cell) for cell in row] for row in rows] for rows in sheets]


def _written(cell: object) -> str:
    """A cell as one would type it: a number that is whole has no decimals."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell)
