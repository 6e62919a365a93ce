"""The diagnosis asked for in the window: written beside the counter, with nothing secret in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zipfile import ZipFile

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk_app.bootstrap.application import App
from desk_app.config.paths import Home
from desk_app.config.settings import Settings
from desk_app.messages import Messages
from desk_app.messages.catalogue import catalogue
from desk_app.ui.background.tasks import Tasks
from desk_app.ui.settings.diagnosis import DiagnosisPart
from desk_app.ui.shell.main_window import MainWindow
from desk_app.window.launch import assemble
from tests.helpers.windows import put_away


@contextmanager
def settings_open(qapp: QApplication, folder: Path) -> Iterator[tuple[MainWindow, DiagnosisPart]]:
    """A desk's window at its settings; its secrets are in ``secrets.json``."""
    home = Home(folder / "desk")
    with App.open(home, f"file:{folder / 'secrets.json'}", Messages(catalogue("en"), "en")) as app:
        tasks = Tasks()
        window = assemble(qapp, app, Settings(language="en"), home, tasks)
        window.open_page("settings")
        part = window.findChild(DiagnosisPart)
        assert part is not None
        yield window, part
        window.close()
        tasks.close()
    put_away(window)


def test_the_window_saves_a_diagnosis_without_secrets(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    saved = tmp_path / "diagnosis.zip"
    with settings_open(qapp, tmp_path) as (window, part):
        part.save_to(saved)
        qtbot.waitUntil(lambda: saved.name in window.message._text.text(), timeout=60_000)
    secrets = (tmp_path / "secrets.json").read_text().split('"')[3::4]
    with ZipFile(saved) as bundle:
        names = set(bundle.namelist())
        texts = " ".join(bundle.read(name).decode() for name in names)
    assert {"checks.json", "build.json"} <= names
    assert secrets
    assert not [secret for secret in secrets if secret in texts]


def test_a_file_that_cannot_be_written_is_told(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    with settings_open(qapp, tmp_path) as (window, part):
        part.save_to(tmp_path / "nowhere" / "diagnosis.zip")
        qtbot.waitUntil(lambda: bool(window.message._text.text()), timeout=60_000)
        assert "nowhere" in window.message._text.text()
