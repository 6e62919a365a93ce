import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count

import pytest

from sync.backoff import Backoff
from sync.cycle_report import BUG, CycleReport, Direction, Fault
from sync.errors import DeskRefusedError
from sync.worker import SOON, Cycle, SyncState, SyncStatus, SyncWorker
from tests.helpers.samples import MOMENT

PATIENCE = 60.0
"""Seconds that a test waits for what takes milliseconds."""
NEVER = 3600.0
SLOW = Backoff(first=NEVER, ceiling=NEVER)


def a_report(
    *, misses: int = 0, fault: str | None = None, refused: str | None = None, after: float = 0.0
) -> CycleReport:
    return CycleReport(
        online=misses == 0,
        misses=misses,
        sent=0,
        accepted=0,
        rejected=0,
        pending=0,
        register=None,
        faults=(Fault(Direction.PUSH, fault, "said"),) if fault else (),
        refused=refused,
        retry_after=after,
    )


GOOD = a_report()
MISSED_ONCE = a_report(misses=1, fault="unreachable")
OFFLINE = a_report(misses=5, fault="unreachable")


@dataclass
class PlayedDesk:
    """Plays back cycles, the last one for ever, and writes down what the worker says."""

    plays: list[CycleReport | Exception | None]
    statuses: list[SyncStatus] = field(default_factory=list)
    cycles: int = 0
    gate: threading.Event = field(default_factory=threading.Event)
    in_cycle: threading.Event = field(default_factory=threading.Event)
    changed: threading.Condition = field(default_factory=threading.Condition)

    def __post_init__(self) -> None:
        self.gate.set()

    def make_engine(self, stopping: Callable[[], bool]) -> Cycle | None:
        del stopping
        play = self.plays[min(self.cycles, len(self.plays) - 1)]
        with self.changed:
            self.cycles += 1
            self.changed.notify_all()
        if play is None:
            return None
        return Played(self, play)

    def receive(self, status: SyncStatus) -> None:
        with self.changed:
            self.statuses.append(status)
            self.changed.notify_all()

    def settled(self, cycles: int = 1) -> SyncStatus:
        """The status after so many cycles."""
        with self.changed:
            assert self.changed.wait_for(lambda: len(self.statuses) >= 2 * cycles, PATIENCE)
            return self.statuses[2 * cycles - 1]


@dataclass
class Played:
    desk: PlayedDesk
    play: CycleReport | Exception

    def cycle(self) -> CycleReport:
        self.desk.in_cycle.set()
        assert self.desk.gate.wait(PATIENCE)
        if isinstance(self.play, Exception):
            raise self.play
        return self.play


@contextmanager
def working(
    desk: PlayedDesk, *, interval: float = NEVER, backoff: Backoff = SLOW
) -> Iterator[SyncWorker]:
    worker = SyncWorker(
        desk.make_engine, desk.receive, interval=interval, backoff=backoff, now=lambda: MOMENT
    )
    worker.start()
    try:
        yield worker
    finally:
        desk.gate.set()
        assert worker.stop(PATIENCE)


def test_a_cycle_runs_at_the_start_and_is_told_of() -> None:
    desk = PlayedDesk([GOOD])
    with working(desk):
        status = desk.settled()
    assert desk.statuses[0].state is SyncState.SYNCING
    assert (status.state, status.online, status.report) == (SyncState.IDLE, True, GOOD)
    assert status.last_success_at == MOMENT
    assert status.fault is None
    assert status.next_try_at is not None
    assert status.next_try_at > MOMENT


def test_cycles_go_on_by_themselves() -> None:
    desk = PlayedDesk([GOOD])
    with working(desk, interval=0.001):
        desk.settled(3)


def test_a_wake_up_brings_the_next_cycle_forward() -> None:
    desk = PlayedDesk([GOOD])
    with working(desk) as worker:
        desk.settled(1)
        worker.wake()
        desk.settled(2)


def test_a_wake_up_leaves_the_window_a_moment_to_show_what_was_recorded() -> None:
    desk = PlayedDesk([GOOD])
    desk.gate.clear()
    with working(desk) as worker:
        assert desk.in_cycle.wait(PATIENCE)
        woken_at = time.monotonic()
        worker.wake()
        worker.wake()
        desk.gate.set()
        desk.settled(2)
        assert time.monotonic() - woken_at >= SOON
    assert desk.cycles == 2


