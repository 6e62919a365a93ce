"""Power cuts at any moment of recording, with any part of what was not synced on the disk.

``python -m tests.endurance.power_cuts --cuts 200 --orders 5`` records what a program writes, and
replays it up to so many moments, at each with so many choices of what has reached the disk and in
which order. All that was acknowledged until then is in database and log, each alone too, and
nothing is said to be lost. The report is JSON; the exit status is 1 unless that holds.
"""

import argparse
import json
import logging
import secrets
import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from uuid import UUID

from desk_app.store.operation_log.segments import log_folder
from tests.endurance.acknowledging import ACKNOWLEDGED
from tests.endurance.steps import held_after_start, start_store
from tests.helpers.power_cut import FileEvent, disk_after, record, recorder

GONE = ("nothing", "database", "log")
"""What is missing after the cut as well."""


@dataclass(frozen=True)
class RecordedWrites:
    """The files of a home ``before`` a program wrote, and what it did to them."""

    home: Path
    key: str
    before: Mapping[Path, bytes]
    events: Sequence[FileEvent]


def record_visits(folder: Path, visits: int) -> RecordedWrites:
    """Let a program record."""
    home, key = folder / "home", secrets.token_hex(32)
    start_store(home / "desk.db", key).database.close()
    before = {file: file.read_bytes() for file in home.rglob("*") if file.is_file()}
    module = "tests.endurance.acknowledging"
    events = record(recorder(folder), home, folder / "events", module, key, str(visits))
    return RecordedWrites(home, key, before, events)


def acknowledged(events: Sequence[FileEvent]) -> set[UUID]:
    """What the program was told is safe."""
    reported = [event for event in events if event.path.name == ACKNOWLEDGED]
    return {UUID(bytes=event.content) for event in reported if event.kind == "write"}


def try_cut(
    recorded: RecordedWrites, moment: int, gone: str, chance: Random, disk: Path
) -> list[str]:
    """One cut, and what is wrong after the next start; nothing, if all is well."""
    cut = recorded.events[:moment]
    for path, content in disk_after(recorded.before, cut, chance).items():
        file = disk / path.relative_to(recorded.home)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    if gone == "database":
        for lost in disk.glob("desk.db*"):
            lost.unlink()
    if gone == "log":
        shutil.rmtree(log_folder(disk / "desk.db"), ignore_errors=True)
    opened = start_store(disk / "desk.db", recorded.key)
    opened.database.close()
    reported = opened.recovery
    in_database, in_log = held_after_start(disk / "desk.db", recorded.key)
    shutil.rmtree(disk)
    operations = set(in_database)
    wrong = {
        "lost": acknowledged(cut) - operations,
        "not in the log": operations - in_log,
    }
    faults = [f"{len(which)} {what}" for what, which in wrong.items() if which]
    if len(in_database) > len(operations):
        faults.append("doubled")
    if reported is not None and (reported.lost or (gone == "nothing" and not reported.is_complete)):
        faults.append("said to have lost something")
    return [f"cut {moment}, {gone} gone: {fault}" for fault in faults]


def main() -> int:
    """Read how many, try them, say what came of it."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.endurance.power_cuts", description=__doc__
    )
    parser.add_argument("--cuts", type=int, default=200, metavar="N")
    parser.add_argument("--orders", type=int, default=5, metavar="N")
    parser.add_argument("--visits", type=int, default=12, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    typed = parser.parse_args()
    logging.disable(logging.CRITICAL)
    chance, wrong = Random(typed.seed), list[str]()
    with tempfile.TemporaryDirectory() as folder:
        recorded = record_visits(Path(folder), typed.visits)
        for _ in range(typed.cuts):
            moment, gone = chance.randrange(len(recorded.events) + 1), chance.choice(GONE)
            for _ in range(typed.orders):
                wrong += try_cut(recorded, moment, gone, chance, Path(folder) / "disk")
    report = {"cuts": typed.cuts, "orders": typed.orders, "wrong": wrong}
    sys.stdout.write(json.dumps(report, indent=2) + "\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
