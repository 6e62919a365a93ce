"""The HTTP skin: what goes wrong is said as a problem, and the size of everything is bounded."""

import gzip
import json
import logging
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any
from uuid import uuid4

import pytest
import requests
from sqlalchemy import text

from sync.messages import MOST_CURSOR, MOST_OPERATIONS
from sync.protocol import MOST_OPERATIONS_BYTES, dump_operation
from sync.server.store.attempt_limits import MOST_OF_ONE_START
from tests.helpers.postgres import Cluster
from tests.helpers.register import LiveRegister
from tests.helpers.samples import MOMENT, VENUE, a_card
from tests.sync.server.caller import JSON, DeskCaller, problem


@pytest.fixture
def register(database_url: str) -> Iterator[LiveRegister]:
    with LiveRegister(database_url=database_url, clock=lambda: MOMENT) as register:
        yield register


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DeskCaller]:
    """A desk at a register that every test of this module may ask, since none changes it."""
    with LiveRegister(tmp_path_factory.mktemp("asked"), clock=lambda: MOMENT) as register:
        caller = DeskCaller(register)
        yield caller
        caller.session.close()


@pytest.mark.parametrize(
    ("method", "path", "expected"),
    [
        ("GET", "/nothing", (404, "not_found")),
        ("GET", "/me/", (404, "not_found")),
        ("PUT", "/me", (405, "method_not_allowed")),
        ("TRACE", "/health", (405, "method_not_allowed")),
        ("GET", "/cards/NOBODY1", (404, "card_unknown")),
        ("GET", "/cards/%00", (404, "card_unknown")),
        ("GET", f"/cards/{'A' * 10_000}", (404, "card_unknown")),
        ("GET", "/register/cards?limit=0", (422, "malformed")),
        ("GET", "/register/cards?limit=10001", (422, "malformed")),
        ("GET", "/register/cards?after=%00", (422, "malformed")),
        ("GET", "/register/changes?after=-1", (422, "malformed")),
        ("GET", f"/register/changes?after={10**30}", (410, "revision_gone")),
        ("GET", "/register/changes?after=99", (410, "revision_gone")),
        ("GET", "/offers?after=x", (410, "cursor_gone")),
        ("GET", f"/activity?after={'9' * 30}", (410, "cursor_gone")),
        ("GET", f"/activity?after={'9' * (MOST_CURSOR + 1)}", (422, "malformed")),
    ],
)
def test_what_cannot_be_answered_is_a_problem(
    asker: DeskCaller, method: str, path: str, expected: tuple[int, str]
) -> None:
    assert problem(asker.call(method, path)) == expected


@pytest.mark.parametrize(
    "path",
    ["/me", "/register/cards", "/register/changes", "/cards/AB12345", "/offers", "/activity"],
)
@pytest.mark.parametrize("header", [None, "Bearer wrong", "Basic YTpi", "Bearer "])
def test_every_call_needs_a_token(asker: DeskCaller, path: str, header: str | None) -> None:
    answer = asker.call("GET", path, headers={"Authorization": header})
    assert problem(answer) == (401, "token_invalid")
    assert answer.headers["WWW-Authenticate"] == "Bearer"


def test_a_revoked_desk_hears_so(register: LiveRegister, caller: DeskCaller) -> None:
    register.revoke(register.central.desks()[0]["id"])
    assert problem(caller.call("GET", "/me")) == (401, "desk_revoked")
    assert problem(caller.post(b'{"operations": []}')) == (401, "desk_revoked")


def test_an_enrolment_that_is_refused_says_why(register: LiveRegister, caller: DeskCaller) -> None:
    code = register.activation(VENUE.id)
    assert caller.enrol(code).status_code == 201
    assert problem(caller.enrol(code)) == (410, "activation_used")
    assert problem(caller.enrol("AAAA-BBBB-CCCC")) == (404, "activation_unknown")
    assert problem(caller.enrol(code, desk_name="bell\x07")) == (422, "malformed")
    assert problem(caller.enrol(code, desk_name="")) == (422, "malformed")


