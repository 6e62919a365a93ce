"""Asks somebody at the terminal for a secret."""

import warnings
from getpass import GetPassWarning, getpass


def ask_hidden(prompt: str) -> str | None:
    """Ask for a secret without echo: it is never an option, which others can list.

    ``None`` where nobody can be asked, or where the terminal sends characters of another code page
    than the program expects.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", GetPassWarning)  # it would be seen while it is typed
            typed = getpass(prompt)
    except (GetPassWarning, EOFError, UnicodeDecodeError):
        return None
    # Windows tells some characters as two halves, which are one in a PIN that the window took.
    return typed.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
