"""Recognises other numbers that would be card numbers without their spaces and hyphens.

Each is recognised by its shape, and by its own check digit where it has one: a personal identity
code on an identity card, a book, a medicine, a parcel, a car. What could be a card's number as
well, such as thirteen digits from a scanner that does not tell the kind of code, is not refused.
"""

import re
from datetime import datetime
from enum import StrEnum

from sync.rules.scan_text import Symbology, fold


class OtherNumber(StrEnum):
    """The kind of another number."""

    PERSON = "person"
    GOODS = "goods"


_IDENTITY_CODE = re.compile(r"(\d{6})[-+A-FU-Y](\d{3})([0-9A-FHJ-NPR-Y])", re.ASCII)
_IDENTITY_CHECK = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_MEDICINE = re.compile(r"-\d{7,8}", re.ASCII)
"""The hyphen in front marks it among all Code 39 codes (PZN, IFA specification)."""
_GS1 = re.compile(r"\](?:C1|[eEI]\d|d2).", re.ASCII | re.DOTALL)
"""Identifiers of kinds of code that goods alone have (ISO/IEC 15424)."""
_POSTAL = re.compile(r"[A-Z]{2}(\d{8})(\d)[A-Z]{2}", re.ASCII)
_POSTAL_WEIGHTS = (8, 6, 4, 2, 3, 5, 9, 7)
_COURIER = re.compile(r"1Z[0-9A-Z]{16}", re.ASCII)
_VEHICLE = re.compile(r"[A-HJ-NPR-Z0-9]{13}\d{4}", re.ASCII)
_VEHICLE_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
_VEHICLE_VALUES = dict(
    zip(
        "0123456789ABCDEFGHJKLMNPRSTUVWXYZ",
        map(int, "012345678912345678123457923456789"),
        strict=True,
    )
)
_BOOK_HYPHENS = re.compile(r"\d{1,5}-\d{1,7}-\d{1,7}-[\dX]", re.ASCII)
_BOOKS = ("978", "979")
_TRADE = {12, 13, 14}
_PARCEL_DIGITS = 20


def other_number(text: str, symbology: Symbology | None) -> OtherNumber | None:
    """The kind of number that the text is, if it is certainly not a card's."""
    number = re.sub(r"[\u2010-\u2015]", "-", fold(text)).strip().upper()
    if _is_identity_code(number):
        return OtherNumber.PERSON
    if _GS1.match(fold(text).strip()) or _MEDICINE.fullmatch(number) or _is_old_book(number):
        return OtherNumber.GOODS
    plain = re.sub(r"[\s-]", "", number)
    tests = (_is_book, _is_postal, _is_parcel, _is_vehicle)
    if any(test(plain) for test in tests) or _COURIER.fullmatch(plain):
        return OtherNumber.GOODS
    of_trade = symbology is Symbology.CODE_128 and len(plain) in _TRADE and _is_checked(plain)
    return OtherNumber.GOODS if of_trade else None


def _is_identity_code(number: str) -> bool:
    """A Finnish one; it stands as a barcode on identity cards and health insurance cards."""
    found = _IDENTITY_CODE.fullmatch(number)
    if found is None:
        return False
    birth, individual, check = found.groups()
    try:
        datetime.strptime(birth[:4] + "2000", "%d%m%Y")  # noqa: DTZ007 - a day, no moment
    except ValueError:
        return False
    return _IDENTITY_CHECK[int(birth + individual) % 31] == check


def _is_old_book(number: str) -> bool:
    """An ISBN of ten characters, as it is printed with its hyphens."""
    digits = number.replace("-", "")
    if not _BOOK_HYPHENS.fullmatch(number) or len(digits) != 10:
        return False
    values = [10 if each == "X" else int(each) for each in digits]
    return not sum((10 - place) * value for place, value in enumerate(values)) % 11


def _is_book(plain: str) -> bool:
    return len(plain) == 13 and plain.startswith(_BOOKS) and _is_checked(plain)


def _is_parcel(plain: str) -> bool:
    """A serial shipping container code behind its identifier 00 (GS1)."""
    return len(plain) == _PARCEL_DIGITS and plain.startswith("00") and _is_checked(plain)


def _is_postal(plain: str) -> bool:
    """An item of the post (UPU S10)."""
    found = _POSTAL.fullmatch(plain)
    if found is None:
        return False
    digits = map(int, found[1])
    rest = sum(each * weight for each, weight in zip(digits, _POSTAL_WEIGHTS, strict=True)) % 11
    return int(found[2]) == {0: 5, 1: 0}.get(rest, 11 - rest)


def _is_vehicle(plain: str) -> bool:
    """A vehicle identification number (ISO 3779), by its check digit or its filling ZZZ."""
    if not _VEHICLE.fullmatch(plain) or plain.isdigit():
        return False
    values = map(_VEHICLE_VALUES.__getitem__, plain)
    total = sum(each * weight for each, weight in zip(values, _VEHICLE_WEIGHTS, strict=True))
    return plain[3:6] == "ZZZ" or plain[8] == "0123456789X"[total % 11]


def _is_checked(digits: str) -> bool:
    """Whether the last digit is the check digit of GS1."""
    if not (digits.isascii() and digits.isdigit() and digits.strip("0")):
        return False
    places = enumerate(map(int, reversed(digits)))
    return not sum(each * (3 if place % 2 else 1) for place, each in places) % 10
