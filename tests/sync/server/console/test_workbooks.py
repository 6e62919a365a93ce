"""XLSX files that are made to be too much for the program that opens them."""

import io
import re
import struct
import zlib
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import xlsxwriter

from sync.server.console.workbooks import TooLargeError, UnreadableError, all_sheets

ROWS = 4_000
SHEET = "xl/worksheets/sheet1.xml"
HEAD = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
FOOT = "</sheetData></worksheet>"
LAUGHS = (
    '<!DOCTYPE worksheet [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {new} "{f"&{old};" * 10}">'
        for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)


def first_sheet(content: bytes, most_rows: int) -> list[list[object]]:
    return all_sheets(content, most_rows)[0]


def a_cell(place: str, text: str = "1") -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def workbook(
    sheet: str | bytes | None = None, sheets: int = 1, more: dict[str, bytes] | None = None
) -> bytes:
    """A workbook whose sheet was put in the place of the one that was written."""
    plain, changed = io.BytesIO(), io.BytesIO()
    with xlsxwriter.Workbook(plain) as book:
        book.add_worksheet().write_row(0, 0, ["card number", "minors"])
    with ZipFile(plain) as old, ZipFile(changed, "w", ZIP_DEFLATED) as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename == SHEET and sheet is not None:
                content = sheet if isinstance(sheet, bytes) else sheet.encode()
            if part.filename == "xl/workbook.xml":
                named = re.findall(rb"<sheet .*?/>", bytes(content))[0]
                content = content.replace(named, named * sheets)
            new.writestr(part.filename, content)
        for name, content in (more or {}).items():
            new.writestr(name, content)
    return changed.getvalue()


def test_a_plain_workbook_is_read() -> None:
    assert first_sheet(workbook(), ROWS) == [["card number", "minors"]]


def test_cells_that_do_not_say_where_they_stand_are_read() -> None:
    sheet = f"{HEAD}<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>{FOOT}"
    assert first_sheet(workbook(sheet), ROWS) == [[1.0, 2.0], [3.0, ""]]


@pytest.mark.parametrize(
    "rows",
    [
        f'<row r="1">{a_cell("A1")}</row><row r="1048576">{a_cell("XFD1048576")}</row>',
        f'<row r="1">{a_cell("A1")}{a_cell("XFD1")}</row>',
        f"<row>{'<c><v>1</v></c>' * 101}</row>",
        "<row><c><v>1</v></c></row>" * (ROWS + 1),
        f'<row r="{ROWS}"/><row><c><v>1</v></c></row>',
        '<row r="1"><x:c xmlns:x="urn:x" r="ZZZZ1"><x:v>1</x:v></x:c></row>',
    ],
    ids=[
        "far corner",
        "far column",
        "many columns",
        "many rows",
        "after a far row",
        "other prefix",
    ],
)
def test_cells_far_apart_are_too_much(rows: str) -> None:
    with pytest.raises(TooLargeError):
        first_sheet(workbook(f"{HEAD}{rows}{FOOT}"), ROWS)


def test_what_unpacks_to_more_than_a_list_of_cards_is_too_much() -> None:
    text = " " * (21 << 20)
    with pytest.raises(TooLargeError):
        first_sheet(workbook(f"{HEAD}{text}{FOOT}"), ROWS)


def test_what_unpacks_to_more_than_it_says_is_unreadable() -> None:
    real = f'{HEAD}<row r="1">{a_cell("A1", "x" * (30 << 20))}</row>{FOOT}'.encode()
    length = struct.pack("<I", len(real))
    content = workbook(real)
    assert content.count(length) >= 1
    with pytest.raises(UnreadableError):
        first_sheet(content.replace(length, struct.pack("<I", 100)), ROWS)


def test_entities_that_grow_without_end_are_not_even_looked_at() -> None:
    sheet = f'{LAUGHS}{HEAD}<row r="1">{a_cell("A1", "&i;")}</row>{FOOT}'
    with pytest.raises(UnreadableError):
        first_sheet(workbook(sheet), ROWS)


def test_a_file_outside_is_not_read_into_a_cell() -> None:
    doctype = '<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    with pytest.raises(UnreadableError):
        first_sheet(workbook(f'{doctype}{HEAD}<row r="1">{a_cell("A1", "&x;")}</row>{FOOT}'), ROWS)


def test_a_sheet_in_another_alphabet_hides_no_cells() -> None:
    hidden = f'<!-- {HEAD}<row r="1">{a_cell("XFD1048576")}</row>{FOOT} -->'
    sheet = f'<?xml version="1.0" encoding="UTF-16"?>{hidden}{HEAD}{FOOT}'.encode("utf-16")
    assert first_sheet(workbook(sheet), ROWS) == []


def test_one_sheet_that_is_named_as_many_is_too_much() -> None:
    corner = (
        f'{HEAD}<row r="1">{a_cell("A1")}</row><row r="{ROWS}">{a_cell(f"CV{ROWS}")}</row>{FOOT}'
    )
    assert len(all_sheets(workbook(corner), ROWS)[0]) == ROWS
    for sheets in (2, 60):
        with pytest.raises(TooLargeError):
            all_sheets(workbook(corner if sheets == 2 else None, sheets), ROWS)


def test_a_workbook_of_too_many_parts_is_too_much() -> None:
    with pytest.raises(TooLargeError):
        first_sheet(workbook(more={f"part{number}.xml": b"<x/>" for number in range(300)}), ROWS)


def test_pictures_in_a_workbook_are_left_out() -> None:
    assert first_sheet(workbook(more={"xl/media/image1.png": b"\x89PNG"}), ROWS)


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04", workbook()[:-40], workbook().replace(b"\x08\x00", b"\x63\x00")]
)
def test_a_broken_file_is_unreadable(content: bytes) -> None:
    with pytest.raises(UnreadableError):
        first_sheet(content, ROWS)


def test_a_sheet_whose_sum_is_wrong_is_unreadable() -> None:
    content = workbook()
    sheet = ZipFile(io.BytesIO(content)).read(SHEET)
    right = struct.pack("<I", zlib.crc32(sheet))
    with pytest.raises(UnreadableError):
        first_sheet(content.replace(right, b"\0\0\0\1"), ROWS)
