"""A reader of PDF files that shares nothing with what writes them: it follows the file's own table.

It knows as much of PDF 1.7 (ISO 32000-1) as it takes to find what could act, wherever that stands.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

_ACTS = """A AA OpenAction AcroForm XFA Annot Link Widget JS JavaScript Launch URI GoToR GoToE
    SubmitForm ImportData Rendition Movie Sound RichMedia EmbeddedFile EmbeddedFiles Filespec"""
"""Names by which a file does something, or leads out of itself (12.6, 7.11, 12.7)."""
_DRAWS = """q Q cm w J j M d ri i gs m l c v y h re S s f F f* B B* b b* n W W* BT ET Tc Tw Tz TL Tf
    Tr Ts Td TD Tm T* Tj TJ ' " CS cs SC SCN sc scn G g RG rg K k sh Do MP DP BMC BDC EMC BX EX"""
"""The operators of a page's content (annex A), inline pictures aside."""
_STRING = re.compile(rb"\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f\s]*>(?!>)", re.DOTALL)
_NAME = re.compile(rb"/([^\s/<>\[\](){}%]*)")
_WORD = re.compile(r"[A-Za-z'\"*]+")


@dataclass(frozen=True, slots=True)
class PdfObject:
    """An object's dictionary without the texts in it, and what its stream unpacks to."""

    dictionary: bytes
    stream: bytes

    @property
    def names(self) -> set[str]:
        """Every name in the dictionary, its escapes undone."""
        found = _NAME.findall(self.dictionary)
        return {re.sub(r"#(..)", lambda two: chr(int(two[1], 16)), n.decode()) for n in found}


def objects(content: bytes) -> Iterator[PdfObject]:
    """The file's objects, by the table at its end. Raises ``AssertionError`` for a broken file."""
    start = int(content.rpartition(b"startxref")[2].split()[0])
    table = content[start:].partition(b"trailer")[0].split(b"\n")
    places = sorted(int(line[:10]) for line in table if line.endswith(b" n "))
    for place, end in zip(places, [*places[1:], start], strict=True):
        head = re.match(rb"\d+ 0 obj\n", content[place:])
        assert head is not None, place
        inside = content[place + head.end() : end].removesuffix(b"endobj\n")
        dictionary, _, stream = inside.partition(b"stream\n")
        bare = _STRING.sub(b"", dictionary)
        assert not re.search(rb"[()]", bare), "a text ends before its end"
        packed = stream.removesuffix(b"endstream\n").removesuffix(b"\n")
        yield PdfObject(bare, zlib.decompress(packed) if b"/FlateDecode" in bare else packed)


def acting(content: bytes) -> set[str]:
    """What in a file could do anything: names in dictionaries, and odd operators on pages."""
    read = list(objects(content))
    names = {name for each in read for name in each.names}
    pages = b"".join(each.stream for each in read if _is_page(each))
    drawn = _NAME.sub(b"", _STRING.sub(b"", pages)).decode("latin-1")
    return (names & set(_ACTS.split())) | (set(_WORD.findall(drawn)) - set(_DRAWS.split()))


def _is_page(each: PdfObject) -> bool:
    """Whether the stream is a page's content: it has no type, and sets or draws something."""
    return (
        bool(each.stream)
        and not each.names - {"Length", "Filter", "FlateDecode"}
        and (b" Tf" in each.stream or b" re\n" in each.stream)
    )
