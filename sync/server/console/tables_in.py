"""Tables that people upload: CSV or XLSX, with a line of headings in any of the three languages."""

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sync.server.console.workbooks import TooLargeError, UnreadableError, first_sheet

MOST_LINES = 2_000
_XLSX = b"PK\x03\x04"
HEADINGS: Mapping[str, frozenset[str]] = {
    "number": frozenset(
        {"number", "card number", "numero", "kortin numero", "nummer", "kortnummer"}
    ),
    "kind": frozenset({"kind", "type", "laji", "tyyppi", "slag", "typ"}),
    "received": frozenset({"received", "vastaanotettu", "mottaget"}),
    "last": frozenset({"last valid day", "viimeinen voimassaolopäivä", "sista giltighetsdag"}),
    "minors": frozenset({"minors", "alaikäiset", "alaikäisiä", "minderåriga"}),
    "birth_year": frozenset({"birth year", "syntymävuosi", "födelseår"}),
    "postcode": frozenset({"postcode", "postinumero", "postnummer"}),
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
    rows = _xlsx(content) if content.startswith(_XLSX) else _csv(content)
    if not rows:
        raise TableUnreadableError("batch.empty")
    names = [_column(heading, wanted) for heading in rows[0]]
    if "number" not in names:
        raise TableUnreadableError("batch.no_headings")
    found: list[tuple[int, Mapping[str, str]]] = [
        (place, {name: cell.strip() for name, cell in zip(names, row, strict=False) if name})
        for place, row in enumerate(rows[1:], 2)
        if any(cell.strip() for cell in row)
    ]
    if len(found) > MOST_LINES:
        raise TableUnreadableError("batch.too_long")
    if not found:
        raise TableUnreadableError("batch.empty")
    return found


def _column(heading: str, wanted: Sequence[str]) -> str:
    written = " ".join(heading.replace("_", " ").casefold().split())
    return next((name for name in wanted if written in HEADINGS[name]), "")


def _csv(content: bytes) -> list[list[str]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    first = text.partition("\n")[0]
    mark = max(";,\t", key=first.count)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=mark))
    except csv.Error as broken:
        raise TableUnreadableError("batch.unreadable") from broken


def _xlsx(content: bytes) -> list[list[str]]:
    try:
        rows = first_sheet(content, MOST_LINES * 2)
    except TooLargeError as large:
        raise TableUnreadableError("batch.too_long") from large
    except UnreadableError as broken:
        raise TableUnreadableError("batch.unreadable") from broken
    return [[_written(cell) for cell in row] for row in rows]


def _written(cell: object) -> str:
    """A cell as one would type it: a number that is whole has no decimals."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell)
