"""Addresses on the local network."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True, order=True)
class LanAddress:
    """Where a neighbour may be."""

    host: str
    port: int

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @property
    def in_url(self) -> str:
        """The host as a URL has it; of an address of one link, the interface is told."""
        return f"[{self.host.replace('%', '%25')}]" if ":" in self.host else self.host

    @classmethod
    def parse(cls, text: str, default_port: int) -> Self:
        """Parse ``host``, ``host:port`` or ``[address]:port``. Raises ``ValueError``."""
        host, port = text.strip(), str(default_port)
        if host.startswith("["):
            host, _, rest = host[1:].partition("]")
            port = rest.removeprefix(":") or port
        elif host.count(":") == 1:
            host, _, port = host.partition(":")
        if not host or len(host) > 255 or not host.isprintable() or set(host) & set(" /@?#"):
            raise ValueError("no address")
        if not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):
            raise ValueError("no port")
        return cls(host, int(port))


def addresses(texts: Sequence[str], default_port: int) -> list[LanAddress]:
    """The addresses that were entered, without those that are none."""
    found = []
    for text in texts:
        try:
            found.append(LanAddress.parse(text, default_port))
        except ValueError:
            continue
    return found
