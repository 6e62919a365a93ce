"""The commands that need no desk, because they check the build or the machine."""

import argparse
from collections.abc import Callable, Mapping, Sequence

from desk_app.cli.command_results import CommandResult
from desk_app.cli.exit_status import ExitStatus
from desk_app.config.machine_policy import MachinePolicy
from desk_app.config.paths import Home, default_home
from desk_app.diagnostics.bundle import write_diagnosis
from desk_app.diagnostics.check import Check
from desk_app.diagnostics.machine import examine_machine
from desk_app.messages import Messages
from desk_app.self_test.packed_parts import examine_build

DesklessCommand = Callable[[argparse.Namespace, Messages, MachinePolicy], CommandResult]

_MARKS = {True: "ok", False: "!!"}
"""Before a row's words; the names of rows are for programs alone."""


def self_test(_: argparse.Namespace, messages: Messages, __: MachinePolicy) -> CommandResult:
    """Check whether this build is complete."""
    checks = examine_build(messages)
    ok = all(check.ok for check in checks)
    status = ExitStatus.DONE if ok else ExitStatus.BUG
    return CommandResult(
        {"ok": ok, "checks": [_dumped(each) for each in checks]}, _words(checks), status
    )


def doctor(args: argparse.Namespace, messages: Messages, policy: MachinePolicy) -> CommandResult:
    """Check this machine, and show problems with their fixes."""
    home = Home(args.home or default_home())
    checks = examine_machine(home, args.secrets, messages, policy)
    if args.bundle is not None:
        write_diagnosis(args.bundle, checks, home)
    status = ExitStatus.DONE if all(check.ok for check in checks) else ExitStatus.ATTENTION
    return CommandResult({"checks": [_dumped(each) for each in checks]}, _words(checks), status)


EXAMINATIONS: Mapping[str, DesklessCommand] = {"self-test": self_test, "doctor": doctor}


def _dumped(check: Check) -> dict[str, object]:
    return {"name": check.name, "ok": check.ok, "detail": check.detail}


def _words(checks: Sequence[Check]) -> str:
    return "\n".join(f"{_MARKS[check.ok]}  {check.detail}" for check in checks)
