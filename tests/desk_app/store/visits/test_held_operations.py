"""Operations that something hinders: they go behind the others, are shown, and are tried again."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from desk_app.services.inbox_items import Resolution, ResolutionRecord
from desk_app.services.ports import DeskRecord
from desk_app.store.connection.database import Database
from desk_app.store.register.desk import StoredDesk
from desk_app.store.register.offers import StoredOffers
from desk_app.store.visits.activity import StoredActivity
from desk_app.store.visits.journal import StoredJournal
from desk_app.store.visits.outbox import StoredOutbox
from desk_app.store.visits.rejections import StoredInbox
from desk_app.store.visits.transfers import StoredTransfers
from sync.ports import OperationState, SendResult
from sync.rules.policy import Policy
from sync.rules.tickets import Tickets
from sync.rules.venues import Venue
from sync.rules.visits import Note, VenueVisit, Visit, VisitState
from tests.helpers.samples import MOMENT, VENUE, a_visit, a_void, an_offer, an_own_offer
from tests.helpers.store import SteppingClock

S = OperationState
DESK = UUID(int=9)


def a_record(venue: Venue = VENUE, key: bytes = bytes(32)) -> DeskRecord:
    return DeskRecord(
        api_url="http://127.0.0.1:9",
        ca_file=None,
        desk_id=DESK,
        desk_name="Luukku 1",
        venue=venue,
        register_key=key,
        policy=Policy(),
        enrolled_at=MOMENT,
    )


@pytest.fixture
def inbox(database: Database) -> StoredInbox:
    return StoredInbox(database)


def test_what_failed_together_comes_behind_the_others_in_batches_of_half(
    journal: StoredJournal, outbox: StoredOutbox
) -> None:
    failed = [a_visit() for _ in range(4)]
    for visit in failed:
        journal.record(visit)
    outbox.claim(10)
    outbox.failed_together([visit.id for visit in failed])
    journal.record(fresh := a_visit())
    assert outbox.claim(10) == [fresh]
    assert outbox.claim(10) == failed[:2]
    outbox.failed_together([visit.id for visit in failed[:2]])
    assert outbox.claim(10) == failed[2:]
    assert outbox.claim(10) == failed[:1]


def test_what_failed_alone_waits_longer_each_time_and_is_shown_after_some(
    journal: StoredJournal, outbox: StoredOutbox, inbox: StoredInbox, clock: SteppingClock
) -> None:
    journal.record(visit := a_visit())
    waits = []
    for _ in range(4):
        assert outbox.claim(1, patient=False) == [visit]
        assert outbox.failed_alone(visit.id, "broken_answer", counts=True)
        since = clock.at
        while not outbox.claim(1):
            clock.at += timedelta(minutes=1)
        waits.append(clock.at - since)
        outbox.release()
    assert waits == sorted(waits)
    assert waits[-1] > 3 * waits[0]
    (item,) = inbox.items()
    assert (item.id, item.code, item.waits) == (visit.id, "unsendable", True)
    assert journal.count().attention == 1
    assert journal.count().pending == 1


def test_what_failed_while_the_clock_was_ahead_is_due_and_shown_in_time(
    journal: StoredJournal, outbox: StoredOutbox, clock: SteppingClock
) -> None:
    journal.record(visit := a_visit())
    clock.at += timedelta(days=400)
    outbox.claim(1)
    outbox.failed_alone(visit.id, "broken_answer", counts=True)
    clock.at -= timedelta(days=400)
    assert outbox.claim(1) == [visit]
    outbox.failed_alone(visit.id, "broken_answer", counts=True)
    clock.at += timedelta(days=1)
    outbox.claim(1)
    outbox.failed_alone(visit.id, "broken_answer", counts=False)
    assert journal.count().attention == 1


def test_a_fault_that_is_not_its_own_keeps_nothing_waiting(
    journal: StoredJournal, outbox: StoredOutbox, inbox: StoredInbox
) -> None:
    journal.record(visit := a_visit())
    for _ in range(5):
        assert outbox.claim(1) == [visit]
        assert not outbox.failed_alone(visit.id, "broken_answer", counts=False)
    assert inbox.items() == []


def test_what_fails_while_nothing_is_taken_has_its_turn_after_the_others(
    journal: StoredJournal, outbox: StoredOutbox, clock: SteppingClock
) -> None:
    failed = [a_visit() for _ in range(3)]
    turns = []
    for visit in failed:
        journal.record(visit)
        outbox.claim(1)
        outbox.failed_together([visit.id])
    for _ in range(4):
        (taken,) = outbox.claim(1)
        turns.append(taken)
        outbox.failed_alone(taken.id, "broken_answer", counts=False)
        clock.at += timedelta(seconds=1)
    assert turns == [*failed, failed[0]]


def test_an_offer_that_never_comes_is_shown_after_a_day(
    journal: StoredJournal, outbox: StoredOutbox, inbox: StoredInbox, clock: SteppingClock
) -> None:
    journal.record(visit := a_visit())
    outbox.claim(10)
    outbox.record_results([SendResult(visit.id, S.PENDING, "offer_unknown")])
    assert inbox.items() == []
    clock.at += timedelta(days=1)
    outbox.claim(10)
    outbox.record_results([SendResult(visit.id, S.PENDING, "offer_unknown")])
    assert [(item.code, item.waits) for item in inbox.items()] == [("offer_unknown", True)]


def test_visits_to_an_own_offer_that_was_refused_are_shown_at_once_and_freed_by_a_correction(
    journal: StoredJournal, outbox: StoredOutbox, inbox: StoredInbox
) -> None:
    journal.add_offer(own := an_own_offer())
    journal.record(visit := a_visit(own.offer.id))
    outbox.claim(10)
    outbox.record_results(
        [
            SendResult(own.id, S.REJECTED, "malformed"),
            SendResult(visit.id, S.PENDING, "offer_unknown"),
        ]
    )
    assert {item.id for item in inbox.items()} == {own.id, visit.id}
    inbox.record_resolution(own.id, ResolutionRecord(resolution=Resolution.CORRECT, at=MOMENT))
    journal.add_offer(right := replace(an_own_offer(), offer=own.offer))
    outbox.claim(1, patient=False)
    outbox.record_results([SendResult(right.id, S.ACCEPTED)])
    assert visit in outbox.claim(10)


def test_a_withdrawn_own_offer_is_given_no_more(
    journal: StoredJournal, outbox: StoredOutbox, inbox: StoredInbox, database: Database
) -> None:
    journal.add_offer(own := an_own_offer())
    outbox.claim(10)
    outbox.record_results([SendResult(own.id, S.REJECTED, "malformed")])
    assert Resolution.WITHDRAW in inbox.items()[0].resolutions
    inbox.record_resolution(own.id, ResolutionRecord(resolution=Resolution.WITHDRAW, at=MOMENT))
    assert StoredOffers(database).all() == []
    assert inbox.items() == []


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE visits SET card_number = 'no number'",
        "UPDATE visits SET local_date = 'soon'",
        "UPDATE visits SET offer_id = 'none'",
        "UPDATE visits SET holder = 7",
        "DELETE FROM visits",
    ],
)
def test_a_row_that_cannot_be_read_is_set_aside_and_shown_and_the_rest_goes(
    journal: StoredJournal,
    outbox: StoredOutbox,
    inbox: StoredInbox,
    database: Database,
    expected_log: object,
    harm: str,
) -> None:
    if callable(expected_log):
        expected_log(r"a visit in the outbox cannot be read")
    journal.record(bad := a_visit())
    with database.write() as connection:
        connection.exec_driver_sql(harm)
    journal.record(good := a_visit())
    assert outbox.claim(10) == [good]
    (item,) = inbox.items()
    assert (item.id, item.code, item.resolutions) == (bad.id, "unreadable", (Resolution.NOTE,))
    assert outbox.claim(10) == []


def test_work_of_another_venue_is_held_back_and_shown_and_goes_out_once_enrolled_there_again(
    journal: StoredJournal, outbox: StoredOutbox, inbox: StoredInbox, database: Database
) -> None:
    book = StoredDesk(database)
    book.enrol(a_record())
    journal.record(visit := a_visit())
    book.enrol(a_record(replace(VENUE, id="museo", name="Museo")))
    journal.record(other := a_visit())
    assert outbox.claim(10) == [other]
    (item,) = inbox.items()
    assert (item.id, item.code, item.venue) == (visit.id, "elsewhere", VENUE.name)
    book.enrol(a_record())
    assert [item.id for item in inbox.items()] == [other.id]
    assert outbox.claim(10) == [visit]


def test_work_for_another_register_is_held_back_too_and_so_is_its_void(
    journal: StoredJournal, outbox: StoredOutbox, database: Database
) -> None:
    book = StoredDesk(database)
    book.enrol(a_record())
    journal.record(visit := a_visit())
    outbox.claim(10)
    outbox.record_results([SendResult(visit.id, S.ACCEPTED)])
    book.enrol(a_record(key=bytes([7] * 32)))
    journal.void(a_void(visit.id))
    assert outbox.claim(10) == []
    assert outbox.pending() == 1


def test_what_a_register_has_lost_is_sent_again_as_far_as_it_is_known_whole(
    journal: StoredJournal, outbox: StoredOutbox, clock: SteppingClock
) -> None:
    journal.record(old := a_visit())
    outbox.claim(10)
    outbox.record_results([SendResult(old.id, S.ACCEPTED)])
    clock.at += timedelta(days=31)
    journal.record(visit := a_visit())
    journal.void(void := a_void(visit.id))
    outbox.claim(10)
    outbox.record_results([SendResult(visit.id, S.ACCEPTED), SendResult(void.id, S.ACCEPTED)])
    assert [*outbox.send_again(clock.at - timedelta(days=30))] == [visit.id, void.id]
    assert outbox.claim(10) == [visit, void]


def test_what_a_desk_recorded_for_a_venue_that_it_left_is_not_sent_again(
    journal: StoredJournal, outbox: StoredOutbox, database: Database, clock: SteppingClock
) -> None:
    book, offers = StoredDesk(database), StoredOffers(database)
    venue, museum = a_record().venue, replace(VENUE, id="museo", name="Museo")
    book.enrol(a_record())
    book.update(venue=venue, policy=Policy(), venues=[venue, museum])
    ours, theirs = (replace(an_offer(), venue_id=each.id) for each in (venue, museum))
    offers.apply([ours, theirs], [], cursor="1", complete_at=MOMENT)
    visits = [a_visit(ours.id), a_visit(theirs.id)]
    for visit in visits:
        journal.record(visit)
    since = clock.at - timedelta(days=30)

    def accept(expected: list[Visit]) -> None:
        assert outbox.claim(10) == expected
        outbox.record_results([SendResult(visit.id, S.ACCEPTED) for visit in expected])

    accept(visits)
    assert [*outbox.send_again(since)] == [visit.id for visit in visits]
    accept(visits)
    book.update(venue=venue, policy=Policy())
    assert [*outbox.send_again(since)] == [visits[0].id]
    accept(visits[:1])
    StoredActivity(database).apply([a_venue_visit(visits[0].id)], cursor="1")
    assert not outbox.is_forgotten(since, clock.at + timedelta(hours=1))


def a_venue_visit(visit_id: UUID, state: VisitState = VisitState.ACCEPTED) -> VenueVisit:
    return VenueVisit(
        id=visit_id,
        desk_id=DESK,
        desk_name="Luukku 1",
        card_number="AB12345",
        offer_id=an_offer().id,
        tickets=Tickets(holder=1, children=2),
        local_date=MOMENT.date(),
        state=state,
    )


def test_a_visit_of_ones_own_that_is_not_known_is_taken_in_and_never_sent(
    journal: StoredJournal, outbox: StoredOutbox, database: Database, expected_log: object
) -> None:
    if callable(expected_log):
        expected_log(r"1 visits of this desk that it did not know of were taken in")
    StoredDesk(database).enrol(a_record())
    received = a_venue_visit(a_visit().id)
    StoredActivity(database).apply([received], cursor="1")
    entry = journal.entry(received.id)
    assert entry is not None
    assert (entry.state, entry.voided) == (S.ACCEPTED, False)
    assert entry.visit.tickets == received.tickets
    assert not outbox.send_again(MOMENT - timedelta(days=30))
    journal.void(void := a_void(received.id))
    assert outbox.claim(10) == [void]


def test_a_visit_of_ones_own_that_was_voided_by_the_lost_journal_is_voided_here_too(
    journal: StoredJournal, outbox: StoredOutbox, database: Database
) -> None:
    StoredDesk(database).enrol(a_record())
    journal.record(visit := a_visit())
    outbox.claim(10)
    outbox.record_results([SendResult(visit.id, S.ACCEPTED)])
    StoredActivity(database).apply([a_venue_visit(visit.id, VisitState.VOIDED)], cursor="1")
    entry = journal.entry(visit.id)
    assert entry is not None
    assert entry.voided
    assert outbox.claim(10) == []


def test_a_feed_that_is_read_anew_keeps_what_is_told_again_and_drops_the_rest_when_whole(
    database: Database,
) -> None:
    offers = StoredOffers(database)
    kept, gone = an_offer(), an_offer()
    offers.apply([kept, gone], [], cursor="1", complete_at=MOMENT)
    offers.begin_anew()
    assert offers.cursor() is None
    assert len(offers.all()) == 2
    offers.apply([kept], [], cursor="a", complete_at=None)
    assert len(offers.all()) == 2
    offers.apply([], [], cursor="b", complete_at=MOMENT)
    assert offers.all() == [kept]


def test_a_note_goes_out_like_any_operation_and_a_register_that_takes_none_is_told_of(
    journal: StoredJournal, outbox: StoredOutbox, inbox: StoredInbox
) -> None:
    journal.record(visit := a_visit())
    outbox.claim(10)
    outbox.record_results([SendResult(visit.id, S.REJECTED, "card_unknown")])
    note = Note(id=a_visit().id, recorded_at=MOMENT, about=visit.id, text="Kortti nähty")
    inbox.enqueue_note(note)
    inbox.record_resolution(
        visit.id, ResolutionRecord(resolution=Resolution.NOTE, at=MOMENT, note=note.text)
    )
    assert journal.count().attention == 0
    assert outbox.claim(10) == [note]
    outbox.record_results([SendResult(note.id, S.REJECTED, "malformed")])
    (item,) = inbox.items()
    assert item.escalated is None
    assert journal.count().attention == 1


def test_what_is_held_back_is_carried_out_for_its_own_venue_and_never_with_the_others(
    journal: StoredJournal, database: Database
) -> None:
    book, work = StoredDesk(database), StoredTransfers(database)
    book.enrol(a_record())
    journal.record(held := a_visit())
    book.enrol(a_record(replace(VENUE, id="museo", name="Museo")))
    journal.record(other := a_visit())
    assert work.unsent() == [other]
    origin = work.origin(VENUE.id)
    assert origin is not None
    assert (origin.venue_name, work.unsent(origin)) == (VENUE.name, [held])
    assert work.origin("ooppera") is None


def test_what_is_held_back_for_another_venue_is_no_part_of_what_can_be_sent(
    database: Database, journal: StoredJournal
) -> None:
    desk = StoredDesk(database)
    desk.enrol(a_record())
    journal.record(a_visit())
    desk.enrol(a_record(Venue("uimahalli", "Uimahalli", "Espoo")))
    journal.record(a_visit())
    count = journal.count()
    assert (count.pending, count.held, count.sendable) == (2, 1, 1)
