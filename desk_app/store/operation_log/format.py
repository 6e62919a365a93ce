"""The format of the operation log: encrypted records that are each readable alone.

A record lies in a frame: a marker, the length, a random nonce, and the ciphertext with its tag.
Nothing else is in a file but zeros, which are room for the next records. A reader looks for the
marker, so a torn tail or a bad stretch costs only the records that it hits.
"""

import hashlib
import json
import os
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

MARKER = b"\xb5KKLOG1\n"
"""Begins every frame; the digit is the version of the format."""
NO_DIGEST = "0" * 64
"""The previous digest in the first record of a log."""
MOST_ENTRIES = 100
"""Of one record: a transaction with more is written as several."""

SECTOR = 512
"""Bytes that a disk writes as a whole or not at all."""

_LENGTH = struct.Struct(">I")
_HEADER_SIZE = len(MARKER) + _LENGTH.size
_NONCE_SIZE = 12
_TAG_SIZE = 16
_KEY_PURPOSE = b"kaikuluukku operation log 1"

Entry = dict[str, Any]
"""One operation, resolution or enrolment, in its form within a record (:mod:`entries`)."""


@dataclass(frozen=True, slots=True)
class Record:
    """The record of one transaction.

    ``number`` counts the records of the log from 1. ``digest`` is the SHA-256 of the whole frame,
    ``previous`` that of the record before. ``at`` is when it was written, by the machine's clock;
    earlier versions did not say.
    """

    number: int
    previous: str
    entries: Sequence[Entry]
    digest: str
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SegmentContent:
    """The readable content of one file. ``end`` is behind the last whole record.

    ``damaged`` says that there is something before the end that is no record, ``torn`` that there
    is something behind it that is not free room.
    """

    records: Sequence[Record]
    end: int
    damaged: bool
    torn: bool


class Sealer:
    """Seals and reads the records of one desk. ``key`` is the desk's, as 64 hex digits.

    What is sealed for one ``purpose`` is nothing for another.
    """

    def __init__(self, key: str, purpose: bytes = _KEY_PURPOSE) -> None:
        derived = HKDF(SHA256(), 32, salt=None, info=purpose).derive(bytes.fromhex(key))
        self._cipher = AESGCM(derived)

    def seal(
        self, number: int, previous: str, entries: Sequence[Entry], at: datetime | None = None
    ) -> tuple[bytes, str]:
        """A frame, and its digest."""
        time = {} if at is None else {"at": at.astimezone(UTC).isoformat(timespec="seconds")}
        plain = json.dumps(
            {"number": number, "previous": previous, **time, "entries": entries},
            ensure_ascii=False,
            separators=(",", ":"),
        ).encode()
        header = MARKER + _LENGTH.pack(_NONCE_SIZE + len(plain) + _TAG_SIZE)
        nonce = os.urandom(_NONCE_SIZE)
        frame = header + nonce + self._cipher.encrypt(nonce, plain, header)
        return frame, hashlib.sha256(frame).hexdigest()

    def read(self, data: bytes, start: int = 0) -> SegmentContent:
        """All records from a place on. Never raises for what the bytes are."""
        records: list[Record] = []
        end, damaged = start, False
        for at, frame, record in self._found(data, start):
            damaged = damaged or at != end
            records.append(record)
            end = at + len(frame)
        return SegmentContent(records, end, damaged, torn=any(data[end:]))

    def _found(self, data: bytes, start: int) -> Iterator[tuple[int, bytes, Record]]:
        at = data.find(MARKER, start)
        while at >= 0:
            frame = _frame_at(data, at)
            record = None if frame is None else self._opened(frame)
            if frame is None or record is None:
                at = data.find(MARKER, at + 1)
            else:
                yield at, frame, record
                at = data.find(MARKER, at + len(frame))

    def _opened(self, frame: bytes) -> Record | None:
        header, body = frame[:_HEADER_SIZE], frame[_HEADER_SIZE:]
        try:
            plain = json.loads(self._cipher.decrypt(body[:_NONCE_SIZE], body[_NONCE_SIZE:], header))
        except InvalidTag:
            return None
        at = datetime.fromisoformat(plain["at"]) if "at" in plain else None
        digest = hashlib.sha256(frame).hexdigest()
        return Record(plain["number"], plain["previous"], plain["entries"], digest, at)


def is_unfinished(data: bytes, start: int) -> bool:
    """Whether a frame lies from ``start`` on of which a part is still the zeros that were there.

    So a power cut leaves it, since a disk writes whole sectors, in any order.
    """
    end = len(data.rstrip(b"\0"))
    if end <= start:
        return False
    sectors = range(start // SECTOR * SECTOR, end, SECTOR)
    if not all(any(data[max(start, at) : at + SECTOR]) for at in sectors):
        return True
    header = data[start:end][:_HEADER_SIZE]
    if len(header) < _HEADER_SIZE:
        return MARKER.startswith(header[: len(MARKER)])
    (length,) = _LENGTH.unpack_from(header, len(MARKER))
    return header.startswith(MARKER) and end < start + _HEADER_SIZE + length <= len(data)


def _frame_at(data: bytes, at: int) -> bytes | None:
    """The bytes of the frame that begins here; ``None`` where they do not all lie there."""
    header = data[at : at + _HEADER_SIZE]
    if len(header) < _HEADER_SIZE:
        return None
    (length,) = _LENGTH.unpack_from(header, len(MARKER))
    end = at + _HEADER_SIZE + length
    if length < _NONCE_SIZE + _TAG_SIZE or end > len(data):
        return None
    return data[at:end]
