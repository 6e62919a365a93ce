"""Who tells a desk the time: the register in an answer of its own, and nobody else."""

from datetime import UTC, datetime
from email.utils import format_datetime

import pytest

from sync.client import HttpCentral, ask_health
from sync.errors import BrokenAnswerError, BusyError, CentralFaultError
from tests.helpers.faults import FaultyServer, Misdeed, sends
from tests.sync.sample_answers import ME, TOKEN

PROBLEM = "application/problem+json"
LATER = "Fri, 01 Jan 2027 00:00:00 GMT"


def test_the_registers_time_is_handed_on() -> None:
    received: list[datetime] = []
    at = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
    misdeeds = [
        sends(200, ME, headers={"Date": format_datetime(at, usegmt=True)}),
        sends(200, ME, headers={"Date": "not a date"}),
        sends(200, ME, headers={"Date": "Fri, 31 Dec 9999 23:59:59 -2359"}),
        sends(200, ME, headers={"Date": "Fri, 31 Dec 9999 23:59:59 GMT"}),
        sends(200, ME, headers={"Date": "Fri, 01 Jan 0100 00:00:00 GMT"}),
        sends(200, ME, headers={"Date": "Wed, 31 Dec 2025 23:59:59 GMT"}),
        sends(200, ME, headers={"Date": "Fri, 02 Jan 2036 00:00:00 GMT"}),
        sends(200, ME),
    ]
    with (
        FaultyServer(*misdeeds) as server,
        HttpCentral(server.url, TOKEN, on_register_time=received.append) as central,
    ):
        for _ in misdeeds:
            central.me()
    assert received == [at]


@pytest.mark.parametrize(
    "stranger",
    [
        sends(503, "<h1>Busy", media_type="text/html", headers={"Date": LATER}),
        sends(200, "<h1>Sign in", media_type="text/html", headers={"Date": LATER}),
        sends(200, "{}", headers={"Date": LATER}),
        sends(500, '{"code":"oops"}', media_type=PROBLEM, headers={"Date": LATER}),
        sends(401, '{"code":"token_invalid"}', headers={"Date": LATER}),
        sends(503, '{"code":"token_invalid"}', media_type=PROBLEM, headers={"Date": LATER}),
        sends(503, '{"status":502,"code":"busy"}', media_type=PROBLEM, headers={"Date": LATER}),
        sends(503, '{"title":"Bad Gateway"}', media_type=PROBLEM, headers={"Date": LATER}),
        sends(302, "", headers={"Date": LATER, "Location": "https://portal.example/"}),
    ],
)
def test_no_stranger_tells_the_time(stranger: Misdeed) -> None:
    received: list[datetime] = []
    with (
        FaultyServer(stranger) as server,
        HttpCentral(server.url, TOKEN, on_register_time=received.append) as central,
        pytest.raises(CentralFaultError),
    ):
        central.me()
    assert received == []


def test_an_empty_object_is_no_registers_health() -> None:
    received: list[datetime] = []
    with (
        FaultyServer(sends(200, "{}", headers={"Date": LATER})) as server,
        pytest.raises(BrokenAnswerError),
    ):
        ask_health(server.url, on_register_time=received.append)
    assert received == []


def test_the_registers_own_refusal_tells_the_time() -> None:
    received: list[datetime] = []
    refusal = sends(429, '{"code":"rate_limited"}', media_type=PROBLEM, headers={"Date": LATER})
    with (
        FaultyServer(refusal) as server,
        HttpCentral(server.url, TOKEN, on_register_time=received.append) as central,
        pytest.raises(BusyError),
    ):
        central.me()
    assert received == [datetime(2027, 1, 1, tzinfo=UTC)]
