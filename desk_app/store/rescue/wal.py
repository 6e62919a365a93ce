"""The write-ahead log, read by hand: what SQLite would take of it, and what it would pass over.

SQLite ends at the first frame whose checksum does not follow from the one before: at the end of a
power cut that is right, but after damage in the middle it drops committed visits without a word
(sqlite.org/walformat.html).
"""

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from operator import mul
from pathlib import Path
from typing import Self

from desk_app.store.cipher import PAGE_SIZE, PageCipher

_MAGIC = 0x377F0682  # with the last bit set, checksums are over big-endian words
_HEADER = struct.Struct(">8I")
_FRAME = struct.Struct(">6I")
_FRAME_SIZE = _FRAME.size + PAGE_SIZE
_WORDS_CHECKED = (_FRAME.size - 16 + PAGE_SIZE) // 4
_INDEX = struct.Struct("=12sBBHI12x8s")  # up to the number of frames, and the log's salts
_MASK = 0xFFFFFFFF


def _weights(pairs: int) -> tuple[list[int], list[int], tuple[int, int, int, int]]:
    """The checksum's loop as a sum: how much each word counts in its two halves, and the start."""
    first: list[int] = []
    second: list[int] = []
    a, b, c, d = 1, 0, 0, 1  # how the state after a pair counts in the end
    for _ in range(pairs):
        # x0 is added to both halves, x1 to the second alone; the state (s0, s1) is turned into
        # (s0 + s1, s0 + 2 s1) on the way.
        first += [b, a + b]  # reversed below, so x1 comes first
        second += [d, c + d]
        a, b, c, d = (a + b) & _MASK, (a + 2 * b) & _MASK, (c + d) & _MASK, (c + 2 * d) & _MASK
    return first[::-1], second[::-1], (a, b, c, d)


_FRAME_WEIGHTS = _weights(_WORDS_CHECKED // 2)
_HEADER_WEIGHTS = _weights(3)


@dataclass(frozen=True, slots=True)
class Frame:
    """A page's newer content. ``commits`` ends a transaction."""

    number: int
    commits: bool
    salts: tuple[int, int]
    checksum: tuple[int, int]
    checked: bytes
    page: bytes


@dataclass(frozen=True, slots=True)
class Wal:
    """A log as it lies on the disk; it need not be whole."""

    header: bytes
    frames: tuple[Frame, ...]

    @classmethod
    def read(cls, path: Path) -> Self | None:
        """The log, or ``None`` where there is nothing in it. Raises ``OSError``."""
        content = path.read_bytes() if path.exists() else b""
        if not any(content):  # no file, an empty one, or room that never reached the disk
            return None
        starts = range(_HEADER.size, len(content) - _FRAME_SIZE + 1, _FRAME_SIZE)
        return cls(
            content[: _HEADER.size],
            tuple(_frame(content[start : start + _FRAME_SIZE]) for start in starts),
        )

    def pages(self, cipher: PageCipher) -> Mapping[int, bytes]:
        """The newest whole content of each page, of what was committed."""
        whole = [self.frames[place] for place in self._whole(cipher)]
        while whole and not whole[-1].commits:
            whole.pop()
        return {frame.number: frame.page for frame in whole}

    def is_torn(self, cipher: PageCipher) -> bool:
        """Whether SQLite would pass over something that was committed."""
        taken = self._frames_taken()
        if taken is None:
            return True
        whole = set(self._whole(cipher))
        passed_over = [place for place in whole if place >= taken and self.frames[place].commits]
        return bool(passed_over) or not whole.issuperset(range(taken))

    def _whole(self, cipher: PageCipher) -> Iterator[int]:
        """The places of whole frames of this round of the log; older ones have other salts."""
        salts = self._salts()
        for place, frame in enumerate(self.frames):
            if frame.salts == salts and cipher.is_whole(frame.number, frame.page):
                yield place

    def _salts(self) -> tuple[int, int] | None:
        if _header_is_whole(self.header):
            _, _, _, _, first, second, _, _ = _HEADER.unpack(self.header)
            return first, second
        return self.frames[0].salts if self.frames else None

    def _frames_taken(self) -> int | None:
        """How many frames SQLite takes; ``None`` when it cannot even read the header."""
        if not _header_is_whole(self.header):
            return None
        magic, *_, checksum0, checksum1 = _HEADER.unpack(self.header)
        state, salts, taken = (checksum0, checksum1), self._salts(), 0
        for place, frame in enumerate(self.frames, start=1):
            state = _checksum(frame.checked, state, _FRAME_WEIGHTS, big_endian=bool(magic & 1))
            if frame.salts != salts or frame.checksum != state:
                break
            if frame.commits:
                taken = place
        return taken


def is_log_broken(path: Path, cipher: PageCipher) -> bool:
    """Whether visits that were committed into the log of this file are gone. Raises ``OSError``."""
    log_path, index_path = (path.with_name(path.name + suffix) for suffix in ("-wal", "-shm"))
    if not log_path.exists():  # of the two, SQLite lets go of the log last
        return index_path.exists()
    log = Wal.read(log_path)
    index = index_path.read_bytes() if index_path.exists() else b""
    return _is_cut_off(log, index) or (log is not None and log.is_torn(cipher))


def _is_cut_off(log: Wal | None, index: bytes) -> bool:
    """Whether the log's index, which lives in ``-shm``, knows of more frames than there are.

    It is written after the frames have reached the disk, so it never runs ahead.
    """
    if len(index) < _INDEX.size:
        return False
    *_, known, salts = _INDEX.unpack_from(index)
    if log is None:
        return bool(known)
    return bool(salts == log.header[16:24] and known > len(log.frames))


def _frame(content: bytes) -> Frame:
    number, size, salt0, salt1, checksum0, checksum1 = _FRAME.unpack_from(content)
    return Frame(
        number,
        size > 0,
        (salt0, salt1),
        (checksum0, checksum1),
        content[:8] + content[_FRAME.size :],
        content[_FRAME.size :],
    )


def _header_is_whole(header: bytes) -> bool:
    if len(header) < _HEADER.size:
        return False
    magic, _, _, _, _, _, checksum0, checksum1 = _HEADER.unpack(header)
    return magic | 1 == _MAGIC | 1 and (checksum0, checksum1) == _checksum(
        header[:24], (0, 0), _HEADER_WEIGHTS, big_endian=bool(magic & 1)
    )


def _checksum(
    content: bytes,
    state: tuple[int, int],
    weights: tuple[list[int], list[int], tuple[int, int, int, int]],
    *,
    big_endian: bool,
) -> tuple[int, int]:
    """SQLite's checksum over ``content``, going on from ``state``."""
    words = struct.unpack(f"{'>' if big_endian else '<'}{len(content) // 4}I", content)
    first, second, (a, b, c, d) = weights
    return (
        (a * state[0] + b * state[1] + sum(map(mul, first, words))) & _MASK,
        (c * state[0] + d * state[1] + sum(map(mul, second, words))) & _MASK,
    )
