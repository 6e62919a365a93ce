"""Hands the register on to another desk of the venue by file, for places without a network.

The file has every card, and the register's own signature over their count and checksum with the
time (contract 1.4). So the desk that takes it in checks it as if it came from the register, and
need not trust the desk that wrote it, nor the way that it came.
"""

from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol
from uuid import UUID

from desk_app.services.checking import CheckService
from desk_app.services.errors import TransferElsewhereError
from desk_app.services.ports import Clock, DeskRecord
from desk_app.services.register_errors import (
    RegisterMissingError,
    RegisterOlderError,
    RegisterUnprovenError,
    RegisterUnsignedError,
    TransferOtherRegisterError,
)
from desk_app.services.transfer import check_passphrase
from sync.ports import DeskBook, RegisterCache, RegisterProof
from sync.rules.cards import Card, OddCard
from sync.rules.offers import Offer
from sync.rules.policy import good_until
from sync.rules.register_keys import KeyChange, family
from sync.rules.register_sum import RegisterSum, parse_signed_at, signed_text_at
from sync.signatures import SignatureCheck, verified_changes

Cards = Iterator[Sequence[Card | OddCard]]
"""Cards by number, a piece at a time."""
MOST_COUNTED = 50_000
"""Of what one desk has sent for others, the newest is named in a file."""
Progress = Callable[[float], None]
"""Receives how much of a file has been read or written, from 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterSnapshot:
    """The register in use at one moment. Without a ``proof`` it cannot be handed on."""

    revision: int
    sum: RegisterSum
    verified_at: datetime
    proof: RegisterProof | None
    pages: Cards


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterTransfer:
    """The content of a file with the register, its cards aside, and where it comes from.

    ``offers`` are the venue's, as the register told them until ``offers_at`` (UTC); ``None`` where
    it never did. ``counted`` are the ids of what the offers' quotas count, as far as the desk that
    wrote the file knew it: it may still wait at another desk.
    """

    venue_id: str
    venue_name: str
    register_key: bytes
    key_changes: Sequence[KeyChange]
    revision: int
    sum: RegisterSum
    proof: RegisterProof
    offers: Sequence[Offer]
    offers_at: datetime | None
    counted: Sequence[UUID] = ()

    @property
    def signed_at(self) -> datetime:
        """When the register signed it (UTC)."""
        return parse_signed_at(self.proof.signed_at)


class RegisterFile(Protocol):
    """An open file with the register."""

    transfer: RegisterTransfer

    def pages(self) -> Cards:
        """The cards, from the first on; they can be read more than once.

        Raises ``TransferDamagedError`` where the file was changed or cut off.
        """
        ...

    def sum(self, on_page: Callable[[int], None]) -> RegisterSum:
        """The sum over all cards; it is told how many came with each page. Raises the same."""
        ...


class RegisterFiles(Protocol):
    """Reads and writes sealed files with the register."""

    def is_register(self, path: Path) -> bool:
        """Whether a file says that it holds a register. Raises ``FileUnreadableError``."""
        ...

    def write(self, path: Path, transfer: RegisterTransfer, cards: Cards, passphrase: str) -> None:
        """Write the file atomically.

        Raises ``FileUnwritableError``, ``FileTakenError`` or ``TransferTooLargeError``.
        """
        ...

    def open(self, path: Path, passphrase: str) -> AbstractContextManager[RegisterFile]:
        """Open a file. Raises ``FileUnreadableError`` or one of the ``Transfer…Error``."""
        ...


class RegisterSource(RegisterCache, Protocol):
    """The register in use, which can be read as a whole and replaced as a whole."""

    def snapshot(self) -> AbstractContextManager[RegisterSnapshot | None]:
        """The register in use, to be read while it may change; ``None`` where there is none."""
        ...


class OfferBook(Protocol):
    """The venue's offers as the register told them."""

    def known(self) -> tuple[Sequence[Offer], datetime | None]:
        """All of them, and up to when (UTC) they are known; ``None`` where none were ever told."""
        ...

    def counted(self, as_of: datetime) -> Sequence[UUID]:
        """What the offers that were told by then count, as far as it is known; the newest of it."""
        ...

    def replace(
        self, offers: Sequence[Offer], as_of: datetime, counted: Sequence[UUID] = ()
    ) -> None:
        """Put these in the place of what the register told before.

        Their quotas count what waits here under the ids ``counted``. At the next connection the
        feed is read from the start.
        """
        ...


