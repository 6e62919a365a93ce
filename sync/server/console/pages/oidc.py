"""Signing in at the organisation's own provider, and accepting an invitation so."""

import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING

from starlette.responses import RedirectResponse, Response

from sync.server.console import sign_in
from sync.server.console.cookie import is_secure, set_cookie
from sync.server.console.oidc_identity import STATE_SECONDS, Identity, OidcRefusedError
from sync.server.console.page_request import Handler, PageRefusedError, PageRequest
from sync.server.console.store import accounts, console_audit
from sync.server.console.store.accounts import Account, AlreadyThereError

if TYPE_CHECKING:
    from sync.server.console.oidc import Oidc

_COOKIE = "kaikukanta_oidc"
_CALLBACK = "/sign-in/oidc/callback"
_log = logging.getLogger(__name__)


def _provider(request: PageRequest) -> "Oidc":
    if request.oidc is None:
        raise PageRefusedError(404, "error.missing")
    return request.oidc


def _begin(request: PageRequest) -> Response:
    invitation = request.fields().raw("invitation")
    try:
        url, sealed = _provider(request).begin(
            request.cookie, request.origin + _CALLBACK, invitation
        )
    except OidcRefusedError as away:
        _log.warning("signing in by OpenID Connect cannot begin: %s", away)
        raise PageRefusedError(503, "oidc.away") from away
    response = request.page("oidc.html", url=url, name=_provider(request).settings.name)
    set_cookie(response, request.http, request.cookie)
    response.set_cookie(
        _COOKIE,
        sealed,
        max_age=STATE_SECONDS,
        path=request.base,
        secure=is_secure(request.http),
        httponly=True,
        samesite="lax",
    )
    return response


def _callback(request: PageRequest) -> Response:
    query = request.http.query_params
    try:
        identity = _provider(request).finish(
            request.http.cookies.get(_COOKIE, ""),
            request.cookie,
            request.origin + _CALLBACK,
            query.get("code", ""),
            query.get("state", ""),
        )
    except OidcRefusedError as refused:
        _log.warning("a sign-in by OpenID Connect was refused: %s", refused)
        raise PageRefusedError(403, "oidc.refused") from refused
    account = _account(request, identity)
    if account is None or not account.is_open:
        raise PageRefusedError(403, "oidc.unknown")
    token = sign_in.begin_session(request.console, account, sign_in.OIDC_SESSION)
    response = RedirectResponse(f"{request.base}/", 303)
    set_cookie(response, request.http, token)
    response.delete_cookie(_COOKIE, path=request.base)
    return response


def _account(request: PageRequest, identity: Identity) -> Account | None:
    """The account of an identity; the invited one gets it where an invitation is accepted."""
    console, now = request.console, request.console.now()
    with console.database.writing() as connection:
        if identity.invitation:
            try:
                invited = accounts.invited(connection, identity.invitation, now)
                accounts.bind_identity(connection, invited.id, identity.issuer, identity.subject)
                accounts.use_invitation(connection, identity.invitation, now)
            except KeyError as over:
                raise PageRefusedError(404, "invitation.over") from over
            except AlreadyThereError as taken:
                raise PageRefusedError(409, "oidc.taken") from taken
            console_audit.add(connection, now, invited, "invitation_accepted", invited.login)
        return accounts.by_identity(connection, identity.issuer, identity.subject)


ROUTES: Mapping[str, Handler] = {
    "POST /sign-in/oidc": _begin,
    "GET /sign-in/oidc/callback": _callback,
}
