"""The HTTP server around the register's application, and its time limits for slow clients."""

import asyncio
import os
import socket
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from ipaddress import IPv4Network, IPv6Network, ip_address
from time import monotonic
from types import FrameType
from typing import Any

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

from sync.server.api.connection_bounds import Connections
from sync.server.api.problems import problem

if sys.platform != "win32":
    import resource

Network = IPv4Network | IPv6Network
_BACKLOG = 2048
_UNHEARD_BYTES = 8 << 10
"""Of a body, before anybody asks for it: a thousand strangers must not fill the memory."""
_FAREWELL = 3
"""Seconds that calls under way get at the end."""
_LONGEST_FAREWELL = 10
"""Seconds from a signal to the end of the program."""
_WANTED_FILES = 8192
_OWN_FILES = 100
"""Descriptors that are not for clients: the database, the log, libraries."""


@dataclass(frozen=True, slots=True)
class ClientTimeouts:
    """Seconds after which a client is cut off, so that slow ones cannot take up every connection.

    How long a body may take is in :mod:`sync.server.api.request_bodies`.
    """

    head: float = 15  # from the connection's first moment, or a request's first byte
    idle: int = 75  # between two calls, so that a desk's next one is quick
    unread: float = 300  # for which a client takes nothing of what waits for it


TIMEOUTS = ClientTimeouts()


def bind(host: str, port: int) -> socket.socket:
    """A listening socket; port 0 picks a free one. Raises ``OSError``."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.create_server((host, port), family=family, backlog=_BACKLOG)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _UNHEARD_BYTES)
    # What it accepts inherits this. The event loop sets it too, but not on sockets handed to it;
    # without it an answer's body waits 40 ms for the client's system to confirm its head.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener


def address(listener: socket.socket) -> str:
    """The URL of a listening socket."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def make_server(
    app: ASGIApp, timeouts: ClientTimeouts = TIMEOUTS, proxies: Sequence[Network] = ()
) -> uvicorn.Server:
    """A server for the application; ``run(sockets=[...])`` serves until ``should_exit`` is set.

    The address that is forwarded is believed of ``proxies`` alone; those may have any number of
    connections, since they speak for everybody.
    Its own access log is off: it would carry card numbers.
    """
    room = _room_for_clients()
    open_ones = Connections(
        most=room, most_from_one=room // 2, is_proxy=lambda one: _is_within(one, proxies)
    )
    return _EndingServer(
        uvicorn.Config(
            app,
            http=partial(_BoundedProtocol, timeouts, open_ones),  # type: ignore[arg-type]  # it makes one
            loop="asyncio",
            access_log=False,
            log_config=None,
            lifespan="off",
            ws="none",
            server_header=False,
            proxy_headers=bool(proxies),
            forwarded_allow_ips=[str(network) for network in proxies],
            timeout_keep_alive=timeouts.idle,
            timeout_graceful_shutdown=_FAREWELL,
            backlog=_BACKLOG,
        )
    )


class _EndingServer(uvicorn.Server):
    """Ends the program after a signal even while a thread waits for a database that is silent.

    What is acknowledged is on the disk; all else is sent again.
    """

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        last_resort = threading.Timer(_LONGEST_FAREWELL, os._exit, [0])
        last_resort.daemon = True
        last_resort.start()
        super().handle_exit(sig, frame)


def _is_within(address: str, networks: Sequence[Network]) -> bool:
    try:
        return any(ip_address(address) in network for network in networks)
    except ValueError:  # no address at all
        return False


def _room_for_clients() -> int:
    """How many connections there are descriptors for, having asked the system for enough."""
    if sys.platform == "win32":
        return _WANTED_FILES
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _WANTED_FILES if hard == resource.RLIM_INFINITY else min(_WANTED_FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    return wanted - _OWN_FILES


class _BoundedProtocol(H11Protocol):
    """Uvicorn's own, which waits for ever for a request's head and for an answer's reader.

    The head's length is bounded by the parser.
    """

    def __init__(self, timeouts: ClientTimeouts, open_ones: Connections, **named: Any) -> None:  # noqa: ANN401  uvicorn's
        super().__init__(**named)
        self.timeouts = timeouts
        self.open_ones = open_ones
        self.address = ""
        self.idle_since: float | None = None
        self._timers: dict[str, asyncio.TimerHandle] = {}

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # uvicorn's
        super().connection_made(transport)
        self.address = self.client[0] if self.client else ""
        self.idle_since = monotonic()
        self._start("head", self.timeouts.head)
        self.open_ones.add(self)

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self.cycle is not None and not self.cycle.response_complete:
            self.idle_since = None
            self._stop("head")
            if self.cycle.more_body:
                self.flow.pause_reading()  # until the application asks for it, knowing who speaks
        else:
            self._start("head", self.timeouts.head)

    def on_response_complete(self) -> None:
        self.idle_since = monotonic()
        super().on_response_complete()
        if not self.cycle.response_complete:  # the next one had come meanwhile
            self.idle_since = None

    def pause_writing(self) -> None:
        super().pause_writing()
        self._start("unread", self.timeouts.unread)

    def resume_writing(self) -> None:
        super().resume_writing()
        self._stop("unread")

    def connection_lost(self, exc: Exception | None) -> None:
        self.open_ones.discard(self)
        self._stop("head")
        self._stop("unread")
        super().connection_lost(exc)

    def send_400_response(self, msg: str) -> None:
        """Answer what is no HTTP as everything else is answered: dated, and kept by no cache."""
        answer = problem(400, "bad_request", msg)
        headers = [
            *self.server_state.default_headers,
            *answer.raw_headers,
            (b"cache-control", b"no-store"),
            (b"connection", b"close"),
        ]
        head = b"".join(b"%b: %b\r\n" % header for header in headers)
        self.transport.write(b"HTTP/1.1 400 Bad Request\r\n%b\r\n%b" % (head, bytes(answer.body)))
        self.transport.close()

    def cut(self) -> None:
        self.transport.abort()

    def _start(self, what: str, seconds: float) -> None:
        """Start a clock once: a client that sends a byte now and then gets no more time."""
        if what not in self._timers:
            self._timers[what] = self.loop.call_later(seconds, self.transport.abort)

    def _stop(self, what: str) -> None:
        if what in self._timers:
            self._timers.pop(what).cancel()
