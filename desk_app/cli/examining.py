"""The commands that need no desk: they look at the build, or at the machine."""

import argparse
from collections.abc import Callable, Mapping, Sequence

from desk_app.cli.answers import Answer, ExitStatus
from desk_app.examining.build import examine_build
from desk_app.examining.check import Check
from desk_app.examining.diagnosis import write_diagnosis
from desk_app.examining.machine import examine_machine
from desk_app.paths import Home, default_home
from desk_app.policy import MachinePolicy
from desk_app.wording import Wording

DesklessCommand = Callable[[argparse.Namespace, Wording, MachinePolicy], Answer]

_MARKS = {True: "ok", False: "!!"}


def self_test(_: argparse.Namespace, __: Wording, ___: MachinePolicy) -> Answer:
    """Whether this build is whole."""
    checks = examine_build()
    ok = all(check.ok for check in checks)
    status = ExitStatus.DONE if ok else ExitStatus.BUG
    return Answer({"ok": ok, "checks": [_dumped(each) for each in checks]}, _words(checks), status)


def doctor(typed: argparse.Namespace, wording: Wording, policy: MachinePolicy) -> Answer:
    """What is wrong with this machine, if anything, and the mend."""
    home = Home(typed.home or default_home())
    checks = examine_machine(home, typed.secrets, wording, policy)
    if typed.bundle is not None:
        write_diagnosis(typed.bundle, checks, home)
    status = ExitStatus.DONE if all(check.ok for check in checks) else ExitStatus.ATTENTION
    return Answer({"checks": [_dumped(each) for each in checks]}, _words(checks), status)


EXAMINATIONS: Mapping[str, DesklessCommand] = {"self-test": self_test, "doctor": doctor}


def _dumped(check: Check) -> dict[str, object]:
    return {"name": check.name, "ok": check.ok, "detail": check.detail}


def _words(checks: Sequence[Check]) -> str:
    return "\n".join(f"{_MARKS[check.ok]}  {check.name}: {check.detail}" for check in checks)
