"""Work in a process beside: it comes back, also after the process was ended, and ends with us."""

import os
import signal
import subprocess
import sys

import pytest

from sync.server.console import background_process
from sync.server.console.background_process import BackgroundProcess
from sync.server.store.console_tables import Role
from tests.sync.server.console.console_fixture import ConsoleFixture

pytestmark = pytest.mark.slow  # starting a process takes a second
_HELD = """
import os, sys, time
from sync.server.console import background_process
from sync.server.console.background_process import BackgroundProcess
if __name__ == "__main__":
    background_process._SECONDS = 60.0
    print(BackgroundProcess(own_process=True).run(os.getpid), flush=True)
    time.sleep(60)
"""


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page does not wait as long as a busy machine may need to start a process."""
    monkeypatch.setattr(background_process, "_SECONDS", 60.0)


def test_work_is_done_in_another_process_also_after_that_was_ended() -> None:
    background = BackgroundProcess(own_process=True)
    first = background.run(os.getpid)
    os.kill(first, signal.SIGTERM)
    second = background.run(os.getpid)
    assert len({os.getpid(), first, second}) == 3


def test_an_error_of_the_work_comes_back() -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        BackgroundProcess(own_process=True).run(int, "x")


def test_the_process_ends_with_the_server_even_if_that_is_killed() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _HELD], stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        assert int(server.stdout.readline()) != server.pid
        server.kill()
        assert server.stdout.read() == ""  # ends once the process beside lets go of it, too


def test_figures_are_the_same_from_another_process(console: ConsoleFixture) -> None:
    visitor = console.signed_in(Role.NATIONAL)
    paths = ["/figures", "/figures/export/csv", "/figures/export/pdf"]
    before = [visitor.open(path).response.content for path in paths]
    console.app.background = BackgroundProcess(own_process=True)
    console.app.prepare()
    assert [visitor.open(path).response.content for path in paths] == before
