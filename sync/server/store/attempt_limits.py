"""Limits on what could be found by trying: activation codes and card numbers.

A wrong code is limited by how it begins together with the address that it came from, so that a
caller who tries many stops no right one: it begins otherwise, or comes from elsewhere. Beyond a
number of wrong ones from one address no more are counted, and every further wrong one is told to
wait; a right one is not. (With 60 random bits in a code, guessing leads nowhere at any speed.)

Look-ups are limited by desk, so that a stolen token tries out no numbers (contract 1.4).
"""

from datetime import datetime, timedelta
from hashlib import sha256
from ipaddress import IPv6Address, ip_address
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select

from sync.errors import BusyError
from sync.server.store.saving import save
from sync.server.store.tables import desks, failed_enrolments, lookups

WINDOW = timedelta(minutes=10)
MOST_OF_ONE_START = 20
MOST_OF_ONE_ADDRESS = 200
"""Ours: how many wrong codes in that time."""
_START = 4
"""Characters by which codes are told apart here: the first group."""
MOST_A_MINUTE = 60
MOST_A_DAY = 1_000
_WINDOWS = (("day", timedelta(days=1), MOST_A_DAY), ("minute", timedelta(minutes=1), MOST_A_MINUTE))


def check_enrolment(connection: Connection, caller: str, code: str, now: datetime) -> None:
    """Raise ``BusyError`` where too many wrong codes came that begin so, from there."""
    mine = failed_enrolments.c.caller == network_of(caller)
    _check(connection, mine & (failed_enrolments.c.code_start == _start(code)), now)


def count_failed_enrolment(connection: Connection, caller: str, code: str, now: datetime) -> None:
    """Remember a wrong code for a while. Raises ``BusyError`` where there were too many.

    What no longer matters is forgotten.
    """
    failed = failed_enrolments
    network = network_of(caller)
    _check(connection, failed.c.caller == network, now, most=MOST_OF_ONE_ADDRESS)
    connection.execute(delete(failed).where(failed.c.at <= now - WINDOW))
    connection.execute(insert(failed).values(caller=network, code_start=_start(code), at=now))


def network_of(caller: str) -> str:
    """The address, or the network of one household where everybody has many (IPv6)."""
    try:
        address = ip_address(caller.partition("%")[0])
    except ValueError:
        return caller
    if isinstance(address, IPv6Address):
        return str(address.ipv4_mapped or IPv6Address(int(address) >> 64 << 64))
    return str(address)


def normalise_code(code: str) -> str:
    """Normalise a code: people type it, so that case, spaces and hyphens do not matter."""
    return "".join(code.split()).replace("-", "").upper()


def count_lookup(connection: Connection, desk_id: UUID, now: datetime) -> None:
    """Count a look-up of a card. Raises ``BusyError`` where the desk has had its share."""
    connection.execute(select(desks.c.id).where(desks.c.id == desk_id).with_for_update())
    mine = select(lookups).filter_by(desk_id=desk_id)
    known = dict[str, Any](connection.execute(mine).mappings().one_or_none() or {})
    values: dict[str, object] = {}
    for name, length, most in _WINDOWS:
        began, count = known.get(f"{name}_began_at", now), known.get(f"{name}_count", 0)
        if not began <= now < began + length:
            began, count = now, 0
        if count >= most:
            raise _busy("this desk has looked up too many cards; wait", began + length - now)
        values |= {f"{name}_began_at": began, f"{name}_count": count + 1}
    save(connection, lookups, {"desk_id": desk_id}, values)


def _start(code: str) -> bytes:
    return sha256(normalise_code(code)[:_START].encode()).digest()


def _check(
    connection: Connection, which: ColumnElement[bool], now: datetime, most: int = MOST_OF_ONE_START
) -> None:
    at = failed_enrolments.c.at
    recent = select(func.count(), func.min(at)).where(which, at > now - WINDOW)
    failures, first = connection.execute(recent).one()
    if failures >= most:
        raise _busy("too many wrong activation codes; wait", first + WINDOW - now)


def _busy(detail: str, wait: timedelta) -> BusyError:
    return BusyError(detail, retry_after=max(1.0, wait.total_seconds()), code="rate_limited")
