"""Of several addresses, those are found at which somebody listens."""

import socket
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest

from sync.lan import reachability
from sync.lan.addresses import LanAddress
from sync.lan.reachability import reachable
from tests.helpers.faults import a_closed_port


def address_of(listener: socket.socket) -> LanAddress:
    return LanAddress("127.0.0.1", listener.getsockname()[1])


@contextmanager
def a_silent_listener() -> Iterator[socket.socket]:
    """One with so many callers waiting that the next one hears nothing.

    On Linux one is enough; others would ask again after a second, and be heard before the next one.
    """
    with ExitStack() as stack:
        full = stack.enter_context(socket.create_server(("127.0.0.1", 0), backlog=0))
        for _ in range(1 if sys.platform == "linux" else 3):
            waiting = stack.enter_context(socket.socket())
            waiting.settimeout(0)
            waiting.connect_ex(full.getsockname())
        full.settimeout(0)
        yield full


def test_an_address_is_found_beside_others_that_are_gone() -> None:
    with (
        a_closed_port() as port,
        a_silent_listener() as silent,
        socket.create_server(("127.0.0.1", 0)) as listener,
    ):
        nobody = LanAddress("127.0.0.1", port)
        there, name = address_of(listener), LanAddress("luukku-2.example", 9)

        assert [*reachable([name, nobody, address_of(silent), there])] == [there, name]


def test_somebody_who_listens_only_after_a_moment_is_found_before_the_system_asks_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = 0
    getaddrinfo = socket.getaddrinfo

    def before_the_second_try(*words: object, **more: object) -> object:
        nonlocal asked
        asked += 1
        if asked == 3:  # it is read once, and before each try
            silent.accept()[0].close()
        return getaddrinfo(*words, **more)  # type: ignore[arg-type]  # whatever it was asked

    monkeypatch.setattr(reachability, "_KNOCK", 0.9)  # the system asks again after a second
    with a_silent_listener() as silent:
        monkeypatch.setattr(socket, "getaddrinfo", before_the_second_try)

        assert [*reachable([address_of(silent)])] == [address_of(silent)]


def test_a_stranger_who_answers_first_and_is_called_for_long_hides_no_neighbour(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reachability, "_KNOCK", 0.9)
    with a_silent_listener() as neighbour, socket.create_server(("127.0.0.1", 0)) as stranger:
        found = reachable([address_of(stranger), address_of(neighbour)])
        assert next(found) == address_of(stranger)

        time.sleep(reachability._KNOCK)  # as long as all of them may take
        neighbour.accept()[0].close()

        assert [*found] == [address_of(neighbour)]


def test_an_address_that_leads_nowhere_from_the_start_is_not_taken_for_one_that_answers() -> None:
    without_its_link = LanAddress("fe80::1", 51_000)

    assert [*reachable([without_its_link])] == []
