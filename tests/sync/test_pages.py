"""One element that cannot be read never takes its page down."""

import json
from collections.abc import Callable
from dataclasses import fields
from datetime import UTC, date, datetime
from typing import Any

import pytest

from sync.messages import (
    MOST_LISTED,
    ActivityPage,
    CardAnswer,
    CardsPage,
    ChangesPage,
    Detail,
    Drop,
    Enrolment,
    Me,
    OfferFeedPage,
    OperationsAnswer,
    PartlyReadMe,
    Put,
    StandingAnswer,
)
from sync.pages import parse_message
from sync.rules.cards import Card, OddCard
from sync.rules.policy import Policy, Term
from sync.rules.register_sum import card_line

CARD = {
    "number": "AB12345",
    "kind": "personal",
    "status": "active",
    "valid_from": "2026-01-01",
    "valid_until": "2026-12-31",
    "minors": 2,
    "area": "Espoo",
    "local_only": False,
}
OFFER = {
    "id": "0197b6a8-0000-7000-8000-000000000001",
    "kind": "event",
    "sector": "culture",
    "name": {"fi": "Näytelmä"},
    "status": "on_sale",
    "minors_allowed": True,
}
VISIT = {
    "id": "0197b6a8-0000-7000-8000-000000000002",
    "desk_id": "0197b6a8-0000-7000-8000-000000000003",
    "desk_name": "Luukku 2",
    "card_number": "AB12345",
    "offer_id": OFFER["id"],
    "tickets": {"holder": 1},
    "local_date": "2026-11-24",
    "state": "accepted",
}
SUMS = {"count": 2, "checksum": "0" * 64, "signature": "", "more": False}


def offers_page(*offers: object, removed: tuple[object, ...] = ()) -> bytes:
    page = {"cursor": "c", "offers": offers, "removed": removed, "more": False}
    return json.dumps(page).encode()


@pytest.mark.parametrize(
    "odd",
    [
        {"sector": "astrology"},
        {"kind": "picnic"},
        {"status": "sold"},
        {"name": {"fi": "x" * 201}},
        {"name": {"fi": "Näytelmä", "sv": ""}},
        {"name": "Näytelmä"},
        {"place": "Sali\n2"},
        {"quota": {"total": -1, "used": 0}},
        {"quota": {"total": "many", "used": 0}},
        {"card_limit": {"count": 1, "period": "moon"}},
        {"card_limit": {"count": 1, "period": "days"}},
        {"value_cents": 10**12},
        {"value_cents": 10**40},
        {"minors_allowed": "perhaps"},
        {"starts_at": "0001-01-01T00:00:00Z"},
        {"starts_at": "2026-11-24T18:00:00"},
        {"ends_at": "9999-12-31T23:59:59-12:00"},
        {"id": "one"},
        {"id": None},
    ],
)
def test_an_odd_offer_is_left_out_and_the_others_arrive(
    odd: dict[str, Any], expected_log: Callable[[str], None]
) -> None:
    expected_log(r"OfferFeedPage: 1 of the offers cannot be read")
    page = parse_message(OfferFeedPage, offers_page(OFFER, OFFER | odd, OFFER))
    assert [str(offer.id) for offer in page.offers] == [OFFER["id"]] * 2
    assert page.cursor == "c"


@pytest.mark.parametrize("odd", [None, 7, "an offer", [], {}])
def test_what_is_no_offer_at_all_is_left_out_too(
    odd: object, expected_log: Callable[[str], None]
) -> None:
    expected_log(r"OfferFeedPage: 1 of the offers cannot be read")
    assert len(parse_message(OfferFeedPage, offers_page(odd, OFFER)).offers) == 1


@pytest.mark.parametrize("text", ['"cut \\ud83c"', "9" * 5_000, "-" + "9" * 5_000, "1e999"])
@pytest.mark.parametrize("field", ["place", "starts_at", "value_cents", "name"])
def test_what_the_parser_of_json_does_not_read_spoils_one_offer_alone(
    text: str, field: str, allowed_log: Callable[[str], None]
) -> None:
    allowed_log(r"^sync\.pages: OfferFeedPage: 1 of the offers cannot be read")
    body = offers_page(OFFER, {**OFFER, "name": {"fi": "x"}, field: "@"}, OFFER)

    page = parse_message(OfferFeedPage, body.replace(b'"@"', text.encode()))

    assert [offer.name.fi for offer in page.offers if offer.name.fi != "x"] == ["Näytelmä"] * 2


