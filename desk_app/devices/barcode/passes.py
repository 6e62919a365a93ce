"""The passes over a picture, the cheap ones that find most before the dear ones.

The order, and what is left out, are the measurement's: ``python -m tests.benchmarks scan --passes``
leaves out one after the other, and says what each adds and what it costs.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from desk_app.devices.barcode import engines
from desk_app.devices.barcode.bars import ZBAR, ZXING, read_region
from desk_app.devices.barcode.engines import Engine, EngineResult, Grey, Point
from desk_app.devices.barcode.fault_log import FaultLog
from desk_app.devices.barcode.opencv import cv2
from desk_app.devices.barcode.regions import WORKING_WIDTH, Region, regions
from desk_app.devices.barcode.votes import Detection

Frame = NDArray[np.uint8]
"""A picture in grey (rows by columns) or in OpenCV's BGR, eight bits each."""

_MOST_REGIONS = 3
"""Of a frame: the largest places where bars may be."""
_LARGEST_ENLARGED = 1_000_000
"""Pixels: in a larger picture a code that needs enlarging is too small to be held by a hand."""
_COLOURFUL = 40
"""Levels between a pixel's channels: fewer are the light's tint, and no print's colour."""
_SMALLEST_HALVED = 1_200
"""Pixels of the longer side."""
_AROUND = 41
"""Pixels: what is lighter than the mean of so many around it is light."""


class DecodeContext:
    """A picture while it is looked at; what several passes need is made once."""

    def __init__(
        self, picture: Frame, faults: FaultLog, *, still: bool, whole: "DecodeContext | None" = None
    ) -> None:
        """``whole`` is the picture of which this one is a channel: places are named by it."""
        self.picture = picture
        self._whole = whole or self
        self.grey = grey_of(picture)
        self.still = still
        self.faults = faults

    @cached_property
    def regions(self) -> Sequence[Region]:
        """Regions that may hold bars; of a still picture at several sizes, for small codes."""
        if not self.still:
            return regions(self.grey, _MOST_REGIONS)
        widths = [WORKING_WIDTH]
        while widths[-1] < self.grey.shape[1]:
            widths.append(2 * widths[-1])
        found: list[Region] = []
        for width in widths:
            new = regions(self.grey, 40, width)
            found += [each for each in new if not any(each.repeats(one) for one in found)]
        return found

    def place_of(self, point: Point) -> Hashable:
        """The first region that holds a point, by its number; else the neighbourhood."""
        for number, region in enumerate(self._whole.regions):
            if region.holds(point):
                return number
        return round(point[0] / 64), round(point[1] / 64)

    def read(self, engine: Engine, grey: Grey) -> list[EngineResult]:
        """The codes that an engine reads; one that fails there keeps no other from its turn."""
        try:
            return engine(grey)
        except Exception as raised:  # noqa: BLE001 - libraries in C++ raise what they like
            self.faults.log_once(engine.__name__, raised)
            return []

    def whole(
        self, engine: str, read: Engine, grey: Grey, seen_by: str, scale: float = 1.0
    ) -> Iterator[Detection]:
        """The codes in the whole picture, which is enlarged ``scale`` times."""
        for found in self.read(read, grey):
            place: Hashable = None
            if found.code.symbology is None or not found.code.symbology.corrects_errors:
                place = self.place_of((found.middle[0] / scale, found.middle[1] / scale))
            yield Detection(found.code, engine, seen_by, place)


Pass = Callable[[DecodeContext], Iterator[Detection]]


def plain(context: DecodeContext) -> Iterator[Detection]:
    """The picture as it is; of a whole picture the others read all that this reads."""
    return context.whole(ZXING, engines.zxing, context.grey, "plain")


def bars(context: DecodeContext) -> Iterator[Detection]:
    """Barcodes at any angle, laid straight, by both engines in the treatments that suit them."""
    for region in context.regions:
        place = context.place_of(region.middle)
        yield from read_region(context.grey, region, place, context.read)


def fine_bars(context: DecodeContext) -> Iterator[Detection]:
    """Barcodes that are too small to be found in a picture smoothed against noise."""
    for region in regions(context.grey, _MOST_REGIONS, smoothed=False):
        place = context.place_of(region.middle)
        yield from read_region(context.grey, region, place, context.read)


def sharpened(context: DecodeContext) -> Iterator[Detection]:
    """Squares out of focus."""
    return context.whole(ZXING, engines.zxing_matrix, _sharp(context.grey, 1.5), "sharpened")


def enlarged(context: DecodeContext) -> Iterator[Detection]:
    """A pass for codes that are out of focus and far away."""
    if context.grey.size <= _LARGEST_ENLARGED:
        large = _sharp(_resized(context.grey, 2), 3)
        yield from context.whole(ZXING, engines.zxing, large, "enlarged", 2)


