"""Escapes texts that a spreadsheet would take for formulas."""

import re

from sync.rules.texts import visible

_CALCULATES = "[=@\uff1d\uff20]"
_SIGN = r"[+\-\uff0b\uff0d]"
"""Signs that begin a formula, the wide forms of East Asian keyboards included."""
_START = re.compile(f"{_CALCULATES}|{_SIGN}")
_INSIDE = re.compile(rf"""([,;"]\s*)(?={_CALCULATES}|{_SIGN}[^\s,;"])""")
"""Signs after what another locale takes for the end of a cell. A price like "5,-" is none."""


def no_formula(text: str) -> str:
    """The text with an apostrophe before whatever a spreadsheet would calculate.

    At the beginning, and inside behind a comma or semicolon: a file is also opened where another
    of them separates the cells. Control characters and marks of direction are shown as marks.
    """
    shown = visible(text)
    lead = len(shown) - len(shown.lstrip())
    if _START.match(shown, lead):
        shown = f"'{shown}"
    return _INSIDE.sub(r"\1'", shown)
