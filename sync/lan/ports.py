"""Protocols of the store that the exchange between neighbours needs.

Every method is one transaction, or several short ones: a visit that is being recorded never waits
for the news of a neighbour.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from uuid import UUID

from sync.lan.news import (
    Merged,
    NewerPart,
    News,
    NewsBrief,
    NewsOperation,
    RegisterPiece,
    RegisterVersion,
    TicketsAsked,
)


class NewsStore(Protocol):
    """The desk's own news, and what it merges of its neighbours'."""

    def begin(self) -> None:
        """Note from now on what changes; all that is there already is news too.

        A cursor that was given before stays good, where what it tells of is still there.
        """
        ...

    def end(self) -> None:
        """Note nothing any more: a desk that asks later is given everything."""
        ...

    def last(self) -> int:
        """The place of the latest news; 0 where there is none."""
        ...

    def read(self, after: int, most: int) -> tuple[News, int]:
        """The news after a place, and the place that it reaches, of which it has the cursor.

        What is told may be sent by others: it does not change any more.
        """
        ...

    def place(self, cursor: str) -> int:
        """The place that a cursor of this desk's names; 0 for one of another history.

        A lower one where the store was restored, and may have lost what was told after that.
        """
        ...

    def merge(self, news: News) -> Merged:
        """Merge a neighbour's news.

        Of its briefs, what they say of operations that are known here.
        """
        ...

    def lacking(self, briefs: Sequence[NewsBrief]) -> Sequence[NewsBrief]:
        """Return the briefs of operations that are not known here, or not as rejected."""
        ...

    def whole(self, ids: Collection[UUID]) -> Sequence[NewsOperation]:
        """The operations with these ids, as far as neighbours were told of them."""
        ...

    def cursor(self, of: UUID) -> str:
        """How far a neighbour's news was merged; empty for one that was never heard."""
        ...

    def move_cursor(self, of: UUID, before: str, now: str) -> None:
        """Note how far a neighbour's news was merged, durable when this returns.

        Nothing where it is not ``before`` any more: all was forgotten meanwhile.
        """
        ...


class Shares(Protocol):
    """The desk's shares of its offers' quotas."""

    def left(self) -> Mapping[UUID, int]:
        """The tickets left of each share."""
        ...

    def give(self, to: UUID, asked: TicketsAsked) -> int:
        """Move tickets to another desk, as far as they can be spared.

        How many were ever moved to it in all; durable when this returns.
        """
        ...

    def moved(self, to: UUID) -> Mapping[UUID, int]:
        """The tickets that were ever moved to another desk, by offer."""
        ...

    def needed(self) -> Mapping[UUID, int]:
        """The tickets that somebody at the counter waits for, beyond those left, by offer."""
        ...

    def received(self, of: UUID, offer_id: UUID) -> int:
        """The tickets that another desk has ever moved here."""
        ...

    def receive(self, of: UUID, offer_id: UUID, moved: int) -> None:
        """Note how many tickets another desk has ever moved here."""
        ...


class RegisterHandover(Protocol):
    """The register in use, to be handed on."""

    def version(self) -> RegisterVersion | None:
        """What this desk can hand on; ``None`` without a register that others could verify."""
        ...

    def piece(self, start: int) -> RegisterPiece | None:
        """A piece of it from a byte on; ``None`` while the file is not made yet."""
        ...


class RegisterImport(Protocol):
    """Puts a register that a neighbour hands on in use. Nothing is believed that is not signed."""

    @property
    def file(self) -> Path:
        """Where the sealed file is put until it is imported."""
        ...

    def newer_part(self, version: RegisterVersion) -> NewerPart:
        """What of a neighbour's register is newer here; the register's signature is verified."""
        ...

    def is_newer(self, signed_at: str) -> bool:
        """Whether what was signed then is newer than the register in use."""
        ...

    def apply_signature(self, version: RegisterVersion) -> None:
        """The cards in use are those: they are as new as the register's latest signature."""
        ...

    def import_file(self, passphrase: str) -> bool:
        """Verify the file and put its register in use: all of it, or nothing; whether it was.

        It may take minutes for a large one. The file is removed either way.
        """
        ...

    def stop(self) -> None:
        """Give up what is under way: the program ends."""
        ...


@dataclass(frozen=True, slots=True)
class RegisterSharing:
    """How the register is handed on, and how a neighbour's is imported."""

    handover: RegisterHandover
    register_import: RegisterImport
