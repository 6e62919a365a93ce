"""Card numbers go when the policy's days are over, and what is counted stays."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from time import monotonic, sleep
from uuid import UUID, uuid4

import pytest
from sqlalchemy import insert, select

from sync.protocol import Outcome
from sync.rules.bounds import DAYS_BACK
from sync.rules.offers import LimitPeriod
from sync.rules.visits import Visit, VisitState
from sync.server.batches import read_batch
from sync.server.keeping import forget_old_numbers, kept_short
from sync.server.store import audit, operations, retention, tables
from tests.helpers.samples import MOMENT, VENUE, a_void
from tests.sync.server.houses import TODAY, House, a_course, with_limit

KEPT = 30


def numbers(house: House) -> list[str]:
    """What stands in the place of card numbers, as the database has it."""
    with house.authority.database.reading() as connection:
        return list(connection.scalars(select(tables.visits.c.card_number)))


def test_a_number_is_kept_for_the_policys_days_and_then_goes_for_good(house: House) -> None:
    house.send(house.visit(day=TODAY))
    house.pass_days(KEPT)
    assert forget_old_numbers(house.authority) == 0
    house.pass_days(1)
    assert forget_old_numbers(house.authority) == 1
    assert numbers(house) == [""]
    [seen] = house.desk.activity(None).visits
    assert (seen.card_number, seen.tickets.holder, seen.offer_id) == (None, 1, house.offer.id)
    assert [visit.card_number for visit in house.authority.visits()] == [None]


def test_a_limit_still_counts_a_visit_whose_number_is_gone(house: House) -> None:
    offer = house.with_offer(with_limit(1, LimitPeriod.CALENDAR_YEAR))
    house.send(house.visit(offer, day=TODAY - timedelta(days=60)))
    forget_old_numbers(house.authority)
    [mark] = numbers(house)
    assert mark.startswith("~")
    assert house.card.number not in mark
    assert house.desk.activity(None).visits[0].card_number is None
    assert house.send(house.visit(offer)) == ["rejected limit_reached"]


def test_the_limit_of_all_courses_still_counts_too(house: House) -> None:
    first, second = house.with_offer(a_course(1)), house.with_offer(a_course(1))
    house.send(house.visit(first, day=TODAY - timedelta(days=60)))
    forget_old_numbers(house.authority)
    assert house.send(house.visit(second)) == ["rejected limit_reached"]


def test_a_mark_goes_when_no_limit_can_count_by_it_any_more(house: House) -> None:
    offer = house.with_offer(with_limit(1, LimitPeriod.DAYS, days=90))
    house.send(house.visit(offer))
    house.pass_days(KEPT + 1)
    forget_old_numbers(house.authority)
    assert numbers(house)[0].startswith("~")
    house.pass_days(DAYS_BACK + 90)
    forget_old_numbers(house.authority)
    assert numbers(house) == [""]


@pytest.mark.parametrize("limited", [True, False])
def test_the_same_visit_again_is_a_duplicate_also_without_its_number(
    house: House, *, limited: bool
) -> None:
    offer = house.with_offer(with_limit(1, LimitPeriod.OFFER)) if limited else house.offer
    visit = house.visit(offer, day=TODAY - timedelta(days=60))
    house.send(visit)
    forget_old_numbers(house.authority)
    assert house.send(visit) == ["duplicate"]
    assert house.send(replace(visit, operator="XY")) == ["rejected id_conflict"]


def test_another_number_under_the_same_id_is_a_conflict_while_a_mark_knows(house: House) -> None:
    offer = house.with_offer(with_limit(1, LimitPeriod.OFFER))
    visit = house.visit(offer, day=TODAY - timedelta(days=60))
    house.send(visit)
    forget_old_numbers(house.authority)
    assert house.send(replace(visit, card_number="ZZ99999")) == ["rejected id_conflict"]


def test_a_visit_whose_number_is_gone_can_be_taken_back(house: House) -> None:
    offer = house.with_offer(with_limit(1, LimitPeriod.CALENDAR_YEAR))
    visit = house.visit(offer, day=TODAY - timedelta(days=60))
    house.send(visit)
    forget_old_numbers(house.authority)
    assert house.send(a_void(visit.id)) == ["accepted"]
    assert house.send(house.visit(offer)) == ["accepted"]


def test_a_voided_visit_leaves_no_mark(house: House) -> None:
    offer = house.with_offer(with_limit(1, LimitPeriod.OFFER))
    visit = house.visit(offer, day=TODAY - timedelta(days=60))
    house.send(visit, a_void(visit.id))
    forget_old_numbers(house.authority)
    assert numbers(house) == [""]


def put(house: House, *visits: Visit) -> None:
    """Have visits in the database, without the wait for each to be judged."""
    desk_id = house.desk.me().desk_id
    rows = [
        {
            **operations.columns_of(visit),
            "venue_id": VENUE.id,
            "desk_id": desk_id,
            "received_at": house.now,
            "state": VisitState.ACCEPTED,
            "position": place,
        }
        for place, visit in enumerate(visits, start=1)
    ]
    with house.authority.database.writing() as connection:
        connection.execute(insert(tables.visits), rows)


def test_many_visits_are_forgotten_some_at_a_time(house: House) -> None:
    many = retention.AT_ONCE + 30
    put(house, *(house.visit(day=TODAY - timedelta(days=60)) for _ in range(many)))
    assert forget_old_numbers(house.authority) == many
    assert set(numbers(house)) == {""}


def test_no_forgotten_number_stands_in_a_file_of_the_database(tmp_path: Path) -> None:
    house = House(f"sqlite:///{tmp_path / 'register.db'}")
    secret = "ZZ98765"
    put(house, replace(house.visit(day=TODAY - timedelta(days=60)), card_number=secret))
    forget_old_numbers(house.authority)
    house.authority.close()
    assert secret.encode() not in b"".join(path.read_bytes() for path in tmp_path.iterdir())


def audited(house: House) -> list[str | None]:
    with house.authority.database.reading() as connection:
        return list(connection.scalars(select(tables.audit.c.document)))


def test_what_was_refused_is_forgotten_with_its_number(house: House) -> None:
    house.send(replace(house.visit(), card_number="NOBODY1"))
    assert "NOBODY1" in str(audited(house))
    house.pass_days(KEPT - 1)
    forget_old_numbers(house.authority)
    assert "NOBODY1" in str(audited(house))
    house.pass_days(1)
    forget_old_numbers(house.authority)
    assert audited(house) == [None]
    assert house.audit()[-1][1:] == ("rejected", "card_unknown")


def test_what_is_kept_of_a_refusal_is_bounded_however_long_it_was(house: House) -> None:
    element = f'{{"id":"{uuid4()}","kind":"visit","{"x" * 20_000}":1}}'
    house.desk.submit(read_batch(f'{{"operations":[{element}]}}'.encode()))
    assert [len(document or "") for document in audited(house)] == [audit.LONGEST_DOCUMENT]


def refused(desk_id: UUID, document: str, count: int = 1) -> list[dict[str, object]]:
    told = {"operation_id": uuid4(), "outcome": Outcome.REJECTED, "document": document}
    return [{"at": MOMENT, "desk_id": desk_id, **told}] * count


def test_one_desks_refusals_are_bounded_and_push_out_nobody_elses(house: House) -> None:
    mine, other = uuid4(), uuid4()
    with house.authority.database.writing() as connection:
        audit.add(connection, other, refused(other, "NOBODY1"))
        audit.add(connection, mine, refused(mine, "first"))
        audit.add(connection, mine, refused(mine, "later", audit.MOST_ROWS - 1))
    assert len(audited(house)) == audit.MOST_ROWS + 1
    with house.authority.database.writing() as connection:
        audit.add(connection, mine, refused(mine, "last"))
    kept = audited(house)
    assert len(kept) == audit.MOST_ROWS + 1
    assert ("NOBODY1" in kept, "first" in kept, kept[-1]) == (True, False, "last")


def test_a_running_register_forgets_by_itself(house: House) -> None:
    house.send(house.visit(day=TODAY - timedelta(days=60)))
    until = monotonic() + 10
    with kept_short(house.authority, every=0.01):
        while numbers(house) != [""] and monotonic() < until:
            sleep(0.01)
    assert numbers(house) == [""]
