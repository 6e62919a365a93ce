"""Sends operations out of the outbox, each settled by its own result.

A batch that fails is split and retried behind the others, until the failing operation stands alone.
That holds for any fault: the register may fail on an operation, or a proxy on the way.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from sync.call_tracker import CallTracker
from sync.central_api import CentralApi
from sync.errors import (
    BrokenAnswerError,
    BusyError,
    CentralFaultError,
    DeskRefusedError,
    RequestRefusedError,
)
from sync.messages import MOST_OPERATIONS, OperationResult, Outcome
from sync.ports import OperationState, Outbox, SendResult
from sync.rules.visits import Operation

_STATES = {
    Outcome.ACCEPTED: OperationState.ACCEPTED,
    Outcome.DUPLICATE: OperationState.ACCEPTED,
    Outcome.REJECTED: OperationState.REJECTED,
    Outcome.RETRY: OperationState.PENDING,
}
_PASSES = 2
"""An operation that waits for a later one, or that failed, gets its second chance in the cycle."""
_MOST_FAILURES = 12
"""Enough to find one culprit among 500; the next cycle goes on with what is known by then."""
_LONGEST_FAILING = 60.0
_LONGEST_SENDING = 300.0
"""Seconds of failed calls, and of all, in one go: what is left goes out with the next."""


class Push:
    """One cycle's sending, and its counts.

    While ``patient``, an operation that failed by itself is sent only after its wait.
    """

    def __init__(
        self,
        api: CentralApi,
        outbox: Outbox,
        calls: CallTracker,
        *,
        patient: bool = True,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._api = api
        self._outbox = outbox
        self._calls = calls
        self._patient = patient
        self._clock = clock
        # Sets, since one that is sent a second time in a cycle is still one operation.
        self._spoken_of = set[UUID]()
        self._accepted = set[UUID]()
        self._rejected = set[UUID]()
        self.duplicates = set[UUID]()
        """What the register had before the last run, by its answers."""
        self._maybe_arrived = set[UUID]()  # a duplicate of these tells nothing
        self.aside: CentralFaultError | None = None
        """The fault of an operation that is sent behind the others from now on, if any is."""

    @property
    def sent(self) -> int:
        """The number of operations in the register's answers."""
        return len(self._spoken_of)

    @property
    def accepted(self) -> int:
        """The number of operations that the register has, now or before."""
        return len(self._accepted)

    @property
    def rejected(self) -> int:
        """The number of operations that the register rejected, and did not accept after all."""
        return len(self._rejected)

    def run(self) -> None:
        """Send all that waits. Whatever fails, nothing is left ``sending``.

        Raises ``CentralFaultError`` where more failed than single operations.
        """
        self.duplicates, self._maybe_arrived = set(), set()
        self._outbox.release()  # what a crash has left
        try:
            for _ in range(_PASSES):
                if not self._send_all():
                    return
        finally:
            self._outbox.release()

    def _send_all(self) -> bool:
        """Send every pending operation once; returns whether a second time may help.

        Those stay ``sending`` until the end, so that they are not taken a second time and do not
        stand in the way of the ones behind them.
        """
        sending, before = _Sending(self._clock), self.accepted
        is_unsure = False
        try:
            while batch := self._outbox.claim(
                MOST_OPERATIONS, at_least=sending.at_least, patient=self._patient
            ):
                self._send(batch, sending)
                if sending.is_over:
                    break
        finally:
            self._patient = True  # a wait is passed over once in a cycle
            is_unsure = self._settle_failures(sending)
        self._outbox.record_results(sending.again)
        if sending.fault is not None:
            raise sending.fault
        return is_unsure or (bool(sending.again) and self.accepted > before)

    def _send(self, batch: Sequence[Operation], sending: "_Sending") -> None:
        ids = [operation.id for operation in batch]
        is_there = self._calls.answered > 0
        try:
            results = self._submit(batch)
        except RequestRefusedError as refused:
            if len(batch) == 1:
                self._settle([SendResult(ids[0], OperationState.REJECTED, refused.code)])
            else:
                self._outbox.failed_together(ids)
            sending.at_least = 0
        except CentralFaultError as fault:
            is_revoked = isinstance(fault, DeskRefusedError) and fault.is_final
            if is_revoked or not is_there:  # nothing says that it is the batch, not the network
                raise
            sending.failed(ids, fault, misses=self._calls.misses)
            self._maybe_arrived.update(ids)
            if len(batch) > 1:
                self._outbox.failed_together(ids)
        else:
            # From one on, so that none that failed is always sent together with the same other.
            sending.at_least = 2 * sending.at_least or 1
            had = {result.id for result in results if result.outcome is Outcome.DUPLICATE}
            self.duplicates |= had - self._maybe_arrived
            sending.again += self._settle([_result(result) for result in results])

    def _submit(self, batch: Sequence[Operation]) -> Sequence[OperationResult]:
        results = self._calls.make(lambda: self._api.submit(list(batch)))
        if [result.id for result in results] != [operation.id for operation in batch]:
            raise BrokenAnswerError("POST /operations: the results are not those of the batch")
        return results

    def _settle(self, results: Sequence[SendResult]) -> list[SendResult]:
        """Settle all but those to be tried again, which are returned."""
        self._spoken_of.update(result.id for result in results)
        settled = [result for result in results if result.state is not OperationState.PENDING]
        if settled:
            self._outbox.record_results(settled)
            rejected = {each.id for each in settled if each.state is OperationState.REJECTED}
            accepted = {each.id for each in settled} - rejected
            self._accepted |= accepted
            self._rejected = self._rejected - accepted | rejected
        return [result for result in results if result.state is OperationState.PENDING]

    def _settle_failures(self, sending: "_Sending") -> bool:
        """Find out whose the faults of operations are that failed alone.

        A fault is an operation's own, which then waits, where the register takes others and says so
        itself, or still answers after the second failure. Any other may be the network's, which
        comes and goes. Returns whether that is unsure of any operation.
        """
        accepts_others = bool(self._spoken_of)
        if sending.alone and not self._is_still_there(sending):
            for each in sending.alone:
                if each.is_first:  # it may have made the register go: the others come before it
                    self._outbox.failed_alone(
                        each.id,
                        each.fault.code,
                        counts=accepts_others,
                        is_answer=each.is_answer,
                        is_there=False,
                    )
                else:
                    self._outbox.failed_together([each.id])
            return False
        own = [
            self._outbox.failed_alone(
                each.id, each.fault.code, counts=accepts_others, is_answer=each.is_answer
            )
            for each in sending.alone
        ]
        if not sending.is_over and (accepts_others or all(own)):
            self.aside = sending.fault if any(own) else self.aside
            sending.fault = None
        return accepts_others and not all(own)

    def _is_still_there(self, sending: "_Sending") -> bool:
        """Whether the register answers after the last fault, or has asked for a pause."""
        if not self._calls.misses or sending.is_paused:
            return True
        try:
            self._calls.make(self._api.me)
        except CentralFaultError:
            return False
        return True


