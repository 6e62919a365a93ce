"""What the parts of a path name, and where each of them belongs to."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from sync.server.console.rights import Place
from sync.server.store import accounts
from sync.server.store.accounts import Workplace

Found = tuple[Any, Place]


def place_of(workplace: Workplace) -> Place:
    """Where a workplace belongs to."""
    return Place(workplace.area, workplace.venue_id, workplace.role)


def _workplace(connection: Connection, text: str) -> Found:
    found = accounts.workplace(connection, UUID(text))
    return found, place_of(found)


def _account(connection: Connection, text: str) -> Found:
    found = accounts.account(connection, UUID(text))
    return found, place_of(found.workplace)


OBJECTS: Mapping[str, Callable[[Connection, str], Found]] = {
    "workplace": _workplace,
    "account": _account,
}
"""By the name of a path's part. Each raises ``KeyError`` or ``ValueError`` for the unknown."""
FREE = frozenset({"invitation", "language", "file"})
"""Parts that name nothing that belongs to anybody."""
