"""The console as an application of its own: who asks, whether they may, and what all pages share.

Every route is in the table of rights, and every form carries a token of the visitor's own. What
waits for the database does so in a few threads, so that the desks' calls keep theirs.
"""

import logging
import math
import re
import secrets
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

import anyio
from anyio import CapacityLimiter, to_thread
from starlette.applications import Starlette
from starlette.datastructures import FormData, Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sync.errors import BusyError
from sync.server.console import console_texts
from sync.server.console.background_process import BackgroundProcess
from sync.server.console.context import Console
from sync.server.console.cookie import PATH, set_cookie, shown_cookie
from sync.server.console.forms import (
    MOST_BYTES,
    MOST_BYTES_OF_A_STRANGER,
    MOST_BYTES_WITH_PICTURE,
    FormRefusedError,
    read_form,
)
from sync.server.console.hosts import is_known
from sync.server.console.oidc_settings import OidcSettings
from sync.server.console.page_request import Handler, PageRefusedError, PageRequest, Pages
from sync.server.console.pages import registry
from sync.server.console.path_objects import FREE, OBJECTS
from sync.server.console.rights import RIGHTS, STRANGERS, WITH_PICTURE
from sync.server.console.statistics_files import page_of
from sync.server.console.statistics_tables import StatisticsCounter, years
from sync.server.console.store import console_sessions
from sync.server.console.store.accounts import Account
from sync.server.console.suppression import TOTAL
from sync.server.store.database import UNAVAILABLE

if TYPE_CHECKING:
    from sync.server.console.oidc import Oidc

_AT_ONCE = 3
_TURN_SECONDS = 8.0
_PARTS = re.compile(r"\{(\w+)\}")
_YEAR_SECONDS = 365 * 24 * 3600
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self';"
        " font-src 'self'; img-src 'self'; form-action 'self';"
        " frame-ancestors 'none'; base-uri 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(self), geolocation=(), microphone=()",
}
_ERRORS = {400: "error.malformed", 404: "error.missing", 405: "error.missing"}
Answer = TypeVar("Answer")
_log = logging.getLogger(__name__)


