"""Issuers' own data of a card: where and when it was given, and for statistics.

Birth year and postcode are here alone, so that nothing that goes to a desk can hold them.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Connection, Row, Select, insert, select, update

from sync.rules.card_numbers import look_alikes
from sync.rules.cards import Card
from sync.server.store import cards
from sync.server.store.console_tables import card_links, registered_cards, workplaces
from sync.server.store.desks import hash_token
from sync.server.store.tables import cards as card_table

_AT_ONCE = 2_000
_FEW = 100
"""For so many the register is asked about each look-alike; for more it is read once."""


@dataclass(frozen=True, slots=True)
class Details:
    """The details of a personal card's holder; a community card has neither."""

    birth_year: int | None = None
    postcode: str | None = None


@dataclass(frozen=True, slots=True)
class RegisteredCard:
    """A card as its issuer sees it; ``card`` is ``None`` where it has left the register."""

    id: UUID
    number: str
    area: str
    workplace_id: UUID | None
    workplace: str | None
    details: Details
    registered_at: datetime
    replaces: UUID | None
    card: Card | None


def _query() -> Select[Any]:
    known = registered_cards.c
    return (
        select(
            known.id,
            known.number.label("its_number"),
            known.area.label("its_area"),
            known.workplace_id,
            workplaces.c.name.label("workplace"),
            known.birth_year,
            known.postcode,
            known.registered_at,
            known.replaces,
            card_table,
        )
        .select_from(registered_cards)
        .outerjoin(workplaces, workplaces.c.id == known.workplace_id)
        .outerjoin(card_table, card_table.c.number == known.number)
    )


def get(connection: Connection, card_id: UUID) -> RegisteredCard:
    """One card. Raises ``KeyError``."""
    row = connection.execute(_query().where(registered_cards.c.id == card_id)).one_or_none()
    if row is None:
        raise KeyError(card_id)
    return _made(row)


def some(connection: Connection, ids: Collection[UUID]) -> list[RegisteredCard]:
    """Some cards, by when they were registered."""
    query = _query().where(registered_cards.c.id.in_(ids))
    return [_made(row) for row in connection.execute(_by_time(query))]


def of_workplaces(
    connection: Connection, ids: Collection[UUID] | None, limit: int
) -> list[RegisteredCard]:
    """The cards that were registered last at some workplaces, or anywhere."""
    query = _query() if ids is None else _query().where(registered_cards.c.workplace_id.in_(ids))
    return [_made(row) for row in connection.execute(_by_time(query).limit(limit))]


def id_of(connection: Connection, number: str) -> tuple[UUID, str] | None:
    """The id and the area of a card by its number."""
    known = registered_cards.c
    query = select(known.id, known.area).where(known.number == number)
    row = connection.execute(query).one_or_none()
    return None if row is None else (row.id, row.area)


def existing(connection: Connection, numbers: Collection[str]) -> dict[str, Card]:
    """Return those of some numbers that are in the register, with their cards."""
    found = {}
    wanted = sorted(numbers)
    for start in range(0, len(wanted), _AT_ONCE):
        some_of_them = card_table.c.number.in_(wanted[start : start + _AT_ONCE])
        for row in connection.execute(select(card_table).where(some_of_them)):
            found[row.number] = Card(*row)
    return found


def similar(connection: Connection, numbers: Collection[str]) -> dict[str, list[Card]]:
    """The cards in the register that each of some new numbers could be mistyped from."""
    candidates = {number: look_alikes(number) for number in numbers}
    there = existing(connection, set().union(*candidates.values()))
    return {
        number: [there[each] for each in sorted(alike & there.keys())]
        for number, alike in candidates.items()
        if alike & there.keys()
    }


def with_look_alikes(connection: Connection, numbers: Collection[str]) -> set[str]:
    """Return the new numbers that could be mistyped from one in the register."""
    if len(numbers) <= _FEW:
        return {*similar(connection, numbers)}
    there = set(connection.scalars(select(card_table.c.number)))
    return {number for number in numbers if not there.isdisjoint(look_alikes(number))}


