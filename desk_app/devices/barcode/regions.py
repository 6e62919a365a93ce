"""Finds the bars of barcodes in a picture, and lays them straight, enlarged and free of noise.

Where bars are, edges are dense and all point one way. The direction of an edge is doubled, so that
dark-to-light and light-to-dark agree, and averaged over the neighbourhood: what stays long is a
barcode (or a fence). Each such region is turned upright; its rows all say the same, so their mean
is the same code with a fraction of the noise (:mod:`rows`).
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desk_app.devices.barcode.engines import Grey
from desk_app.devices.barcode.opencv import cv2

WORKING_WIDTH = 640
"""The picture's width in pixels while regions are looked for."""
_NOISE = 0.8
"""The blur of the working picture against noise, in pixels."""
_CELL = 4
"""Pixels of the working picture to one cell of the map of directions."""
_NEIGHBOURS = 7
_COHERENT = 0.4
"""How much of a neighbourhood has to be edges of one direction, 0 to 1."""
_FEWEST_CELLS = 40
_QUIET = 0.16
"""The margin taken in beside the bars, in widths of the region."""
ENDS = 0.12
"""What is left out above and below, in heights of the region: the ends of the bars are ragged."""
BEYOND = -0.15
"""As much taken in above and below: glare and shadow make a region lower than its bars are."""
_SAME_WIDTH = 0.8
_FEWEST_EDGES = 24
"""The shortest number in Code 128 has as many; the edge of a table has a few."""
_FAINT = 6.0
"""Grey values: what differs by less is noise, no edge."""


@dataclass(frozen=True, slots=True)
class Region:
    """A place in a picture where bars may be.

    ``across`` is the unit vector across the bars; ``start`` and ``end`` are the corners in the
    frame of ``across`` and its normal, in pixels of the picture.
    """

    across: NDArray[np.float64]
    start: NDArray[np.float64]
    end: NDArray[np.float64]

    def lean(self, grey: Grey) -> float:
        """The pixels by which the bars shift from one row to the next, on a card held askew."""
        strip = self.rectified(grey, 1.0, 0.0)
        right = cv2.Sobel(strip, cv2.CV_32F, 1, 0, ksize=3)
        down = cv2.Sobel(strip, cv2.CV_32F, 0, 1, ksize=3)
        return float(-(right * down).sum() / max(1.0, float((right * right).sum())))

    def rectified(self, grey: Grey, scale: float, lean: float, ends: float = ENDS) -> Grey:
        """The bars upright and enlarged, margins included, ``ends`` of the height left out."""
        along = np.array([-self.across[1], self.across[0]])
        wide, high = self.end - self.start
        width = int((wide * (1 + 2 * _QUIET) + 24) * scale)
        height = max(8, int((1 - 2 * ends) * high))
        left = self.start[0] - _QUIET * wide - 12 - lean * height / 2
        corner = self.across * left + along * (self.start[1] + ends * high)
        back = np.column_stack([self.across / scale, along + self.across * lean, corner])
        flags = cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP
        return _grey(
            cv2.warpAffine(
                grey, back, (width, height), flags=flags, borderMode=cv2.BORDER_REPLICATE
            )
        )

    @property
    def middle(self) -> tuple[float, float]:
        """The point of the picture in its middle."""
        along = np.array([-self.across[1], self.across[0]])
        right, down = (self.start + self.end) / 2
        column, row = self.across * right + along * down
        return float(column), float(row)

    def holds(self, point: tuple[float, float]) -> bool:
        """Whether a point of the picture lies within."""
        along = np.array([-self.across[1], self.across[0]])
        inner = np.array([point @ self.across, point @ along])
        slack = 0.1 * (self.end - self.start)
        return bool(np.all(inner >= self.start - slack) and np.all(inner <= self.end + slack))

    def repeats(self, other: "Region") -> bool:
        """Whether this is the same place, found once more, and not one code of several there."""
        wide, before = (self.end - self.start)[0], (other.end - other.start)[0]
        return other.holds(self.middle) and bool(wide > _SAME_WIDTH * before)


