"""Signing in with a password and a one-time code, slowed where it fails, and invitations."""

import hmac
import secrets
from datetime import datetime, timedelta
from urllib.parse import quote
from uuid import UUID

import pyotp
from argon2.exceptions import VerificationError
from sqlalchemy import Connection

from sync.server.console.context import Console
from sync.server.console.store import accounts, console_audit, console_sessions
from sync.server.console.store.accounts import Account
from sync.server.store.console_tables import Role

SHORTEST_PASSWORD = 12
LONGEST_PASSWORD = 200
LONGEST_LOGIN = 100
OIDC_SESSION = timedelta(hours=1)
"""Ours: then the provider is asked again, and an account that it no longer knows is out."""
_STEP_SECONDS = 30
_STEPS_ASIDE = (0, -1, 1)
"""A telephone's clock may be half a minute off."""


class SignInRefusedError(Exception):
    """Login, password or code are wrong; which of them is not told."""


class WeakPasswordError(ValueError):
    """The password is too short, or too long to be taken for one."""


def normal_login(text: str) -> str:
    """A login as it is kept: case and spaces around it do not matter."""
    return text.strip().casefold()


def sign_in(console: Console, caller: str, login: str, password: str, code: str) -> tuple[str, int]:
    """A new session's token, and how many attempts had failed before.

    Raises :class:`SignInRefusedError`, or ``BusyError`` with the time to wait.
    """
    now, login = console.now(), normal_login(login)
    with console.database.writing() as connection:
        attempt = console_sessions.begin_attempt(connection, caller, login, now)
    with console.database.reading() as connection:
        row = accounts.secrets_of(connection, login)
    known = row.password_hash if row is not None and row.password_hash else None
    is_right = _is_password(console, known or console.unknown_password, password)
    account = accounts.of_row(row) if row is not None else None
    totp = row.totp_key if row is not None else console.unknown_totp_key
    step = _step_of(console, totp, code, now)
    if account is None or known is None or not is_right or step is None or not account.is_open:
        raise SignInRefusedError
    token = secrets.token_urlsafe(32)
    with console.database.writing() as connection:
        if not accounts.use_step(connection, account.id, step):
            raise SignInRefusedError
        failures = console_sessions.failures_of(connection, login) - 1
        console_sessions.end_attempt(connection, attempt, login, caller)
        _begin(connection, account, token, now)
    return token, failures


def begin_session(console: Console, account: Account, longest: timedelta) -> str:
    """Sign in an account whose identity has been proved; the new session's token."""
    token = secrets.token_urlsafe(32)
    with console.database.writing() as connection:
        _begin(connection, account, token, console.now(), longest)
    return token


def _begin(
    connection: Connection,
    account: Account,
    token: str,
    now: datetime,
    longest: timedelta = console_sessions.LONGEST,
) -> None:
    console_sessions.begin(connection, account, token, now, longest)
    accounts.note_sign_in(connection, account.id, now)
    console_audit.add(connection, now, account, "signed_in")


def new_account(connection: Connection, console: Console, workplace_id: UUID, login: str) -> UUID:
    """An account that nobody can sign in with before it is invited.

    Raises ``AlreadyThereError``.
    """
    sealed = console.seal(pyotp.random_base32())
    return accounts.add_account(
        connection, workplace_id, normal_login(login), sealed, console.now()
    )


def invite(connection: Connection, console: Console, account_id: UUID) -> str:
    """A secret with which an account's password is set once; what was set before is gone."""
    token = secrets.token_urlsafe(32)
    accounts.reset(connection, account_id, console.seal(pyotp.random_base32()))
    accounts.invite(connection, account_id, token, console.now())
    return token


def totp_key(console: Console, account: Account) -> str:
    """The key of an invited account's one-time codes, to be shown once."""
    with console.database.reading() as connection:
        return console.unseal(accounts.totp_of(connection, account.id))


def totp_link(key: str, account: Account) -> str:
    """The link of a QR code that an authenticator app reads."""
    issuer = quote("Kaikukanta")
    return f"otpauth://totp/{issuer}:{quote(account.login)}?secret={key}&issuer={issuer}"


def accept_invitation(console: Console, token: str, password: str, code: str) -> Account:
    """Set the password of an invited account.

    Raises ``KeyError`` for an invitation that does not hold, :class:`WeakPasswordError`, or
    :class:`SignInRefusedError` for a wrong code.
    """
    now = console.now()
    with console.database.reading() as connection:
        invited = accounts.invited(connection, token, now)
        sealed = accounts.totp_of(connection, invited.id)
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise WeakPasswordError
    step = _step_of(console, sealed, code, now)
    if step is None:
        raise SignInRefusedError
    hashed = console.passwords.hash(password)
    with console.database.writing() as connection:
        accepted = accounts.accept(connection, token, hashed, step, now)
        console_audit.add(connection, now, accepted, "invitation_accepted", accepted.login)
    return accepted


def national_account(console: Console, login: str) -> str:
    """A secret for the invitation of an account of Kaikukeskus, by the administrator's command.

    An account that is there already is invited anew.
    """
    now, login = console.now(), normal_login(login)
    with console.database.writing() as connection:
        row = accounts.secrets_of(connection, login)
        if row is not None and row.role is not Role.NATIONAL:
            raise accounts.AlreadyThereError(login)
        if row is None:
            place = _national_workplace(connection, now)
            account_id = new_account(connection, console, place, login)
        else:
            account_id = row.id
        console_audit.add(connection, now, None, "account_invited", login)
        return invite(connection, console, account_id)


def _national_workplace(connection: Connection, now: datetime) -> UUID:
    for each in accounts.all_workplaces(connection):
        if each.role is Role.NATIONAL and each.closed_at is None:
            return each.id
    return accounts.add_workplace(connection, Role.NATIONAL, "Kaikukeskus", "", None, now)


def _is_password(console: Console, hashed: str, password: str) -> bool:
    if len(password) > LONGEST_PASSWORD:
        return False
    try:
        return console.passwords.verify(hashed, password)
    except VerificationError:
        return False


def _step_of(console: Console, sealed: bytes, code: str, now: datetime) -> int | None:
    """Which step's one-time code it is; ``None`` where it is none of those around now."""
    codes = pyotp.TOTP(console.unseal(sealed))
    shown = "".join(code.split())
    current = int(now.timestamp()) // _STEP_SECONDS
    for aside in _STEPS_ASIDE:
        made = codes.at((current + aside) * _STEP_SECONDS)
        if hmac.compare_digest(made.encode(), shown.encode()):
            return current + aside
    return None
