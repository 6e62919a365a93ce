"""What strangers and crowds may take of a server: connections, memory, the database's plans."""

import json
import os
import re
import socket
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from random import Random
from urllib.parse import urlsplit

import pytest
import requests
from sqlalchemy import String, cast, event, func, insert, literal, select, true
from sqlalchemy.engine import Connection

from sync.rules.visits import Visit
from sync.server.services.central_register import CentralRegister
from sync.server.store import tables
from sync.server.store.types import POSTGRESQL
from tests.helpers import programs
from tests.helpers.enrolling import new_token
from tests.helpers.postgres import Cluster
from tests.helpers.samples import VENUE, a_card, a_void, an_offer
from tests.sync.server.program import WAIT, run_here, running
from tests.sync.server.register_fixture import RegisterFixture

MIB = 1 << 20
LIMITED = """
import resource, sys
from sync.server.commands.cli import main
descriptors, *arguments = sys.argv[1:]
resource.setrlimit(resource.RLIMIT_NOFILE, (int(descriptors), int(descriptors)))
main(arguments)
"""
"""The command with so few descriptors."""


def memory_of(pid: int) -> int:
    """Bytes of a process that lie in memory."""
    if sys.platform != "linux":
        pytest.skip("only Linux tells a process's memory in /proc")
    pages = Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def connected(url: str) -> socket.socket:
    where = urlsplit(url)
    assert where.hostname is not None
    return socket.create_connection((where.hostname, where.port or 0), timeout=WAIT)


def stranger(url: str, body: bytes, *, sent: int | None = None) -> bytes:
    """What somebody with a made-up token is told, having sent that much of a body."""
    head = (
        "POST /desk/v1/operations HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer made-up\r\n"
        "Content-Type: application/json\r\nContent-Encoding: gzip\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    received = b""
    # A server that is slow may hang up before all is sent; what it has said by then is there.
    with closing(connected(url)) as connection, suppress(ConnectionError):
        with suppress(ConnectionError):
            connection.sendall(head.encode() + body[:sent])
        while b"\r\n\r\n" not in received or b"}" not in received:
            part = connection.recv(1 << 16)
            if not part:
                break
            received += part
    return received


@pytest.fixture(scope="module")
def served(lasting_database_url: str) -> Iterator[tuple[int, str]]:
    """A server of its own, with 1,024 descriptors: its process and its address."""
    with limited("1024", lasting_database_url) as (pid, url, _):
        yield pid, url


@contextmanager
def limited(descriptors: str, db: str) -> Iterator[tuple[int, str, list[str]]]:
    """The server's process, its address, and its log, which is whole afterwards."""
    command = ("-c", LIMITED, descriptors, "run", "--port", "0", "--db", db)
    with programs.start(*command, loads=programs.SERVER) as server:
        log: list[str] = []
        assert server.stdout is not None
        assert server.stderr is not None
        reading = threading.Thread(target=log.extend, args=[server.stderr])
        reading.start()
        try:
            url = server.stdout.readline().strip().removeprefix("listening on ")
            yield server.pid, url, log
        finally:
            server.terminate()
            server.wait(WAIT)
            reading.join(WAIT)


def test_a_stranger_is_answered_before_the_body_is_there(served: tuple[int, str]) -> None:
    _, url = served
    answer = stranger(url, bytes(MIB), sent=0)
    assert answer.startswith(b"HTTP/1.1 401")
    assert b"token_invalid" in answer


def test_a_strangers_bodies_take_no_memory(served: tuple[int, str]) -> None:
    pid, url = served
    body = Random(1).randbytes(MIB)
    for _ in range(3):
        stranger(url, body)
    before = memory_of(pid)
    with ThreadPoolExecutor(30) as pool:
        answers = list(pool.map(lambda _: stranger(url, body), range(200)))
    assert all(answer.startswith(b"HTTP/1.1 401") for answer in answers)
    assert memory_of(pid) - before < 20 * MIB


def test_idle_connections_by_the_thousand_shut_nobody_out(served: tuple[int, str]) -> None:
    _, url = served
    reason = "Windows has no limit on open files that a process sets for itself"
    resource = pytest.importorskip("resource", reason=reason)
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 4096), hard))
    with ExitStack() as stack:
        stack.callback(resource.setrlimit, resource.RLIMIT_NOFILE, (soft, hard))
        for _ in range(1_100):
            stack.enter_context(closing(connected(url)))
        answer = requests.get(f"{url}/desk/v1/health", timeout=WAIT)
    assert answer.status_code == 200


def test_the_log_says_once_a_minute_that_connections_are_cut(tmp_path: Path) -> None:
    with (
        limited("256", f"sqlite:///{tmp_path / 'register.db'}") as (_, url, log),
        ExitStack() as stack,
    ):
        for _ in range(120):  # a single address can have half of what there is
            stack.enter_context(closing(connected(url)))
        assert requests.get(f"{url}/desk/v1/health", timeout=WAIT).status_code == 200
    (line,) = [json.loads(line) for line in log if "too many connections" in line]
    assert line["level"] == "WARNING"
    assert "idle ones were cut, the last one of 127.0.0.1" in line["message"]


@pytest.fixture(scope="module")
def small_cluster() -> Iterator[Cluster]:
    with Cluster(connections=20) as cluster:
        yield cluster


