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

from sync import messages, protocol
from sync.errors import DeskRefusedError
from sync.messages import MOST_A_FEED_PAGE, MOST_CARDS_A_PAGE
from sync.protocol import BASE_PATH, MOST_OPERATIONS_BYTES
from sync.server.api import problems
from sync.server.api.metrics import Metrics, RequestMetrics
from sync.server.api.queues import Answer, Queues
from sync.server.api.request_bodies import BODY_SECONDS, PublicRoute
from sync.server.api.unknown_callers import RefusalDelay
from sync.server.services.batches import Batch
from sync.server.services.central_register import CentralRegister
from sync.server.services.desk_session import DeskSession

API_VERSION = "1.1.0"


def make_app(
    central: CentralRegister | None = None, *, body_seconds: float = BODY_SECONDS
) -> FastAPI:
    """The application. Without a register it can only describe itself."""
    metrics = Metrics(central.summary if central else dict)
    app = FastAPI(
        title="Kaikukanta Desk API",
        summary="Between a ticket desk and the register of Kaikukortti cards.",
        version=API_VERSION,
        openapi_url=None,
        redirect_slashes=False,
        separate_input_output_schemas=False,
        exception_handlers=problems.ANSWERS,
        middleware=[
            Middleware(RequestMetrics, metrics=metrics),
            Middleware(
                GZipMiddleware,
                minimum_size=1_000,  # bytes below which packing spares nothing
                compresslevel=4,  # a page of cards shrinks to a tenth, in a third of the time of 9
                exclude_content_types=(problems.MEDIA_TYPE,),
            ),
        ],
    )
    app.state.central = central
    app.state.queues = queues = Queues(central.token_hashes() if central else ())
    app.state.refused = RefusalDelay(lambda: queues.strangers.statistics().tasks_waiting)
    app.state.metrics = metrics
    app.state.body_seconds = body_seconds
    app.routes.extend([*_public.routes, *_routes.routes])  # included, each would be made anew
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


async def _caller(
    request: Request, shown: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]
) -> _Caller:
    token = shown.credentials.strip() if shown else ""
    if not token:
        raise DeskRefusedError("a bearer token is needed", code="token_invalid")
    return _Caller(DeskSession(request.app.state.central, token), token, request.app.state.queues)


Caller = Annotated[_Caller, Depends(_caller)]


class _DeskRoute(PublicRoute):
    """A desk's call: nothing is read of a body before its token is known.

    A token that was right when it was last shown is enough; it is looked up with what is asked.
    """

    async def admit(self, request: Request) -> int:
        caller = await _caller(request, await _bearer(request))
        if not caller.queues.knows(caller.token):
            await caller.ask(caller.session.authenticate)
        return MOST_OPERATIONS_BYTES


def _router(route_class: type[PublicRoute]) -> APIRouter:
    return APIRouter(
        prefix=BASE_PATH,
        responses=problems.RESPONSES,
        route_class=route_class,
        generate_unique_id_function=lambda route: route.name,
    )


_public, _routes = _router(PublicRoute), _router(_DeskRoute)
Limit = Annotated[int, Query(ge=1, le=MOST_CARDS_A_PAGE, description="How many at most.")]
FeedLimit = Annotated[int, Query(ge=1, le=MOST_A_FEED_PAGE, description="How many at most.")]
Cursor = Annotated[
    str | None,
    Query(
        max_length=messages.MOST_CURSOR,
        pattern="^[!-~]*$",  # so that every cursor fits into a request's head
        description="Where the last page ended; none for all.",
    ),
]


@_public.get("/health")
async def health(request: Request) -> messages.Health:
    """Whether the register is up, and its database answers."""
    state = request.app.state
    await state.queues.check(state.central.database.ping)
    return messages.Health(status="ok", api="desk/v1")


@_public.post("/enrolments", status_code=201)
async def enrol(request: Request, wanted: protocol.EnrolmentBody) -> messages.Enrolment:
    """Enrol a desk with an activation code, which works once."""
    state, address = request.app.state, request.client.host if request.client else ""
    enrolment: messages.Enrolment = await state.queues.ask(
        None, partial(state.central.enrol, wanted, address)
    )
    return enrolment


@_routes.get("/me", response_model_exclude_none=True)
async def me(caller: Caller) -> messages.Me:
    """This desk, its venue and the policy it works under."""
    return await caller.ask(caller.session.me)


@_routes.get("/register/cards")
async def cards(
    caller: Caller, after: Cursor = None, limit: Limit = MOST_CARDS_A_PAGE
) -> messages.CardsPage:
    """A page of the register by card number."""
    return await caller.ask(caller.session.cards, after, limit)


@_routes.get("/register/changes", response_model_exclude_none=True)
async def changes(
    caller: Caller,
    after: Annotated[int, Query(ge=0, description="The desk's revision.")] = 0,
    limit: Limit = MOST_CARDS_A_PAGE,
) -> messages.ChangesPage:
    """What changed since a revision; count, checksum and signature of the one reached."""
    return await caller.ask(caller.session.changes, after, limit)


@_routes.post("/cards/lookup", response_model_exclude_none=True)
async def lookup(caller: Caller, wanted: protocol.CardLookup) -> messages.CardAnswer:
    """One card, its number in the body: proxies write URLs down."""
    return await caller.ask(caller.session.card, wanted.number)


@_routes.get("/cards/{number}", response_model_exclude_none=True)
async def card(
    caller: Caller, number: Annotated[str, Path(description="The card's number.")]
) -> messages.CardAnswer:
    """One card."""
    return await caller.ask(caller.session.card, number)


@_routes.post("/standing")
async def standing(caller: Caller, report: protocol.StandingBody) -> messages.StandingAnswer:
    """How this desk stands; whether its data is in use twice."""
    return await caller.ask(caller.session.standing, report)


@_routes.post("/token")
async def new_token(caller: Caller, _wanted: protocol.TokenRequest) -> messages.NewToken:
    """A token in place of an old one, which holds until the new one is used."""
    return await caller.ask(caller.session.new_token)


@_routes.put("/shares/{offer_id}")
async def share(
    caller: Caller,
    wanted: protocol.ShareBody,
    offer_id: Annotated[UUID, Path(description="The offer's id.")],
) -> messages.ShareAnswer:
    """How much of an offer's quota the desk may hand out while it is on its own."""
    return await caller.ask(caller.session.share, offer_id, wanted)


@_routes.get("/offers", response_model_exclude_none=True)
async def offers(
    caller: Caller, after: Cursor = None, limit: FeedLimit = MOST_A_FEED_PAGE
) -> messages.OfferFeedPage:
    """The venue's offers that came, changed or went."""
    return await caller.ask(caller.session.offers, after, limit)


@_routes.post("/operations", response_model_exclude_none=True)
async def submit(request: Request, caller: Caller, batch: Batch) -> messages.OperationsAnswer:
    """Tell the register what happened; one result for each operation, in order."""
    work = partial(caller.session.submit, batch.operations)
    results = await caller.queues.settle(caller.token, work)
    request.app.state.metrics.count_operations(results)
    return messages.OperationsAnswer(results=results)


@_routes.get("/activity")
async def activity(
    caller: Caller, after: Cursor = None, limit: FeedLimit = MOST_A_FEED_PAGE
) -> messages.ActivityPage:
    """What all desks of the venue have had accepted; a number that is no longer kept is null."""
    return await caller.ask(caller.session.activity, after, limit)


def document() -> dict[str, Any]:
    """The OpenAPI 3.1 description."""
    return make_app().openapi()
