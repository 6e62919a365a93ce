"""Stores rows of paper forms until their visits are recorded.

They contain card numbers: what is changed or deleted is overwritten in the file.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from desk_app.services.paper_rows import PaperRow
from desk_app.store.connection.changes import Subject, note_change
from desk_app.store.connection.database import Database
from desk_app.store.schema.tables import operation_log, paper_rows, visits
from sync.rules.tickets import KINDS

_UNRECORDED = (  # a rescue may bring back a row whose visit was recorded meanwhile
    sa.select(paper_rows)
    .outerjoin(visits, visits.c.id == paper_rows.c.id)
    .where(visits.c.id.is_(None))
    .order_by(paper_rows.c.id)  # ids of version 7: in the order in which they were made
)


class StoredPaperRows:
    """Implements the desk's ``PaperRows``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> Sequence[PaperRow]:
        """Every row, in the order of entry."""
        with self._database.read() as connection:
            return [_row_from(row) for row in connection.execute(_UNRECORDED).mappings()]

    def get(self, row_id: UUID) -> PaperRow | None:
        """One row."""
        with self._database.read() as connection:
            wanted = _UNRECORDED.where(paper_rows.c.id == row_id)
            row = connection.execute(wanted).mappings().one_or_none()
        return None if row is None else _row_from(row)

    def save(self, row: PaperRow) -> None:
        """Write a row in the place of what was kept of it."""
        values = {
            "id": row.id,
            "offer_id": row.offer_id,
            "day": row.day,
            "number": row.number,
            "printed": row.printed,
            "value_cents": row.value_cents,
            **{kind.name: row.counts.get(kind.name) for kind in KINDS},
        }
        with self._database.write() as connection:
            connection.execute(
                insert(paper_rows)
                .values(values)
                .on_conflict_do_update(index_elements=["id"], set_=values)
            )
            note_change(connection, Subject.PAPER_ROW, row.id)

    def drop(self, row_id: UUID) -> None:
        """Delete a row; no matter if there was none.

        Where no visit was made of it, its number is nobody's business any more: the operation log
        and the copies are to forget it too.
        """
        recorded = sa.exists().where(visits.c.id == row_id)
        with self._database.write() as connection:
            gone = connection.execute(paper_rows.delete().where(paper_rows.c.id == row_id))
            if not gone.rowcount:
                return
            note_change(connection, Subject.PAPER_ROW, row_id)
            connection.execute(operation_log.update().where(~recorded).values(unerased=True))


def _row_from(row: sa.RowMapping) -> PaperRow:
    keyed: dict[str, Any] = {kind.name: row[kind.name] for kind in KINDS}
    return PaperRow(
        id=row["id"],
        offer_id=row["offer_id"],
        day=row["day"],
        number=row["number"],
        printed=row["printed"],
        value_cents=row["value_cents"],
        counts={name: count for name, count in keyed.items() if count is not None},
    )
