"""Encrypts bytes with a passphrase: Argon2id derives the key, XChaCha20-Poly1305 encrypts.

Sealed data begins with an authenticated header in the clear: a magic word, the format, the cost of
deriving the key, and a random salt. Any change, a cut included, is detected before a byte of the
content is used.
"""

import struct
from dataclasses import dataclass
from enum import IntEnum
from typing import Self

from nacl.exceptions import CryptoError
from nacl.pwhash import argon2id
from nacl.secret import Aead
from nacl.utils import random

from desk_app.services.errors import (
    TransferDamagedError,
    TransferForeignError,
    TransferTooNewError,
    TransferUnopenedError,
)

MAGIC = b"KAIKUPARCEL"
HEADER = struct.Struct(f">{len(MAGIC)}sBIQ{argon2id.SALTBYTES}s")
"""Magic word, format, passes over the memory, bytes of memory, salt."""


class SealedFormat(IntEnum):
    """The formats, by their number in the header."""

    WHOLE = 1  # unsent work, sealed in one piece
    STREAM = 2  # a register, sealed as a stream


@dataclass(frozen=True, slots=True)
class Hardness:
    """The cost of one guess at the passphrase: passes over so many bytes of memory."""

    passes: int
    memory: int

    @classmethod
    def moderate(cls) -> Self:
        """Libsodium's moderate setting: 256 MiB, about a second on a slow machine."""
        return cls(argon2id.OPSLIMIT_MODERATE, argon2id.MEMLIMIT_MODERATE)

    @classmethod
    def least(cls) -> Self:
        """Libsodium's least: for a passphrase that a program made, which nobody can guess."""
        return cls(argon2id.OPSLIMIT_MIN, argon2id.MEMLIMIT_MIN)

    @property
    def is_allowed(self) -> bool:
        """Whether a file may ask for this cost: no more than this program's own files do.

        So what opening costs is known before it is paid, also for a file from elsewhere.
        """
        return (
            argon2id.OPSLIMIT_MIN <= self.passes <= argon2id.OPSLIMIT_MODERATE
            and argon2id.MEMLIMIT_MIN <= self.memory <= argon2id.MEMLIMIT_MODERATE
        )


def seal(content: bytes, passphrase: str, hardness: Hardness) -> bytes:
    """Encrypt the content."""
    header = new_header(SealedFormat.WHOLE, hardness)
    return header + bytes(Aead(derive_key(header, passphrase)).encrypt(content, header))


def unseal(sealed: bytes, passphrase: str) -> bytes:
    """Decrypt the content.

    Raises ``TransferForeignError`` for what was never sealed, ``TransferTooNewError``,
    ``TransferDamagedError``, and ``TransferUnopenedError`` where a wrong passphrase and a changed
    file look the same.
    """
    header, body = sealed[: HEADER.size], sealed[HEADER.size :]
    if format_of(header) is not SealedFormat.WHOLE:
        raise TransferDamagedError
    if len(body) < Aead.NONCE_SIZE + Aead.MACBYTES:
        raise TransferDamagedError
    try:
        return bytes(Aead(derive_key(header, passphrase)).decrypt(body, header))
    except CryptoError as wrong:
        raise TransferUnopenedError from wrong


def format_of(header: bytes) -> SealedFormat:
    """The format that a file's beginning tells. Raises as :func:`unseal` does."""
    if header[: len(MAGIC)] != MAGIC[: len(header)]:
        raise TransferForeignError
    if len(header) < HEADER.size:
        raise TransferDamagedError
    number = HEADER.unpack(header[: HEADER.size])[1]
    if number > max(SealedFormat):
        raise TransferTooNewError
    try:
        return SealedFormat(number)
    except ValueError as none:
        raise TransferDamagedError from none


def new_header(kind: SealedFormat, hardness: Hardness) -> bytes:
    """A header with a salt of its own."""
    salt = random(argon2id.SALTBYTES)
    return HEADER.pack(MAGIC, kind, hardness.passes, hardness.memory, salt)


def derive_key(header: bytes, passphrase: str) -> bytes:
    """The key of a file; the cost of deriving it is bounded for files of any origin."""
    _, _, passes, memory, salt = HEADER.unpack(header)
    if not Hardness(passes, memory).is_allowed:
        raise TransferDamagedError
    return bytes(
        argon2id.kdf(
            Aead.KEY_SIZE,
            passphrase.encode("utf-8", "surrogatepass"),
            salt,
            opslimit=passes,
            memlimit=memory,
        )
    )
