"""Reports visits as rows, and sums them by day, offer and sector.

Statistics split uses into adult and child, and by sector (``domain.md``: culture, education,
science, sport). Only what was given counts: voided, refused and withdrawn visits are rows, but in
no sum.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Protocol, TypeVar
from uuid import UUID

from desk_app.services.checking import CheckService
from desk_app.services.ports import DeskRecord, Journal, JournalEntry, Offers
from sync.ports import GIVEN, OperationState
from sync.rules.offers import Offer, OfferKind, Sector
from sync.rules.visits import Tickets

Key = TypeVar("Key", date, UUID, Sector | None, str | None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One visit. Fields that only the recording desk knows are ``None`` for another desk's.

    ``offer`` is in Finnish; it and its kind and sector are ``None`` where this desk never heard of
    the offer. ``card_number`` is ``None`` once it was anonymised.
    """

    visit_id: UUID
    local_date: date
    recorded_at: datetime | None
    desk: str
    offer_id: UUID
    offer: str | None = None
    kind: OfferKind | None = None
    sector: Sector | None = None
    tickets: Tickets
    entry: str | None
    verdict: str | None
    provisional: bool | None
    state: OperationState
    voided: bool
    operator: str | None
    card_number: str | None
    venue: str | None = None

    @property
    def counts(self) -> bool:
        """Whether tickets were given, as far as anybody knows."""
        return not self.voided and self.state in GIVEN


class VenueVisits(Protocol):
    """Reads the visits recorded by the venue's other desks."""

    def others(self, first: date | None, last: date | None) -> Sequence[Row]:
        """Their visits by local day, both bounds included, the oldest first, each once.

        What is known of their offers is for the caller to fill in.
        """
        ...


@dataclass(frozen=True, slots=True)
class Sum:
    """The sum over some visits. Assistants are in neither of the others (contract 1.5)."""

    visits: int = 0
    adults: int = 0
    minors: int = 0
    assistants: int = 0

    @property
    def tickets(self) -> int:
        """Adults and minors together."""
        return self.adults + self.minors

    def __add__(self, other: "Sum") -> "Sum":
        return Sum(
            self.visits + other.visits,
            self.adults + other.adults,
            self.minors + other.minors,
            self.assistants + other.assistants,
        )

    def plus(self, tickets: Tickets) -> "Sum":
        """The sum with one visit more."""
        return Sum(
            self.visits + 1,
            self.adults + tickets.adults,
            self.minors + tickets.minors,
            self.assistants + tickets.assistants,
        )


class ReportService:
    """Reads visits out of the store. A disk read: not for the window's own thread."""

    def __init__(
        self, checking: CheckService, journal: Journal, venue: VenueVisits, offers: Offers
    ) -> None:
        self._checking = checking
        self._journal = journal
        self._venue = venue
        self._offers = offers

    def rows(
        self, first: date | None = None, last: date | None = None, *, all_desks: bool = False
    ) -> list[Row]:
        """This desk's visits by local day, both bounds included; with ``all_desks`` the venue's.

        Of the other desks it knows what the last sync told. Raises ``NotEnrolledError`` before
        the first enrolment.
        """
        record = self._checking.enrolment()
        offers: dict[UUID, Offer | None] = {}

        def complete(row: Row) -> Row:
            if row.offer_id not in offers:
                offers[row.offer_id] = self._offers.get(row.offer_id)
            return _with_offer(row, offers[row.offer_id], record)

        entries = self._journal.between(first, last)
        rows = [_own(entry, record.desk_name) for entry in entries]
        if all_desks:
            rows += self._venue.others(first, last)
            rows.sort(key=lambda row: row.local_date)
        return [complete(row) for row in rows]


def _with_offer(row: Row, offer: Offer | None, desk: DeskRecord) -> Row:
    if offer is None:
        return replace(row, venue=desk.venue.name)
    venue = desk.venue_of(offer).name
    return replace(row, offer=offer.name.fi, kind=offer.kind, sector=offer.sector, venue=venue)


def total(rows: Iterable[Row]) -> Sum:
    """The sum of all of them."""
    whole = Sum()
    for row in rows:
        if row.counts:
            whole = whole.plus(row.tickets)
    return whole


def by_day(rows: Iterable[Row]) -> dict[date, Sum]:
    """A sum for each day with a visit, in order."""
    return dict(sorted(_sums(rows, lambda row: row.local_date).items()))


def by_offer(rows: Iterable[Row]) -> dict[UUID, Sum]:
    """A sum for each offer, in the order of the first visit to it."""
    return _sums(rows, lambda row: row.offer_id)


def by_sector(rows: Iterable[Row]) -> dict[Sector | None, Sum]:
    """A sum for each sector; ``None`` is that of offers unknown to this desk."""
    return _sums(rows, lambda row: row.sector)


def by_venue(rows: Iterable[Row]) -> dict[str | None, Sum]:
    """A sum for each venue: a ticket agent's desk records for several."""
    return _sums(rows, lambda row: row.venue)


def _sums(rows: Iterable[Row], key: Callable[[Row], Key]) -> dict[Key, Sum]:
    sums: dict[Key, Sum] = {}
    for row in rows:
        if row.counts:
            sums[key(row)] = sums.get(key(row), Sum()).plus(row.tickets)
    return sums


def _own(entry: JournalEntry, desk: str) -> Row:
    visit = entry.visit
    return Row(
        visit_id=visit.id,
        local_date=visit.local_date,
        recorded_at=visit.recorded_at,
        desk=desk,
        offer_id=visit.offer_id,
        tickets=visit.tickets,
        entry=visit.entry,
        verdict=visit.verdict,
        provisional=visit.provisional,
        state=entry.state,
        voided=entry.voided,
        operator=visit.operator,
        card_number=visit.card_number,
    )
