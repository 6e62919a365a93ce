"""Neighbours are found by multicast among whatever else is announced on a network."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
from zeroconf import ServiceInfo, Zeroconf

from sync.lan import discovery
from sync.lan.addresses import LanAddress
from sync.lan.discovery import SERVICE, MulticastFinder, instance_name, is_near
from sync.lan.identity import fingerprint
from tests.helpers.live_desks import wait_until

NEIGHBOUR = fingerprint(b"a neighbour's certificate")
PORT = 51_000


@pytest.fixture(autouse=True)
def interfaces(monkeypatch: pytest.MonkeyPatch) -> None:
    """This machine's, for a test."""
    monkeypatch.setattr(discovery, "own_networks", lambda: {"192.0.2.1": "192.0.2.0/24"})


@pytest.fixture
def network() -> Iterator[Zeroconf]:
    """The loopback's: what is registered there is known without any query."""
    network = Zeroconf(interfaces=["127.0.0.1"])
    yield network
    network.close()


def announce(network: Zeroconf, name: str, *addresses: str, port: int = PORT) -> None:
    info = ServiceInfo(SERVICE, name, port=port, parsed_addresses=[*addresses])
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


def test_a_neighbour_is_found_among_hundreds_of_addresses_that_others_invented(
    network: Zeroconf,
) -> None:
    finder = MulticastFinder()
    finder.look_for([NEIGHBOUR])
    announce(network, instance_name(NEIGHBOUR), "192.0.2.7")
    finder.add_service(network, SERVICE, instance_name(NEIGHBOUR))
    for port in range(1, 5):
        invented = [f"192.0.2.{n}" for n in range(10, 210)]
        announce(network, instance_name(NEIGHBOUR), *invented, port=port)
        finder.update_service(network, SERVICE, instance_name(NEIGHBOUR))

    tried = [finder.found(NEIGHBOUR) for _ in range(5_000)]

    assert any(LanAddress("192.0.2.7", PORT) in each for each in tried)


def test_a_service_without_a_port_hides_none_that_was_found(network: Zeroconf) -> None:
    finder = MulticastFinder()
    finder.look_for([NEIGHBOUR])
    announce(network, instance_name(NEIGHBOUR), "192.0.2.7")
    finder.add_service(network, SERVICE, instance_name(NEIGHBOUR))

    announce(network, instance_name(NEIGHBOUR), "192.0.2.66", port=0)
    finder.update_service(network, SERVICE, instance_name(NEIGHBOUR))

    assert finder.found(NEIGHBOUR) == [LanAddress("192.0.2.7", PORT)]


@pytest.mark.parametrize(
    "elsewhere",
    ["198.51.100.7", "127.0.0.1", "0.0.0.0", "224.0.0.1", "::1", "2001:db8::7", "fe80::7"],
)
def test_no_address_elsewhere_is_called_because_somebody_announces_it(
    network: Zeroconf, elsewhere: str
) -> None:
    finder = MulticastFinder()
    finder.look_for([NEIGHBOUR])
    announce(network, instance_name(NEIGHBOUR), elsewhere)

    finder.add_service(network, SERVICE, instance_name(NEIGHBOUR))

    assert finder.found(NEIGHBOUR) == []


@pytest.mark.parametrize("near", ["192.0.2.200", "169.254.7.7", "fe80::7%2"])
def test_an_address_of_the_network_or_of_a_single_link_is_near(near: str) -> None:
    assert is_near(near, ["192.0.2.0/24"])


def test_a_desk_finds_others_though_somebody_claims_its_name(
    network: Zeroconf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(discovery, "own_networks", lambda: {"127.0.0.1": "192.0.2.0/24"})
    own = fingerprint(b"this desk's certificate")
    for name, address in ((own, "192.0.2.66"), (NEIGHBOUR, "192.0.2.7")):
        network.register_service(
            ServiceInfo(SERVICE, instance_name(name), port=PORT, parsed_addresses=[address])
        )
    finder = MulticastFinder()
    finder.look_for([NEIGHBOUR])
    finder.start(own, PORT + 1)
    try:
        wait_until(lambda: bool(finder.found(NEIGHBOUR)), "the neighbour is not found")
    finally:
        finder.stop()


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
