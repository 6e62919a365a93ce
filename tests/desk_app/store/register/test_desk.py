from dataclasses import replace
from datetime import timedelta

import pytest

from desk_app.store.connection.database import Database
from desk_app.store.register.desk import StoredDesk
from desk_app.store.register.offers import StoredOffers
from desk_app.store.register.register import StoredRegister
from desk_app.store.visits.activity import StoredActivity
from desk_app.store.visits.journal import StoredJournal
from sync.rules.policy import Policy
from sync.rules.register_keys import KeyChange
from sync.rules.register_sum import RegisterSum
from sync.rules.venues import Venue
from tests.helpers.desks import a_record
from tests.helpers.samples import MOMENT, a_card, a_visit, an_offer

ELSEWHERE = Venue("museo", "Taidemuseo", "Savonlinna")


@pytest.fixture
def desk(database: Database) -> StoredDesk:
    return StoredDesk(database)


def test_before_the_first_enrolment_there_is_no_record(desk: StoredDesk) -> None:
    assert desk.record() is None


def test_an_enrolment_is_kept_word_for_word(desk: StoredDesk) -> None:
    record = replace(
        a_record(),
        ca_file="/etc/ca.pem",
        register_key=bytes(range(32)),
        policy=Policy(child_age_limit=16, timezone="Europe/Stockholm"),
    )
    desk.enrol(record)
    assert desk.record() == record


def test_the_newest_enrolment_is_current(desk: StoredDesk) -> None:
    first = a_record()
    newest = replace(first, desk_name="Toinen", enrolled_at=first.enrolled_at - timedelta(days=9))
    desk.enrol(first)
    desk.enrol(newest)
    assert desk.record() == newest


def test_the_register_s_word_on_venue_and_policy_is_kept(desk: StoredDesk) -> None:
    desk.enrol(a_record())
    policy = Policy(provisional_allowed=False)
    desk.update(venue=ELSEWHERE, policy=policy)
    assert desk.record() == replace(a_record(), venue=ELSEWHERE, policy=policy)


def test_a_field_of_the_policy_that_was_not_read_keeps_its_value(desk: StoredDesk) -> None:
    desk.enrol(a_record())
    desk.update(venue=ELSEWHERE, policy=Policy(stale_after_hours=5))
    desk.update(
        venue=ELSEWHERE, policy=Policy(retention_days=7), unread_policy={"stale_after_hours"}
    )
    record = desk.record()
    assert record is not None
    assert record.policy == Policy(stale_after_hours=5, retention_days=7)


def test_a_refusal_is_remembered_until_a_new_enrolment(desk: StoredDesk) -> None:
    desk.enrol(a_record())
    desk.refused("desk_revoked")
    assert desk.record() == replace(a_record(), refused="desk_revoked")
    desk.enrol(a_record())
    assert desk.record() == a_record()


def filled(database: Database) -> None:
    card = a_card()
    register = StoredRegister(database)
    register.begin_load(1)
    register.add_page([card], after=None, last=True)
    register.adopt(revision=1, expected=RegisterSum().plus(card), verified_at=MOMENT)
    StoredOffers(database).apply([an_offer()], [], cursor="1", complete_at=MOMENT)
    StoredActivity(database).apply([], cursor="1")
    StoredJournal(database).record(a_visit())


def what_is_known(database: Database) -> dict[str, bool]:
    return {
        "cards": StoredRegister(database).status() is not None,
        "offers": bool(StoredOffers(database).all() and StoredOffers(database).cursor()),
        "activity": StoredActivity(database).cursor() is not None,
        "journal": StoredJournal(database).count().pending == 1,
    }


@pytest.mark.parametrize(
    ("change", "kept"),
    [
        ({}, {"cards", "offers", "activity", "journal"}),
        ({"venue": ELSEWHERE}, {"cards", "journal"}),
        ({"register_key": bytes([1] * 32)}, {"journal"}),
    ],
    ids=["the same again", "another venue", "another register"],
)
def test_an_enrolment_elsewhere_forgets_what_was_heard_and_never_the_journal(
    database: Database, desk: StoredDesk, change: dict[str, object], kept: set[str]
) -> None:
    desk.enrol(a_record())
    filled(database)
    desk.enrol(replace(a_record(), **change))  # type: ignore[arg-type]  # a record's own fields
    assert {name for name, known in what_is_known(database).items() if known} == kept


def test_the_registers_change_of_key_is_kept_beside_the_key_of_the_enrolment(
    desk: StoredDesk,
) -> None:
    record = a_record()
    desk.enrol(record)
    assert record.signed_by == record.register_key
    following, stranger = bytes([1]) * 32, bytes([2]) * 32
    changes = (KeyChange(record.register_key, following),)
    desk.keys(trusted=following, changes=changes)
    kept = desk.record()
    assert kept == replace(record, trusted_key=following, key_changes=changes)
    assert kept.signed_by == following
    assert kept.is_same_register(following)
    assert not kept.is_same_register(stranger)


def test_it_is_told_whether_a_ticket_agents_venues_changed(desk: StoredDesk) -> None:
    desk.enrol(a_record())
    venue, policy = a_record().venue, Policy()
    assert not desk.update(venue=venue, policy=policy)
    assert desk.update(venue=venue, policy=policy, venues=[venue, ELSEWHERE])
    assert not desk.update(venue=venue, policy=policy, venues=[venue, ELSEWHERE])
    assert desk.update(venue=venue, policy=policy)
