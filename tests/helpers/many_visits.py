"""A journal with thousands of visits, as after a season or more, written in one transaction."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

from desk_app.store.connection.database import Database
from desk_app.store.schema.tables import operations, visits
from desk_app.store.visits.records import visit_row
from sync.ports import OperationState
from sync.rules.visits import Visit
from tests.helpers.samples import MOMENT, a_visit

OFFERS = [UUID(int=number) for number in range(1, 41)]
_A_DAY = 40


def record_visits(database: Database, count: int, *, end: datetime = MOMENT) -> None:
    """So many visits, 40 a day, to 40 offers; the register has accepted them."""
    recorded = list(_visits(count, end))
    with database.write() as connection:
        connection.execute(visits.insert(), [visit_row(visit) for visit in recorded])
        connection.execute(operations.insert(), [_accepted(visit) for visit in recorded])


def _visits(count: int, end: datetime) -> Iterator[Visit]:
    for number in range(count):
        offer = OFFERS[number % len(OFFERS)]
        at = end - timedelta(days=number // _A_DAY, minutes=number % _A_DAY)
        yield a_visit(offer, number=f"K{number % 3_000:07}", at=at)


def _accepted(visit: Visit) -> dict[str, object]:
    return {
        "id": visit.id,
        "kind": visit.kind,
        "visit_id": visit.id,
        "state": OperationState.ACCEPTED,
        "taken": True,
    }
