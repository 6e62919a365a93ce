"""The two libraries that read codes, zbar and zxing-cpp, behind one face.

They miss different pictures: zbar is the better at Code 39 in a noisy strip, zxing-cpp at QR, and
it is several times as fast. Both are held to the kinds of code that this program knows.
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import zxingcpp
from numpy.typing import NDArray
from pyzbar import pyzbar

from desk_app.services.cameras import Code
from sync.rules.payloads import Symbology

Grey = NDArray[np.uint8]
"""A picture in grey, rows by columns."""

Engine = Callable[[Grey], list[Code]]

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

_ZBAR = {
    "QRCODE": Symbology.QR_CODE,
    "CODE39": Symbology.CODE_39,
    "CODE128": Symbology.CODE_128,
    "EAN13": Symbology.EAN_13,
}
_ZBAR_ALL = [pyzbar.ZBarSymbol[name] for name in _ZBAR]
_ZBAR_LINES = [symbol for symbol in _ZBAR_ALL if symbol.name != "QRCODE"]


def zxing(grey: Grey) -> list[Code]:
    """Every kind, upright or a little tilted, dark on light."""
    return _read_zxing(grey, _MATRIX + _LINES)


def zxing_thorough(grey: Grey) -> list[Code]:
    """Every kind, at any angle, at several sizes, light on dark too; several times as slow."""
    return _read_zxing(grey, _MATRIX + _LINES, thorough=True)


def zxing_matrix(grey: Grey) -> list[Code]:
    """The kinds that are squares, at several sizes."""
    return _read_zxing(grey, _MATRIX, sizes=True)


def zxing_lines(grey: Grey) -> list[Code]:
    """Barcodes of upright lines."""
    return _read_zxing(grey, _LINES)


def zbar(grey: Grey) -> list[Code]:
    """Every kind that zbar knows."""
    return _read_zbar(grey, _ZBAR_ALL)


def zbar_lines(grey: Grey) -> list[Code]:
    """Barcodes of lines."""
    return _read_zbar(grey, _ZBAR_LINES)


def _read_zxing(
    grey: Grey,
    formats: Sequence[zxingcpp.BarcodeFormat],
    *,
    sizes: bool = False,
    thorough: bool = False,
) -> list[Code]:
    found = zxingcpp.read_barcodes(
        np.ascontiguousarray(grey),
        formats=zxingcpp.BarcodeFormats(formats),
        try_rotate=thorough,
        try_downscale=thorough or sizes,
        try_invert=thorough,
        text_mode=zxingcpp.TextMode.Plain,
    )
    return [Code(code.text, _ZXING[code.format]) for code in found]


def _read_zbar(grey: Grey, symbols: list[Any]) -> list[Code]:
    found = pyzbar.decode(np.ascontiguousarray(grey), symbols)
    return [Code(text_of(code.data), _ZBAR[code.type]) for code in found]


def text_of(data: bytes) -> str:
    """The text that a code's bytes mean; bytes that are no UTF-8 stand for themselves."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")
