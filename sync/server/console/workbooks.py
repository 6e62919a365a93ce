"""The sheets of an XLSX file from outside, within bounds.

What a file says of its own size is not believed: each part is unpacked only so far, and no cell may
stand where the library that reads it would need more memory than there is. Parts that are no XML,
such as pictures, and those with a document type, whose entities could grow without end, are left
out.
"""

import io
from collections.abc import Callable
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile
from zlib import error as DeflateError  # noqa: N812  the library's name for it

from python_calamine import CalamineError, CalamineWorkbook

MOST_COLUMNS = 100
_MOST_PARTS = 200
_MOST_SHEETS = 50
_MOST_UNPACKED = 20 << 20
_Cell = object
_UNREADABLE = (
    BadZipFile,
    CalamineError,
    DeflateError,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    IndexError,
    ValueError,
)
"""What the libraries raise for broken, encrypted and oddly packed files."""


class UnreadableError(Exception):
    """The file is no XLSX file, or a broken one."""


class TooLargeError(Exception):
    """The file has more in it than a list of cards needs."""


def all_sheets(content: bytes, most_rows: int) -> list[list[list[_Cell]]]:
    """The rows of each, those above the first cell among them.

    Raises :class:`UnreadableError` or :class:`TooLargeError`.
    """
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(_bounded(content, most_rows)))
        if len(book.sheet_names) > _MOST_SHEETS:  # one part may be named as many
            raise TooLargeError
        sheets, left = [], most_rows * MOST_COLUMNS
        for place in range(len(book.sheet_names)):
            rows = book.get_sheet_by_index(place).to_python(skip_empty_area=False)
            left -= sum(map(len, rows))
            if left < 0:
                raise TooLargeError
            sheets.append([list[_Cell](row) for row in rows])
    except _UNREADABLE as broken:
        raise UnreadableError from broken
    return sheets


def _bounded(content: bytes, most_rows: int) -> bytes:
    """The same file of those parts alone that are XML without surprises."""
    kept, left = io.BytesIO(), _MOST_UNPACKED
    with ZipFile(io.BytesIO(content)) as packed, ZipFile(kept, "w") as plain:
        if len(packed.infolist()) > _MOST_PARTS:
            raise TooLargeError
        for part in packed.infolist():
            with packed.open(part) as stream:
                unpacked = stream.read(left + 1)
            left -= len(unpacked)
            if left < 0:
                raise TooLargeError
            if part.filename not in plain.NameToInfo and _is_plain_xml(unpacked, most_rows):
                plain.writestr(part.filename, unpacked)
    return kept.getvalue()


class _Doctype(Exception):  # noqa: N818  not an error of ours: it stops the parser
    """The part has a document type."""


def _is_plain_xml(part: bytes, most_rows: int) -> bool:
    """Whether it can be read at all. Raises :class:`TooLargeError` for a cell too far away."""
    parser = expat.ParserCreate("utf-8")  # whatever it says itself: the other reader takes no other
    parser.StartElementHandler = _cell_watch(most_rows)

    def refuse(*_: object) -> None:
        raise _Doctype

    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(part, True)  # noqa: FBT003  the library's own way to say that it is the end
    except (expat.ExpatError, _Doctype):
        return False
    return True


def _cell_watch(most_rows: int) -> Callable[[str, dict[str, str]], None]:
    """Follows where the cells of a sheet stand, by their own word or one after the other."""
    row = column = 0

    def see(name: str, attributes: dict[str, str]) -> None:
        nonlocal row, column
        kind = name.rpartition(":")[2]
        if kind not in {"row", "c"}:
            return
        reference = attributes.get("r", "")
        if kind == "row":
            row = int(reference) if _is_short_number(reference) else row + 1
            column = 0
        else:
            letters = reference.rstrip("0123456789")
            column = _column(letters) if letters else column + 1
            digits = reference.removeprefix(letters)
            row = int(digits) if _is_short_number(digits) else row
            if row > most_rows or column > MOST_COLUMNS:
                raise TooLargeError

    return see


def _is_short_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 10


def _column(letters: str) -> int:
    """Which column letters name, such as 28 for AB; a very large one for what names none."""
    if len(letters) > 3 or not (letters.isascii() and letters.isalpha()):
        return MOST_COLUMNS + 1
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
