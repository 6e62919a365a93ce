"""Where the key and the token are kept: the system's keyring, or a file that an admin chose.

There is no third way: without a keyring the program says so and stops, it never falls back to
plain text by itself.
"""

import hashlib
import json
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from desk_app.services.errors import SecretsUnavailableError
from desk_app.services.ports import Secrets

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_SERVICE = "kaikuluukku"
_FOR_OTHERS = 0o077


class KeyringSecrets:
    """The operating system's keyring. Each home has its own names in it."""

    def __init__(self, home: Path) -> None:
        identity = hashlib.sha256(str(home.resolve()).encode()).hexdigest()[:12]
        self._service = f"{_SERVICE}-{identity}"

    def get(self, name: str) -> str | None:
        """A secret. Raises ``SecretsUnavailableError``."""
        keyring = _keyring()
        with _KeyringErrors():
            return keyring.get_password(self._service, name)

    def set(self, name: str, value: str) -> None:
        """Keep a secret. Raises ``SecretsUnavailableError``."""
        keyring = _keyring()
        with _KeyringErrors():
            keyring.set_password(self._service, name, value)

    def delete(self, name: str) -> None:
        """Forget a secret."""
        keyring = _keyring()
        with _KeyringErrors():
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
        self._write(self._read() | {name: value})

    def delete(self, name: str) -> None:
        """Forget a secret."""
        kept = self._read()
        if kept.pop(name, None) is not None:
            self._write(kept)

    def _read(self) -> dict[str, str]:
        try:
            if os.name == "posix" and self._path.stat().st_mode & _FOR_OTHERS:
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
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            # Made with mode 0600 beside the old file, which it replaces whole or not at all.
            handle, beside = tempfile.mkstemp(dir=self._path.parent, prefix=".secrets-")
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(kept, file)
                file.flush()
                os.fsync(file.fileno())
            Path(beside).replace(self._path)
        except OSError as unwritable:
            raise SecretsUnavailableError(path=str(self._path)) from unwritable


def secrets_from(choice: str, home: Path) -> Secrets:
    """``keyring``, or ``file:PATH`` as the admin chose."""
    if choice.startswith("file:"):
        return FileSecrets(Path(choice.removeprefix("file:")))
    return KeyringSecrets(home)


def _keyring() -> "KeyringBackend":
    """The system's keyring. Loaded when first asked for: the file's users need none."""
    import keyring  # noqa: PLC0415 - it looks for backends when loaded
    from keyring.backends import chainer, fail, null  # noqa: PLC0415 - the same

    backend = keyring.get_keyring()
    unsafe = backend.__module__.startswith("keyrings.alt")  # these keep plain text
    if unsafe or isinstance(backend, fail.Keyring | null.Keyring):
        raise SecretsUnavailableError
    if isinstance(backend, chainer.ChainerBackend) and not backend.backends:
        raise SecretsUnavailableError
    return backend


class _KeyringErrors:
    """Turns whatever a keyring raises into words."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        from keyring.errors import KeyringError  # noqa: PLC0415 - as above

        if isinstance(error, KeyringError):
            raise SecretsUnavailableError from error