def test_a_caller_who_guesses_codes_is_told_how_long_to_wait(caller: DeskCaller) -> None:
    answers = [caller.enrol("AAAA-BBBB-CCCC") for _ in range(MOST_OF_ONE_START + 1)]
    assert problem(answers[-1]) == (429, "rate_limited")
    assert int(answers[-1].headers["Retry-After"]) > 0


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"", (400, "malformed_json")),
        (b"{", (400, "malformed_json")),
        (b'{"operations": [NaN]}', (400, "malformed_json")),
        (b'{"operations": ["\\ud800"]}', (400, "malformed_json")),
        (b"\xff", (400, "malformed_json")),
        (b"[" * 100_000, (400, "malformed_json")),
        (b"[]", (422, "malformed")),
        (b"{}", (422, "malformed")),
        (b'{"operations": 1}', (422, "malformed")),
        (b'{"operations": [1]}', (422, "malformed")),
        (b'{"operations": [{}]}', (422, "malformed")),
        (b'{"operations": [{"id": "x"}]}', (422, "malformed")),
    ],
)
def test_a_batch_that_is_none_is_refused_whole(
    asker: DeskCaller, body: bytes, expected: tuple[int, str]
) -> None:
    assert problem(asker.post(body)) == expected


def test_too_many_operations_are_refused(asker: DeskCaller) -> None:
    one = {"id": str(uuid4())}
    most = asker.post(json.dumps({"operations": [one] * MOST_OPERATIONS}).encode())
    assert len(most.json()["results"]) == MOST_OPERATIONS
    more = asker.post(json.dumps({"operations": [one] * (MOST_OPERATIONS + 1)}).encode())
    assert problem(more) == (422, "malformed")


@pytest.mark.parametrize(
    "change",
    [
        {"tickets": {"holder": 2}},
        {"tickets": {"holder": "1"}},
        {"tickets": {"holder": 10**40}},
        {"card_number": "ab 12345"},
        {"operator": "bell\x07"},
        {"recorded_at": "2026-11-24T10:00:00"},
        {"recorded_at": "0001-01-01T00:00:00+10:00"},
        {"register_revision": 2**63},
        {"kind": "visits"},
        {"kind": None},
        {"kind": ["visit"]},
        {"local_date": "2026-02-30"},
        {"offer_id": "x"},
    ],
    ids=str,
)
def test_an_element_that_is_malformed_is_rejected_alone(
    asker: DeskCaller, change: dict[str, Any]
) -> None:
    good = dump_operation(asker.visit())
    bad = dump_operation(asker.visit()) | change
    answer = asker.post(json.dumps({"operations": [bad, good]}).encode())
    first, second = answer.json()["results"]
    assert (first["id"], first["outcome"], first["code"]) == (bad["id"], "rejected", "malformed")
    assert first["detail"]
    assert second == {"id": good["id"], "outcome": "accepted"}


def test_unknown_fields_are_ignored(asker: DeskCaller) -> None:
    visit = dump_operation(asker.visit()) | {"weather": {"rain": True}}
    answer = asker.post(json.dumps({"operations": [visit], "more": 1}).encode())
    assert answer.json()["results"] == [{"id": visit["id"], "outcome": "accepted"}]


def test_a_body_may_be_gzip(asker: DeskCaller) -> None:
    body = json.dumps({"operations": [dump_operation(asker.visit())]}).encode()
    answer = asker.post(gzip.compress(body), **{"Content-Encoding": "gzip"})
    assert answer.json()["results"][0]["outcome"] == "accepted"


@pytest.mark.parametrize(
    "body",
    [b"not gzip", gzip.compress(b"{}")[:-4], gzip.compress(b"{}") * 2],
    ids=["not gzip", "cut off", "two in a row"],
)
def test_broken_gzip_is_refused(asker: DeskCaller, body: bytes) -> None:
    answer = asker.post(body, **{"Content-Encoding": "gzip"})
    assert problem(answer) == (400, "malformed_json")


def test_a_body_that_is_too_large_is_refused(asker: DeskCaller) -> None:
    assert problem(asker.post(b" " * (MOST_OPERATIONS_BYTES + 1))) == (413, "too_large")


def test_a_body_that_unfolds_too_far_is_refused(asker: DeskCaller) -> None:
    bomb = gzip.compress(b" " * (64 * MOST_OPERATIONS_BYTES))
    answer = asker.post(bomb, **{"Content-Encoding": "gzip"})
    assert problem(answer) == (413, "too_large")


@pytest.mark.parametrize(
    "headers", [{"Content-Type": "text/plain"}, {"Content-Encoding": "br"}, {"Content-Type": None}]
)
def test_another_type_or_coding_is_not_understood(
    asker: DeskCaller, headers: dict[str, str | None]
) -> None:
    answer = asker.call("POST", "/operations", data=b"{}", headers=JSON | headers)
    assert problem(answer) == (415, "unsupported_media")


