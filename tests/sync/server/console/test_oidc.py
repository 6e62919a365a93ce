"""Signing in by OpenID Connect, at a provider of our own that is also told to misbehave."""

import socket
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta
from time import monotonic
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from joserfc.jwk import OctKey, RSAKey

from sync.server.console.app import ConsoleApp
from sync.server.console.oidc_identity import STATE_SECONDS
from sync.server.console.oidc_settings import OidcSettings
from sync.server.console.store import accounts
from sync.server.store.console_tables import Role
from tests.helpers.oidc_provider import CLIENT, SECRET, OidcProvider
from tests.helpers.visitor import Page, Visitor
from tests.sync.server.console.console_fixture import ConsoleFixture


@pytest.fixture
def provider() -> Iterator[OidcProvider]:
    with OidcProvider() as provider:
        yield provider


@pytest.fixture
def console(
    copied: Callable[[str], str], provider: OidcProvider, sqlite_console: ConsoleFixture
) -> Iterator[ConsoleFixture]:
    settings = OidcSettings(provider.issuer, CLIENT, SECRET, "Entra ID")
    fixture = ConsoleFixture(copied(sqlite_console.url), model=sqlite_console)
    fixture.app = ConsoleApp(fixture.console, settings)
    provider.now = int(fixture.now.timestamp())
    with fixture:
        yield fixture


def begin(visitor: Visitor, path: str = "/sign-in") -> str:
    """The provider's address that the console sends somebody to."""
    page = visitor.send(visitor.open(path), "/sign-in/oidc")
    (link,) = [link for link in page.links if "/authorize?" in link]
    return link


def finish(visitor: Visitor, link: str) -> Page:
    return Page(visitor.session.get(link, timeout=30))


def sign_in(visitor: Visitor) -> Page:
    return finish(visitor, begin(visitor))


@pytest.fixture
def bound(console: ConsoleFixture) -> ConsoleFixture:
    """An account that was set up with an identity in place of a password."""
    visitor = console.visitor()
    assert (
        finish(visitor, begin(visitor, console.invited(Role.ISSUER, "jakaja"))).path == "/console/"
    )
    return console


def test_an_account_that_was_set_up_so_is_signed_in_to(bound: ConsoleFixture) -> None:
    page = sign_in(bound.visitor())
    assert (page.path, "Username jakaja" in page.text) == ("/console/", True)


def test_an_identity_without_an_account_is_refused(
    bound: ConsoleFixture, provider: OidcProvider
) -> None:
    provider.subject = "another"
    assert sign_in(bound.visitor()).status == 403


WRONG: list[dict[str, Any]] = [
    {"nonce": "another"},
    {"iss": "https://another.example"},
    {"aud": "another"},
    {"exp": 1},
    {"nonce": None},
    {"sub": None},
    {"aud": [CLIENT, "another"], "azp": "another"},
]


@pytest.mark.parametrize("claims", WRONG)
def test_a_token_that_says_what_is_wrong_signs_nobody_in(
    bound: ConsoleFixture,
    provider: OidcProvider,
    expected_log: Callable[[str], None],
    claims: dict[str, Any],
) -> None:
    expected_log(r"a sign-in by OpenID Connect was refused")
    provider.claims = claims
    visitor = bound.visitor()
    assert sign_in(visitor).status == 403
    assert visitor.open("/").path == "/console/sign-in"


@pytest.mark.parametrize("algorithm", ["none", "another key", "HS256"])
def test_a_token_that_is_not_signed_by_the_provider_signs_nobody_in(
    bound: ConsoleFixture,
    provider: OidcProvider,
    expected_log: Callable[[str], None],
    algorithm: str,
) -> None:
    expected_log(r"a sign-in by OpenID Connect was refused")
    if algorithm == "none":
        provider.algorithm = "none"
    elif algorithm == "HS256":  # by the provider's public key, or by what the client knows
        provider.algorithm, provider.signing = algorithm, OctKey.import_key(SECRET)
    else:
        provider.signing = RSAKey.generate_key(2048, {"kid": "one"})
    assert sign_in(bound.visitor()).status == 403


def test_keys_that_the_provider_has_changed_are_asked_for(
    bound: ConsoleFixture, provider: OidcProvider
) -> None:
    visitor = bound.visitor()
    sign_in(visitor)
    provider.change_key("two")
    bound.now += timedelta(minutes=2)
    provider.now = int(bound.now.timestamp())
    assert sign_in(bound.visitor()).path == "/console/"


