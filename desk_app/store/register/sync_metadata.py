"""Stores what the desk remembers of its exchanges with the register."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

import sqlalchemy as sa

from desk_app.services.sync_health import SyncHealth
from desk_app.store.connection.database import Database
from desk_app.store.schema.tables import sync_metadata

BETWEEN_SENDING_AGAIN = timedelta(hours=1)
"""A checksum that disagrees may be this desk's own fault: not to be met with all work each time."""
FORKED_FOR = timedelta(days=30)
"""Ours: what was not noticed again for so long is over, where the register does not say when."""


class CurrentTime(Protocol):
    """The time."""

    def now(self) -> datetime:
        """This moment, in UTC."""
        ...


@dataclass(frozen=True, slots=True)
class StoredSyncMetadata:
    """Implements ``sync.ports.SyncMetadata`` and the desk's ``SyncHealthReader``."""

    database: Database
    clock: CurrentTime

    def health(self) -> SyncHealth:
        """The sync health as of the last cycle."""
        row = self._row()
        return SyncHealth(
            forked_at=self._in_time(row.forked_at),
            resent_at=row.resent_at,
            resent=row.resent,
            token_doubted=row.token_doubted_on is not None,
            needs_code=row.token_doubted_again,
        )

    def nonce(self) -> str | None:
        """The nonce that the register gave last."""
        nonce: str | None = self._row().nonce
        return nonce

    def forked_at(self) -> datetime | None:
        """When the data was last seen to be in use twice, or an old copy to have been put back."""
        return self._in_time(self._row().forked_at)

    def taken_in(self) -> int:
        """How many own visits were taken in of which the register has not been told so."""
        count: int = self._row().taken_in
        return count

    def save_answer(self, nonce: str, *, forked_at: datetime | None, taken_in: int = 0) -> None:
        """Save the answer to a status report, which told of so many visits that were taken in."""
        left = sync_metadata.c.taken_in - taken_in
        self._set(nonce=nonce, forked_at=forked_at, taken_in=left)

    def token_known(self) -> None:
        """Note that the register knows this desk's token."""
        if self._row().token_doubted_on is not None:
            self._set(token_doubted_on=None, token_doubted_again=False)

    def token_doubted(self) -> bool:
        """Note that the register does not know the token; whether it has said so on two days."""
        today, row = self.clock.now().date(), self._row()
        if row.token_doubted_on is None:
            self._set(token_doubted_on=today)
        elif row.token_doubted_on != today and not row.token_doubted_again:
            self._set(token_doubted_again=True)
            return True
        return bool(row.token_doubted_again)

    def may_send_again(self) -> bool:
        """Whether the last time was long enough ago."""
        last: datetime | None = self._row().resent_at
        return last is None or abs(self.clock.now() - last) >= BETWEEN_SENDING_AGAIN

    def sent_again(self, count: int) -> None:
        """Note that so many operations are sent again."""
        self._set(resent_at=self.clock.now(), resent=count)

    def _in_time(self, forked_at: datetime | None) -> datetime | None:
        is_over = forked_at is None or self.clock.now() - forked_at >= FORKED_FOR
        return None if is_over else forked_at

    def _row(self) -> sa.Row[tuple[object, ...]]:
        with self.database.read() as connection:
            return connection.execute(sa.select(sync_metadata)).one()

    def _set(self, **values: object) -> None:
        with self.database.write() as connection:
            connection.execute(sync_metadata.update().values(**values))


def reset_sync_metadata(connection: sa.Connection) -> None:
    """Reset for a new enrolment: nonce and doubts belong to the old one."""
    connection.execute(
        sync_metadata.update().values(
            nonce=None,
            forked_at=None,
            resent_at=None,
            resent=0,
            token_doubted_on=None,
            token_doubted_again=False,
            taken_in=0,
        )
    )
