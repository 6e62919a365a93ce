"""The schema's versions, step by step.

Plain steps over ``PRAGMA user_version`` rather than a migration framework: one file on a machine
that nobody can visit wants steps that run inside one transaction with the version number, and no
more moving parts. A released step is never changed; a new version adds one.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

import sqlalchemy as sa

from desk_app.services.errors import StoreTooNewError
from desk_app.store.tables import metadata

Step = Callable[[sa.Connection], None]


def _first_schema(connection: sa.Connection) -> None:
    # The second version freezes these tables here, as they then stand.
    metadata.create_all(connection)


STEPS: Sequence[Step] = (_first_schema,)
"""Step n brings version n to version n + 1."""


def migrate(
    connection: sa.Connection, path: Path, copy: Callable[[Path], None], steps: Sequence[Step]
) -> None:
    """Bring the open file to this program's version, within the caller's transaction.

    A file with data is first copied beside itself, under its old version's name. Raises
    ``StoreTooNewError`` for a file of a newer version of the program.
    """
    version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    if version > len(steps):
        raise StoreTooNewError(path=str(path))
    if version == len(steps):
        return
    if version > 0:
        copy(path.with_name(f"{path.name}.v{version}"))
    for step in steps[version:]:
        step(connection)
    connection.exec_driver_sql(f"PRAGMA user_version = {len(steps)}")
