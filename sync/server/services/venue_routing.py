"""To which venue an operation belongs, where a ticket agent's desk records for several.

A visit belongs where its offer does, and a void where its visit does. What tells no venue goes to
the one that the desk belongs to, as everything does at a desk of one venue.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import Connection, Table, select

from sync.messages import OperationResult
from sync.rules.visits import OwnOffer, Visit, Void
from sync.server.services.batches import Item, Unreadable, content_of
from sync.server.services.central_register import CentralRegister
from sync.server.services.settling import Settling
from sync.server.store.desks import EnrolledDesk
from sync.server.store.operations import TABLES
from sync.server.store.tables import offers


def settle(
    register: CentralRegister, connection: Connection, desk: EnrolledDesk, items: Sequence[Item]
) -> list[OperationResult]:
    """Settle a batch of a desk whose venues are locked: one result for each operation, in order."""
    belongs = _venues_of(connection, desk, items)
    results: dict[int, OperationResult] = {}
    for venue in desk.venues:
        places = [at for at, venue_id in enumerate(belongs) if venue_id == venue.id]
        if places:
            mine = [_without_venue(items[at], desk) for at in places]
            settled = Settling(register, connection, desk, venue).settle(mine)
            results |= zip(places, settled, strict=True)
    return [results[at] for at in range(len(items))]


def _venues_of(connection: Connection, desk: EnrolledDesk, items: Sequence[Item]) -> list[str]:
    """The venue of each operation, by its place in the batch.

    One that was accepted before stays where it is, whatever would be said of it now.
    """
    home = desk.venue.id
    if not desk.is_of_several:
        return [home] * len(items)
    visits = [item for item in items if isinstance(item, Visit)]
    voided = {item.id: item.visit_id for item in items if isinstance(item, Void)}
    own_offers = {item.id: item.offer.id for item in items if isinstance(item, OwnOffer)}
    wanted = {*own_offers.values(), *(visit.offer_id for visit in visits)}
    offered = dict(_offers_in_batch(desk, items)) | _where(connection, desk, offers, wanted)
    known: dict[UUID, str] = {}
    for table in TABLES.values():
        known |= _where(connection, desk, table, {item.id for item in items})
    visited = _where(connection, desk, TABLES["visit"], set(voided.values()))
    visited |= {
        visit.id: known.get(visit.id, offered.get(visit.offer_id, home)) for visit in visits
    }
    belongs = {
        id_: offered[offer_id] for id_, offer_id in own_offers.items() if offer_id in offered
    }
    belongs |= {void_id: visited.get(visit_id, home) for void_id, visit_id in voided.items()}
    belongs |= {visit.id: visited[visit.id] for visit in visits} | known
    return [belongs.get(item.id, home) for item in items]


def _where(
    connection: Connection, desk: EnrolledDesk, table: Table, ids: Collection[UUID]
) -> dict[UUID, str]:
    """At which of the desk's venues these stand: at the first of them where it is more than one."""
    wanted = [*reversed(desk.venue_ids)]
    query = select(table.c.venue_id, table.c.id).where(
        table.c.venue_id.in_(wanted), table.c.id.in_(ids)
    )
    found = sorted(connection.execute(query), key=lambda row: wanted.index(row.venue_id))
    return {row.id: row.venue_id for row in found}


def _offers_in_batch(desk: EnrolledDesk, items: Sequence[Item]) -> Iterator[tuple[UUID, str]]:
    """Offers that come in this very batch, with their venues."""
    for item in items:
        if isinstance(item, OwnOffer) and _is_of_its_venues(item, desk):
            yield item.offer.id, item.offer.venue_id or desk.venue.id


def _is_of_its_venues(own: OwnOffer, desk: EnrolledDesk) -> bool:
    return own.offer.venue_id in {None, *desk.venue_ids}


def _without_venue(item: Item, desk: EnrolledDesk) -> Item:
    """An own offer as a venue's list has it; one of somebody else's venue is refused."""
    if not isinstance(item, OwnOffer):
        return item
    if not _is_of_its_venues(item, desk):
        detail = "the desk does not record for this venue"
        return Unreadable(id=item.id, detail=detail, content=content_of(item))
    return replace(item, offer=replace(item.offer, venue_id=None))
