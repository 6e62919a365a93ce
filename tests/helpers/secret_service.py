"""A real Secret Service, gnome-keyring on a D-Bus session of its own, in folders of the test."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PASSWORD = "throw-away"
_PROGRAMS = ("dbus-run-session", "gnome-keyring-daemon")
_LONGEST = 120

_UNLOCKED = 'printf %s "$KEYRING_PASSWORD" | gnome-keyring-daemon --unlock --components=secrets'
_LOCKED = "gnome-keyring-daemon --start --components=secrets"


def missing_programs() -> list[str]:
    """What a machine lacks for a Secret Service of its own."""
    return [name for name in _PROGRAMS if shutil.which(name) is None]


@dataclass
class Said:
    """How a command ended."""

    status: int
    data: dict[str, Any]
    words: str


class Session:
    """A user of this machine who has nothing but what lies in ``folder``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home = folder / "desk"
        (folder / "run").mkdir(mode=0o700)

    def type(self, *typed: str, keyring: str = "unlocked") -> Said:
        """Type a command into a session whose keyring is ``unlocked``, ``locked`` or ``absent``."""
        start = {"unlocked": _UNLOCKED, "locked": _LOCKED, "absent": "true"}[keyring]
        command = [
            *("dbus-run-session", "--", "sh", "-c", f'{start} >/dev/null 2>&1; exec "$@"', "sh"),
            *(sys.executable, "-m", "desk_app", "--home", str(self.home)),
            *("--secrets", "keyring", "--json", *typed),
        ]
        ran = subprocess.run(
            command,
            capture_output=True,
            text=True,
            timeout=_LONGEST,
            check=False,
            env=self._environment(),
        )
        said = [line for line in ran.stderr.splitlines() if not line.startswith("dbus-daemon[")]
        data = json.loads(ran.stdout) if ran.stdout else {}
        return Said(ran.returncode, data, "\n".join(said))

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
