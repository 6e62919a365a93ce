"""Keeps the key and the token in the system's keyring, or in a file that an admin chose.

There is no third way: without a keyring the program says so and stops, it never falls back to
plain text by itself.
"""

import importlib
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from desk_app.devices.home_note import HomeNote
from desk_app.files.atomic_write import write_atomically
from desk_app.files.protection import is_private
from desk_app.services.errors import FileUnwritableError, SecretsUnavailableError
from desk_app.services.ports import Secrets

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_SERVICE = "kaikuluukku"
_LONGEST_TURN = 10.0
"""Seconds to wait for another program that changes the file."""
_BACKENDS = {
    "linux": ("SecretService", "secretstorage"),
    "win32": ("Windows", "win32ctypes.pywin32.win32cred"),
    "darwin": ("macOS", "keyring.backends.macOS.api"),
}
"""What of keyring's speaks to each system's own, and the library that it stands on."""


class KeyringSecrets:
    """The operating system's keyring. Each home has a name of its own in it."""

    def __init__(self, home: Path) -> None:
        self._service = f"{_SERVICE}-{HomeNote.of(home).keyring}"

    def get(self, name: str) -> str | None:
        """A secret. Raises ``SecretsUnavailableError``."""
        with _keyring_errors():
            kept = (keyring.get_password(self._service, name) for keyring in _keyrings())
            return next((secret for secret in kept if secret is not None), None)

    def set(self, name: str, value: str) -> None:
        """Keep a secret. Raises ``SecretsUnavailableError``."""
        with _keyring_errors():
            _keyrings()[0].set_password(self._service, name, value)

    def delete(self, name: str) -> None:
        """Forget a secret."""
        with _keyring_errors():
            for keyring in _keyrings():
                if keyring.get_password(self._service, name) is not None:
                    keyring.delete_password(self._service, name)


class FileSecrets:
    """A file readable by its owner alone, for machines without a keyring."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def get(self, name: str) -> str | None:
        """A secret. Raises ``SecretsUnavailableError``."""
        return self._read().get(name)

    def set(self, name: str, value: str) -> None:
        """Keep a secret; it is on the disk when this returns."""
        with self._alone():
            self._write(self._read() | {name: value})

    def delete(self, name: str) -> None:
        """Forget a secret."""
        with self._alone():
            kept = self._read()
            if kept.pop(name, None) is not None:
                self._write(kept)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Hold the file: a window and a command may both change it."""
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with FileLock(f"{self._path}.lock", timeout=_LONGEST_TURN, mode=0o600):
                yield
        except (OSError, Timeout) as unwritable:
            raise SecretsUnavailableError(path=str(self._path)) from unwritable

    def _read(self) -> dict[str, str]:
        try:
            if not is_private(self._path):
                raise SecretsUnavailableError(path=str(self._path), reason="others can read it")
            kept = json.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as unreadable:
            raise SecretsUnavailableError(path=str(self._path)) from unreadable
        if not isinstance(kept, dict) or not all(isinstance(v, str) for v in kept.values()):
            raise SecretsUnavailableError(path=str(self._path))
        return kept

    def _write(self, kept: dict[str, str]) -> None:
        try:
            write_atomically(self._path, json.dumps(kept).encode())
        except (OSError, FileUnwritableError) as unwritable:
            raise SecretsUnavailableError(path=str(self._path)) from unwritable


def secrets_from(choice: str, home: Path) -> Secrets:
    """``keyring``, or ``file:PATH`` as the admin chose."""
    if choice.startswith("file:"):
        return FileSecrets(Path(choice.removeprefix("file:")))
    return KeyringSecrets(home)


def _keyrings() -> "Sequence[KeyringBackend]":
    """The system's keyrings, the best first. Loaded when asked for: the file's users need none."""
    import keyring  # noqa: PLC0415 - it looks for backends when loaded
    from keyring.backends import chainer, fail, null  # noqa: PLC0415 - the same

    chosen = keyring.get_keyring()
    offered = chosen.backends if isinstance(chosen, chainer.ChainerBackend) else [chosen]
    safe = [
        each
        for each in offered
        if not isinstance(each, fail.Keyring | null.Keyring)
        and not type(each).__module__.startswith("keyrings.alt")  # these keep plain text
    ]
    if not safe:
        raise SecretsUnavailableError
    return safe


def load_keyring() -> str:
    """Load what speaks to this system's keyring, whether or not one is there; what it is called."""
    name, library = _BACKENDS[sys.platform]
    entry_points(group="keyring.backends")[name].load()
    importlib.import_module(library)
    return name


@contextmanager
def _keyring_errors() -> Iterator[None]:
    try:
        yield
    except SecretsUnavailableError:
        raise
    except Exception as error:  # each keyring raises its own system's errors
        raise SecretsUnavailableError from error
