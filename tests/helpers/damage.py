"""Ways in which a desk's files come to harm, each chosen by a seed."""

import random
from collections.abc import Callable, Mapping
from pathlib import Path

Harm = Callable[[Path, random.Random], None]
_PAGE = 4096


def flip(path: Path, chance: random.Random, count: int = 1) -> None:
    """Turn some bits over."""
    content = bytearray(path.read_bytes())
    for _ in range(count):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    path.write_bytes(content)


def cut(path: Path, chance: random.Random) -> None:
    """Cut the end off."""
    path.write_bytes(path.read_bytes()[: chance.randrange(path.stat().st_size)])


def overwrite(path: Path, chance: random.Random, size: int) -> None:
    """Write noise over the beginning."""
    path.write_bytes(chance.randbytes(size) + path.read_bytes()[size:])


def _on(suffix: str, harm: Harm) -> Harm:
    """The same, done to a file beside."""
    return lambda path, chance: harm(path.with_name(path.name + suffix), chance)


def _in_header(path: Path, chance: random.Random) -> None:
    content = bytearray(path.read_bytes())
    content[chance.randrange(100)] ^= 1 << chance.randrange(8)
    path.write_bytes(content)


def _fifty_bits(path: Path, chance: random.Random) -> None:
    flip(path, chance, 50)


def _empty(path: Path, _: random.Random) -> None:
    path.write_bytes(b"")


def _remove(path: Path, _: random.Random) -> None:
    path.unlink()


def _noise(size: int) -> Harm:
    return lambda path, chance: overwrite(path, chance, size)


def _all_noise(path: Path, chance: random.Random) -> None:
    overwrite(path, chance, path.stat().st_size)


def _log_and_index(path: Path, _: random.Random) -> None:
    path.with_name(f"{path.name}-wal").unlink()
    path.with_name(f"{path.name}-shm").unlink()


def _file_and_log(path: Path, chance: random.Random) -> None:
    flip(path, chance, 20)
    flip(path.with_name(f"{path.name}-wal"), chance, 20)


def _a_page(path: Path, chance: random.Random) -> None:
    """Write noise over 4 KiB somewhere; a file that is shorter is all of it noise."""
    content = bytearray(path.read_bytes())
    at = chance.randrange(max(1, len(content) // _PAGE)) * _PAGE
    content[at : at + _PAGE] = chance.randbytes(len(content[at : at + _PAGE]))
    path.write_bytes(content)


def _anywhere(path: Path, chance: random.Random) -> None:
    """Write noise over 4 KiB that lie across two pages."""
    content = bytearray(path.read_bytes())
    at = chance.randrange(max(1, len(content) - _PAGE))
    content[at : at + _PAGE] = chance.randbytes(len(content[at : at + _PAGE]))
    path.write_bytes(content)


HARM_TO_CLOSED: Mapping[str, Harm] = {
    "a bit of the header": _in_header,
    "a bit anywhere": flip,
    "fifty bits": _fifty_bits,
    "cut off": cut,
    "the salt gone": _noise(16),
    "the first page gone": _noise(_PAGE),
    "all of it noise": _all_noise,
    "a page of noise": _a_page,
    "4 KiB of noise": _anywhere,
    "empty": _empty,
    "gone": _remove,
}
"""To a file that was closed well."""

HARM_TO_OPEN: Mapping[str, Harm] = {
    **HARM_TO_CLOSED,
    "the log gone": _on("-wal", _remove),
    "log and index gone": _log_and_index,
    "the log empty": _on("-wal", _empty),
    "the log cut off": _on("-wal", cut),
    "a bit of the log": _on("-wal", flip),
    "the log's header": _on("-wal", _noise(32)),
    "file and log": _file_and_log,
    "4 KiB of the log noise": _on("-wal", _anywhere),
    "the index gone": _on("-shm", _remove),
    "the index noise": _on("-shm", _all_noise),
}
"""To a file whose program was killed, so that its write-ahead log is there."""
