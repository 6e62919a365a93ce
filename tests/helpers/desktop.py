"""A desktop of the test's own: a screen that nobody sees, a D-Bus session, the program on it."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import IO, Self

import pytest

from tests.helpers import programs
from tests.helpers.xtest import XTestKeyboard

_PROGRAMS = ("Xvfb", "dbus-daemon", "xdotool")
_LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
_GOODBYE = 20.0
LONGEST = 90.0
"""Seconds: a loaded machine takes its time."""
_BETWEEN_LOOKS = 0.3
"""Seconds: a look over the screen by AT-SPI is hundreds of questions, and each is work."""


def missing_programs() -> list[str]:
    """What a machine lacks for a desktop of the test's own."""
    missing = [name for name in _PROGRAMS if shutil.which(name) is None]
    return missing if _LAUNCHER.exists() else [*missing, "at-spi2-core"]


ON_A_SCREEN = [
    pytest.mark.system,
    pytest.mark.skipif(sys.platform != "linux", reason="Xvfb, XTest and AT-SPI are Linux's own"),
    pytest.mark.skipif(
        "CI" not in os.environ and bool(missing_programs()),  # in CI a missing one has to fail
        reason="no screen to test on here; `python3 installer/prepare.py --tests` brings it",
    ),
]
"""The marks of tests on a desktop."""


def until(seen: Callable[[], bool], what: str) -> None:
    """Wait until something is so. Raises ``AssertionError`` when it takes too long."""
    pause, over = threading.Event(), monotonic() + LONGEST
    while not seen():
        assert monotonic() < over, f"in vain waited for {what}"
        pause.wait(_BETWEEN_LOOKS)


class Desktop:
    """Programs started on it see its screen and its bus, and nothing else of the machine's."""

    def __init__(self, folder: Path, *, size: str = "1366x768") -> None:
        self._folder = folder
        self._size = size
        self._running: list[programs.Started] = []
        self.env = os.environ | {"QT_QPA_PLATFORM": "xcb", "NO_AT_BRIDGE": "0"}
        self.env.pop("WAYLAND_DISPLAY", None)

    def __enter__(self) -> Self:
        try:
            # Else it begins anew when the last program leaves, and turns away who comes meanwhile.
            once = ("Xvfb", "-noreset", "-displayfd", "1")
            screen = self._first_line(*once, "-screen", "0", f"{self._size}x24")
            self.env["DISPLAY"] = f":{screen}"
            bus = self._first_line("dbus-daemon", "--session", "--nofork", "--print-address=1")
            self.env["DBUS_SESSION_BUS_ADDRESS"] = bus
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def make_punctual(self) -> None:
        """Have its screen tell the true time of each key, however busy the machine is.

        A screen of glass gets them from the system's core; this one is a program like any other.
        Without the rights for that nothing changes.
        """
        with suppress(PermissionError):
            os.sched_setscheduler(self._running[0].pid, os.SCHED_FIFO, os.sched_param(2))

    def scan(self, number: str) -> None:
        """Have a scanner type into what has the keyboard, with Enter at its end."""
        self.make_punctual()
        with XTestKeyboard(self.env["DISPLAY"]) as keyboard:
            keyboard.scan(number)

    def start(self, *command: str, **more: str) -> subprocess.Popen[str]:
        """Start a program; it ends with the desktop at the latest."""
        return self._start(command, self.env | more)

    def start_loaded(self, *command: str, loads: Sequence[str], **more: str) -> programs.Started:
        """Start one of ours, of which ``loads`` is there already."""
        with (self._folder / "program.log").open("a") as log:
            started = programs.start(*command, loads=loads, environment=self.env | more, stderr=log)
        self._running.append(started)
        return started

    def run(self, *command: str) -> str:
        """Run a program to its end; what it said. Raises ``CalledProcessError``."""
        ran = subprocess.run(
            command, env=self.env, capture_output=True, text=True, check=True, timeout=60
        )
        return ran.stdout.strip()

    def _first_line(self, *command: str) -> str:
        output = self._start(command, self.env).stdout
        assert output is not None
        return output.readline().strip()

    def _start(self, command: tuple[str, ...], env: dict[str, str]) -> subprocess.Popen[str]:
        log: IO[str]
        with (self._folder / f"{Path(command[0]).name}.log").open("a") as log:
            started = subprocess.Popen(
                command, env=env, stdout=subprocess.PIPE, stderr=log, text=True
            )
        self._running.append(started)
        return started

    def _end(self) -> None:
        for each in reversed(self._running):
            each.terminate()
            try:
                each.wait(_GOODBYE)
            except subprocess.TimeoutExpired:
                each.kill()
                each.wait()
            if each.stdout is not None:
                each.stdout.close()


def ticket_window(
    desktop: Desktop, home: Path, secrets: Path, *, loaded: bool = False
) -> programs.Started:
    """The real program over a desk, readable by a screen reader; ``loaded`` before, or not."""
    command = ("-m", "desk_app", "--home", str(home), "--secrets", f"file:{secrets}")
    readable = {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    if loaded:
        return desktop.start_loaded(*command, loads=programs.WINDOW, **readable)
    return desktop.start(sys.executable, *command, **readable)
