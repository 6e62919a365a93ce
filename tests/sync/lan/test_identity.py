"""PinnedPeers know each other by the certificates that the register handed on, and nobody else."""

import socket
import ssl
import threading
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from sync.lan import identity
from sync.lan.identity import LanIdentity, PinnedPeers, client_context, server_context

HERE, THERE = UUID(int=1), UUID(int=2)


@pytest.fixture(scope="module")
def identities() -> list[LanIdentity]:
    """Three desks' identities."""
    return [LanIdentity.create() for _ in range(3)]


def call(server: ssl.SSLContext, client: ssl.SSLContext) -> tuple[bytes | None, bytes | None]:
    """The certificate that each side sees of the other. Raises what the caller meets."""
    seen: list[bytes | None] = []

    def serve(listener: socket.socket) -> None:
        connection, _ = listener.accept()
        try:
            with server.wrap_socket(connection, server_side=True) as tls:
                seen.append(tls.getpeercert(binary_form=True))
                tls.sendall(b"1")
        except OSError:
            seen.append(None)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve, args=(listener,))
        thread.start()
        try:
            with client.wrap_socket(socket.create_connection(listener.getsockname())) as tls:
                if tls.recv(1) != b"1":
                    raise ssl.SSLError("closed")
                there = tls.getpeercert(binary_form=True)
        finally:
            thread.join(60)
    return seen[0], there


def test_two_desks_that_the_register_made_known_see_who_the_other_is(
    identities: list[LanIdentity], tmp_path: Path
) -> None:
    one, other, _ = identities
    known_here = PinnedPeers.of({THERE: other.lan_key})
    known_there = PinnedPeers.of({HERE: one.lan_key})

    of_caller, of_called = call(
        server_context(one, known_here, tmp_path), client_context(other, known_there, tmp_path)
    )

    assert (known_here.desk(of_caller), known_there.desk(of_called)) == (THERE, HERE)


@pytest.mark.parametrize("years", [(2100, 2126), (1970, 1971)], ids=["to come", "over"])
def test_a_clock_that_is_far_away_keeps_no_neighbour_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, years: tuple[int, int]
) -> None:
    monkeypatch.setattr(identity, "_VALID_FROM", datetime(years[0], 1, 1, tzinfo=UTC))
    monkeypatch.setattr(identity, "_VALID_TO", datetime(years[1], 1, 1, tzinfo=UTC))
    one, other = LanIdentity.create(), LanIdentity.create()
    server = server_context(one, PinnedPeers.of({THERE: other.lan_key}), tmp_path)
    client = client_context(other, PinnedPeers.of({HERE: one.lan_key}), tmp_path)

    assert call(server, client) == (other.certificate, one.certificate)


def test_a_stranger_who_calls_gets_no_further_than_the_handshake(
    identities: list[LanIdentity], tmp_path: Path
) -> None:
    one, other, stranger = identities
    server = server_context(one, PinnedPeers.of({THERE: other.lan_key}), tmp_path)
    client = client_context(stranger, PinnedPeers.of({HERE: one.lan_key}), tmp_path)

    with pytest.raises(ssl.SSLError):
        call(server, client)


def test_a_desk_does_not_talk_to_a_stranger_that_answers(
    identities: list[LanIdentity], tmp_path: Path
) -> None:
    one, other, stranger = identities
    server = server_context(stranger, PinnedPeers.of({THERE: other.lan_key}), tmp_path)
    client = client_context(other, PinnedPeers.of({HERE: one.lan_key}), tmp_path)

    with pytest.raises(ssl.SSLCertVerificationError):
        call(server, client)


def test_no_key_is_left_on_the_disk(identities: list[LanIdentity], tmp_path: Path) -> None:
    server_context(identities[0], PinnedPeers.of({}), tmp_path)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("lan_key", ["", "%", "AAAA", "A" * 4000])
def test_a_key_that_is_no_certificate_is_left_out(
    identities: list[LanIdentity], lan_key: str
) -> None:
    neighbours = PinnedPeers.of({HERE: lan_key, THERE: identities[1].lan_key})

    assert set(neighbours.desks.values()) == {THERE}
