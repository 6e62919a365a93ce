"""The Desk API over HTTP: a thin skin around :class:`sync.server.authority.DeskSession`.

What is asked and answered is in ``contract`` section 1; the schemas say the same to machines.
"""

import gzip
from typing import Annotated, Any

from fastapi import APIRouter, Depends, FastAPI, Path, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from pydantic import BaseModel, ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Receive, Scope, Send

from sync.errors import DeskRefusedError, RequestRefusedError
from sync.protocol import (
    BASE_PATH,
    MOST_CARDS_A_PAGE,
    ActivityPage,
    CardAnswer,
    CardsPage,
    ChangesPage,
    Enrolment,
    EnrolmentRequest,
    Health,
    Me,
    OffersPage,
    OperationsAnswer,
)
from sync.rules.texts import check_text
from sync.server import problems
from sync.server.authority import Authority, ChangesAsked, DeskSession
from sync.server.batches import Handed, complaint
from sync.server.bodies import BODY_SECONDS, read_json_body
from sync.server.counter import Counter
from sync.server.express import Express
from sync.server.metrics import Metrics, Watch
from sync.server.openapi import (
    BY_TOKEN,
    ChangesQuery,
    OperationsRequest,
    describe,
    json_body,
    query,
    refusals,
)
from sync.server.results import Result, write_answer

API_VERSION = "1.0.0"
_NUMBER = "^[A-Z0-9]{4,20}$"
_CURSOR = "^[0-9]{1,18}$"
_COMPRESSION = 4  # a page of cards shrinks to a tenth already, in a third of the time of 9
_WORTH_PACKING = 1_000
"""Bytes below which packing spares nothing."""

_routes = APIRouter(prefix=BASE_PATH)


class _DeskApi(FastAPI):
    """The framework's application behind a front of ours, so that what is quick need not pass it.

    Its own middlewares stand too far in: behind layers of telemetry, limits and faults.
    """

    front: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        scope["app"] = self
        await self.front(scope, receive, send)

    async def pass_on(self, scope: Scope, receive: Receive, send: Send) -> None:
        """To the framework."""
        await super().__call__(scope, receive, send)


