"""The register's Ed25519 signature (contract 1.4), through ``cryptography``."""

import base64

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

KEY_BYTES = 32


def parse_register_key(text: str) -> bytes:
    """The raw public key out of its base64. Raises ``ValueError`` unless it is 32 bytes."""
    try:
        key = base64.b64decode(text, validate=True)
    except ValueError as wrong:
        raise ValueError("the register's key is not base64") from wrong
    if len(key) != KEY_BYTES:
        raise ValueError(f"the register's key has {KEY_BYTES} bytes")
    return key


class SignatureCheck:
    """Tells the register's own word from any other's.

    ``register_key`` is the raw public key; raises ``ValueError`` unless it is one.
    """

    def __init__(self, register_key: bytes) -> None:
        self._key = Ed25519PublicKey.from_public_bytes(register_key)

    def __call__(self, text: bytes, signature: str) -> bool:
        """Whether the register signed ``text``; ``signature`` is in base64."""
        try:
            self._key.verify(base64.b64decode(signature, validate=True), text)
        except (InvalidSignature, ValueError):
            return False
        return True
