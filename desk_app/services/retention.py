"""Retention: removes card numbers after the policy's period, and keeps the statistics."""

from datetime import date
from typing import Protocol

from desk_app.services.ports import Desk, Offers
from desk_app.services.timekeeping import Timekeeping
from sync.rules.limits import LimitsInForce, limits_in_force

EVERY = 3600.0
"""Ours: seconds between two runs; days are what counts."""

_EARLIEST = date(1900, 1, 1)
"""A policy may keep for longer than there were days; before this one there was no visit."""


class Anonymiser(Protocol):
    """Removes data that is no longer needed of settled visits, this desk's and others'.

    Operations that wait, or were rejected and are not resolved, are never touched. Each call is one
    small transaction, so that nobody at the window waits for it.
    """

    def forget_numbers(self, before: date, limits: LimitsInForce) -> int:
        """Remove card numbers of visits before a day; returns how many, 0 when all are done.

        Where a limit can still count the visit, a mark takes the number's place: the same number
        gives the same mark, and no mark gives a number back. Operators' marks and the day printed
        on the card go too.
        """
        ...

    def forget_pseudonyms(self, limits: LimitsInForce) -> int:
        """Delete the pseudonyms that no limit can count by any more; returns how many."""
        ...

    def is_wiped(self, before: date) -> bool:
        """Whether no removed data of visits before a day is left in logs, copies or set aside."""
        ...

    def wipe(self, before: date) -> None:
        """Remove the removed data from logs, copies and what was set aside too."""
        ...


class Retention:
    """Anonymises settled visits once they are older than the policy's ``retention_days``.

    The card number goes at once. Where a limit of an offer that is still given can count the visit,
    a pseudonym replaces it until it no longer can; everything else that was needed for sending goes
    too. Day, offer, tickets and state stay for the statistics. ``most_days`` is the limit of the
    machine's admin where the register allows more.
    """

    def __init__(
        self,
        desk: Desk,
        offers: Offers,
        anonymiser: Anonymiser,
        timekeeping: Timekeeping,
        *,
        most_days: int | None = None,
    ) -> None:
        self._desk = desk
        self._offers = offers
        self._anonymiser = anonymiser
        self._timekeeping = timekeeping
        self._most_days = most_days
        self._looked_at: float | None = None
        self._jumps = timekeeping.jumps

    def anonymise_when_due(self) -> None:
        """Anonymise, unless that was done within the last hour. Raises ``StoreError``.

        Not in a cycle in which the time jumped: the next one knows whether it was right.
        """
        now = self._timekeeping.steady()
        if self._looked_at is not None and now - self._looked_at < EVERY:
            return
        is_settled = self._timekeeping.is_settled_since(self._jumps)
        self._jumps = self._timekeeping.jumps
        if is_settled:
            self.anonymise()
            self._looked_at = now

    def anonymise(self) -> int:
        """Anonymise old visits; returns how many. Raises ``StoreError``.

        Nothing goes while the clock is in doubt, nor by more time than the register vouches for:
        what a wrong year lets go does not come back. At a desk that was turned away nothing counts
        it any more, and nobody tells the time; there the desk's own clock has to do.
        """
        desk = self._desk.record()
        if desk is None:
            return 0
        moment = self._timekeeping.moment(desk.policy)
        if not moment.trusted:
            return 0
        known = moment.utc if desk.refused is not None else self._timekeeping.vouched_for()
        if known is None:
            return 0
        today = min(moment.utc, known).astimezone(desk.policy.zone).date().toordinal()
        days = desk.policy.retention_days
        if self._most_days is not None:
            days = min(days, self._most_days)
        before = max(_EARLIEST, date.fromordinal(max(1, today - days)))
        limits = limits_in_force(self._offers.all(), before, desk.policy.zone, desk.policy.terms)
        anonymised = 0
        while some := self._anonymiser.forget_numbers(before, limits):
            anonymised += some
        anonymised += self._anonymiser.forget_pseudonyms(limits)
        if anonymised or not self._anonymiser.is_wiped(before):
            self._anonymiser.wipe(before)
        return anonymised
