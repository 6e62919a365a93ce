"""The HTTP server around the register's application."""

import socket

import uvicorn
from fastapi import FastAPI

_BACKLOG = 2048
_KEEP_ALIVE = 75
"""Seconds for which an idle desk's connection is kept, so that its next call is quick."""
_FAREWELL = 3
"""Seconds that calls under way get at the end."""


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


def make_server(app: FastAPI) -> uvicorn.Server:
    """A server for the application; ``run(sockets=[...])`` serves until ``should_exit`` is set.

    There is no access log: it would bear card numbers.
    """
    return uvicorn.Server(
        uvicorn.Config(
            app,
            access_log=False,
            log_config=None,
            lifespan="off",
            ws="none",
            server_header=False,
            timeout_keep_alive=_KEEP_ALIVE,
            timeout_graceful_shutdown=_FAREWELL,
            backlog=_BACKLOG,
        )
    )
