"""Activation codes and tokens: short-lived the one, random both, kept as hashes only."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID, uuid4

from sqlalchemy import Connection, RowMapping, delete, func, insert, select, update

from sync.errors import ActivationRefusedError, BusyError, DeskRefusedError
from sync.rules.venues import Venue
from sync.server.store.tables import activations, desks, failed_enrolments, standings, venues

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # without those that are taken for each other
_GROUPS, _GROUP_LENGTH = 3, 4
VALID_HOURS = 24
"""Ours: how long an activation code lives."""
MOST_FAILURES = 20
FAILURE_WINDOW = timedelta(minutes=10)
"""Ours: after so many wrong codes from one address in this time, it has to wait."""


@dataclass(frozen=True, slots=True)
class EnrolledDesk:
    """A desk, as the register knows it."""

    id: UUID
    name: str
    venue: Venue


def make_activation(connection: Connection, venue_id: str, now: datetime, hours: int) -> str:
    """A new code such as ABCD-EFGH-JKLM. Raises ``KeyError`` for an unknown venue."""
    if connection.scalar(select(venues.c.id).where(venues.c.id == venue_id)) is None:
        raise KeyError(venue_id)
    groups = [
        "".join(secrets.choice(_LETTERS) for _ in range(_GROUP_LENGTH)) for _ in range(_GROUPS)
    ]
    code = "-".join(groups)
    connection.execute(
        insert(activations).values(
            code_hash=_hash_code(code),
            venue_id=venue_id,
            made_at=now,
            expires_at=now + timedelta(hours=hours),
        )
    )
    return code


def use_activation(connection: Connection, code: str, now: datetime) -> str:
    """The venue of a code, which from now on is used.

    Raises :class:`ActivationRefusedError`. The code's row is changed in one statement, so that of
    two desks with the same code only one gets in.
    """
    mine = activations.c.code_hash == _hash_code(code)
    row = connection.execute(select(activations).where(mine)).one_or_none()
    if row is None:
        raise ActivationRefusedError("no such activation code", code="activation_unknown")
    if row.used_at is None and row.expires_at <= now:
        raise ActivationRefusedError("the code was not used in time", code="activation_expired")
    taken = connection.execute(
        update(activations).where(mine, activations.c.used_at.is_(None)).values(used_at=now)
    )
    if taken.rowcount != 1:
        raise ActivationRefusedError("the code has been used before", code="activation_used")
    venue_id: str = row.venue_id
    return venue_id


def check_caller(connection: Connection, caller: str, now: datetime) -> None:
    """Raise :class:`BusyError` for an address that has tried too many wrong codes."""
    recent = select(func.count(), func.min(failed_enrolments.c.at)).where(
        failed_enrolments.c.caller == caller, failed_enrolments.c.at > now - FAILURE_WINDOW
    )
    failures, first = connection.execute(recent).one()
    if failures >= MOST_FAILURES:
        wait = (first + FAILURE_WINDOW - now).total_seconds()
        raise BusyError(
            "too many wrong activation codes; wait", retry_after=max(1.0, wait), code="rate_limited"
        )


def count_failure(connection: Connection, caller: str, now: datetime) -> None:
    """Remember that this address came with a wrong code; forget what no longer matters."""
    connection.execute(
        delete(failed_enrolments).where(failed_enrolments.c.at <= now - FAILURE_WINDOW)
    )
    connection.execute(insert(failed_enrolments).values(caller=caller, at=now))


def enrol(
    connection: Connection, venue_id: str, name: str, app_version: str, now: datetime
) -> tuple[EnrolledDesk, str]:
    """A new desk of the venue and its token, of which only the hash is kept."""
    desk_id, token = uuid4(), secrets.token_urlsafe(32)
    connection.execute(
        insert(desks).values(
            id=desk_id,
            venue_id=venue_id,
            name=name,
            app_version=app_version,
            token_hash=hash_token(token),
            enrolled_at=now,
        )
    )
    return authenticate(connection, token), token


def authenticate(connection: Connection, token: str) -> EnrolledDesk:
    """The desk that holds a token. Raises :class:`DeskRefusedError`."""
    venue = [venues.c[field.name].label(f"venue_{field.name}") for field in fields(Venue)]
    query = (
        select(desks.c.id, desks.c.name, desks.c.revoked_at, *venue)
        .join_from(desks, venues)
        .where(desks.c.token_hash == hash_token(token))
    )
    row = connection.execute(query).one_or_none()
    if row is None:
        raise DeskRefusedError("this token is not known", code="token_invalid")
    desk_id, name, revoked_at, *told = row
    if revoked_at is not None:
        raise DeskRefusedError("this desk has been revoked", code="desk_revoked")
    return EnrolledDesk(desk_id, name, Venue(*told))


def revoke(connection: Connection, desk_id: UUID, now: datetime) -> None:
    """Turn a desk away from now on. Raises ``KeyError`` for one that is not there."""
    mine = desks.c.id == desk_id
    if connection.scalar(select(desks.c.id).where(mine)) is None:
        raise KeyError(desk_id)
    connection.execute(
        update(desks).where(mine, desks.c.revoked_at.is_(None)).values(revoked_at=now)
    )


def all_desks(connection: Connection) -> Sequence[RowMapping]:
    """Every desk that was ever enrolled, by venue and time, with how it stands where it told."""
    secret = {desks.c.token_hash, standings.c.desk_id}
    secret |= {column for column in standings.c if column.name.startswith("nonce")}
    told = [column for column in (*desks.c, *standings.c) if column not in secret]
    query = (
        select(*told, standings.c.forked_at.is_not(None).label("forked"))
        .select_from(desks.outerjoin(standings))
        .order_by(desks.c.venue_id, desks.c.enrolled_at)
    )
    return connection.execute(query).mappings().all()


def _hash_code(code: str) -> bytes:
    """Codes are typed by people: case, spaces and hyphens do not matter."""
    return hash_token("".join(code.split()).replace("-", "").upper())


def hash_token(secret: str) -> bytes:
    """Codes and tokens are random and long, so a plain hash gives nothing away."""
    return sha256(secret.encode()).digest()
