"""The sync worker: a thread that decides when to run a cycle, and publishes its status."""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from sync.backoff import Backoff
from sync.cycle_report import BUG, CycleReport
from sync.errors import DeskRefusedError
from sync.redaction import traceback_text

_log = logging.getLogger(__name__)

SOON = 0.06
"""Seconds after it is woken: by then the window has shown the record, which comes first, and what
is recorded meanwhile goes along."""
_KNOCKS_AFTER = 30.0
"""Seconds since the last try after which something new to send need not wait any longer."""
LONGEST_PAUSE_AT_WORK = 60.0
_AT_WORK_FOR = 900.0
"""Seconds: while somebody works, and so long after, no pause is longer than the one above."""
_MISSES_UNTIL_OFFLINE = 2
"""One failed call is not enough to be offline; two in a row are."""


class SyncState(StrEnum):
    """The activity of the sync worker."""

    IDLE = "idle"  # there is a connection, as far as known; ``fault`` may say what went wrong on it
    SYNCING = "syncing"
    OFFLINE = "offline"
    REFUSED = "refused"  # the register no longer knows this desk; nothing is tried until woken
    NOT_ENROLLED = "not_enrolled"  # likewise
    FAULT = "fault"  # not the register's: the store's, the keyring's, or a bug; tried again


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncStatus:
    """The status of the sync worker. Times are UTC.

    ``online`` is by real calls: one that is answered is enough for yes, two failed in a row are no;
    ``None`` before any. ``last_success_at`` is the end of the last cycle without a fault, and
    ``report`` the last cycle's. ``next_try_at`` is ``None`` when it waits to be woken. ``fault`` is
    a code.
    """

    state: SyncState = SyncState.IDLE
    online: bool | None = None
    last_success_at: datetime | None = None
    next_try_at: datetime | None = None
    report: CycleReport | None = None
    fault: str | None = None


class Cycle(Protocol):
    """The Protocol of :class:`sync.engine.Engine`."""

    def cycle(self) -> CycleReport:
        """Run one whole cycle."""
        ...


MakeEngine = Callable[[Callable[[], bool]], Cycle | None]
"""Makes the engine for the current enrolment, or ``None`` where there is none.

It is given what the engine asks before each call: whether the worker is to stop. It may raise
:class:`sync.errors.DeskRefusedError` for a desk that is known to be refused.
"""


