"""What an outsider tries: odd bytes and texts, forged heads, planted cookies, forms sent twice."""

import re
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from ipaddress import ip_network
from itertools import product
from typing import Literal
from urllib.parse import urlsplit

import pytest
from argon2 import PasswordHasher
from sqlalchemy import func, select

from sync.server.console.app import ConsoleApp
from sync.server.console.store.console_sessions import MOST_OF_ONE_ADDRESS, MOST_OF_ONE_LOGIN_THERE
from sync.server.store import console_tables as tables
from sync.server.store.console_tables import Role
from sync.server.store.tables import offers
from tests.helpers.samples import VENUE
from tests.helpers.visitor import Form, Page, Visitor
from tests.sync.server.console.console_fixture import PASSWORD, ConsoleFixture
from tests.sync.server.console.test_pages import every_page

PATHS = [
    "/venues/%00",
    "/venues/%FF",
    "/venues/..%2F..%2Fdesk%2Fv1%2Fme",
    "/venues/%2e%2e/cards",
    "/cards/%EF%BC%8E",
    f"/venues/{'x' * 5_000}",
    "/invitations/%00",
    "/mobile/%F0%9F%99%82",
    "/static/..%2Ftexts.toml",
    "/static/%2e%2e%2ftexts.toml",
    "/language/../fi",
    "//evil.example/console",
    "/figures?year=%00",
    "/figures/export/%00",
    "/venues/teatteri/visits?before=%00",
    "/venues/teatteri/visits?before=99999999999999999999",
    "/?failures=%D9%A1&done=__class__",
    "/language/sv?back=%00&back=%0d%0aSet-Cookie:%20a=b",
]
TEXTS = {
    "zero": "a\0b",
    "right to left": "\u202etxet\u202c",
    "Arabic": "\u0645\u062a\u062d\u0641 \u0627\u0644\u0645\u062f\u064a\u0646\u0629",
    "markup": '"><script>alert(1)</script>{{7*7}}${7*7}%s%n',
    "long": "x" * 60_000,
    "far": "9999-12-31",
    "early": "0001-01-01",
    "other digits": "\u0661\u0662",
    "exponent": "1e9",
    "not a number": "NaN",
    "many digits": "9" * 30,
    "negative": "-1",
    "wide": "\uff21\uff22\uff23\uff11\uff12\uff13\uff14",
    "unmatched": "\u0301\u0301\u0301\u0301",
}


on_every_database = pytest.mark.parametrize("database_kind", ["sqlite", "postgresql"])


@on_every_database
def test_no_odd_path_or_question_is_too_much_for_the_console(console: ConsoleFixture) -> None:
    visitor = console.signed_in(Role.NATIONAL)
    answers = {path: visitor.session.get(visitor.url + path, timeout=30) for path in PATHS}
    assert {
        path: each.status_code for path, each in answers.items() if each.status_code >= 500
    } == {}
    assert [path for path, each in answers.items() if "[page]" in each.text] == []
    assert [path for path, each in answers.items() if "a" in each.cookies] == []


@on_every_database
def test_no_odd_text_in_a_form_is_too_much_for_the_console(console: ConsoleFixture) -> None:
    visitor = console.signed_in(Role.NATIONAL)
    wrong = {}
    for form, (kind, text) in product(forms(visitor), TEXTS.items()):
        odd = dict.fromkeys(form.fields, text) | {"csrf": form.fields["csrf"]}
        answer = visitor.session.post(form.action, data=odd, timeout=30)
        if answer.status_code >= 500 or "<script>" in answer.text:
            wrong[form.action, kind] = answer.status_code
    assert wrong == {}
    assert {page.status for page in every_page(visitor).values()} == {200}


def forms(visitor: Visitor) -> list[Form]:
    """Every form that changes something, but the one that ends the session."""
    found = [form for page in every_page(visitor).values() for form in page.forms]
    return [each for each in found if each.method == "post" and "/sign-out" not in each.action]


