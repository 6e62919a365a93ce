"""Runs one command: opens the desk, prints the result, and maps errors to exit statuses."""

import argparse
import logging
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from desk_app.bootstrap.application import App
from desk_app.cli.command_results import (
    CommandResult,
    print_command_error,
    print_result,
    print_to_stderr,
)
from desk_app.cli.commands import COMMANDS, WITHOUT_DESK
from desk_app.cli.exit_status import CommandStoppedError, ExitStatus, exit_status
from desk_app.cli.pin import check_pin, check_rights
from desk_app.config.logs import log_to_stderr
from desk_app.config.machine_policy import MachinePolicy, machine_policy, policy_file
from desk_app.config.paths import Home, default_home
from desk_app.config.settings import system_language
from desk_app.files.sealing import Hardness
from desk_app.messages import Messages
from desk_app.messages.catalogue import catalogue
from desk_app.messages.recovery_words import RecoveryWords
from desk_app.services.errors import (
    DeskError,
    StoreDamagedError,
    StoreKeyError,
)
from sync.errors import (
    CentralFaultError,
)

_log = logging.getLogger(__name__)

_OpenDesk = Callable[[Home, str], App]
"""Opens the desk of a home, with its key from where its secrets are."""


def run(
    args: argparse.Namespace,
    load_policy: Callable[[], MachinePolicy] = machine_policy,
    policy_path: Path | None = None,
    hardness: Hardness | None = None,
) -> int:
    """Run the command, by the policy of this machine.

    Who may write a policy at ``policy_path`` may do what is the administrator's. ``hardness`` is
    what the passphrase of a file costs, if not the usual.

    The exit status is the contract's.
    """
    log_to_stderr()
    language = system_language()
    messages = Messages(catalogue(language), language)
    try:
        policy = load_policy()
        policy.apply_proxy()
        if args.command == "forget-pin":
            check_rights(policy_path or policy_file())
        hardness = hardness or getattr(args, "hardness", None)
        open_desk = partial(App.open, messages=messages, policy=policy, hardness=hardness)
        answer = _answer(args, messages, policy, open_desk)
    except (DeskError, CentralFaultError) as error:
        print_command_error(error.code, messages.error(error), as_json=args.json)
        return exit_status(error)
    except KeyboardInterrupt:
        stopped = CommandStoppedError()
        print_command_error(stopped.code, messages.error(stopped), as_json=args.json)
        return exit_status(stopped)
    except Exception as bug:  # noqa: BLE001 - the last stop: a bug is logged whole and said
        _log.exception("a fault in this program")
        print_command_error("bug", messages.error(bug), as_json=args.json)
        return ExitStatus.BUG
    print_result(answer, as_json=args.json)
    return answer.status


def _answer(
    args: argparse.Namespace, messages: Messages, policy: MachinePolicy, open_desk: _OpenDesk
) -> CommandResult:
    """Run the command; once more, after a recovery, where it met damage before any effect."""
    try:
        return _answer_once(args, messages, policy, open_desk)
    except StoreDamagedError:
        return _answer_once(args, messages, policy, open_desk)


def _answer_once(
    args: argparse.Namespace, messages: Messages, policy: MachinePolicy, open_desk: _OpenDesk
) -> CommandResult:
    if (without_desk := WITHOUT_DESK.get(args.command)) is not None:
        return without_desk(args, messages, policy)
    home = Home(args.home or default_home())
    try:
        app = open_desk(home, args.secrets)
    except StoreKeyError:
        if not getattr(args, "set_aside", False):
            raise
        print_to_stderr(messages.set_aside(App.start_afresh(home, args.secrets)))
        app = open_desk(home, args.secrets)
    with app:
        opened = app.opened
        if opened.read_only:
            print_to_stderr(messages.read_only(home.folder))
        if app.kept_by is not None:
            print_to_stderr(messages.kept_by(home.folder, app.kept_by))
        for text in RecoveryWords(app.messages).opening(opened.recovery, opened.merged):
            print_to_stderr(text)
        noticed = app.waiting_list.noticed
        if noticed:
            print_to_stderr(app.waiting_list.words(app.messages, app.desk.record()))
        check_pin(app, args)
        answer = COMMANDS[args.command](app, args)
        if opened.log.behind:
            print_to_stderr(messages.log_behind())
    complete = opened.recovery is None or opened.recovery.is_complete
    complete = complete and not noticed
    if answer.status is ExitStatus.DONE and (opened.log.behind or not complete):
        return replace(answer, status=ExitStatus.ATTENTION)
    return answer
