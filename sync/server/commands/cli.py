"""The admin's commands. Exit statuses: 0 done, 1 not done (a sentence says why), 2 bad usage.

What serves and describes the API is loaded only by the commands that do so: the others are to be
quick.
"""

import io
import json
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from uuid import UUID

import click
from sqlalchemy.exc import DBAPIError

from sync.loading import loading
from sync.rules.enrolment_link import EnrolmentLink, MalformedLinkError
from sync.server.commands import importing
from sync.server.commands.console import ConsoleOptions, console_account, console_options
from sync.server.commands.listing import desk_line, list_all, note_line, visit_line
from sync.server.commands.logs import log_as_json
from sync.server.commands.options import FILE, on_register, register_options
from sync.server.keys.key_files import KeysUnusableError, keys_of
from sync.server.services.central_register import CentralRegister
from sync.server.store.database import DatabaseUnusableError, RegisterDatabase
from sync.server.store.database_limits import SERVING
from sync.server.store.desks import VALID_HOURS

_PORT = click.IntRange(0, 65535)


class _Commands(click.Group):
    """What cannot be done is said in a sentence."""

    def invoke(self, ctx: click.Context) -> object:
        """Do what was asked for."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:  # nobody reads the output any more: click ends quietly
            raise
        except (
            DatabaseUnusableError,
            KeysUnusableError,
            importing.BadLineError,
            OSError,
        ) as fault:
            raise click.ClickException(str(fault)) from fault
        except DBAPIError as fault:
            raise click.ClickException(f"the database refused: {fault.orig}") from fault


@click.group(cls=_Commands, context_settings={"show_default": True})
def main() -> None:
    """Reference server for the Kaikukortti register."""
    for stream in (sys.stdout, sys.stderr):  # no character ends a command, whatever the code page
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    log_as_json()


_json = click.option("--json", "as_json", is_flag=True, help="One JSON object, with all there is.")
_desk = click.option("--desk", required=True, type=click.UUID, metavar="ID")


def _networks(
    _context: click.Context, _option: click.Parameter, written: Sequence[str]
) -> list[IPv4Network | IPv6Network]:
    try:
        return [ip_network(text, strict=False) for text in written]
    except ValueError as wrong:
        raise click.BadParameter("write an address, or a network such as 10.0.0.0/8") from wrong


@main.command()
@register_options
@click.option("--host", default="127.0.0.1", help="The address to listen on.")
@click.option(
    "--port",
    type=_PORT,
    default=8700,
    help="Port to listen on (default: 8700); 0 picks a free port.",
)
@click.option(
    "--connections",
    type=click.IntRange(1, 1000),
    default=SERVING.connections,
    help="How many to the database at most.",
)
@click.option(
    "--metrics-port",
    type=_PORT,
    help="Also serve /metrics for Prometheus, on 127.0.0.1 only.",
)
@click.option(
    "--trusted-proxy",
    "proxies",
    multiple=True,
    metavar="ADDRESS",
    callback=_networks,
    help="A proxy, or a network of them (CIDR), that tells callers' addresses; may be repeated.",
)
@console_options
def run(
    db: str,
    key: Path | None,
    host: str,
    port: int,
    connections: int,
    metrics_port: int | None,
    proxies: Sequence[IPv4Network | IPv6Network],
    console: ConsoleOptions,
) -> None:
    """Run the register server."""
    with loading():
        from sync.server.commands.running import serve  # noqa: PLC0415 - see above

    limits = replace(SERVING, connections=connections)
    with closing(CentralRegister.open(db, limits=limits, keys=key)) as central:
        serve(central, host, port, metrics_port, proxies, console)


@main.command("import")
@on_register
@click.option("--venues", type=FILE)
@click.option("--offers", type=FILE)
@click.option("--cards", type=FILE)
def import_(
    register: CentralRegister, venues: Path | None, offers: Path | None, cards: Path | None
) -> None:
    """Import venues, offers and cards from NDJSON files."""
    if not (venues or offers or cards):
        raise click.UsageError("name at least one of --venues, --offers and --cards")
    report = importing.import_files(register, importing.Files(venues, offers, cards))
    if venues:
        click.echo(f"venues: {report.venues} added or updated")
    if offers:
        click.echo(f"offers: {report.offers} added or updated, {report.offers_dropped} removed")
    if cards:
        counted = report.cards
        click.echo(
            f"cards: {counted.put} added or updated, {counted.dropped} removed,"
            f" {counted.same} unchanged"
        )


def _address(_context: click.Context, _option: click.Parameter, text: str | None) -> str | None:
    try:
        return text and EnrolmentLink(text, "CODE").api_url
    except MalformedLinkError as wrong:
        raise click.BadParameter("an address is written https://register.example") from wrong


@main.command()
@on_register
@click.option(
    "--venue",
    "venues",
    required=True,
    multiple=True,
    metavar="ID",
    help="The desk's venue; for a ticket agent's desk all that it records for, its own first.",
)
@click.option(
    "--hours",
    type=click.IntRange(1, 24 * 30),
    default=VALID_HOURS,
    help="Hours until the code expires.",
)
@click.option(
    "--api",
    metavar="URL",
    callback=_address,
    help="The register's address; also prints the text for a QR code that a desk can scan.",
)
def activation(
    register: CentralRegister, venues: Sequence[str], hours: int, api: str | None
) -> None:
    """Print an activation code for one desk."""
    try:
        code = register.make_activation(*venues, hours=hours)
    except KeyError as unknown:
        missing = unknown.args[0]
        raise click.ClickException(f"there is no venue {missing}; import it first") from unknown
    except ValueError as wrong:
        raise click.ClickException(str(wrong)) from wrong
    click.echo(code)
    if api:
        click.echo(EnrolmentLink(api, code).text())


@main.command()
@on_register
@_desk
def revoke(register: CentralRegister, desk: UUID) -> None:
    """Revoke a desk, so that it can no longer connect."""
    _change_desk(register.revoke, desk)
    click.echo(f"desk {desk} is revoked")


@main.command()
@on_register
@_desk
def clear_forked(register: CentralRegister, desk: UUID) -> None:
    """Show a desk as used twice no longer: somebody has seen to it."""
    _change_desk(register.clear_forked, desk)
    click.echo(f"desk {desk} is shown as used twice no longer, unless that happens again")


def _change_desk(change: Callable[[UUID], None], desk: UUID) -> None:
    try:
        change(desk)
    except KeyError as unknown:
        raise click.ClickException(f"there is no desk {desk}; see `desks`") from unknown


@main.command()
@on_register
@_json
def desks(register: CentralRegister, *, as_json: bool) -> None:
    """List the desks, and how each stands."""
    list_all("desks" if as_json else None, register.desks(), desk_line)


@main.command()
@on_register
@_json
def visits(register: CentralRegister, *, as_json: bool) -> None:
    """List every visit with its state, for audit; with --json with whole card numbers."""
    list_all("visits" if as_json else None, register.visits(), visit_line)


@main.command()
@on_register
@_json
def notes(register: CentralRegister, *, as_json: bool) -> None:
    """List what venues tell about operations that were refused."""
    list_all("notes" if as_json else None, register.notes(), note_line)


@main.command()
@register_options
def upgrade(db: str, key: Path | None) -> None:
    """Bring a database of an older version up to this one.

    Stop its servers and back it up before.
    """
    before, now = RegisterDatabase.upgrade(db, key)
    if before == now:
        click.echo(f"the database has version {now}, as this program needs it")
    else:
        click.echo(f"upgraded from version {before} to {now}")
        keys = keys_of(db, key)
        click.echo(f"the register's keys lie in {keys}: keep them apart from its backups")


@main.command("roll-key")
@on_register
@click.option("--finish", is_flag=True, help="Sign with the next key alone, and drop the old one.")
def roll_key(register: CentralRegister, *, finish: bool) -> None:
    """Change the key that signs the register, in two steps.

    The first one makes the next key, of which desks hear by themselves; the old one goes on
    signing. The second one, with --finish, drops the old one.
    """
    try:
        register.change_key(finish=finish)
    except ValueError as wrong:
        raise click.ClickException(f"{wrong}; see `roll-key --help`") from wrong
    if finish:
        click.echo("the next key signs from now on; the old one is gone")
        return
    click.echo("the next key is made; the old one signs until `roll-key --finish`")
    click.echo("desks of this version go over to it by themselves, also later; for older ones wait")
    click.echo("until `desks` shows none: they would have to enrol anew")


main.add_command(console_account)


@main.command()
def openapi() -> None:
    """Print the OpenAPI description of the Desk API."""
    from sync.server.api.app import document  # noqa: PLC0415 - see above

    click.echo(json.dumps(document(), indent=2))
