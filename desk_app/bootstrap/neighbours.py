"""Joins the store with the exchange between neighbours, which runs while it is switched on."""

import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from desk_app.bootstrap.handover_programs import (
    HandedRegister,
    NoPrograms,
    ProgramRegisterImport,
    RegisterPrograms,
)
from desk_app.bootstrap.lock_files import locked_file
from desk_app.config.machine_policy import MachinePolicy
from desk_app.config.paths import Home
from desk_app.config.settings import Settings
from desk_app.services.errors import DeskError
from desk_app.services.neighbours import (
    NeighbourDesk,
    NeighboursStatus,
    NeighbourState,
    TicketsLeft,
)
from desk_app.services.ports import Clock, DeskRecord, Secrets
from desk_app.services.register_handover import RegisterHandoverService
from desk_app.store.connection.database import Database
from desk_app.store.neighbours.inbox_choice import choose_inbox
from desk_app.store.neighbours.news import StoredNews
from desk_app.store.register.desk import StoredDesk
from desk_app.store.register.offers import StoredOffers
from desk_app.store.register.peers import StoredPeers
from desk_app.store.register.register import StoredRegister
from desk_app.store.visits.quota_shares import StoredShares
from sync.lan.addresses import LanAddress, addresses
from sync.lan.ports import RegisterSharing
from sync.lan.top_up import ShareApi, TopUp
from sync.rules.offers import Offer

if TYPE_CHECKING:
    from sync.lan.exchange import NeighbourStatus
    from sync.lan.identity import LanIdentity
    from sync.lan.neighbourhood import Finder, Neighbourhood

_log = logging.getLogger(__name__)

_LONGEST_TURN = 60.0
"""Seconds to wait for a cycle that is under way before the register is changed."""
_LOOK = 1.0
"""Seconds between two looks at the settings, the enrolment and the peers."""


@dataclass(frozen=True, slots=True)
class NeighbourChoice:
    """The settings that concern the neighbours, as the policy leaves them to staff."""

    on: bool = False
    addresses: Sequence[LanAddress] = ()
    port: int = 0


