"""The two libraries that read codes, zbar and zxing-cpp, behind one face.

They miss different pictures: zbar is the better at Code 39 in a noisy strip, zxing-cpp at QR, and
it is several times as fast. Both are held to the kinds of code that this program knows. They find
more than they were asked for (zxing-cpp a Micro QR where QR was asked for): that is nothing seen.
So is one part of a message that is spread over several codes: its text is no whole.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import zxingcpp
from numpy.typing import NDArray
from pyzbar import pyzbar

from desk_app.services.cameras import Code
from sync.rules.scan_text import Symbology

Grey = NDArray[np.uint8]
"""A picture in grey, rows by columns."""

Point = tuple[float, float]
"""Column and row of a picture."""


@dataclass(frozen=True, slots=True)
class EngineResult:
    """A code, and the middle of it."""

    code: Code
    middle: Point


Engine = Callable[[Grey], list[EngineResult]]

_ZXING = {
    zxingcpp.BarcodeFormat.QRCode: Symbology.QR_CODE,
    zxingcpp.BarcodeFormat.DataMatrix: Symbology.DATA_MATRIX,
    zxingcpp.BarcodeFormat.Aztec: Symbology.AZTEC,
    zxingcpp.BarcodeFormat.Code39: Symbology.CODE_39,
    zxingcpp.BarcodeFormat.Code128: Symbology.CODE_128,
    zxingcpp.BarcodeFormat.EAN13: Symbology.EAN_13,
}
"""What zxing-cpp says that it has read."""

_MATRIX = (
    zxingcpp.BarcodeFormat.QRCode,
    zxingcpp.BarcodeFormat.DataMatrix,
    zxingcpp.BarcodeFormat.Aztec,
)
# Not Code39: that would take some sixes of characters for an Italian pharmacy's Code 32.
_LINES = (
    zxingcpp.BarcodeFormat.Code39Std,
    zxingcpp.BarcodeFormat.Code128,
    zxingcpp.BarcodeFormat.EAN13,
)

_STRUCTURED_APPEND = [False, False, True, True]
_MASKS: dict[int, Callable[[int, int], bool]] = {
    0: lambda row, column: (row + column) % 2 == 0,
    1: lambda row, _: row % 2 == 0,
    2: lambda _, column: column % 3 == 0,
    3: lambda row, column: (row + column) % 3 == 0,
    4: lambda row, column: (row // 2 + column // 3) % 2 == 0,
    5: lambda row, column: row * column % 2 + row * column % 3 == 0,
    6: lambda row, column: (row * column % 2 + row * column % 3) % 2 == 0,
    7: lambda row, column: ((row + column) % 2 + row * column % 3) % 2 == 0,
}
"""Where a QR code's modules are turned round, by the number of its mask (ISO/IEC 18004, 7.8.2)."""

_ZBAR = {
    "QRCODE": Symbology.QR_CODE,
    "CODE39": Symbology.CODE_39,
    "CODE128": Symbology.CODE_128,
    "EAN13": Symbology.EAN_13,
}
_ZBAR_ALL = [pyzbar.ZBarSymbol[name] for name in _ZBAR]
_ZBAR_LINES = [symbol for symbol in _ZBAR_ALL if symbol.name != "QRCODE"]


def zxing(grey: Grey) -> list[EngineResult]:
    """Read codes of every kind, upright or a little tilted, dark on light."""
    return _read_zxing(grey, _MATRIX + _LINES)


def zxing_thorough(grey: Grey) -> list[EngineResult]:
    """Read codes of every kind, at any angle and several sizes, light on dark too; slowly."""
    return _read_zxing(grey, _MATRIX + _LINES, thorough=True)


def zxing_matrix(grey: Grey) -> list[EngineResult]:
    """Read the kinds that are squares, at several sizes."""
    return _read_zxing(grey, _MATRIX, sizes=True)


def zxing_lines(grey: Grey) -> list[EngineResult]:
    """Read barcodes of upright lines."""
    return _read_zxing(grey, _LINES)


def zbar(grey: Grey) -> list[EngineResult]:
    """Read every kind that zbar knows."""
    return _read_zbar(grey, _ZBAR_ALL)


def zbar_lines(grey: Grey) -> list[EngineResult]:
    """Read barcodes of lines."""
    return _read_zbar(grey, _ZBAR_LINES)


def _read_zxing(
    grey: Grey,
    formats: Sequence[zxingcpp.BarcodeFormat],
    *,
    sizes: bool = False,
    thorough: bool = False,
) -> list[EngineResult]:
    found = zxingcpp.read_barcodes(
        np.ascontiguousarray(grey),
        formats=zxingcpp.BarcodeFormats(formats),
        try_rotate=thorough,
        try_downscale=thorough or sizes,
        try_invert=thorough,
        text_mode=zxingcpp.TextMode.Plain,
    )
    return [
        EngineResult(Code(code.text, _ZXING[code.format]), _middle(code.position))
        for code in found
        if code.format in _ZXING and not is_one_part(code)
    ]


def is_one_part(code: zxingcpp.Barcode) -> bool:
    """Whether a QR code is one part of a message in several (ISO/IEC 18004, structured append).

    zxing-cpp gives its text as if it were whole, and does not tell. The first four bits of the
    data do: they stand in the corner without a finder, under the mask.
    """
    if code.format != zxingcpp.BarcodeFormat.QRCode or not isinstance(code.extra, dict):
        return False
    mask = _MASKS[code.extra["DataMask"]]
    modules = np.asarray(code.to_image(scale=1, add_quiet_zones=False)).squeeze()
    last = modules.shape[0] - 1
    places = ((last, last), (last, last - 1), (last - 1, last), (last - 1, last - 1))
    bits = [(modules[row, column] == 0) != mask(row, column) for row, column in places]
    return bits == _STRUCTURED_APPEND


def _middle(position: zxingcpp.Position) -> Point:
    corners = (
        position.top_left,
        position.top_right,
        position.bottom_right,
        position.bottom_left,
    )
    return sum(each.x for each in corners) / 4, sum(each.y for each in corners) / 4


def _read_zbar(grey: Grey, symbols: list[Any]) -> list[EngineResult]:
    pixels = np.ascontiguousarray(grey)
    try:
        found = pyzbar.decode(pixels, symbols)
    except ValueError:
        # zbar joins the parts of a message in several QR codes, and says of the whole that it lies
        # in no direction; pyzbar knows no such direction, and gives up the picture.
        found = pyzbar.decode(pixels, _ZBAR_LINES)
    return [
        EngineResult(
            Code(text_of(code.data), _ZBAR[code.type]),
            (code.rect.left + code.rect.width / 2, code.rect.top + code.rect.height / 2),
        )
        for code in found
        if code.type in _ZBAR
    ]


def text_of(data: bytes) -> str:
    """The text that a code's bytes mean; bytes that are no UTF-8 stand for themselves."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")
