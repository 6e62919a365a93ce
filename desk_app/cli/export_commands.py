"""The commands that write a file: visits as a table, and unsent operations for transfer."""

import argparse
import os
import warnings
from contextlib import suppress
from getpass import GetPassWarning, getpass

from desk_app.bootstrap.application import App
from desk_app.cli.results import CommandResult, say_beside
from desk_app.services.errors import PassphraseDiffersError, PassphraseMissingError
from desk_app.services.exporting import Extent, no_progress
from desk_app.services.transfer import check_passphrase

_PASSPHRASE = "KAIKULUUKKU_PASSPHRASE"  # noqa: S105 - the variable's name, not a secret


def export(app: App, args: argparse.Namespace) -> CommandResult:
    """Write visits as a table; a file of that name is replaced."""
    extent = Extent(args.first, args.last, args.all_desks)
    rows = app.services.exporting.export(
        args.out,
        args.format,
        extent,
        with_cards=args.with_cards,
        on_progress=_say_progress if args.progress else no_progress,
    )
    return CommandResult({"rows": rows}, app.messages.exported(rows))


def carry_out(app: App, args: argparse.Namespace) -> CommandResult:
    """Write unsent operations to a transfer file."""
    passphrase = _passphrase(app, twice=True)
    count = app.services.transfer.carry_out(args.file, passphrase, args.venue)
    return CommandResult({"operations": count}, app.messages.carried_out(count))


def carry_in(app: App, args: argparse.Namespace) -> CommandResult:
    """Take in another desk's unsent operations; ``known`` counts those that were here already."""
    app.services.checking.desk()
    taken = app.services.transfer.carry_in(args.file, _passphrase(app, twice=False))
    return CommandResult(
        {"operations": taken.new, "known": taken.known},
        app.messages.carried_in(taken.new, taken.known),
    )


def _say_progress(part: float) -> None:
    with suppress(OSError):  # who wanted to hear it has gone; the file is wanted still
        say_beside(f"progress {part:.3f}")


def _passphrase(app: App, *, twice: bool) -> str:
    """From the environment, or typed without echo: never an option, which others can list."""
    given = os.environ.get(_PASSPHRASE)
    if given is not None:
        return given
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", GetPassWarning)  # it would be seen while it is typed
            first = getpass(app.messages.passphrase_prompt())
            if not twice:
                return first
            check_passphrase(first)
            if getpass(app.messages.passphrase_prompt(again=True)) != first:
                raise PassphraseDiffersError
    except (GetPassWarning, EOFError) as no_progress:
        raise PassphraseMissingError from no_progress
    return first
