"""When a text that was read off lines counts, and when not."""

import pytest

from desk_app.devices.barcode.bars import ZBAR, ZXING
from desk_app.devices.barcode.votes import (
    ENOUGH_PASSES,
    MEMORY_FRAMES,
    OUTNUMBERED,
    Detection,
    Detections,
    FrameMemory,
)
from desk_app.services.cameras import Code
from sync.rules.scan_text import Symbology

LINES = Code("AB12345", Symbology.CODE_39)
OTHER = Code("AB12346", Symbology.CODE_39)
SQUARE = Code("AB12345", Symbology.QR_CODE)


def looks(code: Code, engine: str, count: int, place: int = 1) -> list[Detection]:
    """So many passes of an engine that read a code."""
    return [Detection(code, engine, f"pass {number}", place) for number in range(count)]


def seen_by(*detections: Detection) -> Detections:
    seen = Detections()
    seen.add(detections)
    return seen


def test_a_square_proves_itself() -> None:
    assert seen_by(Detection(SQUARE, ZXING, "plain")).sure() == [SQUARE]


def test_lines_that_both_engines_have_read_are_sure() -> None:
    seen = seen_by(*looks(LINES, ZXING, 1), *looks(LINES, ZBAR, 1))
    assert (seen.sure(), seen.unsure()) == ([LINES], [])


@pytest.mark.parametrize("engine", [ZXING, ZBAR])
def test_lines_that_one_engine_has_read_in_three_passes_are_sure(engine: str) -> None:
    assert seen_by(*looks(LINES, engine, ENOUGH_PASSES)).sure() == [LINES]


def test_lines_that_one_engine_has_read_in_fewer_passes_are_told_as_unsure() -> None:
    seen = seen_by(*looks(LINES, ZXING, ENOUGH_PASSES - 1))
    assert (seen.sure(), seen.unsure()) == ([], [LINES])


def test_the_same_pass_counts_once_however_often_it_is_made() -> None:
    seen = seen_by(*looks(LINES, ZXING, 1) * 5)
    assert seen.unsure() == [LINES]


def test_three_passes_of_one_engine_are_not_sure_where_another_text_was_read() -> None:
    seen = seen_by(*looks(LINES, ZXING, 20), *looks(OTHER, ZXING, 1))
    assert (seen.sure(), seen.unsure()) == ([], [LINES, OTHER])


def test_engines_that_disagree_confirm_nothing() -> None:
    seen = seen_by(*looks(LINES, ZXING, 2), *looks(OTHER, ZBAR, 2))
    assert (seen.sure(), seen.uncontested()) == ([], [])


def test_what_both_engines_read_many_times_stands_against_one_odd_reading() -> None:
    many = [*looks(LINES, ZXING, OUTNUMBERED - 1), *looks(LINES, ZBAR, 1)]
    assert seen_by(*many, *looks(OTHER, ZBAR, 1)).sure() == [LINES]
    assert seen_by(*many, *looks(OTHER, ZBAR, 2)).sure() == []


def test_another_text_elsewhere_in_the_picture_speaks_against_nothing() -> None:
    seen = seen_by(*looks(LINES, ZXING, 3, place=1), *looks(OTHER, ZXING, 3, place=2))
    assert seen.sure() == [LINES, OTHER]


def test_lines_seen_once_are_sure_when_a_later_frame_shows_them_too() -> None:
    memory, once = FrameMemory(), seen_by(*looks(LINES, ZXING, 1))

    assert memory.sure(once) == []
    assert memory.sure(Detections()) == []
    assert memory.sure(once) == [LINES]


@pytest.mark.parametrize(("between", "sure"), [(MEMORY_FRAMES - 1, [LINES]), (MEMORY_FRAMES, [])])
def test_a_reading_is_forgotten_after_some_frames_however_long_they_took(
    between: int, sure: list[Code]
) -> None:
    memory, once = FrameMemory(), seen_by(*looks(LINES, ZXING, 1))
    memory.sure(once)
    for _ in range(between):
        memory.sure(Detections())

    assert memory.sure(once) == sure


def test_a_frame_that_speaks_against_itself_confirms_nothing() -> None:
    memory = FrameMemory()
    disagreeing = seen_by(*looks(LINES, ZXING, 1), *looks(OTHER, ZBAR, 1))

    assert memory.sure(seen_by(*looks(LINES, ZXING, 1))) == []
    assert memory.sure(disagreeing) == []
