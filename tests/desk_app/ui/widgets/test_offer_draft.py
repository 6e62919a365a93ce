from dataclasses import replace
from datetime import UTC, datetime, time

import pytest

from desk_app.messages import Messages
from desk_app.messages.catalogue import catalogue
from desk_app.services.offer_creation import OfferRequest
from desk_app.ui.widgets.money import cents, written
from desk_app.ui.widgets.offer_draft import DraftFault, Field, OfferDraft, time_of_day
from sync.rules.offers import CardLimit, LimitPeriod, OfferKind, OfferStatus
from sync.rules.policy import Policy


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("18.30", time(18, 30)),
        ("9:05", time(9, 5)),
        ("1830", time(18, 30)),
        ("18", time(18)),
        ("24.00", None),
        ("18.60", None),
        ("evening", None),
        ("", None),
    ],
)
def test_a_time_is_read_as_people_write_it(text: str, at: time | None) -> None:
    assert time_of_day(text) == at


def test_an_event_needs_name_day_and_time() -> None:
    assert OfferDraft(texts={}).faults() == {
        Field.NAME_FI: DraftFault.MISSING,
        Field.DAY: DraftFault.MISSING,
        Field.TIME: DraftFault.MISSING,
    }


def test_a_course_may_have_no_day_but_half_a_time_is_none() -> None:
    name = {Field.NAME_FI: "Keramiikka"}
    assert OfferDraft(texts=name, kind=OfferKind.COURSE).faults() == {}
    half = OfferDraft(texts={**name, Field.DAY: "3.2.2027"}, kind=OfferKind.COURSE)
    assert half.faults() == {Field.TIME: DraftFault.MISSING}


def test_a_day_that_is_none_is_told_from_one_that_is_missing() -> None:
    draft = OfferDraft(texts={Field.NAME_FI: "A", Field.DAY: "31.2.2027", Field.TIME: "18"})
    assert draft.faults() == {Field.DAY: DraftFault.NO_DAY}


def test_a_name_that_no_register_takes_is_told() -> None:
    draft = OfferDraft(texts={Field.NAME_FI: "A" * 201}, kind=OfferKind.STANDING)
    assert draft.faults() == {Field.NAME_FI: DraftFault.TOO_LONG}


def test_what_is_asked_has_day_and_time_together_and_empty_texts_as_none() -> None:
    texts = {Field.NAME_FI: " A ", Field.DAY: "3.2.27", Field.TIME: "18.30", Field.PLACE: " "}
    asked = OfferDraft(texts=texts).asked()
    assert asked.starts_at == datetime(2027, 2, 3, 18, 30)  # noqa: DTZ001 - by the policy's clock
    assert (asked.name_fi, asked.place, asked.name_sv) == ("A", None, None)


def test_what_is_always_open_has_no_day_whatever_was_typed_before() -> None:
    texts = {Field.NAME_FI: "A", Field.DAY: "3.2.27", Field.TIME: "18.30"}
    assert OfferDraft(texts=texts, kind=OfferKind.STANDING).asked().starts_at is None


HELSINKI = Policy().zone
SHOW = {Field.NAME_FI: "A", Field.DAY: "3.2.2027", Field.TIME: "18.30"}


def test_an_offer_is_whole() -> None:
    draft = OfferDraft(
        texts={
            **SHOW,
            Field.ENDS: "21",
            Field.TICKETS: "20",
            Field.LIMIT: "1",
            Field.SPAN: "3",
            Field.COURSES: "2",
            Field.VALUE: "37,50",
            Field.CEILING: "25",
        },
        kind=OfferKind.COURSE,
        status=OfferStatus.SOLD_OUT,
        period=LimitPeriod.MONTHS,
    )
    asked = draft.asked()
    assert draft.faults() == {}
    assert asked.ends_at == datetime(2027, 2, 3, 21)  # noqa: DTZ001 - by the policy's clock
    assert (asked.tickets, asked.status) == (20, OfferStatus.SOLD_OUT)
    assert asked.card_limit == CardLimit(1, LimitPeriod.MONTHS, months=3)
    assert asked.course_limit == CardLimit(2, LimitPeriod.CALENDAR_YEAR)
    assert (asked.value_cents, asked.ceiling_cents) == (3750, 2500)


