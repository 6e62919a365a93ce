from datetime import date, timedelta
from uuid import uuid4

import pytest

from desk_app.services.errors import AlreadyVoidedError, VisitNotFoundError
from desk_app.services.ports import JournalEntry, QueueCount
from desk_app.store.connection.database import Database
from desk_app.store.register.offers import StoredOffers
from desk_app.store.visits.journal import StoredJournal
from sync.ports import OperationState
from sync.rules.visits import Visit
from tests.helpers.samples import MOMENT, a_visit, a_void, an_own_offer


def recorded(journal: StoredJournal, count: int) -> list[Visit]:
    visits = [a_visit(at=MOMENT + timedelta(days=day)) for day in range(count)]
    for visit in visits:
        journal.record(visit)
    return visits


def test_a_recorded_visit_is_there_and_waits(journal: StoredJournal) -> None:
    journal.record(visit := a_visit())
    assert journal.entry(visit.id) == JournalEntry(visit, OperationState.PENDING, voided=False)
    assert journal.count() == QueueCount(pending=1, attention=0, sent=0)


def test_a_visit_without_its_operation_is_not_recorded(
    database: Database, journal: StoredJournal
) -> None:
    with database.write() as connection:
        connection.exec_driver_sql(
            "CREATE TRIGGER refuse BEFORE INSERT ON operations BEGIN"
            " SELECT RAISE(ABORT, 'no operation'); END"
        )
    visit = a_visit()
    with pytest.raises(Exception, match="no operation"):
        journal.record(visit)
    assert journal.entry(visit.id) is None


def test_an_unknown_visit_has_no_entry(journal: StoredJournal) -> None:
    assert journal.entry(uuid4()) is None


def test_a_voided_visit_stays_on_record(journal: StoredJournal) -> None:
    journal.record(visit := a_visit())
    journal.void(a_void(visit.id))
    assert journal.entry(visit.id) == JournalEntry(visit, OperationState.PENDING, voided=True)
    assert journal.count().pending == 2


def test_a_visit_is_voided_once(journal: StoredJournal) -> None:
    journal.record(visit := a_visit())
    journal.void(a_void(visit.id))
    with pytest.raises(AlreadyVoidedError):
        journal.void(a_void(visit.id))
    assert journal.count().pending == 2


def test_what_was_never_recorded_cannot_be_voided(journal: StoredJournal) -> None:
    with pytest.raises(VisitNotFoundError):
        journal.void(a_void(uuid4()))
    assert journal.count().pending == 0


def test_the_latest_come_newest_first(journal: StoredJournal) -> None:
    first, second, third = recorded(journal, 3)
    assert [entry.visit for entry in journal.latest(2)] == [third, second]
    assert [entry.visit for entry in journal.latest(9)] == [third, second, first]


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        (None, None, [0, 1, 2]),
        (date(2026, 11, 25), None, [1, 2]),
        (None, date(2026, 11, 25), [0, 1]),
        (date(2026, 11, 25), date(2026, 11, 25), [1]),
        (date(2026, 11, 27), None, []),
    ],
)
def test_between_two_days_both_are_included(
    journal: StoredJournal, first: date | None, last: date | None, days: list[int]
) -> None:
    visits = recorded(journal, 3)
    assert [entry.visit for entry in journal.between(first, last)] == [visits[day] for day in days]


def test_an_own_offer_is_there_at_once_and_waits(
    database: Database, journal: StoredJournal
) -> None:
    own = an_own_offer()
    journal.add_offer(own)
    assert StoredOffers(database).all() == [own.offer]
    assert journal.count().pending == 1
