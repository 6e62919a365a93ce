"""The server of a desk for its neighbours: HTTP behind mutual TLS, in a thread of its own.

A stranger gets no further than the handshake, which costs some milliseconds of the counter's time:
so only a few a second begin, but for callers from where a neighbour answers or has called. Only a
few are under way at once: with more, the oldest is given up, so that callers who say nothing keep
nobody out. A neighbour has a few connections, of which the oldest goes, too: it may be dead. Each
request has a time by which it has to be there.
"""

import asyncio
import logging
import socket
import ssl
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from typing import Any
from uuid import UUID

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

_log = logging.getLogger(__name__)

MOST_CONNECTIONS = 128
MOST_HANDSHAKES = 16
MOST_OF_ONE = 6
"""Connections in all, being made, and of one neighbour."""
_HANDSHAKE_SECONDS = 5.0
_HEAD_SECONDS = 10.0
_IDLE_SECONDS = 60
_MOST_HEAD = 8 << 10
"""Bytes."""
_FAREWELL = 1.0
"""Seconds that calls under way get at the end."""
_PAUSE = 0.5
"""Seconds after an error of accepting: no descriptors left, or an interface that went."""
_BREATH = 0.02
"""Seconds between two callers while many call: the window has to have its turn."""
_IN_A_BREATH = 16
"""Callers that are refused between two: behind them a neighbour may wait."""
_STRANGERS_A_SECOND = 5.0
_STRANGERS_AT_ONCE = 20
"""Handshakes of callers from where no neighbour is known."""
_MOST_HOSTS = 64

Identify = Callable[[bytes | None], UUID | None]
"""The neighbour that a certificate (DER) is of."""


class LanServer:
    """Listens on every interface, IPv4 and IPv6. ``port`` 0 picks a free one.

    ``context`` gives the TLS of the next connection: neighbours come and go. ``identify`` says who
    it is, and ``is_expected`` whether a neighbour answers at a host.
    """

    def __init__(
        self,
        app: ASGIApp,
        context: Callable[[], ssl.SSLContext],
        identify: Identify,
        is_expected: Callable[[str], bool],
        port: int = 0,
    ) -> None:
        self._context = context
        self._identify = identify
        self._admission = Admission(is_expected)
        self._listener = _listen(port)
        self.port: int = self._listener.getsockname()[1]
        config = uvicorn.Config(
            app,
            http="h11",
            ws="none",
            lifespan="off",
            access_log=False,
            log_config=None,
            server_header=False,
            date_header=False,  # nobody believes a neighbour's clock
            timeout_keep_alive=_IDLE_SECONDS,
            h11_max_incomplete_event_size=_MOST_HEAD,
        )
        config.load()
        self._config = config
        self._state = ServerState()
        self._of_desk = defaultdict[UUID, list[asyncio.Transport]](list)
        self._loop = asyncio.new_event_loop()
        self._handshakes = dict[asyncio.Task[None], socket.socket]()  # the oldest first
        self._ended = asyncio.Event()
        self._thread = threading.Thread(target=self._run, name="neighbours", daemon=True)

    def start(self) -> None:
        """Begin to listen."""
        self._thread.start()

    def discard(self) -> None:
        """Close the port of a server that is not to be started."""
        self._listener.close()
        self._loop.close()

    def stop(self, timeout: float = 3.0) -> None:
        """End every connection."""
        with suppress(RuntimeError):  # it has ended already
            self._loop.call_soon_threadsafe(self._ended.set)
        self._thread.join(timeout)

    def _run(self) -> None:
        try:
            self._loop.run_until_complete(self._serve())
        finally:
            self._listener.close()
            self._loop.close()

    async def _serve(self) -> None:
        accepting = asyncio.create_task(self._accept())
        await self._ended.wait()
        await self._end_accepting(accepting)
        for handshake in self._handshakes:  # else nobody would end what comes of it
            handshake.cancel()
        for connection in [*self._state.connections]:
            connection.transport.abort()
        left = asyncio.all_tasks() - {asyncio.current_task()}
        if left:  # a neighbour that waits for news sees that nobody listens any more
            await asyncio.wait(left, timeout=_FAREWELL)

    async def _end_accepting(self, accepting: asyncio.Task[None]) -> None:
        """Take no more callers. One that comes in this moment is not dropped unclosed.

        A task that is cancelled loses the connection that it was just given.
        """
        try:
            self._listener.shutdown(socket.SHUT_RDWR)  # ends the waiting in an error
        except OSError:  # of a listening socket only Linux lets it be done
            accepting.cancel()
        await asyncio.wait([accepting])

    async def _accept(self) -> None:
        handshakes = self._handshakes

        def finished(task: asyncio.Task[None]) -> None:
            connection = handshakes.pop(task)
            if task.cancelled():
                connection.close()

        refused = 0
        while True:
            try:
                connection, address = await self._loop.sock_accept(self._listener)
            except OSError as fault:
                if self._ended.is_set():
                    return
                _log.info("a neighbour's connection could not be taken: %s", fault.strerror)
                await asyncio.sleep(_PAUSE)
                continue
            if not self._admission.admits(host_of(address)):
                connection.close()
                refused += 1
                if refused % _IN_A_BREATH == 0:
                    await asyncio.sleep(_BREATH)
                continue
            if len(handshakes) >= MOST_HANDSHAKES:
                next(iter(handshakes)).cancel()
                await asyncio.sleep(_BREATH)
            task = asyncio.create_task(self._shake_hands(connection))
            handshakes[task] = connection
            task.add_done_callback(finished)

    async def _shake_hands(self, connection: socket.socket) -> None:
        """The handshake; after it the connection is uvicorn's."""
        try:
            if len(self._state.connections) >= MOST_CONNECTIONS:
                connection.close()
                return
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            async with asyncio.timeout(_HANDSHAKE_SECONDS):
                await self._loop.connect_accepted_socket(
                    self._protocol,
                    connection,
                    ssl=self._context(),
                    ssl_handshake_timeout=_HANDSHAKE_SECONDS,
                    ssl_shutdown_timeout=1.0,
                )
        except (OSError, ssl.SSLError, TimeoutError):
            connection.close()  # a stranger, or somebody who gave up

    def _protocol(self) -> "_NeighbourProtocol":
        return _NeighbourProtocol(
            self._config, self._state, {}, self._identify, self._of_desk, self._admission
        )