def test_a_text_that_was_cut_in_the_middle_of_a_character_is_shown_as_far_as_it_goes() -> None:
    page = parse_message(OfferFeedPage, offers_page({**OFFER, "place": "Sali \ud83c"}))

    assert [offer.place for offer in page.offers] == ["Sali ?"]


def test_words_that_were_cut_in_the_middle_of_a_character_never_take_results_down() -> None:
    result = {"id": OFFER["id"], "outcome": "rejected", "code": "limit_reached", "detail": "\ud83c"}

    answer = parse_message(OperationsAnswer, json.dumps({"results": [result]}).encode())

    assert [(each.code, each.detail) for each in answer.results] == [("limit_reached", "?")]


def test_an_odd_id_among_the_removed_is_left_out(expected_log: Callable[[str], None]) -> None:
    expected_log(r"OfferFeedPage: 1 of the removed cannot be read")
    page = parse_message(OfferFeedPage, offers_page(removed=("all", OFFER["id"])))
    assert [str(gone) for gone in page.removed] == [OFFER["id"]]


@pytest.mark.parametrize(
    "odd",
    [
        {"state": "pondered"},
        {"tickets": {"holder": 2}},
        {"tickets": {"children": 10**6}},
        {"local_date": "0001-01-01"},
        {"local_date": "9999-12-31"},
        {"local_date": "soon"},
        {"card_number": 7},
        {"desk_id": "here"},
    ],
)
def test_an_odd_visit_is_left_out_and_the_others_arrive(
    odd: dict[str, Any], expected_log: Callable[[str], None]
) -> None:
    expected_log(r"ActivityPage: 1 of the visits cannot be read")
    body = {"cursor": "c", "visits": [VISIT | odd, VISIT], "more": True}
    page = parse_message(ActivityPage, json.dumps(body).encode())
    assert [str(visit.id) for visit in page.visits] == [VISIT["id"]]
    assert (page.cursor, page.more) == ("c", True)


def test_a_visit_may_come_without_its_card_number() -> None:
    body = {"cursor": "c", "visits": [VISIT | {"card_number": None}], "more": False}
    page = parse_message(ActivityPage, json.dumps(body).encode())
    assert page.visits[0].card_number is None


@pytest.mark.parametrize(
    ("odd", "line"),
    [
        ({"status": "lost"}, "AB1|personal|lost|2026-01-01|2026-12-31|2|Espoo|0"),
        ({"kind": "dog"}, "AB1|dog|active|2026-01-01|2026-12-31|2|Espoo|0"),
        ({"minors": 1000}, "AB1|personal|active|2026-01-01|2026-12-31|1000|Espoo|0"),
        ({"minors": -1}, "AB1|personal|active|2026-01-01|2026-12-31|-1|Espoo|0"),
        ({"valid_until": "never"}, "AB1|personal|active|2026-01-01|never|2|Espoo|0"),
        (
            {"status": "x", "local_only": True},
            "AB1|personal|x|2026-01-01|2026-12-31|2|Espoo|1",
        ),
    ],
)
def test_an_odd_card_is_kept_with_the_line_that_is_summed(
    odd: dict[str, Any], line: str, expected_log: Callable[[str], None]
) -> None:
    expected_log(r"1 cards of the register cannot be read, and are judged as unknown")
    cards = [CARD | {"number": "AB1"} | odd, CARD]
    body = json.dumps({"revision": 2, "cards": cards, "next": "opaque"}).encode()
    page = parse_message(CardsPage, body)
    assert isinstance(page.cards[0], OddCard)
    assert card_line(page.cards[0]) == line
    assert isinstance(page.cards[1], Card)
    assert page.next == "opaque"


