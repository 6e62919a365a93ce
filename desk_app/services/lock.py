"""Locks the desk by a PIN, for a counter that is left unattended.

It stops a passer-by, at the window and at the command line; it does not stop a thief who has the
disk and the user's keyring. Sending goes on while locked, and the computer's administrator can
remove the PIN (``forget-pin``).
"""

import json
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hmac import compare_digest
from typing import Protocol

from desk_app.services.pin_errors import PinTooShortError, PinWaitError, PinWrongError
from desk_app.services.ports import Clock, Secrets

SHORTEST_PIN = 4
_NAME = "pin"
_FREE_MISSES = 3
"""So many wrong PINs cost no waiting time."""
_FIRST_WAIT = timedelta(seconds=5)
_LONGEST_WAIT = timedelta(minutes=5)


class PinHash(Protocol):
    """A deliberately slow hash."""

    def hashed(self, pin: str) -> str:
        """The hash to store for a PIN."""
        ...

    def matches(self, pin: str, kept: str) -> bool:
        """Whether this is the PIN."""
        ...


@dataclass(frozen=True, slots=True)
class _StoredPin:
    hash: str
    misses: int = 0
    last_miss: datetime | None = None

    def waits_until(self) -> datetime | None:
        """The time of the next try; the wait doubles with every miss after the free ones."""
        if self.last_miss is None or self.misses < _FREE_MISSES:
            return None
        doublings = min(self.misses - _FREE_MISSES, 10)
        return self.last_miss + min(_FIRST_WAIT * (1 << doublings), _LONGEST_WAIT)


class LockService:
    """Sets, verifies and removes this desk's PIN, hashed in the keyring. Deliberately slow.

    ``one_at_a_time`` keeps the programs of one desk from trying PINs side by side.
    """

    def __init__(
        self,
        secrets: Secrets,
        pins: PinHash,
        clock: Clock,
        one_at_a_time: Callable[[], AbstractContextManager[object]] = nullcontext,
    ) -> None:
        self._secrets = secrets
        self._pins = pins
        self._clock = clock
        self._one_at_a_time = one_at_a_time

    def has_pin(self) -> bool:
        """Whether there is a PIN. Raises ``SecretsUnavailableError``."""
        return self._secrets.get(_NAME) is not None

    def set_pin(self, pin: str) -> None:
        """Set this PIN. Raises ``PinTooShortError`` or ``SecretsUnavailableError``."""
        if len(pin) < SHORTEST_PIN:
            raise PinTooShortError(shortest=str(SHORTEST_PIN))
        self._save(_StoredPin(self._pins.hashed(pin)))

    def forget_pin(self) -> None:
        """Remove the PIN as administrator."""
        self._secrets.delete(_NAME)

    def remove_pin(self, pin: str) -> None:
        """Remove the PIN, by somebody who knows it. Raises as :meth:`unlock`."""
        self.unlock(pin)
        self.forget_pin()

    def unlock(self, pin: str) -> None:
        """Return if this is the PIN, or if there is none any more.

        Raises ``PinWrongError``; ``PinWaitError`` where too many were wrong, and then the PIN is
        not even looked at; ``SecretsUnavailableError``.
        """
        with self._one_at_a_time():
            kept = self._kept()
            if kept is not None:
                self._try(pin, kept)

    def voucher(self) -> str:
        """A voucher by which a child process is admitted without asking for the PIN again.

        It is to be had from the secrets alone. Empty where there is no PIN.
        """
        kept = self._kept()
        return "" if kept is None else kept.hash

    def accept(self, voucher: str) -> None:
        """Admit a process by the voucher of its parent. Raises ``PinWrongError``."""
        if not compare_digest(voucher.encode(errors="replace"), self.voucher().encode()):
            raise PinWrongError

    def _try(self, pin: str, kept: _StoredPin) -> None:
        now = self._clock.now()
        if kept.last_miss is not None and kept.last_miss > now:  # the clock was set back
            kept = replace(kept, last_miss=now)
            self._save(kept)
        until = kept.waits_until()
        if until is not None and now < until:
            raise PinWaitError(seconds=str(max(1, round((until - now).total_seconds()))))
        # Counted before the PIN is verified: a process that is killed meanwhile has missed.
        self._save(_StoredPin(kept.hash, kept.misses + 1, now))
        if not self._pins.matches(pin, kept.hash):
            raise PinWrongError
        self._save(_StoredPin(kept.hash))

    def _kept(self) -> _StoredPin | None:
        text = self._secrets.get(_NAME)
        if text is None:
            return None
        stored = json.loads(text)
        last = stored.get("last_miss")
        return _StoredPin(
            stored["hash"], stored.get("misses", 0), datetime.fromisoformat(last) if last else None
        )

    def _save(self, kept: _StoredPin) -> None:
        last = kept.last_miss.isoformat() if kept.last_miss else None
        stored = {"hash": kept.hash, "misses": kept.misses, "last_miss": last}
        self._secrets.set(_NAME, json.dumps(stored))
