"""A card number that the policy has forgotten is nowhere in the decrypted file."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desk_app.services.paper_rows import PaperRow
from desk_app.store.opening import open_logged, open_store
from desk_app.store.operation_log.reading import read_log
from desk_app.store.operation_log.segments import erase, log_folder, segments
from desk_app.store.recovery.backups import Backups
from desk_app.store.recovery.missing_operations import (
    StoredMissingOperations,
    as_text,
    of_text,
)
from desk_app.store.retention.anonymiser import StoredAnonymiser
from desk_app.store.retention.companion_files import CompanionFiles
from desk_app.store.visits.journal import StoredJournal
from desk_app.store.visits.outbox import StoredOutbox
from desk_app.store.visits.paper_rows import StoredPaperRows
from sync.ports import OperationState, SendResult
from sync.rules.limits import LimitsInForce
from sync.rules.visits import Visit
from tests.endurance.steps import KeptKey
from tests.helpers.samples import MOMENT, a_visit, a_void
from tests.helpers.store import KEY, SteppingClock, plain_pages

BEFORE = date(2026, 10, 25)
OLD = datetime(2026, 10, 1, 12, tzinfo=UTC)
SETTLED, WAITING, RECENT = b"CANARYOLD", b"CANARYWAIT", b"CANARYNEW"
MARKER = b"\xb5KKLOG1\n"


class CanaryStore:
    """A store whose card numbers are canaries: old and settled, old and unsent, recent."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.now = MOMENT
        self.database, self.log = open_logged(path, KEY)
        self.journal = StoredJournal(self.database)
        self.outbox = StoredOutbox(self.database, SteppingClock())
        self.backups = Backups(path)
        beside = CompanionFiles(path, KEY, self.database, self.log, lambda: self.now)
        self.anonymiser = StoredAnonymiser(self.database, beside)

    def record(self, number: bytes, at: datetime) -> Visit:
        visit = a_visit(number=number.decode(), at=at)
        self.journal.record(visit)
        return visit

    def send(self) -> None:
        taken = self.outbox.claim(1000)
        self.outbox.record_results([SendResult(sent.id, OperationState.ACCEPTED) for sent in taken])

    def copy(self) -> None:
        self.now += timedelta(hours=1)
        self.backups.make(self.database, KEY, self.now)

    def forget(self) -> None:
        while self.anonymiser.forget_numbers(BEFORE, NO_LIMITS):
            pass
        self.anonymiser.wipe(BEFORE)

    def everything(self) -> bytes:
        """All bytes of all files, decrypted by hand."""
        self.database.close()
        plain = b""
        for file in self.path.parent.rglob("*"):
            if file.suffix == ".oplog":
                plain += plain_log(file.read_bytes())
            elif file.suffix == ".db" or ".db.v" in file.name:
                plain += plain_pages(file)
            elif file.is_file():
                plain += file.read_bytes()
        return plain


NO_LIMITS = LimitsInForce(offers={}, courses=None)


def plain_log(sealed: bytes) -> bytes:
    """What the log's file holds, by its description in docs/record-format.md alone."""
    derived = HKDF(SHA256(), 32, salt=None, info=b"kaikuluukku operation log 1")
    cipher = AESGCM(derived.derive(bytes.fromhex(KEY)))
    plain, at = sealed, sealed.find(MARKER)
    while at >= 0:
        length = int.from_bytes(sealed[at + 8 : at + 12], "big")
        body = sealed[at + 12 : at + 12 + length]
        try:
            plain += cipher.decrypt(body[:12], body[12:], sealed[at : at + 12])
        except InvalidTag:
            plain += body
        at = sealed.find(MARKER, at + 1)
    return plain


@pytest.fixture
def desk(path: Path) -> CanaryStore:
    return CanaryStore(path)


