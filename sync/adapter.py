"""HTTP transport settings: authentication, TLS by our own context, and a bound on headers.

A time-out of the socket begins anew with every byte: a response header that trickles would never
end.
"""

import socket
import ssl
import threading
import time
from contextlib import suppress
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from requests.auth import AuthBase
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.response import HTTPResponse

_PAUSE = 0.01
"""Seconds between two checks of the time, where waits end early."""


class _BoundedHead(HTTPConnection):
    """Bounds the time for a whole response header, not only for its first byte."""

    def getresponse(self) -> HTTPResponse:  # type: ignore[override]  # as in urllib3
        """The answer, as soon as its header is complete. Raises ``TimeoutError``."""
        connected, late, done = self.sock, threading.Event(), threading.Event()
        until = time.monotonic() + float(self.timeout or 0.0)

        def cut_when_late() -> None:
            # A wait may end early where the system's clock was set far back: the time decides.
            while not done.wait(max(0.0, until - time.monotonic())):
                if time.monotonic() >= until:
                    late.set()
                    _cut(connected)
                    return
                time.sleep(_PAUSE)

        threading.Thread(target=cut_when_late, name="head", daemon=True).start()
        try:
            response = super().getresponse()
        except Exception as broken:
            if late.is_set():
                raise TimeoutError("the head of the answer takes too long") from broken
            raise
        finally:
            done.set()
        if late.is_set():  # what was cut off reads like a head that is whole
            response.close()
            raise TimeoutError("the head of the answer takes too long")
        return response


class _BoundedTlsHead(_BoundedHead, HTTPSConnection):
    """The same over TLS."""


class _Pool(HTTPConnectionPool):
    ConnectionCls = _BoundedHead


class _TlsPool(HTTPSConnectionPool):
    ConnectionCls = _BoundedTlsHead


_POOLS = {"http": _Pool, "https": _TlsPool}


class Adapter(HTTPAdapter):
    """Speaks TLS by our own context, through a proxy too."""

    def __init__(self, context: ssl.SSLContext | None = None) -> None:
        self._tls: dict[str, Any] = {} if context is None else {"ssl_context": context}
        super().__init__()

    def init_poolmanager(self, *sizes: Any, **options: Any) -> None:  # noqa: ANN401 - as in requests
        """Set up direct connections."""
        options.update(self._tls)
        super().init_poolmanager(*sizes, **options)
        self.poolmanager.pool_classes_by_scheme = _POOLS

    def proxy_manager_for(self, proxy: str, **options: Any) -> Any:  # noqa: ANN401 - as in requests
        """Set up connections through a proxy."""
        options.update(self._tls)
        manager = super().proxy_manager_for(proxy, **options)
        manager.pool_classes_by_scheme = _POOLS
        return manager


class Bearer(AuthBase):
    """Adds the bearer token; its presence also keeps requests from reading ``.netrc``."""

    def __init__(self, token: str | None) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        """Add the token before a request is sent."""
        if self._token is not None:
            request.headers["Authorization"] = f"Bearer {self._token}"
        return request


def _cut(connected: Any) -> None:  # noqa: ANN401 - a socket, or what speaks TLS within TLS
    with suppress(OSError):  # it may have ended by itself
        if isinstance(connected, socket.socket):
            # Not TLS's own way, which would take the session from under the reading thread.
            socket.socket.shutdown(connected, socket.SHUT_RDWR)
        else:
            connected.close()
