"""What neighbours are told: each thing once, and what came of it."""

from dataclasses import replace
from uuid import UUID

from sync.lan.news import LONGEST_DETAIL, MOST_ENTRIES, News, NewsBrief
from sync.ports import OperationState
from sync.rules.visits import VisitState
from tests.helpers.desk_fixture import FAMILY, POOL
from tests.helpers.neighbour_desks import NeighbourStore, meet
from tests.helpers.samples import as_in_feed

CARD = FAMILY.number


def news_after(desk: NeighbourStore, place: int) -> News:
    return desk.news.read(place, MOST_ENTRIES)[0]


def test_a_visit_is_not_told_again_because_the_register_tells_of_it(
    desks: list[NeighbourStore],
) -> None:
    here, _ = desks
    visit = here.hand_out(CARD, POOL)

    here.fixture.receive(as_in_feed(visit, desk_id=UUID(int=101)))

    news = news_after(here, 0)
    assert [each.operation.id for each in news.operations] == [visit.id]
    assert news.visits == []


def test_that_the_register_voided_a_visit_is_told(desks: list[NeighbourStore]) -> None:
    here, there = desks
    visit = here.hand_out(CARD, POOL)
    meet(here, there)
    place = here.news.last()

    here.fixture.receive(as_in_feed(visit, VisitState.VOIDED, desk_id=UUID(int=101)))

    assert [each.id for each in news_after(here, place).visits] == [visit.id]


def test_a_visit_that_the_other_desk_knew_of_is_not_told_again(desks: list[NeighbourStore]) -> None:
    here, there = desks
    here.hand_out(CARD, POOL)
    meet(here, there)
    later = there.hand_out(CARD, POOL)
    place = here.news.last()

    meet(here, there)

    sent = news_after(here, place)
    assert [*sent.operations, *sent.briefs] == [NewsBrief(id=later.id)]


def test_what_a_desk_recorded_itself_is_told_before_much_that_others_did(
    desks: list[NeighbourStore],
) -> None:
    here, there = desks
    others = [there.hand_out(CARD, POOL) for _ in range(5)]
    meet(here, there)
    own = here.hand_out(CARD, POOL)

    page, reached = here.news.read(0, 2)

    assert [each.id for each in page.operations] == [own.id]
    assert {each.id for each in page.briefs} < {each.id for each in others}
    assert own.id in {each.id for each in news_after(here, reached).operations}


def test_a_page_that_is_full_tells_of_nothing_before_its_turn(
    desks: list[NeighbourStore],
) -> None:
    here, _ = desks
    own = [here.hand_out(CARD, POOL) for _ in range(4)]

    page, _ = here.news.read(0, 1)

    assert [each.id for each in page.operations] == [own[0].id]


def test_what_is_known_here_weighs_nothing_however_often_it_is_told(
    desks: list[NeighbourStore],
) -> None:
    here, there = desks
    there.hand_out(CARD, POOL)
    news = news_after(there, 0)

    assert here.news.merge(news).weight == 1
    assert here.news.merge(news).weight == 0


def test_a_long_entry_weighs_as_much_as_several(desks: list[NeighbourStore]) -> None:
    here, there = desks
    there.hand_out(CARD, POOL)
    news = news_after(there, 0)
    long = [replace(each, detail="x" * LONGEST_DETAIL) for each in news.operations]

    assert here.news.merge(replace(news, operations=long)).weight > 5


def test_an_operation_that_stands_twice_on_a_page_is_taken_in_once(
    desks: list[NeighbourStore],
) -> None:
    here, there = desks
    visit = there.hand_out(CARD, POOL)
    news = news_after(there, 0)

    merged = here.news.merge(replace(news, operations=[*news.operations, *news.operations]))

    assert merged.new == 1
    assert [each.id for each in news_after(here, 0).briefs] == [visit.id]


def test_what_another_desk_recorded_is_lacking_until_it_is_known(
    desks: list[NeighbourStore],
) -> None:
    here, there = desks
    own, theirs = here.hand_out(CARD, POOL), there.hand_out(CARD, POOL)
    here.receive(there)
    (brief,) = news_after(here, 0).briefs

    assert brief.id == theirs.id
    assert there.news.lacking([brief]) == []
    unknown = NewsBrief(id=own.id)
    assert there.news.lacking([brief, unknown]) == [unknown]


