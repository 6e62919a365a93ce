"""The commands whose outcome is a file: visits as a table, and unsent work on its way."""

import argparse
import os
import warnings
from contextlib import suppress
from getpass import GetPassWarning, getpass

from desk_app.app import App
from desk_app.cli.answers import Answer, say_beside
from desk_app.services.carrying import check_passphrase
from desk_app.services.errors import PassphraseDiffersError, PassphraseMissingError
from desk_app.services.exporting import Extent, nobody

_PASSPHRASE = "KAIKULUUKKU_PASSPHRASE"  # noqa: S105 - the variable's name, not a secret


def export(app: App, typed: argparse.Namespace) -> Answer:
    """Write visits as a table; a file of that name is replaced."""
    extent = Extent(typed.first, typed.last, typed.all_desks)
    rows = app.counter.exporting.export(
        typed.out,
        typed.format,
        extent,
        with_cards=typed.with_cards,
        told=_say_progress if typed.progress else nobody,
    )
    return Answer({"rows": rows}, app.wording.exported(rows))


def carry_out(app: App, typed: argparse.Namespace) -> Answer:
    """Write unsent work to a sealed file."""
    passphrase = _passphrase(app, twice=True)
    count = app.counter.carrying.carry_out(typed.file, passphrase, typed.venue)
    return Answer({"operations": count}, app.wording.carried_out(count))


def carry_in(app: App, typed: argparse.Namespace) -> Answer:
    """Take in unsent work of another desk; ``known`` counts what was here already."""
    app.counter.checking.desk()
    taken = app.counter.carrying.carry_in(typed.file, _passphrase(app, twice=False))
    return Answer(
        {"operations": taken.new, "known": taken.known},
        app.wording.carried_in(taken.new, taken.known),
    )


def _say_progress(part: float) -> None:
    with suppress(OSError):  # who wanted to hear it has gone; the file is wanted still
        say_beside(f"progress {part:.3f}")


def _passphrase(app: App, *, twice: bool) -> str:
    """From the environment, or typed unseen: never as an option, which everybody can list."""
    given = os.environ.get(_PASSPHRASE)
    if given is not None:
        return given
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", GetPassWarning)  # it would be seen while it is typed
            first = getpass(app.wording.passphrase_prompt())
            if not twice:
                return first
            check_passphrase(first)
            if getpass(app.wording.passphrase_prompt(again=True)) != first:
                raise PassphraseDiffersError
    except (GetPassWarning, EOFError) as nobody:
        raise PassphraseMissingError from nobody
    return first
