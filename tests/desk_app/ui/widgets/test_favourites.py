"""Which offers are favourites, and in which order all are found."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from desk_app.ui.widgets.offer_list import OfferGroup, favourites, grouped
from sync.rules.offers import Offer, OfferName, OfferStatus
from tests.helpers.desk_fixture import NOW, POOL, SOLD_OUT, TOMORROW, TONIGHT

ZONE = ZoneInfo("Europe/Helsinki")


def many(offer: Offer, count: int, first: int) -> list[Offer]:
    return [replace(offer, id=UUID(int=first + place)) for place in range(count)]


def test_todays_come_first_then_the_daily_trade_then_what_comes() -> None:
    assert favourites([TOMORROW, POOL, TONIGHT], NOW, ZONE) == [TONIGHT, POOL, TOMORROW]


def test_neither_leaves_the_other_no_place() -> None:
    tonight, pools = many(TONIGHT, 9, 100), many(POOL, 9, 200)
    assert favourites([*tonight, *pools], NOW, ZONE) == [*tonight[:3], *pools[:3]]
    assert favourites([*tonight, POOL], NOW, ZONE) == [*tonight[:5], POOL]


def test_nothing_sold_out_cancelled_or_over_is_a_favourite() -> None:
    cancelled = replace(TONIGHT, status=OfferStatus.CANCELLED)
    over = replace(TONIGHT, starts_at=NOW - timedelta(days=2))
    assert favourites([SOLD_OUT, cancelled, over], NOW, ZONE) == []


def test_a_word_that_begins_so_is_found_before_one_that_holds_it() -> None:
    inside = replace(POOL, id=UUID(int=8), name=OfferName("Maauimala"))
    found = dict(grouped([inside, POOL], "uima", NOW, ZONE))
    assert found[OfferGroup.STANDING] == [POOL, inside]
