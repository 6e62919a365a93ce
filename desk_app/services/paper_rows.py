"""Rows of paper forms that are being entered, and the Protocol of their storage."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRow:
    """A line of a paper form as entered so far; ``id`` will be its visit's.

    ``number`` is as it was keyed, finished or not. ``counts`` has the tickets by kind; a kind that
    is not in it was left empty. ``printed`` is the last valid day on the cardboard, ``value_cents``
    the fee where the form has one.
    """

    id: UUID
    offer_id: UUID
    day: date
    number: str = ""
    printed: date | None = None
    value_cents: int | None = None
    counts: Mapping[str, int] = field(default_factory=dict)


class PaperRows(Protocol):
    """Stores rows that were entered and are not recorded yet."""

    def all(self) -> Sequence[PaperRow]:
        """Every row, in the order of entry."""
        ...

    def get(self, row_id: UUID) -> PaperRow | None:
        """One row; ``None`` when it does not exist, or is recorded."""
        ...

    def save(self, row: PaperRow) -> None:
        """Save a row, replacing its earlier state."""
        ...

    def drop(self, row_id: UUID) -> None:
        """Delete a row, if it exists."""
        ...
