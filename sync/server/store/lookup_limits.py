"""How many cards a desk may look up: a stolen token must not try out numbers (contract 1.4)."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Connection, insert, select, update

from sync.errors import BusyError
from sync.server.store.tables import desks, lookups

MOST_A_MINUTE = 60
MOST_A_DAY = 1_000
_MINUTE = timedelta(minutes=1)
_DAY = timedelta(days=1)


def count(connection: Connection, desk_id: UUID, now: datetime) -> None:
    """Count one look-up. Raises ``BusyError`` where the desk has had its share."""
    connection.execute(select(desks.c.id).where(desks.c.id == desk_id).with_for_update())
    row = connection.execute(select(lookups).where(lookups.c.desk_id == desk_id)).one_or_none()
    minute_began, in_minute = _window(row and (row.minute_began_at, row.minute_count), _MINUTE, now)
    day_began, in_day = _window(row and (row.day_began_at, row.day_count), _DAY, now)
    if in_day >= MOST_A_DAY:
        raise _too_many(day_began + _DAY - now)
    if in_minute >= MOST_A_MINUTE:
        raise _too_many(minute_began + _MINUTE - now)
    values = {
        "minute_began_at": minute_began,
        "minute_count": in_minute + 1,
        "day_began_at": day_began,
        "day_count": in_day + 1,
    }
    if row is None:
        connection.execute(insert(lookups).values(desk_id=desk_id, **values))
    else:
        connection.execute(update(lookups).where(lookups.c.desk_id == desk_id).values(values))


def _window(
    known: tuple[datetime, int] | None, length: timedelta, now: datetime
) -> tuple[datetime, int]:
    """When the current window began, and what was counted in it; a new one where none is open."""
    if known is None or not known[0] <= now < known[0] + length:
        return now, 0
    return known


def _too_many(wait: timedelta) -> BusyError:
    return BusyError(
        "this desk has looked up too many cards; wait",
        retry_after=max(1.0, wait.total_seconds()),
        code="rate_limited",
    )
