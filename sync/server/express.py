"""A shortcut past the framework for the calls that come by the hundred each second.

For each request the framework searches its routes, works out what the endpoint depends on, and
wraps it in stacks of contexts: together as much work as judging a batch of visits. An endpoint that
takes the bare request needs none of it. It is declared to the framework all the same, which
describes it and answers in the same way.
"""

from collections.abc import Iterable

from fastapi.routing import APIRoute
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from sync.server import problems


class Express:
    """Middleware that answers some routes itself; everything else goes on to the application."""

    def __init__(self, app: ASGIApp, routes: Iterable[APIRoute]) -> None:
        self._app = app
        self._routes = {
            (method, route.path): route for route in routes for method in route.methods or ()
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or pass on. A fault of our own is answered and raised again, to be logged."""
        route = None
        if scope["type"] == "http":
            route = self._routes.get((scope["method"], scope["path"]))
        if route is None:
            await self._app(scope, receive, send)
            return
        scope["route"] = route  # as the framework notes it, for the figures and the log
        request = Request(scope, receive)
        try:
            response = await route.endpoint(request)
        except Exception as error:
            await (await problems.answer(request, error))(scope, receive, send)
            if not problems.is_foreseen(error):
                raise
        else:
            await response(scope, receive, send)
