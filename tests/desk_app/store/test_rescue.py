"""Real files, damaged in many ways: each is opened whole, or set aside and saved from."""

import random
import shutil
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest

from desk_app.devices.secrets import FileSecrets
from desk_app.services.errors import StoreKeyError, StoreKeyLostError, StoreLockedError
from desk_app.store.backups import Backups
from desk_app.store.database import damage_note
from desk_app.store.desk import StoredDesk
from desk_app.store.journal import StoredJournal
from desk_app.store.opening import Opened, open_cupboard, start_afresh
from desk_app.store.outbox import StoredOutbox
from sync.ports import Fate, OperationState
from tests.helpers.cupboard import SteppingClock, answer_of, bare, program
from tests.helpers.damage import HARM_TO_CLOSED, HARM_TO_OPEN, Harm
from tests.helpers.desks import a_record
from tests.helpers.samples import MOMENT, a_visit, a_void, an_own_offer

VISITS = 60
BEFORE_THE_COPY = 40


@dataclass
class Season:
    """A desk's folder as it was once: closed well, and as a killed program leaves it."""

    folder: Path
    visits: list[UUID]
    in_copy: set[UUID]

    def at(self, home: Path, *, open_: bool) -> Path:
        shutil.copytree(self.folder / ("open" if open_ else "closed"), home)
        return home / "desk.db"

    @property
    def secrets(self) -> FileSecrets:
        return FileSecrets(self.folder / "secrets.json")


@pytest.fixture(scope="module")
def season(tmp_path_factory: pytest.TempPathFactory) -> Season:
    folder = tmp_path_factory.mktemp("season")
    season = Season(folder, [], set())
    path = folder / "home" / "desk.db"
    opened = open_cupboard(path, season.secrets, MOMENT)
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
        if number == BEFORE_THE_COPY:
            taken = outbox.take(20)
            outbox.settle([Fate(each.id, OperationState.ACCEPTED) for each in taken])
            Backups(path).make(opened.database, opened.key, MOMENT)
            season.in_copy.update(season.visits)
    shutil.copytree(path.parent, folder / "open")
    opened.database.close()
    shutil.copytree(path.parent, folder / "closed")
    return season


def visits_in(opened: Opened) -> set[UUID]:
    return {entry.visit.id for entry in StoredJournal(opened.database).latest(10_000)}


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


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(
    ("harm", "open_"),
    [(harm, False) for harm in HARM_TO_CLOSED.values()]
    + [(harm, True) for harm in HARM_TO_OPEN.values()],
    ids=[f"closed: {name}" for name in HARM_TO_CLOSED] + [f"open: {name}" for name in HARM_TO_OPEN],
)
def test_whatever_is_damaged_no_visit_of_a_readable_copy_is_lost(
    season: Season, tmp_path: Path, *, harm: Harm, open_: bool, seed: int
) -> None:
    path = season.at(tmp_path / "home", open_=open_)
    harm(path, random.Random(seed))
    opened = open_cupboard(path, season.secrets, MOMENT)
    found = visits_in(opened)
    assert season.in_copy <= found <= set(season.visits)
    rescued = opened.rescued
    assert StoredDesk(opened.database).record() == a_record()
    if rescued is None and harm is not HARM_TO_OPEN["log and index gone"]:
        assert found == set(season.visits)
    if rescued is not None:
        assert rescued.visits == len(found)
        assert not rescued.is_complete or found == set(season.visits)
        assert rescued.aside.is_dir()
    if rescued is None:
        opened.database.close()
    else:
        assert looks_whole(path, opened)
    again = open_cupboard(path, season.secrets, MOMENT)
    again.database.close()
    assert again.rescued is None


def test_the_damaged_file_is_kept_to_the_bit(season: Season, tmp_path: Path) -> None:
    path = season.at(tmp_path / "home", open_=False)
    HARM_TO_CLOSED["the first page gone"](path, random.Random(1))
    damaged = path.read_bytes()
    opened = open_cupboard(path, season.secrets, MOMENT)
    opened.database.close()
    assert opened.rescued is not None
    assert (opened.rescued.aside / "desk.db").read_bytes() == damaged


def test_what_the_register_has_is_not_sent_again_and_the_rest_is(
    season: Season, tmp_path: Path
) -> None:
    path = season.at(tmp_path / "home", open_=False)
    before = open_cupboard(path, season.secrets, MOMENT)
    count = StoredJournal(before.database).count()
    before.database.close()
    HARM_TO_CLOSED["the first page gone"](path, random.Random(1))
    opened = open_cupboard(path, season.secrets, MOMENT)
    assert StoredJournal(opened.database).count() == count
    waiting = StoredOutbox(opened.database, SteppingClock()).take(1000)
    opened.database.close()
    assert len(waiting) == count.pending
    assert opened.rescued is not None
    assert (opened.rescued.unsent, opened.rescued.lost) == (count.pending, 0)


