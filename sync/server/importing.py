"""Cards, offers and venues out of NDJSON files: all of it, or nothing and the line that is bad.

Every file is read and checked whole before anything is locked: a file may come through a slow
pipe, while desks go on sending. Then all is written in one transaction, and the database looks at
its tables anew, so that it plans for them as they are now.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from uuid import UUID

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import Connection

from sync.protocol import OFFER, Drop, Message
from sync.rules.cards import Card
from sync.rules.offers import Offer
from sync.rules.texts import check_text
from sync.rules.venues import Venue
from sync.server.authority import Authority
from sync.server.batches import complaint
from sync.server.store import cards, offers, venues
from sync.server.store.cards import CardChange, Tally

LONGEST_LINE = 1 << 16
LONGEST_WORDS = 200
"""Ours: characters of a venue's or an area's name."""
_CARD = TypeAdapter(Card)
_VENUE = TypeAdapter(Venue)


class BadLineError(Exception):
    """A line that cannot be taken in; the message names file and line, never what stands there."""

    def __init__(self, path: Path, line: int, reason: str) -> None:
        super().__init__(f"{path}, line {line}: {reason}; nothing was imported")


@dataclass(frozen=True, slots=True)
class Files:
    """What to import, in the order in which it is read."""

    venues: Path | None = None
    offers: Path | None = None
    cards: Path | None = None


@dataclass(slots=True)
class Report:
    """What an import came to."""

    venues: int = 0
    offers: int = 0
    offers_dropped: int = 0
    cards: Tally = field(default_factory=Tally)


class _OfferPlace(Message):
    venue_id: str


class _OfferDrop(Message):
    op: Literal["drop"]
    id: UUID
    venue_id: str | None = None


@dataclass(frozen=True, slots=True)
class _OfferLine:
    """A line about an offer: what it is to be, or ``None`` where it is to go."""

    number: int
    venue_id: str | None
    id: UUID
    offer: Offer | None


def import_files(authority: Authority, files: Files) -> Report:
    """Import everything in one transaction. Raises :class:`BadLineError` or ``OSError``."""
    read_venues = list(_venues(files.venues)) if files.venues else []
    read_offers = list(_offers(files.offers)) if files.offers else []
    read_cards = list(_cards(files.cards)) if files.cards else []
    report = Report()
    with authority.database.writing() as connection:
        report.venues = venues.put(connection, read_venues)
        if files.offers is not None:
            _import_offers(connection, files.offers, read_offers, report)
        if read_cards:
            report.cards = cards.change(connection, read_cards, authority.now())
    authority.database.analyse()
    return report


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """Line numbers and lines, without blank ones."""
    with path.open("rb") as file:
        number = 0
        while line := file.readline(LONGEST_LINE + 1):
            number += 1
            if len(line) > LONGEST_LINE:
                raise BadLineError(path, number, f"longer than {LONGEST_LINE} bytes")
            line = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
            if line.strip():
                yield number, line


def _venues(path: Path) -> Iterator[Venue]:
    for number, line in _lines(path):
        try:
            venue = _VENUE.validate_json(line, strict=True)
            for words in (venue.id, venue.name, venue.area):
                check_text(words, "a venue's id, name or area", longest=LONGEST_WORDS)
        except ValueError as wrong:
            raise BadLineError(path, number, _reason(wrong)) from wrong
        yield venue


def _cards(path: Path) -> Iterator[CardChange]:
    for number, line in _lines(path):
        try:
            yield _card(line)
        except ValueError as wrong:
            raise BadLineError(path, number, _reason(wrong)) from wrong


def _card(line: bytes) -> CardChange:
    try:
        card = _CARD.validate_json(line, strict=True)
    except ValidationError:
        if not _is_drop(line):
            raise
        return Drop.model_validate_json(line).number
    check_text(card.area or None, "a card's area", longest=LONGEST_WORDS)
    return card


def _offers(path: Path) -> Iterator[_OfferLine]:
    for number, line in _lines(path):
        try:
            yield _offer(number, line)
        except (ValueError, OverflowError) as wrong:
            raise BadLineError(path, number, _reason(wrong)) from wrong


def _offer(number: int, line: bytes) -> _OfferLine:
    if _is_drop(line):
        gone = _OfferDrop.model_validate_json(line)
        return _OfferLine(number, gone.venue_id, gone.id, None)
    venue_id = _OfferPlace.model_validate_json(line).venue_id
    offer = offers.in_utc(OFFER.validate_json(line, strict=True))
    return _OfferLine(number, venue_id, offer.id, offer)


def _import_offers(
    connection: Connection, path: Path, lines: Iterable[_OfferLine], report: Report
) -> None:
    """Put and drop offers, venue by venue, the last line about each offer counting."""
    wanted: dict[str, dict[UUID, Offer | None]] = {}
    known = venues.all_ids(connection)
    for line in lines:
        places = [line.venue_id] if line.venue_id else offers.venues_with(connection, line.id)
        if line.venue_id is None:
            places += [place for place, changes in wanted.items() if line.id in changes]
        for place in places:
            if place not in known:
                raise BadLineError(path, line.number, "the register has no such venue")
            wanted.setdefault(place, {})[line.id] = line.offer
    for venue_id, changes in sorted(wanted.items()):  # in order, so that no two wait for each other
        put = [offer for offer in changes.values() if offer is not None]
        gone = [offer_id for offer_id, offer in changes.items() if offer is None]
        report.offers += offers.put(connection, venue_id, put)
        report.offers_dropped += offers.drop(connection, venue_id, gone)


class _Op(Message):
    op: str = "put"


def _is_drop(line: bytes) -> bool:
    """Whether the line takes something out. Raises ``ValidationError`` for what is no object."""
    return _Op.model_validate_json(line).op == "drop"


def _reason(wrong: Exception) -> str:
    return complaint(wrong) if isinstance(wrong, ValidationError) else str(wrong)
