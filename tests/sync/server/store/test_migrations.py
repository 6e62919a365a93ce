"""Upgrading a register's database, from every version that there was, on both kinds."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import Engine, create_engine, inspect, select, text
from sqlalchemy.engine import make_url

from sync.messages import Outcome
from sync.protocol import load_operation
from sync.server.services.central_register import CentralRegister
from sync.server.services.desk_session import DeskSession
from sync.server.store import migrations, tables
from sync.server.store.database import DatabaseUnusableError, RegisterDatabase
from tests.helpers.enrolling import new_token
from tests.helpers.samples import MOMENT, VENUE

SCRIPTS = Path(__file__).with_name("old_schemas")


def fill(database_url: str, version: int) -> str:
    """A database as a version left it, with something of everything."""
    url = make_url(database_url)
    kind = url.get_backend_name()
    script = (SCRIPTS / f"version_{version}.{kind}.sql").read_text(encoding="utf-8")
    if kind == "sqlite":
        with closing(sqlite3.connect(str(url.database))) as connection:
            connection.executescript(script)
        Path(str(url.database)).chmod(0o600)
    else:
        where = str(url.query["host"])
        with psycopg.connect(host=where, user=url.username, dbname=url.database) as connection:
            connection.execute(script.encode())
    return database_url


@pytest.fixture(params=[2, 3])
def version(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture
def old(bare_database_url: str, version: int) -> str:
    return fill(bare_database_url, version)


@pytest.fixture
def upgraded(old: str) -> Iterator[CentralRegister]:
    RegisterDatabase.upgrade(old)
    central = CentralRegister.open(old, clock=lambda: MOMENT)
    yield central
    central.close()


def schema_of(engine: Engine) -> dict[str, Any]:
    """Tables, their columns and indexes."""
    found = inspect(engine)
    return {
        name: (
            {
                column["name"]: (str(column["type"]), column["nullable"])
                for column in found.get_columns(name)
            },
            sorted(found.get_pk_constraint(name)["constrained_columns"]),
            {index["name"]: index["column_names"] for index in found.get_indexes(name)},
        )
        for name in found.get_table_names()
    }


def test_an_old_database_is_refused_in_words_and_left_as_it_is(old: str, version: int) -> None:
    with pytest.raises(DatabaseUnusableError, match="kaikukanta-server upgrade --db URL"):
        CentralRegister.open(old)
    assert RegisterDatabase.upgrade(old)[0] == version


def test_an_upgrade_leads_to_the_schema_of_a_new_database(old: str, version: int) -> None:
    assert RegisterDatabase.upgrade(old) == (version, migrations.SCHEMA_VERSION)
    engine = create_engine(old)
    there = schema_of(engine)
    tables.metadata.drop_all(engine)
    RegisterDatabase.open(old).close()
    assert schema_of(engine) == there
    engine.dispose()


def test_a_second_upgrade_changes_nothing(old: str) -> None:
    RegisterDatabase.upgrade(old)
    now = migrations.SCHEMA_VERSION
    assert RegisterDatabase.upgrade(old) == (now, now)


def test_every_visit_is_there_after_an_upgrade(upgraded: CentralRegister) -> None:
    visits = list(upgraded.visits())
    assert [str(visit.state) for visit in visits].count("voided") == 2
    assert len(visits) == 6
    (camera,) = [visit for visit in visits if visit.entry == "camera"]
    assert (camera.operator, camera.provisional, camera.clock_trusted) == ("AK", True, False)
    assert (camera.tickets.grandchildren, camera.tickets.assistants) == (1, 2)


def test_what_was_accepted_before_an_upgrade_is_a_duplicate_after_it(
    bare_database_url: str,
) -> None:
    """In version 2 the operations stand as they were sent; times with fractions are among them."""
    version_2 = fill(bare_database_url, 2)
    engine = create_engine(version_2)
    with engine.connect() as connection:
        query = text("SELECT kind, document FROM operations WHERE venue_id = :venue")
        sent = [
            load_operation(kind, document)
            for kind, document in connection.execute(query, {"venue": VENUE.id})
        ]
    engine.dispose()
    assert {operation.kind for operation in sent} == {"visit", "void", "offer"}
    RegisterDatabase.upgrade(version_2)
    with closing(CentralRegister.open(version_2, clock=lambda: MOMENT)) as central:
        session = DeskSession(central, new_token(central, VENUE.id))
        assert {result.outcome for result in session.submit(sent)} == {Outcome.DUPLICATE}


def test_tickets_are_counted_anew_by_an_upgrade(upgraded: CentralRegister) -> None:
    accepted = [visit for visit in upgraded.visits() if visit.state == "accepted"]
    with upgraded.database.reading() as connection:
        rows = connection.execute(select(tables.offers)).all()
    for row in rows:
        mine = [visit for visit in accepted if visit.offer_id == row.id]
        assert row.used == sum(visit.tickets.counted for visit in mine)
    assert sum(row.used for row in rows) == 10
