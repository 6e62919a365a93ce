"""A card as the fields of its line (contract 1.4): in the desk's tables, and in its files."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sync.rules.cards import Card, CardKind, CardStatus, OddCard


def fields_of(card: Card | OddCard) -> tuple[Any, ...]:
    """The fields; an odd card's are as they came, whatever they are."""
    if isinstance(card, OddCard):
        return (card.number, *card.fields)
    return (
        card.number,
        card.kind.value,
        card.status.value,
        card.valid_from.isoformat(),
        card.valid_until.isoformat(),
        card.minors,
        card.area,
        int(card.local_only),
    )


def card_of(fields: Sequence[Any]) -> Card | OddCard:
    """The card with these fields; an odd one where they are no card's."""
    number, kind, status, valid_from, valid_until, minors, area, local_only = fields
    try:
        return Card(
            number,
            CardKind(kind),
            CardStatus(status),
            _day(valid_from),
            _day(valid_until),
            minors,
            area,
            _IS_LOCAL_ONLY[local_only],
        )
    except (ValueError, TypeError, KeyError):  # TypeError: a table may make a number of a day
        return OddCard(number, tuple(map(str, fields[1:])))


def _day(text: str) -> date:
    """A day that is written as it was signed. Raises ``ValueError``."""
    day = date.fromisoformat(text)
    if day.isoformat() != text:
        raise ValueError("the day is written in another way")
    return day


_IS_LOCAL_ONLY = {0: False, 1: True}
