"""Encrypts what is too large for the memory: a stream of messages, by libsodium's ``secretstream``.

Each message is checked before it is used, and so are their order and the end. The file begins with
the header of :mod:`desk_app.files.sealing`; each message is its length and its ciphertext.
"""

import struct
from collections.abc import Iterable, Iterator
from typing import IO

from nacl import bindings as sodium
from nacl.exceptions import CryptoError

from desk_app.files.sealing import (
    HEADER,
    Hardness,
    SealedFormat,
    derive_key,
    format_of,
    new_header,
)
from desk_app.services.errors import (
    TransferDamagedError,
    TransferTooLargeError,
    TransferUnopenedError,
)

_LENGTH = struct.Struct(">I")
LONGEST_MESSAGE = 8 << 20
"""Ours: bytes of one message. It bounds the memory that reading any file takes."""


_ADDED = sodium.crypto_secretstream_xchacha20poly1305_ABYTES
_START = sodium.crypto_secretstream_xchacha20poly1305_HEADERBYTES
_MESSAGE = sodium.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE
_FINAL = sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL
_State = sodium.crypto_secretstream_xchacha20poly1305_state


def seal_stream(messages: Iterable[bytes], passphrase: str, hardness: Hardness) -> Iterator[bytes]:
    """Encrypt messages one by one: the file, piece by piece.

    Raises ``TransferTooLargeError`` for a message that no reader would take.
    """
    header = new_header(SealedFormat.STREAM, hardness)
    state = _State()
    start = sodium.crypto_secretstream_xchacha20poly1305_init_push(
        state, derive_key(header, passphrase)
    )
    yield header + start
    for message in messages:
        if len(message) > LONGEST_MESSAGE:
            raise TransferTooLargeError
        yield _pushed(state, message, header, _MESSAGE)
    yield _pushed(state, b"", header, _FINAL)


class SealedStream:
    """An open stream of messages, which can be read more than once.

    Raises what :func:`unseal` raises.
    """

    def __init__(self, file: IO[bytes], passphrase: str) -> None:
        self._file = file
        self._header = file.read(HEADER.size)
        if format_of(self._header) is not SealedFormat.STREAM:
            raise TransferDamagedError
        self._key = derive_key(self._header, passphrase)

    def messages(self) -> Iterator[bytes]:
        """The messages, from the first on. The last is followed by the end, or it is an error.

        The first one that opens shows that the passphrase is right.
        """
        self._file.seek(HEADER.size)
        state = _State()
        start = self._file.read(_START)
        if len(start) < _START:
            raise TransferDamagedError
        sodium.crypto_secretstream_xchacha20poly1305_init_pull(state, start, self._key)
        error: type[TransferDamagedError | TransferUnopenedError] = TransferUnopenedError
        while True:
            sealed = self._sealed_message()
            try:
                message, tag = sodium.crypto_secretstream_xchacha20poly1305_pull(
                    state, sealed, self._header
                )
            except CryptoError as wrong:
                raise error from wrong
            if tag == _FINAL:
                break
            error = TransferDamagedError
            yield message
        if self._file.read(1):
            raise TransferDamagedError

    def _sealed_message(self) -> bytes:
        length = self._file.read(_LENGTH.size)
        if len(length) < _LENGTH.size:
            raise TransferDamagedError
        (size,) = _LENGTH.unpack(length)
        if not _ADDED <= size <= LONGEST_MESSAGE + _ADDED:
            raise TransferDamagedError
        sealed = self._file.read(size)
        if len(sealed) != size:
            raise TransferDamagedError
        return sealed


def _pushed(state: _State, message: bytes, header: bytes, tag: int) -> bytes:
    sealed = sodium.crypto_secretstream_xchacha20poly1305_push(state, message, header, tag)
    return _LENGTH.pack(len(sealed)) + bytes(sealed)
