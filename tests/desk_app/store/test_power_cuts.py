"""Power cuts at any moment of a recording, with any part of what was not synced on the disk."""

import random
import secrets
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest

from desk_app.store.operation_log.segments import log_folder
from tests.endurance.acknowledging import ACKNOWLEDGED
from tests.endurance.steps import held_after_start, start_store
from tests.helpers.power_cut import Event, disk_after, record, recorder

CUTS = 20
VISITS = 12

pytestmark = [
    pytest.mark.system,
    pytest.mark.skipif(
        sys.platform != "linux" or shutil.which("cc") is None,
        reason="the recorder is a library in C that Linux's loader puts before the system's",
    ),
]


def acknowledged(events: list[Event]) -> set[UUID]:
    told = [event for event in events if event.path.name == ACKNOWLEDGED]
    return {UUID(bytes=event.content) for event in told if event.kind == "write"}


@pytest.mark.parametrize("gone", ["nothing", "database", "log"])
def test_whatever_reaches_the_disk_nothing_acknowledged_is_lost_from_either(
    tmp_path: Path, allowed_log: Callable[[str], None], gone: str
) -> None:
    allowed_log("recovery: ")
    home, key = tmp_path / "home", secrets.token_hex(32)
    start_store(home / "desk.db", key).database.close()
    before = {file: file.read_bytes() for file in home.rglob("*") if file.is_file()}
    events = record(
        recorder(tmp_path),
        home,
        tmp_path / "events",
        "tests.endurance.acknowledging",
        *(key, str(VISITS)),
    )
    assert len(acknowledged(list(events))) == VISITS
    chance = random.Random(1)
    for number in range(CUTS):
        cut = list(events[: chance.randrange(len(events) + 1)])
        disk = tmp_path / f"disk-{number}"
        for path, content in disk_after(before, cut, chance).items():
            file = disk / path.relative_to(home)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        if gone == "database":
            for lost in disk.glob("desk.db*"):
                lost.unlink()
        if gone == "log":
            shutil.rmtree(log_folder(disk / "desk.db"), ignore_errors=True)
        in_database, in_log = held_after_start(disk / "desk.db", key)
        operations = set(in_database)
        assert acknowledged(cut) <= operations, f"cut {number}"
        assert operations <= in_log
        assert len(in_database) == len(operations)
        shutil.rmtree(disk)
