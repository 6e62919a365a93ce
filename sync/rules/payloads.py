"""Parses the payload of a code from camera, scanner or picture into a card number.

A card's code contains the bare number (kaikukortti.fi/lisatietoa/kaikukanta). The content of the
mobile card's code is not published; ours: also a web address that names a card, by its host or by
its shape. Nothing is ever opened or sent from here.

The text around the number is removed first (:mod:`scan_text`). A new kind of payload is one more
function in :data:`PARSERS`.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import parse_qsl, unquote, urlsplit

from sync.rules.card_numbers import LONGEST, CardNumber, MalformedNumberError, normalise
from sync.rules.enrolment_link import EnrolmentLink, MalformedLinkError
from sync.rules.other_numbers import OtherNumber, other_number
from sync.rules.scan_text import Symbology, variants


class Foreign(StrEnum):
    """The kind of a code that is not a Kaikukortti's."""

    WEB_ADDRESS = "web_address"
    TICKET = "ticket"  # or a pass of another system, as far as can be told
    PRODUCT = "product"  # something in a shop, a book, a medicine, a parcel, a car
    PERSON = "person"  # a personal identity code, as on identity cards
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
    """Another code. Its text goes no further."""

    what: Foreign


Reading = CardRead | EnrolmentRead | ForeignRead

_WHOSE = {OtherNumber.PERSON: Foreign.PERSON, OtherNumber.GOODS: Foreign.PRODUCT}
_QUERY_NAMES = ("card", "kortti")
"""Names of a query value that make it a card's number at any host."""
_QUERY_NAME_AT_CARDS = "n"
_SEGMENTS = {"card", "kortti", "kort"}
"""Segments of a path before a card's number at any host."""
_LONGEST_PAYLOAD = 8_000
"""No code of any kind holds more characters; longer input is not worth a look."""
_RAILWAY = re.compile(r"#UT\d\d")
"""The beginning of railway tickets (UIC 918.3)."""
_BOARDING_PASS = re.compile(r"M[1-9][A-Z /.'-]{20}")
"""The beginning of boarding passes (IATA resolution 792): form, legs, a name of 20 characters."""
_OPAQUE = re.compile(rf"(?=\D*\d)[\w.~+/=|-]{{{LONGEST + 1},}}", re.ASCII)
"""Ours: a run of characters longer than a card number, as tickets have."""


def parse_payload(
    text: str, symbology: Symbology | None = None, parsers: "Sequence[Parser] | None" = None
) -> Reading:
    """Parse a code's text, by the first parser that knows it.

    ``symbology`` is the kind of code; ``None`` where that is not known, as with a scanner that
    types.
    """
    return parse_payload_and_text(text, symbology, parsers)[0]


def parse_payload_and_text(
    text: str, symbology: Symbology | None = None, parsers: "Sequence[Parser] | None" = None
) -> tuple[Reading, str]:
    """Parse a code's text, with what stands around the payload removed."""
    if len(text) > _LONGEST_PAYLOAD:
        return ForeignRead(Foreign.OTHER), text
    tries = [
        (_parse(each.text, each.symbology, PARSERS if parsers is None else parsers), each.text)
        for each in variants(text, symbology)
    ]
    return max(tries, key=lambda tried: plausibility(tried[0]))


def plausibility(reading: Reading) -> int:
    """The rank of an interpretation; among equals the first counts, which supposes the least.

    A ticket is told by its looks alone, and may be something else that came in disguise.
    """
    if not isinstance(reading, ForeignRead):
        return 3
    certainty = {Foreign.OTHER: 0, Foreign.TICKET: 1, Foreign.PRODUCT: 4, Foreign.PERSON: 4}
    return certainty.get(reading.what, 2)


def _parse(text: str, symbology: Symbology | None, parsers: "Sequence[Parser]") -> Reading:
    for parse in parsers:
        reading = parse(text, symbology)
        if reading is not None:
            return reading
    return ForeignRead(Foreign.OTHER)


def card_number(text: str, symbology: Symbology | None = None) -> CardNumber | None:
    """The card number in a code; ``None`` for everything else."""
    reading = parse_payload(text, symbology)
    return reading.number if isinstance(reading, CardRead) else None


def enrolment(text: str, _: Symbology | None) -> Reading | None:
    """This program's own enrolment code."""
    try:
        return EnrolmentRead(EnrolmentLink.parse(text))
    except MalformedLinkError:
        return None


def product(text: str, symbology: Symbology | None) -> Reading | None:
    """A product's barcode, by the kind of code; or the number of something else, by its shape."""
    if symbology is Symbology.EAN_13:
        return ForeignRead(Foreign.PRODUCT)
    whose = other_number(text, symbology)
    return ForeignRead(_WHOSE[whose]) if whose else None


def bare_number(text: str, _: Symbology | None) -> Reading | None:
    """The number itself."""
    number = _number(text)
    return CardRead(number) if number else None


def web_address(text: str, _: Symbology | None) -> Reading | None:
    """A web address, with a card number in it or without.

    Most addresses end in something that could be a number: ``/2024``, or the number of a ticket. So
    one carries a card only where its host is one of the cards' (``kaiku`` in a part of its name, or
    ``kortti`` as one), or where it says so itself: ``?card=``, ``?kortti=``, ``/kortti/``.

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
    if not parts.netloc:
        return None
    labels = (parts.hostname or "").split(".")
    of_cards = any("kaiku" in label or label == "kortti" for label in labels)
    values = {name.lower(): value for name, value in reversed(asked)}
    for name in (*_QUERY_NAMES, *([_QUERY_NAME_AT_CARDS] if of_cards else [])):
        if number := _number(values.get(name, "")):
            return number
    before, _, last = parts.path.rstrip("/").rpartition("/")
    segment = unquote(last)
    is_page = segment != segment.upper() and not any(character.isdigit() for character in segment)
    named = before.rpartition("/")[2].lower() in _SEGMENTS
    return _number(segment) if (of_cards or named) and not is_page else None
