from collections.abc import Sequence

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desk_app.devices.wedge import NEAR_MS, PAUSE_MS, SHORT_MS, STRAY_MS, Wedge
from desk_app.services.scans import KeyOrigin

PERSON, SCAN, UNSURE, UNCLEAR = (
    KeyOrigin.PERSON,
    KeyOrigin.SCAN,
    KeyOrigin.UNSURE,
    KeyOrigin.UNCLEAR,
)
TWELVE_A_SECOND = 1000 / 12
LONGEST_PAUSE = 120.0
PACES = [2.0, 5.0, 10.0, 30.0, 45.0]


class FedKeyboard:
    """Feeds keys, and keeps what became of them: rows of characters, each with whose it is."""

    def __init__(self) -> None:
        self.wedge = Wedge()
        self.rows: list[tuple[int, KeyOrigin]] = []
        self.at = 1000.0
        self._held = 0

    def type(self, gaps: Sequence[float]) -> None:
        """One character after each of these times."""
        for gap in gaps:
            self.at += gap
            self._decide(self.wedge.character(self.at).held)
            self._held += 1

    def enter(self, gap: float) -> KeyOrigin:
        self.at += gap
        judged = self.wedge.ending(self.at)
        self._decide(judged.held)
        return judged.key

    def rest(self, ms: float = NEAR_MS + 1) -> None:
        """Nothing comes for so long, and the program listens."""
        self.at += ms
        self._decide(self.wedge.silence(ms))

    def _decide(self, held: KeyOrigin) -> None:
        if held is not UNCLEAR:
            self.rows.append((self._held, held))
            self._held = 0


@st.composite
def bursts(draw: st.DrawFn) -> list[float]:
    """Gaps of a burst with one pause anywhere."""
    length, pace = draw(st.integers(4, 20)), draw(st.sampled_from(PACES))
    gaps = [500.0, *[pace] * (length - 1)]
    gaps[draw(st.integers(1, length - 1))] = draw(st.floats(pace, LONGEST_PAUSE))
    return gaps


@given(bursts(), st.booleans())
def test_no_burst_with_a_pause_is_torn(gaps: list[float], enter: bool) -> None:  # noqa: FBT001 - drawn
    keyboard = FedKeyboard()
    keyboard.type(gaps)
    if enter:
        keyboard.enter(gaps[-1])
    keyboard.rest()
    assert keyboard.rows in ([(len(gaps), SCAN)], [(len(gaps), PERSON)])


@given(bursts())
def test_a_burst_of_six_and_more_is_known_for_one(gaps: list[float]) -> None:
    assume(len(gaps) >= 6)
    keyboard = FedKeyboard()
    keyboard.type(gaps)
    keyboard.rest()
    assert keyboard.rows == [(len(gaps), SCAN)]


@given(st.lists(st.floats(0, 600), min_size=3, max_size=24), st.booleans())
def test_what_is_judged_as_a_scan_has_nothing_beside_it(gaps: list[float], enter: bool) -> None:  # noqa: FBT001 - drawn
    """Whatever the times: a scan is never judged while a neighbour of it went another way."""
    keyboard = FedKeyboard()
    keyboard.type([500.0, *gaps])
    if enter:
        keyboard.enter(5.0)
    keyboard.rest()
    starts, place = [], 0
    for count, _ in keyboard.rows:
        starts.append(place)
        place += count
    assert place == len(gaps) + 1
    for start, (count, whose), after in zip(
        starts, keyboard.rows, [*keyboard.rows[1:], None], strict=True
    ):
        if whose is not SCAN:
            continue
        assert start == 0 or gaps[start - 1] > PAUSE_MS
        if after is not None and gaps[start + count - 1] <= NEAR_MS:
            assert after[1] is UNSURE  # and what was judged is taken back


@given(
    st.lists(st.floats(-40, 40), min_size=5, max_size=60),
    st.sampled_from([TWELVE_A_SECOND, 100.0, 150.0]),
)
def test_a_hand_at_twelve_keys_a_second_is_never_a_scan(
    unsteady: list[float], apart: float
) -> None:
    keyboard = FedKeyboard()
    pressed = sorted(place * apart + off for place, off in enumerate(unsteady, start=1))
    keyboard.type([after - before for before, after in zip([0.0, *pressed], pressed, strict=False)])
    assert keyboard.enter(TWELVE_A_SECOND) is PERSON
    assert {whose for _, whose in keyboard.rows} == {PERSON}


@given(st.lists(st.floats(SHORT_MS + 1, 500), min_size=3, max_size=40))
def test_what_a_hand_typed_waits_for_three_keys_at_most(gaps: list[float]) -> None:
    keyboard = FedKeyboard()
    keyboard.type([500.0, *gaps])
    assert max(count for count, _ in keyboard.rows) <= 3


