"""The report of a cycle: its counts and its faults."""

from dataclasses import dataclass
from enum import StrEnum

from sync.ports import RegisterStatus

BUG = "bug"
"""The fault of what ended in an error without a code of its own."""
POLICY_UNREAD = "policy_unread"
"""The fault of a policy some fields of which cannot be read."""


class Direction(StrEnum):
    """The parts of a cycle; the failure of one never stops another."""

    DESK = "desk"
    PUSH = "push"
    REGISTER = "register"
    ACTIVITY = "activity"
    OFFERS = "offers"


@dataclass(frozen=True, slots=True)
class Fault:
    """The fault that stopped a direction. ``detail`` is for the log, and has no card number.

    One that is ``aside`` is no reason to go more slowly: a single operation waits behind the
    others, or a single field stays as it was.
    """

    direction: Direction
    code: str
    detail: str
    aside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CycleReport:
    """The result of one cycle.

    ``online`` says that the register answered a call; ``misses`` counts the failed calls since
    the last one that it answered. ``sent`` counts the operations that it spoke of: those it has
    accepted (now or before), those rejected, and those to be tried again. ``pending`` is what
    still waits. ``refused`` is its code when it no longer knows this desk; ``retry_after`` is for
    how many seconds it asked to be left alone. A cycle that was ``stopped`` is not a whole one.
    ``resent`` counts the operations that are sent once more, since the register had lost them, and
    ``card_came`` those whose card has come into the register meanwhile. ``forked`` says that this
    desk's data is in use twice, or that an old copy was put back. ``needs_code`` says that the
    register has not known the desk's token on two days.
    """

    online: bool
    misses: int
    sent: int
    accepted: int
    rejected: int
    pending: int
    register: RegisterStatus | None
    faults: tuple[Fault, ...] = ()
    refused: str | None = None
    retry_after: float = 0.0
    stopped: bool = False
    resent: int = 0
    card_came: int = 0
    forked: bool = False
    needs_code: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether every direction came to its end."""
        whole = self.online and not self.stopped and self.refused is None
        return whole and all(fault.aside for fault in self.faults)