def test_what_another_desk_recorded_is_sent_in_whole_to_who_asks(
    desks: list[NeighbourStore],
) -> None:
    here, there = desks
    own, theirs = here.hand_out(CARD, POOL), there.hand_out(CARD, POOL)
    here.receive(there)

    (sent,) = here.news.whole([own.id, theirs.id])

    assert (sent.operation, sent.desk_name) == (theirs, there.name)


def test_a_desks_own_news_is_not_behind_all_that_another_desk_tells(
    desks: list[NeighbourStore],
) -> None:
    here, there = desks
    for _ in range(3):
        there.hand_out(CARD, POOL)
    meet(here, there)

    visit = here.hand_out(CARD, POOL)

    first, reached = here.news.read(0, 2)
    assert [each.id for each in first.operations] == [visit.id]
    assert visit.id in [each.id for each in here.news.read(reached, 2)[0].operations]


def test_a_page_holds_no_more_operations_than_its_reader_takes(
    desks: list[NeighbourStore],
) -> None:
    here, _ = desks
    visits = [here.hand_out(CARD, POOL) for _ in range(5)]

    page, reached = here.news.read(0, 2)

    assert [each.id for each in page.operations] == [visit.id for visit in visits[:2]]
    assert reached == 2


def test_what_this_desk_recorded_is_sent_in_whole_once_it_was_told(
    desks: list[NeighbourStore],
) -> None:
    here, _ = desks
    own = here.hand_out(CARD, POOL)
    news_after(here, 0)

    (sent,) = here.news.whole([own.id])

    assert (sent.operation, sent.desk_name) == (own, here.name)


def test_what_became_of_a_visit_is_told_in_brief_to_who_has_the_visit(
    desks: list[NeighbourStore],
) -> None:
    here, there = desks
    visit = here.hand_out(CARD, POOL)
    meet(here, there)
    place = here.news.last()

    here.fixture.accept(visit.id)

    accepted = NewsBrief(id=visit.id, state=OperationState.ACCEPTED)
    news = news_after(here, place)
    assert ([*news.operations], [*news.briefs]) == ([], [accepted])
    (whole,) = news_after(here, 0).operations
    assert (whole.operation, whole.state) == (visit, OperationState.ACCEPTED)


def test_what_became_of_a_visit_is_taken_in_without_the_visit(desks: list[NeighbourStore]) -> None:
    here, there = desks
    visit = here.hand_out(CARD, POOL)
    meet(here, there)
    accepted = NewsBrief(id=visit.id, state=OperationState.ACCEPTED)

    assert there.news.lacking([accepted]) == []
    there.news.merge(News(cursor="", briefs=[accepted]))

    (known,) = there.news.whole([visit.id])
    assert known.state is OperationState.ACCEPTED


def test_a_refusal_is_taken_in_with_the_registers_words_alone(desks: list[NeighbourStore]) -> None:
    here, there = desks
    visit = here.hand_out(CARD, POOL)
    meet(here, there)
    place = here.news.last()
    rejected = NewsBrief(id=visit.id, state=OperationState.REJECTED)

    there.news.merge(News(cursor="", briefs=[rejected]))
    assert there.news.lacking([rejected]) == [rejected]
    here.fixture.refuse(visit.id)
    news = news_after(here, place)
    assert [each.code for each in news.operations] == ["card_unknown"]
    there.news.merge(news)

    (known,) = there.news.whole([visit.id])
    assert (known.state, known.code) == (OperationState.REJECTED, "card_unknown")
    assert there.news.lacking([rejected]) == []


def test_that_a_visit_was_withdrawn_is_believed_of_the_desk_that_recorded_it_alone(
    desks: list[NeighbourStore],
) -> None:
    here, there = desks
    visit = here.hand_out(CARD, POOL)
    meet(here, there)
    withdrawn = News(cursor="", briefs=[NewsBrief(id=visit.id, state=OperationState.WITHDRAWN)])

    here.news.merge(withdrawn)

    (own,) = here.news.whole([visit.id])
    assert own.state is OperationState.PENDING
