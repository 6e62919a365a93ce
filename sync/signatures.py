"""The register's Ed25519 signature (contract 1.4), through ``cryptography``."""

import base64
from collections.abc import Iterable, Sequence

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from sync.rules.register_keys import KeyChange, key_change_text, later_keys

KEY_BYTES = 32


def parse_register_key(text: str) -> bytes:
    """Parse the raw public key from base64. Raises ``ValueError`` unless it is 32 bytes."""
    try:
        key = base64.b64decode(text, validate=True)
    except ValueError as wrong:
        raise ValueError("the register's key is not base64") from wrong
    if len(key) != KEY_BYTES:
        raise ValueError(f"the register's key has {KEY_BYTES} bytes")
    return key


def verified_changes(listed: Iterable[tuple[str, str, str]]) -> list[KeyChange]:
    """The changes of key, as (before, key, signature) in base64, with a valid signature.

    What is none is left out: it makes nobody believed.
    """
    changes = []
    for before, key, signature in listed:
        try:
            change = KeyChange(parse_register_key(before), parse_register_key(key), signature)
        except ValueError:
            continue
        if _has_signed(change.before, key_change_text(change.key), signature):
            changes.append(change)
    return changes


class SignatureCheck:
    """Verifies the register's signatures.

    ``register_key`` is the raw public key; raises ``ValueError`` unless it is one. Keys that it has
    signed are trusted too, and earlier keys no longer once a later one has signed.
    """

    def __init__(self, register_key: bytes) -> None:
        Ed25519PublicKey.from_public_bytes(register_key)
        self._keys = [register_key]

    @property
    def key(self) -> bytes:
        """The oldest key that is still trusted."""
        return self._keys[0]

    def learn(self, changes: Sequence[KeyChange]) -> None:
        """Trust the keys that follow the trusted one."""
        self._keys = later_keys(self.key, changes)

    def __call__(self, text: bytes, signature: str) -> bool:
        """Whether the register signed ``text``; ``signature`` is in base64."""
        for place, key in enumerate(self._keys):
            if _has_signed(key, text, signature):
                del self._keys[:place]
                return True
        return False


def _has_signed(key: bytes, text: bytes, signature: str) -> bool:
    try:
        public = Ed25519PublicKey.from_public_bytes(key)
        public.verify(base64.b64decode(signature, validate=True), text)
    except (InvalidSignature, ValueError):
        return False
    return True
