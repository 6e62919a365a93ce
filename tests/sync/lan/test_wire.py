"""A neighbour may say anything: what cannot be read is left out, and nothing else with it."""

import json
from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest

from sync.lan.addresses import LanAddress, addresses
from sync.lan.news import (
    MOST_ENTRIES,
    MOST_NEWS,
    MOST_OFFERS,
    News,
    NewsBrief,
    NewsOperation,
    TicketsAsked,
)
from sync.lan.wire import (
    LONGEST_ENTRY,
    read_asked,
    read_ids,
    read_moved,
    read_news,
    read_operations,
    write_asked,
    write_ids,
    write_news,
    write_operations,
)
from sync.ports import OperationState
from sync.rules.offers import LONGEST_NAME, MOST, OfferName, Quota
from sync.rules.visits import Tickets, VenueVisit, VisitState
from tests.helpers.samples import a_visit, a_void, an_offer, an_own_offer

OFFER = str(UUID(int=7))
LONGEST_TEXT = "\N{HAPPY PERSON RAISING ONE HAND}" * LONGEST_NAME
LONGEST_OFFER = replace(
    an_offer(),
    name=OfferName(fi=LONGEST_TEXT, sv=LONGEST_TEXT, en=LONGEST_TEXT),
    place=LONGEST_TEXT,
    venue_id=LONGEST_TEXT,
    quota=Quota(total=MOST, used=MOST),
)
SENT = NewsOperation(desk_name="Luukku 1", operation=a_visit(), state=OperationState.ACCEPTED)
SEEN = VenueVisit(
    id=uuid4(),
    desk_id=uuid4(),
    desk_name="Luukku 1",
    card_number=a_visit().card_number,
    offer_id=uuid4(),
    tickets=Tickets(holder=1),
    local_date=date(2026, 11, 24),
    state=VisitState.ACCEPTED,
)
NEWS = News(
    cursor="ab.1",
    more=True,
    visits=[],
    operations=[SENT, NewsOperation(desk_name="Luukku 2", operation=a_void(uuid4()))],
    briefs=[
        NewsBrief(id=uuid4(), state=OperationState.ACCEPTED),
        NewsBrief(id=uuid4(), unaware=[uuid4()]),
    ],
    left={uuid4(): 3},
    moved={uuid4(): 1},
)


def test_news_comes_as_it_was_written() -> None:
    assert read_news(write_news(NEWS)) == NEWS


@pytest.mark.parametrize("cursor", ["", "a b", "a&most=1", "a\n", "ä", "x" * 101, 7, None])
def test_a_cursor_that_could_not_be_asked_with_makes_no_page(cursor: object) -> None:
    page = json.loads(write_news(NEWS))
    page["cursor"] = cursor

    with pytest.raises(ValueError, match="cursor"):
        read_news(json.dumps(page).encode())


def test_a_brief_that_cannot_be_read_is_left_out() -> None:
    page = json.loads(write_news(NEWS))
    page["briefs"] = [7, {"id": "x"}, {"id": OFFER, "state": "sending"}, *page["briefs"]]

    assert read_news(json.dumps(page).encode()).briefs == NEWS.briefs


def test_what_is_lacking_is_asked_for_and_comes_as_it_was_written() -> None:
    ids = [each.id for each in NEWS.operations]

    assert read_ids(write_ids(ids)) == ids
    assert read_operations(write_operations(NEWS.operations)) == NEWS.operations


