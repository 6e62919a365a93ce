"""Fixtures of all tests: no screen is needed, no keyring touched, no warning unseen."""

import gc
import logging
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy.engine import make_url

from sync.server.store.database import RegisterDatabase
from tests.helpers import postgres
from tests.helpers.compiled_statements import share_compiled_statements
from tests.helpers.disks import SmallDisk, folder_in_memory, small_disk
from tests.helpers.log_watch import LogWatch

_KEYS = TemporaryDirectory(prefix="kaikukanta-keys-")
# These stand before anything is imported that reads them; programs that a test starts inherit them.
os.environ["KAIKUKANTA_KEY_FOLDER"] = _KEYS.name
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # or each compiles all of ours again
sys.dont_write_bytecode = False
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
if sys.platform == "linux" and not any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY"))):
    os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"

share_compiled_statements()

_GARBAGE = 50_000
"""New objects until the youngest are looked through: Python begins at 700, for smaller programs."""
_MEMORY = folder_in_memory()
if _MEMORY is not None:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", _MEMORY)  # for tmp_path and its factory

# The suite tries the same few examples each time, so that a red run is the change's doing; what
# nobody thought of yet is sought by --hypothesis-profile=endurance. A busy machine is no fault.
settings.register_profile(
    "suite",
    deadline=None,
    derandomize=True,
    max_examples=40,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "endurance",
    settings.get_profile("suite"),
    derandomize=False,
    max_examples=400,
    stateful_step_count=60,
)
settings.load_profile("suite")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what runs against PostgreSQL: it is known by its parameter."""
    for item in items:
        parameters = getattr(getattr(item, "callspec", None), "params", {})
        is_on_postgresql = parameters.get("database_kind") == "postgresql"
        if is_on_postgresql or "cluster" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.system)


def pytest_collection_finish() -> None:
    """Spare the garbage collector what lives as long as the tests, and let it look less often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_GARBAGE)


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
    if sys.platform == "win32":
        pytest.skip("the tests' PostgreSQL listens on a Unix socket, which Windows does not have")
    if postgres.programs() is None and "CI" not in os.environ:
        pytest.skip("PostgreSQL is not installed; `installer/prepare.py --tests` brings it")
    with postgres.Cluster() as cluster:
        yield cluster


@pytest.fixture
def database_url(
    database_kind: str, copied: Callable[[str], str], request: pytest.FixtureRequest
) -> str:
    """An empty database with the register's schema, of the kind that ``database_kind`` names."""
    return copied(request.getfixturevalue(f"{database_kind}_model"))


@pytest.fixture
def copied(quick_folder: Path, request: pytest.FixtureRequest) -> Iterator[Callable[[str], str]]:
    """Makes a copy of a database that nobody has open: to fill each anew takes its time."""
    with ExitStack() as stack:

        def copy(url: str) -> str:
            name = str(make_url(url).database)
            if postgres.is_postgresql(url):
                cluster: postgres.Cluster = request.getfixturevalue("cluster")
                return stack.enter_context(cluster.database(options=f"TEMPLATE {name}"))
            file = quick_folder / "register.db"
            shutil.copy2(name, file)
            return f"sqlite:///{file}"

        yield copy


@pytest.fixture
def bare_database_url(
    database_kind: str, quick_folder: Path, request: pytest.FixtureRequest
) -> Iterator[str]:
    """A database in which there is nothing at all."""
    if database_kind == "sqlite":
        yield f"sqlite:///{quick_folder / 'register.db'}"
        return
    cluster: postgres.Cluster = request.getfixturevalue("cluster")
    with cluster.database() as url:
        yield url


@pytest.fixture
def quick_folder() -> Iterator[Path]:
    """A folder in memory, where the system has one: no test waits for a disk that it is not about.

    What a disk may do is shown by tests of its own.
    """
    with tempfile.TemporaryDirectory(prefix="register-", dir=_MEMORY) as folder:
        yield Path(folder)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with small_disk(tmp_path / "disk") as made:
        yield made


@pytest.fixture(scope="session")
def sqlite_model(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What every test's empty database on SQLite is a copy of."""
    url = f"sqlite:///{tmp_path_factory.mktemp('model') / 'register.db'}"
    RegisterDatabase.open(url).close()
    return url


@pytest.fixture(scope="session")
def postgresql_model(cluster: postgres.Cluster) -> Iterator[str]:
    """What every test's empty database on PostgreSQL is a copy of."""
    with cluster.database() as url:
        RegisterDatabase.open(url).close()
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database_kind(request: pytest.FixtureRequest) -> str:
    """Both databases, one after the other; ``parametrize`` it to name one."""
    kind: str = request.param
    return kind
