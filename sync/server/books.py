"""The books of all venues that one transaction speaks of: locked, loaded, and written down.

What many desks send at once is settled together: each table is asked once and written once for
all of them, and there is one commit.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from itertools import chain
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CompoundSelect,
    Connection,
    FromClause,
    Row,
    Table,
    and_,
    null,
    select,
    union_all,
)

from sync.protocol import VISIT
from sync.rules.offers import OfferKind
from sync.rules.visits import Operation, OwnOffer, PastVisit, Visit, VisitState, Void
from sync.server import offers, tables
from sync.server.archive import Archive
from sync.server.batches import Unreadable
from sync.server.bulk import as_table, given, insert_rows, select_rows, update_rows
from sync.server.enrolments import EnrolledDesk, Opening
from sync.server.ledger import HeldVisit, Ledger
from sync.server.offers import StoredOffer
from sync.server.shelf import Shelf

_KEYS = ("venue_id", "id")
_ID = (tables.operations.c.venue_id, tables.operations.c.id)


@dataclass(frozen=True, slots=True)
class Batch:
    """What one desk sent."""

    desk: EnrolledDesk
    items: Sequence[Operation | Unreadable]


class Books:
    """Made inside a write transaction that has the venues locked."""

    def __init__(
        self,
        connection: Connection,
        batches: Sequence[Batch],
        opening: Opening,
        now: datetime,
        archive: Archive,
        shelf: Shelf,
    ) -> None:
        self._connection = connection
        self._shelf = shelf
        self._positions = opening.positions
        self.now = now
        self.revision = opening.revision
        self._ledgers = {
            venue_id: Ledger(venue_id, position, now, offers=shelf.take(venue_id, position))
            for venue_id, position in self._positions.items()
        }
        sent = [(batch.desk.venue.id, item) for batch in batches for item in batch.items]
        visits = [(venue_id, item) for venue_id, item in sent if isinstance(item, Visit)]
        self._load_known(sent)
        self._load_visits(_visits_named(sent))
        self._load_offers(_offers_named(sent))
        self._load_past(visits, sent)
        numbers = (visit.card_number for _, visit in visits)
        self.history = archive.consult(connection, numbers, self.revision)
        revisions = (visit.register_revision for _, visit in visits)
        self.superseded = archive.superseded(connection, revisions)

    def of(self, venue_id: str) -> Ledger:
        """One of the venues' books."""
        return self._ledgers[venue_id]

    def write(self) -> None:
        """Write everything down; once that is committed, :meth:`put_away` is due."""
        ledgers = list(self._ledgers.values())
        self._insert(tables.operations, (ledger.changes.operations for ledger in ledgers))
        offers.save(
            self._connection, [row for ledger in ledgers for row in _offers_seen_anew(ledger)]
        )
        voided = [row for ledger in ledgers for row in _voided_visits(ledger)]
        update_rows(self._connection, tables.operations, voided, keys=_KEYS)
        self._insert(tables.voids, (ledger.changes.voids for ledger in ledgers))
        self._insert(tables.audit, (ledger.changes.audit for ledger in ledgers))
        offers.set_positions(
            self._connection,
            {
                ledger.venue_id: ledger.position
                for ledger in ledgers
                if ledger.position != self._positions[ledger.venue_id]
            },
        )

    def put_away(self) -> None:
        """Keep at hand what the next transaction will want."""
        for ledger in self._ledgers.values():
            self._shelf.put(ledger.venue_id, ledger.position, ledger.offers)

    def _insert(self, table: Table, parts: Iterable[Iterable[dict[str, Any]]]) -> None:
        insert_rows(self._connection, table, [row for part in parts for row in part])

    def _load_known(self, sent: Sequence[tuple[str, Operation | Unreadable]]) -> None:
        """What has been accepted under these ids before, and which of them a void has named."""
        asked = [{"venue_id": venue_id, "id": item.id} for venue_id, item in sent]
        query = _known(as_table(self._connection, _ID))
        for row in self._connection.execute(query, given(self._connection, _ID, asked)):
            ledger = self.of(row.venue_id)
            if row.document is None:
                ledger.voided.add(row.id)
            else:
                ledger.documents[row.id] = row.document

    def _load_visits(self, wanted: Iterable[tuple[str, UUID]]) -> None:
        table = tables.operations.c
        held = (table.offer_id, table.card_number, table.local_date, table.counted, table.state)
        for row in select_rows(self._connection, (table.venue_id, table.id), wanted, held):
            if row.state is not None:  # else it is the id of something else
                self.of(row.venue_id).visits[row.id] = _held(row)

    def _load_offers(self, wanted: Iterable[tuple[str, UUID]]) -> None:
        """Those that are named, and those of the visits that are, unless they are at hand."""
        known = [
            (ledger.venue_id, held.offer_id)
            for ledger in self._ledgers.values()
            for held in ledger.visits.values()
        ]
        missing = {
            (venue_id, id_)
            for venue_id, id_ in chain(wanted, known)
            if id_ not in self.of(venue_id).offers
        }
        table = tables.offers.c
        rest = (table.document, table.used, table.removed)
        for row in select_rows(self._connection, (table.venue_id, table.id), missing, rest):
            self.of(row.venue_id).offers[row.id] = offers.stored(row)

    def _load_past(
        self,
        visits: Sequence[tuple[str, Visit]],
        sent: Sequence[tuple[str, Operation | Unreadable]],
    ) -> None:
        """Earlier visits of the cards that come to an offer with a limit, and of no others."""
        limited = {
            (ledger.venue_id, offer_id)
            for ledger in self._ledgers.values()
            for offer_id, stored in ledger.offers.items()
            if stored.given.card_limit
        } | {
            (venue_id, item.offer.id)
            for venue_id, item in sent
            if isinstance(item, OwnOffer) and item.offer.card_limit
        }
        if not limited:
            return
        wanted = {
            (venue_id, visit.card_number)
            for venue_id, visit in visits
            if (venue_id, visit.offer_id) in limited
        }
        for venue_id, number in wanted:
            self.of(venue_id).past[number] = {}
        table = tables.operations.c
        rest = (table.id, table.offer_id, table.local_date, table.document, table.state)
        rows = select_rows(self._connection, (table.venue_id, table.card_number), wanted, rest)
        visited = {(row.venue_id, row.offer_id) for row in rows}
        table = tables.offers.c
        offered = select_rows(self._connection, (table.venue_id, table.id), visited, (table.kind,))
        kinds = {(row.venue_id, row.id): OfferKind(row.kind) for row in offered}
        for row in rows:
            if row.state == VisitState.ACCEPTED:
                self.of(row.venue_id).past[row.card_number][row.id] = PastVisit(
                    row.offer_id,
                    kinds[row.venue_id, row.offer_id],
                    row.local_date,
                    VISIT.validate_json(row.document).tickets,
                )


