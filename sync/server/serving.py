"""The HTTP server around the register's application, and its patience with slow clients."""

import asyncio
import socket
from dataclasses import dataclass
from typing import Any

import uvicorn
from fastapi import FastAPI
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

_BACKLOG = 2048
_LONGEST_HEAD = 1 << 16
"""Bytes beyond what came with its first; the parser itself would take a head without an end."""
_FAREWELL = 3
"""Seconds that calls under way get at the end."""


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds after which a client is cut off, so that slow ones cannot take up every connection.

    How long a body may take is in :mod:`sync.server.bodies`.
    """

    head: float = 15  # from the connection's first moment, or a request's first byte
    idle: int = 75  # between two calls, so that a desk's next one is quick
    unread: float = 300  # for which a client takes nothing of what waits for it


def bind(host: str, port: int) -> socket.socket:
    """A listening socket; port 0 picks a free one. Raises ``OSError``."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.create_server((host, port), family=family, backlog=_BACKLOG)
    listener.set_inheritable(False)
    # What it accepts inherits this. The event loop sets it too, but not on sockets handed to it;
    # without it an answer's body waits 40 ms for the client's system to confirm its head.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener


def address(listener: socket.socket) -> str:
    """The URL of a listening socket."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def make_server(app: FastAPI, patience: Patience | None = None) -> uvicorn.Server:
    """A server for the application; ``run(sockets=[...])`` serves until ``should_exit`` is set.

    Its own access log is off: it would bear card numbers.
    """
    chosen = patience or Patience()

    class Protocol(_PunctualProtocol):
        patience = chosen

    return uvicorn.Server(
        uvicorn.Config(
            app,
            http=Protocol,
            loop="auto",  # uvloop where there is one
            access_log=False,
            log_config=None,
            lifespan="off",
            ws="none",
            server_header=False,
            timeout_keep_alive=chosen.idle,
            timeout_graceful_shutdown=_FAREWELL,
            backlog=_BACKLOG,
        )
    )


class _PunctualProtocol(HttpToolsProtocol):
    """Uvicorn's own, which waits for ever for a request's head and for an answer's reader."""

    patience: Patience

    def __init__(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401  uvicorn's
        super().__init__(*arguments, **named)
        self._in_head = False
        self._head_bytes = 0
        self._head_timer: asyncio.TimerHandle | None = None
        self._unread_timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # uvicorn's
        super().connection_made(transport)
        self._await_head()

    def data_received(self, data: bytes) -> None:
        begun = self._in_head  # else a body's end may come with it, which is not counted
        super().data_received(data)
        if begun and self._in_head:
            self._head_bytes += len(data)
            if self._head_bytes > _LONGEST_HEAD:
                self.transport.abort()
        if self.cycle is not None and not self.cycle.response_complete:
            self._cancel_head_timer()
        else:
            self._await_head()

    def on_message_begin(self) -> None:
        self._in_head, self._head_bytes = True, 0
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        self._in_head = False
        super().on_headers_complete()

    def pause_writing(self) -> None:
        self.flow.pause_writing()
        self._unread_timer = self.loop.call_later(self.patience.unread, self.transport.abort)

    def resume_writing(self) -> None:
        self.flow.resume_writing()
        self._cancel_unread_timer()

    def connection_lost(self, exc: Exception | None) -> None:
        self._cancel_head_timer()
        self._cancel_unread_timer()
        super().connection_lost(exc)

    def _await_head(self) -> None:
        """Start the clock once: a client that sends a byte now and then gets no more time."""
        if self._head_timer is None:
            self._head_timer = self.loop.call_later(self.patience.head, self.transport.abort)

    def _cancel_head_timer(self) -> None:
        if self._head_timer is not None:
            self._head_timer.cancel()
            self._head_timer = None

    def _cancel_unread_timer(self) -> None:
        if self._unread_timer is not None:
            self._unread_timer.cancel()
            self._unread_timer = None
