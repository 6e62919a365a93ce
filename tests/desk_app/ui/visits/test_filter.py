"""What the list of visits is narrowed to."""

from datetime import date
from uuid import uuid4

import pytest

from desk_app.messages import Messages
from desk_app.services.visit_pages import VisitSubset
from desk_app.ui.visits.filter import Days, Filter
from desk_app.ui.widgets.chosen_periods import Span

TODAY = date(2026, 3, 1)


def in_english(context: str, key: str, disambiguation: str | None = None, n: int = -1, /) -> str:
    del context, disambiguation, n
    return key


WORDS = Messages(in_english, "en")


@pytest.mark.parametrize(
    ("days", "first", "last"),
    [
        (Days.ANY, None, None),
        (Days.TODAY, TODAY, TODAY),
        (Days.YESTERDAY, date(2026, 2, 28), date(2026, 2, 28)),
        (Days.WEEK, date(2026, 2, 23), TODAY),
        (Days.MONTH, date(2026, 1, 31), TODAY),
    ],
)
def test_days_are_counted_back_from_today(
    days: Days, first: date | None, last: date | None
) -> None:
    query = Filter(days=days).query(TODAY)
    assert (query.first, query.last) == (first, last)


def test_a_whole_list_has_nothing_to_say() -> None:
    assert not Filter().active
    assert Filter().summary(WORDS, str) == ""


def test_everything_that_narrows_the_list_is_said() -> None:
    narrowed = Filter(Days.TODAY, offer_id=uuid4(), only=VisitSubset.REFUSED, text="pool")
    assert narrowed.active
    assert narrowed.summary(WORDS, lambda _: "Opera") == "Today · Rejected · Opera · “pool”"


def test_of_a_card_only_the_end_is_said() -> None:
    assert Filter(number="KAIKU0001").summary(WORDS, str) == "Card …0001"


@pytest.mark.parametrize(
    ("own", "text"),
    [
        ((TODAY, TODAY), "1.3.2026 to 1.3.2026"),
        ((TODAY, None), "From 1.3.2026"),
        ((None, None), "Choose dates"),
    ],
)
def test_days_of_ones_own_are_asked_for_and_said(own: Span, text: str) -> None:
    narrowed = Filter(Days.OWN, own)
    query = narrowed.query(TODAY)
    assert (query.first, query.last) == own
    assert narrowed.summary(WORDS, str) == text
