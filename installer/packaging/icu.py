"""ICU's data, cut down to the languages of the window.

Qt for Linux brings all of it along: 32 MB of names, sort orders and code pages of the whole world.
Qt asks ICU for the order of letters, for the names of time zones and for old code pages. A language
that is left out gets the root's answers, which are those of most languages anyway.
"""

import ctypes
import re
import struct
from pathlib import Path

from installer.packaging.paths import BuildError, run

_SYMBOL = re.compile(r" (\d+|0x[0-9a-f]+) OBJECT +GLOBAL .* (icudt\d+_dat)$", re.MULTILINE)
_NOT_ASKED_FOR = re.compile(
    r"^[^/]+/("
    r"(brkitr|curr|lang|rbnf|region|translit|unit)/.*"
    r"|[^/]+\.(cfu|cnv|spp)|unames\.icu|(nfkc|nfkc_cf|uts46)\.nrm"
    r"|(coll/|zone/)?(?!(en|fi|res_index|se|sv)[_.])[a-z]{2,3}(_\w*)?\.res"
    r")$"
)
"""Names of money, units and places, line breaking, spoken numbers; code pages but Unicode's; rules
for the names of domains; all that is said in another language."""
_START = struct.Struct("<H")
_COUNT = struct.Struct("<I")
_ENTRY = struct.Struct("<II")
_ALIGNED = 16
_ASSEMBLY = """
.section .rodata
.balign 16
.globl {symbol}
.type {symbol}, @object
{symbol}: .incbin "{data}"
.size {symbol}, . - {symbol}
.section .note.GNU-stack, "", @progbits
"""


def shrink_icu(tree: Path, room: Path) -> None:
    """Put smaller data in the place of the whole; ``room`` is for what is in between.

    Raises ``BuildError``.
    """
    for library in tree.rglob("libicudata.so.*"):
        if library.is_symlink():
            continue
        found = _SYMBOL.search(run("readelf", "--wide", "--dyn-syms", library))
        if found is None:
            raise BuildError(f"{library} holds no data of ICU's that this build knows")
        symbol, size = found[2], int(found[1], 0)
        whole = (ctypes.c_char * size).in_dll(ctypes.CDLL(str(library)), symbol).raw
        data, source = room / "icu.dat", room / "icu.s"
        data.write_bytes(without(_NOT_ASKED_FOR, whole))
        source.write_text(_ASSEMBLY.format(symbol=symbol, data=data), encoding="utf-8")
        run(
            "g++", "-shared", "-nostdlib", "-Wl,--build-id=none", "-Wl,--strip-all",
            f"-Wl,-soname,{library.name}", "-o", library, source,
        )  # fmt: skip


def without(left_out: re.Pattern[str], whole: bytes) -> bytes:
    """The data without the items whose names match.

    A header that says where it ends; then how many items there are, and for each where its name
    and where its content begins, counted from that table on; in the order of the names, as they are
    looked for by halves (``ucmndata.h`` of ICU).
    """
    (table,) = _START.unpack_from(whole)
    (count,) = _COUNT.unpack_from(whole, table)
    entries = [
        _ENTRY.unpack_from(whole, table + _COUNT.size + _ENTRY.size * each) for each in range(count)
    ]
    ends = [content for _, content in entries[1:]] + [len(whole) - table]
    kept = [
        (name, whole[table + content : table + end])
        for (at, content), end in zip(entries, ends, strict=True)
        if not left_out.match((name := whole[table + at : whole.index(0, table + at)]).decode())
    ]
    names, place = bytearray(), _COUNT.size + _ENTRY.size * len(kept)
    places = []
    for name, _ in kept:
        places.append(place + len(names))
        names += name + b"\0"
    first = place + len(names)
    first += -first % _ALIGNED
    contents, listed = bytearray(), bytearray(_COUNT.pack(len(kept)))
    for at, (_, content) in zip(places, kept, strict=True):
        listed += _ENTRY.pack(at, first + len(contents))
        contents += content + bytes(-len(content) % _ALIGNED)
    return whole[:table] + (bytes(listed) + names).ljust(first, b"\0") + contents
