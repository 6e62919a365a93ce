"""Encrypts bytes with a passphrase: Argon2id derives the key, XChaCha20-Poly1305 encrypts.

Sealed data begins with an authenticated header in the clear: a magic word, the format's version,
the cost of deriving the key, and a random salt. Any change, a cut included, is detected before a
byte of the content is used.
"""

import struct
from dataclasses import dataclass
from typing import Self

from nacl.exceptions import CryptoError
from nacl.pwhash import argon2id
from nacl.secret import Aead
from nacl.utils import random

from desk_app.services.errors import (
    TransferForeignError,
    TransferTooNewError,
    TransferUnopenedError,
)

MAGIC = b"KAIKUPARCEL"
_VERSION = 1
_HEADER = struct.Struct(f">{len(MAGIC)}sBIQ{argon2id.SALTBYTES}s")
"""Magic word, version, passes over the memory, bytes of memory, salt."""


@dataclass(frozen=True, slots=True)
class Hardness:
    """The cost of one guess at the passphrase: passes over so many bytes of memory."""

    passes: int
    memory: int

    @classmethod
    def moderate(cls) -> Self:
        """Libsodium's moderate setting: 256 MiB, about a second on a slow machine."""
        return cls(argon2id.OPSLIMIT_MODERATE, argon2id.MEMLIMIT_MODERATE)

    @property
    def is_bearable(self) -> bool:
        """Whether a file may ask for this cost: no more than this program's own files do.

        So what opening costs is known before it is paid, whoever made the file.
        """
        return (
            argon2id.OPSLIMIT_MIN <= self.passes <= argon2id.OPSLIMIT_MODERATE
            and argon2id.MEMLIMIT_MIN <= self.memory <= argon2id.MEMLIMIT_MODERATE
        )


def seal(content: bytes, passphrase: str, hardness: Hardness) -> bytes:
    """Encrypt the content."""
    salt = random(argon2id.SALTBYTES)
    header = _HEADER.pack(MAGIC, _VERSION, hardness.passes, hardness.memory, salt)
    return header + bytes(_box(passphrase, salt, hardness).encrypt(content, header))


def unseal(sealed: bytes, passphrase: str) -> bytes:
    """Decrypt the content.

    Raises ``TransferForeignError`` for what was never sealed, ``TransferTooNewError``, and
    ``TransferUnopenedError`` for a wrong passphrase or a changed file, which look the same.
    """
    if not sealed.startswith(MAGIC):
        raise TransferForeignError
    header, body = sealed[: _HEADER.size], sealed[_HEADER.size :]
    if len(header) < _HEADER.size:
        raise TransferUnopenedError
    _, version, passes, memory, salt = _HEADER.unpack(header)
    if version > _VERSION:
        raise TransferTooNewError
    hardness = Hardness(passes, memory)
    if version < _VERSION or not hardness.is_bearable:
        raise TransferUnopenedError
    try:
        return bytes(_box(passphrase, salt, hardness).decrypt(body, header))
    except (CryptoError, ValueError) as wrong:  # ValueError: it is shorter than any sealed thing
        raise TransferUnopenedError from wrong


def _box(passphrase: str, salt: bytes, hardness: Hardness) -> Aead:
    key = argon2id.kdf(
        Aead.KEY_SIZE,
        passphrase.encode("utf-8", "surrogatepass"),
        salt,
        opslimit=hardness.passes,
        memlimit=hardness.memory,
    )
    return Aead(key)
