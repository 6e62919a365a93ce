"""Card numbers go when the policy's days are over, and what is counted stays."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from time import monotonic, sleep
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Connection, event, insert, select

from sync.messages import Outcome
from sync.rules.bounds import DAYS_BACK
from sync.rules.card_numbers import LONGEST
from sync.rules.offers import LimitPeriod, Offer
from sync.rules.visits import Visit, VisitState
from sync.server.keys.derived import PSEUDONYM_PREFIX, Pseudonyms
from sync.server.services.batches import Batch
from sync.server.services.retention import (
    AT_ONCE,
    forget_old_numbers,
    retention_running,
)
from sync.server.store import audit, operations, tables
from tests.helpers.samples import MOMENT, VENUE, a_void
from tests.sync.server.register_fixture import TODAY, RegisterFixture, a_course, with_limit

KEPT = 30


def numbers(fixture: RegisterFixture) -> list[str]:
    """What stands in the place of card numbers, as the database has it."""
    with fixture.central.database.reading() as connection:
        return list(connection.scalars(select(tables.visits.c.card_number)))


def forgotten_visit(fixture: RegisterFixture, offer: Offer) -> Visit:
    """A visit of long ago, whose number the register has let go of."""
    visit = fixture.visit(offer, day=TODAY - timedelta(days=60))
    fixture.send(visit)
    forget_old_numbers(fixture.central)
    return visit


def test_a_number_is_kept_for_the_policys_days_and_then_goes_for_good(
    fixture: RegisterFixture,
) -> None:
    fixture.send(fixture.visit(day=TODAY))
    fixture.pass_days(KEPT)
    assert forget_old_numbers(fixture.central) == 0
    fixture.pass_days(1)
    assert forget_old_numbers(fixture.central) == 1
    assert numbers(fixture) == [""]
    [seen] = fixture.desk.activity(None).visits
    assert (seen.card_number, seen.tickets.holder, seen.offer_id) == (None, 1, fixture.offer.id)
    assert [visit.card_number for visit in fixture.central.visits()] == [None]


def test_a_limit_still_counts_a_visit_whose_number_is_gone(fixture: RegisterFixture) -> None:
    offer = fixture.with_offer(with_limit(1, LimitPeriod.CALENDAR_YEAR))
    forgotten_visit(fixture, offer)
    [mark] = numbers(fixture)
    assert mark.startswith("~")
    assert fixture.card.number not in mark
    assert fixture.desk.activity(None).visits[0].card_number is None
    assert fixture.send(fixture.visit(offer)) == ["rejected limit_reached"]


def test_the_limit_of_all_courses_still_counts_too(fixture: RegisterFixture) -> None:
    first, second = fixture.with_offer(a_course(1)), fixture.with_offer(a_course(1))
    fixture.send(fixture.visit(first, day=TODAY - timedelta(days=60)))
    forget_old_numbers(fixture.central)
    assert fixture.send(fixture.visit(second)) == ["rejected limit_reached"]


def test_a_mark_goes_when_no_limit_can_count_by_it_any_more(fixture: RegisterFixture) -> None:
    offer = fixture.with_offer(with_limit(1, LimitPeriod.DAYS, days=90))
    fixture.send(fixture.visit(offer))
    fixture.pass_days(KEPT + 1)
    forget_old_numbers(fixture.central)
    assert numbers(fixture)[0].startswith("~")
    fixture.pass_days(DAYS_BACK + 90)
    forget_old_numbers(fixture.central)
    assert numbers(fixture) == [""]


@pytest.mark.parametrize("limited", [True, False])
def test_the_same_visit_again_is_a_duplicate_also_without_its_number(
    fixture: RegisterFixture, *, limited: bool
) -> None:
    offer = fixture.with_offer(with_limit(1, LimitPeriod.OFFER)) if limited else fixture.offer
    visit = forgotten_visit(fixture, offer)
    assert fixture.send(visit) == ["duplicate"]
    assert fixture.send(replace(visit, operator="XY")) == ["rejected id_conflict"]


def test_another_number_under_the_same_id_is_a_conflict_while_a_mark_knows(
    fixture: RegisterFixture,
) -> None:
    offer = fixture.with_offer(with_limit(1, LimitPeriod.OFFER))
    visit = forgotten_visit(fixture, offer)
    assert fixture.send(replace(visit, card_number="ZZ99999")) == ["rejected id_conflict"]


def test_a_visit_whose_number_is_gone_can_be_taken_back(fixture: RegisterFixture) -> None:
    offer = fixture.with_offer(with_limit(1, LimitPeriod.CALENDAR_YEAR))
    visit = forgotten_visit(fixture, offer)
    assert fixture.send(a_void(visit.id)) == ["accepted"]
    assert fixture.send(fixture.visit(offer)) == ["accepted"]


def test_a_batch_may_give_again_what_it_takes_back_though_the_number_is_gone(
    fixture: RegisterFixture,
) -> None:
    offer = fixture.with_offer(with_limit(1, LimitPeriod.CALENDAR_YEAR))
    visit = forgotten_visit(fixture, offer)
    assert fixture.send(a_void(visit.id), fixture.visit(offer)) == ["accepted", "accepted"]


def test_a_voided_visit_leaves_no_mark(fixture: RegisterFixture) -> None:
    offer = fixture.with_offer(with_limit(1, LimitPeriod.OFFER))
    visit = fixture.visit(offer, day=TODAY - timedelta(days=60))
    fixture.send(visit, a_void(visit.id))
    forget_old_numbers(fixture.central)
    assert numbers(fixture) == [""]


def put(fixture: RegisterFixture, *visits: Visit) -> None:
    """Have visits in the database, without the wait for each to be judged."""
    desk_id = fixture.desk.me().desk_id
    rows = [
        {
            **operations.columns_of(visit),
            "venue_id": VENUE.id,
            "desk_id": desk_id,
            "received_at": fixture.now,
            "state": VisitState.ACCEPTED,
            "position": place,
        }
        for place, visit in enumerate(visits, start=1)
    ]
    with fixture.central.database.writing() as connection:
        connection.execute(insert(tables.visits), rows)


def test_many_visits_are_forgotten_some_at_a_time(fixture: RegisterFixture) -> None:
    many = AT_ONCE + 30
    put(fixture, *(fixture.visit(day=TODAY - timedelta(days=60)) for _ in range(many)))
    assert forget_old_numbers(fixture.central) == many
    assert set(numbers(fixture)) == {""}


def test_no_forgotten_number_stands_in_a_file_of_the_database(tmp_path: Path) -> None:
    fixture = RegisterFixture(f"sqlite:///{tmp_path / 'register.db'}")
    secret = "ZZ98765"
    put(fixture, replace(fixture.visit(day=TODAY - timedelta(days=60)), card_number=secret))
    forget_old_numbers(fixture.central)
    fixture.central.close()
    assert secret.encode() not in b"".join(path.read_bytes() for path in tmp_path.iterdir())


def audited(fixture: RegisterFixture) -> list[str | None]:
    with fixture.central.database.reading() as connection:
        return list(connection.scalars(select(tables.audit.c.document)))


def test_what_was_refused_is_forgotten_with_its_number(fixture: RegisterFixture) -> None:
    fixture.send(replace(fixture.visit(), card_number="NOBODY1"))
    assert "NOBODY1" in str(audited(fixture))
    fixture.pass_days(KEPT - 1)
    forget_old_numbers(fixture.central)
    assert "NOBODY1" in str(audited(fixture))
    fixture.pass_days(1)
    forget_old_numbers(fixture.central)
    assert audited(fixture) == [None]
    assert fixture.audit()[-1][1:] == ("rejected", "card_unknown")


def test_what_is_kept_of_a_refusal_is_bounded_however_long_it_was(fixture: RegisterFixture) -> None:
    element = {"id": str(uuid4()), "kind": "visit", "x" * 20_000: 1}
    fixture.desk.submit(Batch.model_validate({"operations": [element]}).operations)
    assert [len(document or "") for document in audited(fixture)] == [audit.LONGEST_DOCUMENT]


def refused(desk_id: UUID, document: str, count: int = 1) -> list[dict[str, object]]:
    fields = {"operation_id": uuid4(), "outcome": Outcome.REJECTED, "document": document}
    return [{"at": MOMENT, "desk_id": desk_id, **fields}] * count


def test_one_desks_refusals_are_bounded_and_push_out_nobody_elses(fixture: RegisterFixture) -> None:
    mine, other = uuid4(), uuid4()
    with fixture.central.database.writing() as connection:
        audit.add(connection, other, refused(other, "NOBODY1"))
        audit.add(connection, mine, refused(mine, "first"))
        audit.add(connection, mine, refused(mine, "later", audit.MOST_ROWS - 1))
    assert len(audited(fixture)) == audit.MOST_ROWS + 1
    with fixture.central.database.writing() as connection:
        audit.add(connection, mine, refused(mine, "last"))
    kept = audited(fixture)
    assert len(kept) == audit.MOST_ROWS + 1
    assert ("NOBODY1" in kept, "first" in kept, kept[-1]) == (True, False, "last")


def test_a_running_register_forgets_by_itself(fixture: RegisterFixture) -> None:
    fixture.send(fixture.visit(day=TODAY - timedelta(days=60)))
    until = monotonic() + 60
    with retention_running(fixture.central, every=0.01):
        while numbers(fixture) != [""] and monotonic() < until:
            sleep(0.01)
    assert numbers(fixture) == [""]


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_numbers_to_forget_are_found_without_reading_all_visits(fixture: RegisterFixture) -> None:
    """Or every desk would wait meanwhile, once an hour."""
    plans: list[str] = []

    def listen(
        connection: Connection, _c: object, statement: str, given: tuple[Any, ...], *_more: object
    ) -> None:
        if statement.startswith("SELECT visits"):
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", given)
            plans.append(" ".join(row[-1] for row in plan))

    event.listen(fixture.central.database._reader, "before_cursor_execute", listen)
    forget_old_numbers(fixture.central)
    assert len(plans) > 1
    assert all("SEARCH visits USING INDEX visits_by_card" in plan for plan in plans)


def test_pseudonyms_are_found_behind_all_numbers() -> None:
    pseudonym = Pseudonyms(b"x" * 32).of(VENUE.id, "A")
    assert pseudonym > PSEUDONYM_PREFIX > "Z" * LONGEST