def make_app(authority: Authority | None = None, *, body_seconds: float = BODY_SECONDS) -> FastAPI:
    """The application. Without an authority it can only describe itself."""
    app = _DeskApi(
        title="Kaikukanta Desk API",
        summary="Between a ticket window and the register of Kaikukortti cards.",
        version=API_VERSION,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    app.state.authority = authority
    if authority is not None:
        app.state.settling = Counter(
            authority.serve,
            clerks=authority.database.writers,
            lock_of=lambda handed: authority.venue_of(handed.token),
        )
        app.state.telling = Counter(authority.tell_changes)
    app.state.metrics = Metrics(authority)
    app.state.body_seconds = body_seconds
    app.include_router(_routes)
    express = Express(app.pass_on, routes=[_route("submit"), _route("changes")])
    app.front = Watch(express, app.state.metrics)
    problems.install(app)
    describe(app)
    return app


def _route(operation_id: str) -> APIRoute:
    routes = (route for route in _routes.routes if isinstance(route, APIRoute))
    return next(route for route in routes if route.operation_id == operation_id)


def _authority(request: Request) -> Authority:
    authority: Authority = request.app.state.authority
    return authority


def _token(request: Request) -> str:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        raise DeskRefusedError("a bearer token is needed", code="token_invalid")
    return token.strip()


async def _session(request: Request) -> DeskSession:
    return _authority(request).session(_token(request))


Session = Annotated[DeskSession, Depends(_session)]
Limit = Annotated[int, Query(ge=1, le=MOST_CARDS_A_PAGE, description="How many at most.")]
Cursor = Annotated[
    str | None, Query(pattern=_CURSOR, description="The cursor of the last page; none for all.")
]


def _answer(message: BaseModel, *, status: int = 200) -> Response:
    body = message.model_dump_json(exclude_none=True)
    return Response(body, status, media_type="application/json")


def _page(request: Request, message: BaseModel, *, exclude_none: bool = True) -> Response:
    """An answer that can be long. To be called in a thread."""
    return _packed(request, message.model_dump_json(exclude_none=exclude_none).encode())


def _packed(request: Request, body: bytes) -> Response:
    """JSON, packed where it is long and the caller takes that: then to be called in a thread."""
    headers = {"Vary": "Accept-Encoding"}
    if len(body) >= _WORTH_PACKING and "gzip" in request.headers.get("accept-encoding", ""):
        body = gzip.compress(body, _COMPRESSION)
        headers["Content-Encoding"] = "gzip"
    return Response(body, headers=headers, media_type="application/json")


# Routes are tried in this order: what desks call most stands first.


@_routes.post(
    "/operations",
    operation_id="submit",
    response_model=OperationsAnswer,
    responses=refusals(400, 401, 408, 413, 415, 422, 503),
    openapi_extra=json_body(OperationsRequest) | BY_TOKEN,
)
async def operations(request: Request) -> Response:
    """Tell the register what happened; one result for each operation, in order."""
    counter: Counter[Handed, list[Result]] = request.app.state.settling
    body = await read_json_body(request)
    results = await counter.ask(Handed(_token(request), body))
    request.app.state.metrics.count_operations(results)
    return Response(write_answer(results), media_type="application/json")


@_routes.get(
    "/register/changes",
    operation_id="changes",
    response_model=ChangesPage,
    responses=refusals(401, 410, 422, 503),
    openapi_extra=query(ChangesQuery) | BY_TOKEN,
)
async def changes(request: Request) -> Response:
    """What changed since a revision; count, checksum and signature of the one reached."""
    counter: Counter[ChangesAsked, bytes] = request.app.state.telling
    token, wanted = _token(request), _changes_query(request)
    body = await counter.ask(ChangesAsked(token, wanted.after, wanted.limit))
    if len(body) < _WORTH_PACKING:
        return _packed(request, body)
    return await run_in_threadpool(_packed, request, body)


def _changes_query(request: Request) -> ChangesQuery:
    try:
        return ChangesQuery.model_validate(dict(request.query_params), strict=False)
    except ValidationError as wrong:
        complaints = wrong.errors(include_input=False, include_url=False)
        raise RequestValidationError(
            [said | {"loc": ("query", *said["loc"])} for said in complaints]
        ) from wrong


@_routes.get("/health", operation_id="health", response_model=Health)
async def health() -> Response:
    """Whether the register is up."""
    return _answer(Health())


@_routes.post(
    "/enrolments",
    operation_id="enrol",
    status_code=201,
    response_model=Enrolment,
    responses=refusals(400, 404, 408, 410, 413, 415, 422, 429, 503),
    openapi_extra=json_body(EnrolmentRequest),
)
async def enrol(request: Request) -> Response:
    """Enrol a desk with an activation code, which works once."""
    wanted = _enrolment_request(await read_json_body(request))
    caller = request.client.host if request.client else ""
    enrolment = await run_in_threadpool(_authority(request).enrol, wanted, caller)
    return _answer(enrolment, status=201)


def _enrolment_request(body: bytes) -> EnrolmentRequest:
    try:
        wanted = EnrolmentRequest.model_validate_json(body)
        check_text(wanted.desk_name, "a desk's name", longest=100)
        check_text(wanted.app_version, "a version", longest=50)
    except ValidationError as wrong:
        broken = wrong.errors(include_input=False)[0]["type"] == "json_invalid"
        code = "malformed_json" if broken else "malformed"
        raise RequestRefusedError(complaint(wrong), code=code) from wrong
    except ValueError as wrong:
        raise RequestRefusedError(str(wrong), code="malformed") from wrong
    return wanted


@_routes.get(
    "/me",
    operation_id="me",
    response_model=Me,
    responses=refusals(401, 503),
    openapi_extra=BY_TOKEN,
)
def me(session: Session) -> Response:
    """This desk, its venue and the policy it works under."""
    return _answer(session.me())


@_routes.get(
    "/register/cards",
    operation_id="cards",
    response_model=CardsPage,
    responses=refusals(401, 422, 503),
    openapi_extra=BY_TOKEN,
)
def cards(
    request: Request,
    session: Session,
    after: Annotated[
        str | None, Query(pattern=_NUMBER, description="The last number of the page before.")
    ] = None,
    limit: Limit = MOST_CARDS_A_PAGE,
) -> Response:
    """A page of the register by card number."""
    return _page(request, session.cards(after, limit), exclude_none=False)


@_routes.get(
    "/cards/{number}",
    operation_id="card",
    response_model=CardAnswer,
    responses=refusals(401, 404, 503),
    openapi_extra=BY_TOKEN,
)
def card(
    session: Session, number: Annotated[str, Path(description="The card's number.")]
) -> Response:
    """One card."""
    return _answer(session.card(number))


@_routes.get(
    "/offers",
    operation_id="offers",
    response_model=OffersPage,
    responses=refusals(401, 422, 503),
    openapi_extra=BY_TOKEN,
)
def offers(request: Request, session: Session, after: Cursor = None) -> Response:
    """The venue's offers that came, changed or went."""
    return _page(request, session.offers(after))


@_routes.get(
    "/activity",
    operation_id="activity",
    response_model=ActivityPage,
    responses=refusals(401, 422, 503),
    openapi_extra=BY_TOKEN,
)
def activity(request: Request, session: Session, after: Cursor = None) -> Response:
    """What all desks of the venue have had accepted."""
    return _page(request, session.activity(after))


def document() -> dict[str, Any]:
    """The OpenAPI 3.1 description."""
    return make_app().openapi()
