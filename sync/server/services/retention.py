"""Keeping only what is needed: card numbers go first, what is counted stays.

A visit keeps its tickets, day and offer for the statistics. Where a limit can still count it, a
pseudonym takes the number's place (:class:`sync.server.keys.derived.Pseudonyms`), and goes in turn.
"""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

from sqlalchemy import ColumnElement, bindparam, select, update

from sync.rules.bounds import DAYS_BACK
from sync.rules.limits import LimitsInForce, limits_in_force
from sync.rules.periods import local_day
from sync.rules.visits import VisitState
from sync.server.keys.derived import PSEUDONYM_PREFIX
from sync.server.services.central_register import CentralRegister
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
_MOST_DAYS = 36_500
"""A policy may keep for longer than there were days."""
_FOUND = select(
    visits.c.id,
    visits.c.card_number,
    visits.c.offer_id,
    visits.c.local_date,
    visits.c.state,
    offered.c.kind,
).outerjoin_from(
    visits,
    offered,
    (visits.c.venue_id == offered.c.venue_id) & (visits.c.offer_id == offered.c.id),
)
_SET = (
    update(visits)
    .where(visits.c.venue_id == bindparam("venue"), visits.c.id == bindparam("visit"))
    .values(card_number=bindparam("left"))
)
_log = logging.getLogger(__name__)


def forget_old_numbers(central: CentralRegister) -> int:
    """Forget the card numbers of visits that are older than ``retention_days``; how many.

    What desks sent and was refused goes with them. Pseudonyms stay while a limit counts by them,
    also for a visit that a desk may still tell late.
    """
    database, policy, now = central.database, central.policy, central.now()
    kept = timedelta(days=min(policy.retention_days, _MOST_DAYS))
    today = local_day(now, policy.zone)
    since = today - timedelta(days=DAYS_BACK)
    with database.reading() as connection:
        limits = {
            venue_id: limits_in_force(
                offers.all_of(connection, venue_id), since, policy.zone, policy.terms
            )
            for venue_id in sorted(venues.all_ids(connection))
        }
    forgotten = 0
    for venue_id, in_force in limits.items():
        is_old = HAS_NUMBER & (visits.c.local_date < today - kept)
        forgotten += _replace(central, venue_id, in_force, is_old)
        _replace(central, venue_id, in_force, IS_PSEUDONYM)
    with database.writing() as connection:
        audit.forget_documents(connection, now - kept)
    return forgotten


def _replace(
    central: CentralRegister, venue_id: str, limits: LimitsInForce, which: ColumnElement[bool]
) -> int:
    """Let go of numbers and pseudonyms of a venue's visits, save by which a limit can count.

    A number has a pseudonym in its place then. How many were replaced. What is looked for is found
    by an index: a search through all visits would hold up desks.
    """
    with central.database.reading() as connection:
        found = connection.execute(_FOUND.where(visits.c.venue_id == venue_id, which)).all()
    replaced = []
    for row in found:
        counts = limits.count(row.offer_id, row.kind, row.local_date)
        if not counts or row.state is VisitState.VOIDED:
            replaced.append({"venue": venue_id, "visit": row.id, "left": ""})
        elif row.card_number < PSEUDONYM_PREFIX:
            pseudonym = central.pseudonyms.of(venue_id, row.card_number)
            replaced.append({"venue": venue_id, "visit": row.id, "left": pseudonym})
    for start in range(0, len(replaced), AT_ONCE):
        with central.database.writing() as connection:
            connection.execute(_SET, replaced[start : start + AT_ONCE])
    return len(replaced)


@contextmanager
def retention_running(
    central: CentralRegister, *others: Callable[[CentralRegister], object], every: float = EVERY
) -> Iterator[None]:
    """Forget old numbers at once and then now and again, beside whatever the block does.

    ``others`` is what else is to be done then.
    """
    over = threading.Event()

    def keep() -> None:
        while not over.is_set():
            try:
                for keeps in (forget_old_numbers, *others):
                    keeps(central)
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
