"""What was read off a code becomes a card number here, whatever read it: camera, scanner, picture.

A card's code bears the bare number (kaikukortti.fi/lisatietoa/kaikukanta). What the mobile card's
code bears is not published; ours: also a web address whose last path segment, or whose query value
named ``card``, ``kortti`` or ``n``, is the number. Nothing is ever opened or sent from here.

A new kind of payload is one more function in :data:`PARSERS`.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import parse_qsl, unquote, urlsplit

from sync.rules.card_numbers import LONGEST, CardNumber, MalformedNumberError, normalise
from sync.rules.enrolment_link import EnrolmentLink, MalformedLinkError


class Symbology(StrEnum):
    """A kind of code. Cards bear the first two; a product's barcode is told by its kind alone."""

    QR_CODE = "QRCode"
    CODE_39 = "Code39"
    CODE_128 = "Code128"
    EAN_13 = "EAN13"
    DATA_MATRIX = "DataMatrix"
    AZTEC = "Aztec"

    @property
    def corrects_errors(self) -> bool:
        """Whether a reading proves itself. One of a barcode of lines has to be seen twice."""
        return self in {Symbology.QR_CODE, Symbology.DATA_MATRIX, Symbology.AZTEC}


class Foreign(StrEnum):
    """What a code is that is not a Kaikukortti's."""

    WEB_ADDRESS = "web_address"
    TICKET = "ticket"  # or a pass of another system, as far as can be told
    PRODUCT = "product"  # something in a shop, or a book
    SEVERAL_CARDS = "several_cards"  # side by side before the camera: nobody knows which is meant
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class CardRead:
    """A number that is well-formed; whether there is such a card, the register knows."""

    number: CardNumber


@dataclass(frozen=True, slots=True)
class EnrolmentRead:
    """An enrolment code of this program."""

    link: EnrolmentLink


@dataclass(frozen=True, slots=True)
class ForeignRead:
    """Something else. Its text goes no further."""

    what: Foreign


Reading = CardRead | EnrolmentRead | ForeignRead

_QUERY_NAMES = ("card", "kortti", "n")
_LONGEST_PAYLOAD = 8_000
"""No code of any kind holds more characters; longer input is not worth a look."""
_RAILWAY = re.compile(r"#UT\d\d")
"""How tickets of railways begin (UIC 918.3)."""
_BOARDING_PASS = re.compile(r"M[1-9][A-Z /.'-]{20}")
"""How boarding passes begin (IATA resolution 792): form, legs, the name in 20 characters."""
_OPAQUE = re.compile(rf"(?=\D*\d)[\w.~+/=|-]{{{LONGEST + 1},}}", re.ASCII)
"""Ours: a run of characters longer than a card number, as tickets bear."""


def understand(
    text: str, symbology: Symbology | None = None, parsers: "Sequence[Parser] | None" = None
) -> Reading:
    """What a code says, by the first parser that knows it.

    ``symbology`` is the kind of code; ``None`` where that is not known, as with a scanner that
    types.
    """
    if len(text) > _LONGEST_PAYLOAD:
        return ForeignRead(Foreign.OTHER)
    for parse in PARSERS if parsers is None else parsers:
        reading = parse(text, symbology)
        if reading is not None:
            return reading
    return ForeignRead(Foreign.OTHER)


def card_number(text: str, symbology: Symbology | None = None) -> CardNumber | None:
    """The card number that a code bears; ``None`` for everything else."""
    reading = understand(text, symbology)
    return reading.number if isinstance(reading, CardRead) else None


def enrolment(text: str, _: Symbology | None) -> Reading | None:
    """This program's own enrolment code."""
    try:
        return EnrolmentRead(EnrolmentLink.parse(text))
    except MalformedLinkError:
        return None


def product(_: str, symbology: Symbology | None) -> Reading | None:
    """A product's barcode: its digits could be a card number, were it not for the kind of code."""
    return ForeignRead(Foreign.PRODUCT) if symbology is Symbology.EAN_13 else None


def bare_number(text: str, _: Symbology | None) -> Reading | None:
    """The number itself."""
    number = _number(text)
    return CardRead(number) if number else None


def web_address(text: str, _: Symbology | None) -> Reading | None:
    """A web address, with a card number in it or without.

    In the path a word with small letters and no digit is the name of a page, not a number: cards
    are printed in capitals. Addresses in capitals are taken too, since QR codes hold those in less
    room.
    """
    address = text.strip()
    if address.lower().startswith("www."):
        address = f"https://{address}"
    if not address.lower().startswith(("http://", "https://")):
        return None
    found = _number_in_address(address)
    return CardRead(found) if found else ForeignRead(Foreign.WEB_ADDRESS)


def ticket(text: str, _: Symbology | None) -> Reading | None:
    """A ticket or pass of another system, by its beginning or by its looks."""
    text = text.strip()
    is_ticket = _RAILWAY.match(text) or _BOARDING_PASS.match(text) or _OPAQUE.fullmatch(text)
    return ForeignRead(Foreign.TICKET) if is_ticket else None


Parser = Callable[[str, Symbology | None], Reading | None]
"""Takes the text and the kind of code; ``None`` passes on to the next parser."""

PARSERS: tuple[Parser, ...] = (enrolment, product, bare_number, web_address, ticket)


def _number(text: str) -> CardNumber | None:
    try:
        return normalise(text)
    except MalformedNumberError:
        return None


def _number_in_address(address: str) -> CardNumber | None:
    if not address.isprintable() or " " in address:
        return None  # urlsplit would drop a line break and join what stands around it
    try:
        parts = urlsplit(address)
        asked = parse_qsl(parts.query, max_num_fields=100)
    except ValueError:
        return None
    values = {name.lower(): value for name, value in reversed(asked)}
    for name in _QUERY_NAMES:
        if number := _number(values.get(name, "")):
            return number
    segment = unquote(parts.path.rstrip("/").rpartition("/")[2])
    is_page = segment != segment.upper() and not any(character.isdigit() for character in segment)
    if parts.netloc and not is_page:
        return _number(segment)
    return None
