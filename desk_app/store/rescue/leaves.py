"""The rows on a leaf page of a table, read by hand (sqlite.org/fileformat2.html)."""

import struct
from collections.abc import Callable, Iterator

from desk_app.store.cipher import USABLE_SIZE

TABLE_LEAF = 0x0D
"""The kind of the pages that hold the rows of tables with a rowid, as the journal's are."""

Value = int | float | str | bytes | None
FetchPage = Callable[[int], bytes | None]
"""A page's plain content by its number, where it is whole."""

_HEADER_SIZE = 8
_MOST_ON_PAGE = USABLE_SIZE - 35
_LEAST_ON_PAGE = (USABLE_SIZE - 12) * 32 // 255 - 23
_INTEGER_SIZES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_FIRST_BLOB = 12


def rows_on(page: bytes, fetch: FetchPage) -> Iterator[tuple[int, list[Value]]]:
    """Each row of the page: its rowid and its values. A row that cannot be read is left out."""
    for place in range(int.from_bytes(page[3:5], "big")):
        at = _HEADER_SIZE + 2 * place
        try:
            yield _row(page, int.from_bytes(page[at : at + 2], "big"), fetch)
        except (IndexError, ValueError, struct.error):
            continue  # what lies on a chain of pages that is broken; it is counted as missing


def _row(page: bytes, at: int, fetch: FetchPage) -> tuple[int, list[Value]]:
    size, at = _varint(page, at)
    rowid, at = _varint(page, at)
    return _signed(rowid), _values(_payload(page, at, size, fetch))


def _payload(page: bytes, at: int, size: int, fetch: FetchPage) -> bytes:
    """The row's bytes, from this page and the chain of pages for what does not fit on it."""
    if size <= _MOST_ON_PAGE:
        return _slice(page, at, size)
    here = _LEAST_ON_PAGE + (size - _LEAST_ON_PAGE) % (USABLE_SIZE - 4)
    if here > _MOST_ON_PAGE:
        here = _LEAST_ON_PAGE
    content = _slice(page, at, here)
    following = _slice(page, at + here, 4)
    while len(content) < size:
        more = fetch(int.from_bytes(following, "big"))
        if more is None:
            raise ValueError("the chain is broken")
        following = more[:4]
        content += more[4 : 4 + size - len(content)]
    return content


def _values(payload: bytes) -> list[Value]:
    header_size, at = _varint(payload, 0)
    kinds = []
    while at < header_size:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    values = []
    for kind in kinds:
        value, at = _value(payload, at, kind)
        values.append(value)
    return values


def _value(payload: bytes, at: int, kind: int) -> tuple[Value, int]:
    if kind == 0:
        return None, at
    if kind in _INTEGER_SIZES:
        size = _INTEGER_SIZES[kind]
        return int.from_bytes(_slice(payload, at, size), "big", signed=True), at + size
    if kind == 7:
        return struct.unpack(">d", _slice(payload, at, 8))[0], at + 8
    if kind < _FIRST_BLOB:
        return kind - 8, at  # 8 and 9 stand for 0 and 1, 10 and 11 are never written
    size = (kind - _FIRST_BLOB) // 2
    content = _slice(payload, at, size)
    return content.decode("utf-8") if kind % 2 else content, at + size


def _varint(content: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place in range(8):
        byte = content[at + place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + place + 1
    return value << 8 | content[at + 8], at + 9


def _signed(value: int) -> int:
    return value - (1 << 64) if value >> 63 else value


def _slice(content: bytes, at: int, size: int) -> bytes:
    part = content[at : at + size]
    if len(part) != size:
        raise IndexError("beyond the end of the page")
    return part
