"""The key of the cupboard: 32 random bytes, kept where the system keeps secrets."""

import secrets as randomness
from pathlib import Path

from desk_app.services.errors import StoreKeyError
from desk_app.services.ports import Secrets

_NAME = "database-key"


def database_key(secrets: Secrets, path: Path) -> str:
    """The key as 64 hex digits; made once, before the file that it will lock.

    Raises ``StoreKeyError`` when there is a file but no key to it, and ``SecretsUnavailableError``.
    """
    key = secrets.get(_NAME)
    if key is not None:
        return key
    if path.exists() and path.stat().st_size > 0:
        raise StoreKeyError(path=str(path))
    key = randomness.token_hex(32)
    secrets.set(_NAME, key)
    return key
