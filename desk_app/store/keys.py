"""The key of the store: 32 random bytes in the operating system's keyring.

It is kept twice: as the current key, and under the salt of the files that it encrypts. So a file
that was set aside finds its key again, even when another one is current meanwhile.
"""

import secrets as randomness
from pathlib import Path

from filelock import FileLock, Timeout

from desk_app.services.errors import StoreKeyLostError, StoreLockedError
from desk_app.services.ports import Secrets
from desk_app.store.connection.cipher import SALT_SIZE, salt_of
from desk_app.store.connection.connections import has_content
from desk_app.store.connection.database import folder_errors_in_words, make_folder
from desk_app.store.operation_log.segments import log_folder, segments
from desk_app.store.recovery.backups import Backups

_NAME = "database-key"
_LONGEST_WAIT = 5.0
"""Seconds to wait for another program that is starting here for the first time too."""


def database_key(secrets: Secrets, path: Path) -> str:
    """The key as 64 hex digits; made once, before the file that it encrypts.

    Raises ``StoreKeyLostError`` when there is a file or a copy but no key to it,
    ``SecretsUnavailableError``, and ``StoreError`` for a folder that cannot be used.
    """
    return known_key(secrets, path) or secrets.get(_NAME) or _make_key(secrets, path)


def known_key(secrets: Secrets, path: Path) -> str | None:
    """The key that the file itself asks for, if the secrets have it."""
    salt = _salt_in(path)
    if salt is None:
        return None
    named = secrets.get(_name_by(salt))
    if named is not None:
        return named
    current = secrets.get(_NAME)
    return current if current is not None and salt_of(current) == salt else None


def make_key(secrets: Secrets) -> str:
    """Make a new key current. The previous one stays under its own name."""
    before = secrets.get(_NAME)
    if before is not None:
        save_key(secrets, before)
    key = randomness.token_hex(32)
    save_key(secrets, key)
    secrets.set(_NAME, key)
    return key


def save_key(secrets: Secrets, key: str) -> None:
    """Save a key under the name by which the files that it encrypts find it."""
    secrets.set(_name_by(salt_of(key)), key)


def _make_key(secrets: Secrets, path: Path) -> str:
    """One program at a time: of two keys made at once, one would lock a file and then be lost."""
    with folder_errors_in_words(path):
        make_folder(path)
        try:
            with FileLock(path.with_name(f"{path.name}.first"), timeout=_LONGEST_WAIT, mode=0o600):
                made_meanwhile = secrets.get(_NAME)
                if made_meanwhile is not None:
                    return made_meanwhile
                if has_content(path) or Backups(path).copies() or segments(log_folder(path)):
                    raise StoreKeyLostError(path=str(path))
                return make_key(secrets)
        except Timeout as held:
            raise StoreLockedError(path=str(path)) from held


def _name_by(salt: bytes) -> str:
    return f"{_NAME}-{salt.hex()}"


def _salt_in(path: Path) -> bytes | None:
    with folder_errors_in_words(path):
        if not path.is_file():
            return None
        with path.open("rb") as file:
            salt = file.read(SALT_SIZE)
    return salt if len(salt) == SALT_SIZE else None
