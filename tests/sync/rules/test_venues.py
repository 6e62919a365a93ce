from dataclasses import replace

import pytest

from sync.rules.codes import VerdictCode
from sync.rules.entitlement import judge
from sync.rules.venues import Venue, same_area, spellings
from tests.sync.rules.decisions import card
from tests.sync.rules.test_entitlement import CASE


def test_the_venues_area_decides_about_local_cards() -> None:
    at_home = Venue(id="1", name="Savonlinnan museo", area="Savonlinna")
    elsewhere = Venue(id="2", name="Espoon museo", area="Espoo")
    cases = [
        replace(CASE, card=card("local"), venue_area=each.area) for each in (at_home, elsewhere)
    ]
    assert [judge(case).verdict for case in cases] == [
        VerdictCode.VALID,
        VerdictCode.AREA_NOT_ALLOWED,
    ]


def test_a_venue_is_no_local_pilot_unless_it_says_so() -> None:
    assert not Venue("1", "Museo", "Espoo").local_only


@pytest.mark.parametrize("written", ["ESPOO", "espoo", "Espoo", "eSPOO"])
def test_the_usual_ways_to_write_an_area_are_that_area(written: str) -> None:
    ways = spellings(written)
    assert {written, "ESPOO", "espoo", "Espoo"} == ways
    assert all(same_area(way, "Espoo") for way in ways)
