"""Keeping only what is needed: card numbers go first, what is counted stays.

A visit keeps its tickets, day and offer for the statistics. Where a limit can still count it, a
pseudonym takes the number's place (:class:`sync.server.keys.derived.Pseudonyms`), and goes in turn.
"""

import logging
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Row, bindparam, select, update

from sync.rules.bounds import DAYS_BACK
from sync.rules.limits import LimitsInForce, limits_in_force
from sync.rules.periods import local_day
from sync.rules.visits import VisitState
from sync.server.services.authority import Authority
from sync.server.store import audit, offers, venues
from sync.server.store.database import UNAVAILABLE
from sync.server.store.operations import HAS_NUMBER, IS_PSEUDONYM
from sync.server.store.tables import offers as offered
from sync.server.store.tables import visits

EVERY = 3600.0
"""Seconds between two looks at what may go; days are what counts."""
AT_ONCE = 500
"""Visits in one transaction: some milliseconds, for which desks may have to wait."""
_FAREWELL = 3.0
"""Seconds that what is under way gets at the end; it may wait for a database that says nothing."""
_EARLIEST = date(1900, 1, 1)
"""A policy may keep for longer than there were days."""
_SAME_OFFER = (visits.c.venue_id == offered.c.venue_id) & (visits.c.offer_id == offered.c.id)
_FOUND = select(visits, offered.c.kind.label("offer_kind")).outerjoin_from(
    visits, offered, _SAME_OFFER
)
_SET = (
    update(visits)
    .where(visits.c.venue_id == bindparam("venue"), visits.c.id == bindparam("visit"))
    .values(card_number=bindparam("left"))
)
_log = logging.getLogger(__name__)


def forget_old_numbers(authority: Authority) -> int:
    """Forget the card numbers of visits that are older than ``retention_days``; how many.

    What desks sent and was refused goes with them. Pseudonyms stay while a limit counts by them,
    also for a visit that a desk may still tell late.
    """
    database, policy, now = authority.database, authority.policy, authority.now()
    today = local_day(now, policy.zone).toordinal()
    before = max(_EARLIEST, date.fromordinal(max(1, today - policy.retention_days)))
    limits = _limits(authority, date.fromordinal(today - DAYS_BACK))
    forgotten = 0
    for venue_id in sorted(limits):
        forgotten += _forget_numbers(authority, venue_id, before, limits)
        _forget_pseudonyms(authority, venue_id, limits)
    with database.writing() as connection:
        audit.forget_documents(connection, now - timedelta(days=min(policy.retention_days, 36_500)))
    return forgotten


def _forget_numbers(
    authority: Authority, venue_id: str, before: date, limits: Mapping[str, LimitsInForce]
) -> int:
    """Forget the numbers of a venue's visits before a day; how many.

    What is looked for is found by an index: a search through all visits would hold up desks.
    """
    is_old = visits.c.venue_id == venue_id, HAS_NUMBER, visits.c.local_date < before
    forgotten = 0
    while True:
        with authority.database.writing() as connection:
            some = connection.execute(_FOUND.where(*is_old).limit(AT_ONCE)).all()
            if not some:
                return forgotten
            left = [
                authority.pseudonyms.of(venue_id, row.card_number) if _counts(row, limits) else ""
                for row in some
            ]
            values = [
                {"venue": venue_id, "visit": row.id, "left": text}
                for row, text in zip(some, left, strict=True)
            ]
            connection.execute(_SET, values)
        forgotten += len(some)


def _limits(authority: Authority, since: date) -> Mapping[str, LimitsInForce]:
    """What the offers of each venue can still count."""
    zone, terms = authority.policy.zone, authority.policy.terms
    with authority.database.reading() as connection:
        return {
            venue_id: limits_in_force(offers.all_of(connection, venue_id), since, zone, terms)
            for venue_id in venues.all_ids(connection)
        }


def _counts(row: Row[Any], limits: Mapping[str, LimitsInForce]) -> bool:
    """Whether a limit can still count a visit."""
    mine = limits.get(row.venue_id)
    if mine is None or row.state != VisitState.ACCEPTED:
        return False
    return mine.count(row.offer_id, row.offer_kind, row.local_date)


def _forget_pseudonyms(
    authority: Authority, venue_id: str, limits: Mapping[str, LimitsInForce]
) -> None:
    """Let go of a venue's pseudonyms by which no limit can count any more."""
    with authority.database.reading() as connection:
        found = connection.execute(_FOUND.where(visits.c.venue_id == venue_id, IS_PSEUDONYM))
        useless = [row.id for row in found if not _counts(row, limits)]
    for start in range(0, len(useless), AT_ONCE):
        some: Sequence[Any] = useless[start : start + AT_ONCE]
        with authority.database.writing() as connection:
            left = [{"venue": venue_id, "visit": id_, "left": ""} for id_ in some]
            connection.execute(_SET, left)


@contextmanager
def retention_running(
    authority: Authority, *others: Callable[[Authority], object], every: float = EVERY
) -> Iterator[None]:
    """Forget old numbers at once and then now and again, beside whatever the block does.

    ``others`` is what else is to be done then.
    """
    over = threading.Event()

    def keep() -> None:
        while not over.is_set():
            try:
                for keeps in (forget_old_numbers, *others):
                    keeps(authority)
            except UNAVAILABLE as away:
                _log.warning("old numbers cannot be forgotten, nor visits summed now: %s", away)
            over.wait(every)

    keeper = threading.Thread(target=keep, name="keeping", daemon=True)
    keeper.start()
    try:
        yield
    finally:
        over.set()
        keeper.join(_FAREWELL)