class Neighbours:
    """The neighbours of a desk. It implements the window's ``NeighboursView``.

    ``on_received`` is called when something came from a neighbour that was not known here: it is to
    be sent with this desk's own.
    """

    def __init__(
        self,
        home: Home,
        policy: MachinePolicy,
        database: Database,
        desk: StoredDesk,
        secrets: Secrets,
        clock: Clock,
    ) -> None:
        self._home = home
        self._database = database
        self._seen: Sequence[object] = ()
        self._policy = policy
        self._desk = desk
        self._secrets = secrets
        self.on_received: Callable[[], None] = lambda: None
        self._finder: Callable[[], Finder] = _multicast_finder
        self._news = StoredNews(database, clock)
        self._peers = StoredPeers(database)
        self.shares = StoredShares(database)
        self._clock = clock
        self._offers = StoredOffers(database)
        self._handover = RegisterHandoverService(
            desk,
            StoredRegister(database),
            clock,
            lambda: locked_file(home.sync_lock, _LONGEST_TURN),
        )
        self._make_programs: Callable[[], RegisterPrograms] = NoPrograms
        self._handed: HandedRegister | None = None
        self._top_up = TopUp(self.shares)
        self._seen_settings: tuple[float, NeighbourChoice] | None = None
        self._on_news: Callable[[], None] = lambda: None
        self._running: tuple[UUID, int, Neighbourhood] | None = None
        self._state = NeighbourState.OFF
        self._ended = threading.Event()
        self._thread: threading.Thread | None = None

    def find_by(self, finder: "Callable[[], Finder]") -> None:
        """Look for neighbours in another way, from the next beginning on."""
        self._finder = finder

    def choice(self) -> NeighbourChoice:
        """What is chosen now; the file is read again only after a change."""
        try:
            changed_at = self._home.settings.stat().st_mtime
        except OSError:
            changed_at = 0.0
        if self._seen_settings is None or self._seen_settings[0] != changed_at:
            settings = self._policy.effective_settings(Settings.load(self._home.settings)[0])
            chosen = NeighbourChoice(
                settings.neighbours_on,
                addresses(settings.neighbour_addresses, settings.neighbour_port or 1),
                settings.neighbour_port,
            )
            self._seen_settings = (changed_at, chosen)
        return self._seen_settings[1]

    def lan_key(self) -> str | None:
        """What the register is to hand on of this desk; ``None`` while it is off.

        Raises ``SecretsUnavailableError``.
        """
        record = self._desk.record()
        if record is None or not self.choice().on:
            return None
        return self.identity(record.desk_id).lan_key

    def identity(self, desk_id: UUID) -> "LanIdentity":
        """This desk's key and certificate, made when they are asked for first."""
        from sync.lan.identity import LanIdentity  # noqa: PLC0415 - as in _begin

        name = f"lan-{desk_id}"
        kept = self._secrets.get(name)
        if kept is not None:
            try:
                return LanIdentity.from_text(kept)
            except ValueError:
                _log.warning("the key for the local network is damaged: another one is made")
        made = LanIdentity.create()
        self._secrets.set(name, made.to_text())
        return made

    def probe(self, seconds: float = 2.0) -> NeighboursStatus:
        """Look for the neighbours in this moment, as another program of this desk than the window.

        Raises ``SecretsUnavailableError`` or a ``StoreError``.
        """
        chosen, record = self.choice(), self._desk.record()
        if not chosen.on or record is None or record.refused is not None:
            return NeighboursStatus(
                NeighbourState.NOT_ENROLLED if chosen.on else NeighbourState.OFF
            )
        from sync.lan.identity import PinnedPeers  # noqa: PLC0415 - as in _begin
        from sync.lan.probing import probe  # noqa: PLC0415 - as in _begin

        identity, finder, peers = self.identity(record.desk_id), self._finder(), self._peers.all()
        if not peers:
            return NeighboursStatus(NeighbourState.ALONE, chosen.port)
        known = PinnedPeers.of({peer.desk_id: peer.lan_key for peer in peers})
        finder.look_for(known.certificates.keys())
        finder.start(identity.fingerprint, 0)
        try:
            time.sleep(seconds)
            found = [*probe(identity, self._home.folder, peers, finder, chosen.addresses)]
        finally:
            finder.stop()
        there = any(each.in_reach for each in found)
        state = NeighbourState.TOGETHER if there else NeighbourState.SEARCHING
        return NeighboursStatus(state, chosen.port, [*map(_desk, found)])

    def top_up(self, api: ShareApi, *, all_sent: bool) -> None:
        """Fill this desk's shares of quotas at the register."""
        now = self._clock.now()
        offers = [each for each in self._offers.known()[0] if _is_to_come(each, now)]
        self._top_up.run(api, offers, may_begin=all_sent and self.choice().on)

    def start(
        self,
        on_news: Callable[[], None] = lambda: None,
        programs: Callable[[], RegisterPrograms] = NoPrograms,
    ) -> None:
        """Run while it is switched on, from now on; ``on_news`` is called from its threads.

        ``programs`` hand the register on, and take it in.
        """
        self._on_news, self._make_programs = on_news, programs
        self._thread = threading.Thread(target=self._run, name="neighbourhood", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End."""
        self._ended.set()
        if self._thread is not None:
            self._thread.join(5.0)

    def status(self) -> NeighboursStatus:
        """How the neighbours stand."""
        running = self._running
        if running is None:
            return NeighboursStatus(self._state)
        found = running[2].statuses()
        state = NeighbourState.ALONE if not found else NeighbourState.SEARCHING
        if any(each.in_reach for each in found):
            state = NeighbourState.TOGETHER
        copying, names = running[2].fetching(), {each.desk_id: each.desk_name for each in found}
        return NeighboursStatus(
            state,
            running[2].port,
            [*map(_desk, found)],
            None if copying is None else (names.get(copying[0], ""), copying[1]),
        )

    def tickets(self, offer_id: UUID) -> TicketsLeft | None:
        """What is left of an offer's quota."""
        running = self._running  # another thread may end it meanwhile
        if running is None:
            return None
        here = self.shares.left().get(offer_id)
        if here is None:
            return None
        others = sum(each.left.get(offer_id, 0) for each in running[2].statuses())
        return TicketsLeft(max(0, here), max(0, here) + others)

    def need(self, offer_id: UUID, tickets: int) -> None:
        """Ask the neighbours for so many tickets, for somebody who waits at the counter."""
        self.shares.need(offer_id, tickets)

    def _run(self) -> None:
        while not self._ended.is_set():
            try:
                self._look()
            except (DeskError, OSError) as error:
                _log.info("the neighbours wait: %s", type(error).__name__)
            except Exception as error:  # noqa: BLE001 - a bug: the next look may do without it
                _log.error("the neighbours wait: %s", type(error).__name__)
            self._ended.wait(_LOOK)
        self._leave()

    def _look(self) -> None:
        chosen, record = self.choice(), self._desk.record()
        if not chosen.on or record is None or record.refused is not None:
            self._leave()
            self._state = NeighbourState.NOT_ENROLLED if chosen.on else NeighbourState.OFF
            self._news.end()
            choose_inbox(self._database, (), self._clock.now())
            return
        if self._running is not None and self._running[:2] != (record.desk_id, chosen.port):
            self._leave()
        if self._running is None:
            self._begin(record, chosen.port)
        if self._running is not None:
            self._running[2].refresh(self._peers.all(), chosen.addresses)
            self._watch(self._running[2].statuses())

    def _watch(self, statuses: "Sequence[NeighbourStatus]") -> None:
        """Tell the window when a desk came or went, or has other tickets left."""
        there = {each.desk_name for each in statuses if each.in_reach}
        moved = choose_inbox(self._database, there, self._clock.now())
        seen = [(each.desk_id, each.in_reach, each.left) for each in statuses]
        if moved or seen != self._seen:
            self._seen = seen
            self._on_news()

    def _begin(self, record: DeskRecord, port: int) -> None:
        # A web server and a client for it take long to load, and most desks have this switched off.
        from sync.lan.discovery import usable_port  # noqa: PLC0415 - only where it is on
        from sync.lan.neighbourhood import Neighbourhood  # noqa: PLC0415 - only where it is on

        programs, folder = self._make_programs(), self._home.folder
        handed = HandedRegister(self._handover, programs, folder)
        try:
            neighbourhood = Neighbourhood(
                self.identity(record.desk_id),
                folder,
                self._news,
                self.shares,
                RegisterSharing(handed, ProgramRegisterImport(self._handover, programs, folder)),
                self._finder(),
                port=usable_port(port),
                on_received=self._receive,
            )
        except OSError:
            self._state = NeighbourState.NO_PORT
            raise
        neighbourhood.start()
        self._handed = handed
        self._running = (record.desk_id, port, neighbourhood)

    def _receive(self) -> None:
        self.on_received()
        self._on_news()

    def _leave(self) -> None:
        """Exchange with nobody any more; what happens meanwhile is news once it begins again."""
        if self._running is not None:
            self._running[2].stop()
            self._running = None
            if self._handed is not None:
                self._handed.stop()


def _multicast_finder() -> "Finder":
    from sync.lan.discovery import MulticastFinder  # noqa: PLC0415 - as in _begin

    return MulticastFinder()


def _is_to_come(offer: Offer, now: datetime) -> bool:
    """Whether tickets may still be handed out of an offer; a day's grace for what runs late."""
    end = offer.ends_at or offer.starts_at
    return end is None or end > now - timedelta(days=1)


def _desk(status: "NeighbourStatus") -> NeighbourDesk:
    return NeighbourDesk(
        status.desk_id,
        status.desk_name,
        status.in_reach,
        status.address,
        is_missing=status.is_missing,
        is_flooding=status.is_flooding,
        is_double=status.is_double,
    )
