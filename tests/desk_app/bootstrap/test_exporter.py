"""Exports by a program of their own: real ones, over a real encrypted store."""

import csv
import io
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk_app.bootstrap.export_process import ProgramExport, ProgramExports
from desk_app.services.errors import (
    DeskError,
    ExportBrokenOffError,
    ExportStoppedError,
    FileUnwritableError,
    NotEnrolledError,
    StoreKeyLostError,
)
from desk_app.services.exporting import Extent, no_progress
from desk_app.services.recording import VisitRequest
from tests.helpers.desk_fixture import ALONE, POOL, DeskFixture
from tests.helpers.many_visits import record_visits

A_SEASON = 2_000
LONGEST_MS = 60_000
_STANDING = """
import io, os, signal
import sys
from desk_app.__main__ import main

class Standing(io.TextIOWrapper):
    has_begun = has_stood = False

    def write(self, text):
        self.has_begun |= text.startswith("progress")
        return super().write(text)

    def flush(self):
        super().flush()
        if self.has_begun and not self.has_stood:
            self.has_stood = True
            os.kill(os.getpid(), signal.SIGSTOP)

sys.stderr = Standing(open(2, "wb", closefd=False), encoding="utf-8")
sys.exit(main())
"""
"""The program, but that it stands still after its first word, so that it cannot be done first."""


