"""What every part of a running register needs: its database, its keys, its policy and the time."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from sqlalchemy import Connection, select, update

from sync.rules.policy import Policy
from sync.server.keys.derived import Nonces, PageTokens, Pseudonyms
from sync.server.keys.key_files import KeyStore, KeysUnusableError, keys_of
from sync.server.keys.signing import Keys
from sync.server.store.database import Database
from sync.server.store.engine import SERVING, DatabaseLimits
from sync.server.store.tables import register


class RegisterContext:
    """One database and the keys that go with it. Safe to use from many threads and processes.

    It keeps nothing in memory between two calls but its keys: what another process or a restored
    backup has changed is seen by the next call. The keys must be the database's own.
    """

    def __init__(
        self, database: Database, keys: KeyStore, *, policy: Policy, clock: Callable[[], datetime]
    ) -> None:
        _bind(database, keys)
        self.database = database
        self.policy = policy
        self.now = clock
        self._keys = keys
        secret = self.keys.secret
        self.nonces = Nonces(secret)
        self.page_tokens = PageTokens(secret)
        self.pseudonyms = Pseudonyms(secret)

    @classmethod
    def open(
        cls,
        url: str,
        *,
        policy: Policy | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        limits: DatabaseLimits = SERVING,
        keys: KeyStore | Path | None = None,
    ) -> Self:
        """Open a database, making its schema and its keys where there are none.

        ``keys`` is their file, where it is not the usual one. Raises
        :class:`sync.server.store.database.DatabaseUnusableError`, or ``KeysUnusableError``.
        """
        database = Database.open(url, limits)
        try:
            return cls(database, keys_of(url, keys), policy=policy or Policy(), clock=clock)
        except BaseException:
            database.close()
            raise

    def close(self) -> None:
        """Close the database."""
        self.database.close()

    @property
    def keys(self) -> Keys:
        """The keys as they are now: another process may be changing them."""
        keys = self._keys.current()
        assert keys is not None  # noqa: S101  the database is bound to them
        return keys

    @property
    def public_key(self) -> bytes:
        """The raw public key by which desks verify the register."""
        return self.keys.public


def _bind(database: Database, keys: KeyStore) -> None:
    """See that the keys are this database's; a new one gets new ones.

    Raises ``KeysUnusableError`` where they are missing or others: with these, every desk would
    have to enrol anew.
    """
    with database.reading() as connection:
        known = connection.scalar(select(register.c.public_key))
    found = keys.current()
    if known is None:
        found = found or _made(keys)
        with database.writing() as connection:
            known = _take(connection, found)
    if found is None:
        raise KeysUnusableError(
            f"the register's keys are not there ({keys}): put them back from where they are kept,"
            " or name their file with --key; with new ones every desk would have to enrol anew"
        )
    if not found.is_known(known):
        raise KeysUnusableError(
            f"the keys of {keys} are another register's, whom the desks of this one do not know"
        )
    if found.public != known:
        with database.writing() as connection:
            connection.execute(update(register).values(public_key=found.public))


def _made(keys: KeyStore) -> Keys:
    new = Keys.new()
    try:
        keys.write(new, new=True)
    except FileExistsError:  # another process was quicker
        return keys.current() or new
    except OSError as unwritable:
        raise KeysUnusableError(f"keys cannot be kept in {keys}: {unwritable}") from unwritable
    return new


def _take(connection: Connection, keys: Keys) -> bytes:
    """Note whose the database is, unless another process has done so; whose it is."""
    nobodys = register.c.public_key.is_(None)
    connection.execute(update(register).where(nobodys).values(public_key=keys.public))
    taken: bytes = connection.scalars(select(register.c.public_key)).one()
    return taken