def add(
    connection: Connection,
    card: Card,
    workplace_id: UUID | None,
    details: Details,
    now: datetime,
    *,
    new: UUID | None = None,
    replaces: UUID | None = None,
) -> UUID:
    """Note a card that is registered with the same transaction, or was before there was a console.

    Its id may be chosen beforehand.

    A number that was in the register before, and left it, is the same card again.
    """
    values = {
        "workplace_id": workplace_id,
        "area": card.area,
        "birth_year": details.birth_year,
        "postcode": details.postcode,
        "registered_at": now,
        "replaces": replaces,
    }
    known = id_of(connection, card.number)
    if known is not None:
        revoke_links(connection, known[0], now)  # they were the holder's before
        mine = registered_cards.c.id == known[0]
        connection.execute(update(registered_cards).where(mine).values(values))
        return known[0]
    new = new or uuid4()
    connection.execute(insert(registered_cards).values(id=new, number=card.number, **values))
    return new


def add_all(
    connection: Connection,
    wanted: Sequence[tuple[UUID, Card, Details]],
    workplace_id: UUID,
    now: datetime,
) -> list[UUID]:
    """Register many new cards at once, by ids chosen beforehand; their ids in the same order."""
    cards.change(connection, [card for _, card, _ in wanted], now)
    known = _known(connection, [card.number for _, card, _ in wanted])
    made, rows = [], []
    for new, card, details in wanted:
        if card.number in known:
            made.append(add(connection, card, workplace_id, details, now))
            continue
        made.append(new)
        rows.append(
            {
                "id": new,
                "number": card.number,
                "workplace_id": workplace_id,
                "area": card.area,
                "birth_year": details.birth_year,
                "postcode": details.postcode,
                "registered_at": now,
            }
        )
    if rows:
        connection.execute(insert(registered_cards), rows)
    return made


def _known(connection: Connection, numbers: Sequence[str]) -> set[str]:
    """Return those of some numbers that were registered before."""
    found: set[str] = set()
    for start in range(0, len(numbers), _AT_ONCE):
        some_of_them = registered_cards.c.number.in_(numbers[start : start + _AT_ONCE])
        found |= set(connection.scalars(select(registered_cards.c.number).where(some_of_them)))
    return found


def add_link(connection: Connection, card_id: UUID, token: str, now: datetime) -> None:
    """Let a person who has the token see the card; links before it end."""
    revoke_links(connection, card_id, now)
    connection.execute(
        insert(card_links).values(token_hash=hash_token(token), card_id=card_id, made_at=now)
    )


def revoke_links(connection: Connection, card_id: UUID, now: datetime) -> int:
    """End every link to a card; how many there were."""
    open_ones = (card_links.c.card_id == card_id) & card_links.c.revoked_at.is_(None)
    return connection.execute(update(card_links).where(open_ones).values(revoked_at=now)).rowcount


def has_link(connection: Connection, card_id: UUID) -> bool:
    """Whether anybody may hold a link to a card."""
    open_ones = (card_links.c.card_id == card_id) & card_links.c.revoked_at.is_(None)
    return connection.scalar(select(card_links.c.made_at).where(open_ones).limit(1)) is not None


def by_link(connection: Connection, token: str) -> RegisteredCard:
    """The card that a link shows. Raises ``KeyError``."""
    mine = (card_links.c.token_hash == hash_token(token)) & card_links.c.revoked_at.is_(None)
    card_id = connection.scalar(select(card_links.c.card_id).where(mine))
    if card_id is None:
        raise KeyError
    return get(connection, card_id)


def was_link(connection: Connection, token: str) -> bool:
    """Whether there has ever been such a link."""
    mine = card_links.c.token_hash == hash_token(token)
    return connection.scalar(select(card_links.c.card_id).where(mine)) is not None


def _by_time(query: Select[Any]) -> Select[Any]:
    return query.order_by(registered_cards.c.registered_at.desc(), registered_cards.c.number)


def _made(row: Row[Any]) -> RegisteredCard:
    is_there = row.number is not None
    card = Card(**{name: getattr(row, name) for name in Card.__slots__}) if is_there else None
    return RegisteredCard(
        row.id,
        row.its_number,
        row.its_area,
        row.workplace_id,
        row.workplace,
        Details(row.birth_year, row.postcode),
        row.registered_at,
        row.replaces,
        card,
    )