@pytest.mark.parametrize("charset", ["raw_unicode_escape", "utf-16", "utf-7", "idna", "base64"])
def test_a_form_in_whatever_alphabet_is_no_mistake_of_the_console(
    console: ConsoleFixture, charset: str
) -> None:
    visitor = console.visitor()
    token = visitor.open("/sign-in").form("/sign-in").fields["csrf"]
    parts = "".join(
        f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in {"csrf": token, "login": "\\ud800", "password": "a", "code": "1"}.items()
    )
    kind = f"multipart/form-data; boundary=x; charset={charset}"
    answer = visitor.session.post(
        f"{visitor.url}/sign-in",
        data=f"{parts}--x--\r\n",
        headers={"Content-Type": kind},
        timeout=30,
    )
    assert answer.status_code in {400, 403, 422}


@pytest.mark.parametrize("host", ["evil.example", "[", "a b", "evil.example:99999", "x@y", ""])
def test_a_forged_host_leads_nobody_away(console: ConsoleFixture, host: str) -> None:
    cookie = console.signed_in(Role.COORDINATOR).session.cookies["kaikukanta"]
    where = urlsplit(console.address)
    headers = {"Host": host, "Cookie": f"kaikukanta={cookie}"}
    for path in ("/", "/venues/teatteri", "/nothing", "/cards/"):
        with closing(HTTPConnection(where.hostname or "", where.port, timeout=30)) as call:
            call.request("GET", f"/console{path}", headers=headers)
            answer = call.getresponse()
            text = answer.read().decode()
        assert answer.status in {400, 421}
        assert re.findall(r'(?:href|src|action)="(\w+:[^"]*|//[^"]*)"', text) == []


def test_links_are_made_of_the_consoles_own_address(database_url: str) -> None:
    fixture = ConsoleFixture(database_url)
    fixture.app = ConsoleApp(fixture.console, address="https://register.example/")
    with fixture:
        visitor = fixture.visitor()
        refused = visitor.session.get(f"{fixture.address}/sign-in", timeout=30)
        visitor.session.headers["Host"] = "Register.example:8443"
        assert fixture.sign_in(visitor, fixture.account(Role.COORDINATOR, "me")).status == 200
        page = visitor.open(f"/workplaces/{fixture.here[Role.ISSUER]}")
        invited = visitor.send(page, "/accounts", login="jakaja")
    assert (refused.status_code, "--console-url" in refused.text) == (421, True)
    assert "https://register.example/console/invitations/" in invited.text


@pytest.mark.parametrize(
    "back",
    [
        "https:evil.example",
        "/\t/evil.example",
        "/%2F/evil.example",
        "/..//evil.example",
        "javascript:1",
    ],
)
def test_no_way_back_leads_to_another_site(console: ConsoleFixture, back: str) -> None:
    answer = console.visitor().session.get(
        f"{console.address}/language/sv", params={"back": back}, allow_redirects=False, timeout=30
    )
    place = answer.headers["Location"]
    assert place.startswith("/console/")
    assert not place.startswith("/console//")


def test_a_language_is_chosen_on_the_page_that_a_form_answered(console: ConsoleFixture) -> None:
    visitor = console.signed_in(Role.ISSUER)
    answered = visitor.send(visitor.open("/cards"), "/cards/find", number="?")
    swedish = next(link for link in answered.links if "/language/sv" in link)
    page = Page(visitor.session.get(swedish, timeout=30))
    assert (page.status, page.path) == (200, "/console/cards")
    page = visitor.open("/figures", year=str(console.console.today().year - 1))
    swedish = next(link for link in page.links if "/language/sv" in link)
    assert visitor.session.get(swedish, timeout=30).url == page.response.url


def test_what_caches_may_keep_carries_no_cookie(console: ConsoleFixture) -> None:
    answer = console.visitor().session.get(f"{console.address}/static/style.css", timeout=30)
    assert "public" in answer.headers["Cache-Control"]
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("role", list(Role))
def test_no_page_of_anybody_is_kept_or_framed(console: ConsoleFixture, role: Role) -> None:
    for path, page in every_page(console.signed_in(role)).items():
        headers = page.response.headers
        if not path.startswith("/static/"):
            assert headers["Cache-Control"] == "no-store", path
        assert headers["X-Frame-Options"] == "DENY"
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]


@pytest.fixture
def behind_proxy(database_url: str) -> Iterator[ConsoleFixture]:
    with ConsoleFixture(database_url, proxies=[ip_network("127.0.0.1")]) as fixture:
        yield fixture


