"""The season check: whether a desk can do without a network until a day, and what to do before.

What only people can see (whether forms are printed, whether the clock's battery holds) is asked.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta, tzinfo

from desk_app.services.errors import DeskError, UsageError
from desk_app.services.status import DeskStatus
from sync.rules.offers import Offer, OfferStatus
from sync.rules.periods import local_day
from sync.rules.policy import Policy, RegisterAge, good_until, last_good_day

CheckSeason = Callable[[date], "Season"]
"""Checks the desk for a time without a network until a day."""
TOKEN_DAYS = 400
"""A desk that is not heard of for longer has to be enrolled again (contract 3.14)."""
LEAST_FREE_MB = 300
"""Ours: a register of a million cards, its copy, and a month's visits fit in it."""


class SeasonOverError(UsageError):
    """The last day without a network is over already."""

    code = "season_over"


@dataclass(frozen=True, slots=True)
class SeasonItem:
    """A finding, by its code and facts.

    Days and times among them are written in the reader's language. Where it is ``asked``, only a
    person can tell. An ``error`` has its message already.
    """

    name: str
    code: str
    facts: Mapping[str, object] = field(default_factory=dict)
    asked: bool = False
    error: DeskError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonFacts:
    """The facts about the desk. ``problems`` are of the disk and the keyring, by name.

    ``last_contact`` is when the register was last heard of. ``cards_ending`` counts cards in force
    whose last day comes before the end of the season.
    """

    today: date
    last_contact: date
    standing: DeskStatus
    offers: Sequence[Offer]
    cards_ending: int
    other_desks: Sequence[str]
    free_mb: int
    secrets_file: str | None
    problems: Mapping[str, DeskError]


@dataclass(frozen=True, slots=True)
class Season:
    """The result. ``last_day`` is the last day on which cards can be checked as it is now."""

    until: date
    last_day: date | None
    items: Sequence[SeasonItem]


def check_season(until: date, facts: SeasonFacts) -> Season:
    """Look at everything that a desk needs until a day, the day included.

    Raises ``SeasonOverError`` for a day that is over.
    """
    if until < facts.today:
        raise SeasonOverError
    standing = facts.standing
    policy = standing.desk.policy if standing.desk else Policy()
    verified_at = standing.register_verified_at
    last_day = None if verified_at is None else last_good_day(verified_at, policy)
    return Season(
        until,
        last_day,
        [
            _register(until, last_day, policy, facts),
            _token(until, facts),
            _queue(facts),
            _cards(until, facts),
            _offers(until, policy, facts),
            *_machine(facts),
            _second_desk(facts),
            SeasonItem("paper", "season_paper", asked=True),
            SeasonItem("key_copy", "season_key_copy", asked=True),
        ],
    )


def _register(until: date, last_day: date | None, policy: Policy, facts: SeasonFacts) -> SeasonItem:
    name, verified_at = "register", facts.standing.register_verified_at
    if last_day is None or verified_at is None:
        return SeasonItem(name, "season_register_none")
    if last_day >= until:
        return SeasonItem(name, "season_register", {"day": last_day})
    if facts.standing.register_age is RegisterAge.TOO_OLD:
        return SeasonItem(name, "season_register_old")
    best = facts.today + timedelta(days=policy.expired_after_days - 1)
    if last_day < facts.today:
        time = good_until(verified_at, policy).astimezone(policy.zone)
        return SeasonItem(name, "season_register_today", {"time": time, "best": best})
    if best >= until:
        return SeasonItem(name, "season_register_fetch", {"day": last_day, "best": best})
    return SeasonItem(name, "season_register_short", {"day": best})


def _token(until: date, facts: SeasonFacts) -> SeasonItem:
    desk, health = facts.standing.desk, facts.standing.sync_health
    doubted = desk is None or desk.refused is not None or health.token_doubted
    ends = facts.last_contact + timedelta(days=TOKEN_DAYS)
    if doubted or health.needs_code or ends < facts.today:
        return SeasonItem("token", "season_token_doubted")
    return SeasonItem(
        "token", "season_token" if until <= ends else "season_token_ends", {"day": ends}
    )


def _queue(facts: SeasonFacts) -> SeasonItem:
    count = facts.standing.queue
    if count.sendable:
        return SeasonItem("queue", "season_queue", {"pending": count.sendable})
    if count.attention:
        return SeasonItem("queue", "season_queue_attention", {"attention": count.attention})
    return SeasonItem("queue", "season_queue_empty")


def _cards(until: date, facts: SeasonFacts) -> SeasonItem:
    if not facts.cards_ending:
        return SeasonItem("cards", "season_cards", {"day": until})
    details = {"count": facts.cards_ending, "all": facts.standing.register_count, "day": until}
    return SeasonItem("cards", "season_cards_end", details, asked=True)


def _offers(until: date, policy: Policy, facts: SeasonFacts) -> SeasonItem:
    """Whether something is on offer in the time; what has no date always is."""
    days = [
        _days(offer, facts.today, until, policy.zone)
        for offer in facts.offers
        if offer.status is OfferStatus.ON_SALE
    ]
    ahead = [min(last, until) for first, last in days if first <= until and last >= facts.today]
    if not ahead:
        return SeasonItem("offers", "season_offers_none", {"day": until})
    return SeasonItem(
        "offers", "season_offers", {"count": len(ahead), "day": max(ahead)}, asked=True
    )


def _days(offer: Offer, today: date, until: date, zone: tzinfo) -> tuple[date, date]:
    """An offer's first and last day; one without an end is over on the day that it starts."""
    first = local_day(offer.starts_at, zone) if offer.starts_at else today
    if offer.ends_at:
        return first, local_day(offer.ends_at, zone)
    return first, first if offer.starts_at else until


def _machine(facts: SeasonFacts) -> Iterator[SeasonItem]:
    if "disk" in facts.problems:
        yield SeasonItem("disk", "season_problem", error=facts.problems["disk"])
    else:
        enough = facts.free_mb >= LEAST_FREE_MB
        yield SeasonItem(
            "disk", "season_disk" if enough else "season_disk_low", {"free": facts.free_mb}
        )
    off_by = facts.standing.clock_off
    if off_by or not facts.standing.clock_trusted:
        yield SeasonItem("clock", "season_clock_wrong")
    else:
        yield SeasonItem("clock", "season_clock", asked=True)
    if "keyring" in facts.problems:
        yield SeasonItem("keyring", "season_problem", error=facts.problems["keyring"])
    elif facts.secrets_file is not None:
        yield SeasonItem("keyring", "season_secrets_file", {"path": facts.secrets_file})
    else:
        yield SeasonItem("keyring", "season_keyring")


def _second_desk(facts: SeasonFacts) -> SeasonItem:
    if not facts.other_desks:
        return SeasonItem("second_desk", "season_second_desk_none", asked=True)
    names = ", ".join(facts.other_desks)
    return SeasonItem("second_desk", "season_second_desk", {"names": names}, asked=True)
