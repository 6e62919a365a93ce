"""The kills in their smallest form; the long one is a command of its own."""

from pathlib import Path

import pytest

from tests.endurance.desk_crashes import ACTIONS, kill

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("action", ACTIONS)
def test_what_was_acknowledged_outlives_its_program(tmp_path: Path, action: str) -> None:
    report = kill(3, tmp_path, seed=1, actions=[action])
    assert report.rounds == {action: 3}
    assert (report.lost, report.damaged, report.wrong) == (0, 0, 0)
    assert action == "migration" or report.idle < 3
