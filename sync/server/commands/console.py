"""The options of the console, and its first account.

What draws its pages and signs people in is loaded only where it is used: the other commands of an
administrator are to be quick and small.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from urllib.parse import urlsplit

import click

from sync.server.commands.options import on_register
from sync.server.console.oidc_settings import OidcSettings
from sync.server.console.store.accounts import AlreadyThereError
from sync.server.services.central_register import CentralRegister

OIDC_VARIABLE = "KAIKUKANTA_OIDC_SECRET"
"""The environment variable of the client's secret: command lines are seen by others."""
Listening = tuple[str, int]


def _listening_address(
    _context: click.Context, _option: click.Parameter, text: str | None
) -> Listening | None:
    """An address to listen on, written as 127.0.0.1:8701 or [::1]:8701."""
    if text is None:
        return None
    host, _, port = text.rpartition(":")
    if not host or not (port.isascii() and port.isdigit()) or int(port) > 65535:
        raise click.BadParameter("write an address and a port, such as 127.0.0.1:8701")
    return host.strip("[]"), int(port)


def _console_url(_context: click.Context, _option: click.Parameter, text: str) -> str:
    parts = urlsplit(text)
    if text and not (parts.scheme in {"http", "https"} and parts.hostname):
        raise click.BadParameter("write an address such as https://register.example")
    return text


@dataclass(frozen=True, slots=True)
class ConsoleOptions:
    """How the console is to be served."""

    listen: Listening | None
    url: str
    oidc: OidcSettings | None


def console_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options of the console, which the command gets as ``console``."""

    @wraps(command)
    def with_console(
        *given_first: object,
        console_listen: Listening | None,
        console_url: str,
        oidc_issuer: str | None,
        oidc_client: str | None,
        oidc_name: str,
        **given: object,
    ) -> None:
        oidc = None
        if oidc_issuer or oidc_client:
            secret = os.environ.get(OIDC_VARIABLE, "")
            if not (oidc_issuer and oidc_client and secret):
                raise click.UsageError(
                    "OpenID Connect needs --oidc-issuer, --oidc-client, and the client's secret in"
                    f" the environment variable {OIDC_VARIABLE}"
                )
            oidc = OidcSettings(oidc_issuer, oidc_client, secret, oidc_name)
        command(*given_first, console=ConsoleOptions(console_listen, console_url, oidc), **given)

    for option in (
        click.option(
            "--console-listen",
            metavar="ADDRESS:PORT",
            callback=_listening_address,
            help="Serve the console there, and not at /console of the same address.",
        ),
        click.option(
            "--console-url",
            metavar="URL",
            default="",
            callback=_console_url,
            help="Where browsers reach the console, such as https://register.example: links are"
            " made of it, and other names refused. Needed where that is not a number.",
        ),
        click.option(
            "--oidc-issuer",
            metavar="URL",
            help="Let people sign in to the console at this OpenID Connect provider, too.",
        ),
        click.option("--oidc-client", metavar="ID", help="The console's id at the provider."),
        click.option(
            "--oidc-name",
            default="OpenID Connect",
            help="What the provider is called on the button that leads there.",
        ),
    ):
        with_console = option(with_console)
    return with_console


@click.command("console-account")
@on_register
@click.option("--login", required=True, metavar="LOGIN", help="By which to sign in.")
@click.option(
    "--url",
    default="http://127.0.0.1:8700",
    metavar="URL",
    help="The address under which browsers reach the console.",
)
def console_account(register: CentralRegister, login: str, url: str) -> None:
    """Print a link that sets up an account of Kaikukeskus for the console.

    It works once, within three days. An account that is there already is set up anew.
    """
    click.echo(_invitation_link(register, login, url))


def _invitation_link(central: CentralRegister, login: str, url: str) -> str:
    """A link with which an account of Kaikukeskus is set up; one that is there is set up anew."""
    from sync.server.console import sign_in  # noqa: PLC0415 - see above
    from sync.server.console.context import Console  # noqa: PLC0415 - see above
    from sync.server.console.cookie import PATH  # noqa: PLC0415 - see above

    if not 1 <= len(login.strip()) <= sign_in.LONGEST_LOGIN or not login.isprintable():
        raise click.ClickException(f"a login has 1 to {sign_in.LONGEST_LOGIN} characters")
    try:
        token = sign_in.national_account(Console(central), login)
    except AlreadyThereError as taken:
        raise click.ClickException(
            f"there is an account {login} of another workplace: a coordinator can invite it anew"
        ) from taken
    return f"{url.rstrip('/').removesuffix(PATH)}{PATH}/invitations/{token}"
