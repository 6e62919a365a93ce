"""Turns in speaking with the register for a home: a cycle's, or an enrolment's."""

from collections.abc import Iterator
from contextlib import contextmanager

from desk_app.bootstrap.lock_files import locked_file
from desk_app.config.paths import Home
from desk_app.services.errors import StoreReadOnlyError
from desk_app.store.opening import Opened

_LONGEST_TURN = 60.0
"""Seconds to wait for another program's cycle: a window may be open beside a command."""


class SyncLock:
    """Hands out the sync lock: two programs of one home that sync at once would disturb each other.

    Each turn raises ``StoreLockedError`` where another one holds the lock for long.
    """

    def __init__(self, home: Home, opened: Opened) -> None:
        self._home = home
        self._opened = opened
        self.is_cycle_to_end = False
        """Whether a cycle of this program is to end before its next call."""

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the lock. Raises ``StoreReadOnlyError`` where nothing could be kept of a turn."""
        if self._opened.read_only:
            raise StoreReadOnlyError(path=str(self._home.folder))
        with locked_file(self._home.sync_lock, _LONGEST_TURN):
            yield

    @contextmanager
    def held_before_cycles(self) -> Iterator[None]:
        """Hold the lock for a turn, before which this program's own cycle ends early."""
        self.is_cycle_to_end = True
        try:
            with self.held():
                yield
        finally:
            self.is_cycle_to_end = False
