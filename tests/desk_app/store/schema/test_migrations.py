from pathlib import Path
from uuid import UUID

import pytest
import sqlalchemy as sa

from desk_app.services.errors import StoreFullError, StoreTooNewError
from desk_app.store.connection.database import Database
from desk_app.store.schema.migrations import STEPS
from desk_app.store.schema.tables import metadata
from desk_app.store.visits.journal import StoredJournal
from sync.rules.visits import Tickets
from tests.helpers.samples import a_visit
from tests.helpers.store import KEY, bare


def add_a_column(connection: sa.Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE visits ADD COLUMN later TEXT")


def add_and_fail(connection: sa.Connection) -> None:
    add_a_column(connection)
    raise StoreFullError(path="elsewhere")


def version_and_columns(path: Path) -> tuple[int, set[str]]:
    connection = bare(path)
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    columns = {row[1] for row in connection.execute("PRAGMA table_info(visits)")}
    connection.close()
    return version, columns


def tables_and_columns(connection: sa.Connection) -> dict[str, list[tuple[object, ...]]]:
    """Every table with its columns, and every index with the columns that it sorts by."""
    wanted = "SELECT type, name FROM sqlite_master WHERE type IN ('table', 'index') ORDER BY name"
    listed = connection.exec_driver_sql(wanted).all()
    return {
        name: [tuple(row) for row in connection.exec_driver_sql(f"PRAGMA {kind}_xinfo({name})")]
        for kind, name in listed
        if not name.startswith("sqlite_")
    }


def test_the_steps_lead_to_the_tables_that_the_program_uses(database: Database) -> None:
    described = sa.create_engine("sqlite://")
    metadata.create_all(described)
    with described.connect() as meant, database.read() as made:
        assert tables_and_columns(made) == tables_and_columns(meant)
    described.dispose()


def test_a_fresh_file_has_the_newest_version_and_no_copy_beside_it(
    path: Path, database: Database
) -> None:
    assert version_and_columns(path)[0] == len(STEPS)
    database.close()
    assert [file.name for file in path.parent.iterdir()] == ["desk.db"]


def test_an_older_file_is_brought_up_with_all_that_is_in_it(path: Path) -> None:
    database = Database.open(path, KEY)
    visit = a_visit()
    StoredJournal(database).record(visit)
    database.close()
    newer = Database.open(path, KEY, [*STEPS, add_a_column])
    entry = StoredJournal(newer).entry(visit.id)
    newer.close()
    assert entry is not None
    assert entry.visit == visit
    version, columns = version_and_columns(path)
    assert version == len(STEPS) + 1
    assert "later" in columns


def test_an_older_file_is_copied_first_under_the_same_key(path: Path, database: Database) -> None:
    visit = a_visit()
    StoredJournal(database).record(visit)  # still in the write-ahead log of an open desk
    Database.open(path, KEY, [*STEPS, add_a_column]).close()
    copy = path.with_name(f"desk.db.v{len(STEPS)}")
    assert copy.stat().st_mode & 0o777 == 0o600
    kept = Database.open(copy, KEY)
    assert StoredJournal(kept).entry(visit.id) is not None
    kept.close()


def test_a_step_that_fails_leaves_the_file_at_its_version(path: Path, database: Database) -> None:
    database.close()
    with pytest.raises(StoreFullError):
        Database.open(path, KEY, [*STEPS, add_and_fail])
    version, columns = version_and_columns(path)
    assert version == len(STEPS)
    assert "later" not in columns


def test_a_file_of_a_newer_version_is_refused_and_left_as_it_is(path: Path) -> None:
    Database.open(path, KEY, [*STEPS, add_a_column]).close()
    before = path.read_bytes()
    with pytest.raises(StoreTooNewError) as caught:
        Database.open(path, KEY)
    assert caught.value.facts["path"] == str(path)
    assert path.read_bytes() == before


def test_a_visit_and_its_void_of_the_first_version_come_through(path: Path) -> None:
    database = Database.open(path, KEY, STEPS[:1])
    with database.write() as connection:
        connection.exec_driver_sql(
            "INSERT INTO operations (id, kind, visit_id, state, taken) VALUES "
            "('" + "1" * 32 + "', 'visit', '" + "1" * 32 + "', 'accepted', 1), "
            "('" + "2" * 32 + "', 'void', '" + "1" * 32 + "', 'pending', 0)"
        )
        connection.exec_driver_sql(
            "INSERT INTO visits VALUES ('" + "1" * 32 + "', '2026-11-24T10:00:00.000000Z', "
            "'2026-11-24', 'AB12345', '" + "3" * 32 + "', 1, 2, 0, 0, 0, 0, 'typed', 1, 'valid', "
            "0, NULL, 1, 'Liisa', NULL, NULL, NULL)"
        )
        connection.exec_driver_sql(
            "INSERT INTO voids VALUES ('" + "2" * 32 + "', '" + "1" * 32 + "', 'mistake', "
            "'2026-11-24T10:00:00.000000Z', NULL)"
        )
    database.close()
    newer = Database.open(path, KEY)
    entry = StoredJournal(newer).entry(UUID("1" * 32))
    newer.close()
    assert entry is not None
    assert entry.voided
    assert (entry.visit.card_number, entry.visit.tickets) == ("AB12345", Tickets(1, 2))
    assert bare(path).execute("PRAGMA foreign_key_check").fetchall() == []
