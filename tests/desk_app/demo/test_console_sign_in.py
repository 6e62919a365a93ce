"""The demo's sign-in to the register's console."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from desk_app.demo.console_sign_in import load_console
from sync.server.console import sign_in
from sync.server.console.context import Console
from sync.server.services.central_register import CentralRegister
from tests.helpers.samples import MOMENT


def test_the_sign_in_that_the_banner_tells_opens_the_console(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'register.db'}"
    with closing(CentralRegister.open(url, clock=lambda: MOMENT)) as central:
        facts = load_console(central).banner_facts("http://127.0.0.1:1", MOMENT)
        assert facts["address"] == "http://127.0.0.1:1/console"
        console = Console(central)
        token, failures = sign_in.sign_in(
            console, "here", facts["login"], facts["password"], facts["code"]
        )
        assert (bool(token), failures) == (True, 0)


def test_the_code_changes_with_the_time(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'register.db'}"
    with closing(CentralRegister.open(url)) as central:
        made = load_console(central)
        early, late = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 2, tzinfo=UTC)
        assert made.code(early) != made.code(late)
