"""Desks on the network with nothing behind them: no store, no shares, and no register."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from uuid import UUID

from sync.lan.discovery import NoFinder
from sync.lan.identity import LanIdentity
from sync.lan.neighbourhood import Neighbourhood
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
from sync.lan.ports import NewsStore, RegisterSharing, Shares


class NoNews:
    """A desk to which nothing happens."""

    def begin(self) -> None: ...

    def end(self) -> None: ...

    def last(self) -> int:
        return 0

    def read(self, after: int, most: int) -> tuple[News, int]:
        del most
        return News(cursor=""), after

    def place(self, cursor: str) -> int:
        del cursor
        return 0

    def merge(self, news: News) -> Merged:
        del news
        return Merged()

    def lacking(self, briefs: Sequence[NewsBrief]) -> Sequence[NewsBrief]:
        del briefs
        return []

    def whole(self, ids: Collection[UUID]) -> Sequence[NewsOperation]:
        del ids
        return []

    def cursor(self, of: UUID) -> str:
        del of
        return ""

    def move_cursor(self, of: UUID, before: str, now: str) -> None:
        del of, before, now


class NoShares:
    """A desk that holds no shares."""

    def left(self) -> Mapping[UUID, int]:
        return {}

    def give(self, to: UUID, asked: TicketsAsked) -> int:
        del to, asked
        return 0

    def moved(self, to: UUID) -> Mapping[UUID, int]:
        del to
        return {}

    def needed(self) -> Mapping[UUID, int]:
        return {}

    def received(self, of: UUID, offer_id: UUID) -> int:
        del of, offer_id
        return 0

    def receive(self, of: UUID, offer_id: UUID, moved: int) -> None:
        del of, offer_id, moved


class NoRegister:
    """A desk that hands no register on, and takes none."""

    file = Path("none")

    def version(self) -> RegisterVersion | None:
        return None

    def piece(self, start: int) -> RegisterPiece | None:
        del start
        return None

    def newer_part(self, version: RegisterVersion) -> NewerPart:
        del version
        return NewerPart.NOTHING

    def is_newer(self, signed_at: str) -> bool:
        del signed_at
        return False

    def apply_signature(self, version: RegisterVersion) -> None: ...

    def import_file(self, passphrase: str) -> bool:
        del passphrase
        return False

    def stop(self) -> None: ...


def a_neighbourhood(
    own: LanIdentity, folder: Path, news: NewsStore, shares: Shares | None = None
) -> Neighbourhood:
    return Neighbourhood(
        own,
        folder,
        news,
        shares or NoShares(),
        RegisterSharing(NoRegister(), NoRegister()),
        NoFinder(),
        port=0,
        on_received=lambda: None,
    )
