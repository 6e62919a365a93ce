"""Asks for the desk's PIN in commands that show or change visits."""

import argparse
import sys
import time
from pathlib import Path

from desk_app.bootstrap.application import App
from desk_app.cli.prompts import ask_hidden
from desk_app.config.machine_policy import may_forget_pin, pin_slip
from desk_app.files.protection import is_private
from desk_app.services.errors import FileUnreadableError
from desk_app.services.pin_errors import PinFileOpenError, PinMissingError, RightsMissingError

BEHIND_PIN = frozenset(
    {
        "check",
        "record",
        "correct",
        "void",
        "queue",
        "acknowledge",
        "export",
        "carry-out",
        "carry-in",
        "hand-over",
        "resolve",
    }
)
_LONGEST = 1_000


def check_pin(app: App, args: argparse.Namespace) -> None:
    """Return where no PIN is set or required, or the right one was given.

    Raises ``PinMissingError``, ``PinWrongError``, ``PinWaitError``, ``PinFileOpenError`` or
    ``FileUnreadableError``.
    """
    lock = app.services.lock
    if args.command not in BEHIND_PIN or not lock.has_pin():
        return
    if getattr(args, "vouched", False):
        lock.accept(sys.stdin.readline(_LONGEST).strip())
    elif args.pin_file is not None:
        lock.unlock(_read(args.pin_file))
    else:
        lock.unlock(_asked(app))


def check_rights(policy: Path) -> None:
    """Raise ``RightsMissingError`` for users who may not write the policy file of this machine."""
    if not may_forget_pin(policy, time.time()):
        raise RightsMissingError(path=str(policy), slip=str(pin_slip(policy)))


def _read(path: Path) -> str:
    try:
        if not is_private(path):
            raise PinFileOpenError(path=str(path))
        with path.open(encoding="utf-8-sig") as file:
            return file.readline(_LONGEST).rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as unreadable:
        raise FileUnreadableError(path=str(path)) from unreadable


def _asked(app: App) -> str:
    typed = ask_hidden(app.messages.pin_prompt()) if sys.stdin.isatty() else None
    if typed is None:
        raise PinMissingError
    return typed
