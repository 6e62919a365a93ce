"""Opens what earlier versions sealed with libsodium: formats 1 and 2 (docs/register-file.md).

``cryptography`` cannot: it has neither XChaCha20-Poly1305 (ChaCha20-Poly1305 with a nonce of 24
bytes, format 1) nor libsodium's ``secretstream`` (format 2), and no HChaCha20 to build them from.
"""

from nacl import bindings as sodium
from nacl.exceptions import CryptoError
from nacl.secret import Aead

from desk_app.services.errors import TransferDamagedError, TransferUnopenedError

START_BYTES = sodium.crypto_secretstream_xchacha20poly1305_HEADERBYTES
"""How many bytes begin a stream of format 2."""
STREAM_ADDED = sodium.crypto_secretstream_xchacha20poly1305_ABYTES
"""By how many bytes a sealed message of format 2 is longer than its content."""


def open_whole(key: bytes, body: bytes, header: bytes) -> bytes:
    """Decrypt the body of format 1.

    Raises ``TransferDamagedError`` where bytes are missing, ``TransferUnopenedError`` where a wrong
    key and a changed file look the same.
    """
    if len(body) < Aead.NONCE_SIZE + Aead.MACBYTES:
        raise TransferDamagedError
    try:
        return bytes(Aead(key).decrypt(body, header))
    except CryptoError as wrong:
        raise TransferUnopenedError from wrong


class EarlierMessages:
    """Opens the messages of format 2, in their order."""

    def __init__(self, key: bytes, start: bytes, header: bytes) -> None:
        self._state = sodium.crypto_secretstream_xchacha20poly1305_state()
        self._header = header
        sodium.crypto_secretstream_xchacha20poly1305_init_pull(self._state, start, key)

    def __call__(self, sealed: bytes) -> bytes | None:
        """Decrypt the next message, or nothing for the end. Raises ``TransferUnopenedError``."""
        try:
            message, tag = sodium.crypto_secretstream_xchacha20poly1305_pull(
                self._state, sealed, self._header
            )
        except CryptoError as wrong:
            raise TransferUnopenedError from wrong
        ends = tag == sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL
        return None if ends else bytes(message)
