"""The Desk API over HTTP, around :class:`sync.server.services.desk_session.DeskSession`.

What is asked and answered is in ``docs/contract.md``, section 1; the schemas say the same to
machines. What waits for the database does so in threads (:mod:`sync.server.api.queues`).
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, FastAPI, Path, Query, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware

from sync import protocol
from sync.errors import DeskRefusedError
from sync.protocol import BASE_PATH, MOST_A_FEED_PAGE, MOST_CARDS_A_PAGE
from sync.server.api import problems
from sync.server.api.metrics import Metrics, RequestMetrics
from sync.server.api.openapi import PROBLEMS, DescribedApp, OperationsRequest, json_body
from sync.server.api.queues import Answer, Queues
from sync.server.api.request_bodies import BODY_SECONDS, read_json_body, read_message
from sync.server.api.unknown_callers import RefusalDelay
from sync.server.services.authority import Authority
from sync.server.services.batches import read_batch
from sync.server.services.desk_session import DeskSession

API_VERSION = "1.1.0"
_COMPRESSION = 4  # a page of cards shrinks to a tenth already, in a third of the time of 9
_WORTH_PACKING = 1_000
"""Bytes below which packing spares nothing."""

_routes = APIRouter(prefix=BASE_PATH, responses=PROBLEMS)


def make_app(authority: Authority | None = None, *, body_seconds: float = BODY_SECONDS) -> FastAPI:
    """The application. Without an authority it can only describe itself."""
    metrics = Metrics(authority.summary if authority else dict)
    app = DescribedApp(
        title="Kaikukanta Desk API",
        summary="Between a ticket window and the register of Kaikukortti cards.",
        version=API_VERSION,
        openapi_url=None,
        redirect_slashes=False,
        generate_unique_id_function=lambda route: route.name,
        middleware=[
            Middleware(RequestMetrics, metrics=metrics),
            Middleware(
                GZipMiddleware,
                minimum_size=_WORTH_PACKING,
                compresslevel=_COMPRESSION,
                exclude_content_types=(problems.MEDIA_TYPE,),
            ),
        ],
    )
    app.state.authority = authority
    app.state.queues = queues = Queues(authority.token_hashes() if authority else ())
    app.state.refused = RefusalDelay(lambda: queues.strangers_in_line)
    app.state.metrics = metrics
    app.state.body_seconds = body_seconds
    app.include_router(_routes)
    problems.install(app)
    return app


_bearer = HTTPBearer(description="The token that the desk got when it enrolled.", auto_error=False)


@dataclass(frozen=True, slots=True)
class _Caller:
    """A caller, a desk or a stranger, and how its request is answered."""

    session: DeskSession
    token: str
    queues: Queues

    async def ask(self, work: Callable[..., Answer], *given: object) -> Answer:
        return await self.queues.ask(self.token, partial(work, *given))

    async def settle(self, work: Callable[[], Answer]) -> Answer:
        return await self.queues.settle(self.token, work)


async def _caller(
    request: Request, shown: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]
) -> _Caller:
    token = shown.credentials.strip() if shown else ""
    if not token:
        raise DeskRefusedError("a bearer token is needed", code="token_invalid")
    return _Caller(DeskSession(request.app.state.authority, token), token, request.app.state.queues)


Caller = Annotated[_Caller, Depends(_caller)]


async def _heard_caller(caller: Caller) -> _Caller:
    """Those who may send a body: nothing is read of a stranger's.

    A token that was right when it was last shown is enough; it is looked up with what is asked.
    """
    if not caller.queues.knows(caller.token):
        await caller.ask(caller.session.authenticate)
    return caller


HeardCaller = Annotated[_Caller, Depends(_heard_caller)]
Limit = Annotated[int, Query(ge=1, le=MOST_CARDS_A_PAGE, description="How many at most.")]
FeedLimit = Annotated[int, Query(ge=1, le=MOST_A_FEED_PAGE, description="How many at most.")]
Cursor = Annotated[
    str | None,
    Query(
        max_length=protocol.MOST_CURSOR,
        pattern="^[!-~]*$",  # so that every cursor fits into a request's head
        description="Where the last page ended; none for all.",
    ),
]


@_routes.get("/health")
async def health(request: Request) -> protocol.Health:
    """Whether the register is up, and its database answers."""
    state = request.app.state
    await state.queues.check(state.authority.database.ping)
    return protocol.Health(status="ok", api="desk/v1")


@_routes.post("/enrolments", status_code=201, openapi_extra=json_body(protocol.EnrolmentBody))
async def enrol(request: Request) -> protocol.Enrolment:
    """Enrol a desk with an activation code, which works once."""
    state, address = request.app.state, request.client.host if request.client else ""
    wanted = await read_message(request, protocol.EnrolmentBody)
    enrolment: protocol.Enrolment = await state.queues.ask(
        None, partial(state.authority.enrol, wanted, address)
    )
    return enrolment


@_routes.get("/me", response_model_exclude_none=True)
async def me(caller: Caller) -> protocol.Me:
    """This desk, its venue and the policy it works under."""
    return await caller.ask(caller.session.me)


@_routes.get("/register/cards")
async def cards(
    caller: Caller, after: Cursor = None, limit: Limit = MOST_CARDS_A_PAGE
) -> protocol.CardsPage:
    """A page of the register by card number."""
    return await caller.ask(caller.session.cards, after, limit)


@_routes.get("/register/changes", response_model_exclude_none=True)
async def changes(
    caller: Caller,
    after: Annotated[int, Query(ge=0, description="The desk's revision.")] = 0,
    limit: Limit = MOST_CARDS_A_PAGE,
) -> protocol.ChangesPage:
    """What changed since a revision; count, checksum and signature of the one reached."""
    return await caller.ask(caller.session.changes, after, limit)


@_routes.post(
    "/cards/lookup", response_model_exclude_none=True, openapi_extra=json_body(protocol.CardLookup)
)
async def lookup(request: Request, caller: HeardCaller) -> protocol.CardAnswer:
    """One card, its number in the body: proxies write URLs down."""
    wanted = await read_message(request, protocol.CardLookup)
    return await caller.ask(caller.session.card, wanted.number)


@_routes.get("/cards/{number}", response_model_exclude_none=True)
async def card(
    caller: Caller, number: Annotated[str, Path(description="The card's number.")]
) -> protocol.CardAnswer:
    """One card."""
    return await caller.ask(caller.session.card, number)


@_routes.post("/standing", openapi_extra=json_body(protocol.StandingBody))
async def standing(request: Request, caller: HeardCaller) -> protocol.StandingAnswer:
    """How this desk stands; whether its data is in use twice."""
    report = await read_message(request, protocol.StandingBody)
    return await caller.ask(caller.session.standing, report)


@_routes.post("/token", openapi_extra=json_body(protocol.TokenRequest))
async def new_token(request: Request, caller: HeardCaller) -> protocol.NewToken:
    """A token in place of an old one, which holds until the new one is used."""
    await read_message(request, protocol.TokenRequest)
    return await caller.ask(caller.session.new_token)


@_routes.put("/shares/{offer_id}", openapi_extra=json_body(protocol.ShareBody))
async def share(
    request: Request,
    caller: HeardCaller,
    offer_id: Annotated[UUID, Path(description="The offer's id.")],
) -> protocol.ShareAnswer:
    """How much of an offer's quota the desk may hand out while it is on its own."""
    wanted = await read_message(request, protocol.ShareBody)
    return await caller.ask(caller.session.share, offer_id, wanted)


