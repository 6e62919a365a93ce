"""Every page of the console in every state, language, width and theme: has any of them a barrier?

``python -m tests.endurance.console_pages`` opens them in the system's Chromium, lets axe-core look
them over (WCAG 2.2 AA and its best practices), and sees whether any has to be scrolled sideways.
``--pictures`` also saves each as a picture, and an index of them. The report is JSON on standard
output; the exit status is 1 unless nothing was found.
"""

import argparse
import json
import logging
import sys
import tempfile
from itertools import product
from pathlib import Path

from desk_app.demo.gallery import write_index, write_thumbnail
from tests.helpers.browser import a_browser, amiss
from tests.sync.server.console.full_console import full_console
from tests.sync.server.console.page_states import LOOKS, STATES, Viewer

PICTURES = Path("build") / "console-screenshots"
KEPT = Path("docs") / "pictures"
"""Here a few of them are kept in each language, as small files."""
_KEPT = {"card": 1366, "cards": 1366, "desks": 1366, "statistics-area": 1366, "mobile": 360}
"""Which, and how wide."""


def main() -> int:
    """Look at all, or at those with a word in their names; say what was found."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.endurance.console_pages", description=__doc__
    )
    parser.add_argument("--only", default="", metavar="TEXT", help="in a picture's name")
    parser.add_argument("--pictures", action="store_true", help=f"save them into {PICTURES}")
    parser.add_argument("--kept", action="store_true", help=f"renew those that lie in {KEPT}, only")
    typed = parser.parse_args()
    logging.disable(logging.CRITICAL)
    report = look(typed.only, pictures=typed.pictures or typed.kept, kept=typed.kept)
    sys.stdout.write(json.dumps(report, indent=2, ensure_ascii=False) + "\n")
    return 0 if not report["found"] else 1


def look(only: str, *, pictures: bool, kept: bool) -> dict[str, object]:
    """What is amiss with each page, by the name of its picture."""
    found: dict[str, list[str]] = {}
    seen, taken = 0, []
    PICTURES.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        full_console(f"sqlite:///{folder}/register.db") as console,
        a_browser() as browser,
    ):
        viewer = Viewer(browser, console)
        for each, state in product(LOOKS, STATES):
            name = f"{state.name}-{each}"
            is_kept = (_KEPT.get(state.name), "light") == (each.width, each.theme)
            if only not in name or (kept and not is_kept):
                continue
            with viewer.seeing(state, each) as page:
                seen += 1
                if wrong := amiss(page):
                    found[name] = wrong
                if pictures:
                    taken.append(PICTURES / f"{name}.png")
                    page.screenshot(path=taken[-1], full_page=True)
                if kept:
                    write_thumbnail(taken[-1], KEPT / f"console-{state.name}-{each.language}.png")
    if taken:
        write_index(PICTURES, taken)
    return {"pages": seen, "states": len(STATES), "looks": len(LOOKS), "found": found}


if __name__ == "__main__":
    sys.exit(main())
