"""Real files, damaged in many ways: each start finds all that was ever acknowledged."""

import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest

from desk_app.devices.secrets import FileSecrets
from desk_app.services.errors import StoreKeyError, StoreKeyLostError, StoreLockedError
from desk_app.store.connection.database import damage_note
from desk_app.store.opening import Opened, open_store, start_afresh
from desk_app.store.operation_log.format import MARKER
from desk_app.store.operation_log.segments import log_folder, segments
from desk_app.store.recovery.backups import Backups
from desk_app.store.recovery.recoveries import StoredRecoveries
from desk_app.store.register.desk import StoredDesk
from desk_app.store.visits.journal import StoredJournal
from desk_app.store.visits.outbox import StoredOutbox
from sync.ports import OperationState, SendResult
from tests.helpers.damage import HARM_TO_CLOSED, HARM_TO_OPEN, Harm
from tests.helpers.desks import a_record
from tests.helpers.samples import MOMENT, a_visit, a_void, an_own_offer
from tests.helpers.store import SteppingClock, at_moment, bare, program

LONGEST = 60
VISITS = 60
BEFORE_THE_COPY = 40


@dataclass
class SeasonFolder:
    """A desk's folder as it was once: closed well, and as a killed program leaves it."""

    folder: Path
    visits: list[UUID]
    voids: list[UUID]

    def at(self, home: Path, *, open_: bool) -> Path:
        shutil.copytree(self.folder / ("open" if open_ else "closed"), home)
        return home / "desk.db"

    @property
    def secrets(self) -> FileSecrets:
        return FileSecrets(self.folder / "secrets.json")


@pytest.fixture(scope="module")
def season(tmp_path_factory: pytest.TempPathFactory) -> SeasonFolder:
    folder = tmp_path_factory.mktemp("season")
    season = SeasonFolder(folder, [], [])
    path = folder / "home" / "desk.db"
    opened = open_store(path, season.secrets, at_moment)
    journal = StoredJournal(opened.database)
    outbox = StoredOutbox(opened.database, SteppingClock())
    StoredDesk(opened.database).enrol(a_record())
    journal.add_offer(an_own_offer())
    for number in range(VISITS):
        visit = a_visit()
        journal.record(visit)
        season.visits.append(visit.id)
        if number % 7 == 0:
            journal.void(a_void(visit.id))
            season.voids.append(visit.id)
        if number == BEFORE_THE_COPY:
            taken = outbox.claim(20)
            outbox.record_results([SendResult(each.id, OperationState.ACCEPTED) for each in taken])
            Backups(path).make(opened.database, opened.key, MOMENT)
    shutil.copytree(path.parent, folder / "open")
    opened.database.close()
    shutil.copytree(path.parent, folder / "closed")
    return season


def visits_in(opened: Opened) -> set[UUID]:
    return {entry.visit.id for entry in StoredJournal(opened.database).latest(10_000)}


def voids_in(opened: Opened) -> set[UUID]:
    entries = StoredJournal(opened.database).latest(10_000)
    return {entry.visit.id for entry in entries if entry.voided}


def looks_whole(path: Path, opened: Opened) -> bool:
    """After closing, opened by the driver alone; a journal that agrees with itself."""
    opened.database.close()
    connection = bare(path, opened.key)
    alone = connection.execute(
        "SELECT count(*) FROM visits WHERE id NOT IN (SELECT id FROM operations)"
    ).fetchone()[0]
    without_content = connection.execute(
        "SELECT count(*) FROM operations WHERE id NOT IN (SELECT id FROM visits "
        "UNION SELECT id FROM voids UNION SELECT id FROM own_offers)"
    ).fetchone()[0]
    twice = connection.execute("SELECT count(*) - count(DISTINCT id) FROM operations").fetchone()[0]
    connection.close()
    return (alone, without_content, twice) == (0, 0, 0)


