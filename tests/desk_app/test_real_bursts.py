"""A scanner and a person at the real window, with true times between the keys."""

import random
from pathlib import Path

from tests.benchmarks.bursts import Typed, outcome, run
from tests.helpers.desktop import ON_A_SCREEN

pytestmark = ON_A_SCREEN


def test_no_scan_is_judged_in_part_and_no_hand_is_a_scanner(tmp_path: Path) -> None:
    chance = random.Random(5)
    scans = [Typed.burst(chance) for _ in range(12)]
    lines = [Typed.by_hand(chance) for _ in range(4)]
    done = run(tmp_path, scans + lines, windows=1)
    took = {typed: outcome(typed, result) for typed, result in done}
    assert {took[scan] for scan in scans} <= {"whole", "again"}
    assert {took[line] for line in lines} == {"by_hand"}


def test_two_digits_a_pause_and_the_rest_are_one_card(tmp_path: Path) -> None:
    gaps = (0.0, 5.0, 60.0, 5.0, 5.0, 5.0, 5.0, 5.0)
    ((typed, result),) = run(tmp_path, [Typed("20260001", gaps, ending=False)], windows=1)
    assert outcome(typed, result) == "whole"
