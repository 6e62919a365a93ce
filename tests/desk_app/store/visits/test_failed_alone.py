"""An operation that failed alone: whether the fault is its own or the network's."""

from datetime import timedelta

from desk_app.store.visits.journal import StoredJournal
from desk_app.store.visits.outbox import StoredOutbox
from sync.ports import OperationState, SendResult
from tests.helpers.samples import a_visit
from tests.helpers.store import SteppingClock


def test_what_makes_the_register_go_comes_behind_the_others_and_waits_only_after_minutes_of_it(
    journal: StoredJournal, outbox: StoredOutbox, clock: SteppingClock
) -> None:
    culprit, other = a_visit(), a_visit()
    for visit in (culprit, other):
        journal.record(visit)
        outbox.claim(1)
        outbox.failed_together([visit.id])
    assert outbox.claim(1) == [culprit]
    for is_own in (False, False, True):
        assert is_own == outbox.failed_alone(
            culprit.id, "unreachable", counts=True, is_answer=False, is_there=False
        )
        outbox.release()
        clock.at += timedelta(minutes=6)
        assert (outbox.claim(1), outbox.claim(1)) == ([other], [culprit])


def test_what_the_register_asked_for_again_waits_for_no_first_fault_of_the_network(
    journal: StoredJournal, outbox: StoredOutbox
) -> None:
    journal.record(visit := a_visit())
    outbox.claim(1)
    outbox.record_results([SendResult(visit.id, OperationState.PENDING, "offer_unknown")])
    for is_own in (False, True):
        assert outbox.claim(1) == [visit]
        assert is_own == outbox.failed_alone(visit.id, "unreachable", counts=True, is_answer=False)