class Admission:
    """Decides whose handshake may begin: callers from where a neighbour is, and a few more."""

    def __init__(
        self, is_expected: Callable[[str], bool], steady: Callable[[], float] = time.monotonic
    ) -> None:
        self._is_expected = is_expected
        self._steady = steady
        self._hosts: dict[str, None] = {}  # from which neighbours have called, the latest last
        self._left = float(_STRANGERS_AT_ONCE)
        self._at = steady()

    def admits(self, host: str) -> bool:
        """Whether a caller from this host may begin a handshake now."""
        if host in self._hosts or self._is_expected(host):
            return True
        now = self._steady()
        more = (now - self._at) * _STRANGERS_A_SECOND
        self._left, self._at = min(self._left + more, float(_STRANGERS_AT_ONCE)), now
        if self._left < 1:
            return False
        self._left -= 1
        return True

    def note(self, host: str) -> None:
        """A neighbour has called from this host."""
        self._hosts.pop(host, None)
        self._hosts[host] = None
        if len(self._hosts) > _MOST_HOSTS:
            del self._hosts[next(iter(self._hosts))]


class _NeighbourProtocol(H11Protocol):
    """Uvicorn's own, for a caller that is known by its certificate, and within a time."""

    def __init__(
        self,
        config: uvicorn.Config,
        state: ServerState,
        app_state: dict[str, Any],
        identify: Identify,
        of_desk: "defaultdict[UUID, list[asyncio.Transport]]",
        admission: Admission,
    ) -> None:
        super().__init__(config, state, app_state)
        self._admission = admission
        self._identify = identify
        self._of_desk = of_desk
        self._desk: UUID | None = None
        self._late: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # uvicorn's
        super().connection_made(transport)
        shown = transport.get_extra_info("ssl_object")
        desk = self._identify(shown.getpeercert(binary_form=True)) if shown else None
        if desk is None:
            transport.abort()
            return
        own = self._of_desk[desk]
        if len(own) >= MOST_OF_ONE:
            own.pop(0).abort()
        self._desk = desk
        host = host_of(transport.get_extra_info("peername"))
        self._admission.note(host)
        own.append(transport)
        self.app_state = {"neighbour": desk, "host": host}
        self._await_head()

    def data_received(self, data: bytes) -> None:
        if self._desk is None:
            return
        super().data_received(data)
        if self.cycle is not None and not self.cycle.response_complete:
            self._cancel()
        else:
            self._await_head()

    def connection_lost(self, exc: Exception | None) -> None:
        self._cancel()
        if self._desk is not None:
            own = self._of_desk[self._desk]
            own[:] = [each for each in own if each is not self.transport]
        super().connection_lost(exc)

    def _await_head(self) -> None:
        """Start the clock once: a byte now and then gives no more time."""
        if self._late is None:
            self._late = self.loop.call_later(_HEAD_SECONDS, self.transport.abort)

    def _cancel(self) -> None:
        if self._late is not None:
            self._late.cancel()
            self._late = None


def host_of(address: tuple[Any, ...]) -> str:
    """The host of a socket's address, an IPv4 one as such, and one of a single link with that."""
    host = str(address[0]).removeprefix("::ffff:")
    return f"{host}%{address[3]}" if address[3:] and address[3] and "%" not in host else host


def _listen(port: int) -> socket.socket:
    """A listening socket on every interface, of both kinds where the system has both."""
    both = socket.has_dualstack_ipv6()
    family = socket.AF_INET6 if both else socket.AF_INET
    try:
        listener = socket.create_server(("", port), family=family, dualstack_ipv6=both)
    except OSError:
        if not both:
            raise
        listener = socket.create_server(("", port))  # IPv6 is switched off here
    listener.settimeout(0)
    listener.set_inheritable(False)
    return listener
