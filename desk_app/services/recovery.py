"""The result of checking and recovering the store when it was opened."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovery:
    """One recovery, at ``at`` (UTC).

    ``rebuilt`` says that the database was damaged or gone and was made anew; ``visits`` are in it
    now, and ``aside`` is where the damaged file lies. ``taken_in`` were lacking in the database
    and came from the operation log. ``log_renewed`` says that the operation log was damaged or
    gone and was completed from the database. ``lost`` are known to be gone from both, recorded
    between ``lost_since`` and ``lost_until`` (by the machine's clock, as far as that is known).
    Without ``knows_all`` there may be more, recorded after ``lost_since``: the end of the log is
    gone as well.
    """

    at: datetime
    rebuilt: bool = False
    visits: int = 0
    taken_in: int = 0
    log_renewed: bool = False
    lost: int = 0
    knows_all: bool = True
    aside: Path | None = None
    lost_since: datetime | None = None
    lost_until: datetime | None = None

    @property
    def is_complete(self) -> bool:
        """Whether nothing is missing, as far as can be known."""
        return self.knows_all and self.lost == 0
