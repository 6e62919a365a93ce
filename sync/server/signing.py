"""The register's signature: Ed25519 over revision, count and checksum (contract 1.4)."""

from base64 import b64encode

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.rules.register_sum import RegisterSum, signed_text, signed_text_at


def new_key() -> bytes:
    """A new private key, raw. It is made once, with the database, and kept there."""
    return Ed25519PrivateKey.generate().private_bytes_raw()


class Signer:
    """Signs with the register's private key."""

    def __init__(self, private_key: bytes) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(private_key)

    @property
    def public_key(self) -> str:
        """The raw public key in base64, as desks get it when they enrol."""
        return b64encode(self._key.public_key().public_bytes_raw()).decode("ascii")

    def sign(self, revision: int, register: RegisterSum) -> str:
        """The signature in base64."""
        return self._signature(signed_text(revision, register))

    def sign_at(self, revision: int, register: RegisterSum, signed_at: str) -> str:
        """The signature that covers a time too, so that the register can be handed on."""
        return self._signature(signed_text_at(revision, register, signed_at))

    def _signature(self, text: bytes) -> str:
        return b64encode(self._key.sign(text)).decode("ascii")
