"""The client against a server that misbehaves; the real one is in test_client_live."""

import gzip
import json
import logging
import ssl
import traceback
from pathlib import Path
from uuid import uuid4

import pytest

from sync.client import HttpCentral, ask_health, request_enrolment
from sync.errors import (
    BrokenAnswerError,
    BusyError,
    CardUnknownError,
    CentralFaultError,
    DeskRefusedError,
    RequestRefusedError,
    TooSlowError,
    UnreachableError,
)
from sync.messages import EnrolmentRequest, Outcome
from tests.helpers.certificates import make_certificate_authority
from tests.helpers.faults import (
    FaultyServer,
    Misdeed,
    a_closed_port,
    problem,
    resets,
    sends,
    sends_nothing,
    trickles,
)
from tests.helpers.samples import a_card, a_visit, an_offer, an_own_offer
from tests.sync.sample_answers import ME, NUMBER, TOKEN

HEALTH = '{"status":"ok","api":"desk/v1"}'


def fault_of(*misdeeds: Misdeed, timeout: float | None = None) -> CentralFaultError:
    """What asking for a card comes to; whatever it is, it tells neither card nor token."""
    with (
        FaultyServer(*misdeeds) as server,
        HttpCentral(server.url, TOKEN, timeout=timeout) as central,
        pytest.raises(CentralFaultError) as caught,
    ):
        central.card(NUMBER)
    text = "".join(traceback.format_exception(caught.value))
    assert NUMBER not in text
    assert TOKEN not in text
    return caught.value


def test_a_good_answer_comes_through_and_unknown_fields_are_ignored() -> None:
    with FaultyServer(sends(200, ME)) as server, HttpCentral(server.url, TOKEN) as central:
        assert central.me().register_revision == 3
    assert server.requests[0].line == "GET /desk/v1/me HTTP/1.1"
    assert server.requests[0].headers["authorization"] == f"Bearer {TOKEN}"
    assert server.requests[0].headers["accept-encoding"] == "gzip"


def test_one_connection_serves_many_calls() -> None:
    misdeeds = [sends(200, ME), problem(404, "card_unknown"), sends(200, ME)]
    with FaultyServer(*misdeeds) as server, HttpCentral(server.url, TOKEN) as central:
        central.me()
        with pytest.raises(CardUnknownError):
            central.card(NUMBER)
        central.me()
    assert server.connections == 1


def test_a_busy_register_is_heard_with_its_code_and_its_wait() -> None:
    body = json.dumps({"code": "rate_limited"})
    headers = {"Retry-After": "7"}
    fault = fault_of(sends(429, body, media_type="application/problem+json", headers=headers))
    assert isinstance(fault, BusyError)
    assert (fault.code, fault.retry_after) == ("rate_limited", 7.0)


def test_a_portals_page_is_a_broken_answer() -> None:
    fault = fault_of(sends(200, "<html>Sign in", media_type="text/html; charset=utf-8"))
    assert (type(fault), fault.code) == (BrokenAnswerError, "captive_portal")


@pytest.mark.parametrize("body", ["", '{"card":', '{"card": {"number": "' + NUMBER + '"}}'])
def test_json_that_is_cut_or_wrong_is_a_broken_answer_that_quotes_nothing(body: str) -> None:
    assert type(fault_of(sends(200, body))) is BrokenAnswerError


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_never_followed(status: int) -> None:
    with FaultyServer(sends(200, ME)) as elsewhere:
        fault = fault_of(sends(status, headers={"Location": f"{elsewhere.url}/desk/v1/me"}))
    assert (type(fault), fault.code) == (BrokenAnswerError, "redirected")
    assert elsewhere.requests == []


def test_an_answer_beyond_its_bound_is_not_read_to_its_end() -> None:
    fault = fault_of(sends(200, b" " * (2 << 20)))
    assert (type(fault), fault.code) == (BrokenAnswerError, "answer_too_large")


def test_a_gzip_bomb_is_refused() -> None:
    bomb = gzip.compress(b" " * (32 << 20))
    fault = fault_of(sends(200, bomb, headers={"Content-Encoding": "gzip"}))
    assert (type(fault), fault.code) == (BrokenAnswerError, "answer_too_large")


def test_what_is_no_gzip_is_a_broken_answer() -> None:
    assert type(fault_of(sends(200, ME, headers={"Content-Encoding": "gzip"}))) is BrokenAnswerError


def test_a_gzip_that_is_cut_is_a_broken_answer() -> None:
    cut = gzip.compress(ME.encode())[:-40]
    assert (
        type(fault_of(sends(200, cut, headers={"Content-Encoding": "gzip"}))) is BrokenAnswerError
    )


def test_an_answer_that_is_cut_off_is_no_answer() -> None:
    assert type(fault_of(sends(200, ME, length=10_000))) is UnreachableError


def test_a_connection_that_is_reset_is_no_answer() -> None:
    assert type(fault_of(resets)) is UnreachableError


def test_a_server_that_says_nothing_is_left() -> None:
    assert type(fault_of(sends_nothing, timeout=0.1)) is TooSlowError


