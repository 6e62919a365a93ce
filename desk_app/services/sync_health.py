"""The health of the sync: problems between desk and register that staff have to know."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncHealth:
    """The problems that lie between the desk and the register, as noticed while syncing.

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


class SyncHealthReader(Protocol):
    """Reads the sync health."""

    def health(self) -> SyncHealth:
        """The sync health as of the last cycle."""
        ...
