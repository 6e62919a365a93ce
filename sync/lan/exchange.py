"""Hears the news of one neighbour, in a thread of its own: a slow or silent one delays no other."""

import logging
import ssl
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from uuid import UUID

from sync.lan.addresses import LanAddress
from sync.lan.app import LONGEST_WAIT
from sync.lan.neighbour_client import NeighbourClient, SilentNeighbourError
from sync.lan.news import MOST_OFFERS, News, NewsBrief, RegisterVersion, TicketsAsked
from sync.lan.operation_requests import Claims, OperationRequests
from sync.lan.ports import NewsStore, Shares
from sync.lan.rate_limit import ENTRIES_A_SECOND, ENTRIES_AT_ONCE, RateLimit
from sync.lan.reachability import reachable
from sync.lan.received_news import ReceivedNews
from sync.redaction import traceback_text

_log = logging.getLogger(__name__)

_PAUSE = 0.15
_LONG_PAUSE = 1.0
"""Seconds between two tries to reach a neighbour that is away, and one that is so for long."""
_FOR_LONG = 1800.0
_LEAST_PATIENCE, _MOST_PATIENCE = 0.7, 4.0
"""Seconds that an answer may be late: more for a neighbour that was late before."""
_PAUSE_AFTER_FAULT = 5.0
"""Seconds after an error of this desk's own, such as a full disk."""
_MOST_NAMED = 2_000
"""Operations that are named before those that lack are asked for, though more news is to come."""
_BETWEEN_NOTES = 5.0
"""Seconds between two notes of how far it was heard: what lacks after a fault is heard again."""
_BETWEEN_SHARES = 1.0
"""Seconds between two questions what it has left, where its entries have to wait."""
_BETWEEN_LOOKS = 30.0
"""Seconds between two looks whether the neighbour is two."""
SILENT_AFTER = 5.0
"""Seconds without an answer after which a neighbour is called away."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another desk of the venue, as the register made it known."""

    desk_id: UUID
    desk_name: str
    fingerprint: bytes


@dataclass(frozen=True, slots=True)
class NeighbourStatus:
    """How a neighbour stands. ``left`` is what it has left of its shares, while it is in reach.

    One ``is_missing`` that was heard since this program was opened, and has fallen silent. One
    ``is_flooding`` has added more than a desk can have: its entries wait. One ``is_double`` answers
    at two places, as two programs: another computer has a copy of its key.
    """

    desk_id: UUID
    desk_name: str
    in_reach: bool
    address: str | None = None
    left: Mapping[UUID, int] = field(default_factory=dict)
    register: RegisterVersion | None = None
    is_missing: bool = False
    is_flooding: bool = False
    is_double: bool = False


@dataclass(frozen=True, slots=True)
class CommonNews:
    """What all exchanges of a desk share: what came of late, and what is being asked for."""

    received: ReceivedNews = field(default_factory=ReceivedNews)
    claims: Claims = field(default_factory=Claims)


