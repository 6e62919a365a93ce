"""Looks at a picture until it knows, and lets no wrong reading pass.

A QR code, a Data Matrix and an Aztec code correct their errors, and prove themselves. A barcode of
lines does not: its reading counts once both engines agree on it in one picture, or one engine in
two frames one after the other.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from time import monotonic, perf_counter

import numpy as np
from numpy.typing import NDArray

from desk_app.devices.decoding.engines import Grey
from desk_app.devices.decoding.guard import Guard
from desk_app.devices.decoding.looks import FIRST, HARDER, Look, Scene, Sighting
from desk_app.devices.opencv import cv2
from desk_app.services.cameras import Code

Frame = NDArray[np.uint8]
"""A picture in grey (rows by columns) or in OpenCV's BGR, eight bits each."""

FRAME_SECONDS = 0.15
"""How long a frame of the camera is looked at: then the next one has the better chance."""
PICTURE_SECONDS = 5.0
"""How long a still picture is looked at: there is no next one."""
MEMORY_SECONDS = 1.0
"""For how long one frame's reading may be confirmed by the next."""
_AT_LEAST = len(FIRST) + len(HARDER[0])
"""So many looks a still picture gets in any case, since it may bear more codes than one."""

_MOST_STRIPS = 40
"""A still picture may be a whole sheet of barcodes."""


class Decoder:
    """Reads codes. It keeps nothing between two pictures, and may be used from any thread.

    A look is begun only while there is time left; ``now`` gives seconds. One that fails has seen
    nothing.
    """

    def __init__(self, now: Callable[[], float] = perf_counter) -> None:
        self._now = now
        self._guard = Guard()

    def read_frame(
        self, frame: Frame, seconds: float = FRAME_SECONDS, *, turn: int = 0
    ) -> "Sightings":
        """A frame of a camera: done as soon as something is sure, or the time is over.

        Where the first looks do not help it gets some of the harder ones: ``turn`` says which.
        """
        looks = (*FIRST, *HARDER[turn % len(HARDER)])
        return self._look(Scene(grey_of(frame), self._guard), looks, seconds, at_least=1)

    def read_picture(self, picture: Frame, seconds: float = PICTURE_SECONDS) -> list[Code]:
        """A still picture: every code that is sure."""
        looks = (*FIRST, *chain.from_iterable(HARDER))
        scene = Scene(grey_of(picture), self._guard, most_strips=_MOST_STRIPS)
        return self._look(scene, looks, seconds, at_least=_AT_LEAST).sure()

    def _look(
        self, scene: Scene, looks: Sequence[Look], seconds: float, *, at_least: int
    ) -> "Sightings":
        until = self._now() + seconds
        seen = Sightings()
        for taken, look in enumerate(looks):
            if taken and self._now() >= until:
                break
            if taken >= at_least and seen.sure() and not seen.unsure():
                break
            try:
                seen.add(look(scene))
            except Exception as raised:  # noqa: BLE001 - libraries in C++ raise what they like
                self._guard.tell(look.__name__, raised)
        return seen


class Sightings:
    """What was seen in one picture, and by which engines."""

    def __init__(self) -> None:
        self._engines: defaultdict[Code, set[str]] = defaultdict(set)

    def add(self, sightings: Iterable[Sighting]) -> None:
        """Note what a look saw."""
        for sighting in sightings:
            self._engines[sighting.code].add(sighting.engine)

    def sure(self) -> list[Code]:
        """The codes that count, in the order in which they were met."""
        return [code for code, by in self._engines.items() if _is_sure(code, by)]

    def unsure(self) -> list[Code]:
        """Barcodes of lines that only one engine has seen."""
        return [code for code, by in self._engines.items() if not _is_sure(code, by)]


class Memory:
    """Remembers for a while what one engine saw once, until it is seen again."""

    def __init__(self) -> None:
        self._once: dict[Code, float] = {}

    def sure(self, seen: Sightings, at: float) -> list[Code]:
        """The codes that are sure by now. ``at`` is in seconds of a clock that does not go back."""
        fresh = {code: then for code, then in self._once.items() if at - then <= MEMORY_SECONDS}
        again = [code for code in seen.unsure() if code in fresh]
        self._once = fresh | dict.fromkeys(seen.unsure(), at)
        return seen.sure() + again


class StreamDecoder:
    """Reads the frames of a camera; what one leaves unsure the next may confirm.

    ``clock`` gives seconds, and does not go back.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._decoder = Decoder()
        self._memory = Memory()
        self._turn = 0

    def codes(self, frame: Frame) -> Sequence[Code]:
        """The codes that are sure by now."""
        seen = self._decoder.read_frame(frame, turn=self._turn)
        self._turn += 1
        return self._memory.sure(seen, self._clock())


def grey_of(picture: Frame) -> Grey:
    """The picture in grey."""
    if picture.ndim == 2:
        return picture
    return np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), np.uint8)


def _is_sure(code: Code, engines: set[str]) -> bool:
    proves_itself = code.symbology is not None and code.symbology.corrects_errors
    return proves_itself or len(engines) > 1