def test_the_cookie_over_tls_is_of_this_host_alone(behind_proxy: ConsoleFixture) -> None:
    visitor = behind_proxy.visitor()
    visitor.session.headers["X-Forwarded-Proto"] = "https"
    headers = visitor.open("/sign-in").response.headers
    name, *flags = headers["Set-Cookie"].lower().split("; ")
    assert name.startswith("__host-")
    assert {"secure", "httponly", "samesite=lax", "path=/"} == set(flags)
    assert headers["Strict-Transport-Security"].startswith("max-age=")


def fail(visitor: Visitor, login: str) -> int:
    page = visitor.open("/sign-in")
    return visitor.send(page, "/sign-in", login=login, password="wrong", code="1").status


def test_a_forged_address_does_not_make_attempts_fewer(console: ConsoleFixture) -> None:
    login = console.account(Role.ISSUER, "jakaja")
    visitor = console.visitor()
    for attempt in range(MOST_OF_ONE_LOGIN_THERE):
        visitor.session.headers["X-Forwarded-For"] = f"203.0.113.{attempt}"
        visitor.session.headers["Forwarded"] = f"for=203.0.113.{attempt}"
        visitor.session.headers["X-Real-IP"] = f"203.0.113.{attempt}"
        fail(visitor, login)
    assert console.sign_in(visitor, login).status == 429


def test_a_forged_address_before_the_proxys_own_does_not_either(
    behind_proxy: ConsoleFixture,
) -> None:
    login = behind_proxy.account(Role.ISSUER, "jakaja")
    visitor = behind_proxy.visitor()
    for attempt in range(MOST_OF_ONE_LOGIN_THERE):
        visitor.session.headers["X-Forwarded-For"] = f"203.0.113.{attempt}, 198.51.100.7"
        fail(visitor, login)
    assert behind_proxy.sign_in(visitor, login).status == 429
    visitor.session.headers["X-Forwarded-For"] = "198.51.100.8"
    assert behind_proxy.sign_in(visitor, login).status == 200


def test_addresses_of_one_network_count_as_one(behind_proxy: ConsoleFixture) -> None:
    visitor = behind_proxy.visitor()
    for attempt in range(MOST_OF_ONE_ADDRESS):
        visitor.session.headers["X-Forwarded-For"] = f"2001:db8::{attempt:x}"
        assert fail(visitor, f"nobody-{attempt}") == 422
    assert fail(visitor, "nobody") == 429


class CountingHasher(PasswordHasher):
    """Counts how often a password is looked at."""

    def __init__(self) -> None:
        super().__init__(time_cost=1, memory_cost=8, parallelism=1)
        self.looked = 0

    def verify(self, hash: str | bytes, password: str | bytes) -> Literal[True]:  # noqa: A002  theirs
        self.looked += 1
        return super().verify(hash, password)


def test_an_unknown_login_is_as_much_work_as_a_known_one(database_url: str) -> None:
    hasher = CountingHasher()
    with ConsoleFixture(database_url, passwords=hasher) as console:
        known = console.account(Role.ISSUER, "jakaja")
        console.invited(Role.ISSUER, "invited")
        for login in (known, "invited", "nobody"):
            visitor = console.visitor()
            page = visitor.open("/sign-in")
            before = hasher.looked
            sent = visitor.send(page, "/sign-in", login=login, password="wrong", code="000000")
            assert (sent.status, hasher.looked - before) == (422, 1), login


def test_a_code_of_before_the_last_one_is_worth_nothing(console: ConsoleFixture) -> None:
    login = console.account(Role.ISSUER, "jakaja")
    early = console.code(login)
    assert console.sign_in(console.visitor(), login).status == 200
    visitor = console.visitor()
    page = visitor.open("/sign-in")
    sent = visitor.send(page, "/sign-in", login=login, password=PASSWORD, code=early)
    assert sent.status == 422


def test_signing_in_anew_leaves_no_session_behind(console: ConsoleFixture) -> None:
    visitor = console.signed_in(Role.ISSUER)
    kept = visitor.session.cookies["kaikukanta"]
    other = console.account(Role.VENUE, "kohde")
    data = {"login": other, "password": PASSWORD, "code": console.code(other)}
    assert visitor.post("/sign-in", csrf=visitor.token(), **data).status == 303
    old = console.visitor()
    old.session.cookies.set("kaikukanta", kept)
    assert old.open("/").path == "/console/sign-in"


