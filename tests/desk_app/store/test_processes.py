"""Programs beside each other, and programs that end in the middle: each one is a real process."""

from pathlib import Path

import pytest

from desk_app.store.connection.database import Database
from desk_app.store.visits.journal import StoredJournal
from desk_app.store.visits.outbox import StoredOutbox
from tests.helpers.samples import a_visit
from tests.helpers.store import KEY, RECORDED_BY_EACH, answer_of, bare, program

pytestmark = pytest.mark.slow


def test_two_programs_write_at_the_same_time(path: Path, journal: StoredJournal) -> None:
    both = [program("record", path) for _ in range(2)]
    recorded = {line for running in both for line in answer_of(running)}
    assert len(recorded) == 2 * RECORDED_BY_EACH
    assert {str(entry.visit.id) for entry in journal.latest(1000)} == recorded


def test_two_first_starts_at_the_same_time_share_one_file(path: Path) -> None:
    both = [program("first-start", path) for _ in range(2)]
    assert [answer_of(running) for running in both] == [["started"], ["started"]]


def test_what_was_acknowledged_is_there_after_a_kill(path: Path) -> None:
    running = program("record-until-killed", path)
    assert running.stdout is not None
    acknowledged = [running.stdout.readline().strip() for _ in range(30)]
    running.kill()
    rest, _ = running.communicate()
    acknowledged += rest.split("\n")[:-1]  # a last line may have been cut off
    database = Database.open(path, KEY)
    there = {str(entry.visit.id) for entry in StoredJournal(database).latest(100_000)}
    queued = StoredJournal(database).count().pending
    database.close()
    assert set(acknowledged) <= there
    assert queued == len(there)  # no visit without its operation
    assert bare(path).execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_what_a_killed_sync_worker_had_taken_is_pending_again(
    path: Path, journal: StoredJournal, outbox: StoredOutbox
) -> None:
    visits = [a_visit(), a_visit()]
    for visit in visits:
        journal.record(visit)
    running = program("claim-and-hang", path)
    assert running.stdout is not None
    taken = list(iter(lambda: running.stdout.readline().strip(), "claimed"))  # type: ignore[union-attr]  # asserted above
    running.kill()
    running.communicate()
    assert taken == [str(visit.id) for visit in visits]
    assert outbox.claim(10) == []
    assert outbox.release() == 2
    assert outbox.claim(10) == visits