class SyncWorker:
    """Runs cycles in one background thread, and never two at a time.

    One at the start, one every ``interval`` seconds, one soon after it is woken; after a failure
    with a growing wait. ``on_status`` is called from that thread, and must return quickly.
    """

    def __init__(
        self,
        make_engine: MakeEngine,
        on_status: Callable[[SyncStatus], None],
        *,
        now: Callable[[], datetime],
        interval: float = 30.0,
        backoff: Backoff = Backoff(),  # noqa: B008 - it is frozen
    ) -> None:
        self._make_engine = make_engine
        self._on_status = on_status
        self._interval = interval
        self._backoff = backoff
        self._now = now
        self._status = SyncStatus()
        self._misses = 0
        # Below: shared with other threads, under the condition's lock.
        self._condition = threading.Condition()
        self._stopped = False
        self._woken_at: float | None = None
        self._urgent = False
        self._worked_at: float | None = None
        self._thread = threading.Thread(target=self._run, name="sync", daemon=True)

    def start(self) -> None:
        """Start, with a cycle at once."""
        self._thread.start()

    def wake(self) -> None:
        """Wake it to send: now, or half a minute after the last failed try."""
        with self._condition:
            self._worked_at = time.monotonic()
            if self._woken_at is None:
                self._woken_at = self._worked_at
            self._condition.notify()

    def attend(self) -> None:
        """Note that somebody is at work here, so that no pause is a long one."""
        with self._condition:
            was_away = not self._is_at_work()
            self._worked_at = time.monotonic()
            if was_away:
                self._condition.notify()

    def _is_at_work(self) -> bool:
        return self._worked_at is not None and time.monotonic() - self._worked_at < _AT_WORK_FOR

    def send_now(self) -> None:
        """Run at once: staff ask for it, the network is back, or the desk was enrolled.

        Only what the register itself asked for (``Retry-After``) is still waited for.
        """
        with self._condition:
            self._urgent = True
            self._condition.notify()

    def stop(self, timeout: float) -> bool:
        """Stop; waits for a call under way at most ``timeout`` seconds. Returns whether it ended.

        Nothing is lost by not waiting: what was being sent is sent again.
        """
        with self._condition:
            self._stopped = True
            self._condition.notify()
        if self._thread.is_alive():
            self._thread.join(timeout)
        return not self._thread.is_alive()

    def _stopping(self) -> bool:
        with self._condition:
            return self._stopped

    def _run(self) -> None:
        while not self._stopping():
            with self._condition:
                self._woken_at, self._urgent = None, False
            self._publish(replace(self._status, state=SyncState.SYNCING, next_try_at=None))
            wait = self._cycle()
            self._publish(self._status)
            self._wait(wait)

    def _cycle(self) -> "_Wait":
        try:
            engine = self._make_engine(self._stopping)
            if engine is None:
                return self._rest(SyncState.NOT_ENROLLED, None)
            report = engine.cycle()
        except DeskRefusedError as refused:
            return self._rest(SyncState.REFUSED, refused.code)
        except Exception as error:  # noqa: BLE001 - whatever it is, the sync worker goes on
            return self._failed(error)
        return self._done(report)

    def _done(self, report: CycleReport) -> "_Wait":
        online = self._is_online(report)
        hindering = [each for each in report.faults if not each.aside]
        codes = [each.code for each in hindering]
        fault = BUG if BUG in codes else next(iter(codes), None)
        for each in report.faults:
            _log.warning("sync, %s: %s: %s", each.direction, each.code, each.detail)
        self._status = replace(self._status, online=online, report=report)
        if report.refused is not None:
            return self._rest(SyncState.REFUSED, report.refused)
        if fault is None:
            self._backoff = self._backoff.succeeded()
            if not report.stopped:
                self._status = replace(self._status, last_success_at=self._now())
            wait = _Wait(self._interval)
        else:
            wait = self._back_off(report.retry_after)
        state = SyncState.OFFLINE if online is False else SyncState.IDLE
        state = SyncState.FAULT if fault == BUG else state
        self._status = replace(
            self._status, state=state, fault=fault, next_try_at=self._after(wait)
        )
        return wait

    def _is_online(self, report: CycleReport) -> bool | None:
        """Whether the register is reachable, by the last calls, earlier cycles included."""
        self._misses = report.misses if report.online else self._misses + report.misses
        if self._misses == 0:
            return True if report.online else self._status.online
        if self._misses >= _MISSES_UNTIL_OFFLINE:
            return False
        return True if report.online else self._status.online

    def _rest(self, state: SyncState, code: str | None) -> "_Wait":
        """Wait until somebody acts, since nothing can be done before."""
        self._backoff = self._backoff.succeeded()
        self._status = replace(self._status, state=state, fault=code, next_try_at=None)
        return _Wait(None)

    def _failed(self, error: Exception) -> "_Wait":
        code = getattr(error, "code", None)  # the store's and the keyring's errors have one
        _log.error("a sync cycle ended in an error:\n%s", traceback_text(error))
        wait = self._back_off(0.0)
        self._status = replace(
            self._status,
            state=SyncState.FAULT,
            fault=code if isinstance(code, str) else BUG,
            next_try_at=self._after(wait),
        )
        return wait

    def _back_off(self, retry_after: float) -> "_Wait":
        self._backoff = self._backoff.failed()
        seconds = self._backoff.delay(retry_after=retry_after)
        with self._condition:
            if self._is_at_work():
                seconds = min(seconds, max(LONGEST_PAUSE_AT_WORK, retry_after))
        return _Wait(
            seconds,
            even_if_woken=min(seconds, max(_KNOCKS_AFTER, retry_after)),
            even_if_urgent=retry_after,
            at_work=max(LONGEST_PAUSE_AT_WORK, retry_after),
        )

    def _after(self, wait: "_Wait") -> datetime | None:
        return None if wait.seconds is None else self._now() + timedelta(seconds=wait.seconds)

    def _publish(self, status: SyncStatus) -> None:
        try:
            self._on_status(status)
        except Exception as error:  # noqa: BLE001 - a bug of the listener must not end the sending
            _log.error("the status listener failed:\n%s", traceback_text(error))

    def _wait(self, wait: "_Wait") -> None:
        began = time.monotonic()
        with self._condition:
            while not self._stopped:
                left = self._left(wait, began)
                if left is not None and left <= 0:
                    return
                self._condition.wait(left)

    def _left(self, wait: "_Wait", began: float) -> float | None:
        """Seconds until the next cycle, of a wait that began then; ``None`` for ever."""
        woken_at = self._woken_at
        bound = wait.bound(
            woken=woken_at is not None, urgent=self._urgent, at_work=self._is_at_work()
        )
        if bound is None:
            return None
        until = began + bound
        if woken_at is not None and not self._urgent:
            until = max(until, woken_at + SOON)
        return until - time.monotonic()


@dataclass(frozen=True, slots=True)
class _Wait:
    """Seconds until the next cycle, ``None`` for ever; and whether it still holds when woken."""

    seconds: float | None
    even_if_woken: float = 0.0
    even_if_urgent: float = 0.0
    at_work: float = LONGEST_PAUSE_AT_WORK

    def bound(self, *, woken: bool, urgent: bool, at_work: bool) -> float | None:
        if urgent:
            return self.even_if_urgent
        if woken:
            return self.even_if_woken
        if at_work and self.seconds is not None:
            return min(self.seconds, self.at_work)
        return self.seconds
