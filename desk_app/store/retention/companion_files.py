"""The files beside the database that hold the same data: they forget what it forgets."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from desk_app.store.connection.database import Database
from desk_app.store.operation_log.commits import OperationLog
from desk_app.store.operation_log.compacting import compact
from desk_app.store.recovery.backups import Backups
from desk_app.store.retention.set_aside import erase_set_aside, expired_files


@dataclass(frozen=True, slots=True)
class CompanionFiles:
    """Operation log, backups, and files that were set aside, of the database at ``path``."""

    path: Path
    key: str
    database: Database
    log: OperationLog
    now: Callable[[], datetime]

    def erase_forgotten(self, before: date) -> None:
        """Remove what the database has anonymised of visits before a day. Raises ``StoreError``."""
        compact(self.database, self.log)
        Backups(self.path).renew(self.database, self.key, self.now())
        erase_set_aside(self.database, self.path, before)

    def hold_older(self, before: date) -> bool:
        """Whether something set aside before that day is still there. Raises ``StoreError``."""
        return bool(expired_files(self.path, before))
