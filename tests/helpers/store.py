"""The encrypted store in a test's hands, and in programs of their own beside the test.

``python -m tests.helpers.store ACTION FILE`` does one action with the file and says it was done,
a line at a time, so that the test can let two of them run together or kill one in the middle.
"""

import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from sqlcipher3 import dbapi2 as sqlcipher

from desk_app.devices.clock import SystemClock
from desk_app.devices.secrets import FileSecrets
from desk_app.store.connection.database import Database
from desk_app.store.keys import database_key
from desk_app.store.opening import open_logged, open_store
from desk_app.store.visits.journal import StoredJournal
from desk_app.store.visits.outbox import StoredOutbox
from tests.helpers import programs
from tests.helpers.samples import MOMENT, a_visit

KEY = "ab" * 32
OTHER_KEY = "cd" * 32


def at_moment(_: Database) -> datetime:
    """It is always the samples' moment."""
    return MOMENT


RECORDED_BY_EACH = 40
_LONGEST = 120
_LOADS = (*programs.COMMANDS, "tests.helpers.samples")


@dataclass
class SteppingClock:
    """A clock that goes on a minute each time it is asked."""

    at: datetime = MOMENT

    def now(self) -> datetime:
        self.at += timedelta(minutes=1)
        return self.at


def bare(path: Path, key: str = KEY) -> Any:  # noqa: ANN401 - the driver ships no types
    """The file behind the program's back, by the driver alone."""
    connection = sqlcipher.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{key}'\"")
    return connection


def plain_pages(path: Path, key: str = KEY) -> bytes:
    """The file as its key decrypts it, what SQLite has freed included.

    A page of SQLCipher ends in 16 bytes to begin the decryption with and 64 that vouch for it; the
    first one starts with the 16 bytes of the salt in their place.
    """
    sealed, page, tail = path.read_bytes(), 4096, 80
    plain = b""
    for start in range(0, len(sealed), page):
        body = sealed[start + (0 if start else 16) : start + page - tail]
        first = sealed[start + page - tail :][:16]
        reading = Cipher(algorithms.AES(bytes.fromhex(key)), modes.CBC(first)).decryptor()
        plain += reading.update(body) + reading.finalize()
    return plain


def pragma(database: Database, setting: str) -> None:
    """Set something on the line that the store will use next."""
    with database.read() as connection:
        connection.exec_driver_sql(f"PRAGMA {setting}")


def program(action: str, path: Path, key: str = KEY) -> programs.Started:
    """An action in a program of its own."""
    command = ("-m", "tests.helpers.store", action, str(path), key)
    return programs.start(*command, loads=_LOADS, stdin=subprocess.PIPE)


def answer_of(running: programs.Started) -> list[str]:
    """Its lines, once it has ended well."""
    output, complaints = running.communicate(timeout=_LONGEST)
    assert running.returncode == 0, complaints
    assert complaints == ""
    return output.splitlines()


def _record(path: Path) -> None:
    _record_in(Database.open(path, KEY))


def _record_logged(path: Path) -> None:
    database, _ = open_logged(path, sys.argv[3])
    _record_in(database)


def _record_in(database: Database) -> None:
    journal = StoredJournal(database)
    for _ in range(RECORDED_BY_EACH):
        visit = a_visit()
        journal.record(visit)
        _print(str(visit.id))
    database.close()


def _record_until_killed(path: Path) -> None:
    journal = StoredJournal(Database.open(path, KEY))
    while True:
        visit = a_visit()
        journal.record(visit)
        _print(str(visit.id))


def _claim_and_hang(path: Path) -> None:
    outbox = StoredOutbox(Database.open(path, KEY), SystemClock())
    for operation in outbox.claim(500):
        _print(str(operation.id))
    _print("claimed")
    time.sleep(_LONGEST)


def _first_start(path: Path) -> None:
    key = database_key(FileSecrets(path.parent.parent / "secrets.json"), path)
    database = Database.open(path, key)
    StoredJournal(database).record(a_visit())
    database.close()
    _print("started")


def _start(path: Path) -> None:
    secrets = FileSecrets(path.parent.parent / "secrets.json")
    open_store(path, secrets, at_moment).database.close()
    _print("started")


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


_ACTIONS = {
    "record": _record,
    "record-logged": _record_logged,
    "record-until-killed": _record_until_killed,
    "claim-and-hang": _claim_and_hang,
    "first-start": _first_start,
    "start": _start,
}

if __name__ == "__main__":
    _ACTIONS[sys.argv[1]](Path(sys.argv[2]))
