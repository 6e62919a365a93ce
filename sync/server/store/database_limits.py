"""Limits on how long the database is waited for, and on how many connections there are."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class DatabaseLimits:
    """Seconds for which anything is waited for, and how many connections there are at most."""

    connections: int = 10
    connect: int = 5
    lock: int = 5  # for another transaction to end
    statement: int = 8  # for the database to do one
    silence: int = 10  # for the database to answer
    pause: int = 10  # for us to go on in a transaction
    idle: int = 60  # after which a connection that nobody uses is given back
    leave_free: int = 3  # of the connections that PostgreSQL has, for the administrator


SERVING = DatabaseLimits()
ADMIN = DatabaseLimits(
    connections=1, connect=10, lock=30, statement=0, silence=60, pause=3600, leave_free=0
)
"""For a command, whose lists are read as slowly as somebody turns their pages."""
UPGRADING = replace(ADMIN, silence=3600)
"""A step may change a whole table."""