def test_one_key_of_a_hand_waits_no_longer_than_a_pause() -> None:
    keyboard = FedKeyboard()
    keyboard.type([500.0])
    keyboard.rest(PAUSE_MS)
    assert keyboard.rows == [(1, PERSON)]


@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_few_keys_that_fall_together_are_no_scan(count: int) -> None:
    keyboard = FedKeyboard()
    keyboard.type([500.0, *[8.0] * (count - 1)])
    assert keyboard.enter(8.0) is PERSON


def test_what_was_typed_long_before_a_burst_is_not_part_of_it() -> None:
    keyboard = FedKeyboard()
    keyboard.type([500.0, NEAR_MS + 1, 8.0, 8.0, 8.0])
    keyboard.enter(8.0)
    assert keyboard.rows == [(1, PERSON), (4, SCAN)]


@pytest.mark.parametrize("gap", [PAUSE_MS + 1, NEAR_MS])
def test_a_burst_near_something_typed_is_to_be_read_again(gap: float) -> None:
    keyboard = FedKeyboard()
    keyboard.type([500.0, 8.0, gap, 8.0, 8.0, 8.0, 8.0])
    assert keyboard.enter(8.0) is SCAN
    assert keyboard.rows == [(2, PERSON), (5, UNSURE)]


@pytest.mark.parametrize("gap", [PAUSE_MS + 1, NEAR_MS])
@pytest.mark.parametrize("count", [1, 3, 8])
def test_what_comes_near_after_a_burst_makes_it_doubtful(gap: float, count: int) -> None:
    keyboard = FedKeyboard()
    keyboard.type([500.0, *[8.0] * 5, gap, *[8.0] * (count - 1)])
    keyboard.rest()
    assert keyboard.rows == [(6, SCAN), (count, UNSURE)]


def test_a_burst_may_pause_as_often_as_it_likes_once_it_is_known() -> None:
    keyboard = FedKeyboard()
    keyboard.type([500.0, *[8.0] * 4, 130.0, 8.0, 130.0, 130.0])
    assert keyboard.enter(130.0) is SCAN
    assert keyboard.rows == [(9, SCAN)]


def test_a_second_enter_of_the_scanner_is_not_an_answer() -> None:
    keyboard = FedKeyboard()
    keyboard.type([500.0, *[8.0] * 8])
    assert [keyboard.enter(8.0) for _ in range(3)] == [SCAN, SCAN, SCAN]


def test_an_enter_of_a_person_after_a_scan_is_the_persons() -> None:
    keyboard = FedKeyboard()
    keyboard.type([500.0, *[8.0] * 8])
    keyboard.enter(8.0)
    assert keyboard.enter(STRAY_MS + 1) is PERSON


def test_an_enter_that_was_late_is_the_scanners() -> None:
    keyboard = FedKeyboard()
    keyboard.type([500.0, *[8.0] * 8])
    keyboard.rest(PAUSE_MS)
    assert keyboard.enter(50.0) is SCAN


def test_a_burst_without_ending_ends_by_silence_once() -> None:
    keyboard = FedKeyboard()
    keyboard.type([500.0, *[8.0] * 8])
    keyboard.rest(PAUSE_MS - 1)
    assert keyboard.rows == []
    keyboard.rest(PAUSE_MS)
    assert (keyboard.rows, keyboard.wedge.waiting) == ([(9, SCAN)], False)


def test_two_bursts_back_to_back_are_two_scans() -> None:
    keyboard = FedKeyboard()
    for gap in (500.0, 4.0):
        keyboard.type([gap, *[4.0] * 8])
        assert keyboard.enter(4.0) is SCAN
    assert keyboard.rows == [(9, SCAN), (9, SCAN)]


def test_what_trails_a_burst_is_never_typed() -> None:
    keyboard = FedKeyboard()
    keyboard.type([500.0, *[8.0] * 8])
    keyboard.enter(4.0)
    keyboard.type([4.0])
    keyboard.rest()
    assert keyboard.rows == [(9, SCAN), (1, SCAN)]


def test_another_key_within_a_burst_belongs_to_it() -> None:
    keyboard = FedKeyboard()
    keyboard.type([500.0, *[8.0] * 7])
    assert keyboard.wedge.other_key(keyboard.at + 8).key is SCAN
    keyboard.type([16.0, *[8.0] * 3])
    keyboard.enter(8.0)
    assert keyboard.rows == [(12, SCAN)]


def test_another_key_after_a_few_characters_is_a_persons() -> None:
    keyboard = FedKeyboard()
    keyboard.type([500.0, 8.0])
    judged = keyboard.wedge.other_key(keyboard.at + 8)
    assert (judged.held, judged.key) == (PERSON, PERSON)


def test_the_pace_of_a_burst_is_told() -> None:
    keyboard = FedKeyboard()
    keyboard.type([500.0, *[12.5] * 8])
    keyboard.enter(12.5)
    assert keyboard.wedge.pace == pytest.approx(12.5)
