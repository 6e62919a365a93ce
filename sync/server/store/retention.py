"""Card numbers go when the policy's days are over; what is counted stays.

A visit keeps its tickets, day and offer for the statistics. Where a limit can still count it, a
mark takes the number's place (:class:`sync.server.keys.derived.Pseudonyms`), and goes in its turn.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select, update

from sync.rules.limits import LimitsInForce
from sync.rules.visits import VisitState
from sync.server.keys.derived import PSEUDONYM_PREFIX
from sync.server.store.tables import offers, visits

AT_ONCE = 500
"""Visits in one transaction: some milliseconds, for which desks may have to wait."""
_IS_MARK = visits.c.card_number.startswith(PSEUDONYM_PREFIX, autoescape=True)
_SAME_OFFER = (visits.c.venue_id == offers.c.venue_id) & (visits.c.offer_id == offers.c.id)
_FOUND = select(visits, offers.c.kind.label("offer_kind")).outerjoin_from(
    visits, offers, _SAME_OFFER
)
_SET = (
    update(visits)
    .where(visits.c.venue_id == bindparam("venue"), visits.c.id == bindparam("visit"))
    .values(card_number=bindparam("left"))
)


def numbered(connection: Connection, before: date) -> Sequence[Row[Any]]:
    """Some visits of days before one that still have their number."""
    query = _FOUND.where(visits.c.local_date < before, visits.c.card_number != "", ~_IS_MARK).limit(
        AT_ONCE
    )
    return connection.execute(query).all()


def useless_pseudonyms(
    connection: Connection, venue_id: str, limits: Mapping[str, LimitsInForce]
) -> Sequence[Row[Any]]:
    """The visits of a venue that have a mark by which no limit can count any more."""
    found = connection.execute(_FOUND.where(visits.c.venue_id == venue_id, _IS_MARK))
    return [row for row in found if not _counts(row, limits)]


def forget(
    connection: Connection,
    rows: Sequence[Row[Any]],
    limits: Mapping[str, LimitsInForce],
    mark: Callable[[str, str], str],
) -> None:
    """Put a mark, or nothing, in the place of the numbers of some visits."""
    _write(
        connection,
        [
            (row, mark(row.venue_id, row.card_number) if _counts(row, limits) else "")
            for row in rows
        ],
    )


def forget_pseudonyms(connection: Connection, rows: Sequence[Row[Any]]) -> None:
    """Let go of the marks of some visits."""
    _write(connection, [(row, "") for row in rows])


def _counts(row: Row[Any], limits: Mapping[str, LimitsInForce]) -> bool:
    mine = limits.get(row.venue_id)
    if mine is None or row.state != VisitState.ACCEPTED:
        return False
    return mine.count(row.offer_id, row.offer_kind, row.local_date)


def _write(connection: Connection, left: Sequence[tuple[Row[Any], str]]) -> None:
    values = [{"venue": row.venue_id, "visit": row.id, "left": text} for row, text in left]
    connection.execute(_SET, values)
