"""Verdicts as they are said at the counter: what to hand out, why not, and the card's story."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from desk_app.messages import Messages
from desk_app.messages.catalogue import catalogue
from desk_app.messages.verdicts import VerdictWords
from sync.rules.cards import CardKind
from sync.rules.codes import Notice, Refusal, VerdictCode
from sync.rules.entitlement import NOTHING, CardGlance, Verdict, up_to
from sync.rules.languages import LANGUAGES
from sync.rules.policy import Policy
from sync.rules.tickets import Tickets
from sync.rules.visits import PastVisit
from tests.helpers.desk_fixture import POOL, TONIGHT

TODAY = date(2026, 11, 28)
USUAL = Policy()
FAMILY = Verdict(
    VerdictCode.VALID,
    CardGlance(CardKind.PERSONAL, date(2027, 3, 9), 2),
    up_to(holder=1, children_and_grandchildren=2, assistants=None),
)


def verdict_words(language: str, policy: Policy = USUAL) -> VerdictWords:
    return VerdictWords(Messages(catalogue(language), language).under(policy))


def community(minors: int | None) -> Verdict:
    return Verdict(
        VerdictCode.VALID,
        CardGlance(CardKind.COMMUNITY, date(2027, 1, 1), 0),
        up_to(assistants=None, worker=1, community_minors=minors),
    )


def refused(code: Refusal, *, missing: str | None = None) -> Verdict:
    return Verdict(VerdictCode.VALID, None, NOTHING, (code,), missing=missing)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", list(Refusal))
def test_a_refusal_is_said_in_a_headline_without_loose_ends(language: str, code: Refusal) -> None:
    headline, advice = (
        verdict_words(language).headline(refused(code)),
        verdict_words(language).advice(refused(code)),
    )
    assert headline.strip()
    assert advice.endswith(".")
    assert "{" not in headline + advice


@pytest.mark.parametrize(
    ("language", "headline"),
    [
        ("fi", "Haltija ja enintään 2 alle 18-vuotiasta lasta"),
        ("sv", "Kortinnehavaren och högst 2 barn under 18 år"),
        ("en", "Holder and up to 2 children under 18"),
    ],
)
def test_the_verdict_can_be_said_aloud(language: str, headline: str) -> None:
    assert verdict_words(language).headline(FAMILY) == headline


@pytest.mark.parametrize(
    ("language", "alone", "provisional"),
    [
        ("fi", "Haltija", "Kirjataan korttiin painetun päivän mukaan"),
        ("sv", "Kortinnehavaren", "Enligt kortets sista giltighetsdag"),
    ],
)
def test_a_holder_alone_and_a_printed_card_are_said_in_every_language(
    language: str, alone: str, provisional: str
) -> None:
    words = verdict_words(language)
    allowed = {**FAMILY.allowed, "children_and_grandchildren": 0}
    assert words.headline(replace(FAMILY, allowed=allowed)) == alone
    assert words.headline(replace(FAMILY, card=None)) == provisional


def test_the_age_limits_are_those_of_the_policy() -> None:
    words = verdict_words("en", Policy(child_age_limit=16, community_age_limit=12))
    assert words.headline(FAMILY) == "Holder and up to 2 children under 16"
    assert words.headline(community(3)) == "Worker and up to 3 clients under 12"
    assert "under 16" in words.advice(refused(Refusal.MINORS_EXCEEDED))
    assert "under 12" in words.advice(refused(Refusal.WRONG_CARD_KIND))


@pytest.mark.parametrize(
    ("minors", "headline"),
    [
        (None, "Worker and clients under 16"),
        (0, "Worker"),
        (1, "Worker and up to 1 client under 16"),
        (7, "Worker and up to 7 clients under 16"),
    ],
)
def test_a_community_card_says_worker_and_clients(minors: int | None, headline: str) -> None:
    assert verdict_words("en").headline(community(minors)) == headline


def test_an_unknown_card_is_never_said_to_have_run_out() -> None:
    verdict = Verdict(VerdictCode.UNKNOWN, None, NOTHING, (Refusal.CARD_UNKNOWN,))
    assert verdict_words("en").headline(verdict) == "Not in the register"


@pytest.mark.parametrize(
    ("missing", "headline"),
    [
        ("holder", "Children come with the holder"),
        ("worker", "Clients come with the worker"),
        (None, "No children's tickets for this offer"),
    ],
)
def test_the_true_reason_is_said_where_minors_get_no_tickets(
    missing: str | None, headline: str
) -> None:
    verdict = refused(Refusal.MINORS_NOT_ALLOWED, missing=missing)
    assert verdict_words("en").headline(verdict) == headline
    assert verdict_words("en").refusal(Refusal.MINORS_NOT_ALLOWED, missing) == headline


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fi", "Maksettavaa 15,00\u00a0€ kustakin lipusta."),
        ("sv", "Att betala: 15,00\u00a0€ för varje biljett."),
        ("en", "To pay: €15.00 for each ticket."),
    ],
)
def test_a_price_is_said_in_euros_for_holder_and_worker(language: str, sentence: str) -> None:
    verdict = replace(FAMILY, notices=(Notice.HOLDER_PAYS,), pays_cents=1500)
    assert verdict_words(language).notices(verdict, POOL, TODAY) == [sentence]


def test_the_last_valid_day_is_always_said() -> None:
    ended = Verdict(
        VerdictCode.EXPIRED,
        CardGlance(CardKind.PERSONAL, TODAY, 2),
        NOTHING,
        (Refusal.CARD_EXPIRED,),
    )
    today = replace(FAMILY, notices=(Notice.LAST_DAY,))
    assert verdict_words("fi").advice(FAMILY) == "Kortti on voimassa 9.3.2027 asti."
    assert verdict_words("fi").advice(ended).startswith("Päättyi 28.11.2026.")
    assert verdict_words("fi").advice(today) == "Kortin viimeinen päivä on tänään."
    assert verdict_words("fi").notices(today, POOL, TODAY) == []


def visit(day: date, *, at: datetime | None = None, desk: str = "Luukku 2") -> PastVisit:
    return PastVisit(POOL.id, POOL.kind, day, Tickets(holder=1, children=2), at=at, desk_name=desk)


def test_what_a_card_was_used_for_today_is_told_with_its_time() -> None:
    at = datetime(2026, 11, 28, 14, 6, tzinfo=UTC)
    verdict = replace(
        FAMILY, notices=(Notice.USED_TODAY,), earlier=(visit(TODAY, at=at), visit(TODAY))
    )
    assert verdict_words("fi").notices(verdict, POOL, TODAY) == [
        "Käytetty tänään klo 16.06: haltija, 2 lasta; luukulla Luukku 2: haltija, 2 lasta."
    ]


def test_tickets_to_the_same_event_are_told_once_with_their_day() -> None:
    at_gala = replace(visit(TODAY), offer_id=TONIGHT.id, local_date=date(2026, 11, 1))
    verdict = replace(FAMILY, notices=(Notice.USED_TODAY, Notice.HAS_TICKETS), earlier=(at_gala,))
    assert verdict_words("en").notices(verdict, TONIGHT, TODAY) == [
        "This card already has tickets for this offer, given 1.11.2026: holder, 2 children."
    ]


def test_an_assistant_is_said_to_enter_where_others_do_not() -> None:
    verdict = Verdict(
        VerdictCode.VALID, FAMILY.card, up_to(assistants=None), (Refusal.QUOTA_EXCEEDED,)
    )
    assert verdict_words("en").notices(verdict, TONIGHT, TODAY) == [
        "An assistant or interpreter still gets a ticket."
    ]
