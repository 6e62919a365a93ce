"""The file of the register's keys, apart from its database, which is backed up and copied.

They lie in a file that the register's user alone can read, or in an environment variable of the
same content: one JSON object with the ``secret`` from which this register's own pseudonyms and
nonces are made, the private ``signing`` keys, of which the first signs, and the ``changes`` by
which the register has come to its key. All bytes are in base64.
"""

import os
import re
from pathlib import Path

from sqlalchemy.engine import URL, make_url

from sync.server.keys.private_files import NotPrivateError, check_private, write_private
from sync.server.keys.signing import Keys

VARIABLE = "KAIKUKANTA_KEYS"
"""Its value is what a file of keys would hold."""
FOLDER_VARIABLE = "KAIKUKANTA_KEY_FOLDER"


class KeysUnusableError(Exception):
    """There are no keys for this database, or none that can be used; the message says why."""


class KeyFile:
    """Keys in a file. It is read again when it has changed: other processes use it too."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._known: tuple[tuple[int, ...], Keys] | None = None

    def __str__(self) -> str:
        return str(self.path)

    def current(self) -> Keys | None:
        """The keys as they are now; ``None`` without a file. Raises ``KeysUnusableError``."""
        try:
            found = self.path.stat()
        except FileNotFoundError:
            return self._known[1] if self._known else None  # what is running goes on
        state = (found.st_ino, found.st_mtime_ns, found.st_size)
        if self._known is None or self._known[0] != state:
            self._known = state, self._read()
        return self._known[1]

    def _read(self) -> Keys:
        try:
            check_private(self.path)
            return Keys.read(self.path.read_text(encoding="utf-8"))
        except NotPrivateError as open_to_others:
            raise KeysUnusableError(str(open_to_others)) from open_to_others
        except (OSError, ValueError) as unusable:
            raise KeysUnusableError(f"the keys in {self.path} cannot be used: {unusable}") from None

    def write(self, keys: Keys, *, new: bool = False) -> None:
        """Keep keys. Raises ``FileExistsError`` where they are to be ``new``, or ``OSError``."""
        if new and not self.path.parent.exists():
            self.path.parent.mkdir(mode=0o700, parents=True)
        write_private(self.path, keys.written(), new=new)


class GivenKeys:
    """Keys out of an environment variable."""

    def __init__(self, text: str) -> None:
        try:
            self._keys = Keys.read(text)
        except ValueError as wrong:
            raise KeysUnusableError(f"the keys in {VARIABLE} cannot be used: {wrong}") from None

    def __str__(self) -> str:
        return VARIABLE

    def current(self) -> Keys:
        """The keys."""
        return self._keys

    def write(self, keys: Keys, *, new: bool = False) -> None:
        """Raise ``KeysUnusableError``: what is given cannot be changed from here."""
        del keys, new
        raise KeysUnusableError(f"keys that are given in {VARIABLE} cannot be changed from here")


KeyStore = KeyFile | GivenKeys


def keys_of(url: str, named: KeyStore | Path | None = None) -> KeyStore:
    """The keys of a database: as named, as given in the environment, or at their usual place.

    Raises ``KeysUnusableError``.
    """
    if isinstance(named, Path):
        return KeyFile(named)
    if named is not None:
        return named
    if given := os.environ.get(VARIABLE):
        return GivenKeys(given)
    return KeyFile(_usual_path(make_url(url)))


def _usual_path(url: URL) -> Path:
    """Beside an SQLite file, or in a folder of the user's."""
    if url.get_backend_name() == "sqlite":
        return Path(f"{Path(str(url.database)).resolve()}.key")
    folder = Path(os.environ.get(FOLDER_VARIABLE) or Path.home() / ".kaikukanta")
    return folder / re.sub(r"[^\w.-]+", "_", f"{url.database}.key")  # by name: hosts have aliases
