"""Neighbours are found by multicast among whatever else is announced on a network."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
from zeroconf import ServiceInfo, Zeroconf

from sync.lan.addresses import LanAddress
from sync.lan.finding import SERVICE, MulticastFinder, instance_name
from sync.lan.identity import fingerprint

NEIGHBOUR = fingerprint(b"a neighbour's certificate")
PORT = 51_000


@pytest.fixture
def network() -> Iterator[Zeroconf]:
    """The loopback's: what is registered there is known without any query."""
    network = Zeroconf(interfaces=["127.0.0.1"])
    yield network
    network.close()


def announce(network: Zeroconf, name: str, *addresses: str) -> None:
    info = ServiceInfo(SERVICE, name, port=PORT, parsed_addresses=[*addresses])
    for record in (*info.dns_addresses(), info.dns_pointer(), info.dns_service(), info.dns_text()):
        network.cache.async_add_records([record])


def test_a_thousand_invented_services_keep_no_neighbour_from_being_found(
    network: Zeroconf,
) -> None:
    finder = MulticastFinder()
    finder.look_for([NEIGHBOUR])
    announce(network, instance_name(NEIGHBOUR), "192.0.2.7")

    for _ in range(1_000):  # each would be asked after for a second
        finder.add_service(network, SERVICE, f"{uuid4().hex[:16]}.{SERVICE}")
    finder.add_service(network, SERVICE, instance_name(NEIGHBOUR))

    assert finder.found(NEIGHBOUR) == [LanAddress("192.0.2.7", PORT)]


def test_of_many_addresses_that_are_announced_a_few_are_believed(network: Zeroconf) -> None:
    finder = MulticastFinder()
    finder.look_for([NEIGHBOUR])
    announce(network, instance_name(NEIGHBOUR), *(f"192.0.2.{n}" for n in range(1, 200)))

    finder.add_service(network, SERVICE, instance_name(NEIGHBOUR))

    assert 0 < len(finder.found(NEIGHBOUR)) < 10


def test_who_is_no_neighbour_any_more_is_forgotten(network: Zeroconf) -> None:
    finder = MulticastFinder()
    finder.look_for([NEIGHBOUR])
    announce(network, instance_name(NEIGHBOUR), "192.0.2.7")
    finder.add_service(network, SERVICE, instance_name(NEIGHBOUR))

    finder.look_for([])

    assert finder.found(NEIGHBOUR) == []


@pytest.mark.parametrize("name", ["", SERVICE, f"ä.{SERVICE}", f"{'a' * 64}.{SERVICE}"])
def test_a_name_that_nobody_has_is_passed_over(network: Zeroconf, name: str) -> None:
    finder = MulticastFinder()
    finder.look_for([NEIGHBOUR])

    finder.add_service(network, SERVICE, name)

    assert finder.found(NEIGHBOUR) == []
