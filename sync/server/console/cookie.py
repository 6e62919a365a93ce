"""The cookie by which the console knows a visitor again."""

from starlette.requests import Request
from starlette.responses import Response

PATH = "/console"
"""Under which the console is served."""


def cookie_name(*, secure: bool) -> str:
    """The name of the session's cookie; over TLS no other host can set it."""
    return "__Host-kaikukanta" if secure else "kaikukanta"


def shown_cookie(request: Request) -> str:
    """What the browser shows; empty where it has none."""
    return request.cookies.get(cookie_name(secure=is_secure(request)), "")


def set_cookie(response: Response, request: Request, token: str) -> None:
    """Give the browser the token of a session, or of the visit before it."""
    secure = is_secure(request)
    response.set_cookie(
        cookie_name(secure=secure),
        token,
        path="/" if secure else PATH,
        secure=secure,
        httponly=True,
        samesite="lax",
    )


def forget_cookie(response: Response, request: Request) -> None:
    """Have the browser forget it."""
    secure = is_secure(request)
    response.delete_cookie(
        cookie_name(secure=secure),
        path="/" if secure else PATH,
        secure=secure,
        httponly=True,
        samesite="lax",
    )


def is_secure(request: Request) -> bool:
    """Whether the browser speaks TLS, by the word of a proxy that is trusted."""
    return request.url.scheme == "https"
