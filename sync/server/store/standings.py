"""Status reports of desks, and whether a desk's data is in use twice (contract 1.3a)."""

from dataclasses import fields
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, select, update

from sync.messages import Peer, StandingAnswer, StandingReport
from sync.server.keys.derived import Nonces
from sync.server.store.desks import EnrolledDesk
from sync.server.store.saving import save
from sync.server.store.tables import desks, standings
from sync.server.store.waiting import compare, kept

SILENT_AFTER = timedelta(hours=24)
"""Ours: a desk that has told nothing for so long is counted as silent."""
_NOT_KEPT = {"app_version", "nonce", "waiting", "taken_in"}
_REPORTED = {each.name for each in fields(StandingReport)} - _NOT_KEPT
FORKED_FOR = timedelta(days=30)
"""Ours: what was not noticed again for so long is over."""
_PEERS = (
    select(desks.c.id, desks.c.name, standings.c.lan_key)
    .join_from(desks, standings)
    .where(
        desks.c.venue_id == bindparam("venue"),
        desks.c.id != bindparam("desk"),
        desks.c.revoked_at.is_(None),
        standings.c.lan_key.is_not(None),
    )
    .order_by(desks.c.enrolled_at, desks.c.id)
)


def receive(
    connection: Connection,
    desk: EnrolledDesk,
    report: StandingReport,
    now: datetime,
    nonces: Nonces,
) -> StandingAnswer:
    """Keep a desk's report, and answer it.

    A desk shows the nonce of the last answer that it has kept: the last that was given, or, where
    that answer was lost, the one that it showed before. A desk that shows another has a copy of
    its data, or an old copy was put back. The exception is a nonce that this register has given in
    a history that it lost itself, when it was put back from a backup. A desk that has had to take
    in visits of its own shows the same, whatever its nonce.

    A desk that does not show the last nonce is told what it has listed as waiting and lists no
    more: it may have lost that.
    """
    desk_id = desk.id
    connection.execute(select(desks.c.id).where(desks.c.id == desk_id).with_for_update())
    known = connection.execute(select(standings).filter_by(desk_id=desk_id)).one_or_none()
    count = known.nonces if known else 0
    expected = {known.nonce_given, known.nonce_shown} if known else {None}
    forked = bool(report.taken_in)
    if report.nonce not in expected:
        shown = nonces.count_of(desk_id, report.nonce) or 0
        forked |= shown <= count
        count = max(count, shown)
    listed_before = None if known is None or report.nonce == known.nonce_given else known.waiting
    listed = report.waiting or ()
    arrived, waited = compare(connection, desk.venue_ids, listed_before, listed)
    row: dict[str, Any] = {
        "heard_at": now,
        **{name: getattr(report, name) for name in _REPORTED},
        "nonces": count + 1,
        "nonce_given": nonces.make(desk_id, count + 1),
        "nonce_shown": report.nonce,
        "waiting": None if report.waiting is None else kept(waited, listed),
        "forked_at": now if forked else since(known.forked_at if known else None, now),
    }
    save(connection, standings, {"desk_id": desk_id}, row)
    connection.execute(
        update(desks)
        .where(desks.c.id == desk_id, desks.c.app_version != report.app_version)
        .values(app_version=report.app_version)
    )
    return StandingAnswer(
        nonce=row["nonce_given"],
        forked=forked,
        forked_at=row["forked_at"],
        waited=waited,
        arrived=arrived,
    )


def since(forked_at: datetime | None, now: datetime) -> datetime | None:
    """When a desk was last seen to be forked, unless that is over."""
    is_over = forked_at is None or now - forked_at >= FORKED_FOR
    return None if is_over else forked_at


def clear_forked(connection: Connection, desk_id: UUID) -> None:
    """Note that somebody has seen to it. Raises ``KeyError`` for a desk that is not there."""
    if connection.scalar(select(desks.c.id).where(desks.c.id == desk_id)) is None:
        raise KeyError(desk_id)
    connection.execute(
        update(standings).where(standings.c.desk_id == desk_id).values(forked_at=None)
    )


def peers(connection: Connection, desk_id: UUID, venue_id: str) -> list[Peer]:
    """The venue's other desks that are enrolled and have told a LAN key."""
    found = connection.execute(_PEERS, {"venue": venue_id, "desk": desk_id})
    return [Peer(desk_id=row.id, desk_name=row.name, lan_key=row.lan_key) for row in found]


def summary(connection: Connection, now: datetime) -> dict[str, int]:
    """How many desks there are, and what all that are enrolled have told together."""
    reported, enrolled = standings.c, desks.c.revoked_at.is_(None)
    silent = reported.heard_at.is_(None) | (reported.heard_at < now - SILENT_AFTER)
    query = select(
        func.count().filter(enrolled).label("enrolled"),
        func.count(desks.c.revoked_at).label("revoked"),
        func.coalesce(func.sum(reported.pending).filter(enrolled), 0).label("desks_pending"),
        func.coalesce(func.sum(reported.attention).filter(enrolled), 0).label("desks_attention"),
        func.count().filter(enrolled, reported.forked_at > now - FORKED_FOR).label("desks_forked"),
        func.count().filter(enrolled, silent).label("desks_silent"),
    ).select_from(desks.outerjoin(standings))
    return dict(connection.execute(query).mappings().one())
