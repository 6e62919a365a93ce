"""Networks of desks that can be cut into groups: network namespaces, or relays on loopback."""

import asyncio
import ctypes
import os
import re
import selectors
import socket
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from tests.endurance.captures import Capture
from tests.endurance.loop_thread import LoopThread, relay

_EVERY_PROTOCOL = 3
_NETWORK = 0x40000000
"""CLONE_NEWNET: the kind of namespace. Python has a name for it from 3.12 on."""
_MOST_FRAME = 1 << 16
_BUFFER = 8 << 20
_AT_ONCE = 64
_PORT = 51_000
"""Where desks listen in networks of their own."""
_OF_A_RUN = re.compile(r"lan(\d+)[nvb]\d+")
_SEND = (
    "import socket,sys; socket.create_connection(sys.argv[1:3], 5).sendall(sys.stdin.buffer.read())"
)
Groups = Sequence[int]
"""The group of each desk, the first desk's first."""


def enter(namespace: str) -> None:
    """Go on in a network namespace. Raises ``OSError``."""
    libc = ctypes.CDLL(None, use_errno=True)
    with Path("/run/netns", namespace).open("rb") as handle:
        if libc.setns(handle.fileno(), _NETWORK) != 0:
            raise OSError(ctypes.get_errno(), f"there is no way into {namespace}")


class Network(Protocol):
    """Desks are known by their number, from 1 on."""

    name: str
    finds_by_multicast: bool
    reason: str

    def namespace(self, number: int) -> str:
        """The namespace that a desk runs in; none is the machine's own."""
        ...

    def settings(self, number: int) -> Mapping[str, object]:
        """The settings of a desk."""
        ...

    def group(self, groups: Groups) -> None:
        """Let desks of one group see each other, and nobody else."""
        ...

    def send(self, number: int, data: bytes) -> None:
        """Send something to a desk in clear."""
        ...

    def close(self) -> None:
        """Take it away."""
        ...


def make_network(desks: int, capture: Capture, wanted: str = "auto") -> Network:
    """Namespaces, or loopback addresses where those are not allowed, with the reason."""
    if wanted == "loopback":
        return LoopbackNetwork(desks, capture)
    try:
        return NamespaceNetwork(desks, capture)
    except (subprocess.CalledProcessError, OSError) as refused:
        if wanted == "namespaces":
            raise
        return LoopbackNetwork(desks, capture, f"no network namespaces here: {refused}")


def ip(*words: str) -> str:
    """Run ``ip`` of iproute2."""
    return subprocess.run(["ip", *words], check=True, capture_output=True, text=True).stdout


def remove_leftovers() -> None:
    """Remove what runs that were killed have left behind."""
    found = set(re.findall(r"^(\S+)", ip("netns", "list"), re.MULTILINE))
    for name in filter(_is_left, found):
        ip("netns", "del", name)
    found = set(re.findall(r"^\d+: ([^:@]+)", ip("-o", "link"), re.MULTILINE))
    for name in filter(_is_left, found):
        with suppress(subprocess.CalledProcessError):  # it went with its other end
            ip("link", "del", name)


def _is_left(name: str) -> bool:
    of_run = _OF_A_RUN.fullmatch(name)
    return of_run is not None and not Path(f"/proc/{of_run[1]}").exists()


class NamespaceNetwork:
    """A network namespace for each desk, joined by bridges; needs root and iproute2."""

    name = "network namespaces"
    finds_by_multicast = True
    reason = ""

    def __init__(self, desks: int, capture: Capture) -> None:
        remove_leftovers()
        self._mine = f"lan{os.getpid()}"
        self._desks = range(1, desks + 1)
        self._bridges = [f"{self._mine}b{group}" for group in range(2)]
        self._watch: _Watch | None = None
        try:
            for bridge in self._bridges:
                ip("link", "add", bridge, "type", "bridge", "mcast_snooping", "0")
                ip("link", "set", bridge, "up")
            for number in self._desks:
                self._add(number)
            self._watch = _Watch([self._plug(number) for number in self._desks], capture)
        except BaseException:
            self.close()
            raise

    def _space(self, number: int) -> str:
        return f"{self._mine}n{number}"

    def _plug(self, number: int) -> str:
        return f"{self._mine}v{number}"

    def _add(self, number: int) -> None:
        space, plug = self._space(number), self._plug(number)
        ip("netns", "add", space)
        ip("link", "add", plug, "type", "veth", "peer", "name", "eth0", "netns", space)
        ip("link", "set", plug, "master", self._bridges[0], "up")
        for words in (
            ["link", "set", "lo", "up"],
            ["addr", "add", f"10.77.0.{10 + number}/24", "dev", "eth0"],
            ["link", "set", "eth0", "up"],
            ["route", "add", "224.0.0.0/4", "dev", "eth0"],
        ):
            ip("-n", space, *words)

    def namespace(self, number: int) -> str:
        """The desk's own."""
        return self._space(number)

    def settings(self, number: int) -> Mapping[str, object]:
        """Neighbours are found by multicast."""
        del number
        return {"neighbour_port": _PORT}

    def group(self, groups: Groups) -> None:
        """Put the desks at the bridges of their groups."""
        for number, group in zip(self._desks, groups, strict=True):
            ip("link", "set", self._plug(number), "master", self._bridges[group])

    def send(self, number: int, data: bytes) -> None:
        """Send from another desk's namespace."""
        other = number % len(self._desks) + 1
        where = [f"10.77.0.{10 + number}", f"{_PORT}"]
        inside = ("ip", "netns", "exec", self._space(other))
        command = [*inside, sys.executable, "-c", _SEND, *where]
        subprocess.run(command, input=data, check=True)

    def close(self) -> None:
        """Delete namespaces, with their links, and bridges."""
        if self._watch is not None:
            self._watch.close()
        spaces = [["netns", "del", self._space(number)] for number in self._desks]
        plugs = [["link", "del", self._plug(number)] for number in self._desks]
        bridges = [["link", "del", bridge] for bridge in self._bridges]
        for words in [*plugs, *spaces, *bridges]:
            with suppress(subprocess.CalledProcessError):
                ip(*words)


