"""Sending: operations out of the outbox, in journal order, each settled by its own answer."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from uuid import UUID

from sync.calls import Calls, StoppedError
from sync.errors import BrokenAnswerError, CentralFaultError, RequestRefusedError
from sync.ports import Fate, OperationState, Outbox
from sync.protocol import MOST_OPERATIONS, CentralApi, Detail, OperationResult, Outcome
from sync.rules.visits import Operation

_STATES = {
    Outcome.ACCEPTED: OperationState.ACCEPTED,
    Outcome.DUPLICATE: OperationState.ACCEPTED,
    Outcome.REJECTED: OperationState.REJECTED,
    Outcome.RETRY: OperationState.PENDING,
}
_PASSES = 2
"""What was told to wait for a later operation gets its second chance in the same cycle."""


class Push:
    """One cycle's sending, and its figures."""

    def __init__(self, api: CentralApi, outbox: Outbox, calls: Calls) -> None:
        self._api = api
        self._outbox = outbox
        self._calls = calls
        self._spoken_of = set[UUID]()
        self.accepted = 0
        self.rejected = 0

    @property
    def sent(self) -> int:
        """How many operations the register spoke of."""
        return len(self._spoken_of)

    def run(self) -> None:
        """Send all that waits. Whatever fails, nothing is left ``sending``."""
        self._outbox.release()  # what a crash has left
        try:
            for _ in range(_PASSES):
                before = self.accepted
                if not self._send_all() or self.accepted == before:
                    return
        finally:
            self._outbox.release()

    def _send_all(self) -> bool:
        """Send every pending operation once; whether any is to be tried again.

        Those stay ``sending`` until the end, so that they are not taken a second time and do not
        stand in the way of the ones behind them. One batch is under way at a time; meanwhile the
        last one is settled and the next one taken, so that disk and register do not wait in turn.
        """
        again: list[Fate] = []
        told = _Told()
        batch = self._outbox.take(MOST_OPERATIONS)
        with ThreadPoolExecutor(max_workers=1, thread_name_prefix="sending") as line:
            while batch:
                under_way = line.submit(self._send, batch)
                again += self._settle(told)
                batch = self._outbox.take(MOST_OPERATIONS)
                told = under_way.result()
                if told.fault is not None:
                    batch = ()
        again += self._settle(told)
        if told.fault is not None:
            raise told.fault
        self._outbox.settle(again)
        return bool(again)

    def _send(self, batch: Sequence[Operation]) -> "_Told":
        """Send a batch; one that is refused as a whole is halved until the culprit stands alone."""
        fates: list[Fate] = []
        portions = [batch]
        while portions:
            portion = portions.pop()
            try:
                fates += self._submit(portion)
            except RequestRefusedError as refused:
                if len(portion) > 1:
                    middle = len(portion) // 2
                    portions += [portion[middle:], portion[:middle]]  # the first half goes first
                    continue
                fates.append(Fate(portion[0].id, OperationState.REJECTED, refused.code))
            except (CentralFaultError, StoppedError) as fault:
                return _Told(fates, fault)
        return _Told(fates)

    def _submit(self, portion: Sequence[Operation]) -> list[Fate]:
        results = self._calls.make(lambda: self._api.submit(list(portion)))
        if [result.id for result in results] != [operation.id for operation in portion]:
            raise BrokenAnswerError("POST /operations: the results are not those of the batch")
        return [_fate(result) for result in results]

    def _settle(self, told: "_Told") -> list[Fate]:
        """Settle all but those to be tried again, which are given back."""
        self._spoken_of.update(fate.id for fate in told.fates)
        settled = [fate for fate in told.fates if fate.state is not OperationState.PENDING]
        if settled:
            self._outbox.settle(settled)
            rejected = sum(fate.state is OperationState.REJECTED for fate in settled)
            self.rejected += rejected
            self.accepted += len(settled) - rejected
        return [fate for fate in told.fates if fate.state is OperationState.PENDING]


@dataclass(frozen=True, slots=True)
class _Told:
    """What the register said of a batch, or of its beginning, after which a fault came."""

    fates: Sequence[Fate] = ()
    fault: CentralFaultError | StoppedError | None = None


def _fate(result: OperationResult) -> Fate:
    state = _STATES[result.outcome]
    code = result.code
    if state is OperationState.REJECTED and code is None:
        code = "rejected"  # the contract leaves it out at will; the inbox needs one
    return Fate(result.id, state, code, _text_of(result.detail))


def _text_of(detail: str | Detail | None) -> str | None:
    """Words in several languages are kept as JSON; see :meth:`Detail.of_text`."""
    return detail.model_dump_json(exclude_none=True) if isinstance(detail, Detail) else detail
