"""The rows of a strip of bars as a few bands: their mean, made crisp again where it is blurred."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desk_app.devices.barcode.engines import Grey
from desk_app.devices.barcode.opencv import cv2

Rows = NDArray[np.float32]

_BAND_ROWS = 6
"""So broad an engine is sure to meet it."""
_EDGE = 64
"""Columns beside a strip that are taken to go on as it ends."""


@dataclass(frozen=True, slots=True)
class Sharpened:
    """Sharpen: what differs from the pixels around it, ``reach`` wide, differs by more."""

    amount: float
    reach: float

    def __call__(self, rows: Rows) -> Rows:
        """The rows, sharpened."""
        soft = cv2.GaussianBlur(rows, (0, 0), sigmaX=self.reach, sigmaY=0.01)
        return np.asarray(rows + self.amount * (rows - soft), np.float32)


@dataclass(frozen=True, slots=True)
class Deblurred:
    """A lens out of focus undone: Wiener's filter for a blur of so many columns.

    ``noise`` is the noise's share of what is seen: the smaller, the bolder.
    """

    blur: float
    noise: float

    def __call__(self, rows: Rows) -> Rows:
        """The rows, in focus."""
        wide = np.pad(rows, ((0, 0), (_EDGE, _EDGE)), mode="edge")
        passed = np.exp(-2 * (np.pi * self.blur * np.fft.rfftfreq(wide.shape[1])) ** 2)
        undone = passed * (1 + self.noise) / (passed**2 + self.noise)
        back = np.fft.irfft(np.fft.rfft(wide, axis=1) * undone, n=wide.shape[1], axis=1)
        return np.asarray(back[:, _EDGE:-_EDGE], np.float32)


Crisp = Sharpened | Deblurred


def row_averaged(strip: Grey, bands: int, crisp: Crisp | None = None) -> Grey:
    """A few bands, each the mean of many rows."""
    parts = np.array_split(strip, bands)
    rows: Rows = np.vstack([part.mean(axis=0, dtype=np.float32) for part in parts])
    if crisp is not None:
        rows = crisp(rows)
    return np.repeat(np.clip(rows, 0, 255).astype(np.uint8), _BAND_ROWS, axis=0)
