from dataclasses import replace
from datetime import timedelta

from desk_app.ui.widgets.offer_list import OfferGroup, grouped
from sync.rules.offers import Sector
from sync.rules.policy import Policy
from tests.helpers.desk_fixture import NOW, OFFERS, POOL, SOLD_OUT, TOMORROW, TONIGHT

ZONE = Policy().zone


def test_what_is_open_today_comes_before_coming_days_and_none_is_hidden() -> None:
    assert grouped(OFFERS, "", NOW, ZONE) == [
        (OfferGroup.TODAY, [TONIGHT, SOLD_OUT]),
        (OfferGroup.STANDING, [POOL]),
        (OfferGroup.COMING, [TOMORROW]),
    ]


def test_an_offer_over_several_days_is_todays_while_it_lasts() -> None:
    festival = replace(TONIGHT, starts_at=NOW - timedelta(days=2), ends_at=NOW + timedelta(days=2))
    assert grouped([festival], "", NOW, ZONE) == [(OfferGroup.TODAY, [festival])]


def test_what_is_over_can_still_be_found() -> None:
    over = replace(TONIGHT, starts_at=NOW - timedelta(days=1))
    assert grouped([over], "", NOW, ZONE) == [(OfferGroup.PAST, [over])]


def test_search_finds_every_word_in_any_language_and_place() -> None:
    assert grouped(OFFERS, "SIMHALL kaleva", NOW, ZONE) == [(OfferGroup.STANDING, [POOL])]


def test_sectors_that_were_chosen_leave_out_the_others() -> None:
    assert grouped(OFFERS, "", NOW, ZONE, {Sector.SPORT}) == [(OfferGroup.STANDING, [POOL])]


def test_a_search_without_a_hit_is_empty() -> None:
    assert grouped(OFFERS, "sirkus", NOW, ZONE) == []
