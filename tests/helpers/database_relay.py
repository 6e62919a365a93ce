"""A connection to a PostgreSQL server that can fall silent without being cut."""

import contextlib
import selectors
import socket
import threading
from typing import Self

from sqlalchemy.engine import make_url


class DatabaseRelay:
    """Passes bytes between a loopback port and the server that a database URL names.

    ``silence`` stops forwarding on every connection that is open then; they stay open, and a caller
    that waits on one waits for ever. Later connections work, unless ``mute`` is set.
    """

    def __init__(self, database_url: str) -> None:
        parsed = make_url(database_url)
        self._target = f"{parsed.query['host']}/.s.PGSQL.5432"
        self._listener = socket.create_server(("127.0.0.1", 0))
        port = self._listener.getsockname()[1]
        self.url = (parsed.set(query={}, host="127.0.0.1", port=port)).render_as_string(
            hide_password=False
        )
        self.mute = False
        self._peers: dict[socket.socket, socket.socket] = {}
        self._silent: set[socket.socket] = set()
        self._ends = threading.Event()
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._listener, selectors.EVENT_READ)
        self._thread = threading.Thread(target=self._run, name="database relay")

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ends.set()
        self._thread.join(10)
        for end in [*self._peers, self._listener]:
            end.close()
        self._selector.close()

    def silence(self) -> None:
        """Every connection that is open falls silent."""
        self._silent |= set(self._peers)

    def _run(self) -> None:
        while not self._ends.is_set():
            for key, _ in self._selector.select(timeout=0.05):
                end = key.fileobj
                assert isinstance(end, socket.socket)
                if end is self._listener:
                    self._accept()
                elif end in self._silent or self.mute:
                    with contextlib.suppress(KeyError, ValueError):  # its other end has hung up
                        self._selector.unregister(end)  # nobody hears it any more
                elif end in self._peers:
                    self._pass_on(end)

    def _accept(self) -> None:
        near, _ = self._listener.accept()
        far = socket.socket(socket.AF_UNIX)
        far.connect(self._target)
        for end, other in ((near, far), (far, near)):
            self._peers[end] = other
            self._selector.register(end, selectors.EVENT_READ)

    def _pass_on(self, end: socket.socket) -> None:
        other = self._peers[end]
        with contextlib.suppress(OSError):  # either end hung up: so a connection ends here
            if data := end.recv(1 << 16):
                other.sendall(data)
                return
        for each in (end, other):
            self._peers.pop(each, None)
            with contextlib.suppress(KeyError, ValueError):  # it was silent before
                self._selector.unregister(each)
            each.close()
