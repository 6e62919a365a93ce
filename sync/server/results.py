"""What a desk is told of its operations, as light as it can be: there are ten thousand a second."""

from collections.abc import Sequence
from uuid import UUID

from msgspec import Struct
from msgspec.json import encode

from sync.protocol import OperationResult, Outcome
from sync.rules.codes import Refusal
from sync.rules.visits import Operation
from sync.server.batches import Unreadable


class Result(Struct, frozen=True, omit_defaults=True):
    """The same fields as :class:`sync.protocol.OperationResult`, at a sixth of its price.

    The register makes them itself, so there is nothing to validate.
    """

    id: UUID
    outcome: Outcome
    code: str | None = None
    detail: str | None = None

    def as_message(self) -> OperationResult:
        """The result as the protocol has it."""
        return OperationResult(id=self.id, outcome=self.outcome, code=self.code, detail=self.detail)


def accepted(operation: Operation) -> Result:
    """It is on record."""
    return Result(operation.id, Outcome.ACCEPTED)


def rejected(item: Operation | Unreadable, code: Refusal, detail: str) -> Result:
    """It is not, and why."""
    return Result(item.id, Outcome.REJECTED, code, detail)


def write_answer(results: Sequence[Result]) -> bytes:
    """The answer to a batch as JSON: :class:`sync.protocol.OperationsAnswer`."""
    return encode({"results": results})