def test_a_wake_up_during_a_cycle_is_not_lost() -> None:
    desk = PlayedDesk([GOOD])
    desk.gate.clear()
    with working(desk) as worker:
        assert desk.in_cycle.wait(PATIENCE)
        worker.wake()
        desk.gate.set()
        desk.settled(2)


def test_a_visit_recorded_without_a_connection_does_not_break_the_back_off(
    expected_log: Callable[[str], None],
) -> None:
    expected_log(r"sync, push: unreachable: said")
    desk = PlayedDesk([OFFLINE])
    with working(desk, backoff=SLOW) as worker:
        desk.settled(1)
        worker.wake()
        worker.wake()
        worker.send_now()
        desk.settled(2)
    assert desk.cycles == 2  # by send_now alone


@pytest.mark.parametrize(
    ("pause", "happens"),
    [("_KNOCKS_AFTER", SyncWorker.wake), ("LONGEST_PAUSE_AT_WORK", SyncWorker.attend)],
    ids=["a visit is recorded", "somebody works"],
)
def test_while_there_is_work_no_pause_after_a_try_that_failed_is_long(
    expected_log: Callable[[str], None],
    monkeypatch: pytest.MonkeyPatch,
    pause: str,
    happens: Callable[[SyncWorker], None],
) -> None:
    expected_log(r"sync, push: unreachable: said")
    monkeypatch.setattr(f"sync.worker.{pause}", 0.01)
    desk = PlayedDesk([OFFLINE, GOOD])
    with working(desk, backoff=SLOW) as worker:
        desk.settled(1)
        happens(worker)
        assert desk.settled(2).fault is None


def test_even_staff_wait_for_what_the_register_asked_for(
    expected_log: Callable[[str], None],
) -> None:
    expected_log(r"sync, push: busy")
    desk = PlayedDesk([a_report(misses=1, fault="busy", after=NEVER)])
    with working(desk) as worker:
        desk.settled(1)
        worker.send_now()
        worker.send_now()
    assert desk.cycles == 1


def test_a_failure_is_tried_again_by_itself(
    expected_log: Callable[[str], None],
) -> None:
    expected_log(r"sync, push: unreachable: said")
    desk = PlayedDesk([OFFLINE, GOOD])
    with working(desk, backoff=Backoff(first=0.001, ceiling=0.001)):
        assert desk.settled(2).state is SyncState.IDLE


def test_no_connection_at_all_is_offline_and_one_answer_is_online_again(
    expected_log: Callable[[str], None],
) -> None:
    expected_log(r"sync, push: unreachable: said")
    desk = PlayedDesk([OFFLINE, GOOD])
    with working(desk, backoff=Backoff(first=0.001, ceiling=0.001)):
        offline, online = desk.settled(1), desk.settled(2)
    assert (offline.state, offline.online) == (SyncState.OFFLINE, False)
    assert offline.fault == "unreachable"
    assert (online.state, online.online) == (SyncState.IDLE, True)


def test_one_call_that_fails_is_not_offline_yet_and_a_second_one_is(
    expected_log: Callable[[str], None],
) -> None:
    expected_log(r"sync, push: unreachable: said")
    desk = PlayedDesk([GOOD, MISSED_ONCE, MISSED_ONCE])
    with working(desk, interval=0.001, backoff=Backoff(first=0.001, ceiling=0.001)):
        once, twice = desk.settled(2), desk.settled(3)
    assert (once.state, once.online) == (SyncState.IDLE, True)
    assert (twice.state, twice.online) == (SyncState.OFFLINE, False)


def test_the_last_success_is_remembered_while_offline(
    expected_log: Callable[[str], None],
) -> None:
    expected_log(r"sync, push: unreachable: said")
    desk = PlayedDesk([GOOD, OFFLINE])
    with working(desk, interval=0.001):
        assert desk.settled(2).last_success_at == MOMENT


