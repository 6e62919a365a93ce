"""Checks that the window is drawn offscreen over an empty desk, and that it prints."""

import sys
import tempfile
import time
from itertools import product
from pathlib import Path

from PySide6.QtCore import QCollator, QLibraryInfo, QLocale, QPluginLoader
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from desk_app.bootstrap.application import App
from desk_app.config.paths import Home
from desk_app.config.settings import Settings
from desk_app.messages import Messages
from desk_app.messages.catalogue import catalogue
from desk_app.ui.appearance.offscreen import draw_offscreen
from desk_app.ui.background.tasks import Tasks
from desk_app.ui.paper_forms.form_layout import paper_form
from desk_app.ui.paper_forms.form_painter import write_pdf
from desk_app.ui.shell.main_window import MainWindow
from desk_app.window.launch import assemble
from sync.rules.languages import LANGUAGES
from sync.rules.policy import Policy

_EVERY = 7
"""Pixels from one that is looked at to the next."""
_PATIENCE = 10.0
"""Seconds for a page to come into sight."""
_CANCEL = QDialogButtonBox.StandardButton.Cancel
_CANCEL_TEXTS = {"fi": "Peru", "sv": "Avbryt", "en": "Cancel"}
"""Texts of the buttons of Qt's own dialogs, or their beginnings."""
_ORDER = {"fi": "azåäö", "sv": "azåäö", "en": "aåäöz"}
_FONT = b"/FontFile"


def draw_every_page() -> int:
    """Draw each page in each language; returns their number. Raises what a page raises."""
    draw_offscreen()
    qt = QApplication.instance()
    if not isinstance(qt, QApplication):
        qt = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory(prefix="kaikuluukku-") as folder:
        home = Home(Path(folder))
        chosen = [Settings.model_validate({"language": language}) for language in LANGUAGES]
        return sum(_draw(qt, home, settings) for settings in chosen)


def load_plugins() -> int:
    """Load Qt's plugins; returns the number of those that find all that they need.

    Only a package is so asked: an environment of pip's has many that nothing ever calls.
    """
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    found = [path for path in folder.rglob("*") if path.suffix in {".so", ".dll", ".dylib"}]
    for plugin in map(QPluginLoader, map(str, found)):
        if not plugin.load():
            raise RuntimeError(plugin.errorString())
    return len(found)


def _draw(qt: QApplication, home: Home, settings: Settings) -> int:
    messages = Messages(catalogue(settings.language), settings.language)
    with App.open(home, f"file:{home.folder / 'secrets.json'}", messages) as app:
        tasks = Tasks()
        window = assemble(qt, app, settings, home, tasks)
        window.show()
        try:
            for page in window.pages():
                _see(qt, window, page.topic)
            _check_qt_texts(settings.language)
            _print(messages, home.folder / "sheet.pdf")
            return len(window.pages())
        finally:
            window.close()
            tasks.close()
            qt.processEvents()


def _see(qt: QApplication, window: MainWindow, topic: str) -> None:
    """The page alone is looked at: the rail beside it always draws something."""
    window.open_page(topic)
    until = time.monotonic() + _PATIENCE
    while not _is_in_sight(window, topic):
        if time.monotonic() > until:
            raise RuntimeError(f"the page {topic} does not come into sight")
        qt.processEvents()
        _clear_front(window)
    page = window.page()
    if page is None or _is_blank(page.grab().toImage()):
        raise RuntimeError(f"the page {topic} draws nothing")


def _is_in_sight(window: MainWindow, topic: str) -> bool:
    """Whether the page fills its place. It is built when it is opened, and laid out later."""
    page = window.page()
    if page is None or page.topic != topic or not page.isVisible():
        return False
    place = page.parentWidget()
    return place is not None and page.size() == place.size()


def _clear_front(window: MainWindow) -> None:
    """The first start comes in front of a desk that is empty, once that is known."""
    front = window.overlays.front
    if front is None or not front.isVisible():
        return
    if _is_blank(front.grab().toImage()):
        raise RuntimeError(f"{front.title()} draws nothing")
    window.uncover(front)


def _is_blank(image: QImage) -> bool:
    spots = product(range(0, image.width(), _EVERY), range(0, image.height(), _EVERY))
    colours = (image.pixel(x, y) for x, y in spots)
    first = next(colours, None)
    return all(colour == first for colour in colours)


def _check_qt_texts(language: str) -> None:
    """Check that Qt's own dialogs have the language, and sort by its letters where they can."""
    buttons = QDialogButtonBox(_CANCEL)
    text = buttons.button(_CANCEL).text().replace("&", "")
    if not text.startswith(_CANCEL_TEXTS[language]):
        raise RuntimeError(f"Qt says {text} in {language}")
    order = "".join(sorted("öäåza", key=QCollator(QLocale()).sortKey))
    if sys.platform == "linux" and order != _ORDER[language]:
        raise RuntimeError(f"letters are sorted as {order} in {language}")


def _print(messages: Messages, path: Path) -> None:
    write_pdf(paper_form(messages, "Espoo", None, None, Policy().zone), str(path))
    if _FONT not in path.read_bytes():
        raise RuntimeError("a PDF holds no font")
