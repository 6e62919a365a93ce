"""The sums of visits by month: they are those of the visits, whatever has happened to these."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import event, select

from sync.rules.visits import Void, VoidReason
from sync.server.console.store import visit_sums
from sync.server.store.console_tables import visit_sums as sums
from tests.helpers.samples import MOMENT
from tests.sync.server.register_fixture import ELSEWHERE, TODAY, RegisterFixture

pytestmark = pytest.mark.parametrize("database_kind", ["sqlite", "postgresql"])
Sums = dict[tuple[date, str], tuple[int, int, int]]


def summed(fixture: RegisterFixture) -> Sums:
    """Adults, minors and assistants by month and venue, as they are kept."""
    visit_sums.bring_up_to_date(fixture.central.database)
    found = Counter[tuple[date, str, int]]()
    with fixture.central.database.reading() as connection:
        for row in connection.execute(select(sums)):
            for place, count in enumerate((row.adults, row.minors, row.assistants)):
                found[row.month, row.venue_id, place] += count
    return by_group(found)


def counted(fixture: RegisterFixture) -> Sums:
    """The same, out of all visits."""
    found = Counter[tuple[date, str, int]]()
    for visit in fixture.central.visits():
        if visit.state == "accepted":
            some = visit.tickets
            for place, count in enumerate((some.adults, some.minors, some.assistants)):
                found[visit.local_date.replace(day=1), visit.venue_id, place] += count
    return by_group(found)


def by_group(found: Counter[tuple[date, str, int]]) -> Sums:
    keys = {(month, venue) for month, venue, _ in found}
    return {key: (found[*key, 0], found[*key, 1], found[*key, 2]) for key in keys}


def record(fixture: RegisterFixture, *days: date) -> None:
    """A visit of each day."""
    visits = [fixture.visit(day=day, holder=1, children=2, assistants=1) for day in days]
    sent = fixture.send(*(replace(visit, id=uuid4()) for visit in visits))
    assert set(sent) == {"accepted"}


def test_visits_of_all_venues_are_summed_by_month(fixture: RegisterFixture) -> None:
    record(fixture, TODAY, TODAY, TODAY - timedelta(days=40), date(2026, 2, 28), date(2026, 3, 1))
    there = fixture.with_offer(replace(fixture.offer, id=uuid4()), ELSEWHERE)
    fixture.send(fixture.visit(there), desk=fixture.new_desk(ELSEWHERE))
    assert len(counted(fixture)) == 5
    assert summed(fixture) == counted(fixture)


def test_a_visit_that_comes_late_and_one_that_is_withdrawn_change_their_months_sums(
    fixture: RegisterFixture,
) -> None:
    withdrawn = replace(fixture.visit(day=TODAY - timedelta(days=70)), id=uuid4())
    assert fixture.send(withdrawn) == ["accepted"]
    record(fixture, TODAY)
    before = summed(fixture)
    void = Void(id=uuid4(), recorded_at=MOMENT, visit_id=withdrawn.id, reason=VoidReason.MISTAKE)
    assert fixture.send(void) == ["accepted"]
    record(fixture, TODAY - timedelta(days=300))
    assert summed(fixture) == counted(fixture) != before


def test_a_register_that_is_put_back_has_the_sums_of_its_own_visits(
    fixture: RegisterFixture,
) -> None:
    record(fixture, TODAY)
    backup = fixture.backup()
    record(fixture, TODAY, TODAY - timedelta(days=40))
    assert summed(fixture) == counted(fixture)
    fixture.put_back(backup)
    record(fixture, TODAY - timedelta(days=80), TODAY - timedelta(days=80))
    assert summed(fixture) == counted(fixture)


def test_nothing_is_written_where_nothing_has_changed(fixture: RegisterFixture) -> None:
    record(fixture, TODAY)
    database = fixture.central.database
    visit_sums.bring_up_to_date(database)
    written: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if not statement.lstrip().startswith(("SELECT", "BEGIN")):
            written.append(statement)

    event.listen(database._writer, "before_cursor_execute", note)
    visit_sums.bring_up_to_date(database)
    assert written == []
