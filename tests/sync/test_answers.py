import json

import pytest

from sync.answers import HttpAnswer, parse_answer
from sync.errors import (
    ActivationRefusedError,
    BrokenAnswerError,
    BusyError,
    CardUnknownError,
    CentralFaultError,
    CursorGoneError,
    DeskRefusedError,
    RequestRefusedError,
    RevisionGoneError,
)
from sync.messages import CardAnswer

JSON = "application/json"
PROBLEM = "application/problem+json"
HEALTH = b'{"status":"ok","api":"desk/v1"}'


def fault_of(
    status: int,
    body: bytes,
    media_type: str,
    *,
    retry_after: str | None = None,
    date: str | None = None,
) -> CentralFaultError:
    answer = HttpAnswer("GET /cards/…", status, media_type, retry_after, date, body)
    with pytest.raises(CentralFaultError) as caught:
        parse_answer(answer, CardAnswer, status=200)
    return caught.value


def problem(code: str) -> bytes:
    return json.dumps({"type": "about:blank", "title": "No", "code": code}).encode()


@pytest.mark.parametrize(
    ("status", "code", "kind"),
    [
        (400, "malformed_json", RequestRefusedError),
        (401, "token_invalid", DeskRefusedError),
        (401, "desk_revoked", DeskRefusedError),
        (404, "activation_unknown", ActivationRefusedError),
        (404, "card_unknown", CardUnknownError),
        (410, "activation_used", ActivationRefusedError),
        (410, "activation_expired", ActivationRefusedError),
        (410, "cursor_gone", CursorGoneError),
        (410, "revision_gone", RevisionGoneError),
        (413, "too_large", RequestRefusedError),
        (415, "unsupported_media_type", RequestRefusedError),
        (422, "malformed", RequestRefusedError),
        (429, "rate_limited", BusyError),
    ],
)
def test_the_contracts_errors_keep_their_codes(
    status: int, code: str, kind: type[CentralFaultError]
) -> None:
    fault = fault_of(status, problem(code), PROBLEM)
    assert type(fault) is kind
    assert fault.code == code


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 413, 422, 500, 502, 504])
def test_a_strangers_error_is_never_taken_for_the_registers_word(status: int) -> None:
    assert type(fault_of(status, b"<html>", "text/html")) is BrokenAnswerError
    assert type(fault_of(status, problem("malformed"), JSON)) is BrokenAnswerError
    assert type(fault_of(status, problem("something_else"), PROBLEM)) is BrokenAnswerError


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("7", 7.0),
        ("0", 0.0),
        ("999999999", 3600.0),
        ("9" * 5_000, 0.0),
        ("-5", 0.0),
        ("1e9", 0.0),
        ("soon", 0.0),
        ("Tue, 24 Nov 2026 10:00:30 GMT", 30.0),
        ("Tue, 24 Nov 2026 09:00:00 GMT", 0.0),
        ("Tue, 24 Nov 2999 09:00:00 GMT", 3600.0),
    ],
)
def test_a_busy_register_says_how_long(status: int, header: str, seconds: float) -> None:
    fault = fault_of(
        status,
        problem("rate_limited"),
        PROBLEM,
        retry_after=header,
        date="Tue, 24 Nov 2026 10:00:00 GMT",
    )
    assert isinstance(fault, BusyError)
    assert fault.retry_after == seconds


@pytest.mark.parametrize("status", [429, 503])
def test_a_stranger_does_not_tell_how_long_to_keep_silent(status: int) -> None:
    fault = fault_of(status, b"<p>busy", "text/html", retry_after="3600")
    assert isinstance(fault, BusyError)
    assert fault.retry_after == 0.0


@pytest.mark.parametrize("code", ["token_invalid", "card_unknown", "Bad Gateway", ""])
def test_a_strangers_problem_does_not_tell_how_long_to_keep_silent(code: str) -> None:
    fault = fault_of(503, problem(code), PROBLEM, retry_after="3600")
    assert isinstance(fault, BusyError)
    assert fault.retry_after == 0.0


@pytest.mark.parametrize("date", [None, "Mon, 01 Jan 2100 00:00:00 GMT"])
def test_until_when_to_keep_silent_is_reckoned_by_the_same_answers_time(date: str | None) -> None:
    until = "Tue, 24 Nov 2026 10:00:30 GMT"
    fault = fault_of(503, problem("busy"), PROBLEM, retry_after=until, date=date)
    assert isinstance(fault, BusyError)
    assert fault.retry_after == 0.0


@pytest.mark.parametrize(("status", "media_type"), [(200, "text/html"), (511, "text/html")])
def test_a_portals_page_is_known_as_such(status: int, media_type: str) -> None:
    assert fault_of(status, b"<html>Sign in", media_type).code == "captive_portal"


@pytest.mark.parametrize(
    "body",
    [
        "",
        "null",
        "[]",
        "{}",
        '{"card":',
        '{"card": {"number": "AB12345"}, "revision": "1"}',
        "[" * 100_000,
        '{"deep":' * 100_000,
        '{"revision": ' + "9" * 100_000 + "}",
        '{"unheard_of": ' + "9" * 1_000_000 + "}",
        '{"unheard_of": ' + "[" * 1_000 + "]" * 1_000 + "}",
        '{"revision": 1e999}',
        '{"card": {"valid_from": "99999-01-01"}}',
        b"\xff\xfe{}",
        b"\0",
    ],
)
@pytest.mark.parametrize("status", [200, 422, 500])
def test_json_that_is_cut_deep_huge_or_wrong_is_a_broken_answer(
    body: str | bytes, status: int
) -> None:
    raw = body.encode() if isinstance(body, str) else body
    media_type = JSON if status == 200 else PROBLEM
    assert type(fault_of(status, raw, media_type)) is BrokenAnswerError


def test_an_answer_of_another_type_is_not_read() -> None:
    assert type(fault_of(200, HEALTH, "text/plain")) is BrokenAnswerError


@pytest.mark.parametrize("status", [201, 204, 206])
def test_another_success_than_the_contracts_is_a_broken_answer(status: int) -> None:
    assert type(fault_of(status, HEALTH, JSON)) is BrokenAnswerError