def thorough(context: DecodeContext) -> Iterator[Detection]:
    """Read codes at any angle, at several sizes, and light on dark."""
    return context.whole(ZXING, engines.zxing_thorough, context.grey, "thorough")


def evened(context: DecodeContext) -> Iterator[Detection]:
    """Glare and shadow taken out."""
    even = np.asarray(cv2.createCLAHE(2.0, (8, 8)).apply(context.grey), np.uint8)
    return context.whole(ZXING, engines.zxing_thorough, even, "evened")


def coloured(context: DecodeContext) -> Iterator[Detection]:
    """Print that differs from its card by its colour alone: each channel that is unlike the grey.

    A frame gets the channel with the most contrast beyond the grey's.
    """
    channels = _unlike_grey(context.picture, context.grey)
    for name, channel in channels if context.still else channels[:1]:
        other = DecodeContext(channel, context.faults, still=context.still, whole=context)
        for each in (plain, bars):
            for seen in each(other):
                yield Detection(seen.code, seen.engine, f"{name} {seen.seen_by}", seen.place)


def zbar_plain(context: DecodeContext) -> Iterator[Detection]:
    """The picture as it is, by zbar: worn squares, and what zxing-cpp finds too skewed."""
    return context.whole(ZBAR, engines.zbar, context.grey, "zbar plain")


def zbar_enlarged(context: DecodeContext) -> Iterator[Detection]:
    """Small codes, by zbar."""
    if context.grey.size <= _LARGEST_ENLARGED:
        yield from context.whole(ZBAR, engines.zbar, _resized(context.grey, 2), "zbar enlarged", 2)


def thresholded(context: DecodeContext) -> Iterator[Detection]:
    """Light and dark by the neighbourhood, for zbar: lamps and shadows over a card."""
    near = cv2.adaptiveThreshold(
        context.grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY, _AROUND, 7
    )
    return context.whole(ZBAR, engines.zbar, np.asarray(near, np.uint8), "thresholded")


def shrunk(context: DecodeContext) -> Iterator[Detection]:
    """A large photograph at half the size, a quarter, and so on: noise goes, codes stay."""
    scale = 0.5
    while max(context.grey.shape) * scale >= _SMALLEST_HALVED / 2:
        small = _resized(context.grey, scale)
        for name, engine in ((ZXING, engines.zxing_thorough), (ZBAR, engines.zbar)):
            yield from context.whole(name, engine, small, f"shrunk {scale}", scale)
        scale /= 2


FIRST: Sequence[Pass] = (bars, sharpened, thorough, fine_bars)
"""What every picture gets."""
IN_TURN: Sequence[Pass] = (enlarged, coloured)
"""What a frame gets one of that does not give itself up."""
STILL: Sequence[Pass] = (
    *(*FIRST, evened, *IN_TURN),
    *(zbar_plain, thresholded, zbar_enlarged, shrunk),
)
"""What a still picture gets: there is no next one."""


def grey_of(picture: Frame) -> Grey:
    """The picture in grey."""
    if picture.ndim == 2:
        return picture
    return np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), np.uint8)


def _unlike_grey(picture: Frame, grey: Grey) -> list[tuple[str, Grey]]:
    """The channels that show more than the grey does, the one that shows most first."""
    if picture.ndim == 2:
        return []
    few = picture[::4, ::4].astype(np.int16)
    spread = few.max(axis=2) - few.min(axis=2)
    if (spread >= _COLOURFUL).mean() < 0.002:
        return []
    channels = [np.ascontiguousarray(picture[:, :, number]) for number in range(3)]
    own = _contrast(grey)
    named = zip("bgr", channels, strict=True)
    shown = [(_contrast(channel), name, channel) for name, channel in named]
    shown.sort(key=lambda each: -each[0])
    return [(name, channel) for contrast, name, channel in shown if contrast > own]


def _contrast(grey: Grey) -> float:
    """The mean strength of edges from column to column and row to row."""
    few = grey[::2].astype(np.int16)
    return float(np.abs(np.diff(few, axis=1)).mean() + np.abs(np.diff(few, axis=0)).mean())


def _resized(grey: Grey, scale: float) -> Grey:
    size = (max(1, round(grey.shape[1] * scale)), max(1, round(grey.shape[0] * scale)))
    way = cv2.INTER_LINEAR if scale > 1 else cv2.INTER_AREA
    return np.asarray(cv2.resize(grey, size, interpolation=way), np.uint8)


def _sharp(grey: Grey, reach: float) -> Grey:
    soft = cv2.GaussianBlur(grey, (0, 0), reach)
    return np.asarray(cv2.addWeighted(grey, 2.0, soft, -1.0, 0), np.uint8)
