"""One desk and one register, at the beginning of a story."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sync.agreement.scene import Scene
from tests.sync.stories.world import Beginning, Run, World, a_run


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    with a_run(tmp_path_factory.mktemp("run")) as run:
        yield run


@pytest.fixture(scope="module")
def beginning(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Beginning:
    """What each scene of a module begins as: to enrol a desk takes longer than most tests."""
    world = World(tmp_path_factory.mktemp("beginning") / "world", run)
    world.begin(desks=1)
    return world.keep()


@pytest.fixture
def scene(run: Run, beginning: Beginning, tmp_path: Path) -> Iterator[Scene]:
    world = World(tmp_path / "world", run)
    yield Scene(world, world.begin_as(beginning))
    world.close()
