"""``season``: whether this desk can do without a network until a day."""

import argparse
from datetime import date

from desk_app.bootstrap.application import App
from desk_app.cli.command_results import CommandResult
from desk_app.cli.exit_status import ExitStatus
from desk_app.diagnostics.season import examine_season
from desk_app.messages.season import SeasonWords

_MARKS = {True: "ok", False: "!!", None: "[ ]"}
"""Before a row's words, which are the window's: the names of rows are for programs alone."""


def season(app: App, args: argparse.Namespace) -> CommandResult:
    """Look at everything that the desk needs; status 4 where something is to be done."""
    found = examine_season(app, args.until)
    words = SeasonWords(app.messages)
    checks = [(item.name, words.is_well(item), " ".join(words.item(item))) for item in found.items]
    to_do = any(ok is False for _, ok, _ in checks)
    return CommandResult(
        {
            "until": _written(found.until),
            "good_until": _written(found.last_day),
            "checks": [{"name": name, "ok": ok, "detail": detail} for name, ok, detail in checks],
        },
        "\n".join(f"{_MARKS[ok]:3}  {detail}" for _, ok, detail in checks),
        ExitStatus.ATTENTION if to_do else ExitStatus.DONE,
    )


def _written(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
