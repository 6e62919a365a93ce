"""Sessions of the console, and failed attempts to sign in."""

from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select, update

from sync.errors import BusyError
from sync.server.console.store import accounts
from sync.server.console.store.accounts import Account
from sync.server.store.attempt_limits import network_of
from sync.server.store.console_tables import accounts as account_table
from sync.server.store.console_tables import console_sessions, failed_sign_ins
from sync.server.store.desks import hash_token

LONGEST = timedelta(hours=12)
"""Ours: a working day; then everybody signs in anew."""
IDLE = timedelta(hours=1)
"""Ours: after so long without a page somebody else may sit there."""
_NOTED_EVERY = timedelta(minutes=5)
WINDOW = timedelta(minutes=15)
MOST_OF_ONE_LOGIN_THERE = 5
"""Ours: failures of one login from one address in :data:`WINDOW`."""
MOST_OF_ONE_LOGIN = 50
MOST_OF_ONE_ADDRESS = 50

_LINKS = "\n"
"""In the place of a login; no login is a line break."""


def begin(
    connection: Connection, account: Account, token: str, now: datetime, longest: timedelta
) -> None:
    """Sign an account in; sessions that are over are forgotten."""
    connection.execute(delete(console_sessions).where(console_sessions.c.ends_at <= now))
    connection.execute(
        insert(console_sessions).values(
            token_hash=hash_token(token),
            account_id=account.id,
            made_at=now,
            used_at=now,
            ends_at=now + longest,
        )
    )


def account_of(connection: Connection, token: str, now: datetime) -> tuple[Account | None, bool]:
    """The account that a token signs in, and whether its use is to be noted."""
    mine = console_sessions.c.token_hash == hash_token(token)
    query = (
        accounts.with_columns(console_sessions.c.used_at)
        .join(console_sessions, console_sessions.c.account_id == account_table.c.id)
        .where(mine, console_sessions.c.ends_at > now, console_sessions.c.used_at > now - IDLE)
    )
    row = connection.execute(query).one_or_none()
    if row is None:
        return None, False
    account = accounts.of_row(row)
    return (account if account.is_open else None), now - row.used_at >= _NOTED_EVERY


def note_use(connection: Connection, token: str, now: datetime) -> None:
    """Note that a session is in use."""
    mine = console_sessions.c.token_hash == hash_token(token)
    connection.execute(update(console_sessions).where(mine).values(used_at=now))


def end(connection: Connection, token: str) -> None:
    """Sign out."""
    mine = console_sessions.c.token_hash == hash_token(token)
    connection.execute(delete(console_sessions).where(mine))


def begin_attempt(connection: Connection, caller: str, login: str, now: datetime) -> int:
    """Count an attempt before it is looked at, so that many at once count as many; its number.

    Raises ``BusyError`` with the time to wait, where there were too many.
    """
    failed, network, mark = failed_sign_ins, network_of(caller), _mark(login)
    connection.execute(delete(failed).where(failed.c.at <= now - WINDOW))
    of_login, from_there = failed.c.login_hash == mark, failed.c.caller == network
    for which, most in (
        (of_login & from_there, MOST_OF_ONE_LOGIN_THERE),
        (of_login, MOST_OF_ONE_LOGIN),
        (from_there, MOST_OF_ONE_ADDRESS),
    ):
        _check(connection, which, most, now)
    added = connection.execute(
        insert(failed).values(caller=network, login_hash=mark, at=now).returning(failed.c.number)
    )
    return int(added.scalar_one())


def note_wrong_link(connection: Connection, caller: str, now: datetime) -> None:
    """Count a link to a card that nobody was ever given.

    Raises ``BusyError`` with the time to wait, where there were too many.
    """
    begin_attempt(connection, caller, _LINKS, now)


def failures_of(connection: Connection, login: str) -> int:
    """How many failed attempts of a login are remembered."""
    query = select(func.count()).where(failed_sign_ins.c.login_hash == _mark(login))
    return connection.scalar(query) or 0


def end_attempt(connection: Connection, number: int, login: str, caller: str) -> None:
    """Forget an attempt that succeeded, and the failures before it, from there."""
    failed = failed_sign_ins
    mine = (failed.c.login_hash == _mark(login)) & (failed.c.caller == network_of(caller))
    connection.execute(delete(failed).where((failed.c.number == number) | mine))


def _check(connection: Connection, which: ColumnElement[bool], most: int, now: datetime) -> None:
    query = select(func.count(), func.min(failed_sign_ins.c.at)).where(which)
    count, first = connection.execute(query).one()
    if count >= most:
        wait = (first + WINDOW - now).total_seconds()
        raise BusyError("too many failed attempts", retry_after=max(1.0, wait), code="rate_limited")


def _mark(login: str) -> bytes:
    return sha256(login.encode()).digest()
