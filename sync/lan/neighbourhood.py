"""All the neighbours of a desk: one server for them, and an exchange with each."""

import logging
import ssl
import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Protocol
from uuid import UUID

from sync.lan.addresses import LanAddress
from sync.lan.app import NeighbourApp
from sync.lan.exchange import CommonNews, Exchange, Neighbour, NeighbourStatus
from sync.lan.identity import LanIdentity, PinnedPeers, client_context, server_context
from sync.lan.news import TicketsAsked
from sync.lan.ports import NewsStore, RegisterSharing, Shares
from sync.lan.register_fetch import RegisterFetch
from sync.lan.serving import LanServer
from sync.lan.shares import asked_of_each, missing_of
from sync.messages import Peer

_log = logging.getLogger(__name__)

MOST_NEIGHBOURS = 32
"""Ours: more desks than any venue has."""
_PAUSE = 0.5
"""Seconds between two looks whether tickets run short."""


class Finder(Protocol):
    """Makes this desk known on the network, and finds others by their certificates' hashes."""

    def start(self, fingerprint: bytes, port: int) -> None:
        """Begin."""
        ...

    def stop(self) -> None:
        """End."""
        ...

    def look_for(self, fingerprints: Collection[bytes]) -> None:
        """Look for these, and pass over whatever else is announced."""
        ...

    def found(self, fingerprint: bytes) -> Sequence[LanAddress]:
        """Where a neighbour was seen, the latest first."""
        ...


@dataclass(slots=True)
class _Tls:
    """The certificates that are trusted now, and what speaks TLS by them."""

    neighbours: PinnedPeers
    server: ssl.SSLContext
    client: ssl.SSLContext
    keys: Mapping[UUID, str] = field(default_factory=dict)


