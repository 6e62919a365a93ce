"""Finds neighbours on the local network by multicast DNS, and makes this desk known there.

A desk is named by a part of its certificate's hash: nobody learns from it which venue or desk it
is. What others announce is believed no further than that it is worth a try: TLS tells who is there.
"""

import asyncio
import logging
import random
import socket
import threading
import time
from collections.abc import Collection, Sequence
from ipaddress import ip_address, ip_interface, ip_network

from zeroconf import (
    BadTypeInNameException,
    ServiceBrowser,
    ServiceInfo,
    ServiceListener,
    Zeroconf,
)
from zeroconf import Error as ZeroconfError

from sync.lan.addresses import LanAddress
from sync.lan.rate_limit import RateLimit

_log = logging.getLogger(__name__)

SERVICE = "_kaikuluukku._tcp.local."
_NAME_BYTES = 8
_MOST_ADDRESSES = 8
_MOST_SEEN = 1_000
"""Addresses of a neighbour that are tried at once, and that are known: others can invent some too,
so that of more than are tried, others are tried each time."""
_MOST_INSTANCES = 500
"""Desks that may be announced before multicast is left alone for a while: anybody can invent them,
and to read them takes the counter's time. Zeroconf itself bounds the memory."""
_COMPUTING_AT_ONCE = 1.0
_COMPUTING = 0.1
"""Seconds of computing for what comes by multicast, and the part of all time after these: whatever
is announced, and if it is printers."""
_REST = (15.0, 45.0)
"""Seconds without multicast then; who was found before is known on. By chance, so that two desks
are not at rest in turns."""
_LOOK = 0.25
_ANSWER = 2.0
_LOOK_AGAIN = 3.0
"""Seconds after which the interfaces are looked at anew: addresses change."""
_LOOK_FOR_NETWORK = 3.0


def instance_name(fingerprint: bytes) -> str:
    """The name under which a desk is announced."""
    return f"{fingerprint[:_NAME_BYTES].hex()}.{SERVICE}"


