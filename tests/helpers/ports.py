"""Ports that stay a test's own while its server is down."""

import socket
import sys


def keep_port() -> socket.socket | None:
    """A socket that keeps a port of loopback: a server may listen on it, and nobody else gets it.

    ``None`` but on Linux: elsewhere it would shut the server out as well.
    """
    if sys.platform != "linux":
        return None
    kept = socket.socket()
    kept.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    kept.bind(("127.0.0.1", 0))
    return kept