@pytest.fixture(scope="module")
def after_a_season(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder of a desk with a season's visits, and its key; each test works on a copy."""
    made = DeskFixture(tmp_path_factory.mktemp("season") / "home")
    made.enrol()
    made.load_register()
    made.load_offers()
    record_visits(made.database, A_SEASON)
    made.close()
    return made.home.folder, made.key


@pytest.fixture
def desk_fixture(after_a_season: tuple[Path, str], tmp_path: Path) -> Iterator[DeskFixture]:
    folder, key = after_a_season
    shutil.copytree(folder, tmp_path / "home")
    made = DeskFixture(tmp_path / "home", key=key)
    yield made
    made.close()


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "taken along"
    folder.mkdir()
    return folder / "käynnit.xlsx"


def export(
    desk_fixture: DeskFixture, out: Path, form: str = "xlsx", days: tuple[date, date] | None = None
) -> ProgramExport:
    exports = ProgramExports(desk_fixture.home, desk_fixture.secrets_choice)
    extent = Extent() if days is None else Extent(*days)
    made = exports.export(out, form, extent, with_cards=False)
    assert isinstance(made, ProgramExport)
    return made


def standing_export(desk_fixture: DeskFixture, out: Path) -> ProgramExport:
    """An export that stands still after its first word."""
    usual = export(desk_fixture, out)._command
    begun = usual.index("-m")
    command = [*usual[:begun], "-c", _STANDING, *usual[begun + 2 :]]
    return ProgramExport(command, out, desk_fixture.home.database)


def strike(under_way: ProgramExport, number: signal.Signals) -> None:
    assert under_way.process is not None
    os.kill(under_way.process.pid, number)


def at_the_first_word(
    under_way: ProgramExport, action: Callable[[], None]
) -> Callable[[float], None]:
    """Hears how far it is, and does something once it stands still."""
    received: list[float] = []

    def on_progress(part: float) -> None:
        received.append(part)
        if len(received) == 1:
            assert under_way.process is not None
            os.waitid(os.P_PID, under_way.process.pid, os.WSTOPPED | os.WNOWAIT)
            action()

    return on_progress


def test_it_writes_what_the_command_writes_and_tells_how_far_it_is(
    desk_fixture: DeskFixture, out: Path
) -> None:
    parts: list[float] = []
    written = export(desk_fixture, out, "csv").write(parts.append)
    text = out.read_text(encoding="utf-8-sig")
    assert written == len(list(csv.DictReader(io.StringIO(text), delimiter=";"))) == A_SEASON
    assert parts == sorted(parts)
    assert (parts[0], parts[-1]) == (0.0, 1.0)


def test_the_days_that_are_asked_for_are_written_in_whatever_code_page_programs_speak(
    desk_fixture: DeskFixture, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "utf-16")
    day = desk_fixture.journal.latest(1)[0].visit.local_date
    assert export(desk_fixture, out, "json", (day, day)).write(no_progress) == 40


def test_cards_are_checked_and_recorded_while_an_export_stands_still(
    desk_fixture: DeskFixture, out: Path
) -> None:
    done: list[str] = []
    under_way = standing_export(desk_fixture, out)

    def at_the_counter() -> None:
        verdict = desk_fixture.services.checking.check(ALONE.number, POOL.id).verdict
        assert verdict.admits
        desk_fixture.services.recording.record(VisitRequest(number=ALONE.number, offer_id=POOL.id))
        done.append("recorded")
        assert not out.exists()
        strike(under_way, signal.SIGCONT)

    under_way.write(at_the_first_word(under_way, at_the_counter))
    assert done == ["recorded"]
    assert out.exists()


def test_it_needs_no_turn_among_those_who_write(desk_fixture: DeskFixture, out: Path) -> None:
    with desk_fixture.database.write():
        assert export(desk_fixture, out, "csv").write(no_progress) == A_SEASON


def test_one_that_is_stopped_leaves_the_old_file_and_nothing_half_written(
    desk_fixture: DeskFixture, out: Path
) -> None:
    out.write_text("the last season's")
    under_way = standing_export(desk_fixture, out)
    with pytest.raises(ExportStoppedError):
        under_way.write(at_the_first_word(under_way, under_way.stop))
    assert out.read_text() == "the last season's"
    assert list(out.parent.iterdir()) == [out]


def test_one_that_is_stopped_before_it_begins_never_begins(
    desk_fixture: DeskFixture, out: Path
) -> None:
    under_way = export(desk_fixture, out)
    under_way.stop()
    with pytest.raises(ExportStoppedError):
        under_way.write(no_progress)
    assert under_way.process is None


def test_one_that_is_left_writes_its_file_all_the_same(
    desk_fixture: DeskFixture, out: Path, qtbot: QtBot
) -> None:
    under_way = standing_export(desk_fixture, out)
    with pytest.raises(ExportStoppedError):
        under_way.write(at_the_first_word(under_way, under_way.leave))
    strike(under_way, signal.SIGCONT)
    qtbot.waitUntil(out.exists, timeout=LONGEST_MS)
    assert list(out.parent.iterdir()) == [out]


def test_a_program_that_is_killed_is_said_in_words(
    desk_fixture: DeskFixture, out: Path, expected_log: Callable[[str], None]
) -> None:
    expected_log("an export ended with -9")
    under_way = standing_export(desk_fixture, out)
    kill = partial(strike, under_way, signal.SIGKILL)
    with pytest.raises(ExportBrokenOffError):
        under_way.write(at_the_first_word(under_way, kill))
    assert list(out.parent.iterdir()) == []


def test_a_place_that_cannot_be_written_is_named(desk_fixture: DeskFixture, out: Path) -> None:
    out.mkdir()
    with pytest.raises(FileUnwritableError) as refused:
        export(desk_fixture, out, "csv").write(no_progress)
    assert refused.value.facts == {"path": str(out)}


def test_the_desks_own_troubles_come_through(tmp_path: Path, out: Path) -> None:
    def error(desk_fixture: DeskFixture) -> type[DeskError]:
        with pytest.raises(DeskError) as raised:
            export(desk_fixture, out).write(no_progress)
        return raised.type

    desk_fixture = DeskFixture(tmp_path / "new")
    assert error(desk_fixture) is NotEnrolledError
    Path(desk_fixture.secrets_choice.removeprefix("file:")).unlink()
    assert error(desk_fixture) is StoreKeyLostError
    desk_fixture.close()


def test_it_is_less_urgent_than_a_window_that_was_started_as_less_urgent_itself(
    tmp_path: Path,
) -> None:
    """The program's stand-in answers with its own urgency, once that has been set."""
    program = """
import json, os, time
window, ends = os.getpriority(os.PRIO_PROCESS, os.getppid()), time.monotonic() + 30
while (urgency := os.getpriority(os.PRIO_PROCESS, 0)) == window and time.monotonic() < ends:
    time.sleep(0.01)
print(json.dumps({"rows": urgency}))
"""
    window = f"""
import os, sys
from pathlib import Path
from desk_app.bootstrap.export_process import ProgramExport
export = ProgramExport([sys.executable, "-c", {program!r}], Path("x.csv"), Path("desk.db"))
print(export.write(lambda part: None) - os.getpriority(os.PRIO_PROCESS, 0))
"""
    command = ["nice", "-n", "2", sys.executable, "-c", window]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("5\n", "")


def test_the_key_is_on_no_command_line(desk_fixture: DeskFixture, out: Path) -> None:
    lines: list[str] = []
    under_way = standing_export(desk_fixture, out)

    def look() -> None:
        assert under_way.process is not None
        lines.append(Path(f"/proc/{under_way.process.pid}/cmdline").read_text())
        under_way.stop()

    with pytest.raises(ExportStoppedError):
        under_way.write(at_the_first_word(under_way, look))
    assert str(out) in lines[0]
    assert desk_fixture.key not in lines[0]
