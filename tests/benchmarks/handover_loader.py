"""The desk of :mod:`tests.benchmarks.handover` that loads: a program of its own.

``python -m tests.benchmarks.handover_loader HOME ADDRESS KEY CARDS`` ends when every card has come
from the neighbour at the address; meanwhile it sells, by the few cards that it has already.
"""

import json
import sys
import threading
import time
from pathlib import Path

from desk_app.bootstrap.application import SHARED_TURN
from sync.lan.finding import NoFinder
from tests.benchmarks.handover import HERE, figures, meet, open_desk, programs, sale


def main() -> None:
    """Load, and say how the sales here went meanwhile."""
    home, address, key, cards = sys.argv[1:]
    settings = Path(home) / "settings.json"
    chosen = json.loads(settings.read_text())
    settings.write_text(json.dumps(chosen | {"neighbour_addresses": [address]}))
    with open_desk(Path(home)) as app:
        sys.setswitchinterval(SHARED_TURN)
        meet(app, HERE, key)
        app.neighbours.find_by(NoFinder)
        app.neighbours.start(programs=programs(app))
        arrived = threading.Event()

        def wait() -> None:
            while (status := app.register.status()) is None or status.sum.count < int(cards):
                time.sleep(0.1)
            arrived.set()

        threading.Thread(target=wait, daemon=True).start()
        taken: list[float] = []
        while not arrived.is_set():
            taken.append(sale(app, len(taken), provisional=True))
        said = {"cards": int(cards), **figures(taken)}
    sys.stdout.write(json.dumps(said) + "\n")


if __name__ == "__main__":
    main()
