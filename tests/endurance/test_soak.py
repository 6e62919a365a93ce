"""The soak in its smallest form; the long one is a command of its own."""

from pathlib import Path

import pytest

from tests.endurance.soak import Plan, soak
from tests.helpers.log_watch import LogWatch

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("database", ["sqlite"])
def test_a_short_bad_day_loses_nothing_and_doubles_nothing(
    tmp_path: Path, log_watch: LogWatch, database: str
) -> None:
    log_watch.allow(r"^sync\.")
    plan = Plan(desks=3, visits=90, faults=0.2, kill_every=1.0, database=database)
    report = soak(plan, tmp_path)
    assert (report.lost, report.doubled, report.wrong) == (0, 0, 0)
    assert (report.acknowledged, report.accepted) == (90, 90)
