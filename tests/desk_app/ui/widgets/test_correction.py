"""A visit that is being corrected."""

from dataclasses import replace
from datetime import date, datetime

from desk_app.ui.widgets.correction import Correction
from sync.rules.policy import Policy
from sync.rules.tickets import KIND, Tickets
from sync.rules.visits import EntryMethod
from tests.helpers.samples import a_visit

ZONE = Policy().zone
VISIT = replace(a_visit(), tickets=Tickets(holder=1, children=2), entry=EntryMethod.CAMERA)


def test_nothing_is_to_be_saved_before_something_changed() -> None:
    correction = Correction(VISIT)
    assert not correction.changed
    correction.step(KIND["children"], -1)
    assert correction.changed
    correction.step(KIND["children"], 1)
    assert not correction.changed


def test_an_empty_number_keeps_the_card() -> None:
    correction = Correction(VISIT)
    correction.number = "  "
    assert correction.asked(None, ZONE).number == VISIT.card_number


def test_the_moment_and_the_way_in_stay_as_they_were() -> None:
    asked = Correction(VISIT).asked(None, ZONE)
    assert (asked.at, asked.entry) == (None, EntryMethod.CAMERA)


def test_the_fee_stays_as_it_was_told_until_another_is() -> None:
    correction = Correction(replace(VISIT, value_cents=3750))
    assert not correction.changed
    assert correction.asked(None, ZONE).value_cents == 3750
    correction.value_cents = 4000
    assert correction.changed
    assert correction.asked(None, ZONE).value_cents == 4000


def test_a_visit_of_another_day_was_at_noon_of_that_day() -> None:
    correction = Correction(VISIT)
    correction.day = date(2026, 11, 20)
    assert correction.changed
    assert correction.asked(None, ZONE).at == datetime(2026, 11, 20, 12, tzinfo=ZONE)


def test_tickets_of_the_other_kind_of_card_go_away() -> None:
    correction = Correction(VISIT)
    correction.step(KIND["worker"], 1)
    assert correction.tickets == Tickets(worker=1)


def test_a_visit_by_the_printed_day_asks_for_that_day() -> None:
    day = date(2027, 3, 9)
    correction = Correction(replace(VISIT, provisional=True, printed_valid_until=day))
    assert correction.asks_printed_day
    assert correction.asked(day, ZONE).provisional
