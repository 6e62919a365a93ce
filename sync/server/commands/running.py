"""Serves the desks' API, and the console beside it or at an address of its own."""

import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from types import FrameType

import click

from sync.server.api import serving
from sync.server.api.app import make_app
from sync.server.commands.console import ConsoleOptions
from sync.server.commands.console_serving import with_console
from sync.server.console.hourly_work import forget_details, sum_visits
from sync.server.services.central_register import CentralRegister
from sync.server.services.retention import retention_running

_SWITCH_SECONDS = 0.001
"""So soon, and not after 5 ms, a thread that draws a page of the console lets others go on: a
desk's call takes many short turns."""


def serve(
    central: CentralRegister,
    host: str,
    port: int,
    metrics_port: int | None,
    proxies: Sequence[serving.Network],
    options: ConsoleOptions,
) -> None:
    """Serve the register until a signal ends it, and say on what addresses.

    ``proxies`` tell callers' addresses. Raises ``click.ClickException`` where nothing can listen
    there.
    """
    sys.setswitchinterval(_SWITCH_SECONDS)
    with ExitStack() as stack:
        with _or_complain(f"cannot listen on {host}, port {port}"):
            listener = stack.enter_context(serving.bind(host, port))
        central.database.analyse_where_needed()
        app = make_app(central)
        with _or_complain("cannot serve the console there"):
            both, console_url = stack.enter_context(with_console(app, central, options, proxies))
        server = serving.make_server(both, proxies=proxies)

        def stop(_signal: int, _frame: FrameType | None) -> None:
            """Stop before the server listens to signals itself, and when it hands them back."""
            server.should_exit = True

        for name in (signal.SIGINT, signal.SIGTERM):
            signal.signal(name, stop)
        click.echo(f"listening on {serving.address(listener)}")
        if metrics_port is not None:
            with _or_complain(f"cannot serve metrics on port {metrics_port}"):
                url = stack.enter_context(app.state.metrics.serving(metrics_port))
            click.echo(f"metrics on {url}")
        if console_url:
            click.echo(f"console on {console_url}")
        with retention_running(central, forget_details, sum_visits):
            server.run(sockets=[listener])


@contextmanager
def _or_complain(sentence: str) -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        raise click.ClickException(f"{sentence}: {fault.strerror or fault}") from fault
