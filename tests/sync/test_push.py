from collections.abc import Callable
from uuid import UUID, uuid4

import pytest

from sync.cycle_report import CycleReport, Direction
from sync.errors import BrokenAnswerError, BusyError, CentralFaultError, UnreachableError
from sync.messages import OperationResult, Outcome
from sync.ports import OperationState
from sync.rules.visits import Operation
from tests.helpers.memory_central import MemoryCentral
from tests.helpers.memory_desk import MemoryDesk, MemoryOutbox
from tests.helpers.samples import a_visit, a_void, an_offer, an_own_offer
from tests.sync.engines import cycle, failing

LOST = UnreachableError("no answer")


def desk_with(*operations: Operation) -> MemoryDesk:
    return MemoryDesk(outbox=MemoryOutbox(operations))


def test_what_waits_is_sent_in_journal_order() -> None:
    visit = a_visit()
    void = a_void(visit.id)
    central = MemoryCentral()
    report = cycle(desk_with(visit, void), central)
    assert central.received == [visit, void]
    assert (report.sent, report.accepted, report.rejected, report.pending) == (2, 2, 0, 0)


def test_more_than_a_batch_goes_out_in_batches_of_500() -> None:
    visits = [a_visit() for _ in range(1_203)]
    central = MemoryCentral()
    report = cycle(desk_with(*visits), central)
    assert [len(batch) for batch in central.batches] == [500, 500, 203]
    assert central.received == visits
    assert report.accepted == 1_203


def test_nothing_to_send_makes_no_call_to_send() -> None:
    central = MemoryCentral()
    cycle(MemoryDesk(), central)
    assert "submit" not in central.calls


def test_a_lost_reply_leaves_the_visit_pending_and_the_next_cycle_settles_it_as_accepted() -> None:
    visit = a_visit()
    desk, central = desk_with(visit), MemoryCentral()
    central.after = failing("submit", LOST, times=1)
    first = cycle(desk, central)
    assert desk.outbox.states() == [OperationState.PENDING]
    assert (first.pending, first.accepted) == (1, 0)
    second = cycle(desk, central)
    assert desk.outbox.states() == [OperationState.ACCEPTED]
    assert second.accepted == 1
    assert central.received == [visit]


def test_a_rejected_visit_keeps_its_code_and_takes_no_other_down() -> None:
    bad, good = a_visit(), a_visit()
    desk, central = desk_with(bad, good), MemoryCentral()
    central.reject = {bad.id}
    report = cycle(desk, central)
    assert desk.outbox.states() == [OperationState.REJECTED, OperationState.ACCEPTED]
    assert desk.outbox.code(bad.id) == "card_expired"
    assert (report.accepted, report.rejected) == (1, 1)


def test_a_batch_that_is_refused_is_halved_until_the_culprit_stands_alone() -> None:
    visits = [a_visit() for _ in range(9)]
    desk, central = desk_with(*visits), MemoryCentral()
    central.refuse = {visits[4].id}
    report = cycle(desk, central)
    assert {each.id for each in central.received} == {each.id for each in visits} - central.refuse
    assert desk.outbox.code(visits[4].id) == "malformed"
    assert (report.accepted, report.rejected, report.pending) == (8, 1, 0)


def test_two_culprits_are_both_found() -> None:
    visits = [a_visit() for _ in range(7)]
    desk, central = desk_with(*visits), MemoryCentral()
    central.refuse = {visits[0].id, visits[6].id}
    report = cycle(desk, central)
    assert {each.id for each in central.received} == {each.id for each in visits[1:6]}
    assert report.rejected == 2


def test_a_fault_while_halving_leaves_every_unsettled_operation_pending() -> None:
    visits = [a_visit() for _ in range(4)]
    desk, central = desk_with(*visits), MemoryCentral()
    central.refuse = {visits[0].id}
    central.after = failing("submit", LOST)
    report = cycle(desk, central)
    assert OperationState.SENDING not in desk.outbox.states()
    assert report.pending == 3  # the culprit had been found; of the others nobody knows


def test_a_visit_may_come_before_its_offer_and_arrives_in_the_same_cycle() -> None:
    offer = an_offer()
    visit, own = a_visit(offer.id), an_own_offer(offer)
    desk, central = desk_with(visit, own), MemoryCentral()
    central.unknown_offers = {offer.id}
    report = cycle(desk, central)
    assert central.received == [own, visit]
    assert (report.sent, report.accepted, report.pending) == (2, 2, 0)


def test_what_is_to_be_tried_again_waits_with_its_code_and_ends_the_cycle() -> None:
    visit = a_visit()
    desk, central = desk_with(visit), MemoryCentral()
    central.unknown_offers = {visit.offer_id}
    report = cycle(desk, central)
    assert desk.outbox.states() == [OperationState.PENDING]
    assert desk.outbox.code(visit.id) == "offer_unknown"
    assert len(central.batches) == 1
    assert (report.sent, report.accepted, report.pending) == (1, 0, 1)


def test_a_full_batch_to_be_tried_again_does_not_stand_in_the_way_of_the_rest() -> None:
    waiting = [a_visit(offer_id) for offer_id in [uuid4()] * 600]
    good = a_visit()
    desk, central = desk_with(*waiting, good), MemoryCentral()
    central.unknown_offers = {waiting[0].offer_id}
    report = cycle(desk, central)
    assert central.received == [good]
    assert report.pending == 600
    assert len(central.batches) == 4  # two passes, because the first one got something through


