"""Every view of the window in every language, size, size of text and theme: is anything amiss?

``python -m tests.states.looks`` takes all those looks of which the tests of the window take few.
The report is JSON on standard output; the exit status is 1 unless nothing was found.
"""

import argparse
import json
import logging
import os
import sys
import tempfile
from itertools import product
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"

from PySide6.QtWidgets import QApplication

from tests.desk_app.ui.looks import TEXTS, THEMES, Walk, every_look
from tests.helpers.desk_fixture import DeskFixture
from tests.helpers.windows import put_away
from tests.states.desks import StaffedDesk, Waiter


def main() -> int:
    """Take all looks, or those at views with a word in their names; say what was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.states.looks", description=__doc__)
    parser.add_argument("--only", default="", metavar="TEXT", help="in a view's name")
    parser.add_argument("--theme", action="append", choices=THEMES)
    typed = parser.parse_args()
    logging.disable(logging.CRITICAL)
    qt = QApplication(sys.argv[:1])
    found: dict[str, list[str]] = {}
    seen = 0
    for text, theme in product(TEXTS, typed.theme or THEMES):
        with tempfile.TemporaryDirectory(prefix="kaikuluukku-looks-") as folder:
            fixture = DeskFixture(Path(folder))
            desk = StaffedDesk(qt, fixture, "fi", Waiter())
            desk.ready()
            person = desk.person(text_scale=text, theme=theme)
            walk = Walk(person)
            looks = [
                each
                for each in every_look(view for view in walk.views if typed.only in view)
                if (each.text, each.theme) == (text, theme)
            ]
            seen += len(looks)
            for look, what in walk.amiss(looks).items():
                found[f"text {text}, {theme}, {look}"] = what
            person.window.close()
            person.tasks.close()
            put_away(person.window)
            fixture.close()
    report = {"looks": seen, "found": found}
    sys.stdout.write(json.dumps(report, indent=2, ensure_ascii=False) + "\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
