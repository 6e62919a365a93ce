"""The audit of desks: operations that were not accepted, and the answers; bounded for each desk."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select, update

from sync.server.store.tables import audit

MOST_ROWS = 1_000
"""Of one desk; older ones go."""
LONGEST_DOCUMENT = 2_000
"""Characters that are kept of what was sent: more than any operation has that means something."""


def add(connection: Connection, desk_id: UUID, rows: Sequence[Mapping[str, Any]]) -> None:
    """Add rows, and let go of a desk's oldest ones beyond :data:`MOST_ROWS`."""
    cut = slice(LONGEST_DOCUMENT)
    kept = [{**row, "document": row["document"] and row["document"][cut]} for row in rows]
    connection.execute(insert(audit), kept)
    mine = audit.c.desk_id == desk_id
    oldest_kept = (
        select(audit.c.number)
        .where(mine)
        .order_by(audit.c.number.desc())
        .offset(MOST_ROWS - 1)
        .limit(1)
        .scalar_subquery()
    )
    connection.execute(delete(audit).where(mine, audit.c.number < oldest_kept))


def rejected_document(connection: Connection, operation_id: UUID) -> str:
    """What was sent last under an id and rejected; empty where that is no longer kept."""
    found = connection.scalar(
        select(audit.c.document)
        .where(audit.c.operation_id == operation_id, audit.c.document.is_not(None))
        .order_by(audit.c.number.desc())
        .limit(1)
    )
    return found or ""


def forget_documents(connection: Connection, before: datetime) -> int:
    """Let go of what was sent until a time, numbers and all; what was told stays. How many."""
    old = (audit.c.at <= before) & audit.c.document.is_not(None)
    return connection.execute(update(audit).where(old).values(document=None)).rowcount