class _Watch:
    """Hands every frame that passes some interfaces to a capture, in a thread."""

    def __init__(self, interfaces: Sequence[str], capture: Capture) -> None:
        self._capture = capture
        self._sockets = []
        for interface in interfaces:
            raw = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(_EVERY_PROTOCOL))
            self._sockets.append(raw)
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _BUFFER)
            raw.bind((interface, 0))
            raw.settimeout(0)
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="capture", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        with selectors.DefaultSelector() as waiting:
            for raw in self._sockets:
                waiting.register(raw, selectors.EVENT_READ)
            while not self._ended.is_set():
                for key, _ in waiting.select(0.2):
                    with suppress(OSError):  # no more there, or the interface went
                        for _ in range(_AT_ONCE):
                            self._capture.saw(None, key.fileobj.recv(_MOST_FRAME))  # type: ignore[union-attr]  # a socket
        for raw in self._sockets:
            raw.close()

    def close(self) -> None:
        self._ended.set()
        self._thread.join()


class LoopbackNetwork:
    """A relay on loopback from each desk to each other one, whose address is entered there."""

    name = "loopback addresses"
    finds_by_multicast = False

    def __init__(self, desks: int, capture: Capture, reason: str = "") -> None:
        self.reason = reason
        self._desks = range(1, desks + 1)
        self._capture = capture
        self._groups: Groups = [0] * desks
        self._ports = _free_ports(desks)
        self._relays: dict[tuple[int, int], int] = {}
        self._open: set[tuple[int, int, asyncio.StreamWriter]] = set()
        self._servers: list[asyncio.Server] = []
        self._loop = LoopThread("relays")
        self._loop.run(self._listen())

    async def _listen(self) -> None:
        for here in self._desks:
            for there in self._desks:
                if here != there:
                    await self._listen_for(here, there)

    async def _listen_for(self, here: int, there: int) -> None:
        async def called(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await self._relay(here, there, reader, writer)

        server = await asyncio.start_server(called, "127.0.0.1", 0)
        self._servers.append(server)
        self._relays[here, there] = server.sockets[0].getsockname()[1]

    def namespace(self, number: int) -> str:
        """As any program."""
        del number
        return ""

    def settings(self, number: int) -> Mapping[str, object]:
        """The relays to the others are entered."""
        others = [f"127.0.0.1:{port}" for pair, port in self._relays.items() if pair[0] == number]
        return {"neighbour_port": self._ports[number - 1], "neighbour_addresses": others}

    def group(self, groups: Groups) -> None:
        """Cut what passes between groups."""
        self._groups = groups
        self._loop.run(self._cut())

    async def _cut(self) -> None:
        for here, there, writer in self._open:
            if not self._is_together(here, there):
                writer.transport.abort()

    def _is_together(self, here: int, there: int) -> bool:
        return self._groups[here - 1] == self._groups[there - 1]

    async def _relay(
        self, here: int, there: int, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        if not self._is_together(here, there):
            writer.transport.abort()
            return
        way = (here, there, writer)
        self._open.add(way)
        try:
            await relay(reader, writer, self._ports[there - 1], self._capture.saw)
        finally:
            self._open.discard(way)

    def send(self, number: int, data: bytes) -> None:
        """Send by the way of another desk."""
        other = number % len(self._desks) + 1
        with socket.create_connection(("127.0.0.1", self._relays[other, number]), 5) as connection:
            connection.sendall(data)

    def close(self) -> None:
        """End all relays."""
        self._loop.run(self._end())
        self._loop.close()

    async def _end(self) -> None:
        for server in self._servers:
            server.close()
        for _, _, writer in self._open:
            writer.transport.abort()


def _free_ports(count: int) -> list[int]:
    taken = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports: list[int] = [listener.getsockname()[1] for listener in taken]
    for listener in taken:
        listener.close()
    return ports
