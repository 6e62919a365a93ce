"""Power cuts: what a program wrote is recorded, and replayed as a disk may have it after one.

What was synced is there. Of what was written to a file since its last sync, any part may be there,
in any order, and torn between sectors; a file whose folder was not synced may be missing.
"""

import os
import random
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

_SOURCE = Path(__file__).with_name("disk_recorder.c")
SECTOR = 512
"""Bytes that a disk writes as a whole or not at all."""
_LONGEST = 120
_UNTOLD = ("-shm", ".lock", ".opening")
"""How the names of files end that mean nothing after a power cut."""


@dataclass(frozen=True, slots=True)
class FileEvent:
    """An action with a file: ``write``, ``truncate``, ``sync``, ``create`` or ``unlink``."""

    kind: str
    path: Path
    at: int
    content: bytes


@dataclass
class _File:
    """A file's content on the disk, and what is still on its way there."""

    content: bytearray
    there: bool
    waiting: list[FileEvent] = field(default_factory=list)

    def reach(self, event: FileEvent) -> None:
        if event.kind == "truncate":
            del self.content[event.at :]
            return
        end = event.at + len(event.content)
        self.content.extend(bytes(max(0, end - len(self.content))))
        self.content[event.at : end] = event.content

    def sync(self) -> None:
        for event in self.waiting:
            self.reach(event)
        self.waiting.clear()

    def cut(self, chance: random.Random) -> None:
        """Let any part of what waits reach the disk, in any order."""
        chance.shuffle(self.waiting)
        for event in self.waiting:
            for start in range(0, max(1, len(event.content)), SECTOR):
                if chance.random() < 0.5:
                    part = event.content[start : start + SECTOR]
                    self.reach(FileEvent(event.kind, event.path, event.at + start, part))
        self.waiting.clear()


def recorder(folder: Path) -> Path:
    """The library that records, compiled."""
    library = folder / "disk_recorder.so"
    command = ["cc", "-O1", "-shared", "-fPIC", "-o", str(library), str(_SOURCE), "-ldl"]
    subprocess.run(command, check=True, capture_output=True)
    return library


def record(
    library: Path, home: Path, events: Path, module: str, *typed: str
) -> Sequence[FileEvent]:
    """Run a module of the tests, and give what it did to the files of its home."""
    subprocess.run(
        [sys.executable, "-m", module, str(home), *typed],
        check=True,
        timeout=_LONGEST,
        env=os.environ
        | {
            "LD_PRELOAD": str(library),
            "RECORDED_FOLDER": str(home),
            "RECORDED_LOG": str(events),
        },
    )
    return _parsed(events.read_bytes())


def disk_after(
    before: Mapping[Path, bytes], events: Sequence[FileEvent], chance: random.Random
) -> Mapping[Path, bytes]:
    """The files as they may lie on the disk when the power goes after these events."""
    files = {path: _File(bytearray(content), there=True) for path, content in before.items()}
    for event in events:
        if event.kind == "sync" and event.path not in files:  # a folder: its names are there now
            for path, file in files.items():
                file.there = file.there or path.parent == event.path
            continue
        file = files.setdefault(event.path, _File(bytearray(), there=False))
        match event.kind:
            case "create":
                files[event.path] = _File(bytearray(), there=False)
            case "unlink":
                del files[event.path]
            case "sync":
                file.sync()
            case _:
                file.waiting.append(event)
    for file in files.values():
        file.cut(chance)
        file.there = file.there or chance.random() < 0.5
    return {
        path: bytes(file.content)
        for path, file in files.items()
        if file.there and not path.name.endswith(_UNTOLD)
    }


def _parsed(recorded: bytes) -> Sequence[FileEvent]:
    found = []
    at = 0
    while at < len(recorded):
        end = recorded.index(b"\n", at)
        kind, path, offset, size = recorded[at:end].decode().split("\t")
        content = recorded[end + 1 : end + 1 + int(size)]
        found.append(FileEvent(kind, Path(path), int(offset), content))
        at = end + 1 + int(size)
    return found
