"""The schema's versions, step by step.

Plain steps over ``PRAGMA user_version`` rather than a migration framework: one file on a machine
that nobody can visit wants steps that run inside one transaction with the version number, and no
more moving parts. A released step is never changed; a new version adds one: a script in
``schema``, or a function where SQL alone does not do.
"""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

import sqlalchemy as sa

from desk_app.services.errors import StoreTooNewError

Step = Callable[[sa.Connection], None]


def script(name: str) -> Step:
    """The step that a script in ``schema`` is."""

    def step(connection: sa.Connection) -> None:
        for statement in _statements(name):
            connection.exec_driver_sql(statement)

    return step


@cache
def _statements(name: str) -> Sequence[str]:
    """One by one: the driver's own way to run a script would end the transaction first."""
    text = files("desk_app.store").joinpath("schema", name).read_text(encoding="utf-8")
    return tuple(_complete(text))


def _complete(text: str) -> Iterator[str]:
    statement = ""
    for line in text.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


STEPS: Sequence[Step] = (
    script("0001_first.sql"),
    script("0002_settlements.sql"),
    script("0003_keeping.sql"),
    script("0004_seen_cards.sql"),
    script("0005_changes.sql"),
    script("0006_paper_rows.sql"),
    script("0007_odd_cards.sql"),
    script("0008_operation_log.sql"),
    script("0009_own_offers_whole.sql"),
    script("0010_clock_runs.sql"),
    script("0011_both_ends.sql"),
    script("0012_register_keys.sql"),
    script("0013_paper_fee.sql"),
    script("0014_register_proof.sql"),
    script("0015_resent.sql"),
    script("0016_missing_visits.sql"),
    script("0017_counted.sql"),
    script("0018_neighbours.sql"),
    script("0019_activity_in_offers.sql"),
    script("0020_acknowledged.sql"),
    script("0021_double_use.sql"),
    script("0022_news_cursors.sql"),
    script("0023_taken_in.sql"),
    script("0024_last_record.sql"),
    script("0025_partial_indexes.sql"),
    script("0026_sent_once.sql"),
    script("0027_given_tickets.sql"),
    script("0028_earlier_visits.sql"),
    script("0029_no_visit_index.sql"),
    script("0030_confirmed_voids.sql"),
)
"""Step n brings version n to version n + 1."""

_new = script("current.sql")
"""What all steps come to for a new file: some of them rebuild what an earlier one made, which takes
several times as long. It is written by ``python -m tests.old_databases.write_schema``."""


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
    if version == 0 and steps is STEPS:
        _new(connection)
    else:
        for step in steps[version:]:
            step(connection)
    connection.exec_driver_sql(f"PRAGMA user_version = {len(steps)}")
