"""Sending: operations out of the outbox, in journal order, each settled by its own answer."""

from collections.abc import Sequence
from uuid import UUID

from sync.calls import Calls
from sync.errors import BrokenAnswerError, RequestRefusedError
from sync.ports import Fate, OperationState, Outbox
from sync.protocol import MOST_OPERATIONS, CentralApi, OperationResult, Outcome
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
        stand in the way of the ones behind them.
        """
        again: list[Fate] = []
        while batch := self._outbox.take(MOST_OPERATIONS):
            again += self._send(batch)
        self._outbox.settle(again)
        return bool(again)

    def _send(self, batch: Sequence[Operation]) -> list[Fate]:
        """Send a batch, and settle all but those to be tried again, which are given back.

        A batch that is refused as a whole is halved until the culprit stands alone.
        """
        again: list[Fate] = []
        portions = [batch]
        while portions:
            portion = portions.pop()
            try:
                fates = self._submit(portion)
            except RequestRefusedError as refused:
                if len(portion) > 1:
                    middle = len(portion) // 2
                    portions += [portion[middle:], portion[:middle]]  # the first half goes first
                    continue
                culprit = portion[0].id
                fates = [Fate(culprit, OperationState.REJECTED, refused.code)]
            self._settle([fate for fate in fates if fate.state is not OperationState.PENDING])
            again += [fate for fate in fates if fate.state is OperationState.PENDING]
            self._spoken_of.update(fate.id for fate in fates)
        return again

    def _submit(self, portion: Sequence[Operation]) -> list[Fate]:
        results = self._calls.make(lambda: self._api.submit(list(portion)))
        if [result.id for result in results] != [operation.id for operation in portion]:
            raise BrokenAnswerError("POST /operations: the results are not those of the batch")
        return [_fate(result) for result in results]

    def _settle(self, fates: Sequence[Fate]) -> None:
        if not fates:
            return
        self._outbox.settle(fates)
        rejected = sum(fate.state is OperationState.REJECTED for fate in fates)
        self.rejected += rejected
        self.accepted += len(fates) - rejected


def _fate(result: OperationResult) -> Fate:
    state = _STATES[result.outcome]
    code = result.code
    if state is OperationState.REJECTED and code is None:
        code = "rejected"  # the contract leaves it out at will; the inbox needs one
    return Fate(result.id, state, code, result.detail)
