from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from sync.rules.offers import CardLimit, LimitPeriod, OfferName, Quota
from tests.sync.rules.decisions import offer

MUSEUM = offer("museum")
NAIVE = datetime(2025, 6, 14, 12)  # noqa: DTZ001  a time without a zone is what is tried here


def test_a_name_is_said_in_the_language_asked_for() -> None:
    name = OfferName(fi="Uimahalli", sv="Simhall", en="Swimming hall")
    names = [name.in_language(language) for language in ("fi", "sv", "en")]
    assert names == ["Uimahalli", "Simhall", "Swimming hall"]


def test_a_name_is_finnish_where_there_is_no_other() -> None:
    name = OfferName(fi="Uimahalli")
    assert [name.in_language(language) for language in ("sv", "en", "de")] == ["Uimahalli"] * 3


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_no_name_in_any_language_may_be_empty(language: str) -> None:
    with pytest.raises(ValueError, match="an offer's name must have 1 to 200 characters"):
        OfferName(**{"fi": "Uimahalli", language: ""})


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_name_may_have_two_hundred_characters(language: str) -> None:
    name = OfferName(**{"fi": "Uimahalli", language: "x" * 200})
    assert name.in_language(language) == "x" * 200


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_name_of_more_than_two_hundred_characters_is_refused(language: str) -> None:
    with pytest.raises(ValueError, match="an offer's name"):
        OfferName(**{"fi": "Uimahalli", language: "x" * 201})


def test_a_place_may_be_left_out_and_have_two_hundred_characters() -> None:
    assert [replace(MUSEUM, place=place).place for place in (None, "x" * 200)] == [None, "x" * 200]


@pytest.mark.parametrize("place", ["", "x" * 201, "Hall\n1"])
def test_a_place_is_a_short_text(place: str) -> None:
    with pytest.raises(ValueError, match="an offer's place"):
        replace(MUSEUM, place=place)


@pytest.mark.parametrize(
    ("total", "used"),
    [(0, 0), (1_000_000_000, 0), (0, 1_000_000_000), (1_000_000_000, 1_000_000_000)],
)
def test_a_quota_may_be_nothing_full_or_overrun(total: int, used: int) -> None:
    quota = Quota(total, used)
    assert (quota.total, quota.used) == (total, used)


@pytest.mark.parametrize(
    ("total", "used"), [(-1, 0), (0, -1), (1_000_000_001, 0), (0, 1_000_000_001)]
)
def test_a_quota_counts_from_nothing_to_what_columns_hold(total: int, used: int) -> None:
    with pytest.raises(ValueError, match="a quota counts from 0"):
        Quota(total, used)


@pytest.mark.parametrize("count", [0, 1_000_000_000])
def test_a_limit_may_be_none_at_all_or_very_many(count: int) -> None:
    assert CardLimit(count, LimitPeriod.DAY).count == count


@pytest.mark.parametrize("count", [-1, 1_000_000_001])
def test_a_limit_counts_from_nothing_to_what_columns_hold(count: int) -> None:
    with pytest.raises(ValueError, match="a limit counts from 0"):
        CardLimit(count, LimitPeriod.DAY)


@pytest.mark.parametrize("days", [1, 3660])
def test_a_limit_may_run_over_one_day_and_ten_years(days: int) -> None:
    assert CardLimit(1, LimitPeriod.DAYS, days).days == days


@pytest.mark.parametrize("period", [LimitPeriod.DAYS, LimitPeriod.DAY])
@pytest.mark.parametrize("days", [0, -1, 3661])
def test_a_limit_runs_neither_over_no_day_nor_over_more_than_ten_years(
    days: int, period: LimitPeriod
) -> None:
    with pytest.raises(ValueError, match="a limit runs over 1 to 3660 days"):
        CardLimit(1, period, days)


def test_a_limit_over_days_says_how_many() -> None:
    with pytest.raises(ValueError, match="a limit over days says how many"):
        CardLimit(1, LimitPeriod.DAYS)


@pytest.mark.parametrize("field", ["value_cents", "ceiling_cents"])
@pytest.mark.parametrize("cents", [None, 0, 1_000_000_000])
def test_money_may_be_left_out_nothing_and_very_much(field: str, cents: int | None) -> None:
    changes: dict[str, Any] = {field: cents}
    assert getattr(replace(MUSEUM, **changes), field) == cents


@pytest.mark.parametrize("field", ["value_cents", "ceiling_cents"])
@pytest.mark.parametrize("cents", [-1, 1_000_000_001])
def test_money_counts_from_nothing_to_what_columns_hold(field: str, cents: int) -> None:
    changes: dict[str, Any] = {field: cents}
    with pytest.raises(ValueError, match="money is counted in cents, from 0"):
        replace(MUSEUM, **changes)


@pytest.mark.parametrize("field", ["starts_at", "ends_at"])
def test_an_offers_times_name_their_time_zone(field: str) -> None:
    changes: dict[str, Any] = {field: NAIVE}
    with pytest.raises(ValueError, match="an offer's times must name their time zone"):
        replace(MUSEUM, **changes)


@pytest.mark.parametrize(("span", "most"), [("days", 3660), ("months", 120)])
def test_a_limit_runs_over_one_to_very_many_days_or_months(span: str, most: int) -> None:
    period = LimitPeriod(span)
    for many in (1, most):
        assert CardLimit(1, period, **{span: many}).period is period
    for many in (0, -1, most + 1):
        with pytest.raises(ValueError, match=f"a limit runs over 1 to {most} {span}"):
            CardLimit(1, period, **{span: many})
    with pytest.raises(ValueError, match=f"a limit over {span} says how many"):
        CardLimit(1, period)


@pytest.mark.parametrize("count", [0, 1, 1_000_000_000])
def test_counts_go_from_nothing_to_very_many(count: int) -> None:
    assert CardLimit(count, LimitPeriod.DAY).count == count
    assert Quota(count, count) == Quota(total=count, used=count)


@pytest.mark.parametrize("count", [-1, 1_000_000_001])
def test_counts_are_neither_below_nothing_nor_absurd(count: int) -> None:
    with pytest.raises(ValueError, match="a limit counts from 0"):
        CardLimit(count, LimitPeriod.DAY)
    for total, used in ((count, 0), (0, count)):
        with pytest.raises(ValueError, match="a quota counts from 0"):
            Quota(total, used)