def regions(
    grey: Grey, most: int, working_width: int = WORKING_WIDTH, *, smoothed: bool = True
) -> list[Region]:
    """The places where bars may be, the largest first.

    ``smoothed`` keeps noise from hiding bars; bars of a pixel or two vanish with it.
    """
    shrunk = min(1.0, working_width / grey.shape[1])
    if min(grey.shape) * shrunk < _CELL * _NEIGHBOURS:
        return []
    working = grey
    if shrunk < 1:
        working = _grey(cv2.resize(grey, None, fx=shrunk, fy=shrunk, interpolation=cv2.INTER_AREA))
    if smoothed:
        working = _grey(cv2.GaussianBlur(working, (0, 0), _NOISE))
    cos, sin = _directions(working)
    mask = (cv2.magnitude(cos, sin) > _COHERENT).astype(np.uint8)
    _, labels, facts, _ = cv2.connectedComponentsWithStats(mask)
    sizes = facts[1:, cv2.CC_STAT_AREA]
    largest = [place for place in np.argsort(-sizes) if sizes[place] >= _FEWEST_CELLS]
    found = (
        _region(labels == place + 1, cos, sin, _CELL / shrunk) for place in largest[: 3 * most]
    )
    return [region for region in found if _could_be_bars(region)][:most]


def has_bars(strip: Grey) -> bool:
    """Whether light and dark change as often as in the shortest barcode."""
    profile = strip.mean(axis=0)
    turns = np.flatnonzero(np.diff(np.sign(np.diff(profile)))) + 1
    return int((np.abs(np.diff(profile[turns])) > _FAINT).sum()) >= _FEWEST_EDGES


def is_light_on_dark(strip: Grey) -> bool:
    """Whether the margins beside the bars are darker than the bars and gaps on the average."""
    profile = strip.mean(axis=0)
    margin = _QUIET / (1 + 2 * _QUIET) * profile.size
    near = int(0.6 * margin), int(0.9 * margin)
    beside = np.concatenate([profile[near[0] : near[1]], profile[-near[1] : -near[0]]])
    return bool(np.median(beside) < profile[int(margin) : -int(margin)].mean())


def _directions(grey: Grey) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Cosine and sine of twice the edges' direction, averaged; their length says how coherent."""
    rows, columns = grey.shape
    small = (columns // _CELL, rows // _CELL)
    right = cv2.Sobel(grey, cv2.CV_32F, 1, 0, ksize=3)
    down = cv2.Sobel(grey, cv2.CV_32F, 0, 1, ksize=3)
    light = cv2.resize(
        grey, (max(1, small[0] // 8), max(1, small[1] // 8)), interpolation=cv2.INTER_AREA
    )
    strong = (
        cv2.resize(light, (columns, rows), interpolation=cv2.INTER_LINEAR) * np.float32(0.8) + 4
    )
    edge = cv2.magnitude(right, down)
    # An edge stronger than a fifth of the light around counts once, however strong it is.
    weight = 1 / np.maximum(edge, strong) / (edge + np.float32(1e-3))
    cos = cv2.resize((right * right - down * down) * weight, small, interpolation=cv2.INTER_AREA)
    sin = cv2.resize(2 * right * down * weight, small, interpolation=cv2.INTER_AREA)
    around = (_NEIGHBOURS, _NEIGHBOURS)
    return np.asarray(cv2.blur(cos, around)), np.asarray(cv2.blur(sin, around))


def _region(
    place: NDArray[np.bool_], cos: NDArray[np.float32], sin: NDArray[np.float32], cell: float
) -> Region:
    turn = 0.5 * np.arctan2(sin[place].sum(), cos[place].sum())
    across = np.array([np.cos(turn), np.sin(turn)])
    along = np.array([-across[1], across[0]])
    rows, columns = np.nonzero(place)
    points = np.column_stack([columns + 0.5, rows + 0.5]) @ np.column_stack([across, along]) * cell
    start, end = np.percentile(points, (2, 98), axis=0)
    return Region(across, start, end)


def _could_be_bars(region: Region) -> bool:
    """A barcode is broader than half its height; the edge of a table is not."""
    wide, high = region.end - region.start
    return bool(wide > 0.5 * high > 0)


def _grey(picture: NDArray[Any]) -> Grey:
    return np.asarray(picture, np.uint8)
