"""Strangers at a desk's port: the neighbours are answered all the same, and nothing grows."""

import http.client
import os
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from uuid import UUID

import pytest

from sync.lan import serving
from sync.lan.addresses import LanAddress
from sync.lan.app import BASE_PATH
from sync.lan.identity import LanIdentity, PinnedPeers, client_context, server_context
from sync.lan.neighbour_client import NeighbourClient, SilentNeighbourError
from sync.lan.serving import MOST_HANDSHAKES, MOST_OF_ONE, Admission, host_of
from sync.messages import Peer
from tests.helpers.live_desks import LONGEST_WAIT
from tests.helpers.neighbourhoods import NoNews, a_neighbourhood

HERE, THERE = UUID(int=1), UUID(int=2)
IDLE = 300


class Called:
    """A desk that is called, and the neighbour that calls it."""

    def __init__(self, folder: Path) -> None:
        self.here, self.there = LanIdentity.create(), LanIdentity.create()
        self.folder = folder
        self.neighbourhood = a_neighbourhood(self.here, folder, NoNews())
        self.peer = Peer(desk_id=THERE, desk_name="Luukku 2", lan_key=self.there.lan_key)
        self.neighbourhood.start()
        self.neighbourhood.refresh([self.peer], [])
        self.address = LanAddress("127.0.0.1", self.neighbourhood.port)

    def context(self, caller: LanIdentity) -> ssl.SSLContext:
        return client_context(caller, PinnedPeers.of({HERE: self.here.lan_key}), self.folder)

    def client(self, caller: LanIdentity | None = None) -> NeighbourClient:
        context = self.context(caller or self.there)
        return NeighbourClient(self.address, context, self.here.fingerprint)

    def connect(self) -> socket.socket:
        return socket.create_connection((self.address.host, self.address.port), LONGEST_WAIT)

    def connect_as_neighbour(self) -> ssl.SSLSocket:
        return self.context(self.there).wrap_socket(self.connect())

    def answers_soon(self) -> bool:
        until = time.monotonic() + LONGEST_WAIT
        while time.monotonic() < until:
            with suppress(SilentNeighbourError), self.client() as client:
                client.ping()
                return True
        return False


def ask_for_news(context: ssl.SSLContext, called: Called) -> None:
    with context.wrap_socket(called.connect()) as stranger:
        stranger.sendall(f"GET {BASE_PATH}/news HTTP/1.1\r\nHost: desk\r\n\r\n".encode())
        if not stranger.recv(1):
            raise ConnectionResetError


@pytest.fixture
def called(tmp_path: Path) -> Iterator[Called]:
    called = Called(tmp_path)
    yield called
    called.neighbourhood.stop()


def test_a_desk_that_ends_hangs_up_on_callers_whose_handshake_is_under_way(called: Called) -> None:
    with called.connect() as caller:
        assert called.answers_soon()  # so the caller has been accepted

        called.neighbourhood.stop()

        assert caller.recv(1) == b""


def test_a_desk_that_ends_hangs_up_on_a_caller_who_comes_in_the_same_moment(
    called: Called,
) -> None:
    """A socket that was left to the garbage collector would fail the test."""
    server, moment = called.neighbourhood.server, threading.Event()
    server._loop.call_soon_threadsafe(moment.wait)
    with called.connect() as caller:
        server._loop.call_soon_threadsafe(server._ended.set)
        moment.set()

        assert caller.recv(1) == b""


def test_callers_who_say_nothing_keep_no_neighbour_out(called: Called) -> None:
    with ExitStack() as idle:
        for _ in range(IDLE):
            idle.enter_context(called.connect())

        assert called.answers_soon()


@pytest.mark.parametrize(
    "sent",
    [
        b"GET / HTTP/1.1\r\nHost: desk\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\xff" * 400,
        b"\x16\x03\x01\xff\xff" + b"\0" * 70_000,
        b"\0" * 100_000,
    ],
    ids=["plain http", "half a greeting", "a long greeting", "zeros"],
)
def test_what_is_no_tls_is_hung_up_on(called: Called, sent: bytes) -> None:
    for _ in range(2 * MOST_HANDSHAKES):
        with suppress(OSError), called.connect() as stranger:
            stranger.sendall(sent)

    assert called.answers_soon()


def test_a_stranger_s_certificate_leads_to_nothing(called: Called) -> None:
    with called.client(LanIdentity.create()) as stranger, pytest.raises(SilentNeighbourError):
        stranger.ping()
    assert called.answers_soon()


def test_a_caller_without_a_certificate_gets_no_answer(called: Called) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    with pytest.raises((ssl.SSLError, ConnectionError)):
        ask_for_news(context, called)


def test_a_desk_that_was_revoked_hears_nothing_by_a_connection_that_it_has(called: Called) -> None:
    with called.client() as client:
        client.ping()
        called.neighbourhood.refresh([], [])

        with pytest.raises(SilentNeighbourError):
            client.ping()


def test_a_desk_that_was_revoked_gets_no_other_connection(called: Called) -> None:
    called.neighbourhood.refresh([], [])

    with called.client() as client, pytest.raises(SilentNeighbourError):
        client.ping()


