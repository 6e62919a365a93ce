"""Power cuts at any moment of a recording; the long form is a command of its own."""

import random
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.endurance.acknowledging import ACKNOWLEDGED
from tests.endurance.power_cuts import GONE, RecordedWrites, acknowledged, record_visits, try_cut
from tests.helpers.power_cut import SECTOR, FileEvent

CUTS = 20
VISITS = 12

pytestmark = [
    pytest.mark.system,
    pytest.mark.skipif(
        sys.platform != "linux" or shutil.which("cc") is None,
        reason="the recorder is a library in C that Linux's loader puts before the system's",
    ),
]


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> RecordedWrites:
    return record_visits(tmp_path_factory.mktemp("recorded"), VISITS)


@pytest.mark.parametrize("gone", GONE)
def test_whatever_reaches_the_disk_nothing_acknowledged_is_lost_from_either(
    recorded: RecordedWrites, tmp_path: Path, allowed_log: Callable[[str], None], gone: str
) -> None:
    allowed_log("recovery: ")
    assert len(acknowledged(recorded.events)) == VISITS
    chance = random.Random(1)
    wrong = []
    for _ in range(CUTS):
        moment = chance.randrange(len(recorded.events) + 1)
        wrong += try_cut(recorded, moment, gone, chance, tmp_path / "disk")
    assert wrong == []


class NothingElse(random.Random):
    """Chooses that only what was synced is on the disk."""

    def random(self) -> float:
        return 0.75


def test_a_record_that_reached_the_log_alone_is_taken_in_and_nothing_is_said_to_be_lost(
    recorded: RecordedWrites, tmp_path: Path, expected_log: Callable[[str], None]
) -> None:
    expected_log("recovery: rebuilt False, taken in 1, log renewed False, lost 0, all known True")
    *_, before, _ = acknowledgements(recorded)
    logged = max(n for n, event in enumerate(recorded.events) if syncs(event, ".oplog"))
    last = [event for event in recorded.events[before:logged] if not syncs(event, ".db-wal")]
    events = [*recorded.events[:before], *last, recorded.events[logged]]
    cut = replace(recorded, events=events)
    assert try_cut(cut, len(events), "nothing", NothingElse(), tmp_path / "disk") == []


def test_a_record_that_was_torn_before_it_was_acknowledged_is_no_loss(
    recorded: RecordedWrites, tmp_path: Path
) -> None:
    *_, before, _ = acknowledgements(recorded)
    written = next(
        event
        for event in recorded.events[before:]
        if event.kind == "write" and event.path.suffix == ".oplog"
    )
    first = replace(written, content=written.content[:SECTOR])
    reached = replace(written, kind="sync", content=b"")
    cut = replace(recorded, events=[*recorded.events[:before], first, reached])
    assert first != written
    assert try_cut(cut, len(cut.events), "nothing", NothingElse(), tmp_path / "disk") == []


def test_what_was_acknowledged_is_in_the_database_though_the_log_is_gone(
    recorded: RecordedWrites, tmp_path: Path, allowed_log: Callable[[str], None]
) -> None:
    allowed_log("recovery: ")
    wrong = []
    for moment in acknowledgements(recorded)[-4:]:
        wrong += try_cut(recorded, moment, "log", NothingElse(), tmp_path / "disk")
    assert wrong == []


def test_what_is_not_in_the_log_is_on_the_disk_once_it_is_committed(
    recorded: RecordedWrites,
) -> None:
    """The program's last transaction is one of those."""
    wal = [event.kind for event in recorded.events if event.path.name == "desk.db-wal"]
    assert wal[-2:] == ["write", "sync"]


def test_the_number_of_a_record_is_written_once_database_and_log_have_it(
    recorded: RecordedWrites,
) -> None:
    """Else a power cut that takes both back would look like the loss of a record."""
    waiting: set[str] = set()
    for event in recorded.events:
        if event.path.name == "desk.db-wal" or event.path.suffix == ".oplog":
            (waiting.discard if event.kind == "sync" else waiting.add)(event.path.name)
        assert event.path.suffix != ".last" or not waiting


def acknowledgements(recorded: RecordedWrites) -> list[int]:
    """The moments right after each."""
    return [n + 1 for n, event in enumerate(recorded.events) if event.path.name == ACKNOWLEDGED]


def syncs(event: FileEvent, suffix: str) -> bool:
    return event.kind == "sync" and event.path.name.endswith(suffix)
