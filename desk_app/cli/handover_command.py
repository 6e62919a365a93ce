"""``hand-over``: what the window has done beside itself, to hand the register on to neighbours.

It is no command for people: the passphrase is the window's own, on the last line of its input.
"""

import argparse
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desk_app.cli.command_results import CommandResult
from desk_app.config.idle_priority import lower_priority
from desk_app.files.sealing import Hardness

if TYPE_CHECKING:
    from desk_app.bootstrap.application import App

_LONGEST = 10_000


def add_hand_over(commands: Any) -> None:  # noqa: ANN401 - argparse's own, which has no public name
    """Add the command, which the help does not list."""
    typed = commands.add_parser("hand-over", allow_abbrev=False)
    typed.add_argument("direction", choices=("out", "in"))
    typed.add_argument("file", type=Path, metavar="FILE")
    typed.set_defaults(vouched=True, hardness=Hardness.least())


def hand_over(app: "App", args: argparse.Namespace) -> CommandResult:
    """Write the register to a sealed file, or take it in from one."""
    passphrase = (sys.stdin.read(_LONGEST).splitlines() or [""])[-1]
    transfer = app.services.register_transfer
    if args.direction == "out":  # nobody waits for what reads alone
        lower_priority()
        carried = transfer.carry_out(args.file, passphrase, _Paced())
    else:
        carried = transfer.carry_in(args.file, passphrase)
    return CommandResult({"revision": carried.revision, "count": carried.count}, "")


_LONGEST_REST = 0.25
"""Seconds: on a busy computer a piece takes long by itself."""


class _Paced:
    """Rests after each piece, as long as it took: the disk has one queue for all programs."""

    def __init__(self) -> None:
        self._began = time.monotonic()

    def __call__(self, done: float) -> None:
        """So much is done."""
        del done
        time.sleep(min(time.monotonic() - self._began, _LONGEST_REST))
        self._began = time.monotonic()
