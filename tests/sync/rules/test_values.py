"""Every value of the scheme is a plain, frozen dataclass: what was judged cannot change after."""

from dataclasses import FrozenInstanceError, fields, is_dataclass
from importlib import import_module
from pkgutil import iter_modules

import pytest

from sync import rules
from sync.rules.cards import CardKind
from sync.rules.cases import Case
from sync.rules.entitlement import CardGlance, judge
from sync.rules.limits import LimitsInForce
from sync.rules.offers import CardLimit, LimitPeriod, Offer, OfferName, Quota
from sync.rules.policy import Policy, RegisterAge, Term
from sync.rules.register_sum import RegisterSum
from sync.rules.tickets import KINDS
from sync.rules.venues import Venue
from sync.rules.visits import (
    Note,
    OwnOffer,
    PastVisit,
    Tickets,
    VenueVisit,
    Visit,
    VisitState,
    Void,
)
from tests.sync.rules.test_entitlement import CASE
from tests.sync.rules.test_visits import OWN_OFFER, VISIT, VOID

VALUES = [
    CASE,
    CASE.card,
    CASE.offer,
    judge(CASE),
    CardGlance(CardKind.PERSONAL, VISIT.local_date, 0),
    CardLimit(1, LimitPeriod.DAY),
    OfferName("Uimahalli"),
    OWN_OFFER,
    PastVisit(VISIT.offer_id, CASE.offer.kind, VISIT.local_date, VISIT.tickets),
    Policy(),
    Quota(1, 0),
    RegisterSum(),
    Tickets(),
    KINDS[0],
    Term(VISIT.local_date, VISIT.local_date),
    Venue("1", "Uimahalli", "Espoo"),
    VenueVisit(
        id=VISIT.id,
        desk_id=VOID.id,
        desk_name="Lippuluukku 1",
        card_number=VISIT.card_number,
        offer_id=VISIT.offer_id,
        tickets=VISIT.tickets,
        local_date=VISIT.local_date,
        state=VisitState.ACCEPTED,
    ),
    VISIT,
    VOID,
]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_a_value_cannot_be_changed(value: object) -> None:
    first = fields(value)[0].name  # type: ignore[arg-type]  # every value here is a dataclass
    with pytest.raises(FrozenInstanceError):
        setattr(value, first, None)


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_a_value_holds_its_own_fields_and_nothing_else(value: object) -> None:
    assert not hasattr(value, "__dict__")


def dataclasses() -> list[type]:
    modules = [import_module(f"sync.rules.{found.name}") for found in iter_modules(rules.__path__)]
    return [
        each
        for module in modules
        for each in vars(module).values()
        if isinstance(each, type) and is_dataclass(each) and each.__module__ == module.__name__
    ]


@pytest.mark.parametrize("kind", dataclasses(), ids=lambda kind: kind.__name__)
def test_every_dataclass_of_the_rules_is_frozen_and_has_slots(kind: type) -> None:
    assert kind.__dataclass_params__.frozen  # type: ignore[attr-defined]  # dataclasses say so
    assert "__slots__" in vars(kind)


@pytest.mark.parametrize(
    "kind", [Case, Offer, Visit, Void, OwnOffer, Note, VenueVisit, LimitsInForce]
)
def test_a_value_of_many_fields_is_made_by_name_alone(kind: type) -> None:
    with pytest.raises(TypeError, match="positional"):
        kind(*fields(kind))


def test_a_case_is_the_plain_one_as_far_as_nothing_else_is_told() -> None:
    fields = {"card": CASE.card, "offer": CASE.offer, "venue_area": "Espoo", "moment": CASE.moment}
    plain = {
        "venue_local_only": False,
        "register": RegisterAge.FRESH,
        "past_visits": (),
        "queued": 0,
        "clock_trusted": True,
        "terms": (),
        "value_cents": None,
    }
    assert Case(**fields) == Case(**fields, **plain)  # type: ignore[arg-type]  # by their names
