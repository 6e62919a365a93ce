"""Notices to staff about a case; none of them refuses a ticket."""

from collections.abc import Iterator
from datetime import date

from sync.rules.cases import Case
from sync.rules.codes import Notice
from sync.rules.periods import local_day
from sync.rules.policy import RegisterAge
from sync.rules.visits import PastVisit

QUOTA_LOW_AT = 5
"""Ours: with so few tickets left, staff are told."""


def notices(case: Case, *, admitted: bool, last_day: date | None) -> Iterator[Notice]:
    """The notices, in the order in which a verdict has them.

    ``last_day`` is the last valid day of a valid card, by the register or by the cardboard.
    """
    if case.register is RegisterAge.STALE:
        yield Notice.REGISTER_STALE
    if any(past.local_date == case.day for past in case.past_visits):
        yield Notice.USED_TODAY
    if case.same_occasion:
        yield Notice.HAS_TICKETS
    if admitted and case.left is not None and case.left <= QUOTA_LOW_AT:
        yield Notice.QUOTA_LOW
    if admitted and case.offer.value_asked and case.value_cents is None:
        yield Notice.VALUE_ASKED
    if admitted and case.pays_cents:
        yield Notice.HOLDER_PAYS
    if not case.clock_trusted:
        yield Notice.CLOCK_UNTRUSTED
    yield from _of_days(case, last_day)


def _of_days(case: Case, last_day: date | None) -> Iterator[Notice]:
    """A ticket given in advance is the rule; the wrong show on the screen is worth a word."""
    starts, ends = case.offer.starts_at, case.offer.ends_at
    zone = case.zone
    last = ends or starts
    if last is not None and case.day > local_day(last, zone):
        yield Notice.OFFER_OVER
    if last_day == case.day:
        yield Notice.LAST_DAY
    if last_day is not None and starts is not None and local_day(starts, zone) > last_day:
        yield Notice.CARD_ENDS_BEFORE


def earlier(case: Case) -> tuple[PastVisit, ...]:
    """The visits behind "used today" and "has tickets", the oldest first."""
    behind = [
        past
        for past in case.past_visits
        if past.local_date == case.day or past in case.same_occasion
    ]
    return tuple(sorted(behind, key=_in_time))


def _in_time(past: PastVisit) -> tuple[date, float, str, tuple[int, ...]]:
    at = past.at.timestamp() if past.at is not None else 0.0
    return past.local_date, at, str(past.offer_id), tuple(past.tickets.counts().values())
