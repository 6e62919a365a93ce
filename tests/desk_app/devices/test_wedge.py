import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.devices.wedge import Wedge


def burst(wedge: Wedge, text: str, *, gap: float = 8.0, start: float = 1000.0) -> float:
    at = start
    for character in text:
        at += gap
        wedge.character(character, at)
    return at


def test_a_burst_is_a_scan_from_its_fourth_character() -> None:
    wedge = Wedge()
    seen = [wedge.character(character, 10.0 * at) for at, character in enumerate("AB123")]
    assert seen == [None, None, None, "AB12", "AB123"]


def test_twelve_keys_a_second_are_never_a_scan() -> None:
    wedge = Wedge()
    typed = [wedge.character("7", at * 1000 / 12) for at in range(200)]
    assert set(typed) == {None}


@given(st.lists(st.floats(36, 500), max_size=40))
def test_gaps_of_a_hand_are_never_a_scan(gaps: list[float]) -> None:
    wedge, at = Wedge(), 0.0
    for gap in gaps:
        at += gap
        assert wedge.character("A", at) is None
    assert wedge.enter(at + 1) == "typed"


def test_what_was_typed_before_a_burst_is_not_part_of_it() -> None:
    wedge = Wedge()
    wedge.character("X", 0)
    burst(wedge, "KAIKU", start=500)
    assert wedge.character("1", 545) == "KAIKU1"


def test_enter_right_after_a_burst_ends_the_scan() -> None:
    wedge = Wedge()
    assert wedge.enter(burst(wedge, "KAIKU0001") + 8) == "scan"


def test_a_second_enter_of_the_scanner_is_not_an_answer() -> None:
    wedge = Wedge()
    end = burst(wedge, "KAIKU0001") + 8
    wedge.enter(end)
    assert wedge.enter(end + 8) == "stray"


def test_an_enter_of_a_person_after_a_scan_is_typed() -> None:
    wedge = Wedge()
    end = burst(wedge, "KAIKU0001") + 8
    wedge.enter(end)
    assert wedge.enter(end + 400) == "typed"


def test_a_burst_without_enter_ends_by_silence_once() -> None:
    wedge = Wedge()
    end = burst(wedge, "KAIKU0001")
    assert [wedge.ended(end + 50), wedge.ended(end + 95), wedge.ended(end + 200)] == [
        False,
        True,
        False,
    ]


def test_a_late_enter_after_the_silence_is_the_scanners() -> None:
    wedge = Wedge()
    end = burst(wedge, "KAIKU0001")
    wedge.ended(end + 95)
    assert wedge.enter(end + 120) == "stray"


def test_typing_does_not_end_by_silence() -> None:
    wedge = Wedge()
    end = burst(wedge, "AB1234", gap=83)
    assert not wedge.ended(end + 1000)


def test_a_burst_that_seemed_over_goes_on_whole() -> None:
    wedge = Wedge()
    end = burst(wedge, "KAIKU")
    wedge.ended(end + 95)  # the machine was slow, the keys were not
    assert wedge.character("0", end + 8) == "KAIKU0"


@pytest.mark.parametrize("text", ["A", "AB", "ABC"])
def test_a_few_keys_that_fall_together_are_no_scan(text: str) -> None:
    wedge = Wedge()
    assert wedge.enter(burst(wedge, text) + 8) == "typed"
