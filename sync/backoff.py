"""The delay after a failure, so that a thousand desks do not come back at once."""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

_MOST_DOUBLINGS = 32
"""Beyond this the ceiling has long been reached."""


@dataclass(frozen=True, slots=True)
class Backoff:
    """Exponential backoff with full jitter, in seconds; ``failures`` is how many came in a row."""

    first: float = 2.0
    ceiling: float = 300.0
    failures: int = 0

    def failed(self) -> "Backoff":
        """The backoff after one failure more."""
        return replace(self, failures=self.failures + 1)

    def succeeded(self) -> "Backoff":
        """The backoff after a success."""
        return replace(self, failures=0)

    def delay(
        self, *, retry_after: float = 0.0, chance: Callable[[], float] = random.random
    ) -> float:
        """Seconds to wait: what the register asked for, and on top of it a share by chance.

        ``chance`` gives a number from 0 to 1.
        """
        if not self.failures:
            return retry_after
        doublings = min(self.failures - 1, _MOST_DOUBLINGS)
        return retry_after + chance() * min(self.ceiling, self.first * (1 << doublings))
