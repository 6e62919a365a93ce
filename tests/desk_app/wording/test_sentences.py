"""Every code has its sentence in every language, and every sentence is whole."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

import desk_app.settings
import desk_app.ui.language  # noqa: F401 - they define errors of their own
from desk_app.services import errors
from desk_app.services.ports import Attention, Remedy
from desk_app.wording import LANGUAGES, Wording
from desk_app.wording.catalogue import catalogue
from desk_app.wording.codes import FOREIGN, MALFORMED_NUMBER, NOTICES, REFUSALS, REGISTER_TOO_OLD
from desk_app.wording.faults import BUG, ERRORS
from desk_app.wording.refused import OTHERWISE, REFUSED, REFUSED_OFFER, REFUSED_VOID, REMEDIES
from sync import errors as central
from sync.rules.cards import CardKind
from sync.rules.codes import Notice, Refusal, VerdictCode
from sync.rules.entitlement import NOTHING, CardGlance, Verdict, up_to
from sync.rules.offers import OfferName
from sync.rules.payloads import Foreign
from sync.rules.visits import Tickets
from tests.helpers.catalogues import Message, messages

NEVER_SAID = {
    "desk_error",  # only its forms are raised
    "bad_usage",
    "world_error",
    "central_fault",
    "refused",  # said by its verdict
    "revision_gone",  # leads to a fresh load, by itself
    "card_unknown",  # a second look's answer; the verdict says it
    "manifest_forged",  # logged; a list that cannot be believed is no news for the counter
}


def every_error_code() -> Iterator[str]:
    kinds: list[type[Exception]] = [errors.DeskError, central.CentralFaultError]
    while kinds:
        kind = kinds.pop()
        kinds += kind.__subclasses__()
        yield getattr(kind, "code")  # noqa: B009 - the class attribute of either tree


def said(language: str) -> Wording:
    return Wording(catalogue(language), language)


def test_every_refusal_has_a_headline_and_an_advice() -> None:
    assert set(REFUSALS) == set(Refusal)


def test_every_notice_has_a_sentence() -> None:
    assert set(NOTICES) == set(Notice)


def test_everything_that_is_no_card_is_called_by_its_name() -> None:
    headlines = {said("en").foreign(what)[0] for what in Foreign}

    assert len(headlines) == len(Foreign)
    assert all(headline.startswith("This is not a Kaikukortti") for headline in headlines)


def test_every_error_that_staff_may_meet_has_a_sentence_and_a_next_step() -> None:
    assert set(every_error_code()) - NEVER_SAID <= set(ERRORS)


def test_every_refusal_of_the_register_has_a_sentence_for_the_inbox() -> None:
    assert set(REFUSED) >= set(Refusal) - {Refusal.SOLD_OUT}


def test_every_remedy_has_a_name() -> None:
    assert set(REMEDIES) == set(Remedy)


@pytest.mark.parametrize("code", [*Refusal, "a_code_of_tomorrow"])
def test_a_refused_record_says_why_and_what_to_do(code: str) -> None:
    what, then = said("fi").refused(Attention(id=UUID(int=1), code=code))

    assert what.endswith(".")
    assert then.endswith(".")


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_every_sentence_of_a_code_is_translated(language: str) -> None:
    translate = catalogue(language)
    pairs = [*REFUSALS.values()]
    sources = [("Refusal", text) for pair in pairs for text in pair]
    refused = [*REFUSED.values(), OTHERWISE, REFUSED_VOID, REFUSED_OFFER, (*REMEDIES.values(),)]
    sources += [("Refused", text) for pair in refused for text in pair]
    sources += [("Notice", text) for text in NOTICES.values()]
    sources += [("Foreign", text) for pair in FOREIGN.values() for text in pair]
    sources += [("Error", text) for pair in [*ERRORS.values(), BUG] for text in pair]
    sources += [("Verdict", text) for text in [*MALFORMED_NUMBER, *REGISTER_TOO_OLD]]

    assert [source for source in sources if translate(*source) == source[1]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_of_the_program_is_left_untranslated(language: str) -> None:
    unfinished = [message for message in messages(language) if not all(message.forms)]

    assert unfinished == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_every_place_that_is_filled_in(language: str) -> None:
    def places(text: str) -> list[str]:
        return sorted(re.findall(r"\{\w*\}|%n|%\d", text))

    def is_alike(message: Message) -> bool:
        return all(places(form) == places(message.source) for form in message.forms)

    assert [message for message in messages(language) if not is_alike(message)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_plurals_have_a_form_for_one_and_a_form_for_more(language: str) -> None:
    plurals = [message for message in messages(language) if "%n" in message.source]

    assert plurals
    assert {len(message.forms) for message in plurals} == {2}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", list(Refusal))
def test_a_refusal_is_said_in_a_headline_without_loose_ends(language: str, code: Refusal) -> None:
    verdict = Verdict(VerdictCode.VALID, None, NOTHING, (code,))

    assert said(language).headline(verdict).strip()
    assert said(language).advice(verdict).endswith(".")


@pytest.mark.parametrize(
    ("language", "headline"),
    [
        ("fi", "Haltija ja enintään 2 alle 18-vuotiasta lasta"),
        ("sv", "Kortinnehavaren och högst 2 barn under 18 år"),
        ("en", "Holder and up to 2 children under 18"),
    ],
)
def test_the_verdict_can_be_said_aloud(language: str, headline: str) -> None:
    verdict = Verdict(
        VerdictCode.VALID,
        CardGlance(CardKind.PERSONAL, date(2027, 1, 1), 2),
        up_to(holder=1, children_and_grandchildren=2, assistants=None),
    )

    assert said(language).headline(verdict) == headline


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
    verdict = Verdict(
        VerdictCode.VALID,
        CardGlance(CardKind.COMMUNITY, date(2027, 1, 1), 0),
        up_to(assistants=None, worker=1, community_minors=minors),
    )

    assert said("en").headline(verdict) == headline


def test_an_unknown_card_is_never_said_to_have_run_out() -> None:
    verdict = Verdict(VerdictCode.UNKNOWN, None, NOTHING, (Refusal.CARD_UNKNOWN,))

    assert said("en").headline(verdict) == "Not in the register"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fi", "Haltija maksaa 15,00\u00a0€."),
        ("sv", "Kortinnehavaren betalar 15,00\u00a0€."),
        ("en", "The holder pays €15.00."),
    ],
)
def test_what_the_holder_pays_is_said_in_euros(language: str, sentence: str) -> None:
    verdict = Verdict(
        VerdictCode.VALID,
        CardGlance(CardKind.PERSONAL, date(2027, 1, 1), 0),
        up_to(holder=1, assistants=None),
        notices=(Notice.HOLDER_PAYS,),
        pays_cents=1500,
    )

    assert said(language).notices(verdict) == [sentence]


def test_tickets_are_said_in_their_order() -> None:
    tickets = Tickets(holder=1, children=2, grandchildren=1, assistants=1)

    assert said("fi").tickets(tickets) == "haltija, 2 lasta, 1 lapsenlapsi, 1 avustaja"


def test_an_offers_name_is_finnish_where_the_language_has_none() -> None:
    name = OfferName("Museo", None, "Museum")

    assert (name.in_language("sv"), name.in_language("en")) == ("Museo", "Museum")


def test_a_fault_of_ours_is_shown_as_such() -> None:
    what, _ = said("en").error(ZeroDivisionError("x"))

    assert what == "A fault in this program: ZeroDivisionError."


def test_a_fault_of_the_disk_names_the_place() -> None:
    what, then = said("en").error(errors.StoreFullError(path="/data/desk.db"))

    assert "/data/desk.db" in what
    assert "Make room" in then


@pytest.mark.parametrize(
    ("day", "words"),
    [(0, "today"), (1, "tomorrow"), (2, "26/11/2026")],
)
def test_days_are_said_as_people_say_them(day: int, words: str) -> None:
    today = datetime(2026, 11, 24, tzinfo=UTC).date()

    assert said("en").day(today + timedelta(days=day), today) == words