def test_a_trickle_that_never_ends_is_left() -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9999\r\n\r\n"
    assert type(fault_of(trickles(b" ", 0.02, head), timeout=0.2)) is TooSlowError


def test_a_head_that_trickles_is_left() -> None:
    assert type(fault_of(trickles(b"X", 0.02, b"HTTP/1.1 200 OK\r\nX-"), timeout=0.3)) is (
        TooSlowError
    )


def test_a_head_that_trickles_line_by_line_is_left() -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n"
    fault = fault_of(trickles(b"X: y\r\n", 0.02, head), timeout=0.3)
    assert type(fault) is TooSlowError


def test_a_fetched_answer_has_less_time_than_what_is_sent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sync.client.LONGEST_FETCHED_ANSWER", 0.2)
    with (
        FaultyServer(sends_nothing) as server,
        HttpCentral(server.url, TOKEN) as central,
        pytest.raises(UnreachableError),
    ):
        central.offers(None)


def test_the_pages_of_one_feed_are_bounded_together(monkeypatch: pytest.MonkeyPatch) -> None:
    page = json.dumps({"cursor": "1", "offers": [], "removed": [], "more": True, "x": "x" * 1000})
    monkeypatch.setattr("sync.client.MOST_FETCHED_BYTES", 1500)
    with FaultyServer(sends(200, page)) as server, HttpCentral(server.url, TOKEN) as central:
        central.offers(None)
        with pytest.raises(BrokenAnswerError) as caught:
            central.offers("1")
        assert caught.value.code == "answer_too_large"


def test_what_is_not_http_is_no_answer() -> None:
    assert isinstance(fault_of(lambda c: c.sendall(b"SSH-2.0-x\r\n\r\n")), UnreachableError)


def test_a_closed_port_is_no_answer() -> None:
    with (
        a_closed_port() as port,
        HttpCentral(f"http://127.0.0.1:{port}", TOKEN) as central,
        pytest.raises(UnreachableError),
    ):
        central.me()


def test_a_host_that_is_no_name_is_no_answer() -> None:
    with (
        HttpCentral(f"https://{'x' * 64}.invalid", TOKEN) as central,
        pytest.raises(UnreachableError),
    ):
        central.me()


def test_plain_http_to_elsewhere_is_refused_before_any_connection() -> None:
    with pytest.raises(UnreachableError) as refused:
        HttpCentral("http://192.0.2.1", TOKEN)
    assert refused.value.code == "insecure_address"


def test_a_strange_certificate_is_refused(tmp_path: Path) -> None:
    authority = make_certificate_authority(tmp_path)
    with (
        FaultyServer(sends(200, ME), tls=authority.server) as server,
        HttpCentral(server.url, TOKEN) as central,
        pytest.raises(UnreachableError) as refused,
    ):
        central.me()
    assert refused.value.code == "certificate_refused"
    assert server.requests == []


def test_the_admins_own_authority_is_believed(tmp_path: Path) -> None:
    authority = make_certificate_authority(tmp_path)
    with FaultyServer(sends(200, HEALTH), tls=authority.server) as server:
        assert ask_health(server.url, ca_file=str(authority.ca_file)).status == "ok"


def test_an_old_tls_is_not_spoken(tmp_path: Path) -> None:
    authority = make_certificate_authority(tmp_path)
    with pytest.warns(DeprecationWarning, match="TLSv1_1"):
        authority.server.maximum_version = ssl.TLSVersion.TLSv1_1
    with pytest.warns(DeprecationWarning, match="TLSv1_1"):
        authority.server.minimum_version = ssl.TLSVersion.TLSv1_1
    authority.server.set_ciphers("ALL:@SECLEVEL=0")
    with (
        FaultyServer(sends(200, HEALTH), tls=authority.server) as server,
        pytest.raises(UnreachableError) as refused,
    ):
        ask_health(server.url, ca_file=str(authority.ca_file))
    assert refused.value.code == "certificate_refused"
    assert server.requests == []


@pytest.mark.parametrize("content", [None, "no certificate"])
def test_an_authority_file_that_cannot_be_used_is_said(tmp_path: Path, content: str | None) -> None:
    ca_file = tmp_path / "ca.pem"
    if content is not None:
        ca_file.write_text(content)
    with pytest.raises(UnreachableError) as refused:
        HttpCentral("https://127.0.0.1", TOKEN, ca_file=str(ca_file))
    assert refused.value.code == "ca_file_unusable"


def test_a_proxy_that_asks_for_a_password_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    with FaultyServer(sends(407, "", headers={"Proxy-Authenticate": "Basic"})) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        monkeypatch.delenv("NO_PROXY", raising=False)
        monkeypatch.delenv("no_proxy", raising=False)
        with (
            HttpCentral("https://register.invalid", TOKEN) as central,
            pytest.raises(UnreachableError) as refused,
        ):
            central.me()
    assert refused.value.code == "proxy_refused"
    assert proxy.requests[0].line.startswith("CONNECT register.invalid:443")
    assert TOKEN not in str(proxy.requests)


