"""Workplaces, and the accounts by which people sign in there. Nothing about the person is kept."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, Connection, Row, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from sync.server.store.console_tables import (
    Role,
    accounts,
    console_sessions,
    invitations,
    workplaces,
)
from sync.server.store.desks import hash_token

INVITED_FOR = timedelta(hours=72)
"""Ours: how long the link of an invitation can be used."""


class AlreadyThereError(Exception):
    """There is such a login, identity or workplace already."""


@dataclass(frozen=True, slots=True)
class Workplace:
    """A workplace: ``area`` is empty for the national one, ``venue_id`` is a venue's alone."""

    id: UUID
    role: Role
    name: str
    area: str
    venue_id: str | None
    closed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Account:
    """A way to sign in at a workplace."""

    id: UUID
    login: str
    workplace: Workplace
    made_at: datetime
    closed_at: datetime | None
    signed_in_at: datetime | None
    is_set_up: bool
    """Whether it has a password; before that only its invitation can be used."""

    @property
    def is_open(self) -> bool:
        """Whether anybody can sign in with it."""
        return self.closed_at is None and self.workplace.closed_at is None


_WORKPLACE = (
    workplaces.c.id.label("w_id"),
    workplaces.c.role,
    workplaces.c.name,
    workplaces.c.area,
    workplaces.c.venue_id,
    workplaces.c.closed_at.label("w_closed_at"),
)
_ACCOUNTS = select(accounts, *_WORKPLACE).join_from(accounts, workplaces)


def add_workplace(
    connection: Connection,
    role: Role,
    name: str,
    area: str,
    venue_id: str | None,
    now: datetime,
    new: UUID | None = None,
) -> UUID:
    """A new workplace, by an id that is chosen beforehand or not.

    Raises :class:`AlreadyThereError` where it is there already.
    """
    values = {"role": role, "name": name, "area": area, "venue_id": venue_id, "made_at": now}
    new = new or uuid4()
    try:
        with connection.begin_nested():
            connection.execute(insert(workplaces).values(id=new, **values))
    except IntegrityError as taken:
        raise AlreadyThereError(name) from taken
    return new


def all_workplaces(connection: Connection) -> list[Workplace]:
    """Every workplace, by area and name."""
    query = select(workplaces).order_by(workplaces.c.area, workplaces.c.name, workplaces.c.id)
    return [_workplace(row, row.id, row.closed_at) for row in connection.execute(query)]


def workplace(connection: Connection, workplace_id: UUID) -> Workplace:
    """One workplace. Raises ``KeyError``."""
    query = select(workplaces).where(workplaces.c.id == workplace_id)
    row = connection.execute(query).one_or_none()
    if row is None:
        raise KeyError(workplace_id)
    return _workplace(row, row.id, row.closed_at)


def close_workplace(connection: Connection, workplace_id: UUID, now: datetime) -> None:
    """Let nobody sign in there any more; who is signed in is signed out."""
    mine = workplaces.c.id == workplace_id
    connection.execute(
        update(workplaces).where(mine, workplaces.c.closed_at.is_(None)).values(closed_at=now)
    )
    its_own = select(accounts.c.id).where(accounts.c.workplace_id == workplace_id)
    connection.execute(delete(console_sessions).where(console_sessions.c.account_id.in_(its_own)))


def add_account(
    connection: Connection, workplace_id: UUID, login: str, sealed_totp_key: bytes, now: datetime
) -> UUID:
    """A new account without a password. Raises :class:`AlreadyThereError`."""
    new = uuid4()
    if connection.scalar(select(accounts.c.id).where(accounts.c.login == login)) is not None:
        raise AlreadyThereError(login)
    try:
        with connection.begin_nested():
            connection.execute(
                insert(accounts).values(
                    id=new,
                    workplace_id=workplace_id,
                    login=login,
                    made_at=now,
                    totp_key=sealed_totp_key,
                )
            )
    except IntegrityError as taken:  # another one was quicker
        raise AlreadyThereError(login) from taken
    return new


def of_workplace(connection: Connection, workplace_id: UUID) -> list[Account]:
    """The accounts of a workplace, by login."""
    query = _ACCOUNTS.where(accounts.c.workplace_id == workplace_id).order_by(accounts.c.login)
    return [_account(row) for row in connection.execute(query)]


def account(connection: Connection, account_id: UUID) -> Account:
    """One account. Raises ``KeyError``."""
    return _account(_one(connection, accounts.c.id == account_id))


def secrets_of(connection: Connection, login: str) -> Row[Any] | None:
    """The row of an account by its login: with its hashes, to sign in by."""
    return connection.execute(_ACCOUNTS.where(accounts.c.login == login)).one_or_none()


def totp_of(connection: Connection, account_id: UUID) -> bytes:
    """The sealed key of an account's one-time codes. Raises ``KeyError``."""
    sealed: bytes = _one(connection, accounts.c.id == account_id).totp_key
    return sealed


