"""Every page and every form as everybody, and as everybody of another area."""

import re
from collections.abc import Callable
from uuid import UUID, uuid4

import pytest

from sync.server.console.rights import RIGHTS
from sync.server.console.store import accounts, registered_cards
from sync.server.console.store.registered_cards import Details
from sync.server.store.console_tables import Role
from tests.helpers.samples import VENUE
from tests.helpers.visitor import Page, Visitor
from tests.sync.server.console.console_fixture import ConsoleFixture

UNKNOWN = {
    "invitation": "unknown",
    "secret": "unknown",
    "offer": str(uuid4()),
    "note": str(uuid4()),
}
FREE = {"form": "csv", "language": "sv", "file": "style.css"}
ENDS_THE_SESSION = "POST /sign-out"
SIGNED_IN = [(role, there) for role in Role for there in (False, True)]


def workplace(console: ConsoleFixture, *, of_venue: bool) -> str:
    return str(console.here[Role.VENUE if of_venue else Role.ISSUER])


def account(console: ConsoleFixture, *, of_venue: bool) -> str:
    console.account(Role.VENUE if of_venue else Role.ISSUER, f"{of_venue}-{uuid4()}")
    with console.central.database.reading() as connection:
        place = console.here[Role.VENUE if of_venue else Role.ISSUER]
        return str(accounts.of_workplace(connection, place)[0].id)


def card(console: ConsoleFixture, *, of_venue: bool) -> str:
    del of_venue
    with console.central.database.writing() as connection:
        return str(registered_cards.add(connection, console.card, None, Details(), console.now))


def venue(console: ConsoleFixture, *, of_venue: bool) -> str:
    del console, of_venue
    return VENUE.id


def desk(console: ConsoleFixture, *, of_venue: bool) -> str:
    del of_venue
    return str(next(each["id"] for each in console.central.desks() if each["venue_id"] == VENUE.id))


MADE: dict[str, Callable[..., str]] = {
    "workplace": workplace,
    "account": account,
    "card": card,
    "venue": venue,
    "desk": desk,
}
"""Something of the area that ``here`` means, by the part of a path that names it."""


@pytest.fixture
def things(console: ConsoleFixture) -> dict[str, str]:
    return {name: make(console, of_venue=False) for name, make in MADE.items()}


def ask(visitor: Visitor, route: str, parts: dict[str, str], token: str) -> Page:
    method, path = route.split(" ")
    path = path.format_map(parts | FREE | UNKNOWN)
    if method == "POST":
        return visitor.post(path, csrf=token)
    return Page(visitor.session.get(visitor.url + path, timeout=30, allow_redirects=False))


def routes() -> list[str]:
    return sorted(RIGHTS, key=lambda route: route == ENDS_THE_SESSION)


def names_something(route: str) -> bool:
    return bool(set(re.findall(r"\{(\w+)\}", route)) & MADE.keys())


@pytest.mark.parametrize(("role", "there"), SIGNED_IN)
def test_each_page_and_form_is_for_its_roles_in_their_area_alone(
    console: ConsoleFixture, things: dict[str, str], role: Role, *, there: bool
) -> None:
    visitor = console.signed_in(role, there=there)
    token, wrong = visitor.token(), {}
    for route in routes():
        allowed = RIGHTS[route]
        of_another_area = there and role is not Role.NATIONAL and names_something(route)
        is_open = (allowed is None or role in allowed) and not of_another_area
        status = ask(visitor, route, things, token).status
        if (status == 403) == is_open or status >= 500 or status == 401:
            wrong[route] = status
    assert wrong == {}


def test_a_visitor_who_is_not_signed_in_is_sent_to_the_sign_in_page(
    console: ConsoleFixture, things: dict[str, str]
) -> None:
    visitor = console.visitor()
    token, wrong = visitor.token(), {}
    for route in routes():
        answer = ask(visitor, route, things, token)
        is_sent_away = answer.response.headers.get("Location") == "/console/sign-in"
        if is_sent_away != (RIGHTS[route] is not None) or answer.status >= 500:
            wrong[route] = answer.status
    assert wrong == {}


@pytest.mark.parametrize("role", list(Role))
def test_a_form_without_the_visitors_own_token_is_refused(
    console: ConsoleFixture, things: dict[str, str], role: Role
) -> None:
    visitor, other = console.signed_in(role), console.signed_in(Role.NATIONAL, there=True)
    tokens = ({"name": "x"}, {"csrf": other.token()}, {"csrf": ""})
    wrong = {}
    forms = [route for route in routes() if route.startswith("POST ")]
    for place, route in enumerate(forms, list(Role).index(role)):  # each route meets them by turns
        filled = route.split(" ")[1].format_map(things | FREE | UNKNOWN)
        fields = tokens[place % len(tokens)]
        if visitor.post(filled, **fields).status != 403:
            wrong[route] = fields
    assert wrong == {}


def test_a_form_of_another_site_is_refused(console: ConsoleFixture) -> None:
    visitor = console.signed_in(Role.ISSUER)
    token = visitor.token()
    visitor.session.headers["Sec-Fetch-Site"] = "cross-site"
    assert visitor.post("/sign-out", csrf=token).status == 403


def test_a_coordinator_makes_and_closes_no_coordinator(console: ConsoleFixture) -> None:
    visitor = console.signed_in(Role.COORDINATOR)
    token = visitor.token()
    made = visitor.post("/workplaces/new", csrf=token, role="coordinator", name="Toinen")
    national = visitor.post(f"/workplaces/{console.here[Role.NATIONAL]}/close", csrf=token)
    mine = console.here[Role.COORDINATOR]
    invited = visitor.post(f"/workplaces/{mine}/accounts", csrf=token, login="kaveri")
    assert [made.status, national.status, invited.status] == [403, 403, 403]


def test_a_coordinator_makes_workplaces_of_the_own_area_alone(console: ConsoleFixture) -> None:
    visitor = console.signed_in(Role.COORDINATOR)
    token = visitor.token()
    foreign = {"csrf": token, "role": "venue", "name": "Museo", "venue": "museo"}
    assert visitor.post("/workplaces/new", **foreign).status == 403
    visitor.post("/workplaces/new", csrf=token, role="issuer", name="Vieras", area="Turku")
    with console.central.database.reading() as connection:
        made = {each.name: each.area for each in accounts.all_workplaces(connection)}
    assert made["Vieras"] == "Espoo"


@pytest.mark.parametrize("path", ["/workplaces/unknown", f"/workplaces/{UUID(int=7)}", "/nothing"])
def test_what_is_not_there_is_not_found(console: ConsoleFixture, path: str) -> None:
    assert console.signed_in(Role.NATIONAL).open(path).status == 404