class Neighbourhood:
    """The neighbours, while it runs. ``folder`` is where a key lies while it is loaded."""

    def __init__(
        self,
        identity: LanIdentity,
        folder: Path,
        news: NewsStore,
        shares: Shares,
        register: RegisterSharing,
        finder: Finder,
        *,
        port: int,
        on_received: Callable[[], None],
    ) -> None:
        self._identity = identity
        self._folder = folder
        self._news = news
        self._shares = shares
        self._finder = finder
        self._on_received = on_received
        self._common = CommonNews()
        self._entered: Sequence[LanAddress] = ()
        self._exchanges: dict[UUID, Exchange] = {}
        self._turn = threading.Lock()
        self._ended = threading.Event()
        self._tls = self._trusting({})
        app = NeighbourApp(
            *(news, shares, register.handover),
            *(self._is_neighbour, self._called, self._common.received),
        )
        self.server = LanServer(
            app.asgi, lambda: self._tls.server, self._identify, self._is_expected, port
        )
        self._asking = threading.Thread(target=self._ask, name="tickets", daemon=True)
        self._fetch = RegisterFetch(register.register_import, self.exchanges, on_received)

    def start(self) -> None:
        """Begin; nobody is known before :meth:`refresh`.

        Raises what the store raises, with the port closed again.
        """
        try:
            self._news.begin()
        except BaseException:
            self.server.discard()
            raise
        self.server.start()
        self._finder.start(self._identity.fingerprint, self.port)
        self._asking.start()
        self._fetch.start()

    @property
    def port(self) -> int:
        """Where this desk listens."""
        return self.server.port

    def stop(self) -> None:
        """End; what is under way is given up."""
        self._ended.set()
        self._fetch.stop()
        self._finder.stop()
        with self._turn:
            for exchange in self._exchanges.values():
                exchange.stop()
        self.server.stop()
        for exchange in self._exchanges.values():
            exchange.join(2.0)
        self._asking.join(2.0)
        self._fetch.join(2.0)

    def refresh(self, peers: Sequence[Peer], entered: Sequence[LanAddress]) -> None:
        """The desks that the register makes known now, and the addresses that were entered."""
        self._entered = entered
        keys = {peer.desk_id: peer.lan_key for peer in peers[:MOST_NEIGHBOURS]}
        if keys != self._tls.keys:
            self._tls = self._trusting(keys)
        known = self._tls.neighbours
        self._finder.look_for(known.certificates.keys())
        wanted = {
            peer.desk_id: Neighbour(peer.desk_id, peer.desk_name, known.fingerprints[peer.desk_id])
            for peer in peers
            if peer.desk_id in known.fingerprints
        }
        with self._turn:
            for desk, exchange in [*self._exchanges.items()]:
                if wanted.get(desk) != exchange.neighbour:
                    exchange.stop()
                    del self._exchanges[desk]
            for desk in wanted.keys() - self._exchanges.keys():
                self._exchanges[desk] = self._exchange(wanted[desk])
                self._exchanges[desk].start()

    def statuses(self) -> Sequence[NeighbourStatus]:
        """How each neighbour stands, by name."""
        with self._turn:
            exchanges = [*self._exchanges.values()]
        found = [exchange.status() for exchange in exchanges]
        return sorted(found, key=lambda status: (status.desk_name, status.desk_id))

    def fetching(self) -> tuple[UUID, float] | None:
        """The neighbour whose register is being fetched, and how much of it is here, up to 1."""
        return self._fetch.fetching()

    def exchanges(self) -> Sequence[Exchange]:
        """The exchange with each neighbour."""
        with self._turn:
            return [*self._exchanges.values()]

    def _exchange(self, neighbour: Neighbour) -> Exchange:
        def where() -> Sequence[LanAddress]:
            last = self._exchanges.get(neighbour.desk_id)
            known = [] if last is None else last.known_addresses
            found = self._finder.found(neighbour.fingerprint)
            others = {
                each.address
                for each in self.exchanges()
                if each.neighbour != neighbour and each.status().in_reach
            }
            wanted = dict.fromkeys([*known, *found, *self._entered])
            return [address for address in wanted if address not in others]

        return Exchange(
            neighbour,
            self._news,
            self._shares,
            where,
            lambda: self._tls.client,
            self._on_received,
            self._common,
            own_port=self.port,
        )

    def _trusting(self, keys: Mapping[UUID, str]) -> _Tls:
        neighbours = PinnedPeers.of(keys)
        own, folder = self._identity, self._folder
        return _Tls(
            neighbours,
            server_context(own, neighbours, folder),
            client_context(own, neighbours, folder),
            keys,
        )

    def _identify(self, certificate: bytes | None) -> UUID | None:
        return self._tls.neighbours.desk(certificate)

    def _is_expected(self, host: str) -> bool:
        """Whether a neighbour answers at a host, or was entered there; others invent services."""
        known = [*self._entered, *chain(*(each.known_addresses for each in self.exchanges()))]
        return any(each.host == host for each in known)

    def _called(self, desk: UUID, address: LanAddress | None) -> None:
        exchange = self._exchanges.get(desk)
        if exchange is not None:
            exchange.note_caller(address)

    def _is_neighbour(self, desk: UUID) -> bool:
        return desk in self._tls.neighbours.fingerprints

    def _ask(self) -> None:
        """Ask neighbours for tickets where they run short, the one with the most left first."""
        while not self._ended.wait(_PAUSE):
            try:
                self._ask_once()
            except Exception as error:  # noqa: BLE001 - the store's fault: it is tried again
                _log.warning("no tickets could be asked for: %s", type(error).__name__)

    def _ask_once(self) -> None:
        here, needed = self._shares.left(), self._shares.needed()
        exchanges = {each.neighbour.desk_id: each for each in self.exchanges()}
        elsewhere = {desk: each.status().left for desk, each in exchanges.items()}
        for offer_id in here.keys() | needed.keys():
            left = {desk: shares.get(offer_id, 0) for desk, shares in elsewhere.items()}
            must = needed.get(offer_id, 0)
            wanted = max(must, missing_of(here.get(offer_id, 0), left.values()))
            for desk, tickets in asked_of_each(missing=wanted, left=left).items():
                received = self._shares.received(desk, offer_id)
                asked = TicketsAsked(
                    offer_id=offer_id, wanted=tickets, needed=min(must, tickets), received=received
                )
                moved = exchanges[desk].ask_tickets(asked)
                if moved is not None and moved > received:
                    self._shares.receive(desk, offer_id, moved)
                    must = max(0, must - (moved - received))
