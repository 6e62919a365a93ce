"""Looks at a picture until it knows, and lets no wrong reading pass."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import thread_time

from desk_app.devices.barcode.fault_log import FaultLog
from desk_app.devices.barcode.passes import FIRST, IN_TURN, STILL, DecodeContext, Frame, Pass
from desk_app.devices.barcode.votes import Detections, FrameMemory
from desk_app.services.cameras import Code

FRAME_SECONDS = 0.15
"""How long a frame of the camera is looked at: then the next one has the better chance."""
PICTURE_SECONDS = 5.0
"""How long a still picture is looked at: there is no next one."""
_AT_LEAST = 2
"""So many passes a frame gets in any case: two cards may be in it, a square and lines."""


@dataclass(frozen=True, slots=True)
class Passes:
    """Which passes there are; measuring leaves some out."""

    first: Sequence[Pass] = FIRST
    in_turn: Sequence[Pass] = IN_TURN
    still: Sequence[Pass] = STILL

    def for_frame(self, turn: int) -> Sequence[Pass]:
        """What a frame gets, with the harder pass whose turn it is."""
        harder = self.in_turn[turn % len(self.in_turn)] if self.in_turn else None
        return self.first if harder is None else (*self.first, harder)


class Decoder:
    """Reads codes. It keeps nothing between two pictures, and may be used from any thread.

    A pass is begun only while there is time left. ``now`` gives seconds; the thread's own are
    counted, so that a machine that is busy elsewhere reads as well. A pass that fails has seen
    nothing.
    """

    def __init__(
        self, now: Callable[[], float] = thread_time, passes: Passes | None = None
    ) -> None:
        self._now = now
        self._passes = passes or Passes()
        self._faults = FaultLog()

    def read_frame(
        self, frame: Frame, seconds: float = FRAME_SECONDS, *, turn: int = 0
    ) -> Detections:
        """A frame of a camera: done as soon as something is sure, or the time is over.

        Where the first passes do not help it gets one of the harder ones: ``turn`` says which.
        """
        context = DecodeContext(frame, self._faults, still=False)
        return self._look(context, self._passes.for_frame(turn), seconds, at_least=_AT_LEAST)

    def read_picture(self, picture: Frame, seconds: float = PICTURE_SECONDS) -> Detections:
        """A still picture: every code in it, sure or not."""
        context = DecodeContext(picture, self._faults, still=True)
        passes = self._passes.still
        return self._look(context, passes, seconds, at_least=len(self._passes.first) + 1)

    def _look(
        self, context: DecodeContext, passes: Sequence[Pass], seconds: float, *, at_least: int
    ) -> Detections:
        until = self._now() + seconds
        seen = Detections()
        for taken, each in enumerate(passes):
            if taken and self._now() >= until:
                break
            if taken >= at_least and seen.sure() and not seen.unsure():
                break
            try:
                seen.add(each(context))
            except Exception as raised:  # noqa: BLE001 - libraries in C++ raise what they like
                self._faults.log_once(each.__name__, raised)
        return seen


class StreamDecoder:
    """Reads the frames of a camera; what one leaves unsure the next may confirm."""

    def __init__(self) -> None:
        self._decoder = Decoder()
        self._memory = FrameMemory()
        self._turn = 0

    def codes(self, frame: Frame) -> Sequence[Code]:
        """The codes that are sure by now."""
        seen = self._decoder.read_frame(frame, turn=self._turn)
        self._turn += 1
        return self._memory.sure(seen)
