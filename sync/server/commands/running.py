"""Serves the desks' API, and the console beside it or at an address of its own."""

import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from types import FrameType

import click
from starlette.types import ASGIApp

from sync.server.api import serving
from sync.server.api.app import make_app
from sync.server.commands.console import ConsoleOptions, Listening
from sync.server.console.app import ConsoleApp
from sync.server.console.aside import Aside
from sync.server.console.beside_api import BesideApi
from sync.server.console.context import Console
from sync.server.console.cookie import PATH
from sync.server.console.keeping import forget_details, sum_visits
from sync.server.services.authority import Authority
from sync.server.services.retention import retention_running

_FAREWELL_SECONDS = 5.0
_SWITCH_SECONDS = 0.001
"""So soon, and not after 5 ms, a thread that draws a page of the console lets others go on: a
desk's call takes many short turns."""
_FIGURES_GOOD_FOR_SECONDS = 60.0
_PREPARED_AFTER_SECONDS = 10.0
"""After which the figures of all years are made, to be there when they are asked for."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where to listen, for metrics too if they have a port; ``proxies`` tell callers' addresses."""

    host: str
    port: int
    metrics_port: int | None
    proxies: Sequence[serving.Network]


def serve(authority: Authority, where: Addresses, options: ConsoleOptions) -> None:
    """Serve the register until a signal ends it, and say on what addresses.

    Raises ``click.ClickException`` where nothing can listen there.
    """
    sys.setswitchinterval(_SWITCH_SECONDS)
    with ExitStack() as stack:
        with _or_complain(f"cannot listen on {where.host}, port {where.port}"):
            listener = stack.enter_context(serving.bind(where.host, where.port))
        authority.database.analyse_where_needed()
        app = make_app(authority)
        aside = Aside(own_process=True)
        pages = ConsoleApp(
            Console(authority), options.oidc, aside, options.url, _FIGURES_GOOD_FOR_SECONDS
        )
        both = app if options.listen else BesideApi(app, pages)
        server = serving.make_server(both, proxies=where.proxies)

        def stop(_signal: int, _frame: FrameType | None) -> None:
            """Before the server listens to signals itself, and when it hands them back."""
            server.should_exit = True

        for name in (signal.SIGINT, signal.SIGTERM):
            signal.signal(name, stop)
        click.echo(f"listening on {serving.address(listener)}")
        if where.metrics_port is not None:
            with _or_complain(f"cannot serve metrics on port {where.metrics_port}"):
                url = stack.enter_context(app.state.metrics.serving(where.metrics_port))
            click.echo(f"metrics on {url}")
        if options.listen:
            with _or_complain("cannot serve the console there"):
                url = stack.enter_context(_serving_console(pages, options.listen, where.proxies))
            click.echo(f"console on {url}")
        with retention_running(authority, forget_details, sum_visits), _soon(pages.prepare):
            server.run(sockets=[listener])


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
def _or_complain(sentence: str) -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        raise click.ClickException(f"{sentence}: {fault.strerror or fault}") from fault


@contextmanager
def _serving_console(
    app: ASGIApp, where: Listening, proxies: Sequence[serving.Network]
) -> Iterator[str]:
    """Serve the console at an address of its own, beside whatever the block does; its address.

    Raises ``OSError`` where nothing can listen there.
    """
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
