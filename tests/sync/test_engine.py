from collections.abc import Callable

import pytest

from sync.cycle_report import BUG, POLICY_UNREAD, Direction
from sync.errors import BrokenAnswerError, DeskRefusedError, UnreachableError
from sync.messages import Me, PartlyReadMe
from sync.ports import OperationState
from sync.rules.policy import Policy
from tests.helpers.memory_central import MemoryCentral
from tests.helpers.memory_desk import MemoryDesk, MemoryOutbox
from tests.helpers.samples import VENUE, a_card, a_visit, an_offer
from tests.sync.engines import cycle, failing

CALL_OF = {
    Direction.PUSH: "submit",
    Direction.DESK: "me",
    Direction.REGISTER: "changes",
    Direction.OFFERS: "offers",
    Direction.ACTIVITY: "activity",
}


def full_desk() -> MemoryDesk:
    return MemoryDesk(outbox=MemoryOutbox([a_visit()]))


def full_central() -> MemoryCentral:
    central = MemoryCentral()
    central.put(a_card())
    central.offer_log = [an_offer()]
    return central


@pytest.mark.parametrize("direction", Direction)
def test_the_failure_of_one_direction_never_stops_another(direction: Direction) -> None:
    desk, central = full_desk(), full_central()
    central.before = failing(CALL_OF[direction], BrokenAnswerError("a 500"))
    report = cycle(desk, central)
    assert [fault.direction for fault in report.faults] == [direction]
    assert set(CALL_OF.values()) <= set(central.calls)
    assert report.online


@pytest.mark.parametrize("direction", Direction)
def test_an_error_of_ours_in_one_direction_never_stops_another(
    direction: Direction, expected_log: Callable[[str], None]
) -> None:
    expected_log(rf"^sync\.engine: sync, {direction} ended in an error")
    desk, central = full_desk(), full_central()
    central.before = failing(CALL_OF[direction], ZeroDivisionError("a bug"))
    report = cycle(desk, central)
    assert [(fault.direction, fault.code) for fault in report.faults] == [(direction, BUG)]
    assert set(CALL_OF.values()) <= set(central.calls)
    assert OperationState.SENDING not in desk.outbox.states()


class FullDiskError(Exception):
    code = "store_full"


def test_what_the_store_refuses_is_raised_once_every_direction_had_its_turn(
    expected_log: Callable[[str], None],
) -> None:
    expected_log(r"^sync\.engine: sync, push ended in an error")
    desk, central = full_desk(), full_central()
    central.before = failing(CALL_OF[Direction.PUSH], FullDiskError())
    with pytest.raises(FullDiskError):
        cycle(desk, central)
    assert set(CALL_OF.values()) <= set(central.calls)
    assert OperationState.SENDING not in desk.outbox.states()


def test_policy_and_venue_are_written_down() -> None:
    desk = MemoryDesk()
    cycle(desk, MemoryCentral())
    assert desk.book.venue == VENUE
    assert desk.book.policy is not None


class CentralOfAnotherTime(MemoryCentral):
    """A register whose policy has a field that the desk cannot read."""

    def me(self) -> Me:
        answer = super().me()
        fields = {name: getattr(answer, name) for name in Me.__dataclass_fields__}
        return PartlyReadMe(**fields, unread_policy=frozenset({"stale_after_hours"}))


def test_a_field_of_the_policy_that_cannot_be_read_stays_as_it_was_and_is_said() -> None:
    desk = full_desk()
    desk.book.policy = Policy(stale_after_hours=5, retention_days=7)
    report = cycle(desk, CentralOfAnotherTime())
    assert desk.book.policy == Policy(stale_after_hours=5)
    assert [(fault.code, fault.aside) for fault in report.faults] == [(POLICY_UNREAD, True)]


def test_without_a_connection_every_direction_fails_and_the_desk_is_offline() -> None:
    desk, central = full_desk(), full_central()

    def no_connection(_: str) -> None:
        raise UnreachableError("no network")

    central.before = no_connection
    report = cycle(desk, central)
    assert not report.online
    assert report.misses == 5
    assert [fault.direction for fault in report.faults] == list(Direction)
    assert desk.outbox.states() == [OperationState.PENDING]


@pytest.mark.parametrize("call", CALL_OF.values())
def test_a_revoked_desk_stops_forgets_the_cards_and_keeps_its_journal(call: str) -> None:
    desk, central = full_desk(), full_central()
    cycle(desk, central)
    desk.outbox.add(a_visit())
    central.before = failing(call, DeskRefusedError("refused", code="desk_revoked"))
    central.calls.clear()
    report = cycle(desk, central)
    assert report.refused == "desk_revoked"
    assert desk.book.refused_code == "desk_revoked"
    assert desk.register.status() is None
    assert desk.register.cards == {}
    assert OperationState.SENDING not in desk.outbox.states()
    assert len(desk.outbox.queue) == 2
    assert central.calls[-1] == call


def test_a_token_that_is_not_known_once_ends_the_cycle_and_nothing_else() -> None:
    desk, central = full_desk(), full_central()
    cycle(desk, central)
    desk.outbox.add(a_visit())
    central.before = failing("me", DeskRefusedError("not known"), times=1)
    central.calls.clear()
    report = cycle(desk, central)
    assert (report.refused, report.needs_code) == (None, False)
    assert [fault.code for fault in report.faults] == ["token_invalid"]
    assert central.calls == ["me"]
    assert desk.register.status() is not None
    again = cycle(desk, central)
    assert (again.faults, again.pending) == ((), 0)
    assert desk.sync_metadata.doubts == 0


@pytest.mark.parametrize("direction", [each for each in Direction if each is not Direction.DESK])
def test_a_single_call_that_does_not_know_the_token_stops_no_other(direction: Direction) -> None:
    desk, central = full_desk(), full_central()
    central.before = failing(CALL_OF[direction], DeskRefusedError("not known"))
    report = cycle(desk, central)
    assert [(fault.direction, fault.code) for fault in report.faults] == [
        (direction, "token_invalid")
    ]
    assert set(CALL_OF.values()) <= set(central.calls)
    assert (report.needs_code, desk.sync_metadata.doubts) == (False, 0)


def test_a_token_that_is_not_known_on_two_days_needs_a_new_code() -> None:
    desk, central = full_desk(), full_central()
    central.before = failing("me", DeskRefusedError("not known"))
    assert not cycle(desk, central).needs_code
    assert cycle(desk, central).needs_code


def test_unsent_work_of_a_refused_desk_goes_out_under_its_own_id_after_a_new_enrolment() -> None:
    desk, central = full_desk(), full_central()
    central.before = failing("submit", DeskRefusedError("refused"), times=1)
    cycle(desk, central)
    cycle(desk, central)
    assert [operation.id for operation in central.received] == list(desk.outbox.queue)


def test_a_cycle_that_is_to_stop_makes_no_further_call() -> None:
    desk, central = full_desk(), full_central()
    report = cycle(desk, central, stopping=lambda: len(central.calls) >= 2)
    assert central.calls == ["me", "submit"]
    assert report.stopped
    assert report.faults == ()
