"""The reference register as a process of its own, on a free loopback port; it can be stopped."""

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Self
from urllib.parse import urlsplit

from desk_app.demo.console_sign_in import DemoConsole, load_console
from desk_app.demo.contents import DemoRegister, load_demo
from sync.server.services.central_register import CentralRegister

if TYPE_CHECKING:
    from desk_app.bootstrap.application import App

_GOODBYE = 30.0
_GREETING = "listening on "


class RegisterProcess:
    """The register over a database in ``folder``, filled with demo data."""

    def __init__(self, folder: Path) -> None:
        self.database = f"sqlite:///{folder / 'register.db'}"
        self._log = folder / "register.log"
        self._process: subprocess.Popen[str] | None = None
        self.url = ""
        central = CentralRegister.open(self.database)
        try:
            self.demo: DemoRegister = load_demo(central)
            self.console: DemoConsole = load_console(central)
        finally:
            central.close()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self) -> None:
        """Start, on the same port each time. Raises ``RuntimeError`` if it does not come up."""
        port = str(urlsplit(self.url).port or 0)
        command = ["-m", "sync.server", "run", "--db", self.database, "--port", port]
        with self._log.open("a") as log:
            self._process = subprocess.Popen(  # noqa: S603 - our own program
                [sys.executable, *command], stdout=subprocess.PIPE, stderr=log, text=True
            )
        line = self._process.stdout.readline() if self._process.stdout else ""
        if not line.startswith(_GREETING):
            self.stop()
            raise RuntimeError("the demo register did not start")
        self.url = line.removeprefix(_GREETING).strip()

    def stop(self) -> None:
        """Stop: the desk is offline from now on."""
        if self._process is None:
            return
        self._process.terminate()
        self._process.wait(_GOODBYE)
        if self._process.stdout:
            self._process.stdout.close()
        self._process = None

    def enrol(self, app: "App") -> None:
        """Enrol an open desk at the demo's main venue."""
        app.services.enrolling.enrol(
            api_url=self.url,
            code=self.demo.activation_code,
            desk_name="Lippuluukku 1",
            ca_file=None,
        )

    def activation_code(self, *venue_ids: str) -> str:
        """One that enrols another desk at the demo's main venue, or a ticket agent's for these."""
        central = CentralRegister.open(self.database)
        try:
            return central.make_activation(*(venue_ids or [self.demo.venue.id]))
        finally:
            central.close()

    def visits(self) -> dict[str, str]:
        """Every visit that the register holds, with its state."""
        central = CentralRegister.open(self.database)
        try:
            return {str(visit.id): visit.state for visit in central.visits()}
        finally:
            central.close()
