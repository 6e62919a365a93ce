"""A disk that is full, read-only or failing, and a file that another program holds."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from desk_app.services.errors import StoreError
from desk_app.services.recording import VisitRequest
from desk_app.store.connection.database import Database
from desk_app.store.maintenance import Maintenance
from desk_app.store.recovery.backups import Backups
from desk_app.store.recovery.integrity import copy_is_whole
from desk_app.store.visits.journal import StoredJournal
from tests.helpers.desk_fixture import FAMILY, POOL, DeskFixture
from tests.helpers.disks import LimitedFiles, SmallDisk
from tests.helpers.samples import MOMENT, a_visit
from tests.helpers.store import KEY

ASKED = VisitRequest(number=FAMILY.number, offer_id=POOL.id)


@pytest.fixture
def desk_fixture(disk: SmallDisk) -> Iterator[DeskFixture]:
    made = DeskFixture(disk.folder)
    made.enrol()
    made.load_register()
    made.load_offers()
    yield made
    made.close()


def refused(action: Callable[[], object]) -> str:
    with pytest.raises(StoreError) as caught:
        action()
    return caught.value.code


def test_on_a_full_disk_nothing_is_recorded_and_the_next_visit_works_once_there_is_room(
    disk: SmallDisk, desk_fixture: DeskFixture
) -> None:
    desk_fixture.services.recording.record(ASKED)
    disk.fill()
    codes = {refused(lambda: desk_fixture.services.recording.record(ASKED)) for _ in range(3)}
    disk.make_room()
    assert codes == {disk.full_code}
    assert len(desk_fixture.visits()) == desk_fixture.journal.count().pending == 1
    desk_fixture.services.recording.record(ASKED)
    assert len(desk_fixture.visits()) == desk_fixture.journal.count().pending == 2


def test_on_a_full_disk_cards_are_still_checked(disk: SmallDisk, desk_fixture: DeskFixture) -> None:
    desk_fixture.services.recording.record(ASKED)
    disk.fill()
    assert desk_fixture.services.checking.check(FAMILY.number, POOL.id).verdict.admits
    disk.make_room()


def test_a_visit_that_was_taken_back_on_a_full_disk_stays_as_it_was(
    disk: SmallDisk, desk_fixture: DeskFixture
) -> None:
    visit = desk_fixture.services.recording.record(ASKED).visit
    disk.fill()
    assert refused(lambda: desk_fixture.services.voiding.void(visit.id)) == disk.full_code
    disk.make_room()
    assert [entry.voided for entry in desk_fixture.visits()] == [False]
    desk_fixture.services.voiding.void(visit.id)
    assert [entry.voided for entry in desk_fixture.visits()] == [True]


def test_a_register_that_does_not_fit_leaves_the_old_one_in_use(
    disk: SmallDisk, desk_fixture: DeskFixture
) -> None:
    before = desk_fixture.register.status()
    disk.fill()
    assert refused(lambda: desk_fixture.load_register([])) == disk.full_code
    disk.make_room()
    assert desk_fixture.register.status() == before
    assert desk_fixture.register.find(FAMILY.number) == FAMILY
    desk_fixture.load_register([])
    assert desk_fixture.register.find(FAMILY.number) is None


def test_on_a_full_disk_no_copy_is_made_and_the_next_one_is_once_there_is_room(
    disk: SmallDisk, expected_log: Callable[[str], None]
) -> None:
    expected_log(f"no backup of the journal could be made: {disk.full_code}")
    path = disk.folder / "home" / "desk.db"
    database = Database.open(path, KEY)
    journal, backups = StoredJournal(database), Backups(path)
    journal.record(a_visit())
    first = backups.make(database, KEY, MOMENT)
    hour_later = MOMENT + timedelta(hours=1)
    disk.fill()
    Maintenance(database, path, KEY, lambda: hour_later).close()
    code = refused(lambda: journal.record(a_visit()))
    left = list(backups.folder.iterdir())
    disk.make_room()
    assert (left, code) == ([first.path], disk.full_code)
    journal.record(a_visit())
    Maintenance(database, path, KEY, lambda: hour_later).close()
    database.close()
    assert [copy.highest for copy in backups.copies()] == [2, 1]
    assert copy_is_whole(backups.copies()[0].path, KEY)


def test_an_io_error_records_nothing_and_the_next_visit_works(tmp_path: Path) -> None:
    disk = LimitedFiles(tmp_path)
    desk_fixture = DeskFixture(tmp_path)
    desk_fixture.enrol()
    desk_fixture.load_register()
    desk_fixture.load_offers()
    disk.fill()
    try:
        code = refused(lambda: desk_fixture.services.recording.record(ASKED))
    finally:
        disk.make_room()
    assert (code, desk_fixture.visits()) == ("store_unusable", [])
    desk_fixture.services.recording.record(ASKED)
    assert len(desk_fixture.visits()) == 1
    desk_fixture.close()