def test_what_is_known_to_be_lost_is_counted(season: Season, tmp_path: Path) -> None:
    path = season.at(tmp_path / "home", open_=True)
    path.write_bytes(b"")
    opened = open_cupboard(path, season.secrets, MOMENT)
    total = StoredJournal(opened.database).count()
    opened.database.close()
    assert opened.rescued is not None
    known = bare(path, opened.key).execute(
        "SELECT seq FROM sqlite_sequence WHERE name = 'operations'"
    )
    assert opened.rescued.lost == known.fetchone()[0] - total.pending - total.sent


def test_a_rescue_that_was_cut_off_is_done_afresh(season: Season, tmp_path: Path) -> None:
    path = season.at(tmp_path / "home", open_=False)
    whole = path.read_bytes()
    path.with_name("desk.db.rescued").write_bytes(whole)  # it was to take the file's place
    path.write_bytes(b"")
    opened = open_cupboard(path, season.secrets, MOMENT)
    found = visits_in(opened)
    opened.database.close()
    assert found == set(season.visits)
    assert not path.with_name("desk.db.rescued").exists()


def test_damage_that_was_met_at_work_is_mended_by_the_next_start(
    season: Season, tmp_path: Path
) -> None:
    path = season.at(tmp_path / "home", open_=False)
    connection = bare(path, open_key(season))
    root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name='cards_a'").fetchone()
    connection.close()
    content = bytearray(path.read_bytes())
    content[(root[0] - 1) * 4096 + 100] ^= 1
    path.write_bytes(content)
    opened = open_cupboard(path, season.secrets, MOMENT)  # the journal is whole
    opened.database.close()
    assert opened.rescued is None
    damage_note(path).touch()
    opened = open_cupboard(path, season.secrets, MOMENT)
    found = visits_in(opened)
    opened.database.close()
    assert opened.rescued is not None
    assert opened.rescued.is_complete
    assert found == set(season.visits)
    assert not damage_note(path).exists()


def test_a_wrong_key_is_told_from_damage(season: Season, tmp_path: Path) -> None:
    path = season.at(tmp_path / "home", open_=False)
    before = {file: file.read_bytes() for file in path.parent.rglob("*") if file.is_file()}
    other = FileSecrets(tmp_path / "other.json")
    other.set("database-key", "cd" * 32)
    with pytest.raises(StoreKeyError) as said:
        open_cupboard(path, other, MOMENT)
    assert not isinstance(said.value, StoreKeyLostError)
    assert {file: file.read_bytes() for file in before} == before


def test_a_lost_key_is_said_also_where_only_copies_are_left(season: Season, tmp_path: Path) -> None:
    path = season.at(tmp_path / "home", open_=False)
    none = FileSecrets(tmp_path / "other.json")
    with pytest.raises(StoreKeyLostError):
        open_cupboard(path, none, MOMENT)
    path.unlink()
    with pytest.raises(StoreKeyLostError):
        open_cupboard(path, none, MOMENT)


def test_a_file_set_aside_is_taken_in_once_its_key_turns_up(season: Season, tmp_path: Path) -> None:
    path = season.at(tmp_path / "home", open_=False)
    secrets = FileSecrets(tmp_path / "new.json")
    aside = start_afresh(path, secrets, MOMENT)
    opened = open_cupboard(path, secrets, MOMENT)
    assert (visits_in(opened), opened.taken_in) == (set(), 0)
    visit = a_visit()
    StoredJournal(opened.database).record(visit)
    opened.database.close()
    assert (aside / "desk.db").exists()

    secrets.set("database-key", open_key(season))  # as a keyring that was brought back
    opened = open_cupboard(path, secrets, MOMENT)
    found, count = visits_in(opened), StoredJournal(opened.database).count()
    opened.database.close()
    assert visit.id in found
    assert opened.taken_in == count.pending - 1 > 0
    again = open_cupboard(path, secrets, MOMENT)
    again.database.close()
    assert again.taken_in == 0


def test_a_file_that_another_program_has_open_is_left_in_peace(tmp_path: Path) -> None:
    path = tmp_path / "home" / "desk.db"
    running = program("take-and-hang", path)
    assert running.stdout is not None
    assert running.stdout.readline().strip() == "taken"
    secrets = FileSecrets(tmp_path / "secrets.json")
    secrets.set("database-key", "ab" * 32)
    with pytest.raises(StoreLockedError):
        start_afresh(path, secrets, MOMENT)
    opened = open_cupboard(path, secrets, MOMENT)
    opened.database.close()
    running.kill()
    running.communicate()
    assert opened.rescued is None
    assert path.exists()


def test_two_starts_over_a_damaged_file_rescue_it_once(season: Season, tmp_path: Path) -> None:
    path = tmp_path / "home" / "desk.db"
    shutil.copytree(season.folder / "closed", path.parent)
    shutil.copy(season.folder / "secrets.json", tmp_path / "secrets.json")
    (tmp_path / "secrets.json").chmod(0o600)
    HARM_TO_CLOSED["the first page gone"](path, random.Random(1))
    both = [program("start", path) for _ in range(2)]
    assert [answer_of(running) for running in both] == [["started"], ["started"]]
    assert len(list((path.parent / "set-aside").iterdir())) == 1


def open_key(season: Season) -> str:
    key = season.secrets.get("database-key")
    assert key is not None
    return key
