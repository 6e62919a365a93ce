"""Every error as RFC 9457 has it: ``application/problem+json`` with a stable ``code``."""

import logging
import math
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

import anyio
from fastapi import Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from sync.errors import (
    ActivationRefusedError,
    BusyError,
    CentralFaultError,
    DeskRefusedError,
)
from sync.protocol import Problem
from sync.server.api.queues import COME_BACK_IN
from sync.server.services.batches import complaint
from sync.server.store.database import UNAVAILABLE

MEDIA_TYPE = "application/problem+json"
STATUS_OF_CODE = {
    "activation_unknown": 404,
    "activation_used": 410,
    "activation_expired": 410,
    "rate_limited": 429,
    "token_invalid": 401,
    "desk_revoked": 401,
    "revision_gone": 410,
    "cursor_gone": 410,
    "card_unknown": 404,
    "offer_unknown": 404,
    "malformed_json": 400,
    "too_large": 413,
    "unsupported_media": 415,
    "malformed": 422,
    "unavailable": 503,
}
"""Every code that the register refuses a call with on purpose."""
_RETRY_AFTER = {
    "description": "Seconds; always there with 429 and 503.",
    "schema": {"type": "integer", "minimum": 1},
}
_DESCRIBED = {
    "content": {MEDIA_TYPE: {"schema": Problem.model_json_schema()}},
    "headers": {"Retry-After": _RETRY_AFTER},
}
RESPONSES: dict[int | str, dict[str, Any]] = {
    "4XX": {"description": "A refusal, with a stable code.", **_DESCRIBED},
    "5XX": {"description": "Not now, or a mistake of the register's own.", **_DESCRIBED},
}
"""The errors that every call may answer with, as the API's description has them."""
_READ_OUT_BYTES = 2 << 20
_READ_OUT_SECONDS = 5
_log = logging.getLogger(__name__)


class PartingResponse(Response):
    """Sends the whole answer at once, and then throws away what the client still sends.

    Where a connection is closed while more comes in, the client may never see the answer.
    """

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, and hear the client out, within bounds."""
        del scope
        head = {"status": self.status_code, "headers": self.raw_headers}
        await send({"type": "http.response.start", **head})
        await send({"type": "http.response.body", "body": self.body, "more_body": True})
        with anyio.move_on_after(_READ_OUT_SECONDS):
            left = _READ_OUT_BYTES
            while left > 0:
                message = await receive()
                left -= len(message.get("body", b""))
                if not message.get("more_body", False):
                    break
        await send({"type": "http.response.body", "body": b"", "more_body": False})


def problem(
    status: int,
    code: str,
    detail: str,
    headers: Mapping[str, str] | None = None,
    *,
    kind: type[Response] = Response,
) -> Response:
    """An error as it travels."""
    body = Problem(title=HTTPStatus(status).phrase, status=status, detail=detail, code=code)
    return kind(body.model_dump_json(), status, headers, MEDIA_TYPE)


async def _refused(request: Request, fault: CentralFaultError) -> Response:
    status = STATUS_OF_CODE[fault.code]
    if isinstance(fault, DeskRefusedError | ActivationRefusedError):
        fault.__traceback__ = fault.__context__ = None  # a crowd's would take memory meanwhile
        await request.app.state.refused.wait()
    headers: dict[str, str] = {}
    kind: type[Response] = Response
    if isinstance(fault, BusyError):
        headers["Retry-After"] = str(math.ceil(fault.retry_after))
    if status == HTTPStatus.UNAUTHORIZED:
        headers["WWW-Authenticate"] = "Bearer"
        if getattr(request.state, "is_body_unread", False):
            headers["Connection"] = "close"
            kind = Response if request.app.state.refused.beyond_a_few else PartingResponse
    return problem(status, fault.code, fault.detail, headers, kind=kind)


async def _malformed(_request: Request, error: RequestValidationError) -> Response:
    return problem(422, "malformed", complaint(error.errors()))


async def _by_framework(_request: Request, error: HTTPException) -> Response:
    code = HTTPStatus(error.status_code).name.lower()
    return problem(error.status_code, code, error.detail, error.headers)


async def _gone(_request: Request, _error: Exception) -> Response:
    """The client has hung up: nobody reads this."""
    return Response(status_code=400)


async def _unavailable(_request: Request, error: Exception) -> Response:
    """The database is busy, full or away: what was asked for is not done, and may be again."""
    _log.warning("the database cannot be used: %s", error)
    detail = "the register's database is not available now; try again later"
    return problem(503, "unavailable", detail, {"Retry-After": str(COME_BACK_IN)})


async def _mistake(_request: Request, _error: Exception) -> Response:
    """Our own fault: the server logs it whole."""
    detail = "internal error in the register; the error has been logged"
    return problem(500, "internal_error", detail, {"Cache-Control": "no-store"})


ANSWERS: dict[int | type[Exception], Any] = {
    CentralFaultError: _refused,
    RequestValidationError: _malformed,
    HTTPException: _by_framework,
    ClientDisconnect: _gone,
    **dict.fromkeys(UNAVAILABLE, _unavailable),
    Exception: _mistake,
}
"""How the application answers every error."""