@_routes.get("/offers", response_model_exclude_none=True)
async def offers(
    caller: Caller, after: Cursor = None, limit: FeedLimit = MOST_A_FEED_PAGE
) -> protocol.OfferFeedPage:
    """The venue's offers that came, changed or went."""
    return await caller.ask(caller.session.offers, after, limit)


@_routes.post(
    "/operations", response_model_exclude_none=True, openapi_extra=json_body(OperationsRequest)
)
async def submit(request: Request, caller: HeardCaller) -> protocol.OperationsAnswer:
    """Tell the register what happened; one result for each operation, in order."""
    body = await read_json_body(request, most=protocol.MOST_OPERATIONS_BYTES)
    results = await caller.settle(lambda: caller.session.submit(read_batch(body)))
    request.app.state.metrics.count_operations(results)
    return protocol.OperationsAnswer(results=results)


@_routes.get("/activity")
async def activity(
    caller: Caller, after: Cursor = None, limit: FeedLimit = MOST_A_FEED_PAGE
) -> protocol.ActivityPage:
    """What all desks of the venue have had accepted; a number that is no longer kept is null."""
    return await caller.ask(caller.session.activity, after, limit)


def document() -> dict[str, Any]:
    """The OpenAPI 3.1 description."""
    return make_app().openapi()
