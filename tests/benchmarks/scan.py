"""Reading codes beside plain pyzbar on the same pictures in the same run.

Rendered frames of a webcam, from a seed that nothing was tuned on; or a folder of photographs, each
``NAME.jpg`` with a ``NAME.txt`` beside it that says what its code says (empty: no code).
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pyzbar import pyzbar

from desk_app.devices.decoding.decoder import Decoder, grey_of
from desk_app.devices.decoding.engines import text_of
from desk_app.devices.decoding.pictures import open_picture
from desk_app.services.cameras import Code
from tests.benchmarks.scan_frames import card_frames, empty_frames, matrix_frames

Figures = dict[str, Any]
Picture = NDArray[np.uint8]

HELD_OUT_SEED = 9_000
_SUFFIXES = {".jpg", ".jpeg", ".png", ".webp", ".bmp"}


@dataclass(frozen=True, slots=True)
class Sample:
    """A picture, a word for its kind, and the text of its code; empty where there is none."""

    picture: Picture
    kind: str
    text: str


@dataclass(slots=True)
class _Score:
    """How one reader did."""

    read: Callable[[Picture], set[str]]
    seconds: float = 0.0
    right: Counter[str] = field(default_factory=Counter)
    wrong: int = 0

    def take(self, sample: Sample) -> None:
        started = perf_counter()
        texts = self.read(sample.picture)
        self.seconds += perf_counter() - started
        self.right[sample.kind] += sample.text in texts if sample.text else not texts
        self.wrong += bool(texts - {sample.text})


def measure(photos: Path | None, *, count: int, seed: int = HELD_OUT_SEED) -> Figures:
    """Every figure: of the photographs, or of rendered frames."""
    decoder = Decoder()

    def read_frame(picture: Picture) -> list[Code]:
        return decoder.read_frame(picture).sure()

    if photos is not None:
        return {"photos": _compare(_photographs(photos), decoder.read_picture)}
    return {
        "seed": seed,
        "frames": _compare(_samples(card_frames(seed, count)), read_frame),
        "frames_of_kinds_pyzbar_lacks": _compare(
            _samples(matrix_frames(seed, count // 5)), read_frame
        ),
        "frames_without_a_code": _compare(_samples(empty_frames(seed, count // 5)), read_frame),
    }


def _compare(samples: Iterable[Sample], read: Callable[[Picture], list[Code]]) -> Figures:
    ours = _Score(lambda picture: {code.text for code in read(picture)})
    plain = _Score(_plain_pyzbar)
    kinds: Counter[str] = Counter()
    for sample in samples:
        kinds[sample.kind] += 1
        plain.take(sample)
        ours.take(sample)
    total = max(1, kinds.total())
    return {
        "pictures": kinds.total(),
        "read_rate": round(ours.right.total() / total, 3),
        "wrong_reads": ours.wrong,
        "ms_per_picture": round(1000 * ours.seconds / total, 2),
        "plain_pyzbar_read_rate": round(plain.right.total() / total, 3),
        "plain_pyzbar_wrong_reads": plain.wrong,
        "plain_pyzbar_ms_per_picture": round(1000 * plain.seconds / total, 2),
        "read_ratio": _ratio(ours.right.total(), plain.right.total()),
        "time_ratio": _ratio(ours.seconds, plain.seconds),
        "by_kind": {
            kind: {"pictures": n, "read": ours.right[kind], "plain_pyzbar_read": plain.right[kind]}
            for kind, n in sorted(kinds.items())
        },
    }


def _ratio(ours: float, theirs: float) -> float | None:
    return round(ours / theirs, 3) if theirs else None


def _plain_pyzbar(picture: Picture) -> set[str]:
    return {text_of(code.data) for code in pyzbar.decode(grey_of(picture))}


def _samples(frames: Iterable[Any]) -> Iterator[Sample]:
    for frame in frames:
        kind = frame.symbology.value if frame.symbology else "none"
        yield Sample(frame.picture, kind, frame.text)


def _photographs(folder: Path) -> Iterator[Sample]:
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() not in _SUFFIXES:
            continue
        text = path.with_suffix(".txt").read_text(encoding="utf-8").strip()
        yield Sample(next(open_picture(path)), "photo" if text else "none", text)
