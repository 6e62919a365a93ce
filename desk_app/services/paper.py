"""Rows of paper forms that are being keyed in, and where they are kept meanwhile."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRow:
    """A line of a paper form as it has been keyed so far; ``id`` will be its visit's.

    ``number`` is as it was keyed, finished or not. Tickets that are ``None`` were left empty:
    whoever carries the card gets one. ``printed`` is the last valid day on the cardboard.
    """

    id: UUID
    offer_id: UUID
    day: date
    number: str = ""
    printed: date | None = None
    holder: int | None = None
    children: int | None = None
    grandchildren: int | None = None
    assistants: int | None = None
    worker: int | None = None
    community_minors: int | None = None


class PaperRows(Protocol):
    """Rows that were keyed and are not recorded yet."""

    def all(self) -> Sequence[PaperRow]:
        """Every row, in the order of keying."""
        ...

    def get(self, row_id: UUID) -> PaperRow | None:
        """One row; ``None`` when it is not there, or recorded."""
        ...

    def keep(self, row: PaperRow) -> None:
        """Write a row in the place of what was kept of it."""
        ...

    def drop(self, row_id: UUID) -> None:
        """Delete a row; no matter if there was none."""
        ...