def opened_again(path: Path, season: SeasonFolder) -> Opened:
    return open_store(path, season.secrets, at_moment)


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize(
    ("harm", "open_"),
    [(harm, False) for harm in HARM_TO_CLOSED.values()]
    + [(harm, True) for harm in HARM_TO_OPEN.values()],
    ids=[f"closed: {name}" for name in HARM_TO_CLOSED] + [f"open: {name}" for name in HARM_TO_OPEN],
)
def test_whatever_happens_to_the_database_nothing_acknowledged_is_lost(
    season: SeasonFolder,
    tmp_path: Path,
    expected_log: Callable[[str], None],
    *,
    harm: Harm,
    open_: bool,
    seed: int,
) -> None:
    path = season.at(tmp_path / "home", open_=open_)
    harm(path, random.Random(seed))
    opened = opened_again(path, season)
    recovery = opened.recovery
    if recovery is not None:
        expected_log("recovery: ")
    assert visits_in(opened) == set(season.visits)
    assert voids_in(opened) == set(season.voids)
    assert StoredDesk(opened.database).record() == a_record()
    assert recovery is None or (recovery.is_complete and recovery.lost == 0)
    assert StoredRecoveries(opened.database).latest() == recovery
    assert looks_whole(path, opened)
    again = opened_again(path, season)
    again.database.close()
    assert again.recovery is None


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("harm", HARM_TO_CLOSED.values(), ids=HARM_TO_CLOSED)
def test_whatever_happens_to_the_operation_log_it_is_completed_from_the_database(
    season: SeasonFolder,
    tmp_path: Path,
    expected_log: Callable[[str], None],
    *,
    harm: Harm,
    seed: int,
) -> None:
    expected_log("recovery: ")
    path = season.at(tmp_path / "home", open_=False)
    [segment] = segments(log_folder(path))
    harm(segment.path, random.Random(seed))
    opened = opened_again(path, season)
    assert visits_in(opened) == set(season.visits)
    visit = a_visit()
    StoredJournal(opened.database).record(visit)
    opened.database.close()
    shutil.rmtree(path.parent / "backups")
    path.unlink()  # now all that there is comes from the log
    rebuilt = opened_again(path, season)
    found = visits_in(rebuilt)
    rebuilt.database.close()
    assert rebuilt.recovery is not None
    assert rebuilt.recovery.is_complete
    assert found == {*season.visits, visit.id}


def test_an_older_database_that_was_put_back_is_completed_from_the_log(
    season: SeasonFolder, tmp_path: Path, expected_log: Callable[[str], None]
) -> None:
    expected_log("recovery: ")
    path = season.at(tmp_path / "home", open_=False)
    yesterday = path.read_bytes()
    opened = opened_again(path, season)
    journal = StoredJournal(opened.database)
    before = journal.count()
    recorded = [a_visit() for _ in range(10)]
    for visit in recorded:
        journal.record(visit)
    journal.void(a_void(recorded[0].id))
    opened.database.close()
    path.write_bytes(yesterday)
    again = opened_again(path, season)
    count = StoredJournal(again.database).count()
    assert {visit.id for visit in recorded} <= visits_in(again)
    assert again.recovery is not None
    assert (again.recovery.taken_in, again.recovery.rebuilt) == (11, False)
    assert again.recovery.is_complete
    assert count.pending == before.pending + 11
    assert looks_whole(path, again)


def test_what_was_lost_from_both_is_counted(
    season: SeasonFolder, tmp_path: Path, expected_log: Callable[[str], None]
) -> None:
    expected_log("recovery: ")
    path = season.at(tmp_path / "home", open_=False)
    [segment] = segments(log_folder(path))
    content = segment.path.read_bytes()
    frames = content.split(MARKER)
    gone = b"".join(MARKER + frame for frame in frames[-6:-3])
    segment.path.write_bytes(content.replace(gone, bytes(len(gone))))
    path.write_bytes(b"")
    opened = opened_again(path, season)
    found = visits_in(opened)
    opened.database.close()
    assert opened.recovery is not None
    assert opened.recovery.lost == 3
    assert len(found) < len(season.visits)
    again = opened_again(path, season)
    again.database.close()
    assert again.recovery is None


def test_with_the_end_of_both_gone_it_is_said_that_more_may_be_missing(
    season: SeasonFolder, tmp_path: Path, expected_log: Callable[[str], None]
) -> None:
    expected_log("recovery: ")
    path = season.at(tmp_path / "home", open_=False)
    [segment] = segments(log_folder(path))
    content = segment.path.read_bytes()
    segment.path.write_bytes(content[: content.rindex(MARKER)])
    path.unlink()
    opened = opened_again(path, season)
    opened.database.close()
    assert opened.recovery is not None
    assert not opened.recovery.knows_all


def test_the_damaged_file_is_kept_to_the_bit(
    season: SeasonFolder, tmp_path: Path, expected_log: Callable[[str], None]
) -> None:
    expected_log("recovery: ")
    path = season.at(tmp_path / "home", open_=False)
    HARM_TO_CLOSED["the first page gone"](path, random.Random(1))
    damaged = path.read_bytes()
    opened = open_store(path, season.secrets, at_moment)
    opened.database.close()
    assert opened.recovery is not None
    assert opened.recovery.aside is not None
    assert (opened.recovery.aside / "desk.db").read_bytes() == damaged


def test_what_the_register_has_is_not_sent_again_and_the_rest_is(
    season: SeasonFolder, tmp_path: Path, expected_log: Callable[[str], None]
) -> None:
    expected_log("recovery: ")
    path = season.at(tmp_path / "home", open_=False)
    before = open_store(path, season.secrets, at_moment)
    count = StoredJournal(before.database).count()
    before.database.close()
    HARM_TO_CLOSED["the first page gone"](path, random.Random(1))
    opened = open_store(path, season.secrets, at_moment)
    assert StoredJournal(opened.database).count() == count
    waiting = StoredOutbox(opened.database, SteppingClock()).claim(1000)
    opened.database.close()
    assert len(waiting) == count.pending
    assert opened.recovery is not None
    assert opened.recovery.is_complete


