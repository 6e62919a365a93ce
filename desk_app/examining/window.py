"""The window, built over an empty desk and drawn on no screen."""

import sys
import tempfile
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from desk_app.app import App
from desk_app.paths import Home
from desk_app.settings import Settings
from desk_app.ui.main_window import MainWindow
from desk_app.ui.tasks import Tasks
from desk_app.ui.unseen import draw_unseen
from desk_app.window import assemble
from desk_app.wording import LANGUAGES, Wording
from desk_app.wording.catalogue import catalogue

_EVERY = 7
"""Pixels from one that is looked at to the next."""


def draw_every_page() -> int:
    """How many pictures came out: each page in each language. Raises what a page raises."""
    draw_unseen()
    qt = QApplication.instance()
    if not isinstance(qt, QApplication):
        qt = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory(prefix="kaikuluukku-") as folder:
        home = Home(Path(folder))
        chosen = [Settings.model_validate({"language": language}) for language in LANGUAGES]
        return sum(_draw(qt, home, settings) for settings in chosen)


def _draw(qt: QApplication, home: Home, settings: Settings) -> int:
    wording = Wording(catalogue(settings.language), settings.language)
    with App.open(home, f"file:{home.folder / 'secrets.json'}", wording) as app:
        tasks = Tasks()
        window = assemble(qt, app, settings, home, tasks)
        window.show()
        try:
            for page in window.pages():
                _see(qt, window, page.topic)
            return len(window.pages())
        finally:
            window.close()
            tasks.close()
            qt.processEvents()


def _see(qt: QApplication, window: MainWindow, topic: str) -> None:
    window.open_page(topic)
    qt.processEvents()
    if _is_blank(window.grab().toImage()):
        raise RuntimeError(f"the page {topic} draws nothing")


def _is_blank(image: QImage) -> bool:
    row = image.height() // 2
    return len({image.pixel(x, row) for x in range(0, image.width(), _EVERY)}) < 2
