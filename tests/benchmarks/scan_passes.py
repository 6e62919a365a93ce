"""The gain and the cost of each of the decoder's passes: one is left out after the other.

A pass looks at a picture once. What it saw, and how long that took, is then played to decoders that
have all passes but one, so that they are measured by the same times.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from time import thread_time
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from desk_app.devices.barcode.decoder import Decoder, Passes
from desk_app.devices.barcode.passes import DecodeContext, Pass
from desk_app.devices.barcode.votes import Detection
from tests.benchmarks.scan_frames import HARD, card_frames, empty_frames, hard_frames

Figures = dict[str, Any]
ALL = "-"
_EVERY = Passes()


class Shown(Protocol):
    """A picture, a word for its kind, and the text of its code."""

    @property
    def picture(self) -> NDArray[np.uint8]: ...
    @property
    def kind(self) -> str: ...
    @property
    def text(self) -> str: ...


def weigh_passes(
    samples: Callable[[Iterable[Any]], Iterable[Shown]],
    photographs: Iterable[Shown],
    *,
    count: int,
    seed: int,
) -> Figures:
    """Weigh them on rendered frames, on some of these as stills, and on photographs."""
    fifth = count // 5
    kinds = {
        "card": [*samples(card_frames(seed, count))],
        "none": [*samples(empty_frames(seed, fifth))],
        **{kind: [*samples(hard_frames(seed, fifth, kind))] for kind in HARD},
    }
    frames = [(kind, each) for kind, these in kinds.items() for each in these]
    stills = [(kind, each) for kind, these in kinds.items() for each in these[: fifth // 2]]
    turns = range(max(1, len(_EVERY.in_turn)))
    return {
        "seed": seed,
        "frames": _weighed(frames, turns, (*_EVERY.first, *_EVERY.in_turn)),
        "stills": _weighed(stills, None, _EVERY.still),
        "photos": _weighed(((each.kind, each) for each in photographs), None, _EVERY.still),
    }


def _weighed(
    pictures: Iterable[tuple[str, Shown]], turns: Sequence[int] | None, passes: Sequence[Pass]
) -> Figures:
    """Every frame is seen in each of the ``turns``; without any it is a still picture."""
    rows: dict[str, _PassRow] = {ALL: _PassRow(), **{each.__name__: _PassRow() for each in passes}}
    times = 0
    for kind, each in pictures:
        played = _Played()
        for turn in turns or (None,):
            times += 1
            for name, row in rows.items():
                row.add(kind, each, *played.read(each.picture, turn, without=name))
    whole = rows[ALL]
    return {
        name: {
            "seen": times,
            "read": row.read.total(),
            "wrong": row.wrong,
            "ms": round(1000 * row.seconds / max(1, times), 2),
            "adds": {
                kind: whole.read[kind] - row.read[kind]
                for kind in sorted(whole.read | row.read)
                if whole.read[kind] != row.read[kind]
            },
            "costs_ms": round(1000 * (whole.seconds - row.seconds) / max(1, times), 2),
        }
        for name, row in rows.items()
    }


class _PassRow:
    """How a decoder without one pass did."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.read: Counter[str] = Counter()
        self.wrong = 0

    def add(self, kind: str, shown: Shown, texts: set[str], seconds: float) -> None:
        wanted = plain_text(shown.text)
        self.read[kind] += wanted in texts if wanted else not texts
        self.wrong += bool(texts - {wanted})
        self.seconds += seconds


class _Played:
    """A picture, and what each pass saw in it."""

    def __init__(self) -> None:
        self._by_pass: dict[str, tuple[list[Detection], float]] = {}
        self._now = 0.0

    def read(
        self, picture: NDArray[np.uint8], turn: int | None, *, without: str
    ) -> tuple[set[str], float]:
        """What a decoder without a pass makes of it, and in how many seconds."""
        self._now = 0.0

        def others(these: Sequence[Pass]) -> list[Pass]:
            return [_nothing if each.__name__ == without else self._of(each) for each in these]

        passes = replace(
            _EVERY,
            first=others(_EVERY.first),
            in_turn=others(_EVERY.in_turn),
            still=others(_EVERY.still),
        )
        decoder = Decoder(lambda: self._now, passes)
        still = turn is None
        seen = (
            decoder.read_picture(picture) if still else decoder.read_frame(picture, turn=turn or 0)
        )
        return {plain_text(code.text) for code in seen.sure()}, self._now

    def _of(self, real: Pass) -> Pass:
        def played(context: DecodeContext) -> Iterator[Detection]:
            if real.__name__ not in self._by_pass:
                started = thread_time()
                found = [*real(context)]
                self._by_pass[real.__name__] = found, thread_time() - started
            detections, seconds = self._by_pass[real.__name__]
            self._now += seconds
            return iter(detections)

        played.__name__ = real.__name__
        return played


def _nothing(_: DecodeContext) -> Iterator[Detection]:
    """Stands where a pass is left out, so that the others keep their turns."""
    return chain()


def plain_text(text: str) -> str:
    """Without what separates the fields of a GS1 code: engines show it in different ways."""
    return text.strip().replace("\x1d", "")
