"""What staff can do about what the register refused."""

from uuid import UUID, uuid4

import pytest

from desk_app.services.errors import (
    NoteMalformedError,
    NotInInboxError,
    RefusedError,
    ResolutionNotPossibleError,
)
from desk_app.services.inbox_items import Resolution
from desk_app.services.recording import TicketsRequest, VisitRequest
from desk_app.services.rejections import RejectionHandling
from sync.ports import OperationState
from tests.helpers.desk_fixture import ALONE, EXPIRED, FAMILY, POOL, DeskFixture


@pytest.fixture
def rejections(desk_fixture: DeskFixture) -> RejectionHandling:
    return desk_fixture.services.rejections


def refused(desk_fixture: DeskFixture, code: str = "card_unknown") -> UUID:
    visit = desk_fixture.services.recording.record(
        VisitRequest(number=ALONE.number, offer_id=POOL.id)
    ).visit
    desk_fixture.refuse(visit.id, code)
    return visit.id


def state(desk_fixture: DeskFixture, visit_id: UUID) -> OperationState:
    entry = desk_fixture.journal.entry(visit_id)
    assert entry is not None
    return entry.state


def test_a_refused_visit_can_be_corrected_withdrawn_sent_again_or_left(
    desk_fixture: DeskFixture, rejections: RejectionHandling
) -> None:
    refused(desk_fixture)
    assert rejections.items()[0].resolutions == (
        Resolution.CORRECT,
        Resolution.AGAIN,
        Resolution.WITHDRAW,
        Resolution.NOTE,
    )


def test_a_correction_takes_the_place_of_the_refused_visit(
    desk_fixture: DeskFixture, rejections: RejectionHandling
) -> None:
    visit_id = refused(desk_fixture)
    asked = VisitRequest(
        number=FAMILY.number, offer_id=POOL.id, tickets=TicketsRequest(children=1), operator="LM"
    )
    new = rejections.correct(visit_id, asked).visit
    assert (new.replaces, new.card_number) == (visit_id, FAMILY.number)
    assert state(desk_fixture, visit_id) is OperationState.WITHDRAWN
    assert state(desk_fixture, new.id) is OperationState.PENDING
    assert rejections.items() == []


def test_a_correction_that_the_rules_refuse_leaves_the_inbox_as_it_was(
    desk_fixture: DeskFixture, rejections: RejectionHandling
) -> None:
    visit_id = refused(desk_fixture)
    with pytest.raises(RefusedError):
        rejections.correct(visit_id, VisitRequest(number=EXPIRED.number, offer_id=POOL.id))
    assert [item.id for item in rejections.items()] == [visit_id]
    assert len(desk_fixture.visits()) == 1


def test_a_withdrawn_visit_leaves_the_inbox_and_stays_in_the_journal(
    desk_fixture: DeskFixture, rejections: RejectionHandling
) -> None:
    visit_id = refused(desk_fixture)
    rejections.withdraw(visit_id, operator="LM")
    assert rejections.items() == []
    assert state(desk_fixture, visit_id) is OperationState.WITHDRAWN


def test_many_are_sent_again_together(
    desk_fixture: DeskFixture, rejections: RejectionHandling
) -> None:
    visits = [refused(desk_fixture), refused(desk_fixture)]
    rejections.send_again(*visits)
    assert [state(desk_fixture, each) for each in visits] == [OperationState.PENDING] * 2


def test_of_many_all_or_none_are_settled(
    desk_fixture: DeskFixture, rejections: RejectionHandling
) -> None:
    visit_id = refused(desk_fixture)
    with pytest.raises(NotInInboxError):
        rejections.send_again(visit_id, uuid4())
    assert state(desk_fixture, visit_id) is OperationState.REJECTED


def test_a_note_names_who_wrote_it_and_when(
    desk_fixture: DeskFixture, rejections: RejectionHandling
) -> None:
    visit_id = refused(desk_fixture)
    rejections.leave(visit_id, note=" Kortti on uusi ", operator="LM")
    left = rejections.items()[0].escalated
    assert left is not None
    assert (left.note, left.operator, left.at) == ("Kortti on uusi", "LM", desk_fixture.clock.at)


@pytest.mark.parametrize("note", ["", "  ", "x" * 501, "a\nb"])
def test_a_note_that_says_nothing_or_cannot_be_kept_is_refused(
    desk_fixture: DeskFixture, rejections: RejectionHandling, note: str
) -> None:
    visit_id = refused(desk_fixture)
    with pytest.raises(NoteMalformedError):
        rejections.leave(visit_id, note=note)
    assert rejections.items()[0].escalated is None


@pytest.mark.parametrize("number", [ALONE.number, FAMILY.number])
def test_a_note_names_no_card_that_the_desk_knows_however_it_is_written(
    desk_fixture: DeskFixture, rejections: RejectionHandling, number: str
) -> None:
    visit_id = refused(desk_fixture)
    with pytest.raises(NoteMalformedError):
        rejections.leave(visit_id, note=f"kortti {number[:3].lower()}-{number[3:]}, uusi")
    assert rejections.items()[0].escalated is None


def test_what_conflicts_is_not_sent_again(
    desk_fixture: DeskFixture, rejections: RejectionHandling
) -> None:
    visit_id = refused(desk_fixture, "id_conflict")
    with pytest.raises(ResolutionNotPossibleError):
        rejections.send_again(visit_id)
