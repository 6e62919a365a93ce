import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desk_app.services.errors import StoreReadOnlyError
from desk_app.store.connection.database import Database
from desk_app.store.recovery.backups import DAYS_KEPT, HOURS_KEPT, OUTLIVED, Backups
from desk_app.store.schema.tables import FROM_REGISTER, JOURNAL, metadata
from desk_app.store.visits.journal import StoredJournal
from tests.helpers.samples import MOMENT, a_visit
from tests.helpers.store import KEY, bare


@pytest.fixture
def backups(path: Path) -> Backups:
    return Backups(path)


def test_every_table_is_either_saved_or_told_again_by_the_register() -> None:
    assert {table.name for table in (*JOURNAL, *FROM_REGISTER)} == set(metadata.tables)


def test_a_copy_holds_every_visit_and_no_card_of_the_register(
    database: Database, journal: StoredJournal, backups: Backups
) -> None:
    visit = a_visit()
    journal.record(visit)
    copy = bare(backups.make(database, KEY, MOMENT).path)
    assert copy.execute("SELECT id FROM visits").fetchall() == [(visit.id.hex,)]
    names = {row[0] for row in copy.execute("SELECT name FROM sqlite_master")}
    copy.close()
    assert names.isdisjoint(table.name for table in FROM_REGISTER)


def test_a_copy_is_encrypted_and_for_this_user_alone(
    database: Database, journal: StoredJournal, backups: Backups
) -> None:
    journal.record(a_visit(number="CANARY0123456789"))
    path = backups.make(database, KEY, MOMENT).path
    assert b"CANARY" not in path.read_bytes()
    assert b"SQLite format" not in path.read_bytes()
    assert (path.stat().st_mode & 0o777, backups.folder.stat().st_mode & 0o777) == (0o600, 0o700)


def test_a_copy_is_made_while_another_program_is_writing(
    database: Database, path: Path, backups: Backups
) -> None:
    other = bare(path)
    other.execute("BEGIN IMMEDIATE")
    assert backups.make(database, KEY, MOMENT).highest == 0
    other.close()


def test_a_copy_is_due_after_an_hour_and_when_the_newest_is_from_the_future(
    database: Database, backups: Backups
) -> None:
    assert backups.is_due(MOMENT)
    backups.make(database, KEY, MOMENT)
    assert not backups.is_due(MOMENT + timedelta(minutes=59))
    assert backups.is_due(MOMENT + timedelta(minutes=60))
    assert backups.is_due(MOMENT - timedelta(days=300))


def test_old_copies_make_room_but_for_one_a_day(database: Database, backups: Backups) -> None:
    begin = datetime(2026, 11, 1, tzinfo=UTC)
    for hour in (*range(22, 24 * 10, 24), *range(24 * 10, 24 * 12, 2)):
        for minute in (5, 40):
            backups.make(database, KEY, begin + timedelta(hours=hour, minutes=minute))
    made_at = [copy.made_at for copy in backups.copies()]
    assert made_at[0] == begin + timedelta(hours=286, minutes=40)
    assert {at.minute for at in made_at} == {40}
    assert len({f"{at:%d%H}" for at in made_at[:HOURS_KEPT]}) == HOURS_KEPT
    assert len({at.date() for at in made_at}) == DAYS_KEPT
    assert len(made_at) <= HOURS_KEPT + DAYS_KEPT


def test_a_copy_that_cannot_be_made_leaves_no_half_of_one(
    database: Database, path: Path, backups: Backups
) -> None:
    backups.folder.write_text("in the way")
    with pytest.raises(StoreReadOnlyError):
        backups.make(database, KEY, MOMENT)
    backups.folder.unlink()
    half = backups.make(database, KEY, MOMENT).path
    half.rename(half.with_name("copy.part"))  # as a program that was killed leaves it
    backups.make(database, KEY, MOMENT)
    assert [file.suffix for file in backups.folder.iterdir()] == [".db"]
    assert path.exists()


def test_after_a_winter_the_old_copies_stay_until_a_new_one_stands_for_them(
    database: Database, journal: StoredJournal, backups: Backups
) -> None:
    journal.record(a_visit(number="FORGOTTEN1"))
    backups.make(database, KEY, MOMENT - timedelta(hours=2))
    backups.make(database, KEY, MOMENT)
    spring = MOMENT + timedelta(days=150)
    assert len(backups.copies()) == 2
    new = backups.make(database, KEY, spring)
    assert list(backups.copies()) == [new]


def test_a_copy_that_knows_more_than_the_newest_one_is_never_outlived(
    database: Database, backups: Backups
) -> None:
    old = backups.make(database, KEY, MOMENT).path
    knows_more = old.rename(old.with_name(old.name.replace("-000000000000-", "-000000000007-")))
    backups.make(database, KEY, MOMENT + OUTLIVED * 2)
    assert knows_more.exists()


def test_the_copy_of_an_old_version_goes_when_it_is_outlived(
    database: Database, path: Path, backups: Backups
) -> None:
    old = path.with_name("desk.db.v1")
    old.touch()
    beside = path.with_name("desk.db.v1.kept-by-the-admin")
    beside.touch()
    since = old.stat().st_mtime - OUTLIVED.total_seconds()
    for at, there in ((since + 60, True), (since - 60, False)):
        for file in (old, beside):
            if file.exists():
                os.utime(file, (at, at))
        backups.make(database, KEY, MOMENT)
        assert old.exists() is there
    assert beside.exists()
