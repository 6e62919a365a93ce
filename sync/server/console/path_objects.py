"""The objects that the parts of a path name, and the area or workplace of each."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from sync.server.console.rights import Place
from sync.server.console.store import accounts, area_reports, registered_cards
from sync.server.console.store.accounts import Workplace

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


def _card(connection: Connection, text: str) -> Found:
    found = registered_cards.get(connection, UUID(text))
    return found, Place(found.area)


def _venue(connection: Connection, text: str) -> Found:
    found = area_reports.venue(connection, text)
    return found, Place(found.area, found.id)


def _desk(connection: Connection, text: str) -> Found:
    found = area_reports.desk(connection, UUID(text))
    return found, Place(found.area, found.venue_id)


OBJECTS: Mapping[str, Callable[[Connection, str], Found]] = {
    "workplace": _workplace,
    "account": _account,
    "card": _card,
    "venue": _venue,
    "desk": _desk,
}
"""By the name of a path's part. Each raises ``KeyError`` or ``ValueError`` for the unknown."""
FREE = frozenset({"invitation", "language", "file", "secret", "offer", "note", "form"})
"""Parts that name nothing that belongs to anybody, or something of the venue before them."""
