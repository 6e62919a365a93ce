"""The card in a picture that a telephone or computer has just taken. No picture is ever kept."""

import io
from threading import Lock

import zxingcpp
from PIL import Image, UnidentifiedImageError

from sync.rules.card_numbers import CardNumber
from sync.rules.payloads import card_number

MOST_BYTES = 16 << 20
"""Ours: of a picture as it is sent. What telephones take is smaller."""
_MOST_PIXELS = {"JPEG": 50_000_000, "PNG": 16_000_000, "WEBP": 16_000_000}
"""A JPEG is never unpacked larger than it has to be."""
_SIDE = 2_000
"""Pixels of the longer side that are looked at: a code that fills a tenth of it can be read."""
_SIDES = (_SIDE, _SIDE // 2)
"""A picture that is out of focus is read better when it is small."""
_FORMATS = zxingcpp.BarcodeFormats(
    [
        zxingcpp.BarcodeFormat.QRCode,
        zxingcpp.BarcodeFormat.DataMatrix,
        zxingcpp.BarcodeFormat.Aztec,
        zxingcpp.BarcodeFormat.Code39,
        zxingcpp.BarcodeFormat.Code128,
    ]
)
_turn = Lock()
"""One picture at a time is in memory as pixels."""


class PictureUnreadableError(Exception):
    """The picture shows no card, or several; ``key`` is the text that says why."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def number_in(content: bytes) -> CardNumber:
    """The number of the one card in a picture. Raises :class:`PictureUnreadableError`."""
    with _turn:
        picture = _opened(content)
        for side in _SIDES:
            picture.thumbnail((side, side))
            found = {card_number(code.text) for code in zxingcpp.read_barcodes(picture, _FORMATS)}
            numbers = found - {None}
            if len(numbers) > 1:
                raise PictureUnreadableError("picture.several")
            for number in numbers:
                if number is not None:
                    return number
    raise PictureUnreadableError("picture.none")


def _opened(content: bytes) -> Image.Image:
    try:
        with Image.open(io.BytesIO(content), formats=tuple(_MOST_PIXELS)) as picture:
            if picture.width * picture.height > _MOST_PIXELS[str(picture.format)]:
                raise PictureUnreadableError("picture.too_large")
            picture.draft("L", (_SIDE, _SIDE))
            return picture.convert("L")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as broken:
        raise PictureUnreadableError("picture.unreadable") from broken
    except Image.DecompressionBombError as bomb:
        raise PictureUnreadableError("picture.too_large") from bomb
