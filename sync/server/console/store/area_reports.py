"""Reports for coordinators and venues: desks, refusals, visits, notes, commitments."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, RowMapping, case, false, func, insert, select

from sync.rules.venues import Venue
from sync.server.store.console_tables import commitments, note_answers
from sync.server.store.standings import FORKED_FOR, SILENT_AFTER
from sync.server.store.tables import audit, desks, notes, offers, standings, venues, visits


def venue(connection: Connection, venue_id: str) -> Venue:
    """One venue. Raises ``KeyError``."""
    names = ("id", "name", "area", "local_only")
    query = select(*(venues.c[name] for name in names)).where(venues.c.id == venue_id)
    row = connection.execute(query).one_or_none()
    if row is None:
        raise KeyError(venue_id)
    return Venue(*row)


def listed_offers(connection: Connection, venue_id: str) -> list[UUID]:
    """The ids of the offers on a venue's list, by name."""
    its_own = (offers.c.venue_id == venue_id) & offers.c.removed.is_(False)
    query = select(offers.c.id).where(its_own).order_by(offers.c.name_fi, offers.c.id)
    return list(connection.scalars(query))


def desk(connection: Connection, desk_id: UUID) -> Any:  # noqa: ANN401  a row of five columns
    """A desk's name and the venue that it belongs to. Raises ``KeyError``."""
    columns = (desks.c.id, desks.c.name, desks.c.venue_id, desks.c.revoked_at, venues.c.area)
    query = select(*columns).join_from(desks, venues).where(desks.c.id == desk_id)
    row = connection.execute(query).one_or_none()
    if row is None:
        raise KeyError(desk_id)
    return row


def desks_of(
    connection: Connection, venue_ids: Collection[str], now: datetime, first: int, limit: int
) -> Sequence[RowMapping]:
    """Some of the desks of venues from a place on, those that need attention first.

    Those in use twice come before those that hold something unsent or refused, then the silent
    ones, those that are well, and those that are revoked; within each by venue and time.
    """
    reported = standings.c
    forked = func.coalesce(reported.forked_at > now - FORKED_FOR, false())
    urgency = case(
        (desks.c.revoked_at.is_not(None), 4),
        (forked, 0),
        ((reported.pending > 0) | (reported.attention > 0), 1),
        (reported.heard_at.is_(None) | (reported.heard_at < now - SILENT_AFTER), 2),
        else_=3,
    )
    of_desk = (desks.c[name] for name in ("id", "venue_id", "name", "app_version", "revoked_at"))
    of_standing = (
        reported.heard_at,
        reported.register_verified_at,
        reported.pending,
        reported.attention,
    )
    query = (
        select(*of_desk, *of_standing, forked.label("forked"))
        .select_from(desks.outerjoin(standings))
        .where(desks.c.venue_id.in_(venue_ids))
        .order_by(urgency, desks.c.venue_id, desks.c.enrolled_at, desks.c.id)
        .offset(first)
        .limit(limit)
    )
    return connection.execute(query).mappings().all()


def refusals(connection: Connection, desk_ids: Collection[UUID]) -> dict[UUID, dict[str, int]]:
    """How often each desk was refused something, by cause."""
    found = defaultdict[UUID, dict[str, int]](dict)
    query = (
        select(audit.c.desk_id, func.coalesce(audit.c.code, ""), func.count())
        .where(audit.c.desk_id.in_(desk_ids))
        .group_by(audit.c.desk_id, audit.c.code)
    )
    for desk_id, code, count in connection.execute(query):
        found[desk_id][code] = count
    return found


def visits_of(
    connection: Connection, venue_id: str, before: int | None, limit: int
) -> Sequence[Row[Any]]:
    """A venue's visits, those that changed last first, with the names of offer and desk."""
    query = (
        select(visits, offers.c.name_fi, desks.c.name.label("desk_name"))
        .select_from(visits)
        .outerjoin(
            offers, (offers.c.venue_id == visits.c.venue_id) & (offers.c.id == visits.c.offer_id)
        )
        .outerjoin(desks, desks.c.id == visits.c.desk_id)
        .where(visits.c.venue_id == venue_id)
        .order_by(visits.c.position.desc())
        .limit(limit)
    )
    if before is not None:
        query = query.where(visits.c.position < before)
    return connection.execute(query).all()


def notes_of(connection: Connection, venue_id: str, limit: int) -> Sequence[Row[Any]]:
    """A venue's notes to Kaikukeskus with their answers, the newest first."""
    query = (
        select(
            notes,
            desks.c.name.label("desk_name"),
            note_answers.c.text.label("answer"),
            note_answers.c.at.label("answered_at"),
        )
        .select_from(notes)
        .outerjoin(desks, desks.c.id == notes.c.desk_id)
        .outerjoin(
            note_answers,
            (note_answers.c.venue_id == notes.c.venue_id) & (note_answers.c.note_id == notes.c.id),
        )
        .where(notes.c.venue_id == venue_id)
        .order_by(notes.c.received_at.desc(), notes.c.id)
        .limit(limit)
    )
    return connection.execute(query).all()


def unanswered(connection: Connection) -> dict[str, int]:
    """How many notes of each venue wait for an answer."""
    answered = (note_answers.c.venue_id == notes.c.venue_id) & (
        note_answers.c.note_id == notes.c.id
    )
    query = (
        select(notes.c.venue_id, func.count())
        .select_from(notes.outerjoin(note_answers, answered))
        .where(note_answers.c.note_id.is_(None))
        .group_by(notes.c.venue_id)
    )
    return {row[0]: row[1] for row in connection.execute(query)}


def answer_note(
    connection: Connection, venue_id: str, note_id: UUID, account_id: UUID, text: str, now: datetime
) -> None:
    """Answer a note, once. Raises ``KeyError`` for one that is not there or is answered."""
    mine = (notes.c.venue_id == venue_id) & (notes.c.id == note_id)
    its_own = (note_answers.c.venue_id == venue_id) & (note_answers.c.note_id == note_id)
    known = connection.scalar(select(notes.c.id).where(mine))
    if known is None or connection.scalar(select(note_answers.c.note_id).where(its_own)):
        raise KeyError(note_id)
    values = {"venue_id": venue_id, "note_id": note_id, "account_id": account_id, "at": now}
    connection.execute(insert(note_answers).values(text=text, **values))


def commitments_of(connection: Connection, venue_id: str) -> Sequence[Row[Any]]:
    """What a venue has promised, the newest first."""
    query = select(commitments).where(commitments.c.venue_id == venue_id)
    return connection.execute(query.order_by(commitments.c.starts.desc())).all()


def add_commitment(
    connection: Connection,
    venue_id: str,
    starts: date,
    ends: date | None,
    text: str,
    now: datetime,
    new: UUID,
) -> bool:
    """Note what a venue has promised, and for how long; false where it is noted already."""
    if connection.scalar(select(commitments.c.id).where(commitments.c.id == new)) is not None:
        return False
    values = {"id": new, "venue_id": venue_id, "made_at": now}
    connection.execute(insert(commitments).values(starts=starts, ends=ends, text=text, **values))
    return True
