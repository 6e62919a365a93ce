"""ICU's data without what nobody asks for, in the form that ICU reads."""

import re
import struct

from installer.packaging.icu import without

HEADER = b"\x20\x00\xda\x27" + bytes(28)


def data_of(items: dict[str, bytes]) -> bytes:
    """As ICU lays it out: a header, a table, names, and contents on places divisible by 16."""
    names, table, contents = b"", struct.pack("<I", len(items)), b""
    first = 4 + 8 * len(items)
    begin = first + sum(len(name) + 1 for name in items)
    begin += -begin % 16
    for name, content in items.items():
        table += struct.pack("<II", first + len(names), begin + len(contents))
        names += name.encode() + b"\0"
        contents += content.ljust(len(content) + -len(content) % 16, b"\0")
    return HEADER + (table + names).ljust(begin, b"\0") + contents


def test_what_is_left_out_is_gone_and_the_rest_stays_as_it_was() -> None:
    whole = data_of({"t/a.res": b"first", "t/b.cnv": b"second" * 9, "t/c.res": b"third" * 5})

    assert without(re.compile(r".*\.cnv"), whole) == data_of(
        {"t/a.res": b"first", "t/c.res": b"third" * 5}
    )


def test_data_of_which_nothing_is_left_out_stays_the_same() -> None:
    whole = data_of({"t/a.res": b"first", "t/b.cnv": b"second" * 9})

    assert without(re.compile("x"), whole) == whole
