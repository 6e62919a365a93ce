"""Waiting for what a packed program does in its own time."""

import threading
import time
from collections.abc import Callable

from tests.packages.room import RoomError

_LONGEST = 180.0
"""Seconds for the window to do something; under wine it takes half a minute to open."""


def wait_until(is_so: Callable[[], bool], what: str) -> None:
    """Wait, and say what was waited for. Raises ``RoomError`` if it does not come."""
    until = time.monotonic() + _LONGEST
    while not is_so():
        if time.monotonic() > until:
            raise RoomError(f"not seen within {_LONGEST:.0f} s: {what}")
        threading.Event().wait(0.5)
    print(what, flush=True)  # noqa: T201 - for the person who waits
