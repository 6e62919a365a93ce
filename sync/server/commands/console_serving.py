"""Serves the console at the address of the desks' API, or at one of its own."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from starlette.types import ASGIApp

from sync.server.api import serving
from sync.server.commands.console import ConsoleOptions, Listening
from sync.server.console.api_and_console import ApiAndConsole
from sync.server.console.app import ConsoleApp
from sync.server.console.background_process import BackgroundProcess
from sync.server.console.context import Console
from sync.server.console.cookie import PATH
from sync.server.services.central_register import CentralRegister

_FAREWELL_SECONDS = 5.0
_STATISTICS_GOOD_FOR_SECONDS = 60.0
_PREPARED_AFTER_SECONDS = 10.0
"""After which the statistics of all years are made, to be there when they are asked for."""


@contextmanager
def with_console(
    api: ASGIApp,
    central: CentralRegister,
    options: ConsoleOptions,
    proxies: Sequence[serving.Network],
) -> Iterator[tuple[ASGIApp, str | None]]:
    """What to serve for desks and browsers; the console's address, where it has one of its own.

    Raises ``OSError`` where nothing can listen there.
    """
    pages = ConsoleApp(
        Console(central),
        options.oidc,
        BackgroundProcess(own_process=True),
        options.url,
        _STATISTICS_GOOD_FOR_SECONDS,
    )
    with _soon(pages.prepare):
        if options.listen is None:
            yield ApiAndConsole(api, pages), None
        else:
            with _serving(pages, options.listen, proxies) as url:
                yield api, url


@contextmanager
def _soon(work: Callable[[], None]) -> Iterator[None]:
    """Do something once the server has begun to serve, if the block lasts so long."""
    timer = threading.Timer(_PREPARED_AFTER_SECONDS, work)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


@contextmanager
def _serving(app: ASGIApp, where: Listening, proxies: Sequence[serving.Network]) -> Iterator[str]:
    """Serve the console at an address of its own, beside whatever the block does; its address."""
    with serving.bind(*where) as listener:
        server = serving.make_server(app, proxies=proxies)
        thread = threading.Thread(
            target=server.run, kwargs={"sockets": [listener]}, name="console", daemon=True
        )
        thread.start()
        try:
            yield serving.address(listener) + PATH
        finally:
            server.should_exit = True
            thread.join(_FAREWELL_SECONDS)
