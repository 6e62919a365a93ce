"""The shortcut past the framework answers as the framework does."""

import asyncio
import json

import pytest
from fastapi.routing import APIRoute
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from sync.errors import DeskRefusedError
from sync.server.express import Express

SCOPE: dict[str, object] = {"type": "http", "method": "GET", "path": "/quick", "headers": []}


def call(failure: Exception | None, sent: list[Message], **other: str) -> None:
    """Call the route, whose endpoint fails so, and gather what is sent."""

    async def endpoint(_request: Request) -> Response:
        if failure is not None:
            raise failure
        return Response("quick")

    async def framework(scope: Scope, receive: Receive, send: Send) -> None:
        await Response("slow")(scope, receive, send)

    async def receive() -> Message:
        return {"type": "http.request", "body": b""}

    async def send(message: Message) -> None:
        sent.append(message)

    express = Express(framework, [APIRoute("/quick", endpoint, methods=["GET"])])
    asyncio.run(express(SCOPE | other, receive, send))


def test_a_route_of_its_own_is_answered_past_the_framework() -> None:
    sent: list[Message] = []
    call(None, sent)
    assert sent[-1]["body"] == b"quick"


@pytest.mark.parametrize("other", [{"path": "/quick/"}, {"method": "POST"}])
def test_everything_else_goes_on_to_the_framework(other: dict[str, str]) -> None:
    sent: list[Message] = []
    call(None, sent, **other)
    assert sent[-1]["body"] == b"slow"


def test_a_refusal_is_answered_as_a_problem() -> None:
    sent: list[Message] = []
    call(DeskRefusedError("revoked", code="desk_revoked"), sent)
    assert sent[0]["status"] == 401
    assert json.loads(sent[1]["body"])["code"] == "desk_revoked"


def test_a_fault_of_our_own_is_answered_and_raised_to_be_logged() -> None:
    sent: list[Message] = []
    with pytest.raises(ZeroDivisionError):
        call(ZeroDivisionError(), sent)
    assert sent[0]["status"] == 500
    assert json.loads(sent[1]["body"])["code"] == "internal_error"
