"""Encrypts bytes with a passphrase: Argon2id derives the key, ChaCha20-Poly1305 encrypts.

Sealed data begins with an authenticated header in the clear: a magic word, the format, the cost of
deriving the key, and a random salt. Any change, a cut included, is detected before a byte of the
content is used.
"""

import os
import struct
from dataclasses import dataclass
from enum import IntEnum
from typing import Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from desk_app.files import earlier_formats
from desk_app.services.errors import (
    TransferDamagedError,
    TransferForeignError,
    TransferTooNewError,
    TransferUnopenedError,
)

MAGIC = b"KAIKUPARCEL"
_SALT_BYTES = 16
_KEY_BYTES = 32
ADDED = 16
"""By how many bytes ciphertext is longer than its content: the tag that authenticates it."""
HEADER = struct.Struct(f">{len(MAGIC)}sBIQ{_SALT_BYTES}s")
"""Magic word, format, passes over the memory, bytes of memory, salt."""


class SealedFormat(IntEnum):
    """The formats, by their number in the header."""

    EARLIER_WHOLE = 1  # as WHOLE and STREAM, by libsodium: read, and no longer written
    EARLIER_STREAM = 2
    WHOLE = 3  # unsent work, sealed in one piece
    STREAM = 4  # a register, sealed as a stream of messages


@dataclass(frozen=True, slots=True)
class Hardness:
    """The cost of one guess at the passphrase: passes over so many bytes of memory."""

    passes: int
    memory: int

    @classmethod
    def moderate(cls) -> Self:
        """256 MiB and about a second on a slow machine: what libsodium calls moderate."""
        return cls(3, 256 << 20)

    @classmethod
    def least(cls) -> Self:
        """The least there is: for a passphrase that a program made, which nobody can guess."""
        return cls(1, 8 << 10)

    @property
    def is_allowed(self) -> bool:
        """Whether a file may ask for this cost: no more than this program's own files do.

        So what opening costs is known before it is paid, also for a file from elsewhere.
        """
        least, most = Hardness.least(), Hardness.moderate()
        return (
            least.passes <= self.passes <= most.passes
            and least.memory <= self.memory <= most.memory
        )


def seal(content: bytes, passphrase: str, hardness: Hardness) -> bytes:
    """Encrypt the content."""
    header = new_header(SealedFormat.WHOLE, hardness)
    cipher = ChaCha20Poly1305(derive_key(header, passphrase))
    return header + cipher.encrypt(nonce(0), content, header)


def unseal(sealed: bytes, passphrase: str) -> bytes:
    """Decrypt the content.

    Raises ``TransferForeignError`` for what was never sealed, ``TransferTooNewError``,
    ``TransferDamagedError``, and ``TransferUnopenedError`` where a wrong passphrase and a changed
    file look the same.
    """
    header, body = sealed[: HEADER.size], sealed[HEADER.size :]
    form = format_of(header)
    if form is SealedFormat.EARLIER_WHOLE:
        return earlier_formats.open_whole(derive_key(header, passphrase), body, header)
    if form is not SealedFormat.WHOLE or len(body) < ADDED:
        raise TransferDamagedError
    return open_message(ChaCha20Poly1305(derive_key(header, passphrase)), 0, body, header)


def open_message(cipher: ChaCha20Poly1305, number: int, sealed: bytes, header: bytes) -> bytes:
    """Decrypt a message by its number, from 0 on. Raises ``TransferUnopenedError``."""
    try:
        return cipher.decrypt(nonce(number), sealed, header)
    except InvalidTag as wrong:
        raise TransferUnopenedError from wrong


def nonce(number: int) -> bytes:
    """The nonce of a message: its number, since the salt gives each file a key of its own."""
    return number.to_bytes(12, "big")


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


def new_header(form: SealedFormat, hardness: Hardness) -> bytes:
    """A header with a salt of its own."""
    salt = os.urandom(_SALT_BYTES)
    return HEADER.pack(MAGIC, form, hardness.passes, hardness.memory, salt)


def derive_key(header: bytes, passphrase: str) -> bytes:
    """The key of a file; the cost of deriving it is bounded for files of any origin."""
    _, _, passes, memory, salt = HEADER.unpack(header)
    if not Hardness(passes, memory).is_allowed:
        raise TransferDamagedError
    kdf = Argon2id(
        salt=salt, length=_KEY_BYTES, iterations=passes, lanes=1, memory_cost=memory >> 10
    )
    return kdf.derive(passphrase.encode("utf-8", "surrogatepass"))
