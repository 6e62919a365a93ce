"""What happens to a database does not end the register: every wait is bounded, and it recovers."""

import json
import os
import shutil
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
import requests
from pydantic import TypeAdapter
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError

from sync.protocol import dump_operation
from sync.rules.cards import Card
from sync.rules.venues import Venue
from sync.server.commands.importing import Files, import_files
from sync.server.services.central_register import CentralRegister
from sync.server.store import tables, venues
from sync.server.store.database import RegisterDatabase
from sync.server.store.database_limits import SERVING
from tests.helpers.database_relay import DatabaseRelay
from tests.helpers.enrolling import new_token
from tests.helpers.live_desks import wait_until
from tests.helpers.postgres import Cluster
from tests.helpers.register import LiveRegister
from tests.helpers.samples import VENUE, a_card, a_visit, an_offer
from tests.sync.server.caller import DeskCaller, problem
from tests.sync.server.program import WAIT, run, running
from tests.sync.server.register_fixture import ELSEWHERE, TODAY, RegisterFixture, with_quota

ON_POSTGRESQL = pytest.mark.parametrize("database_kind", ["postgresql"])
WELL_AGAIN = 30.0
"""Seconds."""


def batch(caller: DeskCaller) -> bytes:
    return json.dumps({"operations": [dump_operation(caller.visit())]}).encode()


class Patient:
    """A desk at a register on a database relay that can fall silent."""

    def __init__(self, database_url: str) -> None:
        with closing(CentralRegister.open(database_url)) as central:
            central.put_venues([VENUE])
            central.change_cards([a_card()])
            self.offer = with_quota(1000)
            central.put_offers(VENUE.id, [self.offer])
            self._token = new_token(central, VENUE.id)

    def get(self, url: str, path: str) -> requests.Response:
        token = {"Authorization": f"Bearer {self._token}"}
        return requests.get(f"{url}/desk/v1{path}", headers=token, timeout=WELL_AGAIN)

    def send_visit(self, url: str) -> requests.Response:
        body = {"operations": [dump_operation(a_visit(self.offer.id, at=datetime.now(UTC)))]}
        token = {"Authorization": f"Bearer {self._token}"}
        where = f"{url}/desk/v1/operations"
        return requests.post(where, json=body, headers=token, timeout=WELL_AGAIN)


@ON_POSTGRESQL
def test_a_database_host_that_falls_silent_is_given_up_and_found_again(database_url: str) -> None:
    with DatabaseRelay(database_url) as relay:
        desk = Patient(database_url)
        with running(relay.url) as (_, url):
            with ThreadPoolExecutor(8) as pool:
                before = list(pool.map(lambda _: desk.get(url, "/me").status_code, range(16)))
            relay.silence()
            began = monotonic()
            with ThreadPoolExecutor(8) as pool:
                meanwhile = list(pool.map(lambda _: desk.get(url, "/me"), range(16)))
            waited = monotonic() - began
            after = [desk.get(url, "/register/changes"), desk.send_visit(url)]
    assert set(before) == {200}
    assert {answer.status_code for answer in meanwhile} <= {200, 503}
    assert all("Retry-After" in answer.headers for answer in meanwhile if answer.status_code == 503)
    assert waited < WELL_AGAIN
    assert [answer.status_code for answer in after] == [200, 200]


@ON_POSTGRESQL
@pytest.mark.slow
def test_a_transaction_that_the_network_cuts_off_holds_its_locks_for_seconds(
    database_url: str,
) -> None:
    limits = replace(SERVING, silence=3, pause=3)
    with (
        DatabaseRelay(database_url) as relay,
        closing(CentralRegister.open(database_url)) as other,
        closing(CentralRegister.open(relay.url, limits=limits)) as cut_off,
    ):
        other.put_venues([VENUE])
        began = monotonic()
        with pytest.raises(OperationalError), cut_off.database.writing() as connection:
            venues.lock(connection, VENUE.id)
            relay.silence()
            assert other.put_offers(VENUE.id, [an_offer()]) == 1
    assert monotonic() - began < WELL_AGAIN


@ON_POSTGRESQL
def test_health_says_within_bounds_that_the_database_is_silent(database_url: str) -> None:
    with DatabaseRelay(database_url) as relay:
        desk = Patient(database_url)
        with running(relay.url) as (server, url):
            assert desk.get(url, "/health").status_code == 200
            relay.mute = True
            relay.silence()
            began = monotonic()
            answer = desk.get(url, "/health")
            waited = monotonic() - began
            server.send_signal(signal.SIGTERM)
            assert server.wait(WAIT) == 0
    assert problem(answer) == (503, "unavailable")
    assert int(answer.headers["Retry-After"]) > 0
    assert waited < 10