@pytest.mark.parametrize("body", [b"", b"7", b"{}", b'["x"]', b"[7]", b"[" * 10_000])
def test_what_asks_for_nothing_is_refused(body: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - what is wrong is nobody's business
        read_ids(body)


def test_no_more_is_asked_for_than_a_page_tells_of() -> None:
    with pytest.raises(ValueError, match="too_long"):
        read_ids(write_ids([UUID(int=each) for each in range(MOST_ENTRIES + 1)]))


def test_a_request_for_tickets_comes_as_it_was_written() -> None:
    asked = TicketsAsked(offer_id=uuid4(), wanted=3, needed=1, received=2)
    assert read_asked(write_asked(asked)) == asked


@pytest.mark.parametrize(
    "odd",
    [
        None,
        7,
        [],
        {"desk": "Luukku 1"},
        {"desk": "Luukku 1", "operation": {"kind": "theft"}},
        {"desk": "x" * 101, "operation": {"kind": "visit"}},
        {"desk": "Luukku\n1", "operation": {"kind": "visit"}},
    ],
)
def test_an_odd_entry_is_left_out_and_the_others_arrive(odd: object) -> None:
    page = json.loads(write_news(NEWS))
    page["operations"].insert(0, odd)

    assert read_news(json.dumps(page).encode()).operations == NEWS.operations


@pytest.mark.parametrize(
    "field", [{"state": "sending"}, {"state": 5}, {"code": 5}, {"operation": {"recorded_at": "x"}}]
)
def test_an_entry_with_an_odd_field_is_left_out(field: dict[str, object]) -> None:
    page = json.loads(write_news(NEWS))
    page["operations"][0] |= field

    assert list(read_news(json.dumps(page).encode()).operations) == list(NEWS.operations)[1:]


def test_a_day_that_nobody_means_is_left_out() -> None:
    page = json.loads(write_news(NEWS))
    page["operations"][0]["operation"]["local_date"] = "0001-01-01"

    assert len(read_news(json.dumps(page).encode()).operations) == 1


@pytest.mark.parametrize("number", ["", "ab12345", "AB 12345", "A" * 300, "AB1234\n"])
def test_a_visit_with_what_is_no_card_number_is_left_out(number: str) -> None:
    page = json.loads(write_news(replace(NEWS, visits=[SEEN, replace(SEEN, id=uuid4())])))
    page["visits"][0]["card_number"] = number
    page["operations"][0]["operation"]["card_number"] = number

    read = read_news(json.dumps(page).encode())

    assert [each.card_number for each in read.visits] == [SEEN.card_number]
    assert list(read.operations) == list(NEWS.operations)[1:]


def test_no_more_entries_are_read_than_a_page_has() -> None:
    page = json.loads(write_news(NEWS))
    page["operations"] = page["operations"][:1] * (MOST_ENTRIES + 5)

    assert len(read_news(json.dumps(page).encode()).operations) == MOST_ENTRIES


@pytest.mark.parametrize("counts", [{"x": 1}, {OFFER: -1}, [], "7", {OFFER: 10**30}])
def test_odd_counts_of_tickets_are_none(counts: object) -> None:
    page = json.loads(write_news(NEWS)) | {"left": counts, "moved": counts}

    read = read_news(json.dumps(page).encode())

    assert (read.left, read.moved) == ({}, {})


@pytest.mark.parametrize(
    "unknown", ["x" * LONGEST_ENTRY, [[]] * (LONGEST_ENTRY // 4)], ids=["long", "of many parts"]
)
def test_an_entry_that_takes_long_to_validate_is_left_out(unknown: object) -> None:
    page = json.loads(write_news(NEWS))
    page["operations"][0]["operation"]["unknown"] = unknown
    page["operations"][1]["operation"]["unknown"] = "a few bytes"

    assert list(read_news(json.dumps(page).encode()).operations) == list(NEWS.operations)[1:]


def test_more_counts_than_a_page_has_are_none() -> None:
    counts = {str(UUID(int=each)): each for each in range(MOST_OFFERS + 1)}
    page = json.loads(write_news(NEWS)) | {"left": counts, "moved": {OFFER: 1}}

    read = read_news(json.dumps(page).encode())

    assert (read.left, read.moved) == ({}, {UUID(OFFER): 1})


def test_as_many_counts_as_a_page_has_are_read() -> None:
    counts = {UUID(int=each): each for each in range(MOST_OFFERS)}

    read = read_news(write_news(News(cursor="a.1", left=counts, moved=counts)))

    assert (read.left, read.moved) == (counts, counts)


def test_the_longest_entry_that_there_can_be_is_read() -> None:
    longest = NewsOperation(desk_name="ä" * 100, operation=an_own_offer(LONGEST_OFFER))

    assert read_operations(write_operations([longest])) == [longest]


def test_a_page_of_the_longest_counts_leaves_room_for_entries() -> None:
    counts = dict.fromkeys((UUID(int=each) for each in range(MOST_OFFERS)), MOST)

    assert len(write_news(News(cursor="a.1", left=counts, moved=counts))) < MOST_NEWS // 2


@pytest.mark.parametrize(
    "body", [b"", b"7", b"[]", b"{}", b'{"cursor":""}', b'{"cursor":7}', b"[" * 10_000, b"\xff"]
)
def test_what_is_no_page_is_refused(body: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - what is wrong is nobody's business
        read_news(body)


@pytest.mark.parametrize("body", [b"{}", b'{"moved":-1}', b'{"moved":"3"}', b"3"])
def test_an_answer_without_a_count_is_refused(body: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - as above
        read_moved(body)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("192.0.2.17", LanAddress("192.0.2.17", 47113)),
        ("desk3.example:5000", LanAddress("desk3.example", 5000)),
        ("[fe80::1%eth0]:5000", LanAddress("fe80::1%eth0", 5000)),
        ("fe80::1", LanAddress("fe80::1", 47113)),
    ],
)
def test_an_address_is_understood(text: str, meant: LanAddress) -> None:
    assert addresses([text], 47113) == [meant]


@pytest.mark.parametrize("text", ["", " ", "a b", "x:0", "x:70000", "x:y", "http://x", "u@x"])
def test_what_is_no_address_is_passed_over(text: str) -> None:
    assert addresses([text], 47113) == []
