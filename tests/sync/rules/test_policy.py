from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from sync.rules.policy import Policy, RegisterAge, good_until, last_good_day, register_age

NOW = datetime(2025, 6, 14, 12, tzinfo=UTC)
SPANS = [
    "child_age_limit",
    "community_age_limit",
    "stale_after_hours",
    "expired_after_days",
    "retention_days",
]


def test_a_policy_is_that_of_the_contract_until_the_register_says_otherwise() -> None:
    assert Policy() == Policy(
        child_age_limit=18,
        stale_after_hours=24,
        expired_after_days=30,
        provisional_allowed=True,
        retention_days=30,
        timezone="Europe/Helsinki",
        community_age_limit=16,
    )


def test_days_are_counted_in_the_zone_that_the_policy_names() -> None:
    assert Policy(timezone="Europe/Mariehamn").zone == ZoneInfo("Europe/Mariehamn")


@pytest.mark.parametrize("span", SPANS)
@pytest.mark.parametrize("count", [0, 1_000_000])
def test_a_span_may_be_nothing_and_very_long(span: str, count: int) -> None:
    changes: dict[str, Any] = {span: count}
    policy = replace(Policy(), **changes)
    assert getattr(policy, span) == count


@pytest.mark.parametrize("span", SPANS)
@pytest.mark.parametrize("count", [-1, 1_000_001])
def test_a_span_is_neither_negative_nor_absurd(span: str, count: int) -> None:
    changes: dict[str, Any] = {span: count}
    with pytest.raises(ValueError, match="from 0 to 1000000"):
        replace(Policy(), **changes)


def test_the_longest_spans_can_be_reckoned_with() -> None:
    policy = Policy(stale_after_hours=1_000_000, expired_after_days=1_000_000)
    assert register_age(NOW - timedelta(days=365), NOW, policy) is RegisterAge.FRESH


@pytest.mark.parametrize("zone", ["", "Nowhere", "Europe", "../Helsinki", "Europe/\0", "x" * 9999])
def test_a_zone_that_nobody_knows_is_refused(zone: str) -> None:
    with pytest.raises(ValueError, match="the policy names an unknown time zone"):
        Policy(timezone=zone)


@pytest.mark.parametrize(
    ("age", "expected"),
    [
        (timedelta(0), RegisterAge.FRESH),
        (timedelta(hours=2), RegisterAge.FRESH),
        (timedelta(hours=2, microseconds=1), RegisterAge.STALE),
        (timedelta(days=3), RegisterAge.STALE),
        (timedelta(days=3, microseconds=1), RegisterAge.TOO_OLD),
        (timedelta(days=-400), RegisterAge.FRESH),
    ],
)
def test_the_policy_says_when_a_register_is_stale_and_too_old(
    age: timedelta, expected: RegisterAge
) -> None:
    policy = Policy(stale_after_hours=2, expired_after_days=3)
    assert register_age(NOW - age, NOW, policy) is expected


def test_a_register_may_be_too_old_before_it_would_be_stale() -> None:
    policy = Policy(stale_after_hours=100, expired_after_days=1)
    assert register_age(NOW - timedelta(hours=25), NOW, policy) is RegisterAge.TOO_OLD


def test_a_register_that_was_never_loaded_is_too_old() -> None:
    assert register_age(None, NOW, Policy()) is RegisterAge.TOO_OLD


def test_the_night_when_clocks_change_makes_no_register_older() -> None:
    helsinki = Policy().zone
    loaded = datetime(2025, 3, 29, 12, tzinfo=helsinki)
    now = datetime(2025, 3, 30, 13, tzinfo=helsinki)  # 24 hours later, 25 by the clocks
    assert register_age(loaded, now, Policy()) is RegisterAge.FRESH


def test_a_register_is_good_for_the_policys_days_and_the_last_one_is_whole() -> None:
    policy = Policy(expired_after_days=30)
    verified_at = datetime(2026, 11, 29, 22, 30, tzinfo=UTC)  # half past midnight in Finland

    assert good_until(verified_at, policy) == datetime(2026, 12, 29, 22, 30, tzinfo=UTC)
    assert last_good_day(verified_at, policy) == date(2026, 12, 29)
