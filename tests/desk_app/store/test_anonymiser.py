"""A card number that the policy has forgotten is nowhere in the decrypted file."""

import shutil
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
from desk_app.store.opening import open_logged
from desk_app.store.operation_log.compacting import compact
from desk_app.store.operation_log.reading import read_log
from desk_app.store.operation_log.segments import erase, log_folder, segments
from desk_app.store.recovery.backups import Backups
from desk_app.store.recovery.missing_operations import (
    StoredMissingOperations,
    as_text,
    of_text,
)
from desk_app.store.retention.anonymiser import StoredAnonymiser
from desk_app.store.visits.journal import StoredJournal
from desk_app.store.visits.outbox import StoredOutbox
from desk_app.store.visits.paper_rows import StoredPaperRows
from sync.ports import OperationState, SendResult
from sync.rules.limits import LimitsInForce
from sync.rules.visits import Visit
from tests.helpers.samples import MOMENT, a_visit, a_void
from tests.helpers.store import KEY, SteppingClock, plain_pages

BEFORE = date(2026, 10, 25)
OLD = datetime(2026, 10, 1, 12, tzinfo=UTC)
SETTLED, WAITING, RECENT = b"CANARYOLD", b"CANARYWAIT", b"CANARYNEW"
MARKER = b"\xb5KKLOG1\n"


class Desk:
    """A store whose card numbers are canaries: old and settled, old and unsent, recent."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.now = MOMENT
        self.database, self.log = open_logged(path, KEY)
        self.journal = StoredJournal(self.database)
        self.outbox = StoredOutbox(self.database, SteppingClock())
        self.backups = Backups(path)
        self.anonymiser = StoredAnonymiser(self.database, self._erase)

    def record(self, number: bytes, at: datetime) -> Visit:
        visit = a_visit(number=number.decode(), at=at)
        self.journal.record(visit)
        return visit

    def send(self) -> None:
        taken = self.outbox.take(1000)
        self.outbox.settle([SendResult(sent.id, OperationState.ACCEPTED) for sent in taken])

    def copy(self) -> None:
        self.now += timedelta(hours=1)
        self.backups.make(self.database, KEY, self.now)

    def forget(self) -> None:
        while self.anonymiser.forget_numbers(BEFORE, NO_LIMITS):
            pass
        self.anonymiser.wipe()

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

    def _erase(self) -> None:
        compact(self.database, self.log)
        self.backups.renew(self.database, KEY, self.now)


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
def desk(path: Path) -> Desk:
    return Desk(path)


def test_numbers_go_from_database_log_and_copies_and_what_waits_stays(desk: Desk) -> None:
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
    pending = {operation.id for operation in desk.outbox.take(1000)}
    plain = desk.everything()
    assert SETTLED not in plain
    assert WAITING in plain
    assert RECENT in plain
    assert pending == logged == {recent.id, *(visit.id for visit in waiting)}
    assert len(desk.backups.copies()) == 1


def test_the_lists_of_what_waits_carry_the_beginnings_of_ids_alone(desk: Desk) -> None:
    waiting = [desk.record(WAITING, OLD) for _ in range(3)]
    listed = StoredMissingOperations(desk.database).waiting(MOMENT)
    desk.database.close()
    assert listed == [visit.id.hex[:16] for visit in waiting]
    assert of_text(as_text(listed)) == listed


def test_a_visit_that_was_keyed_in_late_goes_as_soon_as_it_is_settled(desk: Desk) -> None:
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


def test_a_row_of_a_paper_form_that_was_put_away_is_nowhere(desk: Desk) -> None:
    rows = StoredPaperRows(desk.database)
    row = PaperRow(id=uuid4(), offer_id=uuid4(), day=OLD.date(), number=SETTLED.decode())
    rows.keep(row)
    rows.keep(replace(row, counts={"holder": 1}))
    rows.keep(replace(row, id=uuid4(), number=WAITING.decode()))
    desk.copy()
    desk.forget()
    assert desk.anonymiser.is_wiped()
    rows.drop(row.id)
    assert not desk.anonymiser.is_wiped()
    desk.forget()
    plain = desk.everything()
    assert SETTLED not in plain
    assert WAITING in plain


def test_a_row_whose_visit_was_made_is_kept_as_long_as_the_visit(desk: Desk) -> None:
    desk.forget()
    rows = StoredPaperRows(desk.database)
    visit = a_visit(number=SETTLED.decode(), at=OLD)
    rows.keep(
        PaperRow(id=visit.id, offer_id=uuid4(), day=OLD.date(), number=SETTLED.decode().lower())
    )
    with desk.database.write():
        desk.journal.record(visit)
        rows.drop(visit.id)
    assert desk.anonymiser.is_wiped()
    desk.copy()
    desk.send()
    desk.forget()
    assert SETTLED.lower() not in desk.everything().lower()


def test_an_end_between_forgetting_and_erasing_is_made_good(desk: Desk) -> None:
    desk.record(SETTLED, OLD)
    desk.send()
    desk.copy()
    desk.anonymiser.forget_numbers(BEFORE, NO_LIMITS)
    desk.database.close()
    again = Desk(desk.path)
    assert not again.anonymiser.is_wiped()
    again.forget()
    assert again.anonymiser.is_wiped()
    assert SETTLED not in again.everything()


def test_a_file_of_the_log_is_overwritten_before_it_is_removed(desk: Desk, tmp_path: Path) -> None:
    desk.record(SETTLED, OLD)
    desk.database.close()
    [segment] = segments(log_folder(desk.path))
    under_another_name = tmp_path / "kept"
    under_another_name.hardlink_to(segment.path)
    erase(segment.path)
    assert not any(under_another_name.read_bytes())
    assert not segment.path.exists()
