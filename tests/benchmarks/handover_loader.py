"""The desk of :mod:`tests.benchmarks.handover` that loads: a program of its own.

``python -m tests.benchmarks.handover_loader HOME ADDRESS KEY CARDS CORE`` says so when every card
has come from the neighbour at the address, and ends when nothing more is to be read. Meanwhile it
records visits, at first by the few cards that it has already.
"""

import itertools
import json
import sys
import threading
import time
from pathlib import Path

from desk_app.bootstrap.application import SHARED_TURN
from sync.lan.discovery import NoFinder
from tests.benchmarks.handover import HERE, figures, meet, open_desk, programs, recording, run_on

_BETWEEN = 1.0
"""Seconds between two sales."""


def main() -> None:
    """Load, and say how the sales here went meanwhile."""
    home, address, key, cards, core = sys.argv[1:]
    if core:
        run_on(int(core))
    settings = Path(home) / "settings.json"
    chosen = json.loads(settings.read_text())
    settings.write_text(json.dumps(chosen | {"neighbour_addresses": [address]}))
    ended = threading.Event()

    def wait_for_the_end() -> None:
        sys.stdin.read()
        ended.set()

    with open_desk(Path(home)) as app:
        sys.setswitchinterval(SHARED_TURN)
        meet(app, HERE, key)
        app.neighbours.find_by(NoFinder)
        app.neighbours.start(programs=programs(app))
        threading.Thread(target=wait_for_the_end, daemon=True).start()
        numbers = itertools.cycle(range(int(cards)))
        taken: list[float] = []
        while (status := app.register.status()) is None or status.sum.count < int(cards):
            taken.append(recording(app, next(numbers), provisional=True))
            time.sleep(_BETWEEN)
        results = {"cards": int(cards), **figures(taken)}
        sys.stdout.write(json.dumps(results) + "\n")
        sys.stdout.flush()
        while not ended.wait(_BETWEEN):
            recording(app, next(numbers))


if __name__ == "__main__":
    main()
