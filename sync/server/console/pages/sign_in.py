"""Signing in and out, and accepting an invitation."""

from collections.abc import Mapping

from starlette.responses import Response

from sync.server.console import sign_in
from sync.server.console.asked import Asked, Handler, PageRefusedError
from sync.server.console.codes import qr_svg
from sync.server.console.cookie import forget_cookie, set_cookie
from sync.server.console.store import accounts, console_audit, console_sessions
from sync.server.console.store.accounts import Account


def _form(asked: Asked) -> Response:
    if asked.account is not None:
        return asked.go("/")
    return asked.page("sign_in.html", login="")


def _sign_in(asked: Asked) -> Response:
    fields = asked.fields()
    caller = asked.request.client.host if asked.request.client else ""
    login = fields.raw("login")
    if len(login) > sign_in.LONGEST_LOGIN:
        raise PageRefusedError(422, "error.malformed")
    try:
        token, failures = sign_in.sign_in(
            asked.console, caller, login, fields.raw("password"), fields.raw("code")
        )
        _end_session(asked)
    except sign_in.SignInRefusedError:
        return asked.page("sign_in.html", 422, login=login, errors={"login": "sign_in.wrong"})
    response = asked.go("/", failures=str(failures)) if failures > 0 else asked.go("/")
    set_cookie(response, asked.request, token)
    return response


def _sign_out(asked: Asked) -> Response:
    _end_session(asked)
    response = asked.go("/sign-in", "signed_out")
    forget_cookie(response, asked.request)
    return response


def _end_session(asked: Asked) -> None:
    """Sign out the account that is signed in at this browser."""
    if asked.account is None:
        return
    with asked.console.database.writing() as connection:
        console_sessions.end(connection, asked.cookie)
        console_audit.add(connection, asked.console.now(), asked.account, "signed_out")


def _invited(asked: Asked) -> Account:
    try:
        with asked.console.database.reading() as connection:
            token = asked.request.path_params["invitation"]
            return accounts.invited(connection, token, asked.console.now())
    except KeyError as over:
        raise PageRefusedError(404, "invitation.over") from over


def _invitation(asked: Asked) -> Response:
    return _invitation_page(asked, _invited(asked), 200, {})


def _invitation_page(
    asked: Asked, invited: Account, status: int, errors: Mapping[str, str]
) -> Response:
    key = sign_in.totp_key(asked.console, invited)
    return asked.page(
        "invitation.html",
        status,
        invited=invited,
        token=asked.request.path_params["invitation"],
        key=" ".join(key[place : place + 4] for place in range(0, len(key), 4)),
        picture=qr_svg(sign_in.totp_link(key, invited), asked.plain("invitation.picture")),
        shortest=sign_in.SHORTEST_PASSWORD,
        errors=errors,
    )


def _accept(asked: Asked) -> Response:
    invited = _invited(asked)
    fields = asked.fields()
    password = fields.raw("password")
    if password != fields.raw("again"):
        return _invitation_page(asked, invited, 422, {"again": "invitation.not_the_same"})
    try:
        sign_in.accept_invitation(
            asked.console, asked.request.path_params["invitation"], password, fields.raw("code")
        )
    except sign_in.WeakPasswordError:
        return _invitation_page(asked, invited, 422, {"password": "invitation.too_short"})
    except sign_in.SignInRefusedError:
        return _invitation_page(asked, invited, 422, {"code": "invitation.wrong_code"})
    except KeyError as over:
        raise PageRefusedError(404, "invitation.over") from over
    return asked.go("/sign-in", "invitation_accepted")


ROUTES: Mapping[str, Handler] = {
    "GET /sign-in": _form,
    "POST /sign-in": _sign_in,
    "POST /sign-out": _sign_out,
    "GET /invitations/{invitation}": _invitation,
    "POST /invitations/{invitation}": _accept,
}