@dataclass(frozen=True, slots=True)
class _Failure:
    """An operation that failed alone. ``misses``: how many calls in a row had no answer by then."""

    id: UUID
    fault: CentralFaultError
    misses: int

    @property
    def is_answer(self) -> bool:
        """Whether it failed by the register's own word."""
        return not self.misses

    @property
    def is_first(self) -> bool:
        """Whether the register still answered the call before."""
        return self.misses <= 1


class _Sending:
    """One attempt at all operations that wait."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._began = self._call_began = clock()
        self._failing = 0.0
        self._failures = 0
        self.is_paused = False
        """Whether the register asked for a pause."""
        self.again: list[SendResult] = []
        self.alone: list[_Failure] = []
        self.fault: CentralFaultError | None = None
        self._at_least = 0

    @property
    def at_least(self) -> int:
        """The batch size for operations that failed before: doubled when a batch was taken."""
        return self._at_least

    @at_least.setter
    def at_least(self, size: int) -> None:
        self._at_least = size
        self._call_began = self._clock()

    def failed(self, ids: Sequence[UUID], fault: CentralFaultError, *, misses: int) -> None:
        """Note that a batch failed."""
        now = self._clock()
        self._failing += now - self._call_began
        self._failures += 1
        self.at_least = 0
        self.fault = fault
        # The register itself says for how long; a stranger's word may be about this batch alone.
        self.is_paused |= isinstance(fault, BusyError) and fault.retry_after > 0
        if len(ids) == 1:
            self.alone.append(_Failure(ids[0], fault, misses))

    @property
    def is_over(self) -> bool:
        """Whether the rest has to wait for the next go."""
        return (
            self.is_paused
            or self._failures >= _MOST_FAILURES
            or self._failing >= _LONGEST_FAILING
            or self._clock() - self._began >= _LONGEST_SENDING
        )


def _result(result: OperationResult) -> SendResult:
    state = _STATES[result.outcome]
    code = result.code
    if state in _CODED and code is None:
        code = result.outcome.value  # the contract leaves it out at will; the inbox needs one
    duplicate = result.outcome is Outcome.DUPLICATE
    return SendResult(result.id, state, code, result.detail, duplicate)


_CODED = {OperationState.REJECTED, OperationState.PENDING}
