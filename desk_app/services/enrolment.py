"""Enrols the desk with the register, by an activation code that works once."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Protocol
from uuid import UUID

from desk_app.services.errors import NameMalformedError
from desk_app.services.ports import Clock, Desk, DeskRecord, Secrets
from sync.rules.policy import Policy
from sync.rules.register_keys import KeyChange, later_keys
from sync.rules.texts import check_new_text
from sync.rules.venues import Venue

LONGEST_DESK_NAME = 100
"""Characters that the register takes."""


@dataclass(frozen=True, slots=True)
class Grant:
    """The register's answer to an enrolment. ``register_key`` is a raw Ed25519 public key.

    ``key_changes`` are those by which the register has come to it; each was vouched for.
    """

    desk_id: UUID
    token: str = field(repr=False)
    venue: Venue
    register_key: bytes
    policy: Policy
    venues: tuple[Venue, ...] = ()
    key_changes: tuple[KeyChange, ...] = ()


class AskRegister(Protocol):
    """The call to the register that exchanges a code for a grant."""

    def __call__(self, *, api_url: str, code: str, desk_name: str, ca_file: str | None) -> Grant:
        """Raises :class:`sync.errors.CentralFaultError` in one of its forms."""
        ...


class EnrolmentService:
    """Enrols this installation as a desk of a venue; an earlier enrolment's journal is kept.

    ``alone`` keeps sync cycles away meanwhile: what they bring is the earlier enrolment's.
    ``enrolled`` is called when there is a register to fetch, and earlier work to send.
    """

    def __init__(
        self,
        desk: Desk,
        secrets: Secrets,
        clock: Clock,
        ask: AskRegister,
        *,
        alone: Callable[[], AbstractContextManager[None]],
        enrolled: Callable[[], None],
    ) -> None:
        self._desk = desk
        self._secrets = secrets
        self._clock = clock
        self._ask = ask
        self._alone = alone
        self._enrolled = enrolled

    def enrol(self, *, api_url: str, code: str, desk_name: str, ca_file: str | None) -> DeskRecord:
        """Enrol. The token is saved before the enrolment that needs it is recorded.

        Raises ``NameMalformedError``, ``CentralFaultError``, ``SecretsUnavailableError`` or
        ``StoreError``.
        """
        try:
            check_new_text(desk_name, "a desk's name", longest=LONGEST_DESK_NAME)
        except ValueError as malformed:
            raise NameMalformedError(reason=str(malformed)) from malformed
        with self._alone():
            record = self._enrol(api_url, code, desk_name, ca_file)
        self._enrolled()
        return record

    def _enrol(self, api_url: str, code: str, desk_name: str, ca_file: str | None) -> DeskRecord:
        grant = self._ask(api_url=api_url, code=code, desk_name=desk_name, ca_file=ca_file)
        self._secrets.set(token_name(grant.desk_id), grant.token)
        before = self._desk.record()
        led_on = before and later_keys(before.signed_by, grant.key_changes)
        # Operations recorded under an earlier key of the same register still belong to it.
        known = before.register_key if before and led_on and grant.register_key in led_on else None
        record = DeskRecord(
            api_url=api_url,
            ca_file=ca_file,
            desk_id=grant.desk_id,
            desk_name=desk_name,
            venue=grant.venue,
            venues=grant.venues,
            register_key=known or grant.register_key,
            trusted_key=grant.register_key if known else None,
            key_changes=grant.key_changes,
            policy=grant.policy,
            enrolled_at=self._clock.now(),
        )
        self._desk.enrol(record)
        return record


def token_name(desk_id: UUID) -> str:
    """The name of a desk's token among the secrets."""
    return f"token-{desk_id}"
