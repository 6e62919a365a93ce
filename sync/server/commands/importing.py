"""Cards, offers and venues out of NDJSON files: all of it, or nothing and the line that is bad.

Every file is read and checked whole before anything is locked: a file may come through a slow
pipe, while desks go on sending. Then all is written in one transaction, and the database looks at
its tables anew, so that it plans for them as they are now.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import astuple, dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import Connection

from sync.messages import Drop
from sync.protocol import OFFER, VENUE, Message
from sync.rules.cards import Card
from sync.rules.offers import Offer
from sync.rules.texts import check_new_text
from sync.rules.venues import Venue
from sync.server.services.batches import complaint
from sync.server.services.central_register import CentralRegister
from sync.server.store import cards, offers, venues
from sync.server.store.areas import as_written
from sync.server.store.cards import CardChange, ChangeCounts

LONGEST_LINE = 1 << 16
LONGEST_WORDS = 200
"""Ours: characters of a venue's or an area's name."""
_CARD = TypeAdapter(Card)
_DROP = TypeAdapter(Drop)
Parsed = TypeVar("Parsed")


class BadLineError(Exception):
    """A line that cannot be taken in; the message names file and line, never what stands there."""

    def __init__(self, path: Path | None, line: int, reason: str) -> None:
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
    cards: ChangeCounts = field(default_factory=ChangeCounts)


class _Line(Message):
    """What every line has."""

    op: str = "put"


class _OfferReference(_Line):
    """What every line of an offer has."""

    id: UUID
    venue_id: str | None = None


_OfferChange = tuple[str | None, UUID, Offer | None]
"""The venue that an offer is at, its id, and what it is to be: ``None`` where it is to go."""


def import_files(central: CentralRegister, files: Files) -> Report:
    """Import everything in one transaction. Raises :class:`BadLineError` or ``OSError``.

    What locks venues until all is written comes last. They are locked at once and in order, so
    that no desk of several venues waits for one that waits for it.
    """
    read_venues = _parsed(files.venues, _venue)
    read_offers = _parsed(files.offers, _offer)
    read_cards = _parsed(files.cards, _card)
    report = Report()
    with central.database.writing() as connection:
        if read_cards:
            report.cards = cards.change(connection, read_cards.values(), central.now())
        there = venues.all_ids(connection)
        new = {venue.id for venue in read_venues.values()}
        changes = _offers_by_venue(connection, files.offers, read_offers, there | new)
        for venue_id in sorted(there & (new | changes.keys())):
            venues.lock(connection, venue_id)
        for venue in read_venues.values():
            venues.put(connection, _in_known_area(connection, venue, there))
            report.venues += 1
        for venue_id, wanted in changes.items():
            put = [offer for offer in wanted.values() if offer is not None]
            gone = [id_ for id_, offer in wanted.items() if offer is None]
            report.offers += offers.put(connection, venue_id, put)
            report.offers_dropped += offers.drop(connection, venue_id, gone)
    central.database.analyse()
    return report


def _in_known_area(connection: Connection, venue: Venue, there: Collection[str]) -> Venue:
    """A new venue of an area that is there already writes it as the others do.

    A venue that is there can have its area written anew. Cards are kept letter by letter: their
    areas are a part of the register's checksum.
    """
    if venue.id in there:
        return venue
    return replace(venue, area=as_written(connection, venue.area))


def _parsed(path: Path | None, parse: Callable[[bytes], Parsed]) -> dict[int, Parsed]:
    """What the lines of a file say, by their numbers."""
    found: dict[int, Parsed] = {}
    if path is None:
        return found
    for number, line in _lines(path):
        try:
            found[number] = parse(line)
        except ValueError as wrong:
            reason = complaint(wrong.errors()) if isinstance(wrong, ValidationError) else str(wrong)
            raise BadLineError(path, number, reason) from wrong
    return found


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """Line numbers and lines, without blank ones."""
    with path.open("rb") as file:
        read = partial(file.readline, LONGEST_LINE + 1)
        for number, line in enumerate(iter(read, b""), 1):
            if len(line) > LONGEST_LINE:
                raise BadLineError(path, number, f"longer than {LONGEST_LINE} bytes")
            plain = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
            if plain.strip():
                yield number, plain


def _venue(line: bytes) -> Venue:
    venue = VENUE.validate_json(line, strict=True)
    for words in (venue.id, venue.name, venue.area):
        check_new_text(words, "a venue's id, name or area", longest=LONGEST_WORDS)
    return venue


def _card(line: bytes) -> CardChange:
    if _Line.model_validate_json(line).op == "drop":
        return _DROP.validate_json(line, strict=True).number
    card = _CARD.validate_json(line, strict=True)
    check_new_text(card.area or None, "a card's area", longest=LONGEST_WORDS)
    return card


def _offer(line: bytes) -> _OfferChange:
    place = _OfferReference.model_validate_json(line)
    if place.op == "drop":
        return place.venue_id, place.id, None
    if place.venue_id is None:
        raise ValueError("venue_id: an offer is at a venue")
    offer = replace(OFFER.validate_json(line, strict=True), venue_id=None)
    offer.check_times()
    for words in (*astuple(offer.name), offer.place):
        check_new_text(words, "an offer's name or place", longest=LONGEST_WORDS)
    return place.venue_id, offer.id, offer


def _offers_by_venue(
    connection: Connection, path: Path | None, lines: dict[int, _OfferChange], known: set[str]
) -> dict[str, dict[UUID, Offer | None]]:
    """What is to become of offers, by venue: the last line about each of them counts."""
    wanted: dict[str, dict[UUID, Offer | None]] = {}
    for number, (venue_id, id_, offer) in lines.items():
        places = [venue_id] if venue_id else offers.venues_with(connection, id_)
        if venue_id is None:
            places += [place for place, changes in wanted.items() if id_ in changes]
        for place in places:
            if place not in known:
                raise BadLineError(path, number, "the register has no such venue")
            wanted.setdefault(place, {})[id_] = offer
    return wanted