class Exchange:
    """The exchange with one neighbour.

    ``where`` says where it may be, the likeliest first; ``context`` is this desk's TLS.
    ``on_received`` is called when something came that was not known here. The neighbour is told of
    ``own_port``, where this desk listens.
    """

    def __init__(
        self,
        neighbour: Neighbour,
        store: NewsStore,
        shares: Shares,
        where: Callable[[], Sequence[LanAddress]],
        context: Callable[[], ssl.SSLContext],
        on_received: Callable[[], None],
        common: CommonNews,
        *,
        own_port: int = 0,
    ) -> None:
        self.neighbour = neighbour
        self._own_port = own_port
        self._called_from: LanAddress | None = None
        self._store = store
        self._shares = shares
        self._where = where
        self._context = context
        self._on_received = on_received
        self._received = common.received
        self._moved: dict[UUID, int] = {}
        self._computing = RateLimit()
        self._entries = RateLimit(ENTRIES_AT_ONCE, ENTRIES_A_SECOND)
        self._named: list[NewsBrief] = []
        self._cursor: str | None = None
        self._merged_cursor = ""
        self._noted_cursor = ""
        self._noted_at = 0.0
        self._address: LanAddress | None = None
        self._received_at: float | None = None
        self._news: News | None = None
        self._is_double = False
        self._other_run: str | None = None
        self._looked_aside_at = -_BETWEEN_LOOKS
        self._left: Mapping[UUID, int] = {}
        self._patience = _LEAST_PATIENCE
        self._ended = threading.Event()
        self._called = threading.Event()
        self._lacking = OperationRequests(
            *(neighbour.desk_id, store, common.claims, on_received),
            *(self._ended, self._computing.rest, self._entries.spend),
        )
        name = f"neighbour-{neighbour.desk_id.hex[:8]}"
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End after the call that is under way."""
        self._ended.set()
        self._called.set()

    def note_caller(self, address: LanAddress | None) -> None:
        """The neighbour has called, and said where it listens: it need not be waited for."""
        self._called_from = address
        self._called.set()

    def join(self, timeout: float) -> None:
        """Wait until it has ended."""
        self._thread.join(timeout)

    def status(self) -> NeighbourStatus:
        """How the neighbour stands."""
        news, received_at, address = self._news, self._received_at, self._address
        desk_id, name = self.neighbour.desk_id, self.neighbour.desk_name
        silent = received_at is None or time.monotonic() - received_at > SILENT_AFTER
        if silent or news is None or address is None:
            return NeighbourStatus(
                desk_id, name, in_reach=False, is_missing=received_at is not None
            )
        return NeighbourStatus(
            desk_id,
            name,
            in_reach=True,
            address=f"{address}",
            left=self._left,
            register=news.register,
            is_flooding=self._entries.rest() > 0,
            is_double=self._is_double,
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

    @property
    def known_addresses(self) -> Sequence[LanAddress]:
        """Where it was heard last, and where it called from."""
        return [each for each in (self._address, self._called_from) if each is not None]

    def _run(self) -> None:
        while not self._ended.is_set():
            self._called.clear()
            pause = _LONG_PAUSE if self._is_away_for_long() else _PAUSE
            try:
                self._talk()
            except (SilentNeighbourError, OSError) as silent:
                _log.debug("a neighbour is not in reach: %s", silent)
            except Exception as error:  # noqa: BLE001 - a full disk, or a bug
                _log.error("a neighbour's news could not be taken in:\n%s", traceback_text(error))
                self._ended.wait(_PAUSE_AFTER_FAULT)
            self._called.wait(pause)

    def _is_away_for_long(self) -> bool:
        received_at = self._received_at
        return received_at is None or time.monotonic() - received_at > _FOR_LONG

    def _talk(self) -> None:
        """Hear its news until it falls silent."""
        self._other_run, self._is_double = None, False
        try:
            with self._reach() as client:
                while not self._ended.is_set():
                    self._receive(client)
        finally:
            self._received.forget(self.neighbour.desk_id)
            if self._named:  # they are named again
                self._named, self._cursor = [], self._merged_cursor
            self._note_cursor()

    def _reach(self) -> NeighbourClient:
        """A connection on which it has answered. Raises ``SilentNeighbourError``."""
        with closing(reachable(self._where())) as found:
            for address in found:
                if self._ended.is_set():
                    break
                client = self.client(address)
                try:
                    self._receive(client)
                except (SilentNeighbourError, OSError) as silent:  # it may be another desk there
                    _log.debug("a neighbour is not at an address: %s", silent)
                    client.close()
                except BaseException:
                    client.close()
                    raise
                else:
                    return client
        raise SilentNeighbourError("nowhere")

    def _receive(self, client: NeighbourClient) -> None:
        """Receive the next news, once the neighbour may take more of this desk's computing.

        Of one that has told more than there can be, what it has left and its register are heard.
        """
        self._ended.wait(self._computing.rest())
        is_full = self._entries.rest() > 0
        with self._computing.spent():
            if is_full:
                self._receive_shares(client)
            else:
                self._receive_next(client)
            self._look_aside(client)
        self._ended.wait(_BETWEEN_SHARES if is_full else 0.0)

    def _look_aside(self, client: NeighbourClient) -> None:
        """See whether it is another program that answers where the neighbour called from.

        Its certificate is the same there, and the run that its cursors name tells it apart. What
        was seen counts once this one has answered again: a program may have started anew.
        """
        place, now = self._called_from, time.monotonic()
        if place in (None, client.address) or now - self._looked_aside_at < _BETWEEN_LOOKS:
            return
        self._looked_aside_at = now
        try:
            with self.client(place) as beside:
                self._other_run = _run_of(beside.news("", entries=False))
        except (SilentNeighbourError, OSError):
            self._other_run, self._is_double = None, False

    def _receive_shares(self, client: NeighbourClient) -> None:
        """Receive what comes with each page, and no entries: they wait with the neighbour."""
        news = client.news(self._place(), self._patience, own_port=self._own_port, entries=False)
        if not self._ended.is_set():
            self._note_answer(client, news)
            self._receive_moved(news)

    def _note_answer(self, client: NeighbourClient, news: News) -> None:
        self._left = self._left_after(news)
        if self._other_run is not None:
            self._is_double = self._other_run != _run_of(news)
            self._other_run = None
        self._address, self._received_at, self._news = client.address, time.monotonic(), news

    def _receive_next(self, client: NeighbourClient) -> None:
        news = self._next_news(client)
        if self._ended.is_set():
            return  # the register has taken the desk back meanwhile, or the program ends
        self._note_answer(client, news)
        self._received.note(self.neighbour.desk_id, news)
        if news.operations or news.visits or news.briefs:
            merged = self._store.merge(news)
            self._entries.spend(merged.weight)
            if merged.new:
                self._on_received()
        self._named += self._store.lacking(news.briefs) if news.briefs else []
        self._cursor = news.cursor
        is_time = not news.more or len(self._named) > _MOST_NAMED
        if self._named and is_time and self._lacking.fetch(self._named, client.operations):
            self._named = []
        if not self._named:
            self._merged_cursor = news.cursor
        self._receive_moved(news)
        if time.monotonic() - self._noted_at >= _BETWEEN_NOTES:
            self._note_cursor()

    def _receive_moved(self, news: News) -> None:
        for offer_id in self._shares.left().keys() & news.moved.keys():
            moved = news.moved[offer_id]
            if moved > self._moved.get(offer_id, 0):
                self._shares.receive(self.neighbour.desk_id, offer_id, moved)
                self._moved[offer_id] = moved

    def _left_after(self, news: News) -> Mapping[UUID, int]:
        """What the neighbour has left: of many offers, each page tells of some."""
        if len(news.left) < MOST_OFFERS:
            return news.left
        of_interest = self._shares.left().keys() | self._shares.needed().keys()
        known = {offer: left for offer, left in self._left.items() if offer in of_interest}
        return {**known, **news.left}

    def _note_cursor(self) -> None:
        """Note how far it was heard, so that another run of this program goes on from there."""
        now = self._merged_cursor
        if now != self._noted_cursor:
            self._store.move_cursor(self.neighbour.desk_id, self._noted_cursor, now)
            self._noted_cursor, self._noted_at = now, time.monotonic()

    def _place(self) -> str:
        """How far it was heard."""
        if self._cursor is None:
            self._cursor = self._store.cursor(self.neighbour.desk_id)
            self._noted_cursor = self._merged_cursor = self._cursor
        return self._cursor

    def _next_news(self, client: NeighbourClient) -> News:
        """Wait for the next news: longer for a neighbour that was late before."""
        began = time.monotonic()
        try:
            news = client.news(
                self._place(), self._patience, own_port=self._own_port, waits=not self._named
            )
        except SilentNeighbourError:
            if time.monotonic() - began >= LONGEST_WAIT:
                self._patience = min(2 * self._patience, _MOST_PATIENCE)
            raise
        self._patience = max(_LEAST_PATIENCE, 0.8 * self._patience)
        return news


def _run_of(news: News) -> str:
    return news.cursor.partition(".")[0]
