"""The console at the same address as the desks' API."""

from starlette.types import ASGIApp, Receive, Scope, Send

from sync.server.console.cookie import PATH


class ApiAndConsole:
    """Sends what is asked below :data:`PATH` to the console, and all else to the desks' API."""

    def __init__(self, api: ASGIApp, console: ASGIApp) -> None:
        self._api = api
        self._console = console

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the call on."""
        path = scope.get("path", "")
        is_console = path == PATH or path.startswith(f"{PATH}/")
        await (self._console if is_console else self._api)(scope, receive, send)
