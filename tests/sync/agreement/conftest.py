"""One desk and one register, at the beginning of a story."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sync.agreement.scene import Scene
from tests.sync.stories.world import Run, World, a_run


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    with a_run(tmp_path_factory.mktemp("run")) as run:
        yield run


@pytest.fixture
def scene(run: Run, tmp_path: Path) -> Iterator[Scene]:
    world = World(tmp_path / "world", run)
    world.begin(desks=1)
    yield Scene(world, world.desks[0])
    world.close()
