"""The audit of the console: accounts, actions and times. Nothing of it is changed or deleted.

A card's number is masked; the mark beside it is made by a secret that is not in the database, and
finds the card whose number somebody types.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, insert, select, true

from sync.rules.venues import spellings
from sync.server.console.store.accounts import Account
from sync.server.store.console_tables import Role, console_audit

BY_COMMAND = "kaikukanta-server"
"""In the place of a login, where the administrator did it by a command."""


@dataclass(frozen=True, slots=True)
class AuditQuery:
    """What to find; ``text`` is in login, action or subject, ``mark`` is a card's.

    Entries before ``text_since`` are found by the mark alone.
    """

    text: str = ""
    mark: bytes | None = None
    text_since: datetime | None = None
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """Something that was done; of the account's own area where none is named."""

    action: str
    subject: str = ""
    area: str | None = None
    mark: bytes | None = None
    detail: str | None = None


def add(
    connection: Connection,
    now: datetime,
    account: Account | None,
    action: str,
    subject: str = "",
    *,
    area: str | None = None,
    mark: bytes | None = None,
    detail: str | None = None,
) -> None:
    """Write down what was done, in the transaction that does it."""
    entry = AuditEntry(action=action, subject=subject, area=area, mark=mark, detail=detail)
    add_all(connection, now, account, [entry])


def add_all(
    connection: Connection, now: datetime, account: Account | None, entries: Iterable[AuditEntry]
) -> None:
    """Write down many things that were done at once."""
    own_area = account.workplace.area if account else ""
    who = {
        "at": now,
        "account_id": account.id if account else None,
        "login": account.login if account else BY_COMMAND,
        "workplace_id": account.workplace.id if account else None,
    }
    rows = [
        who
        | {
            "area": own_area if each.area is None else each.area,
            "action": each.action,
            "subject": each.subject[:200],
            "mark": each.mark,
            "detail": each.detail,
        }
        for each in entries
    ]
    connection.execute(insert(console_audit), rows)


def page(
    connection: Connection,
    account: Account,
    audit_query: AuditQuery,
    before: int | None,
    limit: int,
) -> list[Row[Any]]:
    """The newest entries that an account may see, those before a number alone."""
    query = (
        select(console_audit)
        .where(_visible_to(account), *_matching(audit_query))
        .order_by(console_audit.c.number.desc())
        .limit(limit)
    )
    if before is not None:
        query = query.where(console_audit.c.number < before)
    return list(connection.execute(query))


def following(
    connection: Connection, account: Account, audit_query: AuditQuery, after: int, limit: int
) -> list[Row[Any]]:
    """The entries that an account may see, the oldest first, those after a number alone."""
    query = (
        select(console_audit)
        .where(_visible_to(account), *_matching(audit_query), console_audit.c.number > after)
        .order_by(console_audit.c.number)
        .limit(limit)
    )
    return list(connection.execute(query))


def _visible_to(account: Account) -> ColumnElement[bool]:
    workplace = account.workplace
    if workplace.role is Role.NATIONAL:
        return true()
    if workplace.role is Role.COORDINATOR:
        return console_audit.c.area.in_(spellings(workplace.area))
    return console_audit.c.workplace_id == workplace.id


def _matching(query: AuditQuery) -> Iterator[ColumnElement[bool]]:
    audit = console_audit.c
    if query.text:
        words = audit.login + "\n" + audit.action + "\n" + audit.subject  # looked at in one go
        found = words.icontains(query.text, autoescape=True)
        if query.text_since is not None:
            found = (audit.at >= query.text_since) & found
        yield found if query.mark is None else found | (audit.mark == query.mark)
    if query.since is not None:
        yield audit.at >= query.since
    if query.until is not None:
        yield audit.at < query.until
