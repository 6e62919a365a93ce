"""A database that falls silent in the middle of a list: the command ends in words, in time."""

from uuid import uuid4

import pytest
from sqlalchemy import insert, select

from sync.server.store import tables
from tests.helpers import programs
from tests.helpers.database_relay import DatabaseRelay
from tests.sync.server.register_fixture import RegisterFixture

LONGEST_WAIT = 60
"""Seconds, of which the start of the program takes most."""
_IMPATIENT = """
import sys
from dataclasses import replace
from sync.server.commands import cli, options
options.ADMIN = replace(options.ADMIN, silence=3)
cli.main(sys.argv[1:])
"""
"""The commands, which wait for three seconds where it is a minute otherwise."""


@pytest.mark.parametrize("database_kind", ["postgresql"])
def test_a_list_that_the_database_leaves_unfinished_ends_in_words(
    fixture: RegisterFixture,
) -> None:
    fixture.send(fixture.visit())
    with fixture.central.database.writing() as connection:
        (row,) = connection.execute(select(tables.visits)).mappings()
        rows = [dict(row) | {"id": uuid4(), "position": place} for place in range(10, 4_010)]
        connection.execute(insert(tables.visits), rows)
    with DatabaseRelay(fixture.url) as relay:
        command = ("-c", _IMPATIENT, "visits", "--db", relay.url, "--json")
        with programs.start(*command, loads=programs.REGISTER) as listing:
            assert listing.stdout is not None
            begun = listing.stdout.read(1_000)
            relay.silence()
            _, complained = listing.communicate(timeout=LONGEST_WAIT)
    assert begun.startswith('{"visits":[{')
    assert listing.returncode == 1
    assert complained == "Error: the database refused: it has said nothing for 3 seconds\n"