class MulticastFinder(ServiceListener):
    """Implements ``sync.lan.neighbourhood.Finder``. A network without multicast finds nobody.

    Only instances that are wanted are asked after: a network may be full of invented ones. While
    nobody is wanted, this desk is not announced either.
    """

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._seen: dict[str, list[LanAddress]] = {}
        self._wanted: frozenset[str] = frozenset()
        self._changed = threading.Event()
        self._ended = threading.Event()
        self._thread: threading.Thread | None = None
        self._networks: Collection[str] = ()
        self._computing = RateLimit(_COMPUTING_AT_ONCE, _COMPUTING)
        self._own = ""
        self._port = 0

    def start(self, fingerprint: bytes, port: int) -> None:
        """Begin, in a thread of its own. Without a port this desk looks, and is not announced."""
        self._own, self._port = instance_name(fingerprint), port
        self._thread = threading.Thread(target=self._run, name="finding", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End, and say good-bye."""
        self._ended.set()
        self._changed.set()
        if self._thread is not None:
            self._thread.join(3.0)

    def look_for(self, fingerprints: Collection[bytes]) -> None:
        """Look for these, and pass over whatever else is announced."""
        wanted = frozenset(map(instance_name, fingerprints))
        if wanted == self._wanted:
            return
        self._networks = {*own_networks().values()}
        with self._turn:
            self._wanted = wanted
            self._seen = {name: found for name, found in self._seen.items() if name in wanted}
        self._changed.set()

    def found(self, fingerprint: bytes) -> Sequence[LanAddress]:
        """Some of the addresses at which a neighbour was seen, the latest first."""
        with self._turn:
            seen = self._seen.get(instance_name(fingerprint), [])[::-1]
        latest, others = seen[: _MOST_ADDRESSES // 2], seen[_MOST_ADDRESSES // 2 :]
        most = min(len(others), _MOST_ADDRESSES - len(latest))
        return [*latest, *random.sample(others, most)]

    def _run(self) -> None:
        while not self._ended.is_set():
            try:
                self._look()
            except (OSError, ZeroconfError, RuntimeError) as refused:  # an address that went
                _log.info("neighbours cannot be looked for: %s", type(refused).__name__)
                self._ended.wait(_LOOK_AGAIN)

    def _look(self) -> None:
        """Announce and browse, until others are wanted, or the interfaces have changed."""
        self._changed.clear()
        networks = own_networks() if self._wanted else {}
        interfaces, self._networks = [*networks], {*networks.values()}
        if not interfaces:  # nobody to find, or no network yet
            self._changed.wait(_LOOK_FOR_NETWORK)
            return
        zeroconf = Zeroconf(interfaces=interfaces)  # the loopback's have no multicast
        browser = ServiceBrowser(zeroconf, SERVICE, self)
        try:
            if self._port:  # whatever others call themselves: the certificate says who it is
                info = ServiceInfo(SERVICE, self._own, port=self._port, parsed_addresses=interfaces)
                zeroconf.register_service(info, cooperating_responders=True)
            too_much = self._stay(zeroconf, interfaces)
        finally:
            browser.cancel()  # before: its thread would ask what is closed
            zeroconf.close()
        if too_much:
            _log.info("too much is announced on this network: it is left alone for a while")
            chance = random.uniform(*_REST)  # noqa: S311 - no secret
            self._changed.wait(max(chance, self._computing.rest()))

    def _stay(self, zeroconf: Zeroconf, interfaces: Sequence[str]) -> bool:
        """Stay while nothing changes; whether too much is announced."""
        computed, looked_at = 0.0, time.monotonic()
        while not self._changed.wait(_LOOK):
            now = _computed(zeroconf)
            if now is None:
                return True
            self._computing.spend(now - computed)
            computed = now
            if self._computing.rest() > 0:
                return True
            if len(zeroconf.cache.cache.get(SERVICE, ())) > _MOST_INSTANCES:
                return True
            if time.monotonic() - looked_at > _LOOK_AGAIN:
                looked_at = time.monotonic()
                if [*own_networks()] != [*interfaces]:
                    return False
        return False

    def add_service(self, zc: Zeroconf, type_: str, name: str) -> None:
        """An instance was seen."""
        if name not in self._wanted:
            return
        with self._computing.spent():
            self._see(zc, type_, name)

    def _see(self, zc: Zeroconf, type_: str, name: str) -> None:
        try:
            info = zc.get_service_info(type_, name, timeout=1000)
        except (ZeroconfError, BadTypeInNameException, RuntimeError, AssertionError):
            return  # no name of a service, or multicast ends in this moment
        if info is None or not info.port:
            return
        networks = self._networks
        announced = info.parsed_scoped_addresses()[:_MOST_SEEN]
        found = [LanAddress(each, info.port) for each in announced if is_near(each, networks)]
        with self._turn:
            if name in self._wanted:
                known = self._seen.get(name, [])
                again = {*found}
                seen = [each for each in known if each not in again]
                while len(seen) > _MOST_SEEN - len(found):  # not the earliest: that may be it
                    seen.pop(random.randrange(len(seen)))  # noqa: S311 - no secret
                self._seen[name] = [*seen, *found]

    def update_service(self, zc: Zeroconf, type_: str, name: str) -> None:
        """An instance has other addresses."""
        self.add_service(zc, type_, name)

    def remove_service(self, zc: Zeroconf, type_: str, name: str) -> None:
        """An instance said good-bye; it may be back at the same place."""
        del zc, type_, name


class NoFinder:
    """Finds nobody: only addresses that were entered count."""

    def start(self, fingerprint: bytes, port: int) -> None:
        """Do nothing."""

    def stop(self) -> None:
        """Do nothing."""

    def look_for(self, fingerprints: Collection[bytes]) -> None:
        """Do nothing."""
        del fingerprints

    def found(self, fingerprint: bytes) -> Sequence[LanAddress]:
        """The addresses of a neighbour: none."""
        del fingerprint
        return []


def own_networks() -> dict[str, str]:
    """The addresses of this machine's interfaces, loopback aside, each with that of its network."""
    import ifaddr  # noqa: PLC0415 - zeroconf's own

    found = {}
    for adapter in ifaddr.get_adapters():
        for ip in adapter.ips:
            text = ip.ip if isinstance(ip.ip, str) else ip.ip[0]
            if not text.startswith("127.") and text != "::1":
                found[text] = f"{ip_interface(f'{text}/{ip.network_prefix}').network}"
    return dict(sorted(found.items()))


def is_near(address: str, networks: Collection[str]) -> bool:
    """Whether an address can be a neighbour's: on one of these networks, or of a named link.

    Everybody on the network can announce any address: a desk calls none elsewhere for it.
    """
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if found.is_loopback or found.is_multicast or found.is_unspecified:
        return False
    if found.is_link_local:
        return found.version == 4 or "%" in address  # without its link it leads nowhere
    return any(found in ip_network(each) for each in networks)


def _computed(zeroconf: Zeroconf) -> float | None:
    """The seconds that its thread has computed; ``None`` where it does not come to answer."""

    async def thread_time() -> float:
        return time.thread_time()

    if zeroconf.loop is None:
        return 0.0
    answer = asyncio.run_coroutine_threadsafe(thread_time(), zeroconf.loop)
    try:
        return answer.result(_ANSWER)
    except TimeoutError:
        return None


def usable_port(port: int) -> int:
    """The port, or 0 where another program on this machine has it."""
    with socket.socket(socket.AF_INET6 if socket.has_dualstack_ipv6() else socket.AF_INET) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind(("", port))
        except OSError:
            return 0
    return port