def test_an_administrator_finds_a_connection_however_busy_two_servers_are(
    small_cluster: Cluster,
) -> None:
    with small_cluster.database() as db, ExitStack() as stack:
        central = CentralRegister.open(db)
        central.put_venues([VENUE])
        token = new_token(central, VENUE.id)
        central.close()
        urls = [stack.enter_context(running(db))[1] for _ in range(2)]
        enough = threading.Event()

        def ask(number: int) -> set[int]:
            seen = set()
            with requests.Session() as session:
                session.headers["Authorization"] = f"Bearer {token}"
                while not enough.is_set():
                    url = f"{urls[number % 2]}/desk/v1/me"
                    seen.add(session.get(url, timeout=WAIT).status_code)
            return seen

        with ThreadPoolExecutor(30) as pool:
            askers = [pool.submit(ask, number) for number in range(30)]
            try:
                done = [
                    run_here("activation", "--db", db, "--venue", VENUE.id),
                    run_here("visits", "--db", db, "--json"),
                    run_here("desks", "--db", db),
                ]
            finally:
                enough.set()
        assert [(each.status, each.complained) for each in done] == [(0, "")] * 3
        assert set.union(*(asker.result() for asker in askers)) == {200}


def copy_visit(connection: Connection, count: int) -> None:
    """So many copies of a visit, each with an id, a card and a position of its own."""
    first = select(literal(100_000).label("place")).cte(recursive=True)
    place = first.union_all(
        select(first.c.place + 1).where(first.c.place < 100_000 + count - 1)
    ).c.place
    new_id = func.lower(func.hex(func.randomblob(16)))
    if connection.dialect.name == POSTGRESQL:
        new_id = func.gen_random_uuid()
    own = {"id": new_id, "card_number": literal("C") + cast(place, String), "position": place}
    visits = tables.visits
    one = select(visits).limit(1).subquery()
    columns = [own.get(name, column) for name, column in one.c.items()]
    copies = select(*columns).select_from(one.join(place.table, true()))
    connection.execute(insert(visits).from_select(visits.c.keys(), copies))


def test_visits_are_listed_without_holding_them_all(fixture: RegisterFixture) -> None:
    fixture.send(fixture.visit())
    with fixture.central.database.writing() as connection:
        copy_visit(connection, 40_000)
    command = ("-m", "sync.server", "visits", "--db", fixture.url, "--json")
    with programs.start(*command, loads=programs.REGISTER) as listing:
        assert listing.stdout is not None
        before = most = memory_of(listing.pid)
        size = 0
        while part := listing.stdout.read(1 << 20):
            size += len(part)
            with suppress(FileNotFoundError):  # it has just ended
                most = max(most, memory_of(listing.pid))
    assert size > 15_000_000
    assert most - before < 30 * MIB


def statements_of(
    fixture: RegisterFixture, work: list[Visit]
) -> list[tuple[str, dict[str, object]]]:
    """Every statement of a batch, with its parameters."""
    received: list[tuple[str, dict[str, object]]] = []

    def listen(_c: Connection, _k: object, statement: str, given: object, *_more: object) -> None:
        if statement.lstrip().startswith(("SELECT", "UPDATE")):
            received.append((statement, given[0] if isinstance(given, list) else given))  # type: ignore[arg-type]  # as psycopg is given it

    engine = fixture.central.database._writer
    event.listen(engine, "before_cursor_execute", listen)
    fixture.send(*work)
    event.remove(engine, "before_cursor_execute", listen)
    return received


def plans_of(connection: Connection, statement: str, given: dict[str, object]) -> str:
    """The plan for these parameters, and the one that the database keeps for any."""
    own = connection.exec_driver_sql(f"EXPLAIN {statement}", given).scalars().all()
    names = list(dict.fromkeys(re.findall(r"%\((\w+)\)s", statement)))
    numbered = re.sub(r"%\((\w+)\)s", lambda found: f"${names.index(found[1]) + 1}", statement)
    connection.exec_driver_sql("SET plan_cache_mode = force_generic_plan")
    connection.exec_driver_sql(f"PREPARE kept AS {numbered}")
    any_ones = f"({', '.join(['NULL'] * len(names))})" if names else ""
    kept = connection.exec_driver_sql(f"EXPLAIN EXECUTE kept{any_ones}").scalars().all()
    connection.exec_driver_sql("DEALLOCATE kept")
    connection.exec_driver_sql("RESET plan_cache_mode")
    return "\n".join([*own, *kept])


@pytest.mark.parametrize("database_kind", ["postgresql"])
def test_no_batch_reads_a_table_from_end_to_end(fixture: RegisterFixture) -> None:
    """In a register as it is after a large import, which the database has looked at or not."""
    fixture.central.change_cards(a_card(f"C{number}") for number in range(100_000, 108_000))
    fixture.central.put_offers(VENUE.id, [an_offer() for _ in range(1_000)])
    visits = [fixture.visit() for _ in range(50)]
    fixture.send(*visits)
    with fixture.central.database.writing() as connection:
        copy_visit(connection, 8_000)
    work = [fixture.visit(), *[fixture.visit() for _ in range(20)]]
    for analysed in (False, True):
        if analysed:
            fixture.central.database.analyse()
        received = statements_of(fixture, [*work, a_void(visits[0].id)])  # type: ignore[list-item]  # a void is settled like a visit
        with fixture.central.database.reading() as connection:
            plans = [plans_of(connection, statement, given) for statement, given in received]
        scanned = re.findall(r"Seq Scan on (\w+)", "\n".join(plans))
        assert not {"visits", "offers", "cards", "card_versions"} & set(scanned), analysed
