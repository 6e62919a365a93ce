"""``make screenshots``: every page in every language, theme and size, and an HTML index.

A page of the window is included by itself. Other states, such as a verdict, are listed as scenes.
"""

import html
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import product
from pathlib import Path
from typing import TypeVar

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk_app.bootstrap.application import App
from desk_app.config.paths import Home
from desk_app.config.settings import Settings
from desk_app.demo.history import record_history
from desk_app.demo.inside import preferences_of
from desk_app.demo.register import RegisterProcess
from desk_app.messages import Messages
from desk_app.messages.catalogue import catalogue
from desk_app.services.scans import Scan
from desk_app.ui.appearance.offscreen import draw_offscreen
from desk_app.ui.background.tasks import Tasks
from desk_app.ui.context.page import WindowPage
from desk_app.ui.install_first_run import FirstRunController
from desk_app.ui.install_lock import WindowLock
from desk_app.ui.offers.page import OffersPage
from desk_app.ui.paper_forms.grid import CELLS
from desk_app.ui.paper_forms.page import PaperPage
from desk_app.ui.shell.main_window import MainWindow
from desk_app.ui.ticket.page import TicketPage
from desk_app.ui.ticket.recent_visit_list import RecentVisitList, RecentVisitState
from desk_app.ui.widgets.overlays import Overlay
from desk_app.window.launch import assemble
from sync.rules.languages import LANGUAGES
from sync.rules.payloads import parse_payload
from sync.rules.policy import Policy
from sync.rules.visits import EntryMethod

FOLDER = Path("build") / "screenshots"
PICTURES = Path("docs") / "pictures"
"""Here every page of a usual laptop's window is kept in each language, as small files."""
THEMES = ("light", "dark", "contrast")
_STILL_MS = 100
"""For so long a page must look the same: work outside and its layout come in several turns."""
_PATIENCE = 20.0
_COLOURS = 128


@dataclass(frozen=True, slots=True)
class Size:
    """A window's size in pixels, and that of its text."""

    width: int
    height: int
    text: float = 1.0

    def __str__(self) -> str:
        return f"{self.width}x{self.height}" + (
            f"-text{100 * self.text:.0f}" if self.text > 1 else ""
        )


SIZES = (Size(1366, 768), Size(911, 472), Size(1024, 560), Size(1024, 560, 2.0))
"""A usual laptop; one that enlarges everything to 150 %; a small one, and with the largest text.

The smaller ones without what the system's bar and the window's title take.
"""
P = TypeVar("P", bound=WindowPage)
Scene = Callable[["Gallery"], None]


class Gallery:
    """The window over a desk with past visits, themed anew for every screenshot."""

    def __init__(self, window: MainWindow, tasks: Tasks, cards: Mapping[str, str]) -> None:
        self.window = window
        self.cards = cards
        self._tasks = tasks
        self.preferences = preferences_of(window)
        self.home = window.home

    def scenes(self) -> Iterator[tuple[str, Scene]]:
        """Every page as it opens, and what else is worth a look."""
        for page in self.window.pages():
            yield page.topic, _open(page.topic)
        yield from _SCENES

    def hang(self, folder: Path, only: str = "") -> list[Path]:
        """Take all pictures, or those with ``only`` in their name."""
        folder.mkdir(parents=True, exist_ok=True)
        taken = []
        for language, theme, size in product(LANGUAGES, THEMES, SIZES):
            names = {name: f"{name}-{size}-{theme}-{language}.png" for name, _ in self.scenes()}
            wanted = {name: file for name, file in names.items() if only in file}
            if not wanted:
                continue
            self.preferences.change(language=language, theme=theme, text_scale=size.text)
            self.window.resize(size.width, size.height)
            for name, play in self.scenes():
                if name in wanted:
                    self.preferences.change(express=False)
                    self.window.close_help()
                    for overlay in self.window.findChildren(Overlay):
                        self.window.uncover(overlay)
                    play(self)
                    self.wait_until_still()
                    taken.append(folder / wanted[name])
                    picture = self.window.grab().toImage()
                    picture.save(str(taken[-1]))
                    if (theme, size) == ("light", SIZES[0]) and _is_kept(name):
                        write_thumbnail(taken[-1], PICTURES / f"{name}-{language}.png")
        return taken

    def scan(self, card: str) -> None:
        """Scan one of the demo's cards."""
        self.window.handle_scan(Scan(parse_payload(self.cards[card]), EntryMethod.SCANNER))

    def page(self, kind: type[P]) -> P:
        """One of the window's pages, by what it is."""
        return next(page for page in self.window.pages() if isinstance(page, kind))

    def wait_until_still(self) -> None:
        """Wait until all that was asked for is there, and what is seen of it stands still."""
        self._wait_for_results()
        until = time.monotonic() + _PATIENCE
        before, now = QImage(), self.window.grab().toImage()
        while now != before and time.monotonic() < until:
            QTest.qWait(_STILL_MS)
            self._wait_for_results()
            before, now = now, self.window.grab().toImage()

    def _wait_for_results(self) -> None:
        until = time.monotonic() + _PATIENCE
        while not self._tasks.idle and time.monotonic() < until:
            QTest.qWait(2)


