"""Workplaces and their accounts: made, invited and closed by coordinators and Kaikukeskus."""

from collections.abc import Mapping
from contextlib import suppress
from uuid import UUID

from sqlalchemy import Connection
from starlette.responses import Response

from sync.rules.texts import check_new_text
from sync.server.console import sign_in
from sync.server.console.page_request import Handler, PageRefusedError, PageRequest
from sync.server.console.path_objects import place_of
from sync.server.console.rights import COORDINATORS, Place, is_within
from sync.server.console.store import accounts, console_audit
from sync.server.console.store.accounts import Account, AlreadyThereError, Workplace
from sync.server.store import areas, venues
from sync.server.store.console_tables import Role


def _list(request: PageRequest) -> Response:
    with request.console.database.reading() as connection:
        found = accounts.all_workplaces(connection)
    mine = [each for each in found if is_within(request.me, place_of(each))]
    return request.page("workplaces.html", workplaces=mine)


def _roles(request: PageRequest) -> list[Role]:
    """What the visitor may make: coordinators are Kaikukeskus's to make."""
    if request.me.workplace.role is Role.NATIONAL:
        return list(Role)
    return [role for role in Role if role not in COORDINATORS]


def _form(request: PageRequest) -> Response:
    return _form_page(request, 200, {}, {})


def _form_page(
    request: PageRequest, status: int, typed: Mapping[str, str], errors: Mapping[str, str]
) -> Response:
    with request.console.database.reading() as connection:
        known = venues.all_of(connection)
    mine = [each for each in known if is_within(request.me, Place(each.area, each.id))]
    return request.page(
        "workplace_new.html",
        status,
        roles=_roles(request),
        venues=[(each.id, f"{each.name} ({each.area})") for each in mine],
        typed={"role": "", "name": "", "area": request.me.workplace.area, "venue": "", **typed},
        errors=errors,
    )


def _make(request: PageRequest) -> Response:
    fields = request.fields()
    role = fields.choice("role", Role)
    name = fields.words("name")
    is_national = request.me.workplace.role is Role.NATIONAL
    area = request.me.workplace.area
    venue_id = None
    with request.console.database.reading() as connection:
        known = {each.id: each for each in venues.all_of(connection)}
    if role is Role.VENUE:
        venue_id = fields.read("venue", lambda text: known[text].id, "form.choice_missing")
        area = known[venue_id].area if venue_id else ""
    elif role is Role.NATIONAL:
        area = ""
    elif is_national:
        with request.console.database.reading() as connection:
            area = areas.as_written(connection, fields.words("area"))
    if fields.errors:
        typed = {key: fields.raw(key) for key in ("role", "name", "area", "venue")}
        return _form_page(request, 422, typed, fields.errors)
    request.require(Place(area, venue_id, role))
    new, now = fields.new_id(), request.console.now()
    with suppress(AlreadyThereError), request.console.database.writing() as connection:
        accounts.add_workplace(connection, role, name, area, venue_id, now, new)
        console_audit.add(connection, now, request.me, "workplace_made", name, area=area)
    return request.go(f"/workplaces/{new}", "workplace_made")


def _show(request: PageRequest) -> Response:
    return _show_page(request, request.objects["workplace"])


def _show_page(
    request: PageRequest,
    workplace: Workplace,
    status: int = 200,
    *,
    link: str = "",
    invited: str = "",
    errors: Mapping[str, str] | None = None,
) -> Response:
    with request.console.database.reading() as connection:
        found = accounts.of_workplace(connection, workplace.id)
    return request.page(
        "workplace.html",
        status,
        workplace=workplace,
        accounts=found,
        link=link,
        invited=invited,
        hours=accounts.INVITED_FOR.total_seconds() // 3600,
        errors=errors or {},
    )


def _close(request: PageRequest) -> Response:
    workplace: Workplace = request.objects["workplace"]
    if workplace.id == request.me.workplace.id:
        raise PageRefusedError(409, "workplaces.own")
    now = request.console.now()
    with request.console.database.writing() as connection:
        accounts.close_workplace(connection, workplace.id, now)
        _write_down(connection, request, "workplace_closed", workplace.name, workplace)
    return request.go("/workplaces", "workplace_closed")


def _add_account(request: PageRequest) -> Response:
    workplace: Workplace = request.objects["workplace"]
    fields = request.fields()
    login = fields.read("login", _login, "form.words_wrong")
    if login is None:
        return _show_page(request, workplace, 422, errors=fields.errors)
    if workplace.closed_at is not None:
        raise PageRefusedError(409, "workplaces.is_closed")
    try:
        with request.console.database.writing() as connection:
            new = sign_in.new_account(connection, request.console, workplace.id, login)
            token = sign_in.invite(connection, request.console, new)
            _write_down(connection, request, "account_invited", login, workplace)
    except AlreadyThereError:
        return _show_page(request, workplace, 422, errors={"login": "workplaces.login_taken"})
    return _invited_page(request, workplace, login, token)


def _login(text: str) -> str:
    check_new_text(text, "a login", longest=sign_in.LONGEST_LOGIN)
    return sign_in.normal_login(text)


def _invite(request: PageRequest) -> Response:
    account: Account = request.objects["account"]
    if not account.is_open:
        raise PageRefusedError(409, "workplaces.is_closed")
    _refuse_own(request, account.id)
    with request.console.database.writing() as connection:
        token = sign_in.invite(connection, request.console, account.id)
        _write_down(connection, request, "account_invited", account.login, account.workplace)
    return _invited_page(request, account.workplace, account.login, token)


def _invited_page(request: PageRequest, workplace: Workplace, login: str, token: str) -> Response:
    """The link is shown this once, and kept as a hash."""
    link = f"{request.origin}/invitations/{token}"
    return _show_page(request, workplace, link=link, invited=login)


def _close_account(request: PageRequest) -> Response:
    account: Account = request.objects["account"]
    _refuse_own(request, account.id)
    with request.console.database.writing() as connection:
        accounts.close(connection, account.id, request.console.now())
        _write_down(connection, request, "account_closed", account.login, account.workplace)
    return request.go(f"/workplaces/{account.workplace.id}", "account_closed")


def _refuse_own(request: PageRequest, account_id: UUID) -> None:
    """Nobody shuts themselves out by a slip of the hand."""
    if account_id == request.me.id:
        raise PageRefusedError(409, "workplaces.own")


def _write_down(
    connection: Connection, request: PageRequest, action: str, subject: str, workplace: Workplace
) -> None:
    now = request.console.now()
    console_audit.add(connection, now, request.me, action, subject, area=workplace.area)


ROUTES: Mapping[str, Handler] = {
    "GET /workplaces": _list,
    "GET /workplaces/new": _form,
    "POST /workplaces/new": _make,
    "GET /workplaces/{workplace}": _show,
    "POST /workplaces/{workplace}/close": _close,
    "POST /workplaces/{workplace}/accounts": _add_account,
    "POST /accounts/{account}/invite": _invite,
    "POST /accounts/{account}/close": _close_account,
}
