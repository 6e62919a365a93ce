"""Clients that dawdle are cut off, over real sockets; those that do not are served meanwhile."""

import json
import socket
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from sync.server.api.serving import ClientTimeouts
from tests.helpers.enrolling import new_token
from tests.helpers.register import LiveRegister
from tests.helpers.samples import VENUE, a_card

LONG = 60
"""Seconds after which a test gives up, and a server that is patient."""
SHORT = 0.3
PATIENT = ClientTimeouts(head=LONG, idle=LONG, unread=LONG)
hasty_with_heads = pytest.mark.parametrize("patience", [replace(PATIENT, head=SHORT)])


@pytest.fixture
def patience() -> ClientTimeouts:
    """The server is hasty only where its test is about that: a busy machine takes its time."""
    return PATIENT


@pytest.fixture
def register(tmp_path: Path, patience: ClientTimeouts) -> Iterator[LiveRegister]:
    with LiveRegister(tmp_path, patience=patience, body_seconds=SHORT) as register:
        yield register


def connect(register: LiveRegister) -> socket.socket:
    where = urlsplit(register.url)
    assert where.hostname is not None
    return socket.create_connection((where.hostname, where.port or 0), timeout=LONG)


def until_cut_off(connection: socket.socket) -> bytes:
    """All that comes until the server closes; a ``TimeoutError`` where it does not."""
    received = b""
    try:
        while part := connection.recv(1 << 16):
            received += part
    except ConnectionResetError:
        pass
    return received


@hasty_with_heads
def test_a_connection_that_says_nothing_is_cut_off(register: LiveRegister) -> None:
    with closing(connect(register)) as connection:
        assert until_cut_off(connection) == b""


@hasty_with_heads
def test_a_head_that_trickles_in_is_cut_off(register: LiveRegister) -> None:
    """Each byte comes in good time, but the head as a whole does not."""
    with closing(connect(register)) as connection:
        connection.sendall(b"GET /desk/v1/health HTTP/1.1\r\nX: ")
        connection.settimeout(SHORT / 10)
        for _ in range(1000):
            try:
                connection.sendall(b"x")
                if connection.recv(1) == b"":
                    break
            except TimeoutError:
                continue
            except OSError:
                break
        else:
            pytest.fail("the server went on listening")


@pytest.mark.parametrize("patience", [replace(PATIENT, head=1.0)])
def test_a_second_head_that_does_not_end_is_cut_off(register: LiveRegister) -> None:
    with closing(connect(register)) as connection:
        connection.sendall(b"GET /desk/v1/health HTTP/1.1\r\nHost: x\r\n\r\n")
        assert connection.recv(1 << 16).startswith(b"HTTP/1.1 200")
        connection.sendall(b"GET /desk/v1/hea")
        assert b"HTTP/1.1" not in until_cut_off(connection)


def test_a_head_without_an_end_is_cut_off(tmp_path: Path) -> None:
    """However quickly it comes: what is received of it takes up memory."""
    with (
        LiveRegister(tmp_path, patience=PATIENT) as register,
        closing(connect(register)) as connection,
        pytest.raises(ConnectionError),
    ):
        connection.sendall(b"GET /desk/v1/health HTTP/1.1\r\n")
        for number in range(1_000):
            connection.sendall(b"X-%d: " % number + b"x" * 10_000 + b"\r\n")


def test_what_is_no_http_is_answered_with_the_date_and_kept_by_no_cache(
    register: LiveRegister,
) -> None:
    with closing(connect(register)) as connection:
        connection.sendall(b"SSH-2.0-hello\r\n\r\n")
        head, _, body = until_cut_off(connection).decode().partition("\r\n\r\n")
    assert head.startswith("HTTP/1.1 400 ")
    assert {"cache-control: no-store", "content-type: application/problem+json"} < {
        line.lower() for line in head.splitlines()
    }
    assert "\r\ndate: " in head.lower()
    assert json.loads(body)["code"] == "bad_request"


@pytest.mark.parametrize("patience", [replace(PATIENT, idle=1)])
def test_an_idle_connection_is_closed(register: LiveRegister) -> None:
    with closing(connect(register)) as connection:
        connection.sendall(b"GET /desk/v1/health HTTP/1.1\r\nHost: x\r\n\r\n")
        assert until_cut_off(connection).startswith(b"HTTP/1.1 200")


def test_a_body_that_does_not_come_is_answered_and_cut_off(register: LiveRegister) -> None:
    with closing(connect(register)) as connection:
        connection.sendall(
            b"POST /desk/v1/enrolments HTTP/1.1\r\nHost: x\r\n"
            b"Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"
        )
        answer = until_cut_off(connection)
    assert answer.startswith(b"HTTP/1.1 408")
    assert json.loads(answer.partition(b"\r\n\r\n")[2])["code"] == "request_timeout"


@pytest.mark.parametrize("patience", [replace(PATIENT, unread=SHORT)])
def test_an_answer_that_nobody_reads_is_given_up(register: LiveRegister) -> None:
    register.import_venues([VENUE])
    register.import_cards(a_card(f"CARD{number:06}") for number in range(10_000))
    token = new_token(register.central, VENUE.id)
    ask = (
        f"GET /desk/v1/register/cards HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n\r\n"
    )
    with closing(connect(register)) as connection:
        connection.sendall(ask.encode() * 20)
        assert connection.recv(4) == b"HTTP"
        register.wait_until_alone()


def test_others_are_served_while_some_dawdle(register: LiveRegister) -> None:
    dawdlers = [connect(register) for _ in range(50)]
    try:
        with closing(connect(register)) as connection:
            connection.sendall(b"GET /desk/v1/health HTTP/1.1\r\nHost: x\r\n\r\n")
            assert connection.recv(1 << 16).startswith(b"HTTP/1.1 200")
    finally:
        for dawdler in dawdlers:
            dawdler.close()
