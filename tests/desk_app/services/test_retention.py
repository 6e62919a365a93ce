"""Keeping only what is needed, over a real store: what goes, what stays, and when."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from desk_app.services.inbox_items import Resolution, ResolutionRecord
from desk_app.services.ports import AnonymisedVisit, JournalEntry
from desk_app.services.retention import Retention
from desk_app.services.timekeeping import Timekeeping
from desk_app.store.connection.database import Database
from desk_app.store.register.clock import StoredClock
from desk_app.store.register.desk import StoredDesk
from desk_app.store.register.offers import StoredOffers
from desk_app.store.retention.anonymiser import AT_ONCE, StoredAnonymiser
from desk_app.store.visits.activity import StoredActivity
from desk_app.store.visits.journal import StoredJournal
from desk_app.store.visits.outbox import StoredOutbox
from desk_app.store.visits.rejections import StoredInbox
from sync.ports import OperationState, SendResult
from sync.rules.offers import CardLimit, LimitPeriod, Offer, OfferKind
from sync.rules.policy import Policy
from sync.rules.visits import Note, Tickets, Visit, VisitState
from tests.helpers.desk_fixture import HandClock
from tests.helpers.desks import a_record
from tests.helpers.samples import a_visit, a_void, an_offer, as_in_feed
from tests.helpers.store import KEY, plain_pages

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
CARD = "CANARY77"
LONG_AGO = NOW - timedelta(days=31)
"""The first day beyond the policy's thirty."""
POOL = an_offer()
YEARLY = replace(an_offer(), card_limit=CardLimit(2, LimitPeriod.CALENDAR_YEAR))
PLAIN_COURSE = replace(an_offer(), kind=OfferKind.COURSE)
COURSE = replace(
    an_offer(), kind=OfferKind.COURSE, card_limit=CardLimit(1, LimitPeriod.SCHOOL_YEAR)
)


