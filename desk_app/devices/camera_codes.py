"""Codes in a stream of frames: one look at each, for the kinds that a card bears and its kin.

A QR code proves itself. A barcode of lines is sure once two frames agree on it.
"""

import time
from collections.abc import Callable, Sequence

import cv2
from pyzbar.pyzbar import ZBarSymbol, decode

from desk_app.devices.camera import Frame
from desk_app.services.cameras import Code
from sync.rules.payloads import Symbology

_KINDS = {
    ZBarSymbol.QRCODE: Symbology.QR_CODE,
    ZBarSymbol.CODE39: Symbology.CODE_39,
    ZBarSymbol.CODE128: Symbology.CODE_128,
    ZBarSymbol.EAN13: Symbology.EAN_13,
}
_TWICE_WITHIN_S = 1.5


class StreamDecoder:
    """Remembers what was seen once. ``clock`` gives seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._once: dict[Code, float] = {}

    def codes(self, frame: Frame) -> Sequence[Code]:
        """The codes that are sure by now."""
        now = self._clock()
        seen = [
            Code(found.data.decode("utf-8", errors="replace"), _KINDS[ZBarSymbol[found.type]])
            for found in decode(cv2.cvtColor(frame, cv2.COLOR_BGR2GRAY), symbols=list(_KINDS))
        ]
        sure = [
            code
            for code in seen
            if (code.symbology and code.symbology.corrects_errors)
            or now - self._once.get(code, float("-inf")) <= _TWICE_WITHIN_S
        ]
        self._once = {**self._once, **dict.fromkeys(seen, now)}
        self._once = {code: at for code, at in self._once.items() if now - at <= _TWICE_WITHIN_S}
        return sure
