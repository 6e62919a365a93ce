"""The console beside the desks' API, or at an address of its own; and its first account."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import click
from starlette.types import ASGIApp

from sync.server.api import serving
from sync.server.console import sign_in
from sync.server.console.app import ConsoleApp
from sync.server.console.context import Console
from sync.server.console.cookie import PATH
from sync.server.services.authority import Authority
from sync.server.store.accounts import TakenError

_FAREWELL_SECONDS = 5.0
Listening = tuple[str, int]


def listening_address(
    _context: click.Context, _option: click.Parameter, text: str | None
) -> Listening | None:
    """An address to listen on, written as 127.0.0.1:8701 or [::1]:8701."""
    if text is None:
        return None
    host, _, port = text.rpartition(":")
    if not host or not (port.isascii() and port.isdigit()) or int(port) > 65535:
        raise click.BadParameter("write an address and a port, such as 127.0.0.1:8701")
    return host.strip("[]"), int(port)


def console_of(authority: Authority) -> ConsoleApp:
    """The console's application over a register."""
    return ConsoleApp(Console(authority))


@contextmanager
def serving_console(
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


def invitation_link(authority: Authority, login: str, url: str) -> str:
    """A link with which an account of Kaikukeskus is set up; one that is there is set up anew."""
    check_login(login)
    try:
        token = sign_in.national_account(Console(authority), login)
    except TakenError as taken:
        raise click.ClickException(
            f"there is an account {login} of another workplace: a coordinator can invite it anew"
        ) from taken
    return f"{url.rstrip('/').removesuffix(PATH)}{PATH}/invitations/{token}"


def check_login(login: str) -> None:
    """Raise ``click.ClickException`` for what cannot be a login."""
    if not 1 <= len(login.strip()) <= sign_in.LONGEST_LOGIN or not login.isprintable():
        raise click.ClickException(f"a login has 1 to {sign_in.LONGEST_LOGIN} characters")
