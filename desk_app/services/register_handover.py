"""Decides what of a neighbour's register is taken, by the register's own signature.

A neighbour tells what the register signed: revision, count, checksum and time (contract 1.4).
Where the cards here are the same, its signature alone makes them as new as theirs. Else their file
is fetched, and taken in as one that was carried by hand (``register_transfer``).
"""

from base64 import b64encode
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from typing import Protocol

from desk_app.services.ports import Clock, Desk, DeskRecord
from desk_app.services.register_errors import RegisterUnprovenError
from desk_app.services.register_transfer import (
    RegisterSnapshot,
    RegisterSource,
    check_signature,
)
from sync.lan.news import MOST_KEY_CHANGES, NewerPart, RegisterVersion
from sync.ports import DeskBook, RegisterProof
from sync.rules.register_keys import KeyChange
from sync.rules.register_sum import RegisterSum, parse_signed_at
from sync.signatures import verified_changes

_LEAST_GAIN = timedelta(minutes=1)
"""A signature that is newer by less is not worth a write to the disk."""


class DeskWithKeys(Desk, DeskBook, Protocol):
    """This desk's enrolment."""


class RegisterHandoverService:
    """The register in use, told to neighbours, and compared with theirs.

    ``only_sync_worker`` keeps others from changing the register meanwhile.
    """

    def __init__(
        self,
        desk: DeskWithKeys,
        register: RegisterSource,
        clock: Clock,
        only_sync_worker: Callable[[], AbstractContextManager[None]],
    ) -> None:
        self._desk = desk
        self._register = register
        self._clock = clock
        self._only_sync_worker = only_sync_worker

    def version(self) -> RegisterVersion | None:
        """What this desk can hand on; ``None`` without a register that others could verify."""
        desk = self._desk.record()
        with self._register.snapshot() as own:
            if desk is None or desk.refused is not None or own is None or own.proof is None:
                return None
            changes = [change for change in desk.key_changes if change.signature]
            return RegisterVersion(
                revision=own.revision,
                count=own.sum.count,
                checksum=own.sum.checksum,
                signed_at=own.proof.signed_at,
                signature=own.proof.signature,
                key_changes=[*map(_in_base64, changes[-MOST_KEY_CHANGES:])],
            )

    def newer_part(self, version: RegisterVersion) -> NewerPart:
        """What of it is newer than what is here, as far as the register has signed it."""
        desk = self._desk.record()
        try:
            signed_at, total = parse_signed_at(version.signed_at), _sum(version)
            with self._register.snapshot() as own:
                if desk is None or desk.refused is not None:
                    return NewerPart.NOTHING
                same = own is not None and own.sum == total
                if own is not None and not _is_newer(signed_at, version.revision, own, same=same):
                    return NewerPart.NOTHING
            check_signature(desk, _changes(desk, version), version.revision, total, _proof(version))
        except (ValueError, RegisterUnprovenError):
            return NewerPart.NOTHING
        return NewerPart.SIGNATURE if same else NewerPart.CARDS

    def is_newer(self, signed_at: str) -> bool:
        """Whether what was signed then may be newer than the register in use."""
        try:
            at = parse_signed_at(signed_at)
        except ValueError:
            return False
        with self._register.snapshot() as own:
            return own is None or at >= _signed_at(own)

    def apply_signature(self, version: RegisterVersion) -> None:
        """The cards in use are those that were signed: their age counts from then.

        Raises ``RegisterUnprovenError``, ``StoreError``, or ``RegisterMismatchError`` where the
        cards are others by now.
        """
        with self._only_sync_worker():
            desk, status = self._desk.record(), self._register.status()
            if desk is None or desk.refused is not None or status is None:
                return
            changes, total = _changes(desk, version), _sum(version)
            check = check_signature(desk, changes, version.revision, total, _proof(version))
            verified_at = min(parse_signed_at(version.signed_at), self._clock.now())
            self._register.apply(
                {},
                revision=version.revision,
                expected=total,
                verified_at=max(verified_at, status.verified_at),
                proof=_proof(version),
            )
            if changes != [*desk.key_changes]:
                self._desk.keys(trusted=check.key, changes=changes)


def _is_newer(signed_at: datetime, revision: int, own: RegisterSnapshot, *, same: bool) -> bool:
    if same:
        return signed_at >= _signed_at(own) + _LEAST_GAIN
    return (signed_at, revision) > (_signed_at(own), own.revision)


def _signed_at(own: RegisterSnapshot) -> datetime:
    """When the register signed what is in use; this desk's own clock may be behind."""
    return own.verified_at if own.proof is None else parse_signed_at(own.proof.signed_at)


def _sum(version: RegisterVersion) -> RegisterSum:
    return RegisterSum.from_hex(version.count, version.checksum)


def _proof(version: RegisterVersion) -> RegisterProof:
    return RegisterProof(version.signed_at, version.signature)


def _changes(desk: DeskRecord, version: RegisterVersion) -> Sequence[KeyChange]:
    new = [each for each in verified_changes(version.key_changes) if each not in desk.key_changes]
    return [*desk.key_changes, *new]


def _in_base64(change: KeyChange) -> tuple[str, str, str]:
    before, key = (b64encode(each).decode() for each in (change.before, change.key))
    return before, key, change.signature
