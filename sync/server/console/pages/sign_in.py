"""Signing in and out, and accepting an invitation."""

from collections.abc import Mapping

from starlette.responses import Response

from sync.server.console import sign_in
from sync.server.console.cookie import forget_cookie, set_cookie
from sync.server.console.page_request import Handler, PageRefusedError, PageRequest
from sync.server.console.qr_codes import qr_svg
from sync.server.console.store import accounts, console_audit, console_sessions
from sync.server.console.store.accounts import Account


def _form(request: PageRequest) -> Response:
    if request.account is not None:
        return request.go("/")
    return request.page("sign_in.html", login="")


def _sign_in(request: PageRequest) -> Response:
    fields = request.fields()
    caller = request.http.client.host if request.http.client else ""
    login = fields.raw("login")
    if len(login) > sign_in.LONGEST_LOGIN:
        raise PageRefusedError(422, "error.malformed")
    try:
        token, failures = sign_in.sign_in(
            request.console, caller, login, fields.raw("password"), fields.raw("code")
        )
        _end_session(request)
    except sign_in.SignInRefusedError:
        return request.page("sign_in.html", 422, login=login, errors={"login": "sign_in.wrong"})
    response = request.go("/", failures=str(failures)) if failures > 0 else request.go("/")
    set_cookie(response, request.http, token)
    return response


def _sign_out(request: PageRequest) -> Response:
    _end_session(request)
    response = request.go("/sign-in", "signed_out")
    forget_cookie(response, request.http)
    return response


def _end_session(request: PageRequest) -> None:
    """Sign out the account that is signed in at this browser."""
    if request.account is None:
        return
    with request.console.database.writing() as connection:
        console_sessions.end(connection, request.cookie)
        console_audit.add(connection, request.console.now(), request.account, "signed_out")


def _invited(request: PageRequest) -> Account:
    try:
        with request.console.database.reading() as connection:
            token = request.http.path_params["invitation"]
            return accounts.invited(connection, token, request.console.now())
    except KeyError as over:
        raise PageRefusedError(404, "invitation.over") from over


def _invitation(request: PageRequest) -> Response:
    return _invitation_page(request, _invited(request), 200, {})


def _invitation_page(
    request: PageRequest, invited: Account, status: int, errors: Mapping[str, str]
) -> Response:
    key = sign_in.totp_key(request.console, invited)
    return request.page(
        "invitation.html",
        status,
        invited=invited,
        token=request.http.path_params["invitation"],
        key=" ".join(key[place : place + 4] for place in range(0, len(key), 4)),
        picture=qr_svg(sign_in.totp_link(key, invited), request.plain("invitation.picture")),
        shortest=sign_in.SHORTEST_PASSWORD,
        errors=errors,
    )


def _accept(request: PageRequest) -> Response:
    invited = _invited(request)
    fields = request.fields()
    password = fields.raw("password")
    if password != fields.raw("again"):
        return _invitation_page(request, invited, 422, {"again": "invitation.not_the_same"})
    try:
        sign_in.accept_invitation(
            request.console, request.http.path_params["invitation"], password, fields.raw("code")
        )
    except sign_in.WeakPasswordError:
        return _invitation_page(request, invited, 422, {"password": "invitation.too_short"})
    except sign_in.SignInRefusedError:
        return _invitation_page(request, invited, 422, {"code": "invitation.wrong_code"})
    except KeyError as over:
        raise PageRefusedError(404, "invitation.over") from over
    return request.go("/sign-in", "invitation_accepted")


ROUTES: Mapping[str, Handler] = {
    "GET /sign-in": _form,
    "POST /sign-in": _sign_in,
    "POST /sign-out": _sign_out,
    "GET /invitations/{invitation}": _invitation,
    "POST /invitations/{invitation}": _accept,
}