@dataclass(frozen=True, slots=True)
class CarriedRegister:
    """A register that was handed on. ``verified_at`` (UTC) is what its age is counted from.

    Until ``good_until`` (UTC) a desk that has it can judge cards.
    """

    revision: int
    count: int
    verified_at: datetime
    good_until: datetime


class RegisterTransferService:
    """Writes the register to a file, and takes it in from one.

    ``only_sync_worker`` keeps others from changing the register meanwhile.
    """

    def __init__(
        self,
        checking: CheckService,
        desk: DeskBook,
        register: RegisterSource,
        offers: OfferBook,
        files: RegisterFiles,
        clock: Clock,
        *,
        only_sync_worker: Callable[[], AbstractContextManager[None]],
    ) -> None:
        self._checking = checking
        self._desk = desk
        self._register = register
        self._offers = offers
        self._files = files
        self._clock = clock
        self._only_sync_worker = only_sync_worker

    def is_register(self, path: Path) -> bool:
        """Whether a file says that it holds a register. Raises ``FileUnreadableError``."""
        return self._files.is_register(path)

    def carry_out(
        self, path: Path, passphrase: str, on_progress: Progress = lambda _: None
    ) -> CarriedRegister:
        """Write the register in use and the venue's offers to a file.

        Raises ``RegisterMissingError`` where there is none, ``RegisterUnsignedError`` where no
        other desk could verify it, ``PassphraseWeakError``, ``NotEnrolledError``, ``StoreError``,
        and what :meth:`RegisterFiles.write` raises.
        """
        check_passphrase(passphrase)
        desk = self._checking.desk()
        with self._register.snapshot() as register:
            if register is None:
                raise RegisterMissingError
            if register.proof is None:
                raise RegisterUnsignedError
            offers, offers_at = self._offers.known()
            transfer = RegisterTransfer(
                venue_id=desk.venue.id,
                venue_name=desk.venue.name,
                register_key=desk.register_key,
                key_changes=[change for change in desk.key_changes if change.signature],
                revision=register.revision,
                sum=register.sum,
                proof=register.proof,
                offers=offers,
                offers_at=offers_at,
                counted=[] if offers_at is None else self._offers.counted(offers_at),
            )
            progress = _Counter(register.sum.count, on_progress)
            cards = _counted(register.pages, progress)
            self._files.write(path, transfer, cards, passphrase)
        return _carried(desk, transfer, transfer.signed_at)

    def carry_in(
        self, path: Path, passphrase: str, on_progress: Progress = lambda _: None
    ) -> CarriedRegister:
        """Put the register of a file in use, with the venue's offers: all of it, or nothing.

        Its age counts from when the register signed it, or from now where that is still to come by
        this desk's clock. Raises ``TransferElsewhereError``, ``TransferOtherRegisterError``,
        ``RegisterUnprovenError``, ``RegisterOlderError``, ``NotEnrolledError``, ``StoreError``, and
        what :meth:`RegisterFiles.open` raises.
        """
        desk = self._checking.desk()
        with self._files.open(path, passphrase) as file, self._only_sync_worker():
            transfer = file.transfer
            changes = _check_origin(desk, transfer)
            check = check_signature(desk, changes, transfer.revision, transfer.sum, transfer.proof)
            verified_at = self._import_cards(file, on_progress)
            if changes:
                self._desk.keys(trusted=check.key, changes=changes)
            if transfer.offers_at is not None:
                as_of = min(transfer.offers_at, self._clock.now())
                self._offers.replace(transfer.offers, as_of, transfer.counted)
        return _carried(desk, transfer, verified_at)

    def _import_cards(self, file: RegisterFile, on_progress: Progress) -> datetime:
        """Put the cards in use; returns from when their age counts."""
        transfer = file.transfer
        verified_at = min(transfer.signed_at, self._clock.now())
        with self._register.snapshot() as own:
            known = None if own is None else (own.revision, own.sum)
            if own is not None and known == (transfer.revision, transfer.sum):
                verified_at = max(verified_at, own.verified_at)
            elif own is not None and is_older(transfer.signed_at, transfer.revision, own):
                raise RegisterOlderError
        progress = _Counter(2 * transfer.sum.count, on_progress)  # once to check, once to load
        if file.sum(progress.count) != transfer.sum:
            raise RegisterUnprovenError
        if known is not None and known[1] == transfer.sum:
            self._register.apply(
                {},
                revision=transfer.revision,
                expected=transfer.sum,
                verified_at=verified_at,
                proof=transfer.proof,
            )
            return verified_at
        self._register.begin_load(transfer.revision)
        for cards in file.pages():
            # Should this be cut off, the next cycle sees at once by the sum that it is not whole.
            self._register.add_page(cards, after=None, last=True)
            progress.count(len(cards))
        self._register.adopt(
            revision=transfer.revision,
            expected=transfer.sum,
            verified_at=verified_at,
            proof=transfer.proof,
        )
        return verified_at


