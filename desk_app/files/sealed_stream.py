"""Encrypts what is too large for the memory: a stream of messages, each by ChaCha20-Poly1305.

Each message is checked before it is used, and so are their order and the end. The file begins with
the header of :mod:`desk_app.files.sealing`; each message is its length and its ciphertext.
"""

import struct
from collections.abc import Callable, Iterable, Iterator
from itertools import count
from typing import IO

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from desk_app.files.earlier_formats import START_BYTES, STREAM_ADDED, EarlierMessages
from desk_app.files.sealing import (
    ADDED,
    HEADER,
    Hardness,
    SealedFormat,
    derive_key,
    format_of,
    new_header,
    nonce,
    open_message,
)
from desk_app.services.errors import (
    TransferDamagedError,
    TransferTooLargeError,
    TransferUnopenedError,
)

_LENGTH = struct.Struct(">I")
LONGEST_MESSAGE = 8 << 20
"""Ours: bytes of one message. It bounds the memory that reading any file takes."""
_ADDED = {SealedFormat.STREAM: ADDED, SealedFormat.EARLIER_STREAM: STREAM_ADDED}
_Opener = Callable[[bytes], bytes | None]
"""Decrypts the next message, or gives nothing for the end."""


def seal_stream(messages: Iterable[bytes], passphrase: str, hardness: Hardness) -> Iterator[bytes]:
    """Encrypt messages one by one: the file, piece by piece.

    An empty message carries nothing and is left out: it would be the end. Raises
    ``TransferTooLargeError`` for a message that no reader would take.
    """
    header = new_header(SealedFormat.STREAM, hardness)
    cipher = ChaCha20Poly1305(derive_key(header, passphrase))
    yield header
    number = 0
    for message in filter(None, messages):
        if len(message) > LONGEST_MESSAGE:
            raise TransferTooLargeError
        yield _sealed_message(cipher, number, message, header)
        number += 1
    yield _sealed_message(cipher, number, b"", header)


class SealedStream:
    """An open stream of messages, which can be read more than once.

    Raises what :func:`unseal` raises.
    """

    def __init__(self, file: IO[bytes], passphrase: str) -> None:
        self._file = file
        self._header = file.read(HEADER.size)
        self._format = format_of(self._header)
        if self._format not in _ADDED:
            raise TransferDamagedError
        self._key = derive_key(self._header, passphrase)

    def messages(self) -> Iterator[bytes]:
        """The messages, from the first on. The last is followed by the end, or it is an error.

        The first one that opens shows that the passphrase is right.
        """
        self._file.seek(HEADER.size)
        opened = self._opener()
        error: type[TransferDamagedError | TransferUnopenedError] = TransferUnopenedError
        while True:
            sealed = self._next_sealed()
            try:
                message = opened(sealed)
            except TransferUnopenedError as wrong:
                raise error from wrong
            if message is None:
                break
            error = TransferDamagedError
            yield message
        if self._file.read(1):
            raise TransferDamagedError

    def _opener(self) -> _Opener:
        if self._format is SealedFormat.EARLIER_STREAM:
            start = self._file.read(START_BYTES)
            if len(start) < START_BYTES:
                raise TransferDamagedError
            return EarlierMessages(self._key, start, self._header)
        cipher, numbers = ChaCha20Poly1305(self._key), count()
        return lambda sealed: open_message(cipher, next(numbers), sealed, self._header) or None

    def _next_sealed(self) -> bytes:
        length = self._file.read(_LENGTH.size)
        if len(length) < _LENGTH.size:
            raise TransferDamagedError
        (size,) = _LENGTH.unpack(length)
        if not 0 <= size - _ADDED[self._format] <= LONGEST_MESSAGE:
            raise TransferDamagedError
        sealed = self._file.read(size)
        if len(sealed) != size:
            raise TransferDamagedError
        return sealed


def _sealed_message(cipher: ChaCha20Poly1305, number: int, message: bytes, header: bytes) -> bytes:
    sealed = cipher.encrypt(nonce(number), message, header)
    return _LENGTH.pack(len(sealed)) + sealed
