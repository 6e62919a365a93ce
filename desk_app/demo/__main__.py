"""``make demo``: builds the temporary system, and opens its window or runs the tour."""

import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication

from desk_app.bootstrap.application import App
from desk_app.cli.exit_status import ExitStatus
from desk_app.config.logs import log_to_file
from desk_app.config.paths import Home
from desk_app.config.settings import Settings
from desk_app.demo.inside import preferences_of
from desk_app.demo.register import RegisterProcess
from desk_app.demo.tour import Tour, TourError
from desk_app.devices.camera import camera
from desk_app.messages import Messages
from desk_app.messages.catalogue import catalogue
from desk_app.ui.appearance.offscreen import draw_offscreen
from desk_app.ui.background.tasks import Tasks
from desk_app.ui.shell.main_window import MainWindow
from desk_app.window.launch import assemble, has_display

_CODES_CHANGE = 5_000
"""Milliseconds after which the banner looks for another one-time code."""
PICTURES = Path("build") / "demo"


def main() -> int:
    """Run the demo; 0 when it was closed, or when the tour saw all that it should."""
    touring = not has_display()
    if touring:
        draw_offscreen()
    print("Cards to print and to scan: make cards", flush=True)  # noqa: T201 - a command's words
    qt = QApplication(sys.argv[:1])
    with (
        tempfile.TemporaryDirectory(prefix="kaikuluukku-demo-") as folder,
        RegisterProcess(Path(folder)) as register,
    ):
        return _run(qt, Path(folder), register, touring=touring)


def _run(qt: QApplication, folder: Path, register: RegisterProcess, *, touring: bool) -> int:
    home = Home(folder / "desk")
    log_to_file(home.log)
    settings = Settings(language="en") if touring else Settings()
    messages = Messages(catalogue(settings.language), settings.language)
    with App.open(home, f"file:{folder / 'secrets.json'}", messages) as app:
        register.enrol(app)
        tasks = Tasks()
        camera_device = camera()
        window = assemble(qt, app, settings, home, tasks, camera_device=camera_device)
        _show_banner(window, register)
        try:
            if touring:
                return _tour(window, app, register)
            window.show()
            return qt.exec()
        finally:
            window.close()
            camera_device.close()
            tasks.close()


def _tour(window: MainWindow, app: App, register: RegisterProcess) -> int:
    print("No display: the demo does the main job by itself.", flush=True)  # noqa: T201 - a command's words
    try:
        Tour(window, app, register, PICTURES).run()
    except TourError as unseen:
        print(f"The demo failed: {unseen}", file=sys.stderr)  # noqa: T201 - a command's words
        return ExitStatus.BUG
    print(f"Pictures of every step: {PICTURES}", flush=True)  # noqa: T201 - a command's words
    return ExitStatus.DONE


def _show_banner(window: MainWindow, register: RegisterProcess) -> None:
    """A few cards to try, in whatever language is spoken."""

    def show() -> None:
        cards = register.demo.cards
        text = QCoreApplication.translate(
            "Demo",
            "Demo. Try {family} (3 children), {community} (community), {expired} (expired), "
            "{unknown} (not in the register).",
        )
        console = QCoreApplication.translate(
            "Demo",
            "The register's console: {address} (login {login}, password {password}, "
            "one-time code {code}).",
        )
        facts = register.console.banner_facts(register.url, datetime.now(UTC))
        window.banner.show_text(f"{text.format_map(cards)} {console.format_map(facts)}")

    def follow() -> None:
        if not window.banner.isHidden():  # it was not put away
            show()

    show()
    codes = QTimer(window)
    codes.timeout.connect(follow)
    codes.start(_CODES_CHANGE)
    preferences_of(window).changed.connect(follow)


if __name__ == "__main__":
    sys.exit(main())
