"""Giving cards, and what becomes of them later. Each change is in the register with its audit.

What changes reaches the desks by the feed that they follow, as everything that is imported does.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import Connection

from sync.rules.card_numbers import CardNumber, mask
from sync.rules.cards import Card, CardStatus
from sync.rules.payloads import card_number
from sync.rules.periods import last_valid_day
from sync.server.console.context import Console
from sync.server.console.store import console_audit, registered_cards
from sync.server.console.store.accounts import Account
from sync.server.console.store.console_audit import AuditEntry
from sync.server.console.store.registered_cards import Details, RegisteredCard
from sync.server.store import cards

YOUNGEST = 16
"""Who turns so old in the running year can have a card (kaikukortti.fi, terms)."""
EARLIEST_BIRTH_YEAR = 1900


class NotPossibleError(Exception):
    """The card's state does not allow it; ``key`` is the text that says why."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def read_number(text: str) -> CardNumber:
    """A number as it was typed or scanned. Raises ``ValueError``."""
    number = card_number(text)
    if number is None:
        raise ValueError("no card's number")
    return number


def birth_years(today: date) -> tuple[int, int]:
    """The first and the last year that a holder can be born in."""
    return EARLIEST_BIRTH_YEAR, today.year - YOUNGEST


def read_postcode(text: str) -> str:
    """Five digits. Raises ``ValueError``."""
    if len(text) != 5 or not (text.isascii() and text.isdigit()):
        raise ValueError("no postcode")
    return text


def register(console: Console, account: Account, card: Card, details: Details, new: UUID) -> UUID:
    """Put a new card into the register, by an id that its form brought; the card's id.

    Raises :class:`NotPossibleError` for one that is there, but not by this very form.
    """
    now = console.now()
    with console.database.writing() as connection:
        cards.head(connection, lock=True)
        if registered_cards.existing(connection, [card.number]):
            return _made_before(connection, card.number, new)
        cards.change(connection, [card], now)
        workplace = account.workplace.id
        made = registered_cards.add(connection, card, workplace, details, now, new=new)
        _write_down(connection, console, account, "card_registered", card)
    return made


def _made_before(connection: Connection, number: str, new: UUID) -> UUID:
    """The id of a card that its form, sent twice, has made. Raises :class:`NotPossibleError`."""
    known = registered_cards.id_of(connection, number)
    if known is None or known[0] != new:
        raise NotPossibleError("cards.is_there")
    return new


def register_all(
    console: Console, account: Account, wanted: Sequence[tuple[UUID, Card, Details]]
) -> list[UUID]:
    """Put many new cards into the register, or none.

    Raises :class:`NotPossibleError` where somebody else has registered one of them meanwhile.
    """
    now = console.now()
    with console.database.writing() as connection:
        cards.head(connection, lock=True)
        if registered_cards.existing(connection, {card.number for _, card, _ in wanted}):
            made_by_this = registered_cards.some(connection, [new for new, _, _ in wanted])
            if len(made_by_this) < len(wanted):
                raise NotPossibleError("batch.changed_meanwhile")
            return [new for new, _, _ in wanted]
        made = registered_cards.add_all(connection, wanted, account.workplace.id, now)
        entries = [_entry(console, "card_registered", card) for _, card, _ in wanted]
        console_audit.add_all(connection, now, account, entries)
    return made


def renew(console: Console, account: Account, registered: RegisteredCard, minors: int) -> None:
    """Let a card be valid for another twelve months from today; it never ends sooner than before.

    Between its old end and today it was not valid, and that stays so.
    """
    today = console.today()

    def renewed(card: Card) -> Card:
        if card.status is not CardStatus.ACTIVE:
            raise NotPossibleError("cards.not_active")
        begins = today if card.valid_until < today else card.valid_from
        ends = max(card.valid_until, last_valid_day(max(today, card.valid_from)))
        return replace(card, valid_from=begins, valid_until=ends, minors=minors)

    _change(console, account, registered, "card_renewed", renewed)


def set_status(
    console: Console, account: Account, registered: RegisteredCard, status: CardStatus
) -> None:
    """Suspend a card, let it hold again, or end it for good."""

    def changed(card: Card) -> Card:
        if card.status is CardStatus.REVOKED:
            raise NotPossibleError("cards.is_revoked")
        return replace(card, status=status)

    _change(console, account, registered, f"card_{status}", changed)


def replace_lost(
    console: Console, account: Account, registered: RegisteredCard, number: CardNumber, new: UUID
) -> UUID:
    """A card of another number in the place of a lost one, which ends; its id, by its form's."""
    now = console.now()
    with console.database.writing() as connection:
        cards.head(connection, lock=True)
        if registered_cards.existing(connection, [number]):
            return _made_before(connection, number, new)
        current = registered_cards.get(connection, registered.id)
        if current.card is None or current.card.status is CardStatus.REVOKED:
            raise NotPossibleError("cards.is_revoked")
        new_card = replace(current.card, number=number, status=CardStatus.ACTIVE)
        ended = replace(current.card, status=CardStatus.REVOKED)
        cards.change(connection, [ended, new_card], now)
        registered_cards.revoke_links(connection, current.id, now)
        workplace = account.workplace.id
        made = registered_cards.add(
            connection, new_card, workplace, current.details, now, new=new, replaces=current.id
        )
        _write_down(connection, console, account, "card_replaced", ended)
        _write_down(connection, console, account, "card_registered", new_card)
    return made


def _change(
    console: Console,
    account: Account,
    registered: RegisteredCard,
    action: str,
    changed: Callable[[Card], Card],
) -> None:
    """Change a card as it is now, whatever somebody else has done since the page was shown."""
    now = console.now()
    with console.database.writing() as connection:
        cards.head(connection, lock=True)
        current = registered_cards.get(connection, registered.id).card
        if current is None:
            raise NotPossibleError("cards.gone")
        new = changed(current)
        cards.change(connection, [new], now)
        if new.status is CardStatus.REVOKED:
            registered_cards.revoke_links(connection, registered.id, now)
        _write_down(connection, console, account, action, new)


def _write_down(
    connection: Connection,
    console: Console,
    account: Account,
    action: str,
    card: Card,
) -> None:
    console_audit.add_all(connection, console.now(), account, [_entry(console, action, card)])


def _entry(console: Console, action: str, card: Card) -> AuditEntry:
    return AuditEntry(
        action=action,
        subject=mask(card.number),
        area=card.area,
        mark=console.mark_of(card.number),
        detail=f"{card.valid_from}/{card.valid_until}",
    )
