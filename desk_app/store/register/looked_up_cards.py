"""Cards found by online lookup, kept until the register in use has caught up."""

from dataclasses import asdict
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from desk_app.services.ports import LookedUpCard
from desk_app.store.connection.database import Database, plain_sql
from desk_app.store.schema.tables import looked_up_cards, register_state
from sync.rules.card_fields import card_of
from sync.rules.cards import Card

_REVISION = (
    sa.select(sa.func.coalesce(sa.func.max(register_state.c.revision), sa.literal_column("0")))
    .where(register_state.c.in_use)
    .scalar_subquery()
)
_FIND = plain_sql(
    sa.select(looked_up_cards).where(
        looked_up_cards.c.number == sa.bindparam("number"), looked_up_cards.c.revision >= _REVISION
    )
)


class StoredLookedUpCards:
    """Implements the desk's ``LookedUpCards``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, number: str) -> tuple[LookedUpCard, datetime] | None:
        """The card found, and when, unless the register in use is newer."""
        for *fields, revision, seen_at in self._database.rows(_FIND, number):
            card = card_of(fields)
            if isinstance(card, Card):
                return LookedUpCard(card, revision), datetime.fromisoformat(seen_at)
        return None

    def save(self, seen: LookedUpCard, at: datetime) -> None:
        """Save a card until the register in use has caught up."""
        if self._database.is_read_only:
            return  # it is asked for again
        row = asdict(seen.card) | {"revision": seen.revision, "seen_at": at}
        with self._database.write() as connection:
            connection.execute(
                insert(looked_up_cards).on_conflict_do_update(index_elements=["number"], set_=row),
                row,
            )
