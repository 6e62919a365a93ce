"""A register with its console over HTTP, and people who are signed in to it."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from tests.helpers.browser import a_browser
from tests.helpers.postgres import Cluster
from tests.sync.server.console.card_film import write_film
from tests.sync.server.console.console_fixture import ConsoleFixture


@pytest.fixture
def database_kind() -> str:
    """One kind of database, but where a test asks for both: what is shown is the same."""
    return "sqlite"


@pytest.fixture(scope="session")
def sqlite_console(tmp_path_factory: pytest.TempPathFactory) -> ConsoleFixture:
    """What every test's console on SQLite is a copy of."""
    fixture = ConsoleFixture(f"sqlite:///{tmp_path_factory.mktemp('filled') / 'register.db'}")
    fixture.central.close()
    return fixture


@pytest.fixture(scope="session")
def postgresql_console(cluster: Cluster) -> Iterator[ConsoleFixture]:
    """What every test's console on PostgreSQL is a copy of."""
    with cluster.database() as url:
        fixture = ConsoleFixture(url)
        fixture.central.close()
        yield fixture


@pytest.fixture
def console(
    database_kind: str, copied: Callable[[str], str], request: pytest.FixtureRequest
) -> Iterator[ConsoleFixture]:
    model: ConsoleFixture = request.getfixturevalue(f"{database_kind}_console")
    with ConsoleFixture(copied(model.url), model=model) as fixture:
        yield fixture


@pytest.fixture
def quiet(allowed_log: Callable[[str], None]) -> None:
    """For tests of refusals that the server may log."""
    allowed_log(r"^sync\.server")


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """The browser of a computer whose camera shows a card: its start is seconds of computing."""
    film = tmp_path_factory.mktemp("film") / "card.y4m"
    write_film(film)
    options = (
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        f"--use-file-for-fake-video-capture={film}",
    )
    with a_browser(*options) as browser:
        yield browser
