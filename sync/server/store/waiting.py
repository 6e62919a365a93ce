"""Lists of what waits at desks, so that they learn of it after an old copy was restored (3.16)."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import Connection, or_, select

from sync.messages import MOST_LISTED
from sync.server.store.operations import TABLES

_DIGITS = 16
_AT_ONCE = 100


def compare(
    connection: Connection, venue_ids: Collection[str], before: str | None, listed: Sequence[str]
) -> tuple[list[str], list[str]]:
    """Compare a list with the one ``before``, as :func:`kept` has it.

    What of it was accepted by now; and what was listed before, and is neither listed now nor
    accepted. ``before`` is ``None`` where the desk has the answer to that one: it then needs to be
    told nothing of it.
    """
    there = before or ""
    earlier = [there[at : at + _DIGITS] for at in range(0, len(there), _DIGITS)]
    still_listed = set(listed)
    gone = [each for each in earlier if each not in still_listed]
    accepted = _accepted(connection, venue_ids, [*listed, *gone])
    arrived = [each for each in listed if each in accepted]
    return arrived, [each for each in gone if each not in accepted]


def kept(waited: Sequence[str], listed: Sequence[str]) -> str:
    """What to compare the next list with."""
    return "".join([*waited, *listed][-MOST_LISTED:])


def _accepted(
    connection: Connection, venue_ids: Collection[str], prefixes: Sequence[str]
) -> set[str]:
    """Which beginnings of ids are of operations that the venues' desks have had accepted."""
    found: set[str] = set()
    for start in range(0, len(prefixes), _AT_ONCE):
        spans = [
            (UUID(each.ljust(2 * _DIGITS, "0")), UUID(each.ljust(2 * _DIGITS, "f")))
            for each in prefixes[start : start + _AT_ONCE]
        ]
        for table in TABLES.values():
            begun_so = or_(*(table.c.id.between(*span) for span in spans))
            query = select(table.c.id).where(table.c.venue_id.in_(venue_ids), begun_so)
            found |= {id_.hex[:_DIGITS] for id_ in connection.scalars(query)}
    return found
