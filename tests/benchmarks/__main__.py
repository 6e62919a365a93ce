"""Measures what must stay quick: ``python -m tests.benchmarks store --json``."""

import argparse
import json
import sys
import tempfile
from pathlib import Path

from tests.benchmarks import store


def main() -> None:
    """Run one benchmark in a folder of its own and say what it measured."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("what", choices=["store"])
    parser.add_argument("--json", action="store_true", help="one JSON object on standard output")
    parser.add_argument("--cards", type=int, default=100_000, metavar="N")
    parser.add_argument("--lookups", type=int, default=5_000, metavar="N")
    parser.add_argument("--records", type=int, default=300, metavar="N")
    parser.add_argument("--folder", type=Path, help="on the disk to be measured")
    typed = parser.parse_args()
    if min(typed.cards, typed.lookups, typed.records) < 100:
        parser.error("a measure needs 100 of each at least")
    with tempfile.TemporaryDirectory(dir=typed.folder) as folder:
        figures = store.measure(
            Path(folder), cards=typed.cards, lookups=typed.lookups, records=typed.records
        )
    if typed.json:
        sys.stdout.write(json.dumps(figures, indent=2) + "\n")
        return
    for name, group in figures.items():
        sys.stdout.write(f"{name}: {group}\n")


if __name__ == "__main__":
    main()