OFFER = {"name_fi": "Näytelmä", "kind": "standing", "sector": "culture", "status": "on_sale"}
CARD = {"birth_year": "1971", "postcode": "02600", "minors": "2"}
TWICE: dict[str, tuple[str, str, dict[str, str], object]] = {
    "a workplace": (
        "/workplaces/new",
        "/workplaces/new",
        {"role": "issuer", "name": "Kirjasto"},
        tables.workplaces,
    ),
    "an offer": (f"/venues/{VENUE.id}/offers/new", "/offers/new", OFFER, offers),
    "a commitment": (
        f"/venues/{VENUE.id}",
        "/commitments",
        {"starts": "2026-12-01", "text": "Liput"},
        tables.commitments,
    ),
    "a card": (
        "/cards/new",
        "/cards/new",
        {"number": "ESP730142", **CARD},
        tables.registered_cards,
    ),
}


@on_every_database
@pytest.mark.parametrize("what", TWICE)
def test_a_form_that_is_sent_twice_makes_one_thing_and_another_makes_another(
    console: ConsoleFixture, what: str
) -> None:
    path, ending, typed, table = TWICE[what]
    visitor = console.signed_in(Role.COORDINATOR)

    def rows() -> int:
        with console.central.database.reading() as connection:
            return int(connection.scalar(select(func.count()).select_from(table)) or 0)  # type: ignore[arg-type]  # a table

    page, before = visitor.open(path), rows()
    answers = [visitor.send(page, ending, **typed) for _ in range(2)]
    assert [each.status for each in answers] == [200, 200]
    assert answers[0].response.url == answers[1].response.url
    assert rows() == before + 1
    changed = {
        key: f"{value}9" if key in {"name", "name_fi", "text", "number"} else value
        for key, value in typed.items()
    }
    assert visitor.send(page, ending, **changed).status == 200
    assert rows() == before + 2


@on_every_database
def test_a_lost_card_that_is_replaced_twice_is_replaced_once(console: ConsoleFixture) -> None:
    visitor = console.signed_in(Role.COORDINATOR)
    visitor.send(visitor.open("/cards/new"), "/cards/new", number="ESP730142", **CARD)
    card = next(
        link for link in visitor.open("/cards").links if re.search(r"/cards/[0-9a-f-]{36}$", link)
    )
    page = visitor.open(f"{card.removeprefix(visitor.url)}/replace")
    answers = [visitor.send(page, "/replace", number="QQ55512") for _ in range(2)]
    assert [each.status for each in answers] == [200, 200]
    assert answers[0].response.url == answers[1].response.url


@on_every_database
def test_many_cards_that_are_confirmed_twice_are_registered_once(console: ConsoleFixture) -> None:
    visitor = console.signed_in(Role.ISSUER)
    table = b"number;birth year;postcode;minors\nESP100001;1980;02600;0\n"
    page = visitor.send_file(visitor.open("/cards/many"), "/cards/many", "cards.csv", table)
    answers = [visitor.send(page, "/confirm") for _ in range(2)]
    assert [each.text for each in answers] == [answers[0].text] * 2
    again = visitor.send_file(visitor.open("/cards/many"), "/cards/many", "cards.csv", table)
    assert [form for form in again.forms if form.action.endswith("/confirm")] == []


@pytest.mark.parametrize("name", ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\uff1d1", " =1+1", "a;=1+1"])
def test_no_name_is_a_formula_in_an_exported_table(console: ConsoleFixture, name: str) -> None:
    visitor = console.signed_in(Role.COORDINATOR)
    visitor.send(visitor.open("/workplaces/new"), "/workplaces/new", role="issuer", name=name)
    page = visitor.open("/audit")
    url = f"{visitor.url}/audit/export/csv"
    exported = visitor.session.post(url, data=page.form("/audit").fields, timeout=30)
    cells = [
        cell.strip('"') for cell in re.split(r"[;,\r\n]", exported.content.decode("utf-8-sig"))
    ]
    assert [cell for cell in cells if re.match(r"\s*[=+\-@\uff1d]", cell)] == []
    assert [cell for cell in cells if "'" in cell]
