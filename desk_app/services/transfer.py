"""Transfers unsent operations to another desk by file, for a venue without internet.

The other desk sends it under its own ids. This desk sends it too, once it can: the register knows
the ids, and takes every operation once. So both desks may do it, twice too, and end with the same
truth.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol
from uuid import UUID

from desk_app.services.checking import CheckService
from desk_app.services.errors import (
    PassphraseWeakError,
    TransferElsewhereError,
)
from desk_app.services.ports import Clock
from sync.rules.visits import Operation

SHORTEST_PASSPHRASE = 10
FEWEST_CHARACTERS = 5
"""Ours: so long, and so many different ones; the file has card numbers, and may get lost."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """Unsent operations in journal order, and their origin. ``packed_at`` is UTC."""

    venue_id: str
    venue_name: str
    register_key: bytes
    desk_id: UUID
    desk_name: str
    packed_at: datetime
    operations: Sequence[Operation]


class TransferFiles(Protocol):
    """Reads and writes encrypted transfer files."""

    def write(self, path: Path, transfer: Transfer, passphrase: str) -> None:
        """Write the file atomically. Raises ``FileUnwritableError`` or ``FileTakenError``."""
        ...

    def read(self, path: Path, passphrase: str) -> Transfer:
        """Read a file. Raises ``FileUnreadableError`` or one of the ``Transfer…Error``."""
        ...


@dataclass(frozen=True, slots=True)
class Origin:
    """The origin of operations: a venue at a register, and this desk's name there."""

    venue_id: str
    venue_name: str
    register_key: bytes
    desk_id: UUID
    desk_name: str


class TransferStore(Protocol):
    """The store's part in a transfer: reads and adds operations."""

    def origin(self, venue_id: str) -> "Origin | None":
        """The last enrolment with a venue; ``None`` where this desk never had one."""
        ...

    def unsent(self, origin: "Origin | None" = None) -> Sequence[Operation]:
        """An enrolment's unsent operations, by default the current one's, in journal order.

        It stays as it is from now on, word for word.
        """
        ...

    def merge(self, operations: Sequence[Operation], carried_from: str) -> int:
        """Queue another desk's operations under their own ids; returns how many were new here."""
        ...


@dataclass(frozen=True, slots=True)
class TransferResult:
    """The content of a transfer file: the number of new and of known operations."""

    new: int
    known: int


class TransferTime(Clock, Protocol):
    """The desk's time, by which its visits are dated."""

    def date_outgoing(self) -> None:
        """Date and mark what is about to leave this desk. Raises ``StoreError``."""
        ...


class TransferService:
    """Writes and reads transfers. ``queued`` is called when there is something to send."""

    def __init__(
        self,
        checking: CheckService,
        work: TransferStore,
        transfer_files: TransferFiles,
        clock: TransferTime,
        *,
        queued: Callable[[], None],
    ) -> None:
        self._checking = checking
        self._work = work
        self._transfer_files = transfer_files
        self._clock = clock
        self._queued = queued

    def carry_out(self, path: Path, passphrase: str, venue_id: str | None = None) -> int:
        """Write all unsent operations to a file; returns how many. With none, no file is written.

        It is that of the current enrolment, or what is held back for another venue.

        It all still waits to be sent, dated and marked as if it were sent now. A desk that the
        register has turned away may do it too, since its work is kept. Raises
        ``PassphraseWeakError``, ``NotEnrolledError``, ``StoreError``, and what
        :meth:`TransferFiles.write` raises.
        """
        check_passphrase(passphrase)
        desk = self._checking.enrolment()
        of = None if venue_id is None else self._work.origin(venue_id)
        if venue_id is not None and of is None:
            return 0
        self._clock.date_outgoing()
        operations = self._work.unsent(of)
        if operations:
            transfer = Transfer(
                venue_id=of.venue_id if of else desk.venue.id,
                venue_name=of.venue_name if of else desk.venue.name,
                register_key=of.register_key if of else desk.register_key,
                desk_id=of.desk_id if of else desk.desk_id,
                desk_name=of.desk_name if of else desk.desk_name,
                packed_at=self._clock.now(),
                operations=operations,
            )
            self._transfer_files.write(path, transfer, passphrase)
        return len(operations)

    def carry_in(self, path: Path, passphrase: str) -> TransferResult:
        """Take in another desk's operations, all or none; they are sent with this desk's own.

        Raises ``TransferElsewhereError`` for work of another venue, ``NotEnrolledError``,
        ``StoreError``, and what :meth:`TransferFiles.read` raises.
        """
        desk = self._checking.desk()
        transfer = self._transfer_files.read(path, passphrase)
        same_register = desk.is_same_register(transfer.register_key)
        if transfer.venue_id != desk.venue.id or not same_register:
            raise TransferElsewhereError(venue=transfer.venue_name)
        new = self._work.merge(transfer.operations, transfer.desk_name)
        self._queued()
        return TransferResult(new, len(transfer.operations) - new)


def check_passphrase(passphrase: str) -> None:
    """Raise ``PassphraseWeakError`` for a passphrase that is too easily guessed."""
    if len(passphrase) < SHORTEST_PASSPHRASE or len(set(passphrase)) < FEWEST_CHARACTERS:
        raise PassphraseWeakError(shortest=str(SHORTEST_PASSPHRASE))
