"""Operations that were recorded here, not yet sent, and are no longer in the desk's data."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class MissingOperations:
    """Missing operations: ``count`` or more, recorded from ``first`` to ``last``.

    These are UTC, by the machine's clock.

    Database and operation log were both replaced by an older copy, or are both gone. Where they
    were ``sought``, the register does not have them either.
    """

    count: int
    first: datetime
    last: datetime
    sought: bool


class MissingOperationsStore(Protocol):
    """What is known to be missing."""

    def missing(self, now: datetime) -> MissingOperations | None:
        """What was noticed in the last 30 days and not acknowledged; ``None`` for nothing."""
        ...

    def acknowledge(self, now: datetime) -> int:
        """Note that a person has read of all that is missing; of how many operations."""
        ...
