"""Signing in to the console: invitations, passwords, one-time codes, sessions, and who tries."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from sync.server.console.store.console_sessions import (
    IDLE,
    LONGEST,
    MOST_OF_ONE_LOGIN_THERE,
    WINDOW,
)
from sync.server.store import console_tables as tables
from sync.server.store.console_tables import Role
from tests.helpers.visitor import Page, Visitor
from tests.sync.server.console.console_fixture import PASSWORD, ConsoleFixture

COOKIE = "kaikukanta"


def key_on(page: Page) -> str:
    found: str = re.findall(r'<p class="secret">([A-Z2-7 ]+)</p>', page.response.text)[0]
    return found.replace(" ", "")


def set_up(console: ConsoleFixture, visitor: Visitor, path: str, login: str, **typed: str) -> Page:
    page = visitor.open(path)
    console.set_key(login, key_on(page))
    given = {"password": PASSWORD, "again": PASSWORD, "code": console.code(login), **typed}
    return visitor.send(page, path, **given)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_an_invited_person_sets_a_password_and_signs_in(console: ConsoleFixture) -> None:
    visitor = console.visitor()
    path = console.invited(Role.ISSUER, "jakaja")
    assert "Your account is set up" in set_up(console, visitor, path, "jakaja").text
    assert console.sign_in(visitor, "jakaja").path == "/console/"


def test_an_invitation_works_once_and_ends(console: ConsoleFixture) -> None:
    path = console.invited(Role.ISSUER, "jakaja")
    late = console.invited(Role.ISSUER, "toinen")
    set_up(console, console.visitor(), path, "jakaja")
    assert console.visitor().open(path).status == 404
    console.now += timedelta(hours=73)
    assert console.visitor().open(late).status == 404


@pytest.mark.parametrize(
    "typed", [{"password": "short", "again": "short"}, {"again": "another"}, {"code": "000000"}]
)
def test_an_invitation_that_is_answered_wrongly_can_be_answered_again(
    console: ConsoleFixture, typed: dict[str, str]
) -> None:
    path = console.invited(Role.ISSUER, "jakaja")
    assert set_up(console, console.visitor(), path, "jakaja", **typed).status == 422
    assert set_up(console, console.visitor(), path, "jakaja").status == 200


def test_a_new_invitation_ends_the_password_and_the_session_before(console: ConsoleFixture) -> None:
    issuer = console.signed_in(Role.ISSUER)
    coordinator = console.signed_in(Role.COORDINATOR)
    page = coordinator.open(f"/workplaces/{console.here[Role.ISSUER]}")
    assert "/invitations/" in coordinator.send(page, "/invite").response.text
    assert issuer.open("/").path == "/console/sign-in"
    assert console.sign_in(console.visitor(), "issuer-here").status == 422


@pytest.mark.parametrize(
    "typed", [{"password": "wrong"}, {"code": "123456"}, {"login": "nobody"}, {"code": ""}]
)
def test_wrong_details_are_refused_without_saying_which(
    console: ConsoleFixture, typed: dict[str, str]
) -> None:
    login = console.account(Role.ISSUER, "jakaja")
    visitor = console.visitor()
    page = visitor.open("/sign-in")
    right = {"login": login, "password": PASSWORD, "code": console.code(login)}
    answer = visitor.send(page, "/sign-in", **{**right, **typed})
    assert answer.status == 422
    assert "The username, the password or the code is wrong" in answer.text


def test_a_one_time_code_works_once(console: ConsoleFixture) -> None:
    login = console.account(Role.ISSUER, "jakaja")
    code = console.code(login)
    statuses = []
    for visitor in (console.visitor(), console.visitor()):
        page = visitor.open("/sign-in")
        sent = visitor.send(page, "/sign-in", login=login, password=PASSWORD, code=code)
        statuses.append(sent.status)
    assert statuses == [200, 422]


def test_failures_are_slowed_and_told(console: ConsoleFixture) -> None:
    login = console.account(Role.ISSUER, "jakaja")
    visitor = console.visitor()
    for _ in range(MOST_OF_ONE_LOGIN_THERE - 1):
        console.sign_in(visitor, login, "wrong")
    assert "Attempts: 4" in console.sign_in(console.visitor(), login).text
    for _ in range(MOST_OF_ONE_LOGIN_THERE):
        console.sign_in(visitor, login, "wrong")
    refused = console.sign_in(visitor, login)
    assert (refused.status, refused.response.headers["Retry-After"].isdigit()) == (429, True)
    console.now += WINDOW
    assert console.sign_in(visitor, login).status == 200


def test_the_session_gets_another_cookie_at_sign_in(console: ConsoleFixture) -> None:
    login = console.account(Role.ISSUER, "jakaja")
    visitor = console.visitor()
    visitor.open("/sign-in")
    before = visitor.session.cookies[COOKIE]
    console.sign_in(visitor, login)
    assert visitor.session.cookies[COOKIE] != before
    planted = console.visitor()
    planted.session.cookies.set(COOKIE, before)
    assert planted.open("/").path == "/console/sign-in"


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(console: ConsoleFixture) -> None:
    content = console.visitor().open("/sign-in").response.headers["Set-Cookie"].lower()
    assert {"httponly", "samesite=lax", "path=/console"} <= {*content.split("; ")}


def test_a_session_ends_by_signing_out_by_idleness_and_by_the_day(console: ConsoleFixture) -> None:
    visitor = console.signed_in(Role.ISSUER)
    kept = visitor.session.cookies[COOKIE]
    visitor.send(visitor.open("/"), "/sign-out")
    visitor.session.cookies.set(COOKIE, kept)
    assert visitor.open("/").path == "/console/sign-in"
    idle = console.signed_in(Role.ISSUER)
    console.now += IDLE
    assert idle.open("/").path == "/console/sign-in"
    busy = console.signed_in(Role.ISSUER)
    for _ in range(LONGEST // (IDLE / 2)):
        console.now += IDLE / 2
        last = busy.open("/").path
    assert last == "/console/sign-in"


def test_secrets_are_in_the_database_as_hashes_and_sealed(console: ConsoleFixture) -> None:
    path = console.invited(Role.ISSUER, "jakaja")
    visitor = console.visitor()
    key = key_on(visitor.open(path))
    set_up(console, visitor, path, "jakaja")
    console.sign_in(visitor, "jakaja")
    with console.central.database.reading() as connection:
        rows = [
            row
            for table in (tables.accounts, tables.console_sessions, tables.invitations)
            for row in connection.execute(select(table))
        ]
    content = repr(rows)
    for secret in (key, PASSWORD, path.rpartition("/")[2], visitor.session.cookies[COOKIE]):
        assert secret not in content


def test_a_role_that_is_taken_away_holds_no_longer_at_the_next_page(
    console: ConsoleFixture,
) -> None:
    coordinator = console.signed_in(Role.COORDINATOR)
    with console.central.database.writing() as connection:
        connection.execute(
            update(tables.workplaces)
            .where(tables.workplaces.c.id == console.here[Role.COORDINATOR])
            .values(role=Role.ISSUER)
        )
    assert coordinator.open("/workplaces").status == 403


def test_a_closed_workplace_signs_everybody_out(console: ConsoleFixture) -> None:
    issuer = console.signed_in(Role.ISSUER)
    coordinator = console.signed_in(Role.COORDINATOR)
    page = coordinator.open(f"/workplaces/{console.here[Role.ISSUER]}")
    closed = coordinator.send(page, f"{console.here[Role.ISSUER]}/close")
    assert "The workplace is closed." in closed.text
    assert issuer.open("/").path == "/console/sign-in"


def test_every_sign_in_is_in_the_audit(console: ConsoleFixture) -> None:
    console.signed_in(Role.ISSUER)
    query = select(func.count()).where(tables.console_audit.c.action == "signed_in")
    with console.central.database.reading() as connection:
        assert connection.scalar(query) == 1