def test_what_was_asked_is_written_as_it_would_be_typed() -> None:
    asked = OfferRequest(
        name_fi="Keramiikka",
        kind=OfferKind.COURSE,
        starts_at=datetime(2027, 2, 3, 16, 30, tzinfo=UTC),
        ends_at=datetime(2027, 4, 3, 20, 59, tzinfo=UTC),
        tickets=8,
        card_limit=CardLimit(1, LimitPeriod.DAYS, days=30),
        value_cents=1250,
        ceiling_cents=1000,
        minors_allowed=False,
    )
    draft = OfferDraft.of(asked, HELSINKI, Messages(catalogue("en"), "en").clock)
    again = draft.asked()
    assert (draft.texts[Field.TIME], draft.texts[Field.ENDS]) == ("18:30", "3.4.2027")
    assert (again.starts_at, again.ends_at) == tuple(
        at.astimezone(HELSINKI).replace(tzinfo=None)
        for at in (asked.starts_at, asked.ends_at)
        if at
    )
    assert replace(again, starts_at=None, ends_at=None) == replace(
        asked, starts_at=None, ends_at=None
    )


def test_a_show_may_end_after_midnight() -> None:
    asked = OfferDraft(texts={**SHOW, Field.ENDS: "0.30"}).asked()
    assert asked.ends_at == datetime(2027, 2, 4, 0, 30)  # noqa: DTZ001 - by the policy's clock


@pytest.mark.parametrize(
    ("field", "typed", "fault"),
    [
        (Field.ENDS, "late", DraftFault.NO_END),
        (Field.ENDS, "2.2.2027", DraftFault.NO_END),
        (Field.TICKETS, "ten", DraftFault.NO_NUMBER),
        (Field.LIMIT, "1.5", DraftFault.NO_NUMBER),
        (Field.TICKETS, "1234567", DraftFault.NO_NUMBER),
        (Field.VALUE, "free", DraftFault.NO_MONEY),
        (Field.CEILING, "2,555", DraftFault.NO_MONEY),
    ],
)
def test_what_is_no_end_number_or_amount_is_told(
    field: Field, typed: str, fault: DraftFault
) -> None:
    assert OfferDraft(texts={**SHOW, field: typed}).faults() == {field: fault}


@pytest.mark.parametrize("span", ["", "0", "121", "x"])
def test_a_limit_over_months_says_how_many(span: str) -> None:
    draft = OfferDraft(
        texts={**SHOW, Field.LIMIT: "1", Field.SPAN: span}, period=LimitPeriod.MONTHS
    )
    assert draft.faults() == {Field.SPAN: DraftFault.NO_NUMBER}


def test_a_fee_that_is_asked_for_is_no_value_of_the_offer() -> None:
    texts = {**SHOW, Field.VALUE: "60", Field.CEILING: "25"}
    asked = OfferDraft(texts=texts, value_asked=True).asked()
    assert (asked.value_asked, asked.value_cents, asked.ceiling_cents) == (True, None, 2500)


@pytest.mark.parametrize(
    ("typed", "amount"),
    [("25", 2500), ("12,50", 1250), ("12.5 €", 1250), ("€3", 300), ("", None), ("-1", None)],
)
def test_amounts_are_read_as_people_write_them(typed: str, amount: int | None) -> None:
    assert cents(typed) == amount


@pytest.mark.parametrize(
    ("amount", "text"), [(None, ""), (2500, "25"), (1250, "12,50"), (5, "0,05")]
)
def test_amounts_are_written_as_they_are_typed(amount: int | None, text: str) -> None:
    assert written(amount) == text
