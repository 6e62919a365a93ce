"""Take the pictures, of which the name holds the given text."""

import argparse
import os
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"

from PySide6.QtWidgets import QApplication, QWidget

from tests.desk_app.ui.measures import settle
from tests.helpers.desk_fixture import DeskFixture
from tests.helpers.stretching import cut_off
from tests.helpers.windows import put_away
from tests.states import counter, front, pages
from tests.states.desks import StaffedDesk, Waiter

FOLDER = Path("build") / "states"
_SIZES = ("1366x768", "1024x560")
State = Callable[[StaffedDesk], Iterator[tuple[str, QWidget]]]
STATES: tuple[State, ...] = (*counter.STATES, *pages.STATES, *front.STATES)


def render(qt: QApplication, state: State, language: str, size: str, only: str) -> list[str]:
    """Save the pictures of one desk; what is cut off in them."""
    cut: list[str] = []
    with tempfile.TemporaryDirectory(prefix="kaikuluukku-states-") as folder:
        fixture = DeskFixture(Path(folder))
        desk = StaffedDesk(qt, fixture, language, Waiter())
        desk.size = (1366, 768) if size == _SIZES[0] else (1024, 560)
        try:
            for name, shown in state(desk):
                if only not in name:
                    continue
                desk.rest()
                settle()
                file = FOLDER / f"{name}-{size}-{language}.png"
                shown.grab().save(str(file))
                cut += [f"{file.stem}: {each}" for each in cut_off(shown.window())]
        except Exception:  # noqa: BLE001 - one state that cannot be had never stops the others
            traceback.print_exc()
            cut.append(f"{state.__name__}: not all of its states could be had")
        finally:
            for person in desk.people:
                person.window.close()
                person.tasks.close()
                put_away(person.window)
            fixture.close()
    return cut


def main() -> int:
    """0 when nothing is cut off."""
    parser = argparse.ArgumentParser(prog="python -m tests.states")
    parser.add_argument("only", nargs="?", default="")
    parser.add_argument("--language", action="append", choices=["fi", "sv", "en"])
    parser.add_argument("--size", choices=_SIZES, default=_SIZES[0])
    parser.add_argument("--of", default="", help="only desks of states with this name")
    typed = parser.parse_args()
    qt = QApplication(sys.argv[:1])
    FOLDER.mkdir(parents=True, exist_ok=True)
    cut: list[str] = []
    for language in typed.language or ["fi", "sv", "en"]:
        for state in STATES:
            if typed.of in state.__name__:
                cut += render(qt, state, language, typed.size, typed.only)
    sys.stdout.write("".join(f"{each}\n" for each in dict.fromkeys(cut)))
    return 1 if cut else 0


if __name__ == "__main__":
    sys.exit(main())
