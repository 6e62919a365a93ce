"""Hears the news of one neighbour, in a thread of its own: a slow or silent one delays no other."""

import logging
import ssl
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sync.lan.calling import LanAddress, NeighbourClient, SilentNeighbourError
from sync.lan.news import News, TicketsAsked, ToldRegister
from sync.lan.ports import NewsStore, Shares
from sync.redaction import traceback_text

_log = logging.getLogger(__name__)

_PAUSE = 0.3
"""Seconds between two tries to reach a neighbour that is away."""
_PAUSE_AFTER_FAULT = 5.0
"""Seconds after an error of this desk's own, such as a full disk."""
SILENT_AFTER = 5.0
"""Seconds without an answer after which a neighbour is called away."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another desk of the house, as the register made it known."""

    desk_id: UUID
    desk_name: str
    fingerprint: bytes


@dataclass(frozen=True, slots=True)
class NeighbourStatus:
    """How a neighbour stands. ``left`` is what it has left of its shares, while it is in reach."""

    desk_id: UUID
    desk_name: str
    in_reach: bool
    address: str | None = None
    left: Mapping[UUID, int] = field(default_factory=dict)
    register: ToldRegister | None = None


class Exchange:
    """The exchange with one neighbour.

    ``where`` says where it may be, the likeliest first; ``context`` is this desk's TLS. ``took_in``
    is called when something came that was not known here.
    """

    def __init__(
        self,
        neighbour: Neighbour,
        store: NewsStore,
        shares: Shares,
        where: Callable[[], Sequence[LanAddress]],
        context: Callable[[], ssl.SSLContext],
        took_in: Callable[[], None],
    ) -> None:
        self.neighbour = neighbour
        self._store = store
        self._shares = shares
        self._where = where
        self._context = context
        self._took_in = took_in
        self._cursor = ""
        self._address: LanAddress | None = None
        self._heard_at: float | None = None
        self._news: News | None = None
        self._ended = threading.Event()
        name = f"neighbour-{neighbour.desk_id.hex[:8]}"
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End after the call that is under way."""
        self._ended.set()

    def join(self, timeout: float) -> None:
        """Wait until it has ended."""
        self._thread.join(timeout)

    def status(self) -> NeighbourStatus:
        """How the neighbour stands."""
        news, heard_at, address = self._news, self._heard_at, self._address
        desk_id, name = self.neighbour.desk_id, self.neighbour.desk_name
        silent = heard_at is None or time.monotonic() - heard_at > SILENT_AFTER
        if silent or news is None or address is None:
            return NeighbourStatus(desk_id, name, in_reach=False)
        return NeighbourStatus(
            desk_id,
            name,
            in_reach=True,
            address=f"{address}",
            left=news.left,
            register=news.register,
        )

    def ask_tickets(self, asked: TicketsAsked) -> int | None:
        """The tickets that it has ever moved here; ``None`` while it cannot be asked."""
        address = self._address
        if address is None:
            return None
        try:
            with self.client(address) as client:
                return client.ask_tickets(asked)
        except (SilentNeighbourError, OSError):
            return None

    def client(self, address: LanAddress) -> NeighbourClient:
        """A connection of its own."""
        return NeighbourClient(address, self._context(), self.neighbour.fingerprint)

    @property
    def address(self) -> LanAddress | None:
        """Where it was heard last."""
        return self._address

    def _run(self) -> None:
        while not self._ended.is_set():
            pause = _PAUSE
            for address in self._where():
                if self._ended.is_set():
                    return
                try:
                    self._talk(address)
                except (SilentNeighbourError, OSError) as silent:
                    _log.debug("a neighbour is not in reach: %s", silent)
                except Exception as error:  # noqa: BLE001 - a full disk, or a bug
                    _log.error(
                        "a neighbour's news could not be taken in:\n%s", traceback_text(error)
                    )
                    pause = _PAUSE_AFTER_FAULT
            self._ended.wait(pause)

    def _talk(self, address: LanAddress) -> None:
        """Hear its news until it falls silent."""
        with self.client(address) as client:
            while not self._ended.is_set():
                news = client.news(self._cursor)
                self._address, self._heard_at, self._news = address, time.monotonic(), news
                if (news.operations or news.visits) and self._store.take_in(news):
                    self._took_in()
                for offer_id, moved in news.moved.items():
                    self._shares.receive(self.neighbour.desk_id, offer_id, moved)
                self._cursor = news.cursor
