"""Finds neighbours on the local network by multicast DNS, and makes this desk known there.

A desk is named by a part of its certificate's hash: nobody learns from it which venue or desk it
is. What others announce is believed no further than that it is worth a try: TLS tells who is there.
"""

import logging
import socket
import threading
from collections.abc import Collection, Sequence

from zeroconf import (
    BadTypeInNameException,
    ServiceBrowser,
    ServiceInfo,
    ServiceListener,
    Zeroconf,
)
from zeroconf import Error as ZeroconfError

from sync.lan.addresses import LanAddress

_log = logging.getLogger(__name__)

SERVICE = "_kaikuluukku._tcp.local."
_NAME_BYTES = 8
_MOST_ADDRESSES = 8
_MOST_INSTANCES = 500
"""Desks that may be announced before multicast is left alone for a while: anybody can invent them,
and to read them takes the counter's time. Zeroconf itself bounds the memory."""
_REST = 30.0
"""Seconds without multicast then; who was found before is known on."""
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
        with self._turn:
            self._wanted = wanted
            self._seen = {name: found for name, found in self._seen.items() if name in wanted}
        self._changed.set()

    def found(self, fingerprint: bytes) -> Sequence[LanAddress]:
        """The addresses at which a neighbour was seen."""
        with self._turn:
            return [*self._seen.get(instance_name(fingerprint), ())]

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
        interfaces = _addresses() if self._wanted else []
        if not interfaces:  # nobody to find, or no network yet
            self._changed.wait(_LOOK_FOR_NETWORK)
            return
        zeroconf = Zeroconf(interfaces=interfaces)  # the loopback's have no multicast
        try:
            browser = ServiceBrowser(zeroconf, SERVICE, self)
            if self._port:  # which takes two seconds: the name is asked after first
                info = ServiceInfo(SERVICE, self._own, port=self._port, parsed_addresses=interfaces)
                zeroconf.register_service(info, allow_name_change=False)
            too_many = False
            while not self._changed.wait(_LOOK_AGAIN) and _addresses() == interfaces:
                too_many = len(zeroconf.cache.cache.get(SERVICE, ())) > _MOST_INSTANCES
                if too_many:
                    _log.info("too much is announced on this network: it is left alone for a while")
                    break
            browser.cancel()
        finally:
            zeroconf.close()
        if too_many:
            self._changed.wait(_REST)

    def add_service(self, zc: Zeroconf, type_: str, name: str) -> None:
        """An instance was seen."""
        if name not in self._wanted:
            return
        try:
            info = zc.get_service_info(type_, name, timeout=1000)
        except BadTypeInNameException:
            return
        if info is None or not info.port:
            return
        found = [LanAddress(each, info.port) for each in info.parsed_scoped_addresses()]
        with self._turn:
            if name in self._wanted:
                self._seen[name] = found[:_MOST_ADDRESSES]

    def update_service(self, zc: Zeroconf, type_: str, name: str) -> None:
        """An instance has other addresses."""
        self.add_service(zc, type_, name)

    def remove_service(self, zc: Zeroconf, type_: str, name: str) -> None:
        """An instance said good-bye; it may be back at the same place."""
        del zc, type_, name


class NoFinder:
    """Finds nobody: only addresses that were entered count."""

    def start(self, fingerprint: bytes, port: int) -> None:
        """Nothing."""

    def stop(self) -> None:
        """Nothing."""

    def look_for(self, fingerprints: Collection[bytes]) -> None:
        """Nothing."""
        del fingerprints

    def found(self, fingerprint: bytes) -> Sequence[LanAddress]:
        """The addresses of a neighbour: none."""
        del fingerprint
        return []


def _addresses() -> list[str]:
    """The addresses of this machine's interfaces, loopback aside."""
    import ifaddr  # noqa: PLC0415 - zeroconf's own

    found = []
    for adapter in ifaddr.get_adapters():
        for ip in adapter.ips:
            text = ip.ip if isinstance(ip.ip, str) else ip.ip[0]
            if not text.startswith("127.") and text != "::1":
                found.append(text)
    return sorted(set(found))


def usable_port(port: int) -> int:
    """The port, or 0 where another program on this machine has it."""
    with socket.socket(socket.AF_INET6 if socket.has_dualstack_ipv6() else socket.AF_INET) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind(("", port))
        except OSError:
            return 0
    return port
