"""Locking the window by a PIN: for a counter that is left alone for a while.

It keeps passers-by from the screen. What was recorded goes on being sent behind it, and whoever has
the computer's administrator beside them gets in without the PIN (``forget-pin``).
"""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from desk_app.services.errors import PinTooShortError, PinWaitError, PinWrongError
from desk_app.services.ports import Clock, Secrets

SHORTEST_PIN = 4
_NAME = "pin"
_FREE_MISSES = 3
"""So many slips of the hand cost nothing."""
_FIRST_WAIT = timedelta(seconds=5)
_LONGEST_WAIT = timedelta(minutes=5)


class PinHash(Protocol):
    """A hash that is slow on purpose."""

    def hashed(self, pin: str) -> str:
        """What to keep in a PIN's place."""
        ...

    def matches(self, pin: str, kept: str) -> bool:
        """Whether this is the PIN."""
        ...


@dataclass(frozen=True, slots=True)
class _Kept:
    hash: str
    misses: int = 0
    last_miss: datetime | None = None

    def waits_until(self) -> datetime | None:
        """Doubled with every miss after the free ones."""
        if self.last_miss is None or self.misses < _FREE_MISSES:
            return None
        doublings = min(self.misses - _FREE_MISSES, 10)
        return self.last_miss + min(_FIRST_WAIT * (1 << doublings), _LONGEST_WAIT)


class Locking:
    """The PIN of this desk, hashed, among the secrets. Each deed takes a while, by intent."""

    def __init__(self, secrets: Secrets, pins: PinHash, clock: Clock) -> None:
        self._secrets = secrets
        self._pins = pins
        self._clock = clock

    def has_pin(self) -> bool:
        """Whether there is a PIN. Raises ``SecretsUnavailableError``."""
        return self._secrets.get(_NAME) is not None

    def set_pin(self, pin: str) -> None:
        """Take this PIN. Raises ``PinTooShortError`` or ``SecretsUnavailableError``."""
        if len(pin) < SHORTEST_PIN:
            raise PinTooShortError(shortest=str(SHORTEST_PIN))
        self._keep(_Kept(self._pins.hashed(pin)))

    def forget_pin(self) -> None:
        """The administrator's way in: from now on there is no PIN."""
        self._secrets.delete(_NAME)

    def remove_pin(self, pin: str) -> None:
        """Have no PIN from now on, for somebody who knows it. Raises as :meth:`unlock`."""
        self.unlock(pin)
        self.forget_pin()

    def unlock(self, pin: str) -> None:
        """Returns where this is the PIN, or where there is none any more.

        Raises ``PinWrongError``; ``PinWaitError`` where too many were wrong, and then the PIN is
        not even looked at; ``SecretsUnavailableError``.
        """
        kept = self._kept()
        if kept is None:
            return
        now = self._clock.now()
        until = kept.waits_until()
        if until is not None and now < until <= now + _LONGEST_WAIT:  # a clock set back waits not
            raise PinWaitError(seconds=str(max(1, round((until - now).total_seconds()))))
        if not self._pins.matches(pin, kept.hash):
            self._keep(_Kept(kept.hash, kept.misses + 1, now))
            raise PinWrongError
        if kept.misses:
            self._keep(_Kept(kept.hash))

    def _kept(self) -> _Kept | None:
        text = self._secrets.get(_NAME)
        if text is None:
            return None
        told = json.loads(text)
        last = told.get("last_miss")
        return _Kept(
            told["hash"], told.get("misses", 0), datetime.fromisoformat(last) if last else None
        )

    def _keep(self, kept: _Kept) -> None:
        last = kept.last_miss.isoformat() if kept.last_miss else None
        told = {"hash": kept.hash, "misses": kept.misses, "last_miss": last}
        self._secrets.set(_NAME, json.dumps(told))