def test_a_neighbour_s_dead_connections_do_not_keep_it_out(called: Called) -> None:
    with ExitStack() as dead:
        for _ in range(2 * MOST_OF_ONE):
            half = dead.enter_context(called.connect_as_neighbour())
            half.sendall(b"GET /lan/v1/news HTTP/1.1\r\nHo")

        with called.client() as client:
            client.ping()


@pytest.mark.parametrize(
    "head",
    [
        b"POST /lan/v1/tickets HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"POST /lan/v1/tickets HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000000000\r\n\r\n",
        b"GET /lan/v1/news HTTP/1.1\r\nHost: x\r\nX-Long: ",
    ],
    ids=["chunked", "long", "head"],
)
def test_a_neighbour_that_never_ends_is_hung_up_on(called: Called, head: bytes) -> None:
    piece = os.urandom(1 << 14).hex().encode()
    chunk = b"8000\r\n" + piece + b"\r\n" if b"chunked" in head else piece
    began, sent = time.monotonic(), 0
    hung_up = (ssl.SSLError, ConnectionError)
    with pytest.raises(hung_up), called.connect_as_neighbour() as endless:
        endless.sendall(head)
        while time.monotonic() - began < LONGEST_WAIT:
            endless.sendall(chunk)
            sent += len(chunk)

    assert sent < 64 << 20
    assert called.answers_soon()


@pytest.mark.parametrize("method", ["PUT", "TRACE", "CONNECT"])
def test_other_calls_are_refused(called: Called, method: str) -> None:
    connection = http.client.HTTPConnection(called.address.host, called.address.port)
    connection.sock = called.connect_as_neighbour()
    connection.request(method, f"{BASE_PATH}/news")

    assert connection.getresponse().status in {400, 403, 404, 405}
    connection.close()


class NoDisk(NoNews):
    """A desk whose disk is full."""

    def begin(self) -> None:
        raise OSError("full")


def test_a_desk_that_cannot_begin_leaves_its_port_free(tmp_path: Path) -> None:
    desk = a_neighbourhood(LanIdentity.create(), tmp_path, NoDisk())
    with pytest.raises(OSError, match="full"):
        desk.start()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", desk.port), LONGEST_WAIT)


def test_a_neighbour_that_answers_a_byte_at_a_time_is_given_up(tmp_path: Path) -> None:
    here, there = LanIdentity.create(), LanIdentity.create()
    serving = server_context(there, PinnedPeers.of({HERE: here.lan_key}), tmp_path)
    calling = client_context(here, PinnedPeers.of({THERE: there.lan_key}), tmp_path)
    ended = threading.Event()

    def dawdle(listener: socket.socket) -> None:
        with suppress(OSError), serving.wrap_socket(listener.accept()[0], server_side=True) as slow:
            slow.sendall(b"HTTP/1.1 200 OK\r\nX-Slow: ")
            while not ended.wait(0.05):
                slow.sendall(b"a")

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=dawdle, args=(listener,), daemon=True)
        thread.start()
        address = LanAddress("127.0.0.1", listener.getsockname()[1])
        client = NeighbourClient(address, calling, there.fingerprint)
        with client, pytest.raises(SilentNeighbourError):
            client.news("", -0.7)
        ended.set()
        thread.join(LONGEST_WAIT)


class Seconds:
    """A steady clock that a test sets."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_of_many_strangers_a_few_a_second_may_begin_a_handshake() -> None:
    clock = Seconds()
    admission = Admission(lambda _: False, clock)
    at_once = sum(admission.admits(f"192.0.2.{number}") for number in range(250))
    clock.now = 2.0
    later = sum(admission.admits("192.0.2.1") for _ in range(250))

    assert 0 < later < at_once < 50


def test_a_host_from_where_a_neighbour_is_known_is_never_kept_waiting() -> None:
    admission = Admission(lambda host: host == "192.0.2.7", Seconds())
    admission.note("192.0.2.8")
    while admission.admits("192.0.2.66"):
        pass

    assert admission.admits("192.0.2.7")
    assert admission.admits("192.0.2.8")


@pytest.mark.parametrize(
    ("address", "host"),
    [
        (("192.0.2.7", 51_000), "192.0.2.7"),
        (("::ffff:192.0.2.7", 51_000, 0, 0), "192.0.2.7"),
        (("2001:db8::7", 51_000, 0, 0), "2001:db8::7"),
        (("fe80::7", 51_000, 0, 2), "fe80::7%2"),
        (("fe80::7%2", 51_000, 0, 2), "fe80::7%2"),
    ],
)
def test_a_caller_s_host_is_one_that_can_be_called_back(
    address: tuple[object, ...], host: str
) -> None:
    assert host_of(address) == host


def test_a_flood_of_strangers_certificates_keeps_no_neighbour_out(called: Called) -> None:
    stranger = called.context(LanIdentity.create())
    began, refused = time.monotonic(), 0
    for _ in range(60):
        with suppress(OSError), called.connect() as connection:
            try:
                stranger.wrap_socket(connection).close()
            except OSError:  # before the handshake, but for a few
                refused += 1

    passed = time.monotonic() - began
    assert 60 - refused <= serving._STRANGERS_AT_ONCE + passed * serving._STRANGERS_A_SECOND
    assert called.answers_soon()
