"""Keeps lists of what waits in the keyring and at the register, and notices what went missing."""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from desk_app.messages import Messages
from desk_app.messages.sync_words import SyncWords
from desk_app.services.errors import SecretsUnavailableError, StoreError
from desk_app.services.ports import DeskRecord, Secrets
from desk_app.store.recovery.missing_operations import (
    MOST_IN_KEYRING,
    StoredMissingOperations,
    as_text,
    of_text,
)
from desk_app.store.recovery.setting_aside import files_to_merge
from sync.messages import StandingAnswer

_log = logging.getLogger(__name__)

_NAME = "waiting-visits"
"""Named when it listed visits alone; another name would forget what an older version listed."""


class WaitingList:
    """The list of what waits in a store, as kept beside its key and sent to the register.

    ``noticed`` operations were found to be missing when the two were compared.
    """

    def __init__(
        self, missing: StoredMissingOperations, secrets: Secrets, now: Callable[[], datetime]
    ) -> None:
        self._missing = missing
        self._secrets = secrets
        self._now = now
        self._kept = ""
        self.noticed = 0

    def compare(self, database: Path) -> None:
        """Notice what waited when the keyring's list was kept last and is not in the store.

        While a file is set aside whose key is lost, that one may have it.

        Raises ``SecretsUnavailableError`` or a ``StoreError``.
        """
        self._kept = self._secrets.get(_NAME) or ""
        if files_to_merge(database):
            return
        try:
            listed = of_text(self._kept)
        except ValueError:
            _log.warning("the keyring's list of what waits cannot be read")
            return
        self._notice(listed)

    def receive(self, answer: StandingAnswer) -> None:
        """Notice what the register says, which may have been put back later than the keyring.

        Raises a ``StoreError``.
        """
        self._notice(answer.waited)
        self._missing.found(answer.arrived)

    def listed(self) -> Sequence[str]:
        """The list for the register. Raises a ``StoreError``."""
        return self._missing.waiting(self._now())

    def save(self) -> None:
        """Keep the list as it is now. What the keyring refuses is tried again the next time."""
        try:
            waiting = as_text(self._missing.waiting(self._now(), MOST_IN_KEYRING))
            if waiting == self._kept:
                return
            if waiting:
                self._secrets.set(_NAME, waiting)
            else:
                self._secrets.delete(_NAME)
            self._kept = waiting
        except (SecretsUnavailableError, StoreError) as refused:
            _log.warning("the list of what waits could not be kept: %s", refused.code)

    def words(self, messages: Messages, desk: DeskRecord | None) -> str:
        """What is known to be missing, in words; empty for nothing."""
        return SyncWords(messages).missing_of(self._missing.missing(self._now()), desk)

    def _notice(self, listed: Sequence[str]) -> None:
        noticed = self._missing.notice(listed, self._now)
        self.noticed += noticed
        if noticed:
            _log.warning(
                "at least %d unsent records are missing: an older copy of the data was put back",
                noticed,
            )
