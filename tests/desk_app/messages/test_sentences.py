"""Every code has its sentence in every language, and every sentence is whole."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

import desk_app.config.settings
import desk_app.ui.appearance.language  # noqa: F401 - they define errors of their own
from desk_app.messages import Messages
from desk_app.messages.bug import BUG
from desk_app.messages.catalogue import catalogue
from desk_app.messages.codes import (
    FOREIGN,
    MALFORMED_NUMBER,
    NOTICES,
    REFUSALS,
    REGISTER_TOO_OLD,
    CodeMessage,
)
from desk_app.messages.faults import ERRORS
from desk_app.messages.held_operations import WAITS_OTHERWISE
from desk_app.messages.rejections import (
    OTHERWISE,
    REFUSED,
    REFUSED_DAY,
    REFUSED_OFFER,
    REFUSED_VOID,
    RESOLUTIONS,
)
from desk_app.messages.sync_words import SyncWords
from desk_app.services import errors
from desk_app.services.inbox_items import RejectedItem, Resolution
from sync import errors as central
from sync.rules.codes import Notice, Refusal
from sync.rules.languages import LANGUAGES
from sync.rules.offers import OfferName
from sync.rules.payloads import Foreign
from sync.rules.visits import Tickets
from tests.helpers.catalogues import CatalogueMessage, messages
from tests.helpers.samples import a_visit, an_offer

NEVER_SHOWN = {
    "desk_error",  # only its forms are raised
    "bad_usage",
    "world_error",
    "central_fault",
    "refused",  # said by its verdict
    "revision_gone",  # leads to a fresh load, by itself
    "cursor_gone",  # leads to reading the feed from nothing, by itself
    "not_supported",  # an older register's: the newer call is left out, nothing is missed
    "card_unknown",  # an online lookup's answer; the verdict says it
    "manifest_forged",  # logged; a list that cannot be believed is no news for the counter
}


def every_error_code() -> Iterator[str]:
    kinds: list[type[Exception]] = [errors.DeskError, central.CentralFaultError]
    while kinds:
        kind = kinds.pop()
        kinds += kind.__subclasses__()
        yield getattr(kind, "code")  # noqa: B009 - the class attribute of either tree


def messages_in(language: str) -> Messages:
    return Messages(catalogue(language), language)


def test_every_refusal_has_a_headline_and_an_advice() -> None:
    assert set(REFUSALS) == set(Refusal)


def test_every_notice_has_a_sentence() -> None:
    assert set(NOTICES) == set(Notice)


def test_everything_that_is_no_card_is_called_by_its_name() -> None:
    strangers = set(Foreign) - {Foreign.SEVERAL_CARDS}
    headlines = {messages_in("en").foreign(what)[0] for what in strangers}

    assert len(headlines) == len(strangers)
    assert all("not a Kaikukortti" in headline for headline in headlines)


def test_every_error_that_staff_may_meet_has_a_sentence_and_a_next_step() -> None:
    assert set(every_error_code()) - NEVER_SHOWN <= set(ERRORS)


def test_every_refusal_of_the_register_has_a_sentence_for_the_inbox() -> None:
    assert set(REFUSED) >= set(Refusal) - {Refusal.SOLD_OUT}


def test_every_remedy_has_a_name() -> None:
    assert set(RESOLUTIONS) == set(Resolution)


@pytest.mark.parametrize("code", [*Refusal, "a_code_of_tomorrow"])
def test_a_refused_record_says_why_and_what_to_do(code: str) -> None:
    what, then = messages_in("fi").refused(RejectedItem(id=UUID(int=1), code=code))

    assert what.endswith(".")
    assert then.endswith(".")


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_every_sentence_of_a_code_is_translated(language: str) -> None:
    translate = catalogue(language)
    pairs = [*REFUSALS.values()]
    sources = [("Refusal", text) for pair in pairs for text in pair]
    others = [OTHERWISE, REFUSED_DAY, REFUSED_VOID, REFUSED_OFFER]
    refused = [*REFUSED.values(), *others, (*RESOLUTIONS.values(),)]
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

    def is_alike(message: CatalogueMessage) -> bool:
        return all(places(form) == places(message.source) for form in message.forms)

    assert [message for message in messages(language) if not is_alike(message)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_plurals_have_a_form_for_one_and_a_form_for_more(language: str) -> None:
    plurals = [message for message in messages(language) if "%n" in message.source]

    assert plurals
    assert {len(message.forms) for message in plurals} == {2}


def test_tickets_are_said_in_their_order() -> None:
    tickets = Tickets(holder=1, children=2, grandchildren=1, assistants=1)

    assert messages_in("fi").tickets(tickets) == "haltija, 2 lasta, 1 lapsenlapsi, 1 avustaja"


def test_an_offers_name_is_finnish_where_the_language_has_none() -> None:
    name = OfferName("Museo", None, "Museum")

    assert (name.in_language("sv"), name.in_language("en")) == ("Museo", "Museum")


def test_a_fault_of_ours_is_shown_as_such() -> None:
    what, _ = messages_in("en").error(ZeroDivisionError("x"))

    assert what == "There is an error in this program: ZeroDivisionError."


def test_a_fault_of_the_disk_names_the_place() -> None:
    what, then = messages_in("en").error(errors.StoreFullError(path="/data/desk.db"))

    assert "/data/desk.db" in what
    assert "Free up disk space" in then


@pytest.mark.parametrize(
    ("day", "words"),
    [(0, "today"), (1, "tomorrow"), (2, "26.11.2026")],
)
def test_days_are_said_as_people_say_them(day: int, words: str) -> None:
    today = datetime(2026, 11, 24, tzinfo=UTC).date()

    assert messages_in("en").day(today + timedelta(days=day), today) == words


@pytest.mark.parametrize(
    ("detail", "explanation"),
    [
        ('{"fi": "Kortti on tulostettu uudelleen.", "sv": "Kortet har tryckts om."}', None),
        ("the card was reprinted", "the card was reprinted"),
        (None, "The register rejected this record."),
        ('{"fi": ""}', "The register rejected this record."),
        ("[1]", "[1]"),
    ],
)
def test_a_code_without_words_here_is_said_in_the_registers(
    detail: str | None, explanation: str | None
) -> None:
    item = RejectedItem(id=UUID(int=1), code="card_reprinted", detail=detail)
    in_swedish, _ = messages_in("sv").refused(item)
    in_english, advice = messages_in("en").refused(item)
    if explanation is None:
        assert (in_swedish, in_english) == (
            "Kortet har tryckts om.",
            "Kortti on tulostettu uudelleen.",
        )
    else:
        assert in_english == explanation
    assert advice.startswith("Send it again")


def test_a_code_that_is_known_here_is_said_in_our_own_words() -> None:
    item = RejectedItem(id=UUID(int=1), code=Refusal.CARD_EXPIRED, detail="judged so: card_expired")
    assert messages_in("en").refused(item)[0] == "The card had expired by that date."


@pytest.mark.parametrize(
    ("kind", "ours"),
    [
        ({"is_void": True}, REFUSED_VOID),
        ({"offer": an_offer()}, REFUSED_OFFER),
        ({"waits": True}, WAITS_OTHERWISE),
    ],
)
def test_the_registers_words_are_added_where_ours_say_what_was_refused(
    kind: dict[str, Any], ours: CodeMessage
) -> None:
    detail = '{"fi": "Nimi on varattu.", "sv": "Namnet är upptaget."}'
    item = RejectedItem(id=UUID(int=1), code="name_taken", detail=detail, **kind)
    for language, explanation in (("fi", "Nimi on varattu."), ("sv", "Namnet är upptaget.")):
        words = messages_in(language)
        expected = f"{words.translate('Refused', ours[0])} {explanation}"
        assert words.refused(item)[0] == expected


@pytest.mark.parametrize(
    ("days", "what"),
    [
        (2, "The register does not accept a visit with a date in the future."),
        (400, "The register does not accept a visit with a date in the future."),
        (1, "The register could not read this record."),
        (-500, "The register could not read this record."),
    ],
)
def test_a_visit_that_was_refused_for_its_day_to_come_is_said_to_be(days: int, what: str) -> None:
    at = datetime(2026, 11, 24, 10, tzinfo=UTC)
    visit = replace(a_visit(at=at), local_date=at.date() + timedelta(days=days))
    item = RejectedItem(id=visit.id, code=Refusal.MALFORMED, visit=visit, refused_at=at)

    assert messages_in("en").refused(item)[0] == what


WITHOUT_AN_AGE = {
    "Demo",
    "DemoCards",  # of the register, which has numbers of minors alone
    "Figures",  # statistics tell no ages
    "TicketWords",  # tickets that were given
}
BESIDE_ONE = {
    "No children's tickets.",
    "Too many children for this card",
    "No children's tickets for this offer",
    "Children come with the holder",
    "Clients come with the worker",
    "There were more children's tickets than the card covers.",
    "The offer does not include children, or the holder's ticket was missing.",
    (
        "Scanning a card records the holder's ticket at once. Ctrl+Z undoes it. If the card "
        "includes children, choose the tickets and press Enter."
    ),
}
"""They say why not, or what to do; what is below them, or the tickets' titles, name the age."""


def test_the_age_limit_is_said_wherever_children_are() -> None:
    speaks = re.compile("child|minor|client", re.IGNORECASE)
    silent = [
        message.source
        for message in messages("fi")
        if speaks.search(message.source)
        and not re.search(r"\{(community_)?age\}", message.source)
        and message.context not in WITHOUT_AN_AGE
    ]
    assert set(silent) - BESIDE_ONE == set()
    assert set(BESIDE_ONE) - set(silent) == set()


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_fault_that_is_known_by_its_code_alone_is_told_without_places(language: str) -> None:
    words = SyncWords(Messages(catalogue(language), language))
    texts = {code: words.fault(code) for code in (*ERRORS, "bug")}
    assert {code: text for code, text in texts.items() if "{" in text or not text} == {}
