"""A register with its console over HTTP, and people who are signed in to it."""

from collections.abc import Callable, Iterator

import pytest

from tests.sync.server.console.console_fixture import ConsoleFixture


@pytest.fixture
def database_kind() -> str:
    """One kind of database, but where a test asks for both: what is shown is the same."""
    return "sqlite"


@pytest.fixture
def console(database_url: str) -> Iterator[ConsoleFixture]:
    with ConsoleFixture(database_url) as fixture:
        yield fixture


@pytest.fixture
def quiet(allowed_log: Callable[[str], None]) -> None:
    """For tests of refusals that the server may log."""
    allowed_log(r"^sync\.server")