def test_a_key_that_has_gone_signs_nobody_in_once_the_new_ones_are_known(
    bound: ConsoleFixture, provider: OidcProvider, expected_log: Callable[[str], None]
) -> None:
    expected_log(r"a sign-in by OpenID Connect was refused")
    stolen = provider.signing
    provider.change_key("two")
    bound.now += timedelta(minutes=2)
    provider.now = int(bound.now.timestamp())
    assert sign_in(bound.visitor()).path == "/console/"
    provider.signing, provider.key_id = stolen, "one"
    assert sign_in(bound.visitor()).status == 403


def test_a_code_works_once(bound: ConsoleFixture, expected_log: Callable[[str], None]) -> None:
    expected_log(r"a sign-in by OpenID Connect was refused")
    visitor = bound.visitor()
    link = begin(visitor)
    kept = visitor.session.cookies.copy()
    answer = visitor.session.get(link, allow_redirects=False, timeout=30)
    back = answer.headers["Location"]
    assert Page(visitor.session.get(back, timeout=30)).path == "/console/"
    thief = bound.visitor()
    thief.session.cookies.update(kept)
    assert Page(thief.session.get(back, timeout=30)).status == 403


def test_what_another_visitor_began_is_refused(
    bound: ConsoleFixture, expected_log: Callable[[str], None]
) -> None:
    expected_log(r"a sign-in by OpenID Connect was refused")
    mine, theirs = bound.visitor(), bound.visitor()
    begin(mine)
    assert finish(mine, begin(theirs)).status == 403


def test_a_state_that_is_too_old_is_refused(
    bound: ConsoleFixture, expected_log: Callable[[str], None]
) -> None:
    expected_log(r"a sign-in by OpenID Connect was refused")
    visitor = bound.visitor()
    link = begin(visitor)
    bound.now += timedelta(seconds=STATE_SECONDS + 1)
    assert finish(visitor, link).status == 403


def test_a_right_that_is_taken_away_ends_the_session(bound: ConsoleFixture) -> None:
    visitor = bound.visitor()
    sign_in(visitor)
    with bound.central.database.writing() as connection:
        (mine,) = accounts.of_workplace(connection, bound.here[Role.ISSUER])
        accounts.close(connection, mine.id, bound.now)
    assert visitor.open("/").path == "/console/sign-in"
    assert sign_in(visitor).status == 403


def test_the_provider_is_asked_anew_every_hour(
    bound: ConsoleFixture, provider: OidcProvider
) -> None:
    visitor = bound.visitor()
    sign_in(visitor)
    for _ in range(2):
        bound.now += timedelta(minutes=30)
        last = visitor.open("/").path
    assert last == "/console/sign-in"
    provider.now = int(bound.now.timestamp())
    assert sign_in(visitor).path == "/console/"


def test_no_secret_of_ours_goes_to_the_provider_in_an_address(bound: ConsoleFixture) -> None:
    visitor = bound.visitor()
    asked = parse_qs(urlsplit(begin(visitor)).query)
    assert asked["code_challenge_method"] == ["S256"]
    assert set(asked) == {
        "response_type",
        "client_id",
        "redirect_uri",
        "scope",
        "state",
        "nonce",
        "code_challenge",
        "code_challenge_method",
    }


def test_a_new_invitation_ends_the_bond(bound: ConsoleFixture) -> None:
    coordinator = bound.signed_in(Role.COORDINATOR)
    coordinator.send(coordinator.open(f"/workplaces/{bound.here[Role.ISSUER]}"), "/invite")
    assert sign_in(bound.visitor()).status == 403


@pytest.mark.slow
@pytest.mark.usefixtures("quiet")
def test_a_provider_that_does_not_answer_holds_up_no_other_page(database_url: str) -> None:
    fixture = ConsoleFixture(database_url)
    with closing(socket.create_server(("127.0.0.1", 0))) as silent:
        issuer = f"http://127.0.0.1:{silent.getsockname()[1]}"
        fixture.app = ConsoleApp(fixture.console, OidcSettings(issuer, CLIENT, SECRET, "Silent"))
        with fixture, ThreadPoolExecutor(6) as strangers:
            visitors = [fixture.visitor() for _ in range(6)]
            pages = [each.open("/sign-in") for each in visitors]
            asked = [
                strangers.submit(visitor.send, page, "/sign-in/oidc")
                for visitor, page in zip(visitors, pages, strict=True)
            ]
            began = monotonic()
            assert fixture.visitor().open("/sign-in").status == 200
            assert monotonic() - began < 3
            assert {each.result().status for each in asked} == {503}
