"""Keys pressed on an X display at times of our own: what ``xdotool type`` cannot do."""

import ctypes
import time
from collections.abc import Iterable
from typing import Self

_SHIFT, _ENTER = 0xFFE1, 0xFF0D
_SCAN_MS = 4


class XTestKeyboard:
    """Presses keys by the XTest extension. Raises ``OSError`` where its libraries are missing."""

    def __init__(self, display: str) -> None:
        self._x = ctypes.CDLL("libX11.so.6")
        self._test = ctypes.CDLL("libXtst.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XKeysymToKeycode.argtypes = (ctypes.c_void_p, ctypes.c_ulong)
        self._x.XKeysymToKeycode.restype = ctypes.c_ubyte
        for name in ("XFlush", "XCloseDisplay"):
            getattr(self._x, name).argtypes = (ctypes.c_void_p,)
        self._test.XTestFakeKeyEvent.argtypes = (
            ctypes.c_void_p,
            ctypes.c_uint,
            ctypes.c_int,
            ctypes.c_ulong,
        )
        self._display = self._x.XOpenDisplay(display.encode())
        if not self._display:
            raise OSError(f"no display {display}")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._x.XCloseDisplay(self._display)

    def type(self, keys: Iterable[tuple[float, str]]) -> None:
        """Press each key so many milliseconds after the one before it; a line's end is Enter.

        A key is up again before the next one is due, as a scanner's is.
        """
        due = time.perf_counter()
        for after, character in keys:
            due += after / 1000
            time.sleep(max(0.0, due - time.perf_counter()))
            self._press(character)
            self._x.XFlush(self._display)

    def scan(self, text: str) -> None:
        """Have the screen press the keys of a scan, and Enter, at its own pace.

        It is told all at once: none comes late because this program had to wait for its turn.
        """
        for character in text + "\n":
            self._press(character, after_ms=_SCAN_MS)
        self._x.XFlush(self._display)

    def _press(self, character: str, after_ms: int = 0) -> None:
        shifted = character.isupper()
        symbol = _ENTER if character == "\n" else ord(character)
        code = self._x.XKeysymToKeycode(self._display, symbol)
        shift = self._x.XKeysymToKeycode(self._display, _SHIFT)
        presses = [(code, 1), (code, 0)]
        for key, down in [(shift, 1), *presses, (shift, 0)] if shifted else presses:
            self._test.XTestFakeKeyEvent(self._display, key, down, after_ms)
            after_ms = 0