def test_no_proxy_and_no_netrc_is_asked_for_this_very_machine(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login someone password else\n")
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    with FaultyServer(sends(200, ME)) as server, HttpCentral(server.url, TOKEN) as central:
        central.me()
    assert server.requests[0].headers["authorization"] == f"Bearer {TOKEN}"


def test_a_large_batch_travels_compressed_and_a_small_one_as_it_is() -> None:
    visits = [a_visit() for _ in range(20)]
    large = [{"id": str(visit.id), "outcome": "accepted"} for visit in visits]
    misdeeds = [
        sends(200, json.dumps({"results": large})),
        sends(200, json.dumps({"results": large[:1]})),
    ]
    with FaultyServer(*misdeeds) as server, HttpCentral(server.url, TOKEN) as central:
        results = central.submit(list(visits))
        central.submit([visits[0]])
    first, second = server.requests
    assert [result.outcome for result in results] == [Outcome.ACCEPTED] * 20
    assert first.headers["content-encoding"] == "gzip"
    sent = json.loads(gzip.decompress(first.body))["operations"]
    assert [each["id"] for each in sent] == [str(visit.id) for visit in visits]
    assert "content-encoding" not in second.headers
    assert json.loads(second.body)["operations"][0]["card_number"] == visits[0].card_number


def test_a_batch_beyond_a_mebibyte_is_refused_before_it_is_sent() -> None:
    offers = [an_own_offer(an_offer(name="ä" * 200)) for _ in range(2_000)]
    with (
        FaultyServer() as server,
        HttpCentral(server.url, TOKEN) as central,
        pytest.raises(RequestRefusedError) as refused,
    ):
        central.submit(list(offers))
    assert refused.value.code == "too_large"
    assert server.requests == []


def test_a_cursor_and_a_card_number_are_quoted() -> None:
    misdeeds = [problem(422, "malformed"), sends(405), problem(404, "card_unknown")]
    with FaultyServer(*misdeeds) as server, HttpCentral(server.url, TOKEN) as central:
        with pytest.raises(RequestRefusedError):
            central.offers("a&b=c d/ä")
        with pytest.raises(CardUnknownError):
            central.card("../me?x")
    assert server.requests[0].line == "GET /desk/v1/offers?after=a%26b%3Dc+d%2F%C3%A4 HTTP/1.1"
    assert server.requests[2].line == "GET /desk/v1/cards/..%2Fme%3Fx HTTP/1.1"


def test_no_log_carries_a_card_number(caplog: pytest.LogCaptureFixture) -> None:
    garbled = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nno header\r\n\r\n{}"
    misdeeds = [problem(404, "card_unknown"), lambda c: c.sendall(garbled)]
    with (
        caplog.at_level(logging.DEBUG),
        FaultyServer(*misdeeds) as server,
        HttpCentral(server.url, TOKEN, timeout=0.2) as central,
    ):
        for _ in misdeeds:
            with pytest.raises(CentralFaultError):
                central.card(NUMBER)
    assert NUMBER not in caplog.text
    assert TOKEN not in caplog.text


@pytest.mark.parametrize("token", ["", "two words", "line\nbreak", "päivä", "bell\x07"])
def test_a_damaged_token_is_a_refused_desk_and_is_not_quoted(token: str) -> None:
    with pytest.raises(DeskRefusedError) as refused:
        HttpCentral("https://register.example", token)
    assert token not in str(refused.value) or token == ""


ASKED = EnrolmentRequest(activation_code="ABCD", desk_name="Lippuluukku 1", app_version="1.0.0")


def granted(**changed: str) -> Misdeed:
    grant = {
        "desk_id": str(uuid4()),
        "token": TOKEN,
        "venue": {"id": "v", "name": "Teatteri", "area": "Espoo"},
        "register_key": "A" * 43 + "=",
        "policy": {},
    }
    return sends(201, json.dumps(grant | changed))


def test_enrolling_brings_what_the_desk_needs() -> None:
    with FaultyServer(granted()) as server:
        enrolment = request_enrolment(server.url, ASKED)
    assert enrolment.token == TOKEN
    assert TOKEN not in repr(enrolment)
    assert server.requests[0].line == "POST /desk/v1/enrolments HTTP/1.1"
    assert "authorization" not in server.requests[0].headers
    assert json.loads(server.requests[0].body)["activation_code"] == "ABCD"


@pytest.mark.parametrize("changed", [{"register_key": "AAAA"}, {"token": "a\nb"}, {"token": ""}])
def test_a_grant_that_could_not_be_used_is_a_broken_answer(changed: dict[str, str]) -> None:
    with FaultyServer(granted(**changed)) as server, pytest.raises(BrokenAnswerError):
        request_enrolment(server.url, ASKED)


def test_the_card_of_an_answer_is_read() -> None:
    card = {
        "number": "AB12345",
        "kind": "personal",
        "status": "active",
        "valid_from": "2026-01-01",
        "valid_until": "2030-12-31",
        "minors": 0,
        "area": "Espoo",
        "local_only": False,
    }
    body = json.dumps({"card": card, "revision": 1})
    with FaultyServer(sends(200, body)) as server, HttpCentral(server.url, TOKEN) as central:
        assert central.card("AB12345").card == a_card()
