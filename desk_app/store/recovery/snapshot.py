"""Reads a store that cannot be written by way of a temporary copy.

SQLite writes beside a file even to read it. The copy is sealed like the original, it is completed
from the operation log like any store, and it is removed when it is closed.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from desk_app.store.connection.connections import has_content
from desk_app.store.connection.database import folder_errors_in_words
from desk_app.store.operation_log.last_record import last_record_path
from desk_app.store.operation_log.segments import log_folder, segments


def can_be_copied(path: Path) -> bool:
    """Whether there is anything of a store here, and it may be read."""
    try:
        return has_content(path) or bool(segments(log_folder(path)))
    except OSError:
        return False


@contextmanager
def snapshot(path: Path) -> Iterator[Path]:
    """A copy of database, copies and operation log, to be thrown away. Raises ``StoreError``."""
    with (
        TemporaryDirectory(prefix="kaikuluukku-", ignore_cleanup_errors=True) as folder,
        folder_errors_in_words(Path(folder)),
    ):
        copied = Path(folder) / path.name
        for file in (path, path.with_name(f"{path.name}-wal"), last_record_path(path)):
            if file.is_file():
                shutil.copyfile(file, copied.with_name(file.name))
        for kept in (log_folder(path), path.parent / "backups"):
            if kept.is_dir():
                shutil.copytree(kept, copied.parent / kept.name, copy_function=shutil.copyfile)
        yield copied
