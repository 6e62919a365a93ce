"""The card in the register. It contains nothing about the person."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sync.rules.card_numbers import is_normal


class CardKind(StrEnum):
    """The kind of the card's holder."""

    PERSONAL = "personal"  # the client's own card (asiakkaan Kaikukortti)
    COMMUNITY = "community"  # carried by a worker for a group (yhteisön Kaikukortti)


class CardStatus(StrEnum):
    """The card's status in the register, its dates aside."""

    ACTIVE = "active"
    SUSPENDED = "suspended"  # for a time; the issuer can lift it
    REVOKED = "revoked"  # for good: lost, stolen or withdrawn


@dataclass(frozen=True, slots=True)
class Card:
    """One line of the register (contract 1.4).

    ``valid_from`` and ``valid_until`` are both days on which the card works. ``minors`` is how
    many children and grandchildren the card has together. A ``local_only`` card works in its own
    ``area`` and nowhere else.

    Raises ``ValueError`` for a number that is not normalised or a negative count.
    """

    number: str
    kind: CardKind
    status: CardStatus
    valid_from: date
    valid_until: date
    minors: int
    area: str
    local_only: bool

    def __post_init__(self) -> None:
        if not is_normal(self.number):
            raise ValueError("the card's number is not in its normal form")
        if not 0 <= self.minors <= MOST_MINORS:
            raise ValueError(f"minors must be 0 to {MOST_MINORS}")


@dataclass(frozen=True, slots=True)
class OddCard:
    """A card that this program cannot read: of an unknown kind or status, or out of its bounds.

    It is kept for the register's count and checksum, and judged as unknown (contract 1.4).
    ``fields`` are the other fields of its line, in the line's order, as they came.
    """

    number: str
    fields: tuple[str, ...]


MOST_MINORS = 999
"""Ours: a bound that no family reaches and every column holds."""
