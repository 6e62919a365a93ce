"""Erases damaged files that were set aside, so that they keep no card number for longer.

All that can be read of them was taken in before: what they hold of a visit, the database holds. So
they go as soon as the database forgets the first number. Where something could not be recovered,
somebody may still find it in them, and they stay until the policy allows no number in them at all.
Files that no key opens stay until their key is found.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path

import sqlalchemy as sa

from desk_app.files.atomic_write import sync_folder
from desk_app.store.connection.database import Database, folder_errors_in_words
from desk_app.store.operation_log.segments import erase
from desk_app.store.recovery.setting_aside import MERGED_MARK, day_of, merged_folders
from desk_app.store.schema.tables import recoveries

_INCOMPLETE = sa.exists().where(
    sa.or_(recoveries.c.lost > 0, ~recoveries.c.knows_all),
    recoveries.c.at >= sa.bindparam("since", type_=recoveries.c.at.type),
)
_OURS = ("*.oplog", "*.db", "*.db-wal", "*.db-shm", "*.last", MERGED_MARK)


def expired_files(path: Path, before: date) -> Sequence[Path]:
    """The folders that were set aside before a day. Raises ``StoreError``."""
    return [aside for aside in merged_folders(path) if day_of(aside) < before]


def erase_set_aside(database: Database, path: Path, before: date) -> None:
    """Erase what may go where numbers of visits before a day are forgotten.

    Raises ``StoreError``.
    """
    since = datetime.combine(before, time(), UTC)
    with database.read() as connection:
        needed = connection.execute(sa.select(_INCOMPLETE), {"since": since}).scalar_one()
    with folder_errors_in_words(path):
        for aside in expired_files(path, before) if needed else merged_folders(path):
            _erase_files(aside)


def _erase_files(aside: Path) -> None:
    """Erase what the store has put there; what is of the wrong kind is somebody else's."""
    for file in [file for name in _OURS for file in aside.rglob(name) if file.is_file()]:
        if file.stat().st_nlink > 1:  # an end in the middle of a rebuild left the file in place
            file.unlink()
        else:
            erase(file)
    folders = [folder for folder in aside.rglob("*") if folder.is_dir()]
    for folder in (*sorted(folders, reverse=True), aside):
        if not any(folder.iterdir()):
            folder.rmdir()
    sync_folder(aside.parent)
