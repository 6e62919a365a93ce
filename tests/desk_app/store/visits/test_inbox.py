from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from desk_app.services.errors import NotInInboxError
from desk_app.services.inbox_items import Resolution, ResolutionRecord
from desk_app.services.ports import QueueCount
from desk_app.store.connection.database import Database
from desk_app.store.visits.journal import StoredJournal
from desk_app.store.visits.outbox import StoredOutbox
from desk_app.store.visits.rejections import StoredInbox
from sync.ports import OperationState, SendResult
from sync.rules.visits import Operation, Visit, VoidReason
from tests.helpers.samples import MOMENT, a_visit, a_void, an_own_offer

AGAIN = ResolutionRecord(resolution=Resolution.AGAIN, at=MOMENT)
NOTE = ResolutionRecord(
    resolution=Resolution.NOTE, at=MOMENT, note="Asiakas näytti kortin", operator="LM"
)


@pytest.fixture
def inbox(database: Database) -> StoredInbox:
    return StoredInbox(database)


def refuse(outbox: StoredOutbox, *operations: Operation, code: str = "card_unknown") -> None:
    outbox.claim(500)
    outbox.record_results(
        [SendResult(each.id, OperationState.REJECTED, code, "why") for each in operations]
    )


def a_refused_visit(journal: StoredJournal, outbox: StoredOutbox) -> Visit:
    visit = a_visit()
    journal.record(visit)
    refuse(outbox, visit)
    return visit


def test_a_refused_visit_is_in_the_inbox_with_the_registers_reason(
    journal: StoredJournal, outbox: StoredOutbox, inbox: StoredInbox
) -> None:
    visit = a_refused_visit(journal, outbox)
    (item,) = inbox.items()
    assert (item.id, item.code, item.detail, item.visit) == (visit.id, "card_unknown", "why", visit)
    assert item.refused_at is not None
    assert item.escalated is None


def test_a_refused_void_names_the_visit_that_it_takes_back(
    journal: StoredJournal, outbox: StoredOutbox, inbox: StoredInbox
) -> None:
    journal.record(visit := a_visit())
    journal.void(void := a_void(visit.id))
    outbox.claim(10)
    outbox.record_results(
        [
            SendResult(visit.id, OperationState.ACCEPTED),
            SendResult(void.id, OperationState.REJECTED, "too_old"),
        ]
    )
    (item,) = inbox.items()
    assert (item.id, item.visit, item.is_void) == (void.id, visit, True)
    assert set(item.resolutions) == {Resolution.AGAIN, Resolution.NOTE}


def test_a_refused_offer_of_the_venue_is_shown_as_it_was_told(
    journal: StoredJournal, outbox: StoredOutbox, inbox: StoredInbox
) -> None:
    journal.add_offer(own := an_own_offer())
    refuse(outbox, own)
    (item,) = inbox.items()
    assert (item.visit, item.offer) == (None, own.offer)


def test_the_inbox_is_in_journal_order_however_long(
    journal: StoredJournal, outbox: StoredOutbox, inbox: StoredInbox, database: Database
) -> None:
    with database.write():
        visits = [a_visit() for _ in range(1_100)]
        for visit in visits:
            journal.record(visit)
    while outbox.claim(500):
        pass
    outbox.record_results(
        [SendResult(each.id, OperationState.REJECTED, "card_unknown") for each in visits]
    )
    assert [item.visit for item in inbox.items()] == visits


def test_what_is_sent_again_waits_under_its_own_id_word_for_word(
    journal: StoredJournal, outbox: StoredOutbox, inbox: StoredInbox
) -> None:
    visit = a_refused_visit(journal, outbox)
    inbox.record_resolution(visit.id, AGAIN)
    assert inbox.items() == []
    assert outbox.claim(10) == [visit]


def test_what_is_refused_again_remembers_what_was_done_before(
    journal: StoredJournal, outbox: StoredOutbox, inbox: StoredInbox
) -> None:
    visit = a_refused_visit(journal, outbox)
    inbox.record_resolution(visit.id, AGAIN)
    refuse(outbox, visit, code="card_revoked")
    (item,) = inbox.items()
    assert (item.code, item.resolution_records, item.escalated) == ("card_revoked", (AGAIN,), None)


