"""In whose inbox a refusal of another desk's work stands.

The desk that recorded it hears of it as every neighbour does, and its people know the visit: there
they are asked. Only where that desk has been out of reach for long are they asked here.
"""

from collections.abc import Collection
from datetime import datetime, timedelta

import sqlalchemy as sa

from desk_app.store.connection.database import Database
from desk_app.store.schema.tables import operations
from sync.ports import OperationState

_PATIENCE = timedelta(minutes=2)
"""Ours: so long a desk may be out of reach after a refusal, as when it starts again."""
_REFUSED = sa.and_(
    operations.c.state == OperationState.REJECTED, operations.c.carried_from.is_not(None)
)
_ASKED_THERE = sa.select(operations.c.carried_from).where(_REFUSED, operations.c.recorder_asks)
_ASKED_HERE = sa.select(operations.c.carried_from).where(_REFUSED, ~operations.c.recorder_asks)
_ANY = (_ASKED_THERE.distinct(), _ASKED_HERE.distinct())


def choose_inbox(database: Database, in_reach: Collection[str], now: datetime) -> bool:
    """Ask at the desks that are in reach, by their names, and here for the others.

    Whether something is asked elsewhere than before.
    """
    with database.read() as connection:
        there, here = (set(connection.execute(wanted).scalars()) for wanted in _ANY)
    come, away = here & set(in_reach), ~operations.c.carried_from.in_(in_reach)
    if not come and not there - set(in_reach):
        return False
    with database.write() as connection:
        moved = connection.execute(
            operations.update()
            .where(_REFUSED, ~operations.c.recorder_asks, operations.c.carried_from.in_(come))
            .values(recorder_asks=True)
        ).rowcount
        moved += connection.execute(
            operations.update()
            .where(
                _REFUSED,
                operations.c.recorder_asks,
                away,  # however many names were told of
                operations.c.settled_at <= now - _PATIENCE,
            )
            .values(recorder_asks=False)
        ).rowcount
    return moved > 0
