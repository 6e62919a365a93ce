"""A clock is set, dies, sleeps and lies, in any order; see :mod:`tests.desk_app.clock.machine`.

The suite tells a few stories. Hundreds, and longer ones:
``python -m pytest tests/desk_app/clock/test_states.py --hypothesis-profile=endurance --timeout=0``.
"""

from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.desk_app.clock.machine import ClockMachine
from tests.helpers.log_watch import LogWatch

pytestmark = pytest.mark.slow

FEW = settings(
    max_examples=15,
    stateful_step_count=20,
    phases=set(Phase) - {Phase.shrink},  # that is for who has the time
)
STORIES = settings() if settings.get_current_profile_name() == "endurance" else FEW


def test_whatever_the_clock_says_every_visit_has_its_day_or_is_marked(
    tmp_path: Path, log_watch: LogWatch
) -> None:
    log_watch.allow(
        r"^desk_app\.services\."
    )  # jumps are warned of, and they are what this is about
    stories = count(1)

    class Story(ClockMachine):
        def __init__(self) -> None:
            super().__init__(tmp_path / f"desk{next(stories)}")

    run_state_machine_as_test(
        Story,
        settings=settings(STORIES, deadline=None, suppress_health_check=list(HealthCheck)),
    )
