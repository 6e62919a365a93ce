from datetime import datetime, time

import pytest

from desk_app.ui.models.offer_draft import Fault, Field, OfferDraft, time_of_day
from sync.rules.offers import OfferKind


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
        Field.NAME_FI: Fault.MISSING,
        Field.DAY: Fault.MISSING,
        Field.TIME: Fault.MISSING,
    }


def test_a_course_may_have_no_day_but_half_a_time_is_none() -> None:
    name = {Field.NAME_FI: "Keramiikka"}
    assert OfferDraft(texts=name, kind=OfferKind.COURSE).faults() == {}
    half = OfferDraft(texts={**name, Field.DAY: "3.2.2027"}, kind=OfferKind.COURSE)
    assert half.faults() == {Field.TIME: Fault.MISSING}


def test_a_day_that_is_none_is_told_from_one_that_is_missing() -> None:
    draft = OfferDraft(texts={Field.NAME_FI: "A", Field.DAY: "31.2.2027", Field.TIME: "18"})
    assert draft.faults() == {Field.DAY: Fault.NO_DAY}


def test_a_name_that_no_register_takes_is_told() -> None:
    draft = OfferDraft(texts={Field.NAME_FI: "A" * 201}, kind=OfferKind.STANDING)
    assert draft.faults() == {Field.NAME_FI: Fault.TOO_LONG}


def test_what_is_asked_has_day_and_time_together_and_empty_texts_as_none() -> None:
    texts = {Field.NAME_FI: " A ", Field.DAY: "3.2.27", Field.TIME: "18.30", Field.PLACE: " "}
    asked = OfferDraft(texts=texts).asked()
    assert asked.starts_at == datetime(2027, 2, 3, 18, 30)  # noqa: DTZ001 - by the policy's clock
    assert (asked.name_fi, asked.place, asked.name_sv) == ("A", None, None)


def test_what_is_always_open_has_no_day_whatever_was_typed_before() -> None:
    texts = {Field.NAME_FI: "A", Field.DAY: "3.2.27", Field.TIME: "18.30"}
    assert OfferDraft(texts=texts, kind=OfferKind.STANDING).asked().starts_at is None