class DatedDesk:
    """A desk of which a test says what was recorded when, and what day it is."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.database = Database.open(path, KEY)
        self.clock = HandClock(NOW)
        self.desk = StoredDesk(self.database)
        self.desk.enrol(a_record())
        self.offers = StoredOffers(self.database)
        self.journal = StoredJournal(self.database)
        self.outbox = StoredOutbox(self.database, self.clock)
        self.activity = StoredActivity(self.database)
        self.start()
        self.timekeeping.receive_time(NOW)
        self.offer(POOL, YEARLY, PLAIN_COURSE, COURSE)

    def start(self) -> None:
        """The program starts."""
        self.timekeeping = Timekeeping(self.clock, StoredClock(self.database), self.desk)
        self.keeping = Retention(
            self.desk, self.offers, StoredAnonymiser(self.database), self.timekeeping
        )

    def offer(self, *offers: Offer) -> None:
        self.offers.apply(offers, [], cursor="1", complete_at=NOW)

    def sent(self, offer: Offer = POOL, at: datetime = LONG_AGO, number: str = CARD) -> Visit:
        visit = replace(
            a_visit(offer.id, at=at, number=number),
            tickets=Tickets(holder=1, children=2),
            operator="Liisa",
        )
        self.journal.record(visit)
        self.settle(OperationState.ACCEPTED)
        return visit

    def settle(self, state: OperationState) -> None:
        self.outbox.record_results([SendResult(sent.id, state) for sent in self.outbox.claim(1000)])

    def receive(self, offer: Offer, state: VisitState = VisitState.ACCEPTED) -> None:
        visit = a_visit(offer.id, number=CARD, at=LONG_AGO)
        self.activity.apply([as_in_feed(visit, state)], cursor="1")

    def kept(self, visit: Visit) -> JournalEntry:
        entry = self.journal.entry(visit.id)
        assert entry is not None
        return entry

    def past(self, number: str = CARD) -> list[date]:
        return [past.local_date for past in self.journal.past_visits(number)]

    def plain(self) -> bytes:
        """All that the file shows to a reader with its key, after everything is written back."""
        self.database.close()
        assert not self.path.with_name("desk.db-wal").exists()
        return plain_pages(self.path)


@pytest.fixture
def desk(tmp_path: Path) -> DatedDesk:
    return DatedDesk(tmp_path / "desk.db")


def test_an_accepted_visit_loses_its_number_and_keeps_what_statistics_count(
    desk: DatedDesk,
) -> None:
    visit = desk.sent()

    assert desk.keeping.anonymise() == 1

    kept = desk.kept(visit).visit
    assert isinstance(kept, AnonymisedVisit)
    assert (kept.local_date, kept.offer_id) == (visit.local_date, visit.offer_id)
    assert (kept.tickets, desk.kept(visit).state) == (visit.tickets, OperationState.ACCEPTED)


def test_a_visit_is_left_whole_for_the_days_that_the_policy_names(desk: DatedDesk) -> None:
    visit = desk.sent(at=NOW - timedelta(days=30))

    assert desk.keeping.anonymise() == 0
    assert desk.kept(visit).visit == visit


def test_what_waits_to_be_sent_is_never_anonymised(desk: DatedDesk) -> None:
    desk.journal.record(waiting := a_visit(at=LONG_AGO))
    desk.keeping.anonymise()
    assert desk.kept(waiting).visit == waiting
    assert desk.outbox.claim(10) == [waiting]


def test_what_was_refused_is_never_anonymised_while_it_asks_for_a_person(desk: DatedDesk) -> None:
    desk.journal.record(refused := a_visit(at=LONG_AGO))
    desk.settle(OperationState.REJECTED)
    desk.keeping.anonymise()
    assert desk.kept(refused).visit == refused


def test_what_was_written_about_a_refusal_goes_with_the_number(desk: DatedDesk) -> None:
    desk.journal.record(refused := a_visit(at=LONG_AGO))
    desk.settle(OperationState.REJECTED)
    inbox = StoredInbox(desk.database)
    inbox.record_resolution(
        refused.id,
        ResolutionRecord(
            resolution=Resolution.NOTE, at=NOW, note="Kertoi olevansa Aino", operator="Liisa"
        ),
    )
    desk.journal.void(a_void(refused.id))
    desk.keeping.anonymise()
    plain = desk.plain()
    assert b"Aino" not in plain
    assert b"Liisa" not in plain


def test_a_note_for_kaikukeskus_goes_once_it_was_sent_and_its_days_are_over(
    desk: DatedDesk,
) -> None:
    visit = desk.sent()
    inbox = StoredInbox(desk.database)
    note = Note(
        id=uuid4(),
        recorded_at=LONG_AGO,
        about=visit.id,
        text="Kertoi olevansa Aino",
        operator="Eva",
    )
    inbox.enqueue_note(note)
    desk.keeping.anonymise()
    assert desk.outbox.claim(10) == [note]
    desk.outbox.record_results([SendResult(note.id, OperationState.ACCEPTED)])
    desk.keeping.anonymise()
    plain = desk.plain()
    assert b"Aino" not in plain
    assert b"Eva" not in plain


def test_a_visit_whose_void_still_waits_is_not_anonymised(desk: DatedDesk) -> None:
    visit = desk.sent()
    desk.journal.void(a_void(visit.id))
    assert desk.keeping.anonymise() == 0
    desk.settle(OperationState.ACCEPTED)
    assert desk.keeping.anonymise() == 1


def test_an_anonymised_visit_can_still_be_voided(desk: DatedDesk) -> None:
    visit = desk.sent()
    desk.keeping.anonymise()
    desk.journal.void(void := a_void(visit.id))
    assert desk.outbox.claim(10) == [void]


def test_a_limit_counts_a_card_s_visits_though_the_numbers_are_gone(desk: DatedDesk) -> None:
    desk.sent(YEARLY)
    desk.receive(YEARLY)
    assert desk.keeping.anonymise() == 2
    assert desk.past() == [LONG_AGO.date(), LONG_AGO.date()]
    assert desk.past("OTHER123") == []


def test_without_a_limit_nothing_tells_any_more_that_two_visits_were_of_one_card(
    desk: DatedDesk,
) -> None:
    desk.sent()
    desk.receive(POOL)
    desk.keeping.anonymise()
    assert desk.past() == []


def test_the_limit_of_one_course_counts_visits_to_another_that_has_none(desk: DatedDesk) -> None:
    desk.sent(PLAIN_COURSE)
    desk.keeping.anonymise()
    assert desk.past() == [LONG_AGO.date()]


def test_a_mark_goes_when_its_limit_s_period_is_over(desk: DatedDesk) -> None:
    desk.sent(YEARLY)
    desk.keeping.anonymise()
    desk.clock.at = datetime(2027, 1, 30, 12, tzinfo=UTC)  # 30 days back it is still 2026
    desk.keeping.anonymise()
    assert len(desk.past()) == 1
    desk.clock.at = datetime(2027, 1, 31, 12, tzinfo=UTC)
    assert desk.keeping.anonymise() == 1
    assert desk.past() == []


@pytest.mark.parametrize("gone", ["over", "removed"])
def test_a_mark_goes_with_its_offer(desk: DatedDesk, gone: str) -> None:
    desk.sent(YEARLY)
    desk.keeping.anonymise()
    if gone == "over":
        desk.offer(replace(YEARLY, starts_at=LONG_AGO))
    else:
        desk.offers.apply([], [YEARLY.id], cursor="2", complete_at=NOW)
    desk.keeping.anonymise()
    assert desk.past() == []


def test_a_voided_visit_leaves_no_mark(desk: DatedDesk) -> None:
    visit = desk.sent(YEARLY)
    desk.journal.void(a_void(visit.id))
    desk.settle(OperationState.ACCEPTED)
    desk.receive(YEARLY, VisitState.VOIDED)
    desk.keeping.anonymise()
    with desk.database.read() as connection:
        marked = "SELECT card_mark FROM visits UNION ALL SELECT card_mark FROM activity"
        assert list(connection.exec_driver_sql(marked)) == [(None,), (None,)]


def test_the_same_number_has_another_mark_at_another_desk(desk: DatedDesk, tmp_path: Path) -> None:
    marks: list[bytes] = []
    for each in (desk, DatedDesk(tmp_path / "other.db")):
        each.sent(YEARLY)
        each.keeping.anonymise()
        with each.database.read() as connection:
            found = connection.exec_driver_sql("SELECT card_mark FROM visits").scalars()
            marks += found
    assert len(set(marks)) == 2


def test_no_number_stands_in_a_freed_part_of_the_file(desk: DatedDesk) -> None:
    for _ in range(30):
        desk.sent(number=CARD)
    desk.receive(YEARLY)
    desk.keeping.anonymise()
    plain = desk.plain()
    assert b"typedvalid" in plain  # the rows are read as they ought to be
    assert CARD.encode() not in plain
    assert b"Liisa" not in plain


def test_many_visits_are_anonymised_some_at_a_time_to_the_last_one(desk: DatedDesk) -> None:
    for _ in range(AT_ONCE + 1):
        desk.journal.record(a_visit(at=LONG_AGO))
    desk.settle(OperationState.ACCEPTED)
    assert desk.keeping.anonymise() == AT_ONCE + 1


def test_nothing_goes_while_the_clock_is_in_doubt(desk: DatedDesk) -> None:
    visit = desk.sent()
    desk.timekeeping.moment(Policy())
    desk.clock.at = NOW - timedelta(days=1)
    assert desk.keeping.anonymise() == 0
    assert desk.kept(visit).visit == visit


def test_nothing_goes_in_a_cycle_in_which_the_time_jumped(
    desk: DatedDesk, expected_log: Callable[[str], None]
) -> None:
    expected_log(r"^desk_app\.services\.timekeeping: the register's time differs")
    visit = desk.sent(at=NOW - timedelta(days=1))
    for _ in range(2):
        desk.clock.at += timedelta(seconds=3)
        desk.timekeeping.receive_time(desk.clock.at + timedelta(days=365))
    assert desk.timekeeping.jumps > 0

    desk.keeping.anonymise_when_due()

    assert desk.kept(visit).visit == visit
    desk.keeping.anonymise_when_due()  # the next cycle, in which nobody contradicted
    assert desk.kept(visit).visit != visit


def test_nothing_goes_while_a_jump_waits_for_a_second_answer(desk: DatedDesk) -> None:
    visit = desk.sent()
    desk.timekeeping.receive_time(NOW + timedelta(days=365))
    desk.keeping.anonymise_when_due()
    assert desk.kept(visit).visit == visit


def test_nothing_goes_by_a_clock_years_ahead_that_nobody_contradicted(
    desk: DatedDesk, expected_log: Callable[[str], None]
) -> None:
    expected_log(r"^desk_app\.services\.timekeeping: the register's time differs")
    visit = desk.sent(at=NOW - timedelta(days=1))
    desk.clock.started, desk.clock.at = "another", NOW + timedelta(days=3 * 365)
    desk.start()
    assert desk.timekeeping.moment(Policy()).trusted  # so far it may have been switched off
    assert desk.keeping.anonymise() == 0
    desk.timekeeping.receive_time(NOW + timedelta(days=31))
    desk.clock.at += timedelta(seconds=3)
    desk.timekeeping.receive_time(NOW + timedelta(days=31, seconds=3))
    assert desk.keeping.anonymise() == 1
    assert desk.kept(visit).visit != visit


def test_a_desk_that_was_turned_away_thins_all_the_same(desk: DatedDesk) -> None:
    desk.sent()
    desk.desk.refused("desk_revoked")
    assert desk.keeping.anonymise() == 1


def test_a_policy_may_keep_for_longer_than_there_were_days(desk: DatedDesk) -> None:
    desk.sent()
    desk.desk.update(venue=a_record().venue, policy=Policy(retention_days=1_000_000))
    assert desk.keeping.anonymise() == 0


def test_the_look_at_what_may_go_is_taken_once_an_hour(desk: DatedDesk) -> None:
    desk.keeping.anonymise_when_due()
    visit = desk.sent()
    desk.keeping.anonymise_when_due()
    assert desk.kept(visit).visit == visit
    desk.clock.at += timedelta(hours=1)
    desk.keeping.anonymise_when_due()
    assert desk.kept(visit).visit != visit
