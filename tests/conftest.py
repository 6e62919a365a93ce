"""What holds for every test: no screen needed, no keyring touched, no warning unseen."""

import logging
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.helpers import postgres
from tests.helpers.log_watch import LogWatch

# Both stand before anything is imported that reads them; programs that a test starts inherit them.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
if sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys():
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("endurance", max_examples=400, stateful_step_count=60)


@pytest.fixture(autouse=True)
def log_watch() -> Iterator[LogWatch]:
    """Fail the test whose program warned of something that the test does not expect."""
    watch = LogWatch()
    loggers = [logging.getLogger(name) for name in ("desk_app", "sync")]
    for logger in loggers:
        logger.addHandler(watch)
    yield watch
    for logger in loggers:
        logger.removeHandler(watch)
    if complaints := watch.complaints():
        pytest.fail("\n".join(complaints), pytrace=False)


@pytest.fixture
def expected_log(log_watch: LogWatch) -> Callable[[str], None]:
    """Tell the watch what this test makes the program warn of: ``expected_log(r"pattern")``."""
    return log_watch.expect


@pytest.fixture
def allowed_log(log_watch: LogWatch) -> Callable[[str], None]:
    """Tell the watch what the program may warn of by chance: ``allowed_log(r"pattern")``."""
    return log_watch.allow


@pytest.fixture(scope="session")
def cluster() -> Iterator[postgres.Cluster]:
    """A PostgreSQL of this test process's own; it is started for the first test that asks."""
    if postgres.programs() is None and "CI" not in os.environ:
        pytest.skip("PostgreSQL is not installed; `installer/prepare.py --tests` brings it")
    with postgres.Cluster() as cluster:
        yield cluster


@pytest.fixture
def database_url(database_kind: str, request: pytest.FixtureRequest) -> Iterator[str]:
    """An empty database of the register's, of the kind that ``database_kind`` names."""
    if database_kind == "sqlite":
        tmp_path: Path = request.getfixturevalue("tmp_path")
        yield f"sqlite:///{tmp_path / 'register.db'}"
        return
    cluster: postgres.Cluster = request.getfixturevalue("cluster")
    with cluster.database() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database_kind(request: pytest.FixtureRequest) -> str:
    """Both databases, one after the other; ``parametrize`` it to name one."""
    kind: str = request.param
    return kind
