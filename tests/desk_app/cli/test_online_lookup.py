"""A card that the desk lacks is asked for at the register before it is called unknown."""

import pytest

from tests.helpers.cli_user import OFFER, TODAY, CliUser, a_card
from tests.helpers.register import LiveRegister


def test_a_card_registered_since_the_last_sync_is_found(
    desk: CliUser, register: LiveRegister
) -> None:
    register.import_cards([a_card("FRESH1", minors=1)])
    answered = desk("check", "FRESH1", *OFFER)
    assert (answered.status, answered.data["verdict"]) == (0, "valid")


@pytest.mark.parametrize("way", [(), ("--provisional", "--printed-valid-until", str(TODAY))])
def test_it_is_recorded_and_accepted_as_any_other(
    desk: CliUser, register: LiveRegister, way: tuple[str, ...]
) -> None:
    number = f"FRESH2{len(way)}"
    register.import_cards([a_card(number)])
    recorded = desk("record", number, *OFFER, *way)
    assert (recorded.status, recorded.data["verdict"]["verdict"]) == (0, "valid")
    synced = desk("sync")
    assert (synced.status, synced.data["accepted"]) == (0, 1)
