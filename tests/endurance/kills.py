"""Programs killed at random moments: is everything there that was acknowledged?

``python -m tests.endurance.kills --rounds 1000`` lets a program record, void, sync with a real
register, or bring an old database up to this version; kills it with SIGKILL at a moment that
nobody chose; and looks the file over: SQLite's and SQLCipher's own checks, every acknowledged
visit and void, no visit without its operation, and a register whose cards have the sum that was
signed. In the end everything is sent, and compared with what the register holds. Then a program is
killed at every single step between the database's commit and the word "recorded". The report is
JSON on standard output; the exit status is 1 unless nothing was lost or damaged.
"""

import argparse
import json
import logging
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from tests.endurance.desk_crashes import ACTIONS, kill
from tests.endurance.steps import kill_at_every_step


def main() -> int:
    """Read how many, kill them, say what came of it."""
    parser = argparse.ArgumentParser(prog="python -m tests.endurance.kills", description=__doc__)
    parser.add_argument("--rounds", type=int, default=1_000, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    parser.add_argument("--actions", nargs="+", choices=ACTIONS, default=ACTIONS)
    typed = parser.parse_args()
    logging.disable(logging.CRITICAL)
    with tempfile.TemporaryDirectory() as folder:
        report = kill(typed.rounds, Path(folder), typed.seed, typed.actions, progress=_print)
        steps = kill_at_every_step(Path(folder))
    sys.stdout.write(json.dumps(asdict(report) | {"every_step": steps}, indent=2) + "\n")
    return 0 if report.is_good and steps["lost"] == steps["doubled"] == 0 else 1


def _print(progress: str) -> None:
    """Beside the report."""
    sys.stderr.write(progress + "\n")


if __name__ == "__main__":
    sys.exit(main())
