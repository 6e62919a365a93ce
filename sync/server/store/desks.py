"""Activation codes and tokens: short-lived the one, random both, kept as hashes only."""

import secrets
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Connection, bindparam, cast, false, func, insert, select, update

from sync.errors import ActivationRefusedError, DeskRefusedError
from sync.rules.venues import Venue
from sync.server.store.attempt_limits import normalise_code
from sync.server.store.tables import (
    activation_venues,
    activations,
    desk_venues,
    desks,
    standings,
    venues,
)
from sync.server.store.types import Code

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # without those that are taken for each other
VALID_HOURS = 24
"""Ours: how long an activation code lives."""
MOST_VENUES = 50
"""Ours: of one ticket agent's desk; its cursors name a place in the feeds of each."""
TOKEN_DAYS = 30
"""After so many days a desk is asked to take a new token."""
UNUSED_DAYS = 400
"""After so many days in which nobody used it, a token ends."""
_NOTED_EVERY = timedelta(hours=1)
"""The last use is kept to the hour: not every call is to write."""


@dataclass(frozen=True, slots=True)
class EnrolledDesk:
    """A desk, as the register knows it.

    ``venues`` are all that it records for, in their order; ``venue`` is the one it belongs to.
    ``positions`` is how far the feeds of each have come: for sure while they are locked.
    """

    id: UUID
    name: str
    venue: Venue
    venues: tuple[Venue, ...]
    positions: Mapping[str, int]
    token_made_at: datetime
    unnoted: bool
    """Whether the use of its token is still to be noted."""

    @property
    def venue_ids(self) -> list[str]:
        """The ids of all that it records for, in their order."""
        return [venue.id for venue in self.venues]

    @property
    def is_of_several(self) -> bool:
        """Whether it is a ticket agent's, which records for several venues."""
        return len(self.venues) > 1

    @property
    def venues_in_answers(self) -> list[Venue]:
        """What it is told of its venues: a desk of one has heard it already."""
        return [*self.venues] if self.is_of_several else []

    def needs_token(self, now: datetime) -> bool:
        """Whether its token has grown old."""
        return now - self.token_made_at >= timedelta(days=TOKEN_DAYS)


_OF_VENUE = [venues.c[field.name].label(f"of_venue_{field.name}") for field in fields(Venue)]
_BY_TOKEN = (
    select(desks, desk_venues.c.place, venues.c.position, *_OF_VENUE)
    .select_from(desks.outerjoin(desk_venues))
    .join(venues, venues.c.id == func.coalesce(desk_venues.c.venue_id, desks.c.venue_id))
    .where(
        (desks.c.token_hash == bindparam("shown")) | (desks.c.next_token_hash == bindparam("shown"))
    )
    .order_by(cast(venues.c.id, Code))  # in which they are locked, by whomever
)
"""A row for each venue that the desk records for."""
_LOCKING = _BY_TOKEN.with_for_update(of=venues)