def test_numbers_go_from_database_log_and_copies_and_what_waits_stays(desk: CanaryStore) -> None:
    for _ in range(5):
        desk.record(SETTLED, OLD)
    voided = desk.record(SETTLED, OLD)
    desk.journal.void(a_void(voided.id))
    desk.send()
    desk.copy()
    waiting = [desk.record(WAITING, OLD) for _ in range(2)]
    recent = desk.record(RECENT, MOMENT)
    desk.copy()
    shutil.copy(desk.path, desk.path.with_name("desk.db.v5"))
    desk.forget()
    logged = set(read_log(log_folder(desk.path), KEY).operations)
    pending = {operation.id for operation in desk.outbox.claim(1000)}
    plain = desk.everything()
    assert SETTLED not in plain
    assert WAITING in plain
    assert RECENT in plain
    assert pending == logged == {recent.id, *(visit.id for visit in waiting)}
    assert len(desk.backups.copies()) == 1


def test_the_lists_of_what_waits_carry_the_beginnings_of_ids_alone(desk: CanaryStore) -> None:
    waiting = [desk.record(WAITING, OLD) for _ in range(3)]
    listed = StoredMissingOperations(desk.database).waiting(MOMENT)
    desk.database.close()
    assert listed == [visit.id.hex[:16] for visit in waiting]
    assert of_text(as_text(listed)) == listed


def test_a_visit_that_was_keyed_in_late_goes_as_soon_as_it_is_settled(desk: CanaryStore) -> None:
    desk.record(RECENT, MOMENT)
    desk.send()
    desk.forget()
    desk.record(SETTLED, OLD)
    desk.forget()
    assert desk.journal.count().pending == 1
    desk.send()
    desk.forget()
    plain = desk.everything()
    assert SETTLED not in plain
    assert RECENT in plain


def test_a_row_of_a_paper_form_that_was_put_away_is_nowhere(desk: CanaryStore) -> None:
    rows = StoredPaperRows(desk.database)
    row = PaperRow(id=uuid4(), offer_id=uuid4(), day=OLD.date(), number=SETTLED.decode())
    rows.save(row)
    rows.save(replace(row, counts={"holder": 1}))
    rows.save(replace(row, id=uuid4(), number=WAITING.decode()))
    desk.copy()
    desk.forget()
    assert desk.anonymiser.is_wiped(BEFORE)
    rows.drop(row.id)
    assert not desk.anonymiser.is_wiped(BEFORE)
    desk.forget()
    plain = desk.everything()
    assert SETTLED not in plain
    assert WAITING in plain


def test_a_row_whose_visit_was_made_is_kept_as_long_as_the_visit(desk: CanaryStore) -> None:
    desk.forget()
    rows = StoredPaperRows(desk.database)
    visit = a_visit(number=SETTLED.decode(), at=OLD)
    rows.save(
        PaperRow(id=visit.id, offer_id=uuid4(), day=OLD.date(), number=SETTLED.decode().lower())
    )
    with desk.database.write():
        desk.journal.record(visit)
        rows.drop(visit.id)
    assert desk.anonymiser.is_wiped(BEFORE)
    desk.copy()
    desk.send()
    desk.forget()
    assert SETTLED.lower() not in desk.everything().lower()


def test_an_end_between_forgetting_and_erasing_is_made_good(desk: CanaryStore) -> None:
    desk.record(SETTLED, OLD)
    desk.send()
    waiting = desk.record(WAITING, OLD)
    desk.copy()
    desk.anonymiser.forget_numbers(BEFORE, NO_LIMITS)
    desk.database.close()
    again = CanaryStore(desk.path)  # a program that has recorded nothing yet
    assert not again.anonymiser.is_wiped(BEFORE)
    again.forget()
    assert set(read_log(log_folder(desk.path), KEY).operations) == {waiting.id}
    assert again.anonymiser.is_wiped(BEFORE)
    assert SETTLED not in again.everything()


