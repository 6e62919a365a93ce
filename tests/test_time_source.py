"""The desk asks one module for the time. Any other use of the system's clock is found here."""

import ast
from collections.abc import Iterator, Mapping

import pytest

from tests.test_architecture import our_sources, within

READINGS = {
    "now",
    "utcnow",
    "today",
    "time",
    "time_ns",
    "localtime",
    "gmtime",
    "ctime",
    "strftime",
    "st_mtime",
    "st_ctime",
    "getmtime",
    "clock_gettime",
    "currentDateTime",
    "currentDateTimeUtc",
    "currentDate",
    "currentTime",
    "currentMSecsSinceEpoch",
    "currentSecsSinceEpoch",
}
"""What says, by the system's clock, what time it is."""
SPEAKERS = {"datetime", "date", "time", "QDateTime", "QDate", "QTime", "os", "path"}
"""What these are asked of; a file's times are always by the system's clock."""
OF_FILES = {"st_mtime", "st_ctime", "getmtime"}

MAY_ASK = {
    "desk_app.devices.clock": "the one source",
    "desk_app.devices.camera": "it measures for how long the machine slept; nothing is dated by it",
    "desk_app.demo": "a tool that makes up a day at the counter, no part of a desk",
    "desk_app.cli.pin": "it compares a file's time with the system's: the same clock wrote both",
    "desk_app.config.machine_policy": "likewise",
    "desk_app.bootstrap.neighbours": "it sees by a file's time whether that was written anew",
    "desk_app.store.operation_log.commits": "it names files by a day, before there is a store",
    "desk_app.store.opening": "it names a folder by a day, before there is a store",
    "desk_app.store.recovery.backups": "it compares the times of two files with each other",
    "sync.server": "the register, whose own time it is",
}


def readings(source: str) -> Iterator[str]:
    """Every use of the system's clock in a source, as ``datetime.now``."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Attribute) or node.attr not in READINGS:
            if isinstance(node, ast.ImportFrom) and node.module == "time":
                yield from (f"time.{each.name}" for each in node.names if each.name in READINGS)
            continue
        speaker = node.value.id if isinstance(node.value, ast.Name) else ""
        if isinstance(node.value, ast.Attribute):
            speaker = node.value.attr
        if node.attr in OF_FILES or speaker in SPEAKERS:
            yield f"{speaker}.{node.attr}"


def wrong_readings(sources: Mapping[str, str]) -> list[str]:
    return [
        f"{module}: {reading}"
        for module, source in sorted(sources.items())
        if not any(within(module, place) for place in MAY_ASK)
        for reading in readings(source)
    ]


def test_the_desk_asks_one_module_for_the_time() -> None:
    assert wrong_readings(our_sources()) == []


@pytest.mark.parametrize(
    "source",
    [
        "datetime.now(UTC)",
        "datetime.datetime.utcnow()",
        "today = date.today",
        "import time\ntime.time()",
        "from time import time",
        "from time import strftime as written",
        "QDateTime.currentDateTime()",
        "QtCore.QDate.currentDate()",
        "path.stat().st_mtime",
        "os.path.getmtime(path)",
    ],
)
def test_another_use_of_the_systems_clock_is_found(source: str) -> None:
    assert len(wrong_readings({"desk_app.services.checking": source})) == 1


@pytest.mark.parametrize(
    "source",
    [
        "self._clock.now()",
        "time.monotonic()",
        "from time import perf_counter",
        "surroundings.now()",
    ],
)
def test_what_asks_for_the_desks_time_is_let_through(source: str) -> None:
    assert wrong_readings({"desk_app.services.checking": source}) == []


def test_every_place_that_may_ask_has_a_module() -> None:
    modules = list(our_sources())
    assert [place for place in MAY_ASK if not any(within(each, place) for each in modules)] == []
