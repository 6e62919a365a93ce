from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest

from desk_app.store.connection.database import Database
from desk_app.store.register.offers import StoredOffers
from desk_app.store.visits.journal import StoredJournal
from desk_app.store.visits.outbox import TRIES_UNTIL_SHOWN, StoredOutbox, TransitionError
from desk_app.store.visits.rejections import StoredInbox
from sync.ports import TRANSITIONS, OperationState, SendResult
from sync.rules.codes import VerdictCode
from sync.rules.offers import CardLimit, LimitPeriod, OfferName, Quota
from sync.rules.visits import EntryMethod, Tickets
from tests.helpers.samples import MOMENT, a_visit, a_void, an_offer, an_own_offer
from tests.helpers.store import KEY, SteppingClock

S = OperationState


def test_operations_come_out_word_for_word_in_the_order_of_recording(
    journal: StoredJournal, outbox: StoredOutbox
) -> None:
    visit = replace(
        a_visit(at=datetime(2026, 11, 24, 23, 59, 59, 123456, tzinfo=UTC)),
        tickets=Tickets(holder=1, children=2, grandchildren=3, assistants=4),
        entry=EntryMethod.PAPER,
        register_revision=2**62,
        verdict=VerdictCode.UNKNOWN,
        provisional=True,
        printed_valid_until=MOMENT.date(),
        clock_trusted=False,
        operator="Äijä 🎭",
        replaces=uuid4(),
    )
    own = an_own_offer(
        replace(
            an_offer(),
            name=OfferName("Näytelmä", "Pjäs", "Play"),
            place="Suuri sali",
            starts_at=MOMENT,
            ends_at=MOMENT,
            quota=Quota(40, 12),
            card_limit=CardLimit(2, LimitPeriod.DAYS, 30),
            value_cents=4000,
            ceiling_cents=2500,
        )
    )
    void = replace(a_void(visit.id), operator="Liisa")
    journal.add_offer(own)
    journal.record(visit)
    journal.void(void)
    assert outbox.claim(10) == [own, visit, void]


def test_what_is_sent_again_is_the_same_after_the_feed_changed_the_offer(
    database: Database, journal: StoredJournal, outbox: StoredOutbox
) -> None:
    own = an_own_offer()
    journal.add_offer(own)
    changed = replace(own.offer, name=OfferName("Toinen nimi"))
    StoredOffers(database).apply([changed], [], cursor="1", complete_at=None)
    assert outbox.claim(10) == [own]


def test_only_the_first_are_taken_and_the_rest_the_next_time(
    journal: StoredJournal, outbox: StoredOutbox
) -> None:
    visits = [a_visit() for _ in range(5)]
    for visit in visits:
        journal.record(visit)
    assert outbox.claim(2) == visits[:2]
    assert outbox.pending() == 5
    assert outbox.claim(10) == visits[2:]
    assert outbox.claim(10) == []


def test_a_void_of_a_visit_that_still_waits_is_sent_too(
    journal: StoredJournal, outbox: StoredOutbox
) -> None:
    visit = a_visit()
    journal.record(visit)
    journal.void(void := a_void(visit.id))
    assert outbox.claim(10) == [visit, void]


def test_what_the_register_said_is_kept(
    database: Database, journal: StoredJournal, outbox: StoredOutbox
) -> None:
    accepted, rejected, again = a_visit(), a_visit(), a_visit()
    for visit in (accepted, rejected, again):
        journal.record(visit)
    outbox.claim(10)
    outbox.record_results(
        [
            SendResult(accepted.id, S.ACCEPTED),
            SendResult(rejected.id, S.REJECTED, "card_revoked", "in May"),
            SendResult(again.id, S.PENDING, "offer_unknown"),
        ]
    )
    count = journal.count()
    assert (count.sent, count.attention, count.pending) == (1, 1, 1)
    assert [(each.code, each.detail, each.visit) for each in StoredInbox(database).items()] == [
        ("card_revoked", "in May", rejected)
    ]
    assert outbox.claim(10) == [again]


def test_nothing_to_settle_is_nothing_done(journal: StoredJournal, outbox: StoredOutbox) -> None:
    journal.record(a_visit())
    outbox.record_results([])
    assert outbox.pending() == 1


def test_what_was_never_recorded_cannot_be_settled(outbox: StoredOutbox) -> None:
    with pytest.raises(TransitionError):
        outbox.record_results([SendResult(uuid4(), S.ACCEPTED)])


def test_a_released_operation_is_taken_again(
    path: Path, journal: StoredJournal, outbox: StoredOutbox, clock: SteppingClock
) -> None:
    journal.record(visit := a_visit())
    outbox.claim(10)
    again = Database.open(path, KEY)
    after_a_restart = StoredOutbox(again, clock)
    assert after_a_restart.release() == 1
    assert after_a_restart.claim(10) == [visit]
    again.close()


def test_with_nothing_taken_nothing_is_released(
    journal: StoredJournal, outbox: StoredOutbox
) -> None:
    journal.record(a_visit())
    assert outbox.release() == 0


def put_in(state: OperationState, outbox: StoredOutbox, journal: StoredJournal) -> SendResult:
    """A visit's operation in one of the states that a sync worker can bring it to."""
    journal.record(visit := a_visit())
    if state is not S.PENDING:
        outbox.claim(10)
    if state not in {S.PENDING, S.SENDING}:
        outbox.record_results([SendResult(visit.id, state)])
    return SendResult(visit.id, state)


FORBIDDEN = [
    (state, to)
    for state in (S.PENDING, S.SENDING, S.ACCEPTED, S.REJECTED)
    for to in OperationState
    if to not in TRANSITIONS[state]
]


@pytest.mark.parametrize(("state", "to"), FORBIDDEN)
def test_a_move_that_the_table_does_not_know_is_refused_and_nothing_is_settled(
    journal: StoredJournal, outbox: StoredOutbox, state: OperationState, to: OperationState
) -> None:
    result = put_in(state, outbox, journal)
    journal.record(beside := a_visit())
    if state is not S.PENDING:
        outbox.claim(10)
    with pytest.raises(TransitionError):
        outbox.record_results([SendResult(beside.id, S.PENDING), SendResult(result.id, to)])
    entry = journal.entry(result.id)
    assert entry is not None
    assert entry.state is state


@pytest.mark.parametrize(
    ("state", "expected"),
    [(S.ACCEPTED, S.ACCEPTED), (S.REJECTED, S.WITHDRAWN), (S.PENDING, S.WITHDRAWN)],
)
def test_what_staff_withdraw_while_it_is_under_way_stays_so_unless_it_arrived(
    journal: StoredJournal, outbox: StoredOutbox, state: OperationState, expected: OperationState
) -> None:
    journal.record(visit := a_visit())
    for _ in range(TRIES_UNTIL_SHOWN):
        outbox.claim(1, patient=False)
        outbox.failed_alone(visit.id, "server_error", counts=True)
    assert outbox.claim(1, patient=False) == [visit]

    journal.void(void := a_void(visit.id))
    outbox.failed_together([visit.id])
    outbox.failed_alone(visit.id, "server_error", counts=True)
    outbox.release()
    outbox.record_results([SendResult(visit.id, state, "card_revoked")])

    entry = journal.entry(visit.id)
    assert entry is not None
    assert entry.state is expected
    assert outbox.claim(10) == [void]
