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
from tests.helpers.cli_user import CARDS, MUSEUM, OFFER, VENUE, CliUser
from tests.helpers.desk_fixture import FAMILY, POOL, DeskFixture
from tests.helpers.disks import LimitedFiles, SmallDisk, small_disk
from tests.helpers.register import LiveRegister
from tests.helpers.samples import MOMENT, a_visit
from tests.helpers.store import KEY, bare

ASKED = VisitRequest(number=FAMILY.number, offer_id=POOL.id)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with small_disk(tmp_path / "disk") as made:
        yield made


@pytest.fixture
def desk_fixture(disk: SmallDisk) -> Iterator[DeskFixture]:
    made = DeskFixture(disk.folder)
    made.enrol()
    made.load_register()
    made.load_offers()
    yield made
    made.close()


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveRegister]:
    with LiveRegister(tmp_path_factory.mktemp("register")) as running:
        running.fill(VENUE, CARDS, [MUSEUM])
        yield running


@pytest.fixture
def desk(
    disk: SmallDisk, register: LiveRegister, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> CliUser:
    cli_user = CliUser(disk.folder, capsys)
    cli_user.secrets = tmp_path / "secrets.json"  # on a disk that is well
    assert (
        cli_user("enrol", "--api", register.url, "--code", register.activation(VENUE.id)).status
        == 0
    )
    assert cli_user("sync").status == 0
    return cli_user


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


@pytest.mark.parametrize(
    ("language", "next_step"),
    [("fi", "yritä uudelleen"), ("sv", "försök igen"), ("en", "try again")],
)
def test_at_the_command_line_a_full_disk_is_status_7_with_the_next_step(
    disk: SmallDisk, desk: CliUser, monkeypatch: pytest.MonkeyPatch, language: str, next_step: str
) -> None:
    if disk.full_code != "store_full":
        next_step = {"fi": "IT\u2011tue", "sv": "it\u2011stöd", "en": "IT support"}[language]
    monkeypatch.setenv("LC_ALL", f"{language}_FI.UTF-8")
    disk.fill()
    answers = [desk("record", "FAMILY1", *OFFER), desk("sync"), desk("queue")]
    disk.make_room()
    for answer in answers:
        assert (answer.status, answer.data["error"]["code"]) == (7, disk.full_code)
        assert next_step in answer.words
    assert desk("queue").data["pending"] == 0
    assert desk("record", "FAMILY1", *OFFER).status == 0
    assert desk("queue").data["pending"] == 1


def test_at_the_command_line_a_read_only_folder_is_status_7(disk: SmallDisk, desk: CliUser) -> None:
    with disk.read_only():
        answer = desk("record", "FAMILY1", *OFFER)
    assert (answer.status, answer.data["error"]["code"]) == (7, "store_read_only")
    assert str(disk.folder) in answer.words
    assert desk("record", "FAMILY1", *OFFER).status == 0
    assert desk("queue").data["pending"] == 1


def test_at_the_command_line_a_file_that_another_program_holds_is_status_7(desk: CliUser) -> None:
    other = bare(desk.home / "desk.db", desk.key)
    other.execute("BEGIN EXCLUSIVE")
    answer = desk("record", "FAMILY1", *OFFER)
    assert (answer.status, answer.data["error"]["code"]) == (7, "store_locked")
    other.execute("ROLLBACK")
    other.close()
    assert desk("record", "FAMILY1", *OFFER).status == 0
    assert desk("queue").data["pending"] == 1
