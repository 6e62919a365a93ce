"""Damage outside of the journal: a start finds what recording needs, and mends it at once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desk_app.services.errors import StoreError
from desk_app.store.recovery.integrity import NEEDED
from desk_app.store.schema.tables import JOURNAL
from tests.endurance.steps import start_store, try_record, visits_in
from tests.helpers.samples import a_visit
from tests.helpers.store import bare, plain_pages

VISITS = 5
_PAGE = 4096
Expect = Callable[[str], None]


@pytest.fixture
def path(tmp_path: Path, key: str) -> Path:
    path = tmp_path / "home" / "desk.db"
    record(path, key, VISITS)
    return path


def record(path: Path, key: str, count: int) -> None:
    opened = start_store(path, key)
    assert all(try_record(opened, a_visit(), StoreError) for _ in range(count))
    opened.database.close()


def flip_in_page(path: Path, number: int) -> None:
    content = bytearray(path.read_bytes())
    content[(number - 1) * _PAGE + 100] ^= 1
    path.write_bytes(content)


def check_mended(path: Path, key: str, visits: int) -> None:
    """All is there, the next visit is recorded at once, and the next start finds nothing."""
    opened = start_store(path, key)
    found = visits_in(opened)
    recorded = try_record(opened, a_visit(), StoreError)
    opened.database.close()
    again = start_store(path, key)
    again.database.close()
    assert (len(found), recorded) == (visits, True)
    assert opened.recovery is not None
    assert opened.recovery.is_complete
    assert again.recovery is None


@pytest.mark.parametrize("table", [table.name for table in NEEDED if table not in JOURNAL])
def test_a_table_that_recording_needs_is_looked_over_at_the_start(
    path: Path, key: str, table: str, expected_log: Expect
) -> None:
    expected_log("recovery: rebuilt True")
    connection = bare(path, key)
    asked = "SELECT rootpage FROM sqlite_master WHERE name = ?"
    (root,) = connection.execute(asked, (table,)).fetchone()
    connection.close()
    flip_in_page(path, root)
    check_mended(path, key, VISITS)


def test_damage_that_is_met_while_both_are_compared_is_mended_in_the_same_start(
    path: Path, key: str, expected_log: Expect
) -> None:
    expected_log("recovery: rebuilt True")
    connection = bare(path, key)
    connection.execute("CREATE TABLE filler (content BLOB)")
    connection.execute("INSERT INTO filler VALUES (zeroblob(40000))")
    connection.execute("DROP TABLE filler")
    connection.close()
    yesterday = path.read_bytes()
    record(path, key, 20 * VISITS)
    path.write_bytes(yesterday)
    free = int.from_bytes(plain_pages(path, key)[32 - 16 :][:4])
    flip_in_page(path, free)
    check_mended(path, key, 21 * VISITS)