def _is_kept(name: str) -> bool:
    return name in _KEPT or "-" not in name


def write_thumbnail(picture: Path, small: Path) -> None:
    """Save a picture with only so many colours as it needs to look the same."""
    with Image.open(picture) as whole:
        whole.convert("RGB").quantize(_COLOURS).save(small, optimize=True)


def _open(topic: str) -> Scene:
    return lambda gallery: gallery.window.open_page(topic)


def _choose_offer(gallery: Gallery) -> None:
    gallery.window.open_page(gallery.home.topic)
    if isinstance(gallery.home, TicketPage):
        gallery.home.choose_offer()


def _open_help(gallery: Gallery) -> None:
    gallery.window.open_page(gallery.home.topic)
    gallery.window.toggle_help()


def _add_offer(gallery: Gallery) -> None:
    page = gallery.page(OffersPage)
    gallery.window.open_page(page.topic)
    page.open_form()


def _key_in(gallery: Gallery) -> None:
    page = gallery.page(PaperPage)
    gallery.window.open_page(page.topic)
    gallery.wait_until_still()
    page.day.setText(f"{datetime.now(Policy().zone):%d.%m.%Y}")
    page.show_part("key_in")
    page.set_default_focus()
    grid = page.paper_entry.grid
    if grid.rowCount() == 1:
        for place, card in enumerate(("family", "valid", "expired", "unknown", "family")):
            grid.setData(grid.index(place, 0), gallery.cards[card])
        grid.setData(grid.index(0, CELLS.index("children")), "2")
    page.paper_entry.table.go_to(4)


def _print_form(gallery: Gallery) -> None:
    page = gallery.page(PaperPage)
    gallery.window.open_page(page.topic)
    page.show_part("print")


def _first_start(step: int) -> Scene:
    def show(gallery: Gallery) -> None:
        controller = gallery.window.findChild(FirstRunController)
        if controller is not None:
            controller.overlay.begin(step)
            gallery.window.cover(controller.overlay)

    return show


def _lock(gallery: Gallery) -> None:
    lock = gallery.window.findChild(WindowLock)
    if lock is not None:
        gallery.window.cover(lock.screen)


def _at_a_fresh_counter(gallery: Gallery) -> TicketPage:
    """The ticket page as if nobody had been there: what other pictures recorded is undone.

    What the register has rejected stays, for the page that shows it.
    """
    page = gallery.page(TicketPage)
    gallery.window.open_page(page.topic)
    for last in page.recent_visits.listed:
        if last.state is RecentVisitState.RECORDED and not last.visit.provisional:
            page.recent_visits.toggle(last.visit.id)
    page.recent_visits.complete()
    gallery.wait_until_still()
    page.recent_visits.listed = RecentVisitList()
    QTest.keyClick(page.number, Qt.Key.Key_Escape)
    return page


def _gather(gallery: Gallery) -> None:
    """A community's worker with clients, and a family that came along."""
    page = _at_a_fresh_counter(gallery)
    QTest.keyClick(page.number, Qt.Key.Key_F6)
    for card, more in (("community", 4), ("other_area", 2)):
        gallery.scan(card)
        gallery.wait_until_still()
        for key in (Qt.Key.Key_Down, *[Qt.Key.Key_Right] * more):
            QTest.keyClick(page.number, key)
        page.go_on()
        gallery.wait_until_still()


