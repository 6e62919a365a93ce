"""Record, void, crash, restore, clone, move, poison, in any order; see :mod:`tests.sync.stories`.

The suite tries a few stories. Hundreds, and longer ones:
``python -m pytest tests/sync/test_states.py --hypothesis-profile=endurance --timeout=0``.
"""

from contextlib import ExitStack
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.helpers.log_watch import LogWatch
from tests.helpers.postgres import Cluster
from tests.sync.stories.machine import TwoEnds
from tests.sync.stories.world import World, a_run

pytestmark = pytest.mark.slow

FEW = settings(
    max_examples=2,
    stateful_step_count=15,
    phases=set(Phase) - {Phase.shrink},  # that is for who has the time
)
STORIES = settings() if settings.get_current_profile_name() == "endurance" else FEW
WARNED_OF = r"^(sync|desk_app)\."
"""Bad connections are warned of, and they are what this test is about."""


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_whatever_happens_each_visit_arrives_once_and_both_ends_agree_again(
    quick_folder: Path, log_watch: LogWatch, request: pytest.FixtureRequest, kind: str
) -> None:
    log_watch.allow(WARNED_OF)
    stories = count(1)
    with ExitStack() as stack:
        urls = []
        if kind == "postgresql":
            cluster: Cluster = request.getfixturevalue("cluster")
            urls = [stack.enter_context(cluster.database()) for _ in range(2)]
        run = stack.enter_context(a_run(quick_folder, urls))

        class Story(TwoEnds):
            def __init__(self) -> None:
                super().__init__(World(quick_folder / f"story{next(stories)}", run))

        run_state_machine_as_test(
            Story,
            settings=settings(STORIES, deadline=None, suppress_health_check=list(HealthCheck)),
        )
