"""A database and the keys that go with it: they lie apart, and have to be told for a mismatch."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select, text, update
from sqlalchemy.engine import URL, make_url

from sync.server.keys import Keys, KeyStore, KeysUnusableError, key_store
from sync.server.store.tables import register
from sync.server.store.types import SQLITE

if TYPE_CHECKING:
    from sync.server.store.database import Database


def keys_of(url: str, named: KeyStore | Path | None = None) -> KeyStore:
    """Where the keys of a database are: as named, or at their usual place.

    Raises ``KeysUnusableError``.
    """
    if named is None or isinstance(named, Path):
        return key_store(_place(make_url(url)), named)
    return named


def _place(url: URL) -> str:
    """Beside a file, or a name that is the database's own."""
    if url.get_backend_name() == SQLITE:
        return f"{Path(str(url.database)).resolve()}.key"
    return re.sub(r"[^\w.-]+", "_", f"{url.database}.key")  # one database has several addresses


def bind(database: "Database", keys: KeyStore) -> None:
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


def hand_over(connection: Connection, keys: KeyStore) -> None:
    """Move the signing key of a database of version 5 to where keys are now, durably.

    Raises ``KeysUnusableError`` where there are others already.
    """
    signing_key: bytes = connection.scalars(text("SELECT signing_key FROM register")).one()
    found = keys.current()
    if found is None:
        found = Keys.new(bytes(signing_key))
        try:
            keys.write(found, new=True)
        except OSError as unwritable:
            raise KeysUnusableError(f"keys cannot be kept in {keys}: {unwritable}") from unwritable
    elif bytes(signing_key) not in found.signing:
        raise KeysUnusableError(f"there are other keys in {keys} already; name another file")
    connection.execute(text("UPDATE register SET public_key = :public"), {"public": found.public})
