"""The command for a lost key that was found again."""

import argparse
import re
import sys
import warnings
from getpass import GetPassWarning, getpass

from desk_app.app import App
from desk_app.cli.answers import Answer
from desk_app.paths import Home, default_home
from desk_app.policy import MachinePolicy
from desk_app.services.errors import KeyMalformedError
from desk_app.wording import Wording

_KEY = re.compile(r"[0-9a-f]{64}")


def restore_key(typed: argparse.Namespace, wording: Wording, _: MachinePolicy) -> Answer:
    """Put back the key to this desk's data, or to data that was set aside."""
    key = _asked(wording).strip().lower()
    if not _KEY.fullmatch(key):
        raise KeyMalformedError
    App.restore_key(Home(typed.home or default_home()), typed.secrets, key)
    return Answer({"restored": True}, wording.key_restored())


def _asked(wording: Wording) -> str:
    """Typed unseen, or from standard input: never as an option, which everybody can list."""
    if not sys.stdin.isatty():
        return sys.stdin.readline()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", GetPassWarning)  # it would be seen while it is typed
            return getpass(wording.key_prompt())
    except (GetPassWarning, EOFError) as nobody:
        raise KeyMalformedError from nobody
