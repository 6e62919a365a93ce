"""The desk's record of its exchange with the register."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class DialogueState:
    """The state of the exchange between desk and register.

    ``forked_at`` is when the register said that this desk's data is in use twice, or that an old
    copy was put back; ``resent_at`` when so many operations were ``resent``, since the register had
    lost them. A ``token_doubted`` is one that the register did not know at the last call; after
    two days of that the desk ``needs_code``.
    """

    forked_at: datetime | None = None
    resent_at: datetime | None = None
    resent: int = 0
    token_doubted: bool = False
    needs_code: bool = False


class DialogueReader(Protocol):
    """Reads the state of the exchange with the register."""

    def state(self) -> DialogueState:
        """The stored state."""
        ...
