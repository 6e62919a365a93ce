"""Calls that came with version 1.1 of the contract, and registers that do not know them."""

import json

import pytest
from pydantic import TypeAdapter, ValidationError

from sync.client import HttpCentral
from sync.errors import BrokenAnswerError, CardUnknownError, NotSupportedError
from sync.messages import StandingReport, UndatedStandingAnswer
from sync.protocol import StandingBody
from tests.helpers.faults import FaultyServer, problem, sends
from tests.sync.sample_answers import NUMBER, TOKEN

REPORT = StandingReport(
    app_version="1.1.0", pending=2, attention=0, register_revision=7, nonce="n1"
)


def test_a_card_is_asked_for_by_a_number_that_stands_in_no_address() -> None:
    misdeeds = [problem(404, "card_unknown")]
    with (
        FaultyServer(*misdeeds) as server,
        HttpCentral(server.url, TOKEN) as central,
        pytest.raises(CardUnknownError),
    ):
        central.card(NUMBER)
    assert [request.line for request in server.requests] == ["POST /desk/v1/cards/lookup HTTP/1.1"]
    assert json.loads(server.requests[0].body) == {"number": NUMBER}


@pytest.mark.parametrize("status", [404, 405])
def test_a_register_that_does_not_know_a_call_is_told_from_one_that_is_broken(
    status: int,
) -> None:
    with FaultyServer(sends(status)) as server, HttpCentral(server.url, TOKEN) as central:
        with pytest.raises(NotSupportedError):
            central.standing(REPORT)
        with pytest.raises(BrokenAnswerError):
            central.me()


@pytest.mark.parametrize("body", ["7", "null", "[]", "{}", '"forked_at"'])
def test_an_answer_to_a_status_report_that_is_none_is_broken(body: str) -> None:
    with (
        FaultyServer(sends(200, body)) as server,
        HttpCentral(server.url, TOKEN) as central,
        pytest.raises(BrokenAnswerError),
    ):
        central.standing(REPORT)


@pytest.mark.parametrize("at", ["9999-12-31T23:59:59-12:00", "0001-01-01T00:00:00+14:00"])
@pytest.mark.parametrize("field", ["oldest_pending_at", "register_verified_at"])
def test_a_report_has_no_time_that_cannot_be_written_in_utc(at: str, field: str) -> None:
    body = {"app_version": "1", "pending": 0, "attention": 0, "register_revision": 0, field: at}
    with pytest.raises(ValidationError, match="beyond all years"):
        TypeAdapter(StandingBody).validate_python(body)


def test_a_desk_tells_how_it_stands() -> None:
    answer = sends(200, '{"nonce":"n2","forked":true}')
    with FaultyServer(answer) as server, HttpCentral(server.url, TOKEN) as central:
        assert central.standing(REPORT) == UndatedStandingAnswer(nonce="n2", forked=True)
    assert server.requests[0].line == "POST /desk/v1/standing HTTP/1.1"
    assert json.loads(server.requests[0].body) == {
        "app_version": "1.1.0",
        "pending": 2,
        "attention": 0,
        "register_revision": 7,
        "nonce": "n1",
    }
