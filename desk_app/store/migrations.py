"""The schema's versions, step by step.

Plain steps over ``PRAGMA user_version`` rather than a migration framework: one file on a machine
that nobody can visit wants steps that run inside one transaction with the version number, and no
more moving parts. A released step is never changed; a new version adds one.
"""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import sqlalchemy as sa

from desk_app.services.errors import StoreTooNewError
from desk_app.store.tables import metadata

Step = Callable[[sa.Connection], None]


def _first_schema(connection: sa.Connection) -> None:
    metadata.create_all(connection)


STEPS: Sequence[Step] = (_first_schema,)
"""Step n brings version n to version n + 1."""


def _copy_beside(path: Path, version: int) -> None:
    """Keep the file as it was, with its write-ahead log: together they are the whole database."""
    for suffix in ("", "-wal"):
        part = path.with_name(path.name + suffix)
        if part.exists():
            shutil.copy2(part, path.with_name(f"{path.name}.v{version}{suffix}"))


def migrate(connection: sa.Connection, path: Path) -> None:
    """Bring the open file to this program's version, within the caller's transaction.

    A file with data is first copied beside itself. Raises ``StoreTooNewError`` for a file of a
    newer version of the program.
    """
    version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    if version > len(STEPS):
        raise StoreTooNewError(path=str(path))
    if version == len(STEPS):
        return
    if version > 0:
        _copy_beside(path, version)
    for step in STEPS[version:]:
        step(connection)
    connection.exec_driver_sql(f"PRAGMA user_version = {len(STEPS)}")
