"""Signing in at the organisation's own provider, and accepting an invitation so."""

import logging
from collections.abc import Mapping

from starlette.responses import RedirectResponse, Response

from sync.server.console import sign_in
from sync.server.console.asked import Asked, Handler, PageRefusedError
from sync.server.console.cookie import is_secure, set_cookie
from sync.server.console.oidc import STATE_SECONDS, Identity, Oidc, OidcRefusedError
from sync.server.console.store import accounts, console_audit
from sync.server.console.store.accounts import Account, TakenError

_COOKIE = "kaikukanta_oidc"
_CALLBACK = "/sign-in/oidc/callback"
_log = logging.getLogger(__name__)


def _provider(asked: Asked) -> Oidc:
    if asked.oidc is None:
        raise PageRefusedError(404, "error.missing")
    return asked.oidc


def _begin(asked: Asked) -> Response:
    invitation = asked.fields().raw("invitation")
    try:
        url, sealed = _provider(asked).begin(asked.cookie, asked.origin + _CALLBACK, invitation)
    except OidcRefusedError as away:
        _log.warning("signing in by OpenID Connect cannot begin: %s", away)
        raise PageRefusedError(503, "oidc.away") from away
    response = asked.page("oidc.html", url=url, name=_provider(asked).settings.name)
    set_cookie(response, asked.request, asked.cookie)
    response.set_cookie(
        _COOKIE,
        sealed,
        max_age=STATE_SECONDS,
        path=asked.base,
        secure=is_secure(asked.request),
        httponly=True,
        samesite="lax",
    )
    return response


def _callback(asked: Asked) -> Response:
    query = asked.request.query_params
    try:
        identity = _provider(asked).finish(
            asked.request.cookies.get(_COOKIE, ""),
            asked.cookie,
            asked.origin + _CALLBACK,
            query.get("code", ""),
            query.get("state", ""),
        )
    except OidcRefusedError as refused:
        _log.warning("a sign-in by OpenID Connect was refused: %s", refused)
        raise PageRefusedError(403, "oidc.refused") from refused
    account = _account(asked, identity)
    if account is None or not account.is_open:
        raise PageRefusedError(403, "oidc.unknown")
    token = sign_in.begin_session(asked.console, account, sign_in.OIDC_SESSION)
    response = RedirectResponse(f"{asked.base}/", 303)
    set_cookie(response, asked.request, token)
    response.delete_cookie(_COOKIE, path=asked.base)
    return response


def _account(asked: Asked, identity: Identity) -> Account | None:
    """The account of an identity; the invited one gets it where an invitation is accepted."""
    console, now = asked.console, asked.console.now()
    with console.database.writing() as connection:
        if identity.invitation:
            try:
                invited = accounts.invited(connection, identity.invitation, now)
                accounts.bind_identity(connection, invited.id, identity.issuer, identity.subject)
                accounts.use_invitation(connection, identity.invitation, now)
            except KeyError as over:
                raise PageRefusedError(404, "invitation.over") from over
            except TakenError as taken:
                raise PageRefusedError(409, "oidc.taken") from taken
            console_audit.add(connection, now, invited, "invitation_accepted", invited.login)
        return accounts.by_identity(connection, identity.issuer, identity.subject)


ROUTES: Mapping[str, Handler] = {
    "POST /sign-in/oidc": _begin,
    "GET /sign-in/oidc/callback": _callback,
}
