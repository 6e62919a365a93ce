"""Fetches the newest register that a neighbour in reach has, in a thread of its own.

Only what the register has signed is fetched, in bounded pieces into a file; one that was cut off
goes on where it was. Between two of them a desk rests for a multiple of the time that one took, so
that it has its machine for the counter.
"""

import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol
from uuid import UUID

from sync.lan.addresses import LanAddress
from sync.lan.exchange import Neighbour, NeighbourStatus
from sync.lan.neighbour_client import NeighbourClient, NothingYetError, SilentNeighbourError
from sync.lan.news import NewerPart, RegisterPiece, RegisterVersion
from sync.lan.ports import RegisterImport
from sync.redaction import traceback_text

_log = logging.getLogger(__name__)

_LOOK = 1.0
"""Seconds between two looks at what the neighbours have."""
_GRACE = 60.0
_SLOWEST = 50_000
"""Seconds, and bytes in each after these: a file that comes more slowly is given up."""
_REST = 20
"""So many times as long as a register took a desk rests after it; one that was quick costs nothing.
"""
_QUICK = 5.0
_REST_AFTER_FAULT = 60.0
"""Seconds after an error of this desk's own, such as a full disk."""
_REST_OF_DESK = 300.0
"""Seconds for which a neighbour that handed on no register is not asked; others are."""
_WHILE_IT_IS_MADE = 5.0
"""Seconds until a neighbour that makes the file is asked again: each time is a handshake."""
_BYTES_OF_CARD = 200
"""At most: a card has eight short fields."""
_BYTES_BESIDE = 64 << 20
"""At most: the venue's offers."""


class Source(Protocol):
    """A neighbour that may be asked (``sync.lan.exchange.Exchange``)."""

    neighbour: Neighbour

    @property
    def address(self) -> LanAddress | None:
        """Where it was heard last."""
        ...

    def status(self) -> NeighbourStatus:
        """How it stands, and what register it has."""
        ...

    def client(self, address: LanAddress) -> NeighbourClient:
        """A connection of its own."""
        ...


@dataclass(slots=True)
class _PartialFile:
    """A file of which some bytes are here."""

    desk: UUID
    file: str
    passphrase: str
    size: int
    bytes: int = 0
    seconds: float = 0.0

    def fits(self, desk: UUID, piece: RegisterPiece) -> bool:
        """Whether a piece is of the same file."""
        return (self.desk, self.file, self.size) == (desk, piece.file, piece.size)


class RegisterFetch:
    """Fetches registers. ``on_received`` is called when one was put in use."""

    def __init__(
        self,
        register_import: RegisterImport,
        sources: Callable[[], Sequence[Source]],
        on_received: Callable[[], None],
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        self._import = register_import
        self._sources = sources
        self._on_received = on_received
        self._steady = steady
        self._rests_until = 0.0
        self._part: _PartialFile | None = None
        self._asked_after: dict[UUID, float] = {}
        self._useless: dict[UUID, str] = {}
        """Files that turned out to be none, by desk: they are not fetched twice."""
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="register", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End; what is under way is given up."""
        self._ended.set()
        self._import.stop()

    def join(self, timeout: float) -> None:
        """Wait until it has ended."""
        if self._thread.is_alive():
            self._thread.join(timeout)

    def fetching(self) -> tuple[UUID, float] | None:
        """The neighbour whose register is being fetched, and how much of it is here, up to 1."""
        part = self._part
        return None if part is None else (part.desk, part.bytes / max(part.size, 1))

    def _run(self) -> None:
        while not self._ended.wait(_LOOK):
            try:
                self.fetch_newest()
            except Exception as error:  # noqa: BLE001 - a full disk, a locked store, or a bug
                _log.warning("no register could be fetched:\n%s", traceback_text(error))
                self._part = None
                self._rest(_REST_AFTER_FAULT)
        self._import.file.unlink(missing_ok=True)

    def fetch_newest(self) -> None:
        """Fetch what is newer at a neighbour, from the newest on."""
        for version, source in self._newest():
            match self._import.newer_part(version):
                case NewerPart.SIGNATURE:
                    self._import.apply_signature(version)
                    self._on_received()
                    return
                case NewerPart.CARDS if self._may_ask(source.neighbour.desk_id):
                    if self._fetch(source, version):
                        return

    def _newest(self) -> list[tuple[RegisterVersion, Source]]:
        versions = [(source.status().register, source) for source in self._sources()]
        there = [(register, source) for register, source in versions if register is not None]
        return sorted(there, key=lambda each: each[0].signed_at, reverse=True)

    def _fetch(self, source: Source, version: RegisterVersion) -> bool:
        """Fetch a file and import it; whether it was put in use."""
        address, desk = source.address, source.neighbour.desk_id
        if address is None:
            return False
        try:
            with source.client(address) as client:
                part = self._download(client, desk, version)
        except NothingYetError:  # or its file is another by now, and shorter
            if self._part is None:
                self._asked_after[desk] = self._steady() + _WHILE_IT_IS_MADE
            self._part = None
            return False
        except SilentNeighbourError as cut:
            _log.info("a register was cut off on its way: %s", cut)
            return False
        if part is None:
            return False
        began = self._steady()
        taken = self._import.import_file(part.passphrase)
        self._part = None
        if taken:
            self._on_received()
            took = part.seconds + self._steady() - began
            self._rest(_REST * took if took > _QUICK else 0.0)
        else:
            self._useless[desk] = part.file
            self._avoid(desk)
        return taken

    def _download(
        self, client: NeighbourClient, desk: UUID, version: RegisterVersion
    ) -> _PartialFile | None:
        """Fetch what is missing of the file; the whole file, or nothing yet."""
        part = self._part
        piece = client.register_piece(part.bytes if part and part.desk == desk else 0)
        if part is None or not part.fits(desk, piece):
            if not self._is_useful(desk, piece, version):
                self._avoid(desk)
                return None
            if part is not None:
                piece = client.register_piece(0)
            part = self._part = _PartialFile(desk, piece.file, piece.passphrase, piece.size)
        with _opened_at(self._import.file, part.bytes) as file:
            while not self._ended.is_set():
                late = part.seconds > _GRACE + part.bytes / _SLOWEST
                if late or not part.fits(desk, piece) or not piece.data:
                    self._part = None
                    if late:
                        self._avoid(desk)
                    return None
                file.write(piece.data[: part.size - part.bytes])
                part.bytes = min(part.bytes + len(piece.data), part.size)
                if part.bytes == part.size:
                    return part
                asked_at = self._steady()
                try:
                    piece = client.register_piece(part.bytes)
                finally:
                    part.seconds += self._steady() - asked_at
        return None

    def _is_useful(self, desk: UUID, piece: RegisterPiece, version: RegisterVersion) -> bool:
        """Whether a file can be what was told, is still newer, and was not tried before."""
        most = version.count * _BYTES_OF_CARD + _BYTES_BESIDE
        tried = self._useless.get(desk) == piece.file
        return 0 < piece.size <= most and not tried and self._import.is_newer(piece.signed_at)

    def _may_ask(self, desk: UUID) -> bool:
        now = self._steady()
        return now >= self._rests_until and now >= self._asked_after.get(desk, now)

    def _rest(self, seconds: float) -> None:
        self._rests_until = self._steady() + seconds

    def _avoid(self, desk: UUID) -> None:
        self._asked_after[desk] = self._steady() + _REST_OF_DESK


def _opened_at(path: Path, place: int) -> IO[bytes]:
    """The file, to be written on from a byte on."""
    path.touch(mode=0o600)
    file = path.open("r+b")
    file.truncate(place)
    file.seek(place)
    return file
