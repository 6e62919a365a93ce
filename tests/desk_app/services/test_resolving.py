"""What staff can do about what the register refused."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from desk_app.services.errors import (
    NoteMalformedError,
    NotInInboxError,
    RefusedError,
    RemedyNotPossibleError,
)
from desk_app.services.ports import Remedy
from desk_app.services.recording import TicketsAsked, VisitAsked
from desk_app.services.resolving import Resolving
from sync.ports import OperationState
from tests.helpers.booth import ALONE, EXPIRED, FAMILY, POOL, Booth


@pytest.fixture
def booth(tmp_path: Path) -> Iterator[Booth]:
    booth = Booth(tmp_path)
    booth.enrol()
    booth.load_register()
    booth.load_offers()
    yield booth
    booth.close()


@pytest.fixture
def resolving(booth: Booth) -> Resolving:
    return booth.counter.resolving


def refused(booth: Booth, code: str = "card_unknown") -> UUID:
    visit = booth.counter.recording.record(VisitAsked(number=ALONE.number, offer_id=POOL.id)).visit
    booth.refuse(visit.id, code)
    return visit.id


def state(booth: Booth, visit_id: UUID) -> OperationState:
    entry = booth.journal.entry(visit_id)
    assert entry is not None
    return entry.state


def test_a_refused_visit_can_be_corrected_withdrawn_sent_again_or_left(
    booth: Booth, resolving: Resolving
) -> None:
    refused(booth)
    assert resolving.items()[0].remedies == (
        Remedy.CORRECT,
        Remedy.AGAIN,
        Remedy.WITHDRAW,
        Remedy.NOTE,
    )


def test_a_correction_takes_the_place_of_the_refused_visit(
    booth: Booth, resolving: Resolving
) -> None:
    visit_id = refused(booth)
    asked = VisitAsked(
        number=FAMILY.number, offer_id=POOL.id, tickets=TicketsAsked(children=1), operator="LM"
    )
    new = resolving.correct(visit_id, asked).visit
    assert (new.replaces, new.card_number) == (visit_id, FAMILY.number)
    assert state(booth, visit_id) is OperationState.WITHDRAWN
    assert state(booth, new.id) is OperationState.PENDING
    assert resolving.items() == []


def test_a_correction_that_the_rules_refuse_leaves_the_inbox_as_it_was(
    booth: Booth, resolving: Resolving
) -> None:
    visit_id = refused(booth)
    with pytest.raises(RefusedError):
        resolving.correct(visit_id, VisitAsked(number=EXPIRED.number, offer_id=POOL.id))
    assert [item.id for item in resolving.items()] == [visit_id]
    assert len(booth.visits()) == 1


def test_a_withdrawn_visit_leaves_the_inbox_and_stays_in_the_journal(
    booth: Booth, resolving: Resolving
) -> None:
    visit_id = refused(booth)
    resolving.withdraw(visit_id, operator="LM")
    assert resolving.items() == []
    assert state(booth, visit_id) is OperationState.WITHDRAWN


def test_many_are_sent_again_together(booth: Booth, resolving: Resolving) -> None:
    visits = [refused(booth), refused(booth)]
    resolving.send_again(*visits)
    assert [state(booth, each) for each in visits] == [OperationState.PENDING] * 2


def test_of_many_all_or_none_are_settled(booth: Booth, resolving: Resolving) -> None:
    visit_id = refused(booth)
    with pytest.raises(NotInInboxError):
        resolving.send_again(visit_id, uuid4())
    assert state(booth, visit_id) is OperationState.REJECTED


def test_a_note_names_who_wrote_it_and_when(booth: Booth, resolving: Resolving) -> None:
    visit_id = refused(booth)
    resolving.leave(visit_id, note=" Kortti on uusi ", operator="LM")
    left = resolving.items()[0].left
    assert left is not None
    assert (left.note, left.operator, left.at) == ("Kortti on uusi", "LM", booth.clock.at)


@pytest.mark.parametrize("note", ["", "  ", "x" * 501, "a\nb"])
def test_a_note_that_says_nothing_or_cannot_be_kept_is_refused(
    booth: Booth, resolving: Resolving, note: str
) -> None:
    visit_id = refused(booth)
    with pytest.raises(NoteMalformedError):
        resolving.leave(visit_id, note=note)
    assert resolving.items()[0].left is None


def test_what_conflicts_is_not_sent_again(booth: Booth, resolving: Resolving) -> None:
    visit_id = refused(booth, "id_conflict")
    with pytest.raises(RemedyNotPossibleError):
        resolving.send_again(visit_id)
