"""The commands that write a file: visits as a table, and unsent operations for transfer."""

import argparse
import os
from contextlib import suppress
from datetime import datetime

from desk_app.bootstrap.application import App
from desk_app.cli.command_results import CommandResult, print_to_stderr
from desk_app.cli.exit_status import ExitStatus
from desk_app.cli.prompts import ask_hidden
from desk_app.messages.register_words import RegisterWords
from desk_app.services.errors import PassphraseDiffersError, PassphraseMissingError
from desk_app.services.exporting import Extent, no_progress
from desk_app.services.register_transfer import CarriedRegister
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
        on_progress=_print_progress if args.progress else no_progress,
    )
    return CommandResult({"rows": rows}, app.messages.exported(rows))


def carry_out(app: App, args: argparse.Namespace) -> CommandResult:
    """Write unsent operations, or the register, to a transfer file."""
    if args.register:
        return _carry_register_out(app, args)
    passphrase = _passphrase(app, twice=True)
    count = app.services.transfer.carry_out(args.file, passphrase, args.venue)
    return CommandResult({"operations": count}, app.messages.carried_out(count))


def carry_in(app: App, args: argparse.Namespace) -> CommandResult:
    """Take in what another desk wrote: unsent operations, or the register.

    ``known`` counts the operations that were here already.
    """
    app.services.checking.desk()
    if app.services.register_transfer.is_register(args.file):
        return _carry_register_in(app, args)
    taken = app.services.transfer.carry_in(args.file, _passphrase(app, twice=False))
    return CommandResult(
        {"operations": taken.new, "known": taken.known},
        app.messages.carried_in(taken.new, taken.known),
    )


def _carry_register_out(app: App, args: argparse.Namespace) -> CommandResult:
    passphrase = _passphrase(app, twice=True)
    carried = app.services.register_transfer.carry_out(args.file, passphrase)
    text = RegisterWords(app.messages).carried_out(carried.count, _local(app, carried))
    return CommandResult(_register(carried), text)


def _carry_register_in(app: App, args: argparse.Namespace) -> CommandResult:
    """Take in the register; it needs attention where it is too old already."""
    passphrase = _passphrase(app, twice=False)
    carried = app.services.register_transfer.carry_in(args.file, passphrase)
    words, now = RegisterWords(app.messages), app.services.checking.moment()
    text = words.carried_in(carried.count, _local(app, carried))
    good = words.good_until(carried.good_until.astimezone(now.at.tzinfo), now.at)
    is_good = now.utc <= carried.good_until
    status = ExitStatus.DONE if is_good else ExitStatus.ATTENTION
    return CommandResult(_register(carried), f"{text} {good}", status)


def _register(carried: CarriedRegister) -> dict[str, object]:
    return {
        "revision": carried.revision,
        "count": carried.count,
        "verified_at": f"{carried.verified_at:%Y-%m-%dT%H:%M:%SZ}",
    }


def _local(app: App, carried: CarriedRegister) -> datetime:
    return carried.verified_at.astimezone(app.services.checking.desk().policy.zone)


def _print_progress(part: float) -> None:
    with suppress(OSError):  # who wanted to hear it has gone; the file is wanted still
        print_to_stderr(f"progress {part:.3f}")


def _passphrase(app: App, *, twice: bool) -> str:
    """From the environment, or typed without echo: never an option, which others can list."""
    if given := os.environ.get(_PASSPHRASE):
        return given
    prompt = app.messages.passphrase_prompt
    first = ask_hidden(prompt())
    if first is None:
        raise PassphraseMissingError
    if twice:
        check_passphrase(first)
        if ask_hidden(prompt(again=True)) != first:
            raise PassphraseDiffersError
    return first
