"""The salt of the desk's encrypted files, which SQLCipher keeps as the first bytes of each."""

import hashlib

SALT_SIZE = 16


def salt_of(key: str) -> bytes:
    """The salt of every file that is made with this key.

    SQLCipher would take a random one. Ours follows from the key, so that a file tells which key it
    belongs to. The key is 32 random bytes: its digest gives nothing of it away, and each page has a
    random IV besides.
    """
    return hashlib.sha256(b"kaikuluukku salt" + bytes.fromhex(key)).digest()[:SALT_SIZE]


def key_and_salt(key: str) -> str:
    """The key and its salt, as SQLCipher takes them for a file that is yet to be made."""
    return key + salt_of(key).hex()
