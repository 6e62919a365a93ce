"""A server that misbehaves to order: whatever is asked of it, it sends the bytes it was given."""

import json
import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Self

Misdeed = Callable[[socket.socket], None]
"""What is done to a connection once its request has been read."""


@dataclass(frozen=True)
class Request:
    """A request as it arrived."""

    line: str
    headers: dict[str, str]
    body: bytes = field(repr=False)


class FaultyServer:
    """Does one misdeed for each request, the last one for ever; keeps connections alive."""

    def __init__(self, *misdeeds: Misdeed, tls: ssl.SSLContext | None = None) -> None:
        self._misdeeds: Sequence[Misdeed] = misdeeds
        self._tls = tls
        self.requests: list[Request] = []
        self.connections = 0
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        self._threads = [threading.Thread(target=self._listen)]

    @property
    def port(self) -> int:
        port: int = self._listener.getsockname()[1]
        return port

    @property
    def url(self) -> str:
        return f"{'https' if self._tls else 'http'}://127.0.0.1:{self.port}"

    def __enter__(self) -> Self:
        self._threads[0].start()
        return self

    def __exit__(self, *_: object) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._threads[0].join(10)  # from now on nobody comes any more
        for connection in self._open:
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # the other end was quicker
        for thread in self._threads:
            thread.join(10)

    def answer(self, request: Request, connection: socket.socket) -> None:
        """Do what is due to a request."""
        number = min(len(self.requests), len(self._misdeeds) - 1)
        self.requests.append(request)
        self._misdeeds[number](connection)

    def _listen(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:  # closed: the test is over
                return
            self.connections += 1
            self._open.append(connection)
            thread = threading.Thread(target=self._serve, args=[connection])
            self._threads.append(thread)
            thread.start()

    def _serve(self, plain: socket.socket) -> None:
        try:
            connection = self._tls.wrap_socket(plain, server_side=True) if self._tls else plain
            with connection, connection.makefile("rb") as stream:
                while (line := stream.readline().decode().strip()) != "":
                    headers: dict[str, str] = {}
                    while header := stream.readline().decode().strip():
                        name, _, value = header.partition(":")
                        headers[name.lower()] = value.strip()
                    body = stream.read(int(headers.get("content-length", "0")))
                    self.answer(Request(line, headers, body), connection)
        except (OSError, ValueError):  # the client went away, or the misdeed was to hang up
            plain.close()


def sends(
    status: int = 200,
    body: bytes | str = b"",
    *,
    media_type: str = "application/json",
    length: int | None = None,
    headers: Mapping[str, str] | None = None,
) -> Misdeed:
    """An answer; ``length`` may lie."""
    raw = body.encode() if isinstance(body, str) else body
    lines = [
        f"HTTP/1.1 {status} Said",
        f"Content-Type: {media_type}",
        f"Content-Length: {len(raw) if length is None else length}",
        *(f"{name}: {value}" for name, value in (headers or {}).items()),
    ]
    message = "\r\n".join([*lines, "", ""]).encode() + raw

    def misdeed(connection: socket.socket) -> None:
        connection.sendall(message)
        if length is not None and length > len(raw):
            connection.shutdown(socket.SHUT_RDWR)

    return misdeed


def problem(status: int, code: str, *, headers: Mapping[str, str] | None = None) -> Misdeed:
    """An error as the contract has it."""
    body = json.dumps({"type": "about:blank", "title": code, "status": status, "code": code})
    return sends(status, body, media_type="application/problem+json", headers=headers)


def resets(connection: socket.socket) -> None:
    """Cuts the connection without an answer."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
    connection.close()
    raise OSError("hung up")


def trickles(piece: bytes, every: float, head: bytes = b"") -> Misdeed:
    """Sends ``head``, and then a piece every so many seconds, for ever."""

    def misdeed(connection: socket.socket) -> None:
        connection.sendall(head)
        pause = threading.Event()
        while not pause.wait(every):
            connection.sendall(piece)

    return misdeed


@contextmanager
def a_closed_port() -> Iterator[int]:
    """A port where nobody listens, and where nobody else begins to meanwhile."""
    with socket.socket() as kept:
        kept.bind(("127.0.0.1", 0))
        yield kept.getsockname()[1]


def sends_nothing(connection: socket.socket) -> None:
    """Takes the request and never answers."""
    connection.recv(1)


HTML = "<html>No</html>"
STRANGE_ANSWERS: Mapping[str, Misdeed] = {
    "500": sends(500, "Internal Server Error", media_type="text/plain"),
    "502": sends(502, HTML, media_type="text/html"),
    "a page with 400": sends(400, HTML, media_type="text/html"),
    "a page with 413": sends(413, HTML, media_type="text/html"),
    "a page with 403": sends(403, HTML, media_type="text/html"),
    "a cut line": resets,
}
"""What something on the way answers in the register's place."""
