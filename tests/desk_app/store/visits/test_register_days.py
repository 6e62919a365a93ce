"""A visit that two desks sent, each with the day that it knew: the register's day counts."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from desk_app.store.connection.database import Database
from desk_app.store.visits.activity import StoredActivity
from desk_app.store.visits.journal import StoredJournal
from desk_app.store.visits.outbox import StoredOutbox
from sync.ports import OperationState, SendResult
from sync.rules.tickets import Tickets
from sync.rules.visits import Visit, VisitState
from tests.helpers.samples import a_visit, as_in_feed

DAY = timedelta(days=1)
Happens = Callable[[], None]


@pytest.fixture
def visit(journal: StoredJournal) -> Visit:
    journal.record(visit := a_visit())
    return visit


@pytest.fixture
def refused(outbox: StoredOutbox, visit: Visit) -> Happens:
    def happens() -> None:
        outbox.claim(1)
        outbox.record_results([SendResult(visit.id, OperationState.REJECTED, "id_conflict")])

    return happens


def receive(database: Database, visit: Visit, **fields: Any) -> None:  # noqa: ANN401 - its fields
    there = replace(as_in_feed(visit), local_date=visit.local_date - DAY)
    StoredActivity(database).apply([replace(there, **fields)], cursor="1")


def state(journal: StoredJournal, visit: Visit) -> tuple[OperationState, timedelta, bool]:
    entry = journal.entry(visit.id)
    assert entry is not None
    days_off = entry.visit.local_date - visit.local_date
    return entry.state, days_off, entry.visit.clock_trusted


@pytest.mark.parametrize("feed_first", [True, False])
@pytest.mark.parametrize("fields", [{}, {"card_number": None}, {"state": VisitState.VOIDED}])
def test_a_visit_that_the_register_has_with_another_day_has_arrived_with_that_one(
    database: Database,
    journal: StoredJournal,
    visit: Visit,
    refused: Happens,
    fields: dict[str, Any],
    feed_first: bool,  # noqa: FBT001 - drawn
) -> None:
    if feed_first:
        receive(database, visit, **fields)
        refused()
    else:
        refused()
        receive(database, visit, **fields)

    assert state(journal, visit) == (OperationState.ACCEPTED, -DAY, False)


@pytest.mark.parametrize(
    "fields",
    [
        {"offer_id": UUID(int=7)},
        {"tickets": Tickets(holder=1, children=1)},
        {"card_number": "OTHER1"},
    ],
)
def test_another_visit_under_the_same_id_stays_refused(
    database: Database,
    journal: StoredJournal,
    visit: Visit,
    refused: Happens,
    fields: dict[str, Any],
) -> None:
    refused()
    receive(database, visit, **fields)

    assert state(journal, visit) == (OperationState.REJECTED, timedelta(), True)


def test_a_visit_that_the_register_has_with_this_day_keeps_its_moment(
    database: Database, journal: StoredJournal, visit: Visit, refused: Happens
) -> None:
    refused()
    receive(database, visit, local_date=visit.local_date)

    entry = journal.entry(visit.id)
    assert entry is not None
    assert (entry.visit, entry.state) == (visit, OperationState.ACCEPTED)