def test_a_restored_backup_is_believed_at_once(fixture: RegisterFixture) -> None:
    """Quotas, cards and cursors are of the history that is there, not of one that was."""
    offer = fixture.with_offer(with_quota(16))
    fixture.send(*[fixture.visit(offer) for _ in range(6)])
    snapshot = _dump(fixture)
    fixture.send(*[fixture.visit(offer) for _ in range(10)])
    fixture.central.change_cards([a_card(fixture.card.number, minors=9)])
    _restore(fixture, snapshot)
    assert fixture.used(offer) == 6
    results = fixture.send(*[fixture.visit(offer) for _ in range(11)])
    assert (results.count("accepted"), results.count("rejected quota_exceeded")) == (10, 1)
    assert fixture.used(offer) == 16
    assert fixture.send(fixture.visit(holder=1, children=3)) == ["rejected minors_exceeded"]


def _dump(fixture: RegisterFixture) -> dict[str, list[dict[str, Any]]]:
    with fixture.central.database.reading() as connection:
        return {
            table.name: [dict(row._mapping) for row in connection.execute(table.select())]
            for table in tables.metadata.sorted_tables
        }


def _restore(fixture: RegisterFixture, rows: dict[str, list[dict[str, Any]]]) -> None:
    with fixture.central.database.writing() as connection:
        for table in reversed(tables.metadata.sorted_tables):
            connection.execute(table.delete())
        for table in tables.metadata.sorted_tables:
            if rows[table.name]:
                connection.execute(table.insert(), rows[table.name])


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_a_file_that_is_put_in_the_old_ones_place_is_read(
    fixture: RegisterFixture, quick_folder: Path
) -> None:
    file, copy = quick_folder / "register.db", quick_folder / "copy.db"
    fixture.central.database.close()
    shutil.copy(file, copy)
    assert fixture.send(fixture.visit()) == ["accepted"]
    copy.replace(file)
    for rest in ("-wal", "-shm"):
        (quick_folder / f"register.db{rest}").unlink(missing_ok=True)
    assert fixture.states() == {}
    assert fixture.send(fixture.visit()) == ["accepted"]


@ON_POSTGRESQL
def test_a_read_only_database_asks_to_come_back(
    register: LiveRegister, caller: DeskCaller, expected_log: Callable[[str], None]
) -> None:
    expected_log("the database cannot be used")
    body = batch(caller)
    name = make_url(register.database_url).database
    engine = create_engine(register.database_url, isolation_level="AUTOCOMMIT")
    with engine.connect() as admin:
        admin.execute(text(f"ALTER DATABASE {name} SET default_transaction_read_only = on"))
        register.central.close()
        refused = caller.post(body)
        read = caller.call("GET", "/me")
        admin.execute(text(f"ALTER DATABASE {name} RESET default_transaction_read_only"))
    engine.dispose()
    register.central.close()
    assert problem(refused) == (503, "unavailable")
    assert int(refused.headers["Retry-After"]) > 0
    assert read.status_code == 200
    assert caller.post(body).json()["results"][0]["outcome"] == "accepted"


@ON_POSTGRESQL
@pytest.mark.slow
def test_a_server_on_a_hot_standby_reads_and_asks_what_writes_to_come_back(
    database_url: str, cluster: Cluster
) -> None:
    desk = Patient(database_url)
    with cluster.standby(database_url) as standby, running(standby) as (_, url):
        read = [desk.get(url, path) for path in ("/health", "/me", "/register/changes", "/offers")]
        written = desk.send_visit(url)
    assert {answer.status_code for answer in read} == {200}
    assert problem(written) == (503, "unavailable")
    assert int(written.headers["Retry-After"]) > 0


@ON_POSTGRESQL
@pytest.mark.parametrize(
    ("harm", "remedy"),
    [
        ("ALTER SCHEMA public RENAME TO gone", "ALTER SCHEMA gone RENAME TO public"),
        ("ALTER TABLE visits RENAME TO gone", "ALTER TABLE gone RENAME TO visits"),
        ("ALTER TABLE offers RENAME used TO gone", "ALTER TABLE offers RENAME gone TO used"),
    ],
)
def test_a_database_without_its_tables_asks_to_come_back(
    register: LiveRegister,
    caller: DeskCaller,
    expected_log: Callable[[str], None],
    harm: str,
    remedy: str,
) -> None:
    """As while a backup is being put back under the running register."""
    expected_log("the database cannot be used")
    assert caller.post(batch(caller)).status_code == 200
    body = batch(caller)
    engine = create_engine(register.database_url, isolation_level="AUTOCOMMIT")
    with engine.connect() as admin:
        admin.execute(text(harm))
        answers = [
            caller.post(body),
            caller.call("GET", "/offers"),
            caller.call("GET", "/activity"),
        ]
        admin.execute(text(remedy))
    engine.dispose()
    assert problem(answers[0]) == (503, "unavailable")
    assert {answer.status_code for answer in answers} <= {200, 503}
    assert caller.post(body).json()["results"][0]["outcome"] == "accepted"


