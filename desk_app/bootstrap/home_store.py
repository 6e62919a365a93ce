"""Opens the store of a home folder, and logs warnings about that folder."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from desk_app.config.paths import Home
from desk_app.devices.folders import keeper_of
from desk_app.devices.home_note import HomeNote
from desk_app.services.enrolment import AskRegister, Grant
from desk_app.services.errors import StoreKeyLostError, StoreMovedError, StoreReadOnlyError
from desk_app.services.ports import MachineClock, Secrets
from desk_app.services.timekeeping import best_guess
from desk_app.store.connection.database import Database
from desk_app.store.opening import Opened, open_store
from desk_app.store.register.clock import StoredClock


def open_home(
    home: Home, secrets: Secrets, clock: MachineClock, on_repair: Callable[[], None]
) -> tuple[Opened, str | None]:
    """The store; and the service that keeps the folder, if there is one and this is news.

    It is at the first start, and at each start of a home that was moved there.

    Raises ``SecretsUnavailableError`` or a ``StoreError``.
    """
    note = HomeNote.of(home.folder)
    new = not home.note.exists()

    def now(database: Database) -> datetime:
        return best_guess(clock, StoredClock(database))

    try:
        opened = open_store(home.database, secrets, now, on_repair, made_before=not new)
    except StoreKeyLostError as lost:
        if not note.moved_to(home.folder):
            raise
        raise StoreMovedError(path=str(home.folder), made_in=note.made_in) from lost
    if not opened.read_only:
        note.save(home.folder)
    is_news = new or note.moved_to(home.folder)
    return opened, keeper_of(home.folder) if is_news else None


def unless_read_only(opened: Opened, ask: AskRegister, folder: Path) -> AskRegister:
    """Exchange a code that works once, unless the result could not be saved."""

    def asked(*, api_url: str, code: str, desk_name: str, ca_file: str | None) -> Grant:
        if opened.read_only:
            raise StoreReadOnlyError(path=str(folder))
        return ask(api_url=api_url, code=code, desk_name=desk_name, ca_file=ca_file)

    return asked