def close(connection: Connection, account_id: UUID, now: datetime) -> None:
    """Let nobody sign in with it any more; who is signed in is signed out."""
    mine = accounts.c.id == account_id
    connection.execute(
        update(accounts).where(mine, accounts.c.closed_at.is_(None)).values(closed_at=now)
    )
    end_sessions(connection, account_id)


def end_sessions(connection: Connection, account_id: UUID) -> None:
    """Sign an account out everywhere."""
    connection.execute(delete(console_sessions).where(console_sessions.c.account_id == account_id))


def invite(connection: Connection, account_id: UUID, token: str, now: datetime) -> None:
    """Let the person who has the token set a password, once; older invitations end.

    What the account had is gone with it: a person who lost a telephone is invited anew.
    """
    connection.execute(delete(invitations).where(invitations.c.account_id == account_id))
    connection.execute(
        insert(invitations).values(
            token_hash=hash_token(token),
            account_id=account_id,
            made_at=now,
            ends_at=now + INVITED_FOR,
        )
    )


def reset(connection: Connection, account_id: UUID, sealed_totp_key: bytes) -> None:
    """Take password and one-time codes away, before an invitation anew."""
    connection.execute(
        update(accounts)
        .where(accounts.c.id == account_id)
        .values(
            password_hash=None,
            totp_key=sealed_totp_key,
            totp_step=None,
            oidc_issuer=None,
            oidc_subject=None,
        )
    )
    end_sessions(connection, account_id)


def invited(connection: Connection, token: str, now: datetime) -> Account:
    """The account that a token invites to. Raises ``KeyError`` for one that does not hold."""
    query = select(invitations.c.account_id).where(
        invitations.c.token_hash == hash_token(token),
        invitations.c.used_at.is_(None),
        invitations.c.ends_at > now,
    )
    found = connection.scalar(query)
    if found is None:
        raise KeyError
    invited_one = account(connection, found)
    if not invited_one.is_open:
        raise KeyError
    return invited_one


def accept(
    connection: Connection, token: str, password_hash: str, step: int, now: datetime
) -> Account:
    """Use an invitation. Raises ``KeyError``; of two at once only one gets in."""
    accepted = invited(connection, token, now)
    use_invitation(connection, token, now)
    connection.execute(
        update(accounts)
        .where(accounts.c.id == accepted.id)
        .values(password_hash=password_hash, totp_step=step)
    )
    return accepted


def use_invitation(connection: Connection, token: str, now: datetime) -> None:
    """Mark an invitation as used. Raises ``KeyError`` where it was already."""
    used = connection.execute(
        update(invitations)
        .where(invitations.c.token_hash == hash_token(token), invitations.c.used_at.is_(None))
        .values(used_at=now)
    )
    if used.rowcount != 1:
        raise KeyError


def use_step(connection: Connection, account_id: UUID, step: int) -> bool:
    """Whether a one-time code's step was not used before; from now on it is."""
    unused = accounts.c.totp_step.is_(None) | (accounts.c.totp_step < step)
    taken = connection.execute(
        update(accounts).where(accounts.c.id == account_id, unused).values(totp_step=step)
    )
    return taken.rowcount == 1


def note_sign_in(connection: Connection, account_id: UUID, now: datetime) -> None:
    """When somebody signed in last."""
    connection.execute(update(accounts).where(accounts.c.id == account_id).values(signed_in_at=now))


def bind_identity(connection: Connection, account_id: UUID, issuer: str, subject: str) -> None:
    """Let an account be signed in to by an identity elsewhere.

    Raises :class:`AlreadyThereError`.
    """
    try:
        with connection.begin_nested():
            connection.execute(
                update(accounts)
                .where(accounts.c.id == account_id)
                .values(oidc_issuer=issuer, oidc_subject=subject)
            )
    except IntegrityError as taken:
        raise AlreadyThereError(subject) from taken


def by_identity(connection: Connection, issuer: str, subject: str) -> Account | None:
    """The account of an identity elsewhere."""
    mine = (accounts.c.oidc_issuer == issuer) & (accounts.c.oidc_subject == subject)
    row = connection.execute(_ACCOUNTS.where(mine)).one_or_none()
    return None if row is None else _account(row)


def of_row(row: Row[Any]) -> Account:
    """The account in a row of :func:`secrets_of`."""
    return _account(row)


def with_columns(*more: ColumnElement[Any]) -> Any:  # noqa: ANN401  a select of many columns
    """A select of accounts with their workplaces and some more."""
    return _ACCOUNTS.add_columns(*more)


def _one(connection: Connection, which: ColumnElement[bool]) -> Row[Any]:
    row = connection.execute(_ACCOUNTS.where(which)).one_or_none()
    if row is None:
        raise KeyError
    return row


def _workplace(row: Row[Any], id_: UUID, closed_at: datetime | None) -> Workplace:
    return Workplace(id_, row.role, row.name, row.area, row.venue_id, closed_at)


def _account(row: Row[Any]) -> Account:
    return Account(
        row.id,
        row.login,
        _workplace(row, row.w_id, row.w_closed_at),
        row.made_at,
        row.closed_at,
        row.signed_in_at,
        row.password_hash is not None or row.oidc_subject is not None,
    )
