"""Measures what must stay quick: ``python -m tests.benchmarks store --json``."""

import argparse
import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.benchmarks import (
    bursts,
    console,
    handover,
    nation,
    register_file,
    scan,
    start,
    store,
    strangers,
    sync,
    window,
)

_NAMES = [
    *("store", "sync", "nation", "scan", "window", "start", "bursts", "strangers", "register-file"),
    "console",
    "handover",
]
_OF_A_MILLION = {"store", "register-file", "handover"}


def main() -> None:
    """Run one benchmark in a folder of its own and say what it measured."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("what", choices=_NAMES)
    parser.add_argument("--json", action="store_true", help="one JSON object on standard output")
    parser.add_argument("--cards", type=int, metavar="N", help="default: a million for the store")
    parser.add_argument("--lookups", type=int, default=5_000, metavar="N")
    parser.add_argument("--records", type=int, default=300, metavar="N")
    parser.add_argument(
        "--visits", type=int, metavar="N", help="sync: queued; window: written; console: recorded"
    )
    parser.add_argument(
        "--desks", type=int, default=1_000, metavar="N", help="nation, console: how many"
    )
    parser.add_argument(
        "--seconds",
        type=float,
        default=60,
        metavar="S",
        help="nation, console: the evening; strangers: each part",
    )
    parser.add_argument(
        "--connections", type=int, default=2_000, metavar="N", help="strangers: how many"
    )
    parser.add_argument("--frames", type=int, default=300, metavar="N", help="scan: how many")
    parser.add_argument(
        "--times", type=int, metavar="N", help="start: how many; console: each page so often"
    )
    parser.add_argument("--bursts", type=int, default=2_000, metavar="N", help="a scanner's")
    parser.add_argument("--lines", type=int, default=500, metavar="N", help="typed by hand")
    parser.add_argument("--photos", type=Path, metavar="DIR", help="scan: these, not frames")
    parser.add_argument("--passes", action="store_true", help="scan: what each pass adds and costs")
    parser.add_argument("--seed", type=int, help="scan: of the frames; bursts: of the keys")
    parser.add_argument("--folder", type=Path, help="on the disk to be measured")
    typed = parser.parse_args()
    if typed.visits is None:
        typed.visits = {"window": 20_000, "console": 1_000_000}.get(typed.what, 10_000)
    if typed.times is None:
        typed.times = 20 if typed.what == "console" else 5
    if typed.cards is None:
        typed.cards = 1_000_000 if typed.what in _OF_A_MILLION else 100_000
    if min(typed.cards, typed.lookups, typed.records, typed.visits) < 100:
        parser.error("a measure needs 100 of each at least")
    with tempfile.TemporaryDirectory(dir=typed.folder) as folder:
        figures = _measure(typed, Path(folder))
    if typed.json:
        sys.stdout.write(json.dumps(figures, indent=2) + "\n")
        return
    for name, group in figures.items():
        sys.stdout.write(f"{name}: {group}\n")


def _measure(typed: argparse.Namespace, folder: Path) -> dict[str, Any]:
    measures: dict[str, Callable[[], dict[str, Any]]] = {
        "store": lambda: store.measure(
            folder, cards=typed.cards, lookups=typed.lookups, records=typed.records
        ),
        "sync": lambda: sync.measure(folder, cards=typed.cards, visits=typed.visits),
        "nation": lambda: nation.measure(folder, desks=typed.desks, seconds=typed.seconds),
        "strangers": lambda: strangers.measure(
            folder, connections=typed.connections, desks=min(typed.desks, 50), seconds=typed.seconds
        ),
        "console": lambda: console.measure(
            folder,
            cards=typed.cards,
            visits=typed.visits,
            desks=typed.desks,
            seconds=typed.seconds,
            times=typed.times,
        ),
        "scan": lambda: scan.measure(
            typed.photos,
            count=typed.frames,
            seed=typed.seed or scan.HELD_OUT_SEED,
            passes=typed.passes,
        ),
        "window": lambda: window.measure(folder, cards=typed.cards, visits=typed.visits),
        "start": lambda: start.measure(folder, times=typed.times),
        "bursts": lambda: bursts.measure(
            folder, bursts=typed.bursts, lines=typed.lines, seed=typed.seed or bursts.SEED
        ),
        "handover": lambda: handover.measure(folder, cards=typed.cards, recordings=typed.records),
        "register-file": lambda: register_file.measure(folder, cards=typed.cards),
    }
    return measures[typed.what]()


if __name__ == "__main__":
    main()
