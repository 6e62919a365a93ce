"""The last visits of a window: a few, the newest first."""

from dataclasses import replace
from uuid import UUID

from desk_app.services.errors import StoreFullError
from desk_app.ui.ticket.recent_visit_list import (
    MOST,
    RecentVisit,
    RecentVisitList,
    RecentVisitState,
)
from sync.rules.visits import Visit
from tests.helpers.samples import a_visit


def visits(count: int) -> list[Visit]:
    return [a_visit(UUID(int=1)) for _ in range(count)]


def all_of(recorded: list[Visit]) -> RecentVisitList:
    listed = RecentVisitList()
    for visit in recorded:
        listed = listed.with_visit(visit)
    return listed


def test_the_newest_comes_first_and_the_oldest_goes() -> None:
    recorded = visits(MOST + 2)

    assert [last.visit for last in all_of(recorded)] == recorded[:1:-1]


def test_what_could_not_be_taken_back_stays_in_sight() -> None:
    first, *others = visits(MOST + 2)
    listed = RecentVisitList().with_visit(first)
    listed = listed.with_change(
        RecentVisit(first, first.recorded_at, error=StoreFullError(path="x"))
    )
    for visit in others:
        listed = listed.with_visit(visit)

    assert listed.find(first.id) is not None


def test_a_card_recorded_anew_after_an_undo_is_not_taken_back() -> None:
    (visit,) = visits(1)
    listed = RecentVisitList().with_visit(visit)
    undone = listed.with_change(RecentVisit(visit, visit.recorded_at, RecentVisitState.UNDONE))
    again = undone.with_visit(replace(visit, id=UUID(int=7)))

    number = visit.card_number
    assert undone.was_undone(number)
    assert not listed.was_undone(number)
    assert not again.was_undone(number)
