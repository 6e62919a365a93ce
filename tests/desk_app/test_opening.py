"""What the window says and asks when the desk's data is damaged, or no key opens it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from desk_app.app import App
from desk_app.devices.secrets import FileSecrets
from desk_app.paths import Home
from desk_app.services.errors import StoreKeyError
from desk_app.window import open_desk
from desk_app.wording import Wording
from desk_app.wording.catalogue import catalogue

WORDING = Wording(catalogue("en"), "en")
LOOK_EVERY_MS = 20


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
        said: list[str] = []
        left = list(buttons)
        timer = QTimer(qapp)

        def press() -> None:
            box = qapp.activeModalWidget()
            if not isinstance(box, QMessageBox):
                return
            said.append(f"{box.text()} {box.informativeText()}")
            wanted = left.pop(0)
            next(each for each in box.findChildren(QPushButton) if wanted in each.text()).click()
            if not left:
                timer.stop()

        timer.timeout.connect(press)
        timer.start(LOOK_EVERY_MS)
        return said

    return prepare


def test_a_rescue_is_told_before_the_window_opens(
    home: Home, answer: Callable[..., list[str]]
) -> None:
    home.database.write_bytes(bytes(4096) + home.database.read_bytes()[4096:])
    said = answer("OK")
    open_desk(home, secrets_of(home), WORDING).close()
    assert "0 visits saved." in said[0]
    assert "set-aside" in said[0]


def test_a_file_that_no_key_opens_stays_as_it_is_unless_somebody_wants_to_start_afresh(
    home: Home, answer: Callable[..., list[str]]
) -> None:
    before = home.database.read_bytes()
    (home.folder.parent / "secrets.json").unlink()
    FileSecrets(home.folder.parent / "secrets.json").set("database-key", "cd" * 32)
    said = answer("Close")
    with pytest.raises(StoreKeyError):
        open_desk(home, secrets_of(home), WORDING)
    assert "damaged from end to end" in said[0]
    assert home.database.read_bytes() == before

    said = answer("Start afresh", "OK")
    app = open_desk(home, secrets_of(home), WORDING)
    app.close()
    assert "The old data is kept in" in said[1]
    assert [old.read_bytes() for old in home.folder.glob("set-aside/*/desk.db")] == [before]