def test_a_refused_desk_rests_until_it_is_woken() -> None:
    desk = PlayedDesk([a_report(refused="desk_revoked"), GOOD])
    with working(desk, interval=0.001) as worker:
        refused = desk.settled(1)
        assert (refused.state, refused.fault) == (SyncState.REFUSED, "desk_revoked")
        assert refused.next_try_at is None
        worker.send_now()
        assert desk.settled(2).state is SyncState.IDLE


def test_a_desk_that_is_known_to_be_refused_is_shown_as_such() -> None:
    desk = PlayedDesk([DeskRefusedError("refused", code="desk_revoked")])
    with working(desk):
        assert desk.settled().state is SyncState.REFUSED


def test_a_desk_without_an_enrolment_waits_for_one() -> None:
    desk = PlayedDesk([None, GOOD])
    with working(desk) as worker:
        assert desk.settled(1).state is SyncState.NOT_ENROLLED
        worker.send_now()
        assert desk.settled(2).state is SyncState.IDLE


def test_a_bug_is_logged_whole_without_secrets_and_the_worker_goes_on(
    caplog: pytest.LogCaptureFixture, expected_log: Callable[[str], None]
) -> None:
    expected_log(r"a sync cycle ended in an error")
    desk = PlayedDesk([ValueError("what is AB12345"), GOOD])
    with caplog.at_level(logging.ERROR), working(desk, backoff=Backoff(first=0.001)):
        fault = desk.settled(1)
        desk.settled(2)
    assert (fault.state, fault.fault) == (SyncState.FAULT, "bug")
    assert "ValueError: what is …" in caplog.text
    assert "in cycle" in caplog.text
    assert "AB12345" not in caplog.text


def test_a_bug_in_one_direction_is_shown_with_what_the_others_did(
    expected_log: Callable[[str], None],
) -> None:
    expected_log(r"^sync\.worker: sync, push: bug: said")
    desk = PlayedDesk([a_report(fault=BUG)])
    with working(desk):
        status = desk.settled()
    assert (status.state, status.fault) == (SyncState.FAULT, "bug")
    assert status.report == desk.plays[0]


class FullDiskError(Exception):
    code = "store_full"


def test_an_error_of_the_store_is_shown_by_its_own_code(
    expected_log: Callable[[str], None],
) -> None:
    expected_log(r"a sync cycle ended in an error")
    desk = PlayedDesk([FullDiskError()])
    with working(desk):
        assert desk.settled().fault == "store_full"


def test_a_listener_that_fails_does_not_end_the_sending(
    expected_log: Callable[[str], None],
) -> None:
    expected_log(r"RuntimeError: a bug of the screen")
    desk, numbers = PlayedDesk([GOOD]), count()

    def receive(status: SyncStatus) -> None:
        if next(numbers) < 2:
            raise RuntimeError("a bug of the screen")
        desk.receive(status)

    worker = SyncWorker(desk.make_engine, receive, interval=0.001, now=lambda: MOMENT)
    worker.start()
    try:
        desk.settled(1)
    finally:
        worker.stop(PATIENCE)


def test_stopping_does_not_wait_for_the_interval() -> None:
    desk = PlayedDesk([GOOD])
    with working(desk, interval=NEVER) as worker:
        desk.settled()
        assert worker.stop(PATIENCE)


def test_stopping_waits_for_a_call_under_way_no_longer_than_asked() -> None:
    desk = PlayedDesk([GOOD])
    desk.gate.clear()
    with working(desk) as worker:
        assert desk.in_cycle.wait(PATIENCE)
        assert not worker.stop(0.01)


def test_a_worker_that_never_started_can_be_stopped() -> None:
    desk = PlayedDesk([GOOD])
    assert SyncWorker(desk.make_engine, desk.receive, now=lambda: MOMENT).stop(0.0)


def test_the_engine_is_told_when_the_worker_is_to_stop() -> None:
    asked: list[Callable[[], bool]] = []
    desk = PlayedDesk([GOOD])

    def make_engine(stopping: Callable[[], bool]) -> Cycle | None:
        asked.append(stopping)
        return desk.make_engine(stopping)

    worker = SyncWorker(make_engine, desk.receive, interval=NEVER, now=lambda: MOMENT)
    worker.start()
    desk.settled()
    before = asked[0]()
    worker.stop(PATIENCE)
    assert (before, asked[0]()) == (False, True)
