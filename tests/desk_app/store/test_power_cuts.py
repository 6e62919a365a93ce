"""Power cuts at any moment of a recording; the long form is a command of its own."""

import random
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.endurance.power_cuts import GONE, acknowledged, record_visits, try_cut

CUTS = 20
VISITS = 12

pytestmark = [
    pytest.mark.system,
    pytest.mark.skipif(
        sys.platform != "linux" or shutil.which("cc") is None,
        reason="the recorder is a library in C that Linux's loader puts before the system's",
    ),
]


@pytest.mark.parametrize("gone", GONE)
def test_whatever_reaches_the_disk_nothing_acknowledged_is_lost_from_either(
    tmp_path: Path, allowed_log: Callable[[str], None], gone: str
) -> None:
    allowed_log("recovery: ")
    recorded = record_visits(tmp_path, VISITS)
    assert len(acknowledged(recorded.events)) == VISITS
    chance = random.Random(1)
    wrong = []
    for _ in range(CUTS):
        moment = chance.randrange(len(recorded.events) + 1)
        wrong += try_cut(recorded, moment, gone, chance, tmp_path / "disk")
    assert wrong == []
