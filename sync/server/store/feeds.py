"""The feeds of all venues of a desk as one, since a ticket agent's desk records for several.

A cursor names a place in the feed of each venue, in their order; for a desk of one venue it is that
place alone.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from sqlalchemy import Connection

from sync.errors import CursorGoneError
from sync.server.store import cursors
from sync.server.store.desks import EnrolledDesk

Element = TypeVar("Element")
ReadFeed = Callable[[Connection, str, int], tuple[Sequence[Element], int, bool]]
"""Asks for a venue's elements beyond a position: they, the position reached, if there are more."""
_BETWEEN = "."


@dataclass(frozen=True, slots=True)
class Page(Generic[Element]):
    """A page of a feed: elements by venue, where it goes on, and whether there is more."""

    found: Sequence[tuple[str, Sequence[Element]]]
    cursor: str
    more: bool


def read(
    connection: Connection, desk: EnrolledDesk, after: str | None, feed: ReadFeed[Element]
) -> Page[Element]:
    """What came beyond a cursor: the next page of one venue, or the last of several.

    Raises ``CursorGoneError``.
    """
    ids = [venue.id for venue in desk.venues]
    places = [None for _ in ids] if after is None else after.split(_BETWEEN)
    if len(places) != len(ids):
        raise CursorGoneError("this cursor is of other venues; begin anew")
    began = [
        cursors.position_of(connection, venue_id, place)
        for venue_id, place in zip(ids, places, strict=True)
    ]
    positions = [*began]
    found: list[tuple[str, Sequence[Element]]] = []
    more = False
    for at, venue_id in enumerate(ids):
        elements, positions[at], more = feed(connection, venue_id, positions[at])
        found.append((venue_id, elements))
        if more:
            break
    reached = zip(ids, places, began, positions, strict=True)
    cursor = _BETWEEN.join(
        place if place and position == start else cursors.cursor_at(connection, venue_id, position)
        for venue_id, place, start, position in reached
    )
    return Page(found, cursor, more)
