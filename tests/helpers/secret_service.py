"""A real Secret Service, gnome-keyring on a D-Bus session of its own, in folders of the test."""

import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.helpers.command_program import CommandProgram, LoadedCommands

PASSWORD = "throw-away"
_PROGRAMS = ("dbus-run-session", "gnome-keyring-daemon")

_DAEMON = "gnome-keyring-daemon --components=secrets"
_KEYRINGS = {
    "unlocked": f'printf %s "$KEYRING_PASSWORD" | {_DAEMON} --unlock',
    "locked": f"{_DAEMON} --start",
    "absent": "true",
}


def missing_programs() -> list[str]:
    """What a machine lacks for a Secret Service of its own."""
    return [name for name in _PROGRAMS if shutil.which(name) is None]


@dataclass
class Answer:
    """How a command ended."""

    status: int
    data: dict[str, Any]
    words: str


class LoginSession:
    """A user of this machine who has nothing but what lies in ``folder``.

    The user logs in to type the first command, and stays so until ``log_out``: then the program
    and the keyring's have ended, and what they know is what they wrote.
    """

    def __init__(self, folder: Path, loaded: LoadedCommands) -> None:
        self.folder = folder
        self._loaded = loaded
        self.home = folder / "desk"
        (folder / "run").mkdir(mode=0o700)
        self._logged_in: tuple[str, CommandProgram] | None = None

    def type(self, *typed: str, keyring: str = "unlocked") -> Answer:
        """Type a command into a session whose keyring is ``unlocked``, ``locked`` or ``absent``."""
        if self._logged_in is None or self._logged_in[0] != keyring:
            self.log_out()
            self._logged_in = keyring, self._log_in(_KEYRINGS[keyring])
        desk = ("--home", str(self.home), "--secrets", "keyring", "--json")
        status, answered, errors = self._logged_in[1].type([*desk, *typed])
        return Answer(status, json.loads(answered) if answered else {}, errors)

    def log_out(self) -> None:
        """End all programs of the session."""
        if self._logged_in is not None:
            self._logged_in[1].close()
            self._logged_in = None

    def _log_in(self, start: str) -> CommandProgram:
        shell = ("sh", "-c", f'{start} >/dev/null 2>&1; exec "$@"', "sh")
        within = ("dbus-run-session", "--", *shell)
        return CommandProgram(self._environment(), within, self._loaded)

    def _environment(self) -> dict[str, str]:
        """Nothing of the tests' own that would lead to another keyring, or away from any."""
        kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
        return kept | {
            "HOME": str(self.folder),
            "XDG_DATA_HOME": str(self.folder / "data"),
            "XDG_CONFIG_HOME": str(self.folder / "config"),
            "XDG_CACHE_HOME": str(self.folder / "cache"),
            "XDG_RUNTIME_DIR": str(self.folder / "run"),
            "KEYRING_PASSWORD": PASSWORD,
            "LANG": "en_US.UTF-8",
        }
