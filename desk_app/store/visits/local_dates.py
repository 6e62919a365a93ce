"""Narrows queries to the visits of some days."""

from datetime import date
from typing import Any

import sqlalchemy as sa


def between(
    wanted: sa.Select[Any], table: sa.Table, first: date | None, last: date | None
) -> sa.Select[Any]:
    """The query for the table's visits from the first day to the last; ``None`` is no bound."""
    if first is not None:
        wanted = wanted.where(table.c.local_date >= first)
    return wanted if last is None else wanted.where(table.c.local_date <= last)
