"""Opening the database: what cannot be used is said in words."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import select, text, update

from sync.server.services.central_register import CentralRegister
from sync.server.store import migrations, tables
from sync.server.store.database import DatabaseUnusableError, RegisterDatabase
from tests.helpers.postgres import Cluster


def complaint(url: str) -> str:
    with pytest.raises(DatabaseUnusableError) as refused:
        RegisterDatabase.open(url)
    return str(refused.value)


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("register.db", "SQLAlchemy URL"),
        ("sqlite://", "name the file"),
        ("sqlite:///:memory:", "name the file"),
        ("mysql://user:secret@host/db", "only sqlite"),
        ("sqlite:////no/such/folder/register.db", "unable to open"),
    ],
)
def test_a_database_that_cannot_be_used_is_said_in_words(url: str, words: str) -> None:
    text = complaint(url)
    assert words in text
    assert "secret" not in text


def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear register,\n" * 100)
    file.chmod(0o600)
    assert "not a database" in complaint(f"sqlite:///{file}")
    assert file.read_text() == "Dear register,\n" * 100


@pytest.mark.parametrize("database_kind", ["postgresql"])
def test_connections_that_were_cut_while_nobody_called_are_made_anew(
    database_url: str, cluster: Cluster
) -> None:
    database = RegisterDatabase.open(database_url)
    with cluster.away(database_url):
        pass
    with database.writing() as connection:
        assert connection.scalar(select(tables.register.c.revision)) == 0
    database.close()


@pytest.mark.parametrize(
    ("other", "words"),
    [
        (migrations.SCHEMA_VERSION + 1, "newer version"),
        (migrations.OLDEST, "kaikukanta-server upgrade"),
        (migrations.OLDEST - 1, "name a new one"),
    ],
)
def test_a_database_of_another_version_is_refused(tmp_path: Path, other: int, words: str) -> None:
    url = f"sqlite:///{tmp_path / 'register.db'}"
    database = RegisterDatabase.open(url)
    with database.writing() as connection:
        connection.execute(update(tables.register).values(schema_version=other))
    database.close()
    assert words in complaint(url)


def test_the_signing_key_is_made_once(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'register.db'}"

    def key(_: int) -> bytes:
        central = CentralRegister.open(url)
        try:
            return central.keys.public
        finally:
            central.close()

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(key, range(8)))) == 1


def test_every_commit_is_on_the_disk_before_it_is_said(tmp_path: Path) -> None:
    database = RegisterDatabase.open(f"sqlite:///{tmp_path / 'register.db'}")
    with database.reading() as connection:
        pragmas = [
            connection.scalar(text(f"PRAGMA {name}"))
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]
    database.close()
    full = 2
    assert pragmas == ["wal", full, 1]
