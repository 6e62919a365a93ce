"""What neighbours send costs by the page, not by the entry, and no more the more is known."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Connection, event

from desk_app.store.connection.database import Database
from desk_app.store.connection.statements import driver
from sync.lan.news import News, NewsBrief, NewsOperation
from sync.ports import OperationState
from tests.helpers.desk_fixture import FAMILY, POOL
from tests.helpers.neighbour_desks import NeighbourStore, meet
from tests.helpers.samples import a_visit

_GROW = {"operations", "visits", "voids", "notes", "activity", "news", "unaware_visits"}


@contextmanager
def watched_plans(database: Database) -> Iterator[list[list[str]]]:
    """The plan of each statement."""
    plans: list[list[str]] = []

    def listen(
        connection: Connection,
        _cursor: object,
        statement: str,
        given: Sequence[Any],
        _context: object,
        many: bool,  # noqa: FBT001 - likewise
    ) -> None:
        one = given[0] if many else given
        plan = driver(connection).execute(f"EXPLAIN QUERY PLAN {statement}", one)
        plans.append([row[-1] for row in plan])

    event.listen(database._engine, "before_cursor_execute", listen)
    try:
        yield plans
    finally:
        event.remove(database._engine, "before_cursor_execute", listen)


def visits_sent(count: int) -> list[NewsOperation]:
    return [
        NewsOperation(
            desk_name="Luukku 9",
            operation=a_visit(POOL.id, number=f"HOUSE{number:04}"),
            unaware=[uuid4()],
        )
        for number in range(count)
    ]


def statements_of(desk: NeighbourStore, news: News) -> int:
    with watched_plans(desk.fixture.database) as plans:
        desk.news.merge(news)
    return len(plans)


def test_many_entries_take_as_many_statements_as_few(desks: list[NeighbourStore]) -> None:
    here, _ = desks

    few = statements_of(here, News(cursor="a.1", operations=visits_sent(2)))
    many = statements_of(here, News(cursor="a.2", operations=visits_sent(40)))

    assert few == many


def test_many_briefs_take_as_many_statements_as_few(desks: list[NeighbourStore]) -> None:
    here, _ = desks
    sent = visits_sent(42)
    here.news.merge(News(cursor="a.1", operations=sent))
    briefs = [
        NewsBrief(id=each.id, state=OperationState.ACCEPTED, unaware=[uuid4()]) for each in sent
    ]

    few = statements_of(here, News(cursor="a.2", briefs=briefs[:2]))
    many = statements_of(here, News(cursor="a.3", briefs=briefs[2:]))

    assert few == many


def test_a_cards_own_visits_are_found_in_the_index_alone(desks: list[NeighbourStore]) -> None:
    here, _ = desks
    with watched_plans(here.fixture.database) as plans:
        here.news.merge(News(cursor="a.1", operations=visits_sent(2)))

    steps = [
        step for plan in plans for step in plan if "visits" in step and "card_number=?" in step
    ]
    assert steps
    assert all("USING COVERING INDEX ix_visits_card_number" in step for step in steps)


def test_a_page_without_anything_for_this_desk_takes_no_statement(
    desks: list[NeighbourStore],
) -> None:
    here, _ = desks
    assert statements_of(here, News(cursor="a.1")) == 0


def test_no_exchange_reads_all_that_is_known(desks: list[NeighbourStore]) -> None:
    here, there = desks
    with (
        watched_plans(here.fixture.database) as of_here,
        watched_plans(there.fixture.database) as of_there,
    ):
        visits = [desk.hand_out(FAMILY.number, POOL) for desk in desks]
        meet(here, there)
        for number, visit in enumerate(visits):
            accepted = NewsBrief(id=visit.id, state=OperationState.ACCEPTED)
            there.news.merge(News(cursor=f"b.{number}", briefs=[accepted]))
        meet(here, there)
        here.news.whole([UUID(int=1), *(visit.id for visit in visits)])

    steps = [step for plan in [*of_here, *of_there] for step in plan]
    assert [step for step in steps if step.startswith("SCAN") and step.split()[1] in _GROW] == []
