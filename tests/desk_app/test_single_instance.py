"""One desk, one window: real programs beside each other, and one that is killed."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import DEVNULL

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desk_app.ui.shell.single_instance import SingleInstance, activate_first, bring_to_front
from tests.helpers import programs
from tests.helpers.desktop import until
from tests.helpers.programs import WINDOW, Started

LONGEST = 60
Start = Callable[[str], Started]

_SECOND_START = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desk_app.ui.shell.single_instance import activate_first
qt = QCoreApplication([])
sys.exit(not activate_first(Path(sys.argv[1]), longest_ms=60_000))
"""


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts the program on a home of the given name, off screen."""
    running: list[Started] = []

    def start_it(home: str) -> Started:
        desk = ("--home", str(tmp_path / home), "--secrets", f"file:{tmp_path / home}.json")
        off_screen = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
        running.append(
            programs.start("-m", "desk_app", *desk, loads=WINDOW, environment=off_screen)
        )
        return running[-1]

    yield start_it
    for each in running:
        each.kill()
        each.communicate()


def second_start(home: Path) -> Started:
    """Rings at a home's window, from another program."""
    command = ("-c", _SECOND_START, str(home))
    return programs.start(*command, loads=WINDOW, stdout=DEVNULL, stderr=DEVNULL)


def answers(home: Path) -> None:
    """Wait until the window of a home is there to answer."""
    until(lambda: activate_first(home), "the window")


@pytest.mark.usefixtures("qapp")
def test_a_second_start_ends_well_and_leaves_the_first_window_open(
    start: Start, tmp_path: Path
) -> None:
    both = [start("home"), start("home")]
    answers(tmp_path / "home")

    until(lambda: [each.poll() for each in both].count(None) == 1, "the second to end")
    assert {each.poll() for each in both} - {None} == {0}


@pytest.mark.usefixtures("qapp")
def test_after_a_kill_the_next_start_opens_a_window_of_its_own(
    start: Start, tmp_path: Path
) -> None:
    first = start("home")
    answers(tmp_path / "home")
    first.kill()
    first.communicate()
    assert not activate_first(tmp_path / "home")
    second = start("home")
    answers(tmp_path / "home")
    assert second.poll() is None


@pytest.mark.usefixtures("qapp")
def test_two_homes_are_two_desks(start: Start, tmp_path: Path) -> None:
    both = [start("one"), start("two")]
    answers(tmp_path / "one")
    answers(tmp_path / "two")
    assert [each.poll() for each in both] == [None, None]


def test_a_window_in_the_task_bar_comes_forward_when_somebody_rings(
    tmp_path: Path, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.showMinimized()
    instance = SingleInstance(tmp_path)
    instance.activated.connect(lambda token: bring_to_front(window, token))
    second = second_start(tmp_path)
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=LONGEST * 1000)
    instance.close()

    assert second.returncode == 0
    assert window.isVisible()
    assert not window.isMinimized()


def test_a_home_has_one_bell_however_its_path_is_written(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "home")
    instance = SingleInstance(tmp_path / "home")
    second = second_start(tmp_path / "link")
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=LONGEST * 1000)
    instance.close()
    assert second.returncode == 0


@pytest.mark.usefixtures("qapp")
@pytest.mark.skipif(os.name != "posix", reason="Windows has no modes")
def test_the_channels_name_is_new_at_each_start_and_readable_by_its_user_alone(
    tmp_path: Path,
) -> None:
    names = []
    for _ in range(2):
        instance = SingleInstance(tmp_path)
        written = tmp_path / "window.channel"
        names.append(written.read_text(encoding="ascii"))
        instance.close()
    assert names[0] != names[1]
    assert written.stat().st_mode & 0o777 == 0o600


@pytest.mark.usefixtures("qapp")
def test_a_name_that_is_none_of_ours_is_not_rung_at(tmp_path: Path) -> None:
    (tmp_path / "window.channel").write_text("/run/somebody-elses.socket", encoding="ascii")
    assert not activate_first(tmp_path)
