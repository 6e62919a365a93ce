"""``kaikukanta-server`` with its console, as an admin runs it."""

from pathlib import Path

from tests.helpers.visitor import Visitor
from tests.sync.server.program import run, running


def test_the_first_accounts_link_opens_at_the_running_server(tmp_path: Path) -> None:
    db = f"sqlite:///{tmp_path / 'register.db'}"
    with running(db) as (_, url):
        made = run("console-account", "--db", db, "--login", "kaisa@example", "--url", url)
        assert made.returncode == 0, made.stderr
        link = made.stdout.strip()
        with Visitor(url) as visitor:
            assert visitor.open(link.removeprefix(url)).status == 200
            assert visitor.open("/console").path == "/console/sign-in"
            assert visitor.open("/desk/v1/health").status == 200


def test_the_console_can_have_an_address_of_its_own(tmp_path: Path) -> None:
    db = f"sqlite:///{tmp_path / 'register.db'}"
    with running(db, "--console-listen", "127.0.0.1:0") as (server, url):
        assert server.stdout is not None
        at = server.stdout.readline().strip().removeprefix("console on ").removesuffix("/console")
        with Visitor(at) as there, Visitor(url) as here:
            assert there.open("/console/sign-in").status == 200
            assert there.open("/desk/v1/health").status == 404
            assert here.open("/console/sign-in").status == 404
            assert here.open("/desk/v1/health").status == 200
