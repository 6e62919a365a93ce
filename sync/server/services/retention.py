"""Keeping only what is needed: card numbers go first, what is counted stays."""

import logging
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, timedelta

from sync.rules.bounds import DAYS_BACK
from sync.rules.limits import LimitsInForce, limits_in_force
from sync.rules.periods import local_day
from sync.server.services.authority import Authority
from sync.server.store import audit, offers, retention, venues
from sync.server.store.database import UNAVAILABLE

EVERY = 3600.0
"""Seconds between two looks at what may go; days are what counts."""
_FAREWELL = 3.0
"""Seconds that what is under way gets at the end; it may wait for a database that says nothing."""
_EARLIEST = date(1900, 1, 1)
"""A policy may keep for longer than there were days."""
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
    while True:
        with database.reading() as connection:
            some = retention.numbered(connection, before)
        if not some:
            break
        with database.writing() as connection:
            retention.forget(connection, some, limits, authority.pseudonyms.of)
        forgotten += len(some)
    for venue_id in sorted(limits):
        with database.reading() as connection:
            useless = retention.useless_pseudonyms(connection, venue_id, limits)
        for start in range(0, len(useless), retention.AT_ONCE):
            with database.writing() as connection:
                retention.forget_pseudonyms(connection, useless[start : start + retention.AT_ONCE])
    with database.writing() as connection:
        audit.forget_documents(connection, now - timedelta(days=min(policy.retention_days, 36_500)))
    return forgotten


def _limits(authority: Authority, since: date) -> Mapping[str, LimitsInForce]:
    """What the offers of each venue can still count."""
    policy = authority.policy
    with authority.database.reading() as connection:
        return {
            venue_id: limits_in_force(
                offers.all_of(connection, venue_id), since, policy.zone, policy.terms
            )
            for venue_id in venues.all_ids(connection)
        }


@contextmanager
def retention_running(authority: Authority, every: float = EVERY) -> Iterator[None]:
    """Forget old numbers at once and then now and again, beside whatever the block does."""
    over = threading.Event()

    def keep() -> None:
        while not over.is_set():
            try:
                forget_old_numbers(authority)
            except UNAVAILABLE as away:
                _log.warning("old numbers cannot be forgotten now: %s", away)
            over.wait(every)

    keeper = threading.Thread(target=keep, name="keeping", daemon=True)
    keeper.start()
    try:
        yield
    finally:
        over.set()
        keeper.join(_FAREWELL)
