"""A new file gets the schema in one piece, and it is what all the steps come to."""

import secrets
from pathlib import Path

from desk_app.store.connection.database import Database
from tests.old_databases.write_schema import rows_of, schema_by_steps, schema_of


def test_a_new_file_is_as_if_it_had_gone_through_every_step(tmp_path: Path) -> None:
    database = Database.open(tmp_path / "new.db", secrets.token_hex(32))
    with database.read() as connection:
        new = schema_of(connection), rows_of(connection)
    database.close()
    assert new == schema_by_steps(tmp_path)


def test_no_two_new_files_have_a_key_for_pseudonyms_in_common(tmp_path: Path) -> None:
    keys = set()
    for name in ("one.db", "other.db"):
        database = Database.open(tmp_path / name, secrets.token_hex(32))
        with database.read() as connection:
            keys.add(connection.exec_driver_sql("SELECT key FROM marking").scalar_one())
        database.close()
    assert len(keys) == len(("one.db", "other.db"))