def test_what_is_left_for_kaikukeskus_stays_in_sight_and_asks_for_nobody_here(
    journal: StoredJournal, outbox: StoredOutbox, inbox: StoredInbox
) -> None:
    visit = a_refused_visit(journal, outbox)
    inbox.record_resolution(visit.id, NOTE)
    assert journal.count() == QueueCount(pending=0, attention=0, sent=0)
    assert [item.escalated for item in inbox.items()] == [NOTE]


def test_what_was_left_can_be_taken_up_again(
    journal: StoredJournal, outbox: StoredOutbox, inbox: StoredInbox
) -> None:
    visit = a_refused_visit(journal, outbox)
    inbox.record_resolution(visit.id, NOTE)
    inbox.record_resolution(visit.id, AGAIN)
    refuse(outbox, visit)
    assert journal.count().attention == 1
    assert inbox.items()[0].resolution_records == (NOTE, AGAIN)


def test_voiding_a_refused_visit_withdraws_it_and_sends_nothing(
    journal: StoredJournal, outbox: StoredOutbox, inbox: StoredInbox
) -> None:
    visit = a_refused_visit(journal, outbox)
    journal.void(a_void(visit.id))
    assert inbox.items() == []
    assert outbox.claim(10) == []
    entry = journal.entry(visit.id)
    assert entry is not None
    assert (entry.state, entry.voided) == (OperationState.WITHDRAWN, True)


@pytest.mark.parametrize(
    ("reason", "resolution"),
    [(VoidReason.MISTAKE, "withdraw"), (VoidReason.CORRECTED, "correct")],
)
def test_why_a_refused_visit_was_withdrawn_is_kept_with_the_registers_reason(
    database: Database,
    journal: StoredJournal,
    outbox: StoredOutbox,
    reason: VoidReason,
    resolution: str,
) -> None:
    visit = a_refused_visit(journal, outbox)
    journal.void(replace(a_void(visit.id), reason=reason))
    with database.read() as connection:
        kept = connection.exec_driver_sql("SELECT code, detail, remedy FROM settlements").all()
    assert [tuple(row) for row in kept] == [("card_unknown", "why", resolution)]


def test_what_is_not_refused_cannot_be_settled(
    journal: StoredJournal, inbox: StoredInbox, outbox: StoredOutbox
) -> None:
    journal.record(waiting := a_visit())
    for operation_id in (waiting.id, uuid4()):
        with pytest.raises(NotInInboxError):
            inbox.record_resolution(operation_id, NOTE)
    assert outbox.claim(10) == [waiting]


def test_the_last_word_is_the_one_said_last_whatever_the_clock_says(
    journal: StoredJournal, outbox: StoredOutbox, inbox: StoredInbox
) -> None:
    visit = a_refused_visit(journal, outbox)
    later = ResolutionRecord(
        resolution=Resolution.NOTE, at=MOMENT - timedelta(days=1), note="Ennen"
    )
    inbox.record_resolution(visit.id, NOTE)
    inbox.record_resolution(visit.id, later)
    assert inbox.items()[0].escalated == later


@pytest.mark.parametrize(
    ("state", "code"),
    [(OperationState.REJECTED, "malformed"), (OperationState.PENDING, "offer_unknown")],
)
def test_a_voided_visit_that_is_refused_or_whose_offer_never_comes_asks_nobody_and_waits_for_none(
    journal: StoredJournal,
    outbox: StoredOutbox,
    inbox: StoredInbox,
    state: OperationState,
    code: str,
) -> None:
    journal.record(visit := a_visit())
    journal.void(void := a_void(visit.id))
    outbox.claim(10)
    accepted = SendResult(void.id, OperationState.ACCEPTED)
    outbox.record_results([SendResult(visit.id, state, code), accepted])
    assert (inbox.items(), outbox.pending()) == ([], 0)
    entry = journal.entry(visit.id)
    assert entry is not None
    assert entry.state is OperationState.WITHDRAWN
