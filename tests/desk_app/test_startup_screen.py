"""What the window says and asks when the desk's data is damaged, or no key opens it."""

import os
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton

from desk_app.bootstrap.application import App
from desk_app.config.paths import Home
from desk_app.devices.secrets import FileSecrets
from desk_app.messages import Messages
from desk_app.messages.catalogue import catalogue
from desk_app.services.errors import StoreFullError, StoreKeyError
from desk_app.store.operation_log.segments import log_folder
from desk_app.store.visits.journal import StoredJournal
from desk_app.ui.shell.startup_screen import StartupScreen
from desk_app.window.launch import open_desk
from tests.helpers import programs
from tests.helpers.samples import a_visit

WORDING = Messages(catalogue("en"), "en")
LOOK_EVERY_MS = 20

_CLOSED_AT_ONCE = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desk_app.config.paths import Home
from desk_app.config.machine_policy import MachinePolicy
from desk_app.window.launch import show
qt = QApplication([])
QTimer.singleShot(0, qt.closeAllWindows)
show(qt, Home(Path(sys.argv[1])), sys.argv[2], None, MachinePolicy())
"""


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path / "home")
    App.open(home, secrets_of(home), WORDING).close()
    return home


def secrets_of(home: Home) -> str:
    return f"file:{home.folder.parent / 'secrets.json'}"


@pytest.fixture
def answer(qapp: QApplication) -> Callable[..., list[str]]:
    """Press a button of each box that comes up, in turn; what the boxes said is in the list."""

    def prepare(*buttons: str) -> list[str]:
        texts: list[str] = []
        left = list(buttons)
        timer = QTimer(qapp)

        def press() -> None:
            box = qapp.activeModalWidget()
            if not isinstance(box, QMessageBox):
                return
            texts.append(f"{box.text()} {box.informativeText()}")
            wanted = left.pop(0)
            next(each for each in box.findChildren(QPushButton) if wanted in each.text()).click()
            if not left:
                timer.stop()

        timer.timeout.connect(press)
        timer.start(LOOK_EVERY_MS)
        return texts

    return prepare


def test_a_recovery_is_told_before_the_window_opens(
    home: Home, answer: Callable[..., list[str]], expected_log: Callable[[str], None]
) -> None:
    expected_log("recovery: rebuilt True")
    home.database.write_bytes(bytes(4096) + home.database.read_bytes()[4096:])
    texts = answer("OK")
    open_desk(StartupScreen(WORDING), home, secrets_of(home), WORDING).close()
    assert "0 visits recovered." in texts[0]
    assert "set-aside" in texts[0]


def test_what_is_lost_is_told_with_a_warning_sign(
    home: Home, qapp: QApplication, expected_log: Callable[[str], None]
) -> None:
    expected_log("recovery: .* lost 1")
    expected_log("at least 1 unsent records are missing")
    with App.open(home, secrets_of(home), WORDING) as app:
        StoredJournal(app.opened.database).record(a_visit())
    for kept in (log_folder(home.database), home.folder / "backups"):
        shutil.rmtree(kept)
    home.database.unlink()
    icons: list[QMessageBox.Icon] = []

    def look() -> None:
        box = qapp.activeModalWidget()
        if isinstance(box, QMessageBox):
            icons.append(box.icon())
            box.accept()

    timer = QTimer(qapp)
    timer.timeout.connect(look)
    timer.start(LOOK_EVERY_MS)
    open_desk(StartupScreen(WORDING), home, secrets_of(home), WORDING).close()
    timer.stop()
    assert set(icons) == {QMessageBox.Icon.Warning}


def test_a_file_that_no_key_opens_stays_as_it_is_unless_somebody_wants_to_start_afresh(
    home: Home, answer: Callable[..., list[str]]
) -> None:
    before = home.database.read_bytes()
    (home.folder.parent / "secrets.json").unlink()
    FileSecrets(home.folder.parent / "secrets.json").set("database-key", "cd" * 32)
    texts = answer("Close")
    with pytest.raises(StoreKeyError):
        open_desk(StartupScreen(WORDING), home, secrets_of(home), WORDING)
    assert "the whole file is damaged" in texts[0]
    assert home.database.read_bytes() == before

    texts = answer("Set up again", "OK")
    app = open_desk(StartupScreen(WORDING), home, secrets_of(home), WORDING)
    app.close()
    assert "The old data is kept in" in texts[1]
    assert [old.read_bytes() for old in home.folder.glob("set-aside/*/desk.db")] == [before]


def test_the_view_is_alive_while_the_desk_is_opened_and_says_that_it_mends(
    home: Home,
    qapp: QApplication,
    answer: Callable[..., list[str]],
    expected_log: Callable[[str], None],
) -> None:
    expected_log("recovery: rebuilt True")
    home.database.write_bytes(bytes(4096) + home.database.read_bytes()[4096:])
    opening = StartupScreen(WORDING)
    opening.show()
    texts = [words(opening)]  # on a busy machine the mending may begin before the first turn
    watched = QTimer(qapp, interval=0)
    watched.timeout.connect(lambda: texts.append(words(opening)))
    watched.start()
    answer("OK")
    open_desk(opening, home, secrets_of(home), WORDING).close()
    watched.stop()
    opening.leave()
    assert list(dict.fromkeys(texts))[:2] == [
        "Kaikuluukku Opening the ticket desk…",
        "Kaikuluukku Repairing damaged data. Please wait: this can take a few minutes.",
    ]
    assert len(texts) > len(set(texts))


@pytest.mark.usefixtures("qapp")
def test_the_work_is_done_on_another_thread_and_its_trouble_comes_here() -> None:
    opening = StartupScreen(WORDING)
    here = threading.get_ident()
    assert opening.wait_for(threading.get_ident) != here
    with pytest.raises(StoreFullError):
        opening.wait_for(full)
    opening.leave()


def test_a_user_who_closes_the_view_gets_no_window(
    home: Home,
) -> None:
    ended = programs.run(
        *("-c", _CLOSED_AT_ONCE, str(home.folder), secrets_of(home)),
        loads=programs.WINDOW,
        environment=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    assert ended.returncode == 0, ended.stderr


def full() -> None:
    raise StoreFullError(path="desk.db")


def words(opening: StartupScreen) -> str:
    """What can be read in the view."""
    return " ".join(label.text() for label in opening.findChildren(QLabel) if label.text())
