"""Calls a neighbour: urllib3 over mutual TLS, pinned to that neighbour's certificate.

Every answer is bounded in bytes and in time, also a neighbour's.
"""

import ssl
import time
from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

import urllib3
from urllib3.exceptions import HTTPError

from sync.closing import ClosedOnExit
from sync.lan.addresses import LanAddress
from sync.lan.app import BASE_PATH, LONGEST_WAIT
from sync.lan.news import MOST_NEWS, News, NewsOperation, RegisterPiece, TicketsAsked
from sync.lan.wire import read_moved, read_news, read_operations, write_asked, write_ids

MOST_PIECE = 1 << 20
_MOST_ANSWER = 1 << 12
"""Bytes."""
_CONNECT = 0.7
_SLACK = 2.0
_QUICK = 5.0
"""Seconds."""


class SilentNeighbourError(Exception):
    """The neighbour did not answer, or not as one does."""


class NothingYetError(SilentNeighbourError):
    """The neighbour has not made ready what was asked for."""


class NeighbourClient(ClosedOnExit):
    """One neighbour at one address. It is used by one thread at a time."""

    def __init__(self, address: LanAddress, context: ssl.SSLContext, fingerprint: bytes) -> None:
        self.address = address
        try:
            self._pool = urllib3.HTTPSConnectionPool(
                address.in_url,
                address.port,
                maxsize=1,
                retries=False,
                cert_reqs="CERT_REQUIRED",
                ssl_context=context,
                assert_hostname=False,
                assert_fingerprint=fingerprint.hex(),
            )
        except HTTPError as wrong:
            raise SilentNeighbourError("an address that cannot be called") from wrong

    def close(self) -> None:
        """Close the connection."""
        self._pool.close()

    def ping(self) -> None:
        """Ask whether it is there. Raises ``SilentNeighbourError``."""
        self._call("GET", f"{BASE_PATH}/health", seconds=_SLACK)

    def news(
        self,
        after: str,
        patience: float = _SLACK,
        own_port: int = 0,
        *,
        waits: bool = True,
        entries: bool = True,
    ) -> News:
        """The news after a cursor, once there is some. Raises ``SilentNeighbourError``.

        ``patience`` are the seconds beyond those after which a neighbour answers without news: at
        once where this desk does not wait. Where it listens, it is told of ``own_port``. Without
        ``entries``, the page has only what every page has, at once.
        """
        path = f"{BASE_PATH}/news?after={after}&port={own_port}"
        path += "" if waits and entries else "&wait=0"
        path += "" if entries else "&entries=0"
        body, _ = self._call("GET", path, most=MOST_NEWS, seconds=LONGEST_WAIT + patience)
        try:
            news = read_news(body)
        except (ValueError, RecursionError) as wrong:
            raise SilentNeighbourError("the news cannot be read") from wrong
        return news if entries else replace(news, operations=(), visits=(), briefs=())

    def operations(self, ids: Sequence[UUID]) -> Sequence[NewsOperation]:
        """The operations with these ids, or the first of them. Raises ``SilentNeighbourError``."""
        path = f"{BASE_PATH}/operations"
        body, _ = self._call("POST", path, write_ids(ids), most=MOST_NEWS)
        try:
            return read_operations(body)
        except (ValueError, RecursionError) as wrong:
            raise SilentNeighbourError("the operations cannot be read") from wrong

    def ask_tickets(self, asked: TicketsAsked) -> int:
        """How many tickets it has ever moved here. Raises ``SilentNeighbourError``."""
        body, _ = self._call("POST", f"{BASE_PATH}/tickets", write_asked(asked))
        try:
            return read_moved(body)
        except (ValueError, RecursionError) as wrong:
            raise SilentNeighbourError("the answer cannot be read") from wrong

    def register_piece(self, start: int) -> RegisterPiece:
        """A piece of its register. Raises ``SilentNeighbourError`` or ``NothingYetError``."""
        path = f"{BASE_PATH}/register?from={start}"
        body, headers = self._call("GET", path, most=MOST_PIECE, seconds=_QUICK * 4)
        size = headers.get("x-size", "")
        if not (size.isascii() and size.isdigit() and len(size) < 13):
            raise SilentNeighbourError("no piece of a register")
        return RegisterPiece(
            body,
            headers.get("x-file", ""),
            int(size),
            headers.get("x-passphrase", ""),
            headers.get("x-signed-at", ""),
        )

    def _call(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        *,
        most: int = _MOST_ANSWER,
        seconds: float = _QUICK,
    ) -> "tuple[bytes, urllib3.HTTPHeaderDict]":
        until = time.monotonic() + seconds
        timeout = urllib3.Timeout(connect=_CONNECT, read=seconds)
        try:
            response = self._pool.request(
                method,
                path,
                body=body,
                timeout=timeout,
                preload_content=False,
                redirect=False,
                decode_content=False,
            )
            try:
                return _read(response, most, until), response.headers
            except BaseException:
                response.close()
                raise
            finally:
                response.release_conn()
        except (HTTPError, OSError, UnicodeError) as silent:
            raise SilentNeighbourError(type(silent).__name__) from None


def _read(response: urllib3.BaseHTTPResponse, most: int, until: float) -> bytes:
    if response.status == 404:
        raise NothingYetError("not ready")
    if response.status != 200:
        raise SilentNeighbourError(f"status {response.status}")
    body = bytearray()
    while chunk := response.read1(1 << 16):
        body += chunk
        if len(body) > most:
            raise SilentNeighbourError("a longer answer than there can be")
        if time.monotonic() > until:
            raise SilentNeighbourError("an answer that takes too long")
    return bytes(body)