def test_odd_cards_among_changes_are_kept_and_unknown_changes_are_left_out(
    expected_log: Callable[[str], None],
) -> None:
    expected_log(r"ChangesPage: 1 of the changes cannot be read")
    expected_log(r"1 cards of the register cannot be read")
    changes = [
        {"op": "put", "card": CARD | {"kind": "dog"}},
        {"op": "fold", "number": "AB2"},
        {"op": "drop", "number": "AB3"},
        {"op": "put", "card": CARD},
    ]
    page = parse_message(
        ChangesPage, json.dumps({"revision": 2, "changes": changes} | SUMS).encode()
    )
    odd, gone, sound = page.changes
    assert isinstance(odd, Put)
    assert isinstance(odd.card, OddCard)
    assert gone == Drop(number="AB3")
    assert isinstance(sound, Put)
    assert isinstance(sound.card, Card)


def test_an_odd_card_that_is_looked_up_is_no_broken_answer(
    expected_log: Callable[[str], None],
) -> None:
    expected_log(r"1 cards of the register cannot be read")
    body = json.dumps({"card": CARD | {"status": "lost"}, "revision": 3}).encode()
    assert isinstance(parse_message(CardAnswer, body).card, OddCard)


ME = {
    "desk_id": VISIT["desk_id"],
    "desk_name": "Luukku 1",
    "venue": {"id": "v", "name": "Teatteri", "area": "Espoo", "local_only": True},
    "policy": {},
    "register_revision": 3,
}


def test_an_odd_neighbour_is_left_out(expected_log: Callable[[str], None]) -> None:
    expected_log(r"Me: 1 of the peers cannot be read")
    peer = {"desk_id": VISIT["desk_id"], "desk_name": "Luukku 2", "lan_key": "a2V5"}
    read = parse_message(Me, json.dumps(ME | {"peers": [peer, {"desk_id": 1}]}).encode())
    assert [neighbour.desk_name for neighbour in read.peers] == ["Luukku 2"]
    assert read.venue.local_only
    assert parse_message(Me, json.dumps(ME).encode()).peers == []


@pytest.mark.parametrize(
    "odd",
    [
        {"starts": "2026-12-01", "ends": "2026-11-01"},
        {"starts": "10000-01-01", "ends": "10000-05-01"},
        {"starts": 0, "ends": 0},
        "spring",
    ],
)
@pytest.mark.parametrize("shape", [Me, Enrolment])
def test_an_odd_term_is_left_out_and_the_rest_of_the_policy_counts(
    odd: object, shape: type[Me | Enrolment], expected_log: Callable[[str], None]
) -> None:
    expected_log(f"{shape.__name__}: 1 of the terms cannot be read")
    term = {"starts": "2026-08-10", "ends": "2026-12-18"}
    message = {
        "desk_id": VISIT["desk_id"],
        "desk_name": "Luukku 1",
        "venue": {"id": "v", "name": "Teatteri", "area": "Espoo"},
        "policy": {"retention_days": 14, "terms": [odd, term]},
        "register_revision": 3,
        "register_key": "a2V5",
        "token": "t",
    }
    policy = parse_message(shape, json.dumps(message).encode()).policy
    assert policy.retention_days == 14
    assert policy.terms == (Term(date(2026, 8, 10), date(2026, 12, 18)),)


@pytest.mark.parametrize(
    ("odd", "unread"),
    [
        ({"timezone": "Europe/Nowhere"}, {"timezone"}),
        ({"timezone": None, "child_age_limit": "18"}, {"timezone", "child_age_limit"}),
        ({"stale_after_hours": -1}, {"stale_after_hours"}),
        ({"expired_after_days": 10**30}, {"expired_after_days"}),
        ({"provisional_allowed": "yes"}, {"provisional_allowed"}),
        ({"terms": 5}, {"terms"}),
    ],
)
def test_a_field_of_the_policy_that_cannot_be_read_is_left_out_and_the_rest_counts(
    odd: dict[str, object], unread: set[str], expected_log: Callable[[str], None]
) -> None:
    expected_log(f"Me: the policy's {', '.join(sorted(unread))} cannot be read")
    me = ME | {"policy": {"retention_days": 14, **odd}}
    read = parse_message(Me, json.dumps(me).encode())
    assert isinstance(read, PartlyReadMe)
    assert read.unread_policy == unread
    assert read.policy == Policy(retention_days=14)
    assert read.register_revision == 3


