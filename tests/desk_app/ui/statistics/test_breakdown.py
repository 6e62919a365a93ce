"""Figures told apart: few enough bars to be looked at, and nothing left out of them."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.messages import Messages
from desk_app.messages.catalogue import catalogue
from desk_app.services.reporting import Sum
from desk_app.ui.statistics.breakdown import Chart, chart, groupings, lines, titles
from desk_app.ui.widgets.chosen_periods import Span
from desk_app.ui.widgets.statistics_words import Grouping, Measure, StatisticsWords
from sync.rules.offers import OfferName
from tests.helpers.desk_fixture import TONIGHT
from tests.helpers.statistics import ONE, some_statistics

WORDS = StatisticsWords(Messages(catalogue("en"), "en"))
COURSES = {
    replace(TONIGHT, id=UUID(int=n), name=OfferName(f"Kurssi {n}")): Sum(n, adults=n)
    for n in range(14, 0, -1)
}


def by_day(*days: date) -> Chart:
    return chart(
        some_statistics(days=dict.fromkeys(days, ONE)), Grouping.DAY, Measure.TICKETS, WORDS
    )


def test_a_table_has_titles_for_its_numbers() -> None:
    first, second = lines(some_statistics(), Grouping.OFFER, WORDS)
    assert titles(Grouping.OFFER, WORDS)[0] == "Offer"
    cells = dict(zip(titles(Grouping.OFFER, WORDS)[1:], first.numbers, strict=True))
    assert cells == {"Visits": 2, "Tickets": 5, "Adults": 2, "Minors": 3, "Assistants": 1}
    assert (first.name, second.name) == ("Tonight's concert", "Swimming hall")


def test_tickets_are_split_into_adults_and_minors_and_visits_are_not() -> None:
    tickets = chart(some_statistics(), Grouping.SECTOR, Measure.TICKETS, WORDS)
    visits = chart(some_statistics(), Grouping.SECTOR, Measure.VISITS, WORDS)
    assert (tickets.parts, tickets.bars[0].parts) == (("Adults", "Minors"), (2, 3))
    assert (visits.parts, visits.bars[0].parts) == (("Visits",), (2,))


def test_a_day_without_visits_is_a_gap_and_not_left_out() -> None:
    shown = by_day(date(2026, 10, 1), date(2026, 10, 4))
    assert [(bar.name, bar.total) for bar in shown.bars] == [
        ("1.10.", 1),
        ("2.10.", 0),
        ("3.10.", 0),
        ("4.10.", 1),
    ]


@pytest.mark.parametrize(
    ("last", "names"),
    [
        (date(2026, 3, 31), ["1/2026", "2/2026", "3/2026"]),
        (date(2029, 3, 1), ["2026", "2027", "2028", "2029"]),
    ],
)
def test_a_long_time_is_shown_by_month_or_by_year(last: date, names: list[str]) -> None:
    assert [bar.name for bar in by_day(date(2026, 1, 1), last).bars] == names


@given(
    st.dictionaries(
        st.integers(0, 3000).map(lambda n: date(2024, 1, 1) + timedelta(days=n)),
        st.integers(1, 50).map(lambda n: Sum(n, adults=n)),
        min_size=1,
        max_size=20,
    )
)
def test_however_long_the_time_the_bars_hold_every_ticket(days: dict[date, Sum]) -> None:
    shown = chart(some_statistics(days=days), Grouping.DAY, Measure.TICKETS, WORDS)
    assert sum(bar.total for bar in shown.bars) == sum(each.tickets for each in days.values())
    assert len(shown.bars) <= 62


def test_many_offers_are_a_few_bars_and_one_for_the_rest() -> None:
    shown = chart(some_statistics(offers=COURSES), Grouping.OFFER, Measure.TICKETS, WORDS)
    assert [bar.total for bar in shown.bars] == [14, 13, 12, 11, 10, 9, 8, 7, 6, 15]
    assert shown.bars[-1].name == "All others"


def test_a_chart_says_its_numbers_in_words() -> None:
    text = chart(some_statistics(), Grouping.OFFER, Measure.TICKETS, WORDS).text
    assert "Tonight's concert: Visits 2, Tickets 5, Adults 2, Minors 3, Assistants 1" in text
    assert "Swimming hall: Visits 1, Tickets 1" in text


def test_a_chart_of_many_bars_says_the_largest_and_where_the_others_are() -> None:
    days = {date(2026, 10, day): ONE for day in range(1, 31)} | {date(2026, 10, 9): Sum(5, 7)}
    text = chart(some_statistics(days=days), Grouping.DAY, Measure.TICKETS, WORDS).text
    assert text.startswith("Highest: 9.10.: Visits 5, Tickets 7")


@pytest.mark.parametrize(
    ("days", "text"),
    [
        ((None, None), "All recorded visits"),
        ((date(2026, 8, 1), date(2027, 7, 31)), "1.8.2026 to 31.7.2027"),
        ((date(2026, 8, 1), None), "From 1.8.2026"),
        ((None, date(2027, 7, 31)), "Until 31.7.2027"),
    ],
)
def test_a_time_is_said(days: Span, text: str) -> None:
    assert WORDS.span(days) == text


def test_what_is_not_accepted_is_said_to_wait_or_not_to_count() -> None:
    assert WORDS.certainty(some_statistics(waiting=1, unseen=1, refused=2, voided=1)) == [
        "Included: 2 visits that the register has not confirmed yet.",
        "Of these, recorded from the card alone: 1.",
        "Not included: 2 rejected visits.",
        "Not included: 1 withdrawn visit.",
    ]


def test_where_all_is_accepted_that_is_said() -> None:
    assert WORDS.certainty(some_statistics()) == ["The register has accepted all of these visits."]


def test_figures_are_told_apart_by_venue_where_there_are_several() -> None:
    one = some_statistics()
    two = replace(one, venues={"Rannan opisto": ONE, **one.venues})
    assert Grouping.VENUE not in groupings(one)
    assert Grouping.VENUE in groupings(two)
    assert [line.name for line in lines(two, Grouping.VENUE, WORDS)] == [
        "Rannan opisto",
        *one.venues,
    ]
