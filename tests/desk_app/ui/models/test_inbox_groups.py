"""The same refusals stand together."""

from dataclasses import replace
from uuid import uuid4

from desk_app.services.ports import RejectedItem, Resolution, ResolutionRecord
from desk_app.ui.rejections.groups import grouped
from tests.helpers.samples import MOMENT, a_visit


def refused(code: str = "card_unknown") -> RejectedItem:
    visit = a_visit()
    return RejectedItem(id=visit.id, code=code, visit=visit)


def test_refusals_with_one_reason_are_one_group() -> None:
    first, other, second = refused(), refused("card_expired"), refused()
    groups, left = grouped([first, other, second])
    assert [group.items for group in groups] == [(first, second), (other,)]
    assert left == []


def test_a_void_stands_apart_from_visits_refused_for_the_same_reason() -> None:
    visit, void = refused(), replace(refused(), is_void=True)
    groups, _ = grouped([visit, void])
    assert [group.first for group in groups] == [visit, void]


def test_what_another_desk_has_to_correct_stands_apart() -> None:
    mine, carried = refused(), replace(refused(), carried_from="Kassa 2")
    assert len(grouped([mine, carried])[0]) == 2


def test_what_was_left_for_kaikukeskus_is_in_no_group() -> None:
    note = ResolutionRecord(remedy=Resolution.NOTE, at=MOMENT, note="asked")
    left = replace(refused(), settlements=(note,))
    assert grouped([left]) == ([], [left])


def test_what_would_be_refused_again_is_not_sent_again() -> None:
    conflict = RejectedItem(id=uuid4(), code="id_conflict", visit=a_visit())
    assert grouped([conflict])[0][0].ids_to_send_again == ()
