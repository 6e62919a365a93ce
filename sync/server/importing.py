"""Cards, offers and venues out of NDJSON files: all of it, or nothing and the line that is bad.

Every file is read as it is written, line by line, inside one transaction, so that a file of a
million cards needs no more memory than one of ten.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
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
from sync.server import offers, registry
from sync.server.authority import Authority
from sync.server.batches import complaint
from sync.server.registry import CardChange, Tally

LONGEST_LINE = 1 << 16
LONGEST_WORDS = 200
"""Ours: characters of a venue's or an area's name."""
_OFFERS_AT_ONCE = 500
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


def import_files(authority: Authority, files: Files) -> Report:
    """Import everything in one transaction. Raises :class:`BadLineError` or ``OSError``."""
    report = Report()
    with authority.database.writing() as connection:
        offers.lock_all_venues(connection)
        if files.venues is not None:
            report.venues = offers.put_venues(connection, _venues(files.venues))
        if files.offers is not None:
            _import_offers(connection, files.offers, report)
        if files.cards is not None:
            report.cards = registry.change(connection, _cards(files.cards), authority.now())
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


def _import_offers(connection: Connection, path: Path, report: Report) -> None:
    lines = _lines(path)
    while batch := list(islice(lines, _OFFERS_AT_ONCE)):
        wanted: dict[str, dict[UUID, Offer | None]] = {}
        for number, line in batch:
            try:
                for venue_id, offer_id, offer in _offer(connection, line):
                    wanted.setdefault(venue_id, {})[offer_id] = offer
            except (ValueError, OverflowError) as wrong:
                raise BadLineError(path, number, _reason(wrong)) from wrong
        for venue_id, changes in wanted.items():
            put = [offer for offer in changes.values() if offer is not None]
            gone = [offer_id for offer_id, offer in changes.items() if offer is None]
            report.offers += offers.put(connection, venue_id, put)
            report.offers_dropped += offers.drop(connection, venue_id, gone)


def _offer(connection: Connection, line: bytes) -> Iterator[tuple[str, UUID, Offer | None]]:
    if _is_drop(line):
        gone = _OfferDrop.model_validate_json(line)
        places = [gone.venue_id] if gone.venue_id else offers.venues_with(connection, gone.id)
        for venue_id in places:
            _check_venue(connection, venue_id)
            yield venue_id, gone.id, None
        return
    venue_id = _OfferPlace.model_validate_json(line).venue_id
    _check_venue(connection, venue_id)
    offer = offers.in_utc(OFFER.validate_json(line, strict=True))
    yield venue_id, offer.id, offer


def _check_venue(connection: Connection, venue_id: str) -> None:
    try:
        offers.lock_venue(connection, venue_id)
    except KeyError as unknown:
        raise ValueError("the register has no such venue") from unknown


class _Op(Message):
    op: str = "put"


def _is_drop(line: bytes) -> bool:
    """Whether the line takes something out. Raises ``ValidationError`` for what is no object."""
    return _Op.model_validate_json(line).op == "drop"


def _reason(wrong: Exception) -> str:
    return complaint(wrong) if isinstance(wrong, ValidationError) else str(wrong)
