"""A connection between desk and register that loses replies: the register did its work, unheard."""

import contextlib
import socket
import threading
from typing import Self
from urllib.parse import urlsplit

_CHUNK = 1 << 16


class Relay:
    """Passes bytes between a loopback port of its own and the register at ``target``.

    While ``loses`` is a request's beginning (``b"POST /desk/v1/operations"``), the connection is
    cut when the reply to such a request comes back; ``lost`` counts them.
    """

    def __init__(self, target: str) -> None:
        parts = urlsplit(target)
        self._target = (parts.hostname, parts.port)
        self.loses: bytes | None = None
        self.lost = 0
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        self._threads = [threading.Thread(target=self._listen)]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def __enter__(self) -> Self:
        self._threads[0].start()
        return self

    def __exit__(self, *_: object) -> None:
        _hang_up(self._listener)
        self._threads[0].join(10)  # from now on nobody comes any more
        for end in self._open:
            _hang_up(end)
        for thread in self._threads:
            thread.join(10)

    def _listen(self) -> None:
        while True:
            try:
                near, _ = self._listener.accept()
            except OSError:  # closed: the test is over
                return
            try:
                far = socket.create_connection(self._target)
            except OSError:  # the register is down, and so is the connection
                near.close()
                continue
            self._open += [near, far]
            answer_is_lost = threading.Event()
            for pump in (self._send, self._bring_back):
                thread = threading.Thread(target=pump, args=[near, far, answer_is_lost])
                self._threads.append(thread)
                thread.start()

    def _send(
        self, near: socket.socket, far: socket.socket, answer_is_lost: threading.Event
    ) -> None:
        with contextlib.suppress(OSError):  # either end hung up: so a connection ends here
            while data := near.recv(_CHUNK):
                if self.loses is not None and data.startswith(self.loses):
                    answer_is_lost.set()
                far.sendall(data)
        _hang_up(far)

    def _bring_back(
        self, near: socket.socket, far: socket.socket, answer_is_lost: threading.Event
    ) -> None:
        with contextlib.suppress(OSError):  # either end hung up: so a connection ends here
            while data := far.recv(_CHUNK):
                if answer_is_lost.is_set():
                    self.lost += 1
                    break
                near.sendall(data)
        _hang_up(near)
        _hang_up(far)


def _hang_up(end: socket.socket) -> None:
    with contextlib.suppress(OSError):  # it may not be connected any more
        end.shutdown(socket.SHUT_RDWR)
    end.close()
