"""The command that restores a lost key."""

import argparse
import re
import sys

from desk_app.bootstrap.application import App
from desk_app.cli.command_results import CommandResult
from desk_app.cli.prompts import ask_hidden
from desk_app.config.machine_policy import MachinePolicy
from desk_app.config.paths import Home, default_home
from desk_app.messages import Messages
from desk_app.services.errors import KeyMalformedError

_KEY = re.compile(r"[0-9a-f]{64}")


def restore_key(args: argparse.Namespace, messages: Messages, _: MachinePolicy) -> CommandResult:
    """Restore the key to this desk's data, or to data that was set aside."""
    key = _asked(messages).strip().lower()
    if not _KEY.fullmatch(key):
        raise KeyMalformedError
    App.restore_key(Home(args.home or default_home()), args.secrets, key)
    return CommandResult({"restored": True}, messages.key_restored())


def _asked(messages: Messages) -> str:
    """Typed without echo, or from standard input."""
    if not sys.stdin.isatty():
        return sys.stdin.readline()
    typed = ask_hidden(messages.key_prompt())
    if typed is None:
        raise KeyMalformedError
    return typed
