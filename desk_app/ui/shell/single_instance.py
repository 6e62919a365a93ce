"""Allows one window for each desk: a second start activates the first window, and ends.

It uses a local socket that only this user can reach. Its name is random, made anew at each start,
and kept in a file of the desk's folder that this user alone can read: nobody else can guess it and
listen in the program's place, and two folders are two desks. A socket may be left over from a
program that was killed, so a lock file decides which program is first; the system releases it with
its program.
"""

import os
import re
import secrets
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QWidget

from desk_app.files.atomic_write import read_bounded, write_atomically
from desk_app.services.errors import FileUnreadableError, FileUnwritableError

_HERE = b"here\n"
_LONGEST_TOKEN = 500
_ACTIVATION = "XDG_ACTIVATION_TOKEN"
_NAME_FILE = "window.channel"
_NAME = re.compile("kaikuluukku-[0-9a-f]{32}")
_LONGEST_NAME = 100
"""Bytes."""


class SingleInstance(QObject):
    """The first window's side."""

    activated = Signal(str)
    """The program was started again; carries an activation token, where there is one.

    On Wayland only the program that the user just used may bring a window forward; it hands out
    this token.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        if left := _name(folder):  # by a program that was killed; this one holds the lock
            QLocalServer.removeServer(left)
        self._listens = self._listen(folder)

    @property
    def listens(self) -> bool:
        """Whether other starts can reach it."""
        return self._listens

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _listen(self, folder: Path) -> bool:
        name = f"kaikuluukku-{secrets.token_hex(16)}"
        if not self._server.listen(name):
            return False
        try:
            write_atomically(folder / _NAME_FILE, name.encode("ascii"))
        except FileUnwritableError:
            self._server.close()
            return False
        return True

    def _answer(self) -> None:
        while self._server.hasPendingConnections():
            caller = self._server.nextPendingConnection()
            caller.disconnected.connect(caller.deleteLater)
            caller.readyRead.connect(lambda caller=caller: self._receive(caller))
            self._receive(caller)

    def _receive(self, caller: QLocalSocket) -> None:
        if not caller.canReadLine():
            return
        token = bytes(caller.readLine(_LONGEST_TOKEN).data()).decode("ascii", "ignore").strip()
        caller.write(_HERE)
        caller.flush()
        self.activated.emit(token)


def activate_first(folder: Path, *, longest_ms: int = 2_000) -> bool:
    """Ask the first window of the desk in this folder to come forward; whether it answered."""
    name = _name(folder)
    if name is None:
        return False
    caller = QLocalSocket()
    caller.connectToServer(name)
    if not caller.waitForConnected(longest_ms):
        return False
    token = os.environ.get(_ACTIVATION, "")[:_LONGEST_TOKEN]
    caller.write(f"{token}\n".encode("ascii", "ignore"))
    caller.flush()
    answered = caller.waitForReadyRead(longest_ms) and bytes(caller.readAll().data()) == _HERE
    caller.disconnectFromServer()
    return answered


def bring_to_front(window: QWidget, token: str) -> None:
    """Bring a window before the others, out of the task bar too."""
    if token:
        os.environ[_ACTIVATION] = token  # where Qt looks for it
    window.setWindowState(
        window.windowState() & ~Qt.WindowState.WindowMinimized | Qt.WindowState.WindowActive
    )
    window.show()
    window.raise_()
    window.activateWindow()


def _name(folder: Path) -> str | None:
    """The socket's name as the first window wrote it down; ``None`` where there is none."""
    try:
        name = read_bounded(folder / _NAME_FILE, _LONGEST_NAME).decode("ascii")
    except (FileUnreadableError, UnicodeDecodeError):
        return None
    return name if _NAME.fullmatch(name) else None
