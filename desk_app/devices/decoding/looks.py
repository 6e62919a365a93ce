"""The ways to look at a picture, the cheap ones that find most before the dear ones.

The order, and what is left out, are the measurement's (``python -m tests.benchmarks scan``).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

import numpy as np

from desk_app.devices.decoding import engines
from desk_app.devices.decoding.engines import Engine, Grey
from desk_app.devices.decoding.guard import Guard
from desk_app.devices.decoding.strips import Strip, banded, strips
from desk_app.devices.opencv import cv2
from desk_app.services.cameras import Code

ZXING = "zxing"
ZBAR = "zbar"
_LARGEST_ENLARGED = 1_000_000
"""Pixels: in a larger picture a code that needs enlarging is too small to be held by a hand."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A code, and the engine that saw it."""

    code: Code
    engine: str


Treatment = Callable[[Grey], Grey]

_FOR_ZBAR: Sequence[Treatment] = (
    partial(banded, bands=3),
    partial(banded, bands=3, sharpness=0.7, reach=2),
    partial(banded, bands=1),
)
_MORE_FOR_ZBAR: Sequence[Treatment] = (
    partial(banded, bands=3),
    partial(banded, bands=5),
    partial(banded, bands=2, sharpness=0.4),
    partial(banded, bands=3, sharpness=1.2),
    partial(banded, bands=1, sharpness=0.7),
)
_FOR_ZXING: Sequence[Treatment] = (
    partial(banded, bands=3, sharpness=1.5),
    lambda strip: strip,
    partial(banded, bands=5, sharpness=2.5),
)
_MORE_FOR_ZXING: Sequence[Treatment] = (
    partial(banded, bands=3, sharpness=2, reach=4.5),
    partial(banded, bands=5, sharpness=1, reach=4.5),
    partial(banded, bands=1, sharpness=1.5, reach=4.5),
    partial(banded, bands=3),
    partial(banded, bands=5, sharpness=4, reach=3),
)


class Scene:
    """A picture while it is looked at; what several looks need is made once."""

    def __init__(self, grey: Grey, guard: Guard, *, most_strips: int = 3) -> None:
        self.grey = grey
        self._guard = guard
        self._most_strips = most_strips

    @cached_property
    def strips(self) -> Sequence[Strip]:
        """Where bars may be."""
        return strips(self.grey, self._most_strips)

    def read(self, engine: Engine, strip: Grey) -> list[Code]:
        """What an engine reads in a strip; one that fails there keeps no other from its turn."""
        try:
            return engine(strip)
        except Exception as raised:  # noqa: BLE001 - libraries in C++ raise what they like
            self._guard.tell(engine.__name__, raised)
            return []


Look = Callable[[Scene], Iterator[Sighting]]


def plain(scene: Scene) -> Iterator[Sighting]:
    """The picture as it is, by the quick engine."""
    return _seen(ZXING, engines.zxing(scene.grey))


def bars(scene: Scene) -> Iterator[Sighting]:
    """Barcodes at any angle, laid straight, by both engines in the treatments that suit them.

    Where one engine reads what the other does not, the other is given more of a chance.
    """
    for strip in scene.strips:
        straight = strip.straightened(scene.grey)
        by_zbar = [*_seen(ZBAR, _in_turn(scene, engines.zbar_lines, straight, _FOR_ZBAR))]
        by_zxing = [*_seen(ZXING, _in_turn(scene, engines.zxing_lines, straight, _FOR_ZXING))]
        yield from by_zbar
        yield from by_zxing
        if bool(by_zbar) == bool(by_zxing):
            continue
        larger = strip.straightened(scene.grey, 3.0)
        if by_zxing:
            yield from _seen(ZBAR, _in_turn(scene, engines.zbar_lines, larger, _MORE_FOR_ZBAR))
        else:
            yield from _seen(ZXING, _in_turn(scene, engines.zxing_lines, larger, _MORE_FOR_ZXING))


def sharpened(scene: Scene) -> Iterator[Sighting]:
    """Squares out of focus."""
    return _seen(ZXING, engines.zxing_matrix(_sharp(scene.grey, 1.5)))


def second(scene: Scene) -> Iterator[Sighting]:
    """The picture as it is, by the other engine."""
    return _seen(ZBAR, engines.zbar(scene.grey))


def enlarged(scene: Scene) -> Iterator[Sighting]:
    """What is out of focus and far away."""
    if scene.grey.size > _LARGEST_ENLARGED:
        return iter(())
    large = cv2.resize(scene.grey, None, fx=2, fy=2, interpolation=cv2.INTER_LINEAR)
    return _seen(ZXING, engines.zxing(_sharp(np.asarray(large, np.uint8), 3)))


def thorough(scene: Scene) -> Iterator[Sighting]:
    """At any angle, at several sizes, and light on dark."""
    return _seen(ZXING, engines.zxing_thorough(scene.grey))


def evened(scene: Scene) -> Iterator[Sighting]:
    """Glare and shadow taken out."""
    even = cv2.createCLAHE(2.0, (8, 8)).apply(scene.grey)
    return _seen(ZXING, engines.zxing_thorough(np.asarray(even, np.uint8)))


FIRST: Sequence[Look] = (plain, bars, sharpened)
"""What every picture gets."""
HARDER: Sequence[Sequence[Look]] = ((enlarged, second), (thorough, evened))
"""What a picture gets that does not give itself up: a frame one pair, a still picture both."""


def _in_turn(
    scene: Scene, engine: Engine, strip: Grey, treatments: Sequence[Treatment]
) -> list[Code]:
    """What the engine reads by the first treatment that helps."""
    found: list[Code] = []
    for treated in treatments:
        found = found or scene.read(engine, treated(strip))
    return found


def _seen(engine: str, codes: list[Code]) -> Iterator[Sighting]:
    return (Sighting(code, engine) for code in codes)


def _sharp(grey: Grey, reach: float) -> Grey:
    soft = cv2.GaussianBlur(grey, (0, 0), reach)
    return np.asarray(cv2.addWeighted(grey, 2.0, soft, -1.0, 0), np.uint8)