def make_activation(
    connection: Connection, venue_ids: Sequence[str], now: datetime, hours: int
) -> str:
    """A new code such as ABCD-EFGH-JKLM, for a desk of the first venue that records for all.

    Raises ``KeyError`` for an unknown venue, ``ValueError`` for none or too many.
    """
    wanted = list(dict.fromkeys(venue_ids))
    if not 1 <= len(wanted) <= MOST_VENUES:
        raise ValueError(f"a desk records for 1 to {MOST_VENUES} venues")
    known = set(connection.scalars(select(venues.c.id).where(venues.c.id.in_(wanted))))
    for venue_id in wanted:
        if venue_id not in known:
            raise KeyError(venue_id)
    code = "-".join("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(3))
    connection.execute(
        insert(activations).values(
            code_hash=hash_token(normalise_code(code)),
            venue_id=wanted[0],
            made_at=now,
            expires_at=now + timedelta(hours=hours),
        )
    )
    if len(wanted) > 1:
        rows = [{"place": place, "venue_id": each} for place, each in enumerate(wanted)]
        connection.execute(
            insert(activation_venues).values(code_hash=hash_token(normalise_code(code))), rows
        )
    return code


def use_activation(connection: Connection, code: str, now: datetime) -> list[str]:
    """The venues of a code, which from now on is used; the first is the desk's own.

    Raises :class:`ActivationRefusedError`. The code's row is locked, so that of two desks with the
    same code only one gets in.
    """
    mine = activations.c.code_hash == hash_token(normalise_code(code))
    row = connection.execute(select(activations).where(mine).with_for_update()).one_or_none()
    if row is None:
        raise ActivationRefusedError("no such activation code", code="activation_unknown")
    if row.used_at is not None:
        raise ActivationRefusedError("the code has been used before", code="activation_used")
    if row.expires_at <= now:
        raise ActivationRefusedError("the code was not used in time", code="activation_expired")
    connection.execute(update(activations).where(mine).values(used_at=now))
    several = (
        select(activation_venues.c.venue_id)
        .where(activation_venues.c.code_hash == row.code_hash)
        .order_by(activation_venues.c.place)
    )
    return list(connection.scalars(several)) or [row.venue_id]


def enrol(
    connection: Connection, venue_ids: Sequence[str], name: str, app_version: str, now: datetime
) -> tuple[EnrolledDesk, str]:
    """A new desk of the first venue and its token, of which only the hash is kept."""
    desk_id, token = uuid4(), _new_token()
    connection.execute(
        insert(desks).values(
            id=desk_id,
            venue_id=venue_ids[0],
            name=name,
            app_version=app_version,
            token_hash=hash_token(token),
            enrolled_at=now,
        )
    )
    if len(venue_ids) > 1:
        rows = [{"place": place, "venue_id": each} for place, each in enumerate(venue_ids)]
        connection.execute(insert(desk_venues).values(desk_id=desk_id), rows)
    return authenticate(connection, token, now), token


def authenticate(
    connection: Connection, token: str, now: datetime, *, lock_venues: bool = False
) -> EnrolledDesk:
    """The desk that holds a token, or the next one. Raises :class:`DeskRefusedError`.

    Its venues are locked with that, where it is wanted, until the transaction ends.
    """
    shown = hash_token(token)
    query = _LOCKING if lock_venues else _BY_TOKEN
    rows = connection.execute(query, {"shown": shown}).all()
    if not rows:
        raise DeskRefusedError("this token is not known", code="token_invalid")
    rows = sorted(rows, key=lambda row: row.place or 0)
    desk = rows[0]
    if desk.revoked_at is not None:
        raise DeskRefusedError("this desk has been revoked", code="desk_revoked")
    is_next = desk.token_hash != shown
    made_at = (desk.next_token_made_at if is_next else desk.token_made_at) or desk.enrolled_at
    last = max(desk.used_at or made_at, made_at)
    if now - last >= timedelta(days=UNUSED_DAYS):
        raise DeskRefusedError("this token was not used for too long", code="token_invalid")
    unnoted = is_next or desk.used_at is None or now - desk.used_at >= _NOTED_EVERY
    found = tuple(Venue(*row[-len(_OF_VENUE) :]) for row in rows)
    positions = {venue.id: row.position for venue, row in zip(found, rows, strict=True)}
    return EnrolledDesk(desk.id, desk.name, found[0], found, positions, made_at, unnoted)


def note_use(connection: Connection, desk: EnrolledDesk, token: str, now: datetime) -> None:
    """Note that a token was used. With the next one's first use the old one ends."""
    mine = desks.c.id == desk.id
    connection.execute(update(desks).where(mine).values(used_at=now))
    connection.execute(
        update(desks)
        .where(mine, desks.c.next_token_hash == hash_token(token))
        .values(
            token_hash=desks.c.next_token_hash,
            token_made_at=desks.c.next_token_made_at,
            next_token_hash=None,
            next_token_made_at=None,
        )
    )


def renew_token(connection: Connection, desk_id: UUID, now: datetime) -> str:
    """Another token for a desk, which holds beside the one in use until it is used itself."""
    token = _new_token()
    connection.execute(
        update(desks)
        .where(desks.c.id == desk_id)
        .values(next_token_hash=hash_token(token), next_token_made_at=now)
    )
    return token


def token_hashes(connection: Connection) -> set[bytes]:
    """The hashes of the tokens of all desks that are not revoked."""
    query = select(desks.c.token_hash, desks.c.next_token_hash).where(desks.c.revoked_at.is_(None))
    return {shown for row in connection.execute(query) for shown in row if shown is not None}


def _new_token() -> str:
    return secrets.token_urlsafe(32)


def revoke(connection: Connection, desk_id: UUID, now: datetime) -> None:
    """Turn a desk away from now on. Raises ``KeyError`` for one that is not there."""
    since = func.coalesce(desks.c.revoked_at, now)
    revoked = update(desks).where(desks.c.id == desk_id).values(revoked_at=since)
    if connection.execute(revoked).rowcount == 0:
        raise KeyError(desk_id)


def all_desks(connection: Connection, forked_since: datetime) -> Sequence[Mapping[str, Any]]:
    """Every desk that was ever enrolled, by venue and time, with how it stands where it told.

    ``venue_ids`` are all venues that it records for.
    """
    secret = {desks.c.token_hash, desks.c.next_token_hash, standings.c.desk_id}
    secret |= {column for column in standings.c if column.name.startswith("nonce")}
    secret |= {standings.c.waiting}
    columns = [column for column in (*desks.c, *standings.c) if column not in secret]
    query = (
        select(
            *columns, func.coalesce(standings.c.forked_at > forked_since, false()).label("forked")
        )
        .select_from(desks.outerjoin(standings))
        .order_by(desks.c.venue_id, desks.c.enrolled_at)
    )
    several = defaultdict[UUID, list[str]](list)
    for row in connection.execute(select(desk_venues).order_by(desk_venues.c.place)):
        several[row.desk_id].append(row.venue_id)
    return [
        {**row, "venue_ids": several[row["id"]] or [row["venue_id"]]}
        for row in connection.execute(query).mappings()
    ]


def hash_token(secret: str) -> bytes:
    """The hash of a code or token: these are long and random, so a plain hash tells nothing."""
    return sha256(secret.encode()).digest()
