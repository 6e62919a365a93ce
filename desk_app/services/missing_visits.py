"""Visits that were recorded here, not yet sent, and are no longer in the desk's data."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class MissingVisits:
    """At least so many, recorded from ``first`` to ``last`` (UTC, by the machine's clock).

    Database and operation log were both replaced by an older copy, or are both gone. Where they
    were ``sought``, the register does not have them either.
    """

    count: int
    first: datetime
    last: datetime
    sought: bool


class MissingVisitsStore(Protocol):
    """Reads what is known to be missing."""

    def missing(self, now: datetime) -> MissingVisits | None:
        """What is missing, as noticed in the last 30 days; ``None`` for nothing."""
        ...
