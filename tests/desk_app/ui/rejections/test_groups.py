"""The same refusals stand together, and what can be done about several at once."""

from dataclasses import replace
from uuid import uuid4

from desk_app.services.inbox_items import RejectedItem, Resolution, ResolutionRecord
from desk_app.ui.rejections.groups import grouped, resolutions
from tests.helpers.desk_fixture import TONIGHT
from tests.helpers.samples import MOMENT, a_visit


def refused(code: str = "card_unknown") -> RejectedItem:
    visit = a_visit()
    return RejectedItem(id=visit.id, code=code, visit=visit)


def test_refusals_with_one_reason_are_one_group() -> None:
    first, other, second = refused(), refused("card_expired"), refused()
    groups, left = grouped([first, other, second])
    assert groups == [(first, second), (other,)]
    assert left == ()


def test_a_void_stands_apart_from_visits_refused_for_the_same_reason() -> None:
    visit, void = refused(), replace(refused(), is_void=True)
    groups, _ = grouped([visit, void])
    assert groups == [(visit,), (void,)]


def test_what_another_desk_has_to_correct_stands_apart() -> None:
    mine, carried = refused(), replace(refused(), carried_from="Kassa 2")
    assert len(grouped([mine, carried])[0]) == 2


def test_what_was_left_for_kaikukeskus_is_in_no_group() -> None:
    note = ResolutionRecord(resolution=Resolution.NOTE, at=MOMENT, note="asked")
    left = replace(refused(), resolution_records=(note,))
    assert grouped([left]) == ([], (left,))


def test_one_by_itself_can_be_corrected() -> None:
    item = refused()
    assert resolutions([item]) == item.resolutions
    assert item.resolutions[0] is Resolution.CORRECT


def test_several_visits_are_sent_again_withdrawn_or_noted_together() -> None:
    both = [refused(), refused("card_expired")]
    assert resolutions(both) == (Resolution.AGAIN, Resolution.WITHDRAW, Resolution.NOTE)


def test_what_cannot_be_done_about_one_of_several_is_not_offered() -> None:
    conflict = RejectedItem(id=uuid4(), code="id_conflict", visit=a_visit())
    assert resolutions([refused(), conflict]) == (Resolution.WITHDRAW, Resolution.NOTE)


def test_an_offer_is_withdrawn_by_itself() -> None:
    offer = RejectedItem(id=uuid4(), code="malformed", offer=TONIGHT)
    assert Resolution.WITHDRAW in resolutions([offer])
    assert Resolution.WITHDRAW not in resolutions([offer, refused()])
