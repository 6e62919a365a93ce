"""A register for every test, on SQLite and on PostgreSQL."""

from collections.abc import Callable, Iterator
from contextlib import closing

import pytest

from tests.helpers.postgres import Cluster
from tests.helpers.register import LiveRegister
from tests.sync.server.caller import DeskCaller
from tests.sync.server.register_fixture import RegisterFixture


@pytest.fixture(scope="session")
def sqlite_register(tmp_path_factory: pytest.TempPathFactory) -> RegisterFixture:
    """What every test's register on SQLite is a copy of."""
    fixture = RegisterFixture(f"sqlite:///{tmp_path_factory.mktemp('filled') / 'register.db'}")
    fixture.central.close()
    return fixture


@pytest.fixture(scope="session")
def postgresql_register(cluster: Cluster) -> Iterator[RegisterFixture]:
    """What every test's register on PostgreSQL is a copy of."""
    with cluster.database() as url:
        fixture = RegisterFixture(url)
        fixture.central.close()
        yield fixture


@pytest.fixture
def fixture(
    database_kind: str, copied: Callable[[str], str], request: pytest.FixtureRequest
) -> Iterator[RegisterFixture]:
    model: RegisterFixture = request.getfixturevalue(f"{database_kind}_register")
    fixture = RegisterFixture(copied(model.url), model)
    with closing(fixture.central):
        yield fixture


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def lasting_database_url(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """One database on each kind, for all tests of a module."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path_factory.mktemp('lasting') / 'register.db'}"
    else:
        cluster: Cluster = request.getfixturevalue("cluster")
        with cluster.database() as url:
            yield url


@pytest.fixture
def register(database_url: str) -> Iterator[LiveRegister]:
    with LiveRegister(database_url=database_url) as register:
        yield register


@pytest.fixture
def caller(register: LiveRegister) -> Iterator[DeskCaller]:
    caller = DeskCaller(register)
    with closing(caller.session):
        yield caller
