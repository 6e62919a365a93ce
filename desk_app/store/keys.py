"""The key of the cupboard: 32 random bytes, kept where the system keeps secrets."""

import secrets as randomness
from pathlib import Path

from filelock import FileLock, Timeout

from desk_app.services.errors import StoreKeyError, StoreLockedError
from desk_app.services.ports import Secrets
from desk_app.store.database import folder_errors_in_words, make_folder

_NAME = "database-key"
_LONGEST_WAIT = 5.0
"""Seconds to wait for another program that is starting here for the first time too."""


def database_key(secrets: Secrets, path: Path) -> str:
    """The key as 64 hex digits; made once, before the file that it will lock.

    Raises ``StoreKeyError`` when there is a file but no key to it, ``SecretsUnavailableError``,
    and ``StoreError`` for a folder that cannot be used.
    """
    return secrets.get(_NAME) or _make_key(secrets, path)


def _make_key(secrets: Secrets, path: Path) -> str:
    """One program at a time: of two keys made at once, one would lock a file and then be lost."""
    with folder_errors_in_words(path):
        make_folder(path)
        try:
            with FileLock(path.with_name(f"{path.name}.first"), timeout=_LONGEST_WAIT, mode=0o600):
                made_meanwhile = secrets.get(_NAME)
                if made_meanwhile is not None:
                    return made_meanwhile
                if path.exists() and path.stat().st_size > 0:
                    raise StoreKeyError(path=str(path))
                key = randomness.token_hex(32)
                secrets.set(_NAME, key)
                return key
        except Timeout as held:
            raise StoreLockedError(path=str(path)) from held
