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
            date.fromisoformat(valid_from),
            date.fromisoformat(valid_until),
            minors,
            area,
            bool(local_only),
        )
    except (ValueError, TypeError):  # TypeError: a table may have made a number of a day
        return OddCard(number, tuple(map(str, fields[1:])))
