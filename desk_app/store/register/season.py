"""Questions of the season check to the store."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from desk_app.store.connection.database import Database
from desk_app.store.schema.tables import CARDS, activity, register_state
from sync.rules.cards import CardStatus

_MOST_NAMES = 5


class StoredSeason:
    """Counts what a season needs."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def cards_ending(self, first: date, until: date) -> int:
        """How many cards that are in force on the first day end before the last."""
        with self._database.read() as connection:
            side = connection.execute(
                sa.select(register_state.c.side).where(register_state.c.in_use)
            ).scalar_one_or_none()
            if side is None:
                return 0
            cards = CARDS[side]
            count: int = connection.execute(
                sa.select(sa.func.count())
                .select_from(cards)
                .where(
                    cards.c.status == CardStatus.ACTIVE.value,
                    cards.c.valid_until >= first,
                    cards.c.valid_until < until,
                )
            ).scalar_one()
        return count

    def other_desks(self, ours: UUID) -> Sequence[str]:
        """Names of the venue's other desks, as far as their visits were heard of."""
        with self._database.read() as connection:
            return [
                *connection.execute(
                    sa.select(activity.c.desk_name)
                    .where(activity.c.desk_id != ours)
                    .distinct()
                    .order_by(activity.c.desk_name)
                    .limit(_MOST_NAMES)
                ).scalars()
            ]
