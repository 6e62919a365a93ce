"""The register's policy for desks, and the reliability of a register by its age."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

MOST = 1_000_000
"""Ours: a bound for spans of time, a hundred years in hours, with which dates can be reckoned."""


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the venues' courses, first and last day included. Raises ``ValueError``."""

    starts: date
    ends: date

    def __post_init__(self) -> None:
        if self.ends < self.starts:
            raise ValueError("a term ends after it has begun")


@dataclass(frozen=True, slots=True)
class Policy:
    """The policy that the register sets for a desk (contract 1.2).

    The age limits are shown to staff, not checked: the register holds no ages. For a holder's own
    children and grandchildren older public pages say 16, the terms say 18; for a community's
    clients it is 16. Both mean "below". ``terms`` are those by which limits count.

    Raises ``ValueError`` for a negative or absurd span and for an unknown time zone.
    """

    child_age_limit: int = 18
    stale_after_hours: int = 24
    expired_after_days: int = 30
    provisional_allowed: bool = True
    retention_days: int = 30
    timezone: str = "Europe/Helsinki"
    community_age_limit: int = 16
    terms: tuple[Term, ...] = ()

    def __post_init__(self) -> None:
        for count in (
            self.child_age_limit,
            self.stale_after_hours,
            self.expired_after_days,
            self.retention_days,
            self.community_age_limit,
        ):
            if not 0 <= count <= MOST:
                raise ValueError(f"a policy counts years, hours and days from 0 to {MOST}")
        try:
            ZoneInfo(self.timezone)
        except (ZoneInfoNotFoundError, ValueError, OSError) as unknown:
            raise ValueError("the policy names an unknown time zone") from unknown

    @property
    def zone(self) -> ZoneInfo:
        """The time zone by whose calendar every day is counted."""
        return ZoneInfo(self.timezone)


class RegisterAge(StrEnum):
    """How far the cached register can be relied on."""

    FRESH = "fresh"
    STALE = "stale"  # works, and says so
    TOO_OLD = "too_old"  # says nothing about any card any more


def good_until(verified_at: datetime, policy: Policy) -> datetime:
    """The moment (UTC) until which a register that agreed at ``verified_at`` says of cards."""
    return verified_at.astimezone(UTC) + timedelta(days=policy.expired_after_days)


def last_good_day(verified_at: datetime, policy: Policy) -> date:
    """The last day of which the register can be used until its end."""
    return good_until(verified_at, policy).astimezone(policy.zone).date() - timedelta(days=1)


def register_age(verified_at: datetime | None, now: datetime, policy: Policy) -> RegisterAge:
    """The age of a register that last agreed with the central one at ``verified_at``.

    A register that was never loaded is too old. One from the future (the clock went back) is
    fresh: what to think of the clock is another rule.
    """
    if verified_at is None:
        return RegisterAge.TOO_OLD
    # In UTC, since Python reckons within one zone as if its clocks never changed.
    age = now.astimezone(UTC) - verified_at.astimezone(UTC)
    if age > timedelta(days=policy.expired_after_days):
        return RegisterAge.TOO_OLD
    if age > timedelta(hours=policy.stale_after_hours):
        return RegisterAge.STALE
    return RegisterAge.FRESH