@ON_POSTGRESQL
@pytest.mark.parametrize(
    "setting",
    [
        "DateStyle = 'SQL, DMY'",
        "default_transaction_isolation = 'repeatable read'",
        "client_encoding = 'LATIN1'",
        "TimeZone = 'Pacific/Auckland'",
        "synchronous_commit = off",
    ],
)
def test_what_an_administrator_sets_for_the_database_makes_no_difference(
    database_url: str, setting: str
) -> None:
    engine = create_engine(database_url, isolation_level="AUTOCOMMIT")
    with engine.connect() as admin:
        admin.execute(text(f"ALTER DATABASE {make_url(database_url).database} SET {setting}"))
    engine.dispose()
    fixture = RegisterFixture(database_url)
    with closing(fixture.central):
        assert fixture.send(fixture.visit()) == ["accepted"]
        assert [visit.local_date for visit in fixture.central.visits()] == [TODAY]
        with fixture.central.database.writing() as connection:
            assert connection.scalar(text("SHOW synchronous_commit")) == "on"
            assert connection.scalar(text("SHOW transaction_isolation")) == "read committed"
            assert connection.scalar(text("SELECT DATE '2026-12-31'::text")) == "2026-12-31"


def test_an_operation_over_which_the_register_stumbles_takes_no_other_down(
    fixture: RegisterFixture, expected_log: Callable[[str], None]
) -> None:
    """Its offer's row holds what no version of the program writes."""
    expected_log(
        r"^sync\.server\.services\.desk_session: the register stumbles over a batch of [31]"
    )
    spoilt = fixture.with_offer(an_offer())
    offers = tables.offers
    with fixture.central.database.writing() as connection:
        connection.execute(
            offers.update().where(offers.c.id == spoilt.id).values(status="half_open")
        )
    batch = [fixture.visit(), fixture.visit(spoilt), fixture.visit()]
    assert fixture.send(*batch) == ["accepted", "retry register_fault", "accepted"]
    with fixture.central.database.writing() as connection:
        connection.execute(
            offers.update().where(offers.c.id == spoilt.id).values(status=spoilt.status)
        )
    assert fixture.send(*batch) == ["duplicate", "accepted", "duplicate"]


@pytest.mark.parametrize("encoding", ["SQL_ASCII", "LATIN1"])
def test_a_database_of_another_encoding_is_refused_in_words(
    cluster: Cluster, encoding: str
) -> None:
    options = f"ENCODING '{encoding}' LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0"
    with cluster.database(options=options) as url:
        done = run("desks", "--db", url)
    assert done.returncode == 1
    assert f"encoded in {encoding}" in done.stderr
    assert "createdb --encoding=UTF8" in done.stderr


@ON_POSTGRESQL
def test_cards_are_imported_while_desks_go_on(
    register: LiveRegister, caller: DeskCaller, tmp_path: Path
) -> None:
    """Through a pipe whose writer takes its time."""
    pipe = tmp_path / "cards"
    os.mkfifo(pipe)
    imported: list[int] = []

    def import_cards() -> None:
        command = ("import", "--db", register.database_url, "--cards", str(pipe))
        imported.append(run(*command).returncode)

    thread = threading.Thread(target=import_cards)
    thread.start()
    with pipe.open("w", encoding="utf-8") as writer:
        writer.write(_card_line("SLOW0001"))
        writer.flush()
        took = []
        for _ in range(5):
            began = monotonic()
            answer = caller.post(batch(caller))
            took.append(monotonic() - began)
            assert answer.json()["results"][0]["outcome"] == "accepted"
        writer.write(_card_line("SLOW0002"))
    thread.join(WAIT)
    assert imported == [0]
    assert max(took) < 5
    assert caller.call("GET", "/cards/SLOW0002").status_code == 200


@ON_POSTGRESQL
@pytest.mark.parametrize("first", [VENUE, ELSEWHERE])
def test_an_import_waits_for_venues_in_the_order_in_which_desks_lock_them(
    fixture: RegisterFixture, tmp_path: Path, first: Venue
) -> None:
    """Otherwise it may wait for a ticket agent's batch that waits for it, and one of them ends."""
    in_file = (first, VENUE if first is ELSEWHERE else ELSEWHERE)
    file = tmp_path / "venues"
    file.write_text("".join(json.dumps(asdict(venue)) + "\n" for venue in in_file), "utf-8")
    database = fixture.central.database
    with ThreadPoolExecutor(1) as pool:
        with database.writing() as connection:
            earlier, later = sorted((VENUE.id, ELSEWHERE.id))
            venues.lock(connection, earlier)
            done = pool.submit(import_files, fixture.central, Files(venues=file))
            wait_until(lambda: _waiting(database) == 1, "the import waits for no venue")
            venues.lock(connection, later)
        assert done.result(WAIT).venues == 2


def _waiting(database: RegisterDatabase) -> int:
    """How many connections wait for a lock."""
    with database.reading() as connection:
        return int(connection.scalar(text("SELECT count(*) FROM pg_locks WHERE NOT granted")) or 0)


def _card_line(number: str) -> str:
    return json.dumps(TypeAdapter(Card).dump_python(a_card(number), mode="json")) + "\n"
