"""Asks each neighbour once whether it is there, for a program that does not stay."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from sync.lan.addresses import LanAddress
from sync.lan.exchange import NeighbourStatus
from sync.lan.identity import LanIdentity, PinnedPeers, client_context
from sync.lan.neighbour_client import NeighbourClient, SilentNeighbourError
from sync.lan.neighbourhood import Finder
from sync.messages import Peer


def probe(
    identity: LanIdentity,
    folder: Path,
    peers: Sequence[Peer],
    finder: Finder,
    entered: Sequence[LanAddress],
) -> Iterator[NeighbourStatus]:
    """How each neighbour stands in this moment. ``folder`` is where the key lies while loaded."""
    neighbours = PinnedPeers.of({peer.desk_id: peer.lan_key for peer in peers})
    context = client_context(identity, neighbours, folder)
    for peer in peers:
        name = neighbours.fingerprints.get(peer.desk_id)
        there = None
        for address in [] if name is None else [*finder.found(name), *entered]:
            try:
                with NeighbourClient(address, context, name or b"") as client:
                    client.ping()
            except (SilentNeighbourError, OSError):
                continue
            there = f"{address}"
            break
        yield NeighbourStatus(peer.desk_id, peer.desk_name, there is not None, there)