def test_a_large_answer_is_compressed_for_those_who_accept_it(
    register: LiveRegister, caller: DeskCaller
) -> None:
    register.import_cards(a_card(f"CARD{number}") for number in range(100))
    packed = caller.call("GET", "/register/cards")
    assert packed.headers["Content-Encoding"] == "gzip"
    plain = caller.call("GET", "/register/cards", headers={"Accept-Encoding": "identity"})
    assert "Content-Encoding" not in plain.headers
    assert plain.json() == packed.json()


def test_every_answer_has_the_right_date(asker: DeskCaller) -> None:
    for path in ("/health", "/nothing", "/me"):
        value = parsedate_to_datetime(asker.call("GET", path).headers["Date"])
        assert abs(datetime.now(UTC) - value) < timedelta(seconds=60)


def test_the_last_page_of_cards_says_that_there_is_no_next(asker: DeskCaller) -> None:
    assert asker.call("GET", "/register/cards").json()["next"] is None


def test_a_desk_is_told_of_a_card_what_the_contract_names_and_no_more(asker: DeskCaller) -> None:
    (card, *_) = asker.call("GET", "/register/cards").json()["cards"]
    of_the_card = {"number", "kind", "status", "valid_from", "valid_until"}
    assert card.keys() == of_the_card | {"minors", "area", "local_only"}


def test_what_an_offer_does_not_say_is_left_out(asker: DeskCaller) -> None:
    (offer,) = asker.call("GET", "/offers").json()["offers"]
    assert offer.keys() == {"id", "kind", "sector", "name", "status", "minors_allowed"}
    assert offer["name"].keys() == {"fi"}


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_a_database_that_fails_asks_to_come_back(
    register: LiveRegister, caller: DeskCaller, expected_log: Callable[[str], None]
) -> None:
    expected_log("the database cannot be used")
    with register.central.database.writing() as connection:
        connection.execute(text("ALTER TABLE voids RENAME TO gone"))
    body = json.dumps({"operations": [dump_operation(caller.visit())]}).encode()
    answer = caller.post(body)
    assert problem(answer) == (503, "unavailable")
    assert int(answer.headers["Retry-After"]) > 0
    with register.central.database.writing() as connection:
        connection.execute(text("ALTER TABLE gone RENAME TO voids"))
    assert caller.post(body).json()["results"][0]["outcome"] == "accepted"


@pytest.mark.parametrize("database_kind", ["postgresql"])
def test_a_database_server_that_is_away_is_waited_for(
    register: LiveRegister,
    caller: DeskCaller,
    cluster: Cluster,
    expected_log: Callable[[str], None],
) -> None:
    expected_log("the database cannot be used")
    body = json.dumps({"operations": [dump_operation(caller.visit())]}).encode()
    with cluster.away(register.database_url):
        answer = caller.post(body)
        assert problem(answer) == (503, "unavailable")
        assert int(answer.headers["Retry-After"]) > 0
    assert caller.post(body).json()["results"][0]["outcome"] == "accepted"


def test_neither_logs_nor_problems_carry_a_card_number(
    register: LiveRegister, caller: DeskCaller, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    answers = [
        caller.call("GET", "/cards/SECRET99").text,
        caller.call("GET", "/register/cards?after=SECRET99/").text,
        caller.call("GET", "/cards/AB12345").headers["Date"],
    ]
    visit = dump_operation(caller.visit()) | {"card_number": "SECRET99"}
    wrong = visit | {"card_number": "SECRET-99", "id": str(uuid4())}
    answers.append(caller.post(json.dumps({"operations": [visit, wrong]}).encode()).text)
    register.stop()
    ours = [
        record.getMessage() for record in caplog.records if record.name != "urllib3.connectionpool"
    ]
    assert not [line for line in ours + answers if "SECRET" in line or "AB12345" in line]


def test_the_plug_can_be_pulled_and_put_back(register: LiveRegister, caller: DeskCaller) -> None:
    url = register.url
    register.stop()
    with pytest.raises(requests.ConnectionError):
        caller.call("GET", "/me")
    register.start()
    assert register.url == url
    assert caller.call("GET", "/me").json()["desk_id"] == caller.desk_id
