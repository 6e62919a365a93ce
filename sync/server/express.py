"""A shortcut past the framework for the call that comes by the hundred each second.

For each request the framework searches its routes, works out what the endpoint depends on, and
wraps it in stacks of contexts: together as much work as judging a batch of visits. An endpoint that
takes the bare request needs none of it. It is declared to the framework all the same, which
describes it and answers in the same way.
"""

from fastapi.routing import APIRoute
from starlette.middleware.exceptions import ExceptionMiddleware
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from sync.server import problems


class Express:
    """Middleware that answers one route itself; everything else goes on to the application."""

    def __init__(self, app: ASGIApp, route: APIRoute) -> None:
        self._app = app
        self._route = route
        self._methods = route.methods or set()
        self._answered = ExceptionMiddleware(self._answer, problems.ANSWERS)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or pass on."""
        if (
            scope["type"] == "http"
            and scope["path"] == self._route.path
            and scope["method"] in self._methods
        ):
            scope["route"] = self._route  # as the framework notes it, for the figures and the log
            await self._answered(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        response = await self._route.endpoint(Request(scope, receive))
        await response(scope, receive, send)