@cache
def _known(ids: FromClause) -> CompoundSelect[tuple[str, UUID, str | None]]:
    """Two questions that are put as one: each has its own index."""
    asked = select(ids).cte("asked")  # read once for both
    accepted, voids = tables.operations.c, tables.voids.c
    return union_all(
        select(accepted.venue_id, accepted.id, accepted.document).join_from(
            asked,
            tables.operations,
            and_(accepted.venue_id == asked.c.venue_id, accepted.id == asked.c.id),
        ),
        select(voids.venue_id, voids.visit_id, null()).join_from(
            asked,
            tables.voids,
            and_(voids.venue_id == asked.c.venue_id, voids.visit_id == asked.c.id),
        ),
    )


def _held(row: Row[Any]) -> HeldVisit:
    return HeldVisit(
        row.id,
        row.offer_id,
        row.card_number,
        row.local_date,
        row.counted,
        VisitState(row.state),
    )


Sent = Iterable[tuple[str, Operation | Unreadable]]


def _visits_named(sent: Sent) -> Iterator[tuple[str, UUID]]:
    for venue_id, item in sent:
        if isinstance(item, Void):
            yield venue_id, item.visit_id
        elif isinstance(item, Visit) and item.replaces is not None:
            yield venue_id, item.replaces


def _offers_named(sent: Sent) -> Iterator[tuple[str, UUID]]:
    for venue_id, item in sent:
        if isinstance(item, Visit):
            yield venue_id, item.offer_id
        elif isinstance(item, OwnOffer):
            yield venue_id, item.offer.id


def _offers_seen_anew(ledger: Ledger) -> Iterator[tuple[str, int, StoredOffer]]:
    """New ones, and those of which desks see the count."""
    for stored in ledger.offers.values():
        if stored.new or stored.recounted:
            yield ledger.venue_id, ledger.next_position(), stored


def _voided_visits(ledger: Ledger) -> Iterator[dict[str, Any]]:
    for held in ledger.changes.voided_visits:
        yield {
            "venue_id": ledger.venue_id,
            "id": held.id,
            "state": held.state,
            "position": ledger.next_position(),
        }
