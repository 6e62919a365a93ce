"""What came of a rescue, for whoever tells of it."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Rescued:
    """What came of a rescue: visits saved, operations to send, operations known to be lost.

    Without ``knows_all`` there may be more of those than can be known: the end of the journal is
    gone. ``aside`` is where the damaged file lies now.
    """

    visits: int
    unsent: int
    lost: int
    knows_all: bool
    aside: Path

    @property
    def is_complete(self) -> bool:
        """Whether nothing is missing, as far as can be known."""
        return self.knows_all and self.lost == 0
