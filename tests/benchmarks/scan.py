"""Reading codes beside plain pyzbar and plain zxing-cpp on the same pictures in the same run.

Rendered frames of a webcam, from a seed that nothing was tuned on; or a folder of photographs, each
``NAME.jpg`` with a ``NAME.txt`` beside it that says what its code says (empty: no code). Times are
this process's own, so that others on the machine count for little.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count as numbers
from pathlib import Path
from time import process_time
from typing import Any

import numpy as np
import zxingcpp
from numpy.typing import NDArray
from pyzbar import pyzbar

from desk_app.devices.barcode.decoder import Decoder
from desk_app.devices.barcode.engines import text_of
from desk_app.devices.barcode.passes import grey_of
from desk_app.devices.barcode.pictures import open_picture
from tests.benchmarks.scan_frames import card_frames, empty_frames, lines_alone, matrix_frames
from tests.benchmarks.scan_passes import plain_text, weigh_passes

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

    def add(self, sample: Sample) -> None:
        started = process_time()
        texts = {plain_text(text) for text in self.read(sample.picture)}
        self.seconds += process_time() - started
        wanted = plain_text(sample.text)
        self.right[sample.kind] += wanted in texts if wanted else not texts
        self.wrong += bool(texts - {wanted})


def measure(
    photos: Path | None, *, count: int, seed: int = HELD_OUT_SEED, passes: bool = False
) -> Figures:
    """Every figure: of the photographs, or of rendered frames; ``passes`` weighs each pass."""
    if passes:
        photographs = () if photos is None else _photographs(photos)
        return weigh_passes(_samples, photographs, count=count, seed=seed)
    if photos is not None:
        return {"photos": _compare(_photographs(photos), _still(Decoder()))}
    return {
        "seed": seed,
        "frames": _compare(_samples(card_frames(seed, count)), _frames(Decoder())),
        "frames_of_lines_dark_on_light": _compare(
            _samples(lines_alone(seed, count // 5)), _frames(Decoder())
        ),
        "frames_of_lines_light_on_dark": _compare(
            _samples(lines_alone(seed, count // 5, inverted=True)), _frames(Decoder())
        ),
        "frames_of_kinds_pyzbar_lacks": _compare(
            _samples(matrix_frames(seed, count // 5)), _frames(Decoder())
        ),
        "frames_without_a_code": _compare(
            _samples(empty_frames(seed, count // 5)), _frames(Decoder())
        ),
    }


def _frames(decoder: Decoder) -> Callable[[Picture], set[str]]:
    """Reads each picture as one frame of a stream, in which every harder pass has its turn."""
    turns = numbers()
    return lambda picture: {
        code.text for code in decoder.read_frame(picture, turn=next(turns)).sure()
    }


def _still(decoder: Decoder) -> Callable[[Picture], set[str]]:
    return lambda picture: {code.text for code in decoder.read_picture(picture).sure()}


def _compare(samples: Iterable[Sample], read: Callable[[Picture], set[str]]) -> Figures:
    ours, zbar, zxing = _Score(read), _Score(_plain_pyzbar), _Score(_plain_zxing)
    kinds: Counter[str] = Counter()
    for sample in samples:
        kinds[sample.kind] += 1
        for score in (zbar, zxing, ours):
            score.add(sample)
    total = max(1, kinds.total())
    figures: Figures = {"pictures": kinds.total()}
    for name, score in (("", ours), ("plain_pyzbar_", zbar), ("plain_zxing_", zxing)):
        figures |= {
            f"{name}read_rate": round(score.right.total() / total, 3),
            f"{name}wrong_reads": score.wrong,
            f"{name}ms_per_picture": round(1000 * score.seconds / total, 2),
        }
    better = max(zbar.right.total(), zxing.right.total())
    return figures | {
        "read_ratio": _ratio(ours.right.total(), zbar.right.total()),
        "read_ratio_to_better": _ratio(ours.right.total(), better),
        "time_ratio": _ratio(ours.seconds, zbar.seconds),
        "by_kind": {
            kind: {
                "pictures": n,
                "read": ours.right[kind],
                "plain_pyzbar_read": zbar.right[kind],
                "plain_zxing_read": zxing.right[kind],
            }
            for kind, n in sorted(kinds.items())
        },
    }


def _ratio(ours: float, theirs: float) -> float | None:
    return round(ours / theirs, 3) if theirs else None


def _plain_pyzbar(picture: Picture) -> set[str]:
    return {text_of(code.data) for code in pyzbar.decode(grey_of(picture))}


def _plain_zxing(picture: Picture) -> set[str]:
    return {
        code.text for code in zxingcpp.read_barcodes(picture, text_mode=zxingcpp.TextMode.Plain)
    }


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
