"""PINs: their hashes open to them alone, and earlier versions' hashes go on to hold."""

import pytest

from desk_app.devices.pins import Argon2Pins

KEPT = (
    "$argon2id$v=19$m=65536,t=2,p=1$/xfZibwfOnZb7N5ev0ysTg"
    "$P4F12zd4G9i48ynvfDXi4A6XALH/CHW03hLPAGXa3Dw"
)
"""The hash of 2580 that an earlier version kept, made by libsodium."""


@pytest.fixture(scope="module")
def hashed() -> str:
    """A hash of 2580."""
    return Argon2Pins().hashed("2580")


def test_a_pin_matches_its_hash(hashed: str) -> None:
    assert Argon2Pins().matches("2580", hashed)


def test_another_pin_does_not(hashed: str) -> None:
    assert not Argon2Pins().matches("2581", hashed)


def test_a_hash_costs_what_it_did_before(hashed: str) -> None:
    assert hashed.rsplit("$", 2)[0] == KEPT.rsplit("$", 2)[0]


def test_a_hash_of_an_earlier_version_matches_its_pin() -> None:
    assert Argon2Pins().matches("2580", KEPT)


@pytest.mark.parametrize("kept", ["", "2580", KEPT[:-3], KEPT.replace("m=65536", "m=1")])
def test_no_pin_matches_what_is_no_hash(kept: str) -> None:
    assert not Argon2Pins().matches("2580", kept)
