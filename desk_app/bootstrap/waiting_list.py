"""Keeps the list of waiting visits in the keyring, and compares the data with it at every start."""

import logging
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from desk_app.messages import Messages
from desk_app.messages.dialogue import DialogueWords
from desk_app.services.errors import SecretsUnavailableError, StoreError
from desk_app.services.ports import DeskRecord, Secrets
from desk_app.store.recovery.missing_visits import StoredMissingVisits
from desk_app.store.recovery.setting_aside import to_take_in

_log = logging.getLogger(__name__)

_NAME = "waiting-visits"


class WaitingList:
    """What waits in a store, as kept beside its key.

    ``noticed`` visits were found to be missing when it was compared.
    """

    def __init__(
        self, missing: StoredMissingVisits, secrets: Secrets, now: Callable[[], datetime]
    ) -> None:
        self._missing = missing
        self._secrets = secrets
        self._now = now
        self._kept = ""
        self.noticed = 0

    def compare(self, database: Path) -> None:
        """Notice what waited when the list was kept last and is not in the store.

        While a file is set aside whose key is lost, that one may have it.

        Raises ``SecretsUnavailableError`` or a ``StoreError``.
        """
        self._kept = self._secrets.get(_NAME) or ""
        if to_take_in(database):
            return
        try:
            self.noticed = self._missing.notice(self._kept, self._now)
        except ValueError:
            _log.warning("the keyring's list of waiting visits cannot be read")
            return
        if self.noticed:
            _log.warning(
                "at least %d unsent visits are missing: an older copy of the data was put back",
                self.noticed,
            )

    def keep(self) -> None:
        """Keep the list as it is now. What the keyring refuses is tried again the next time."""
        try:
            waiting = self._missing.waiting()
            if waiting == self._kept:
                return
            if waiting:
                self._secrets.set(_NAME, waiting)
            else:
                self._secrets.delete(_NAME)
            self._kept = waiting
        except (SecretsUnavailableError, StoreError) as refused:
            _log.warning("the list of waiting visits could not be kept: %s", refused.code)

    def words(self, messages: Messages, desk: DeskRecord | None) -> str:
        """What is known to be missing, in words; empty for nothing."""
        return DialogueWords(messages).missing_of(self._missing.missing(self._now()), desk)