class ConsoleApp:
    """The console: an ASGI application that answers below :data:`PATH`."""

    def __init__(
        self,
        console: Console,
        oidc: OidcSettings | None = None,
        background: BackgroundProcess | None = None,
        address: str = "",
        statistics_good_for: float = 0,
    ) -> None:
        """``address`` is where browsers reach the server, such as ``https://register.example``.

        Statistics are counted anew when they are older than so many seconds.
        """
        self._address = address.rstrip("/").removesuffix(PATH)
        self.background = background or BackgroundProcess()
        self._console = console
        self._oidc = _provider(console, oidc) if oidc else None
        self._pages = Pages(console_texts.Texts())
        self._statistics = StatisticsCounter(console, good_for=statistics_good_for)
        self._turns = CapacityLimiter(_AT_ONCE)
        handlers = registry.handlers()
        if handlers.keys() != RIGHTS.keys():
            odd = sorted(handlers.keys() ^ RIGHTS.keys())
            raise LookupError(f"routes without rights, or rights without a route: {odd}")
        self._app: ASGIApp = Starlette(
            routes=[self._route(route, handler) for route, handler in handlers.items()],
            exception_handlers={HTTPException: self._by_framework, Exception: self._mistake},
        )

    def prepare(self) -> None:
        """Make the statistics of all years, so that nobody waits for those that do not change."""
        try:
            for year in years(self._console.today()):
                self.background.run(page_of, self._statistics.of_year(year), TOTAL)
        except (TimeoutError, RuntimeError, *UNAVAILABLE) as busy:
            _log.warning("statistics are made when they are asked for, not before: %s", busy)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, with the headers that every answer has."""

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("Cache-Control", "no-store")
                if scope["scheme"] == "https":
                    headers["Strict-Transport-Security"] = f"max-age={_YEAR_SECONDS}"
            await send(message)

        host = Headers(scope=scope).get("host", "")
        if scope["type"] == "http" and not is_known(host, self._address):
            refusal = self._refusal(Request({**scope, "root_path": PATH}), 421, "error.host")
            await refusal(scope, receive, send_guarded)
            return
        path = scope["path"]
        if path == PATH:
            path = f"{PATH}/"
        if not path.startswith(f"{PATH}/") or "\0" in path:  # at an address of its own; no name
            path = f"{PATH}/nothing"
        await self._app({**scope, "path": path, "root_path": PATH}, receive, send_guarded)

    def _route(self, route: str, handler: Handler) -> Route:
        method, path = route.split(" ")
        parts = _PARTS.findall(path)
        if unknown := set(parts) - OBJECTS.keys() - FREE:
            raise LookupError(f"{route}: nobody knows where {unknown} belongs to")

        async def endpoint(request: Request) -> Response:
            form = FormData()
            try:
                if method == "POST":
                    form = await self._form(request, route)
                return await self._in_turn(
                    partial(self._answer, route, parts, handler, request, form)
                )
            except FormRefusedError as refused:
                too_large = "picture.too_large" if route in WITH_PICTURE else "batch.too_long"
                key = too_large if refused.status == 413 else "error.form"
                return self._refusal(request, refused.status, key)
            except TimeoutError:
                return self._refusal(request, 503, "error.busy")
            finally:
                await form.close()

        return Route(path, endpoint, methods=[method], name=route)

    async def _form(self, request: Request, route: str) -> FormData:
        """The form: of a stranger, before anything is known of them, only a little is read."""
        cookie = shown_cookie(request)
        try:
            known = bool(cookie) and await self._in_turn(partial(self._account, cookie)) is not None
        except UNAVAILABLE:  # it is told when the page asks
            known = False
        if not known and RIGHTS[route] is not STRANGERS:
            return FormData()  # it is not read: they are sent to sign in
        if not known:
            return await read_form(request, MOST_BYTES_OF_A_STRANGER)
        return await read_form(
            request, MOST_BYTES_WITH_PICTURE if route in WITH_PICTURE else MOST_BYTES
        )

    async def _in_turn(self, work: Callable[[], Answer]) -> Answer:
        with anyio.fail_after(_TURN_SECONDS):
            return await to_thread.run_sync(work, limiter=self._turns)

    def _answer(
        self, route: str, parts: list[str], handler: Handler, request: Request, form: FormData
    ) -> Response:
        page_request: PageRequest | None = None
        try:
            page_request = self._page_request(request, form)
            self._admit(page_request, route, parts)
            response = handler(page_request)
        except PageRefusedError as refused:
            return self._refusal(
                request, refused.status, refused.key, page_request, **refused.values
            )
        except BusyError as busy:
            minutes = math.ceil((busy.retry_after or 60) / 60)
            answer = self._refusal(request, 429, "error.wait", page_request, minutes=minutes)
            answer.headers["Retry-After"] = str(math.ceil(busy.retry_after or 60))
            return answer
        except UNAVAILABLE as away:
            _log.warning("the database cannot be used: %s", away)
            return self._refusal(request, 503, "error.busy")
        is_page = isinstance(response, HTMLResponse)  # no cache keeps one, unlike a style sheet
        if page_request.account is None and is_page and not shown_cookie(request):
            set_cookie(response, request, page_request.cookie)
        return response

    def _page_request(self, request: Request, form: FormData) -> PageRequest:
        cookie = shown_cookie(request)
        page_request = self._anonymous(request)
        page_request.cookie = cookie or secrets.token_urlsafe(32)
        page_request.account = self._account(cookie) if cookie else None
        page_request.form = form
        return page_request

    def _anonymous(self, request: Request) -> PageRequest:
        language = console_texts.choose(
            request.cookies.get(console_texts.COOKIE), request.headers.get("accept-language", "")
        )
        return PageRequest(
            console=self._console,
            http=request,
            pages=self._pages,
            statistics=self._statistics,
            background=self.background,
            address=self._address,
            oidc=self._oidc,
            language=language,
            cookie="",
        )

    def _account(self, token: str) -> Account | None:
        console, now = self._console, self._console.now()
        with console.database.reading() as connection:
            account, is_to_note = console_sessions.account_of(connection, token, now)
        if account is not None and is_to_note:
            with console.database.writing() as connection:
                console_sessions.note_use(connection, token, now)
        return account

    def _admit(self, page_request: PageRequest, route: str, parts: list[str]) -> None:
        """Raise :class:`PageRefusedError` for an account without the right, or in another area."""
        allowed = RIGHTS[route]
        if allowed is not None and page_request.account is None:
            raise PageRefusedError(401, "error.signed_out")
        if not page_request.may(route):
            raise PageRefusedError(403, "error.forbidden")
        if route.startswith("POST "):
            _check_form(page_request)
        for part in parts:
            if part not in OBJECTS:
                continue
            with self._console.database.reading() as connection:
                try:
                    found, place = OBJECTS[part](connection, page_request.http.path_params[part])
                except (KeyError, ValueError) as unknown:
                    raise PageRefusedError(404, "error.missing") from unknown
            page_request.require(place)
            page_request.objects[part] = found

    def _refusal(
        self,
        request: Request,
        status: int,
        key: str,
        page_request: PageRequest | None = None,
        **values: object,
    ) -> Response:
        if page_request is None:
            page_request = self._anonymous(request)
        if status == 401:
            return page_request.go("/sign-in")
        return page_request.page("error.html", status, key=key, values=values)

    async def _by_framework(self, request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        return self._refusal(request, status, _ERRORS.get(status, "error.mistake"))

    async def _mistake(self, request: Request, _error: Exception) -> Response:
        return self._refusal(request, 500, "error.mistake")


def _provider(console: Console, settings: OidcSettings) -> "Oidc":
    from sync.server.console.oidc import Oidc  # noqa: PLC0415 - few have one, and it loads long

    return Oidc(console, settings)


def _check_form(page_request: PageRequest) -> None:
    """A form of another site, or of another visitor, is refused."""
    headers = page_request.http.headers
    brought = page_request.fields().raw("csrf").encode()
    expected = page_request.console.form_token(page_request.cookie).encode()
    is_ours = headers.get("sec-fetch-site", "same-origin") in {"same-origin", "none"}
    if not is_ours or not secrets.compare_digest(brought, expected):
        raise PageRefusedError(403, "error.form_old")
