"""The machine's clocks, as this system has them."""

import shutil
import subprocess
import sys
import time

import pytest

from desk_app.devices.clock import SystemClock, TimeOrderedIds

FAKETIME = shutil.which("faketime")
needs_faketime = pytest.mark.skipif(
    FAKETIME is None, reason="faketime is for Linux; `installer/prepare.py --tests` brings it"
)


def under(clock: str, program: str) -> str:
    ended = subprocess.run(
        [str(FAKETIME), "-f", clock, sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return ended.stdout.strip()


def test_the_steady_clock_goes_on() -> None:
    clock = SystemClock()
    before = clock.steady()
    time.sleep(0.05)
    assert 0.03 < clock.steady() - before < 60


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux names a start of the machine")
def test_the_machines_start_has_one_name() -> None:
    assert SystemClock().boot() == SystemClock().boot() is not None


@needs_faketime
@pytest.mark.parametrize("clock", ["-58d", "+40d", "@2020-01-01 12:00:00"])
def test_a_program_with_a_false_time_of_its_own_is_a_run_of_its_own(clock: str) -> None:
    program = "from desk_app.devices.clock import SystemClock as C; print(C().boot())"
    assert under(clock, program) == "None"


@needs_faketime
def test_names_are_made_where_the_clock_stands_before_1970() -> None:
    program = (
        "from desk_app.devices.clock import TimeOrderedIds as I; i = I(); print(i.new() != i.new())"
    )
    assert under("@1969-06-01 12:00:00", program) == "True"


def test_names_sort_by_the_time_at_which_they_were_made() -> None:
    ids = TimeOrderedIds()
    first = ids.new()
    time.sleep(0.005)
    assert first < ids.new()
