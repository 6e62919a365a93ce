"""PINs hashed with Argon2id, at the cost that libsodium has for logins."""

import os

from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

_SALT_BYTES = 16
_HASH_BYTES = 32
_PASSES = 2
_MEMORY_KIB = 64 << 10


class Argon2Pins:
    """Argon2id. Each guess at a stolen hash costs about a tenth of a second and 64 MiB.

    ``memory_kib`` is another cost, for hashes that nobody steals.
    """

    def __init__(self, memory_kib: int = _MEMORY_KIB) -> None:
        self._memory_kib = memory_kib

    def hashed(self, pin: str) -> str:
        """The PIN's hash, with its salt and its cost in it."""
        kdf = Argon2id(
            salt=os.urandom(_SALT_BYTES),
            length=_HASH_BYTES,
            iterations=_PASSES,
            lanes=1,
            memory_cost=self._memory_kib,
        )
        return kdf.derive_phc_encoded(pin.encode())

    def matches(self, pin: str, kept: str) -> bool:
        """Whether this is the PIN."""
        try:
            Argon2id.verify_phc_encoded(pin.encode(), kept)
        except (InvalidKey, ValueError):  # the latter for a cost that no hash can have
            return False
        return True
