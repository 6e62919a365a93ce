"""How desk and register stand with each other, as the desk remembers it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class DialogueState:
    """How desk and register stand with each other.

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


class Dialogue(Protocol):
    """What is known of the talk with the register."""

    def state(self) -> DialogueState:
        """What is known."""
        ...