def test_a_policy_that_is_none_leaves_the_whole_policy_as_it_was(
    expected_log: Callable[[str], None],
) -> None:
    expected_log("Me: the policy's .* cannot be read")
    read = parse_message(Me, json.dumps(ME | {"policy": "none"}).encode())
    assert isinstance(read, PartlyReadMe)
    assert read.unread_policy == {field.name for field in fields(Policy)}


def test_without_any_policy_it_is_no_answer_of_the_register() -> None:
    document = {name: value for name, value in ME.items() if name != "policy"}
    with pytest.raises(ValueError, match="policy"):
        parse_message(Me, json.dumps(document).encode())


@pytest.mark.parametrize(
    "odd",
    [
        "9999-12-31T23:59:59-12:00",
        "0001-01-01T00:00:00+14:00",
        "0100-01-01T00:00:00Z",
        "10000-01-01T00:00:00Z",
        "2026-11-29",
        "yesterday",
        1e308,
        [],
    ],
)
def test_an_absurd_time_of_a_copy_is_as_good_as_none_and_the_nonce_counts(odd: object) -> None:
    document = {"nonce": "n2", "forked": True, "forked_at": odd}
    answer = parse_message(StandingAnswer, json.dumps(document).encode())
    assert (answer.nonce, answer.forked, answer.has_end_of_fork) == ("n2", True, False)


def test_a_time_of_a_copy_is_read_and_so_is_that_there_is_none() -> None:
    document = {"nonce": "n2", "forked": False, "forked_at": "2026-11-29T10:00:00Z"}
    answer = parse_message(StandingAnswer, json.dumps(document).encode())
    assert answer.forked_at == datetime(2026, 11, 29, 10, tzinfo=UTC)
    over = parse_message(StandingAnswer, json.dumps({**document, "forked_at": None}).encode())
    assert over.has_end_of_fork
    assert over.forked_at is None


def test_what_cannot_be_read_of_a_list_of_ids_is_left_out_and_the_nonce_counts() -> None:
    good = "0123456789abcdef"
    odd = ["", "x", good.upper(), good + "0", good + "\n", 7, None, []]
    document = {"nonce": "n2", "forked": True, "waited": [*odd, good], "arrived": good}
    answer = parse_message(StandingAnswer, json.dumps(document).encode())
    assert (answer.nonce, [*answer.waited], [*answer.arrived]) == ("n2", [good], [])
    many = parse_message(
        StandingAnswer, json.dumps({**document, "waited": [good] * 10_000}).encode()
    )
    assert len(many.waited) == MOST_LISTED


@pytest.mark.parametrize("body", [b"[]", b"{}", b'{"cursor":"c","offers":{},"removed":[]}'])
def test_what_is_no_page_is_refused_as_a_whole(body: bytes) -> None:
    with pytest.raises(ValueError, match=r"^(cursor|offers|more)?:? ?\w"):
        parse_message(OfferFeedPage, body)


@pytest.mark.parametrize(
    ("document", "kept"),
    [
        ('"words"', "words"),
        ('{"fi":"Sanoja","sv":"Ord"}', Detail(fi="Sanoja", sv="Ord")),
        ("[1]", None),
        ("7", None),
        ('{"fi":7}', None),
    ],
)
def test_the_words_beside_a_result_may_be_in_languages_and_never_take_it_down(
    document: str, kept: str | Detail | None
) -> None:
    body = (
        '{"results":[{"id":"0197b6a8-0000-7000-8000-000000000001","outcome":"rejected",'
        f'"code":"too_old","detail":{document}}}]}}'
    )
    (result,) = parse_message(OperationsAnswer, body.encode()).results
    assert (result.code, result.detail) == ("too_old", kept)


def test_words_are_shown_in_another_language_where_theirs_are_missing() -> None:
    assert Detail(fi="Sanoja", en="Words").in_language("sv") == "Sanoja"
    assert Detail(fi="Sanoja", en="Words").in_language("en") == "Words"
    assert Detail().in_language("fi") is None
