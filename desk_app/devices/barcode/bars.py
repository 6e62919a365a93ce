"""Reads one region of bars: laid straight, averaged and sharpened in many ways, by both engines.

A treatment costs a fifth of a millisecond, and each misses other codes than the last; so a region
in which any of the first has read something gets more, until the votes are clear. The order is
that which found most on rendered frames of seeds that are not measured on.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from desk_app.devices.barcode import engines
from desk_app.devices.barcode.bar_rows import Crisp, Deblurred, Sharpened, row_averaged
from desk_app.devices.barcode.engines import Engine, EngineResult, Grey
from desk_app.devices.barcode.regions import BEYOND, ENDS, Region, has_bars, is_light_on_dark
from desk_app.devices.barcode.votes import Detection, Detections

ZXING = "zxing"
ZBAR = "zbar"
_LINES: dict[str, Engine] = {ZXING: engines.zxing_lines, ZBAR: engines.zbar_lines}

Read = Callable[[Engine, Grey], list[EngineResult]]
"""Asks an engine about a picture. It catches, and reports, what the engine raises."""


@dataclass(frozen=True, slots=True)
class Treatment:
    """How a region is prepared for an engine: enlarged, averaged to bands, and made crisp.

    ``ends`` is what is left out of its height above and below.
    """

    engine: str
    scale: float
    bands: int
    crisp: Crisp | None = None
    ends: float = ENDS

    def __str__(self) -> str:
        """A name, for votes and for measuring."""
        return f"{self.engine} x{self.scale} {self.bands} {self.crisp} {self.ends}"


FIRST: Sequence[Treatment] = (
    Treatment(ZXING, 3, 5, Sharpened(2, 4.5)),
    Treatment(ZXING, 3, 3, Sharpened(1.5, 4.5)),
    Treatment(ZBAR, 2, 5),
    Treatment(ZXING, 3, 3, Sharpened(1.2, 3)),
    Treatment(ZXING, 2, 1, Deblurred(3.5, 0.003)),
    Treatment(ZBAR, 3, 1, Deblurred(2.5, 0.02)),
)
MORE: Sequence[Treatment] = (
    Treatment(ZXING, 3, 2, Sharpened(2, 6)),
    Treatment(ZXING, 3, 3, Deblurred(3.5, 0.02)),
    Treatment(ZBAR, 2, 3, Sharpened(1.5, 4.5)),
    Treatment(ZXING, 2, 3, Sharpened(2, 4.5)),
    Treatment(ZXING, 3, 1, Deblurred(4.5, 0.005)),
    Treatment(ZBAR, 3, 3, Sharpened(0.7, 3)),
    Treatment(ZXING, 2, 1, Sharpened(2, 4.5)),
    Treatment(ZXING, 3, 1, Deblurred(2.5, 0.05)),
    Treatment(ZXING, 3, 1, Sharpened(4, 6)),
    Treatment(ZBAR, 2, 1, Sharpened(1.5, 4.5)),
    Treatment(ZBAR, 2, 1, Deblurred(1.5, 0.02)),
    Treatment(ZXING, 2, 1, Sharpened(4, 3)),
    Treatment(ZBAR, 3, 1),
    Treatment(ZXING, 3, 1, Sharpened(1.5, 3)),
    Treatment(ZBAR, 2, 1, Deblurred(2.5, 0.02), BEYOND),
    Treatment(ZXING, 3, 3, Deblurred(1.5, 0.05)),
    Treatment(ZBAR, 2, 1, Sharpened(1.5, 6)),
    Treatment(ZXING, 3, 1, Sharpened(2, 3)),
    Treatment(ZXING, 3, 3, Deblurred(2.5, 0.02)),
    Treatment(ZBAR, 3, 1, Sharpened(2, 4.5)),
    Treatment(ZBAR, 3, 1, Sharpened(4, 4.5), BEYOND),
    Treatment(ZXING, 3, 3, Sharpened(2, 3)),
    Treatment(ZBAR, 3, 1, Deblurred(1.5, 0.05), BEYOND),
    Treatment(ZBAR, 2, 1, Deblurred(3.5, 0.003), BEYOND),
    Treatment(ZXING, 3, 3, Deblurred(3.5, 0.003), BEYOND),
    Treatment(ZXING, 2, 3, Deblurred(4.5, 0.003)),
    Treatment(ZXING, 2, 3, Deblurred(4.5, 0.003), BEYOND),
    Treatment(ZXING, 2, 1, Deblurred(4.5, 0.003), BEYOND),
    Treatment(ZXING, 2, 1, Deblurred(4.5, 0.003)),
)


def read_region(
    grey: Grey, region: Region, place: Hashable, read: Read, more: Sequence[Treatment] = MORE
) -> Iterator[Detection]:
    """The codes in a region, dark on light or light on dark."""
    lean = region.lean(grey)

    @cache
    def strip(scale: float, ends: float) -> Grey:
        return region.rectified(grey, scale, lean, ends)

    if not has_bars(strip(2, ENDS)):
        return
    likely = is_light_on_dark(strip(2, ENDS))
    for inverted in (likely, not likely):
        seen = _votes(strip, place, read, more if inverted == likely else (), inverted=inverted)
        yield from (replace(each, seen_by=f"{each.seen_by} {inverted}") for each in seen)
        if seen:
            return


def _votes(
    strip_of: Callable[[float, float], Grey],
    place: Hashable,
    read: Read,
    more: Sequence[Treatment],
    *,
    inverted: bool,
) -> list[Detection]:
    seen, votes = list[Detection](), Detections()
    for turn, treatment in enumerate((*FIRST, *more)):
        if turn >= len(FIRST) and votes.sure() and not votes.unsure():
            break
        strip = strip_of(treatment.scale, treatment.ends)
        light = 255 - strip if inverted else strip
        banded = row_averaged(light, treatment.bands, treatment.crisp)
        found = [
            Detection(each.code, treatment.engine, str(treatment), place)
            for each in read(_LINES[treatment.engine], banded)
        ]
        seen += found
        votes.add(found)
    return seen