def damaged_and_mended(
    desk: CanaryStore, waiting_since: datetime, *, log_too: bool = False
) -> tuple[CanaryStore, Path]:
    """The desk after a start that found its database damaged; and where that lies now.

    The register has one visit, which a copy holds too, and waits for another.
    """
    desk.record(SETTLED, OLD)
    desk.send()
    desk.copy()
    desk.record(WAITING, waiting_since)
    desk.database.close()
    content = bytearray(desk.path.read_bytes())
    content[4096:] = bytes(len(content) - 4096)
    desk.path.write_bytes(content)
    if log_too:
        for segment in segments(log_folder(desk.path)):
            segment.path.unlink()
    opened = open_store(desk.path, KeptKey(KEY), lambda _: MOMENT)
    assert opened.recovery is not None
    opened.database.close()
    [aside] = (desk.path.parent / "set-aside").iterdir()
    assert plain_pages(aside / desk.path.name)
    return CanaryStore(desk.path), aside


def test_a_damaged_file_that_was_set_aside_goes_with_the_first_number(
    desk: CanaryStore, expected_log: Callable[[str], None]
) -> None:
    expected_log("recovery: rebuilt True")
    mended, aside = damaged_and_mended(desk, OLD)
    assert SETTLED in mended.everything()
    again = CanaryStore(desk.path)
    again.forget()
    plain = again.everything()
    assert SETTLED not in plain
    assert WAITING in plain
    assert not aside.exists()


def test_a_damaged_file_stays_for_the_policys_time_where_something_was_not_recovered(
    desk: CanaryStore, expected_log: Callable[[str], None]
) -> None:
    expected_log("recovery: rebuilt True")
    mended, aside = damaged_and_mended(desk, MOMENT, log_too=True)
    mended.forget()
    assert aside.exists()
    next_day = MOMENT.date() + timedelta(days=1)
    assert mended.anonymiser.is_wiped(MOMENT.date())
    assert not mended.anonymiser.is_wiped(next_day)
    mended.anonymiser.wipe(next_day)
    assert not aside.exists()
    mended.database.close()


def test_a_copy_that_an_end_in_the_middle_of_a_rebuild_left_is_erased(
    desk: CanaryStore, tmp_path: Path
) -> None:
    desk.database.close()
    left = desk.path.parent / ".scratch-abc"
    left.mkdir()
    shutil.copy(desk.path, left / desk.path.name)
    under_another_name = tmp_path / "kept"
    under_another_name.hardlink_to(left / desk.path.name)
    open_store(desk.path, KeptKey(KEY), lambda _: MOMENT).database.close()
    assert not left.exists()
    assert not any(under_another_name.read_bytes())


def test_what_no_key_opens_and_what_is_not_the_stores_is_left_alone(desk: CanaryStore) -> None:
    unopened = desk.path.parent / "set-aside" / "20200101T120000Z"
    strange = desk.path.parent / "set-aside" / "20200102T120000Z"
    for folder in (unopened, strange / "desk.db"):
        folder.mkdir(parents=True)
    (unopened / "desk.db").write_bytes(b"sealed")
    (strange / "taken-in").touch()
    (strange / "desk.db" / "a letter.txt").write_text("somebody's own")
    desk.anonymiser.wipe(BEFORE)
    assert (unopened / "desk.db").exists()
    assert [file.name for file in strange.rglob("*") if file.is_file()] == ["a letter.txt"]
    desk.database.close()


def test_a_name_that_the_live_database_has_too_is_removed_without_overwriting(
    desk: CanaryStore,
) -> None:
    """An end in the middle of a rebuild leaves the same file under two names."""
    aside = desk.path.parent / "set-aside" / "20200101T120000Z"
    aside.mkdir(parents=True)
    (aside / "taken-in").touch()
    (aside / "desk.db").hardlink_to(desk.path)
    visit = desk.record(RECENT, MOMENT)
    desk.anonymiser.wipe(BEFORE)
    assert not aside.exists()
    assert desk.journal.entry(visit.id) is not None
    desk.database.close()


def test_a_file_of_the_log_is_overwritten_before_it_is_removed(
    desk: CanaryStore, tmp_path: Path
) -> None:
    desk.record(SETTLED, OLD)
    desk.database.close()
    [segment] = segments(log_folder(desk.path))
    under_another_name = tmp_path / "kept"
    under_another_name.hardlink_to(segment.path)
    erase(segment.path)
    assert not any(under_another_name.read_bytes())
    assert not segment.path.exists()
