"""Runs one command: opens the desk, does it, answers, and turns every error into its status."""

import argparse
import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from desk_app.app import App
from desk_app.cli.answers import Answer, ExitStatus, say, say_beside, say_error
from desk_app.cli.commands import COMMANDS, WITHOUT_DESK
from desk_app.cli.pin import check_rights, let_in
from desk_app.logs import log_to_stderr
from desk_app.paths import Home, default_home
from desk_app.policy import MachinePolicy, machine_policy, policy_file
from desk_app.services.errors import (
    DeskError,
    NotEnrolledError,
    RefusedError,
    StoreDamagedError,
    StoreKeyError,
    UsageError,
    WorldError,
)
from desk_app.settings import system_language
from desk_app.wording import Wording
from desk_app.wording.catalogue import catalogue
from sync.errors import (
    ActivationRefusedError,
    CentralFaultError,
    DeskRefusedError,
    RequestRefusedError,
)

_log = logging.getLogger(__name__)

_STATUSES: tuple[tuple[type[Exception], ExitStatus], ...] = (
    (RefusedError, ExitStatus.REFUSED),
    (UsageError, ExitStatus.BAD_USAGE),
    (NotEnrolledError, ExitStatus.NOT_ENROLLED),
    (WorldError, ExitStatus.STORE_UNUSABLE),
    (DeskRefusedError, ExitStatus.NOT_ENROLLED),
    (ActivationRefusedError, ExitStatus.NOT_ENROLLED),
    (RequestRefusedError, ExitStatus.BAD_USAGE),
    (CentralFaultError, ExitStatus.UNREACHABLE),
)

_BAD_USAGE_CODES = {"insecure_address", "ca_file_unusable"}


def run(
    typed: argparse.Namespace,
    load_policy: Callable[[], MachinePolicy] = machine_policy,
    policy_path: Path | None = None,
) -> int:
    """Run the command that was typed, by the policy of this machine.

    Who may write a policy at ``policy_path`` may do what is the administrator's.

    The exit status is the contract's.
    """
    log_to_stderr()
    language = system_language()
    wording = Wording(catalogue(language), language)
    try:
        policy = load_policy()
        policy.put_proxy_in_force()
        if typed.command == "forget-pin":
            check_rights(policy_path or policy_file())
        answer = _answer(typed, wording, policy)
    except (DeskError, CentralFaultError) as error:
        say_error(error.code, wording.error(error), as_json=typed.json)
        return exit_status(error)
    except Exception as bug:  # noqa: BLE001 - the last stop: a bug is logged whole and said
        _log.exception("a fault in this program")
        say_error("bug", wording.error(bug), as_json=typed.json)
        return ExitStatus.BUG
    say(answer, as_json=typed.json)
    return answer.status


def _answer(typed: argparse.Namespace, wording: Wording, policy: MachinePolicy) -> Answer:
    """Do the command; once more, after a rescue, where it met damage. It had done nothing then."""
    try:
        return _answer_once(typed, wording, policy)
    except StoreDamagedError:
        return _answer_once(typed, wording, policy)


def _answer_once(typed: argparse.Namespace, wording: Wording, policy: MachinePolicy) -> Answer:
    if (without_desk := WITHOUT_DESK.get(typed.command)) is not None:
        return without_desk(typed, wording, policy)
    home = Home(typed.home or default_home())
    try:
        app = App.open(home, typed.secrets, wording, policy=policy)
    except StoreKeyError:
        if not getattr(typed, "set_aside", False):
            raise
        say_beside(wording.set_aside(App.start_afresh(home, typed.secrets)))
        app = App.open(home, typed.secrets, wording, policy=policy)
    with app:
        opened = app.opened
        if opened.read_only:
            say_beside(wording.read_only(home.folder))
        if app.kept_by is not None:
            say_beside(wording.kept_by(home.folder, app.kept_by))
        for said in wording.opening(opened.recovery, opened.taken_in):
            say_beside(said)
        let_in(app, typed)
        answer = COMMANDS[typed.command](app, typed)
        if opened.log.behind:
            say_beside(wording.log_behind())
    complete = opened.recovery is None or opened.recovery.is_complete
    if answer.status is ExitStatus.DONE and (opened.log.behind or not complete):
        return replace(answer, status=ExitStatus.ATTENTION)
    return answer


def exit_status(error: Exception) -> ExitStatus:
    """The contract's exit status for an error."""
    if getattr(error, "code", None) in _BAD_USAGE_CODES:
        return ExitStatus.BAD_USAGE
    return next((status for kind, status in _STATUSES if isinstance(error, kind)), ExitStatus.BUG)