def _short(results: list[OperationResult]) -> list[OperationResult]:
    return results[:-1]


def _reordered(results: list[OperationResult]) -> list[OperationResult]:
    return results[::-1]


def _foreign(results: list[OperationResult]) -> list[OperationResult]:
    return [*results[:-1], OperationResult(id=uuid4(), outcome=Outcome.ACCEPTED)]


class Garbling(MemoryCentral):
    """Answers for every operation, but its list of results is not theirs."""

    def __init__(self, garble: object) -> None:
        super().__init__()
        self.garble = garble

    def submit(self, operations: list[Operation]) -> list[OperationResult]:
        results = super().submit(operations)
        return self.garble(results) if callable(self.garble) else results


def test_results_in_another_order_settle_nothing_but_what_was_asked_alone() -> None:
    desk = desk_with(a_visit(), a_visit(), a_visit())
    cycle(desk, Garbling(_reordered))
    assert desk.outbox.states() == [OperationState.ACCEPTED] * 3


@pytest.mark.parametrize("garble", [_short, _foreign])
def test_results_that_are_not_those_of_the_batch_settle_nothing(garble: object) -> None:
    desk = desk_with(a_visit(), a_visit(), a_visit())
    report = cycle(desk, Garbling(garble))
    assert desk.outbox.states() == [OperationState.PENDING] * 3
    assert [fault.code for fault in report.faults] == ["broken_answer"]


def test_what_a_crash_left_sending_is_sent() -> None:
    visit = a_visit()
    desk, central = desk_with(visit), MemoryCentral()
    desk.outbox.claim(1)
    cycle(desk, central)
    assert central.received == [visit]


def test_a_busy_register_is_left_alone_for_as_long_as_it_asks() -> None:
    desk, central = desk_with(a_visit()), MemoryCentral()
    central.before = failing("submit", BusyError("busy", retry_after=42.0))
    report = cycle(desk, central)
    assert report.retry_after == 42.0
    assert report.pending == 1


@pytest.mark.parametrize("fault", [LOST, BrokenAnswerError("no JSON")])
def test_what_fails_as_the_network_goes_is_not_to_blame_and_waits_for_nothing(
    fault: CentralFaultError,
) -> None:
    visits = [a_visit() for _ in range(501)]
    desk, central = desk_with(*visits), MemoryCentral()
    gone = failing("me", fault), failing("submit", fault)

    def network(call: str) -> None:
        if central.batches:
            gone[call == "submit"](call)

    central.before = network
    report = cycle(desk, central)
    last = desk.outbox.queue[visits[-1].id]
    assert (report.accepted, last.state) == (500, OperationState.PENDING)
    assert (last.tries, last.hindered) == (0, False)
    assert {fault.direction for fault in report.faults} >= {Direction.PUSH}


class GoingAway(MemoryCentral):
    """Cannot be reached any more once one operation was in a batch."""

    def __init__(self, culprit: UUID) -> None:
        super().__init__()
        self.culprit = culprit
        self.is_gone = False

    def submit(self, operations: list[Operation]) -> list[OperationResult]:
        self.is_gone |= self.culprit in {operation.id for operation in operations}
        return super().submit(operations)


def test_what_makes_the_register_go_each_time_comes_behind_the_others() -> None:
    culprit, *others = (a_visit() for _ in range(6))
    desk, central = desk_with(culprit, *others), GoingAway(culprit.id)

    def unless_gone(_: str) -> None:
        if central.is_gone:
            raise LOST

    central.before = unless_gone
    for _ in range(8):
        central.is_gone = False
        others.append(a_visit())
        desk.outbox.add(others[-1])
        report = cycle(desk, central)
        assert OperationState.SENDING not in desk.outbox.states()
    assert {each.id for each in central.received} == {each.id for each in others}
    assert (report.online, report.pending) == (True, 1)


def failing_after_others(faults: int) -> tuple[CycleReport, MemoryOutbox, UUID]:
    """A cycle in which 500 visits are taken, and one behind them meets so many faults."""
    visits = [a_visit() for _ in range(501)]
    desk, central = desk_with(*visits), MemoryCentral()
    fault = failing("submit", LOST, times=faults)
    central.before = lambda call: fault(call) if central.batches else None
    return cycle(desk, central), desk.outbox, visits[-1].id


def test_what_fails_twice_while_the_register_answers_is_to_blame_by_itself() -> None:
    report, outbox, last = failing_after_others(2)
    failed = outbox.queue[last]
    assert (report.accepted, failed.state, failed.tries) == (500, OperationState.PENDING, 1)


def test_what_fails_once_while_the_register_answers_is_sent_in_the_same_cycle() -> None:
    report, _, _ = failing_after_others(1)
    assert (report.accepted, report.pending, report.faults) == (501, 0, ())


class FullDiskError(Exception):
    code = "store_full"


class FullDisk(MemoryOutbox):
    def record_results(self, results: object) -> None:
        del results
        raise FullDiskError


def test_an_error_of_the_store_passes_through_and_leaves_nothing_sending(
    expected_log: Callable[[str], None],
) -> None:
    expected_log(r"^sync\.engine: sync, push ended in an error")
    desk = MemoryDesk(outbox=FullDisk([a_visit()]))
    with pytest.raises(FullDiskError):
        cycle(desk, MemoryCentral())
    assert desk.outbox.states() == [OperationState.PENDING]
