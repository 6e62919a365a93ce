import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.devices.wedge import GAP_MS, SILENCE_MS, STRAY_MS, Wedge
from desk_app.services.scans import Belongs

PERSON, SCAN, UNCLEAR = Belongs.PERSON, Belongs.SCAN, Belongs.UNCLEAR
TWELVE_A_SECOND = 1000 / 12


def burst(wedge: Wedge, text: str, *, gap: float = 8.0, start: float = 1000.0) -> float:
    """Feed characters, and say when the last one was pressed; the first comes at the start."""
    for place, character in enumerate(text):
        wedge.character(character, start + place * gap)
    return start + (len(text) - 1) * gap


@pytest.mark.parametrize("gap", [0, 1, 8, 20, 30, 35])
def test_a_burst_with_an_ending_is_a_scan(gap: float) -> None:
    wedge = Wedge()
    assert wedge.ending(burst(wedge, "AB12", gap=gap) + gap) is SCAN


@given(st.lists(st.floats(18, 32), min_size=3, max_size=30))
def test_a_slow_radio_link_is_a_scan(gaps: list[float]) -> None:
    wedge, at = Wedge(), 0.0
    wedge.character("A", at)
    for gap in gaps:
        at += gap
        assert wedge.character("1", at) is UNCLEAR
    assert wedge.settle(at + SILENCE_MS + 1) is SCAN


def test_a_burst_goes_on_over_a_stutter_of_the_link() -> None:
    wedge = Wedge()
    end = burst(wedge, "KAIKU")
    assert wedge.character("0", end + 80) is UNCLEAR
    assert wedge.ending(end + 88) is SCAN


@given(
    st.lists(st.floats(-40, 40), min_size=5, max_size=60),
    st.sampled_from([TWELVE_A_SECOND, 100.0, 150.0]),
)
def test_a_hand_at_twelve_keys_a_second_is_never_a_scan(
    unsteady: list[float], apart: float
) -> None:
    wedge = Wedge()
    pressed = sorted(place * apart + off for place, off in enumerate(unsteady, start=1))
    answers = [wedge.character("7", at) for at in pressed]
    assert SCAN not in answers
    assert wedge.settle(pressed[-1] + GAP_MS + 1) is PERSON
    assert wedge.ending(pressed[-1] + 2 * GAP_MS) is PERSON


@given(st.lists(st.floats(46, 500), max_size=40))
def test_what_a_hand_typed_waits_no_longer_than_the_next_key(gaps: list[float]) -> None:
    wedge, at = Wedge(), 0.0
    wedge.character("A", at)
    for gap in gaps:
        at += gap
        assert wedge.character("A", at) is PERSON


@pytest.mark.parametrize("text", ["A", "AB", "ABC"])
def test_a_few_keys_that_fall_together_are_no_scan(text: str) -> None:
    wedge = Wedge()
    assert wedge.ending(burst(wedge, text) + 8) is PERSON


def test_what_was_typed_before_a_burst_is_not_part_of_it() -> None:
    wedge = Wedge()
    wedge.character("X", 0)
    assert wedge.character("K", 500) is PERSON
    assert wedge.ending(burst(wedge, "AIKU", start=508) + 8) is SCAN


def test_a_second_enter_of_the_scanner_is_not_an_answer() -> None:
    wedge = Wedge()
    end = burst(wedge, "KAIKU0001") + 8
    wedge.ending(end)
    assert [wedge.ending(end + 8), wedge.ending(end + 16)] == [SCAN, SCAN]


def test_an_enter_of_a_person_after_a_scan_is_the_persons() -> None:
    wedge = Wedge()
    end = burst(wedge, "KAIKU0001") + 8
    wedge.ending(end)
    assert wedge.ending(end + STRAY_MS + 1) is PERSON


def test_a_burst_without_ending_ends_by_silence_once() -> None:
    wedge = Wedge()
    end = burst(wedge, "KAIKU0001")
    assert wedge.settle(end + SILENCE_MS - 1) is UNCLEAR
    assert wedge.patience(end + SILENCE_MS - 1) == pytest.approx(1)
    assert wedge.settle(end + SILENCE_MS) is SCAN
    assert not wedge.waiting


def test_an_enter_that_was_late_is_the_scanners() -> None:
    wedge = Wedge()
    end = burst(wedge, "KAIKU0001")
    wedge.settle(end + SILENCE_MS)
    assert wedge.ending(end + 120) is SCAN


def test_a_key_after_the_silence_begins_afresh() -> None:
    wedge = Wedge()
    end = burst(wedge, "KAIKU0001")
    assert wedge.character("K", end + 200) is SCAN
    assert wedge.settle(end + 200 + GAP_MS) is PERSON


def test_two_bursts_back_to_back_are_two_scans() -> None:
    wedge = Wedge()
    end = burst(wedge, "KAIKU0001") + 4
    assert wedge.ending(end) is SCAN
    end = burst(wedge, "KAIKU0002", start=end + 4) + 4
    assert wedge.ending(end) is SCAN


def test_what_trails_a_burst_is_never_typed() -> None:
    wedge = Wedge()
    end = burst(wedge, "KAIKU0001") + 4
    wedge.ending(end)
    wedge.character("X", end + 4)
    assert wedge.settle(end + 4 + SILENCE_MS) is SCAN


def test_another_key_within_a_burst_belongs_to_it() -> None:
    wedge = Wedge()
    end = burst(wedge, "01069123")
    assert wedge.other_key(end + 8) is SCAN
    assert wedge.ending(burst(wedge, "AB12", start=end + 16) + 8) is SCAN


def test_another_key_after_a_few_characters_is_a_persons() -> None:
    wedge = Wedge()
    assert wedge.other_key(burst(wedge, "AB") + 8) is PERSON
    assert not wedge.waiting


def test_the_pace_of_a_burst_is_told() -> None:
    wedge = Wedge()
    wedge.ending(burst(wedge, "KAIKU0001", gap=12.5) + 12)
    assert wedge.pace == pytest.approx(12.5)
