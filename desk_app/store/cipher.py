"""SQLCipher's page format, as far as a damaged file has to be read without SQLite's help.

Version 4 with a raw key: pages of 4096 bytes, the last 80 of which are the IV of AES-256-CBC and
an HMAC-SHA512 over ciphertext, IV and page number. The file's first 16 bytes are the salt of the
HMAC's key (zetetic.net, "SQLCipher Design"; the constants are those of its source).
"""

import hashlib
import hmac

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE_SIZE = 4096
SALT_SIZE = 16
_IV_SIZE = 16
_MAC_SIZE = 64
_RESERVED = _IV_SIZE + _MAC_SIZE
_MAC_SALT_MASK = 0x3A
_MAC_ROUNDS = 2
_KEY_SIZE = 32
_BLOCK = 16

USABLE_SIZE = PAGE_SIZE - _RESERVED
"""Bytes of a page that SQLite itself sees."""


def salt_of(key: str) -> bytes:
    """The salt of every file that is made with this key.

    SQLCipher would take a random one. Ours follows from the key, so that a file whose header is
    gone can still be read, and a file tells which key it belongs to. The key is 32 random bytes:
    its digest gives nothing of it away, and each page has a random IV besides.
    """
    return hashlib.sha256(b"kaikuluukku salt" + bytes.fromhex(key)).digest()[:SALT_SIZE]


def key_and_salt(key: str) -> str:
    """Both, as SQLCipher takes them for a file that is yet to be made."""
    return key + salt_of(key).hex()


class PageCipher:
    """Checks and decrypts pages of one file. ``key`` is 32 bytes as 64 hex digits."""

    def __init__(self, key: str, salt: bytes) -> None:
        self._algorithm = algorithms.AES(bytes.fromhex(key))
        masked = bytes(byte ^ _MAC_SALT_MASK for byte in salt)
        mac_key = hashlib.pbkdf2_hmac(
            "sha512", bytes.fromhex(key), masked, _MAC_ROUNDS, dklen=_KEY_SIZE
        )
        self._mac = hmac.new(mac_key, digestmod="sha512")

    def is_whole(self, number: int, page: bytes) -> bool:
        """Whether the page is, to the bit, one that was written with this key at this place."""
        if len(page) != PAGE_SIZE:
            return False
        mac = self._mac.copy()
        mac.update(page[SALT_SIZE if number == 1 else 0 : -_MAC_SIZE])
        mac.update(number.to_bytes(4, "little"))
        return hmac.compare_digest(mac.digest(), page[-_MAC_SIZE:])

    def kind(self, page: bytes) -> int:
        """The first byte of a page other than the first: what kind of page it is to SQLite."""
        return self._decrypt(page, _BLOCK)[0]

    def plain(self, page: bytes) -> bytes:
        """What SQLite sees of a page other than the first."""
        return self._decrypt(page, USABLE_SIZE)

    def _decrypt(self, page: bytes, length: int) -> bytes:
        iv = page[USABLE_SIZE : USABLE_SIZE + _IV_SIZE]
        return Cipher(self._algorithm, modes.CBC(iv)).decryptor().update(page[:length])
