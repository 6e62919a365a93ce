"""Desks' shares of offers' quotas: what each may hand out while it is on its own (contract 3.15).

A change of a share needs the venue's lock.
"""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import Connection, func, select, update

from sync.lan.shares import grantable
from sync.server.store.offers import StoredOffer, accepted_tickets
from sync.server.store.saving import save
from sync.server.store.tables import offers, shares


def ask(
    connection: Connection,
    venue_id: str,
    desk_id: UUID,
    stored: StoredOffer,
    wanted: int,
    turn: int,
) -> tuple[int, int]:
    """A desk wants its share to be so large; how large it is then, and in which turn.

    A request that a later one has overtaken changes nothing. The tickets that the desk had used
    before its first request lie within its share.
    """
    offer_id = stored.given.id
    mine = {"venue_id": venue_id, "offer_id": offer_id, "desk_id": desk_id}
    row = connection.execute(select(shares).filter_by(**mine)).one_or_none()
    if row is not None and turn <= row.turn:
        return row.granted, row.turn
    free = _free(connection, venue_id, stored)
    if row is None:
        used = accepted_tickets(connection, venue_id, offer_id, desk_id)
        granted = min(wanted, used + free)
    else:
        used = row.used
        granted = min(wanted, row.granted + free)
    save(connection, shares, mine, {"granted": granted, "used": used, "turn": turn})
    return granted, turn


def count(
    connection: Connection, venue_id: str, offer_id: UUID, tickets: Mapping[UUID, int]
) -> None:
    """Count an offer's tickets that were accepted, or taken back, to the shares of their desks."""
    for desk_id, given in tickets.items():
        mine = {"venue_id": venue_id, "offer_id": offer_id, "desk_id": desk_id}
        used = {"used": shares.c.used + given}
        connection.execute(update(shares).filter_by(**mine).values(used))
    reserve(connection, venue_id, offer_id)


def reserve(connection: Connection, venue_id: str, offer_id: UUID) -> int:
    """Note how much of an offer is held in shares and not used yet; how much that is."""
    granted, used = _sums(connection, venue_id, offer_id)
    reserved = max(0, granted - used)
    mine = (offers.c.venue_id == venue_id) & (offers.c.id == offer_id)
    connection.execute(update(offers).where(mine).values(reserved=reserved))
    return reserved


def _free(connection: Connection, venue_id: str, stored: StoredOffer) -> int:
    quota = stored.offer.quota
    if quota is None:
        return 0
    granted, used = _sums(connection, venue_id, stored.given.id)
    return grantable(total=quota.total, used=quota.used, used_by_sharers=used, granted=granted)


def _sums(connection: Connection, venue_id: str, offer_id: UUID) -> tuple[int, int]:
    """What is granted to all desks together, and what they used of it."""
    query = select(
        func.coalesce(func.sum(shares.c.granted), 0), func.coalesce(func.sum(shares.c.used), 0)
    ).where(shares.c.venue_id == venue_id, shares.c.offer_id == offer_id)
    granted, used = connection.execute(query).one()
    return int(granted), int(used)
