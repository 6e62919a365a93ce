"""Counts by how many passes each code was seen in a picture, and which codes are sure.

A QR code, a Data Matrix and an Aztec code correct their errors, and prove themselves. A barcode of
lines does not. Its text is sure in a still picture once both engines have read it, or three passes
have, and no pass has read anything else there; what fewer have read is told as unsure. In a stream
two frames have to agree.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from desk_app.services.cameras import Code

ENOUGH_PASSES = 3
OUTNUMBERED = 6
"""A text that both engines have read stands against one odd reading, if it has so many times more.

Ours: of the texts that were read wrongly in rendered frames, the right one had at least as many."""
MEMORY_FRAMES = 8
"""For how many frames a reading may be confirmed: so long until each pass has had its turn twice.

Frames, not seconds: on a slow machine fewer are looked at, and they tell as much."""


@dataclass(frozen=True, slots=True)
class Detection:
    """A code, the engine that read it, the pass in which it did, and where in the picture."""

    code: Code
    engine: str
    seen_by: str
    place: Hashable = None


class Detections:
    """The codes that were seen in one picture."""

    def __init__(self) -> None:
        self._detections: dict[Code, set[Detection]] = {}

    def add(self, detections: Iterable[Detection]) -> None:
        """Note what a pass saw."""
        for detection in detections:
            self._detections.setdefault(detection.code, set()).add(detection)

    def sure(self) -> list[Code]:
        """The codes that count, in the order in which they were met."""
        return [code for code in self._detections if self._is_sure(code)]

    def unsure(self) -> list[Code]:
        """Barcodes of lines that too few passes have seen, or against which another speaks."""
        return [code for code in self._detections if not self._is_sure(code)]

    def uncontested(self) -> list[Code]:
        """Return the readings that are unsure for nothing but the number of passes."""
        return [code for code in self.unsure() if not self._most_against(code)]

    def votes(self, code: Code) -> int:
        """The number of passes of the engines that have seen it."""
        return len({(each.engine, each.seen_by) for each in self._detections.get(code, ())})

    def _is_sure(self, code: Code) -> bool:
        if code.symbology is not None and code.symbology.corrects_errors:
            return True
        votes, against = self.votes(code), self._most_against(code)
        both = len({each.engine for each in self._detections[code]}) > 1
        if against:
            return both and votes >= OUTNUMBERED * against
        return both or votes >= ENOUGH_PASSES

    def _most_against(self, code: Code) -> int:
        """The number of passes that saw the other text that most have seen, in the same place."""
        places = {each.place for each in self._detections[code]}
        return max(
            (
                self.votes(other)
                for other, seen in self._detections.items()
                if other != code
                and other.symbology == code.symbology
                and any(each.place in places for each in seen)
            ),
            default=0,
        )


class FrameMemory:
    """Remembers for some frames what was seen once, until it is seen again."""

    def __init__(self) -> None:
        self._frame = 0
        self._latest_frame: dict[Code, int] = {}

    def sure(self, seen: Detections) -> list[Code]:
        """The codes that are sure by now, with this frame."""
        self._frame += 1
        oldest = self._frame - MEMORY_FRAMES
        self._latest_frame = {
            code: frame for code, frame in self._latest_frame.items() if frame >= oldest
        }
        once = seen.uncontested()
        again = [code for code in once if code in self._latest_frame]
        self._latest_frame |= dict.fromkeys(once, self._frame)
        return seen.sure() + again