def _check_origin(desk: DeskRecord, transfer: RegisterTransfer) -> Sequence[KeyChange]:
    """The changes of the register's key that are known here or vouched for in the file.

    Raises ``TransferElsewhereError`` or ``TransferOtherRegisterError``.
    """
    if transfer.venue_id != desk.venue.id:
        raise TransferElsewhereError(venue=transfer.venue_name)
    known = verified_changes(
        (b64encode(change.before).decode(), b64encode(change.key).decode(), change.signature)
        for change in transfer.key_changes
    )
    changes = [*desk.key_changes, *(change for change in known if change not in desk.key_changes)]
    if transfer.register_key not in family(desk.register_key, changes):
        raise TransferOtherRegisterError
    return changes


def check_signature(
    desk: DeskRecord,
    changes: Sequence[KeyChange],
    revision: int,
    total: RegisterSum,
    proof: RegisterProof,
) -> SignatureCheck:
    """Verify that the register has signed this, whichever of its keys it did it with.

    Raises ``RegisterUnprovenError``.
    """
    check = SignatureCheck(desk.signed_by)
    check.learn(changes)
    if not check(signed_text_at(revision, total, proof.signed_at), proof.signature):
        raise RegisterUnprovenError
    return check


def is_older(signed_at: datetime, revision: int, own: RegisterSnapshot) -> bool:
    """Whether the register signed it before what this desk has.

    A register that was put back from a backup signs lower revisions later: the time decides.
    """
    own_at = own.verified_at
    if own.proof is not None:
        own_at = min(own_at, parse_signed_at(own.proof.signed_at))
    return (signed_at, revision) < (own_at, own.revision)


class _Counter:
    """Tells how much of the cards is done."""

    def __init__(self, all_of_them: int, on_progress: Progress) -> None:
        self._all = max(all_of_them, 1)
        self._done = 0
        self._on_progress = on_progress

    def count(self, cards: int) -> None:
        """Count cards that are done."""
        self._done += cards
        self._on_progress(self._done / self._all)


def _counted(pages: Cards, counter: _Counter) -> Cards:
    for cards in pages:
        yield cards
        counter.count(len(cards))


def _carried(
    desk: DeskRecord, transfer: RegisterTransfer, verified_at: datetime
) -> CarriedRegister:
    return CarriedRegister(
        transfer.revision,
        transfer.sum.count,
        verified_at,
        good_until(verified_at, desk.policy),
    )