def test_a_rebuilding_that_was_cut_off_is_done_afresh(
    season: SeasonFolder, tmp_path: Path, expected_log: Callable[[str], None]
) -> None:
    expected_log("recovery: ")
    path = season.at(tmp_path / "home", open_=False)
    whole = path.read_bytes()
    path.with_name("desk.db.rebuilt").write_bytes(whole)  # it was to take the file's place
    path.write_bytes(b"")
    opened = open_store(path, season.secrets, at_moment)
    found = visits_in(opened)
    opened.database.close()
    assert found == set(season.visits)
    assert not path.with_name("desk.db.rebuilt").exists()


def test_damage_that_was_met_at_work_is_mended_by_the_next_start(
    season: SeasonFolder, tmp_path: Path, expected_log: Callable[[str], None]
) -> None:
    expected_log("recovery: ")
    path = season.at(tmp_path / "home", open_=False)
    connection = bare(path, open_key(season))
    root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name='cards_a'").fetchone()
    connection.close()
    content = bytearray(path.read_bytes())
    content[(root[0] - 1) * 4096 + 100] ^= 1
    path.write_bytes(content)
    opened = open_store(path, season.secrets, at_moment)  # the journal is whole
    opened.database.close()
    assert opened.recovery is None
    damage_note(path).touch()
    opened = open_store(path, season.secrets, at_moment)
    found = visits_in(opened)
    opened.database.close()
    assert opened.recovery is not None
    assert opened.recovery.is_complete
    assert found == set(season.visits)
    assert not damage_note(path).exists()


def test_a_wrong_key_is_told_from_damage(season: SeasonFolder, tmp_path: Path) -> None:
    path = season.at(tmp_path / "home", open_=False)
    before = {file: file.read_bytes() for file in path.parent.rglob("*") if file.is_file()}
    other = FileSecrets(tmp_path / "other.json")
    other.set("database-key", "cd" * 32)
    with pytest.raises(StoreKeyError) as caught:
        open_store(path, other, at_moment)
    assert not isinstance(caught.value, StoreKeyLostError)
    assert {file: file.read_bytes() for file in before} == before


def test_a_lost_key_is_said_also_where_only_copies_are_left(
    season: SeasonFolder, tmp_path: Path
) -> None:
    path = season.at(tmp_path / "home", open_=False)
    none = FileSecrets(tmp_path / "other.json")
    with pytest.raises(StoreKeyLostError):
        open_store(path, none, at_moment)
    path.unlink()
    with pytest.raises(StoreKeyLostError):
        open_store(path, none, at_moment)


def test_a_file_set_aside_is_taken_in_once_its_key_turns_up(
    season: SeasonFolder, tmp_path: Path
) -> None:
    path = season.at(tmp_path / "home", open_=False)
    secrets = FileSecrets(tmp_path / "new.json")
    aside = start_afresh(path, secrets, MOMENT)
    opened = open_store(path, secrets, at_moment)
    assert (visits_in(opened), opened.merged) == (set(), 0)
    visit = a_visit()
    StoredJournal(opened.database).record(visit)
    opened.database.close()
    assert (aside / "desk.db").exists()

    secrets.set("database-key", open_key(season))  # as a keyring that was brought back
    opened = open_store(path, secrets, at_moment)
    found, count = visits_in(opened), StoredJournal(opened.database).count()
    opened.database.close()
    assert visit.id in found
    assert opened.merged == count.pending - 1 > 0
    again = open_store(path, secrets, at_moment)
    again.database.close()
    assert again.merged == 0


def test_a_file_that_another_program_has_open_is_left_in_peace(tmp_path: Path) -> None:
    path = tmp_path / "home" / "desk.db"
    running = program("claim-and-hang", path)
    assert running.stdout is not None
    assert running.stdout.readline().strip() == "claimed"
    secrets = FileSecrets(tmp_path / "secrets.json")
    secrets.set("database-key", "ab" * 32)
    with pytest.raises(StoreLockedError):
        start_afresh(path, secrets, MOMENT)
    opened = open_store(path, secrets, at_moment)
    opened.database.close()
    running.kill()
    running.communicate()
    assert opened.recovery is None
    assert path.exists()


def test_two_starts_over_a_damaged_file_rebuild_it_once(
    season: SeasonFolder, tmp_path: Path
) -> None:
    path = tmp_path / "home" / "desk.db"
    shutil.copytree(season.folder / "closed", path.parent)
    shutil.copy(season.folder / "secrets.json", tmp_path / "secrets.json")
    (tmp_path / "secrets.json").chmod(0o600)
    HARM_TO_CLOSED["the first page gone"](path, random.Random(1))
    both = [program("start", path) for _ in range(2)]
    answers = [running.communicate(timeout=LONGEST) for running in both]
    assert [output for output, _ in answers] == ["started\n", "started\n"]
    assert sorted(warned.count("recovery: rebuilt True") for _, warned in answers) == [0, 1]
    assert len(list((path.parent / "set-aside").iterdir())) == 1


def open_key(season: SeasonFolder) -> str:
    key = season.secrets.get("database-key")
    assert key is not None
    return key