def _complete_group(gallery: Gallery) -> None:
    _gather(gallery)
    QTest.keyClick(gallery.page(TicketPage).number, Qt.Key.Key_F6)


def _record_at_scan(gallery: Gallery) -> None:
    _at_a_fresh_counter(gallery)
    gallery.preferences.change(express=True)
    gallery.scan("valid")


def _withdraw_last(gallery: Gallery) -> None:
    """Two earlier visits, one of them taken back."""
    page = _at_a_fresh_counter(gallery)
    for card in ("valid", "one_child"):
        gallery.scan(card)
        gallery.wait_until_still()
        page.go_on()
        gallery.wait_until_still()
    page.recent_visits.toggle(next(iter(page.recent_visits.listed)).visit.id)


_KEPT = ("start-2", "ticket-family", "ticket-express", "ticket-group", "ticket-expired")
"""What is kept beside the pages themselves."""
_SCENES: Sequence[tuple[str, Scene]] = (
    ("help", _open_help),
    ("locked", _lock),
    *((f"start-{step + 1}", _first_start(step)) for step in range(4)),
    ("ticket-offers", _choose_offer),
    ("ticket-family", lambda gallery: gallery.scan("family")),
    ("ticket-expired", lambda gallery: gallery.scan("expired")),
    ("ticket-unknown", lambda gallery: gallery.scan("unknown")),
    ("ticket-group", _gather),
    ("ticket-group-complete", _complete_group),
    ("ticket-express", _record_at_scan),
    ("ticket-taken-back", _withdraw_last),
    ("offers-form", _add_offer),
    ("paper-rows", _key_in),
    ("paper-form", _print_form),
)


def main() -> int:
    """Take the pictures, or those with the given text in their name; 0 when all are there."""
    draw_offscreen()
    qt = QApplication(sys.argv[:1])
    with (
        tempfile.TemporaryDirectory(prefix="kaikuluukku-pictures-") as folder,
        RegisterProcess(Path(folder)) as register,
    ):
        return _run(qt, Path(folder), register)


def _run(qt: QApplication, folder: Path, register: RegisterProcess) -> int:
    home = Home(folder / "desk")
    offer = register.demo.offers["family_show"]
    settings = Settings(language="fi", offer_id=offer)
    with App.open(home, f"file:{folder / 'secrets.json'}", Messages(catalogue("fi"), "fi")) as app:
        register.enrol(app)
        app.sync_once()
        record_history(app, register.demo)
        tasks = Tasks()
        window = assemble(qt, app, settings, home, tasks)
        window.show()
        only = "".join(sys.argv[1:2])
        taken = Gallery(window, tasks, register.demo.cards).hang(FOLDER, only)
        write_index(FOLDER, taken)
        window.close()
        tasks.close()
    print(f"{len(taken)} pictures: {FOLDER / 'index.html'}")  # noqa: T201 - a command's words
    return 0


def write_index(folder: Path, taken: Sequence[Path]) -> None:
    """A page with every picture on it, small; each opens large."""
    figures = "\n".join(
        f'<a href="{html.escape(path.name)}"><img loading="lazy" src="{html.escape(path.name)}" '
        f'alt=""><span>{html.escape(path.stem)}</span></a>'
        for path in sorted(taken)
    )
    (folder / "index.html").write_text(_INDEX.format(figures=figures), encoding="utf-8")


_INDEX = """<!doctype html>
<meta charset="utf-8">
<title>Kaikuluukku</title>
<style>
body {{ font: 15px system-ui, sans-serif; margin: 24px; background: #f3f4f8; color: #161a23; }}
main {{ display: grid; grid-template-columns: repeat(auto-fill, minmax(360px, 1fr)); gap: 20px; }}
a {{ color: inherit; text-decoration: none; }}
img {{ width: 100%; border: 1px solid #dfe2ea; border-radius: 8px; background: #fff; }}
span {{ display: block; padding: 6px 2px; }}
</style>
<main>
{figures}
</main>
"""


if __name__ == "__main__":
    sys.exit(main())
