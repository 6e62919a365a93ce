"""The main job in a packed program's window, by a cashier with a keyboard."""

import json
import subprocess
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from PIL import ImageGrab

from desk_app.demo.register import RegisterProcess
from tests.packages.screen import screen, shows
from tests.packages.waiting import wait_until

_TITLE = "Ticket desk"
"""Of the window with the ticket page, in English; another one shows that it is being opened."""


def record_in_window(
    command: Callable[[str], Sequence[str]], home: Path, register: RegisterProcess, pictures: Path
) -> None:
    """Record one ticket; two pictures are left. Raises ``RoomError``.

    ``command`` starts the program on a display, at the desk whose folder ``home`` is.
    """
    offer = str(register.demo.offers["family_show"])
    settings = json.dumps({"offer_id": offer, "language": "en"})
    (home / "settings.json").write_text(settings, encoding="utf-8")
    already = len(register.visits())
    with screen() as display:
        # A pipe to read from: wine takes nothing less.
        window = subprocess.Popen(
            command(display), stdin=subprocess.PIPE, stderr=subprocess.DEVNULL
        )

        def key(*typed: str) -> None:
            subprocess.run(["env", f"DISPLAY={display}", "xdotool", *typed], check=True)

        try:
            wait_until(lambda: shows(display, _TITLE), "the window opens")
            wait_until(lambda: _has_settled(display), "and is drawn")
            key("search", "--onlyvisible", "--name", _TITLE, "windowfocus", "%@")
            for _ in range(3):  # a first key may come before the page is ready to take it
                key("key", "Escape")
            key("type", "--delay", "150", register.demo.cards["one_child"])
            key("key", "Return")
            wait_until(lambda: _has_settled(display), "the verdict is shown")
            ImageGrab.grab(xdisplay=display).save(pictures / "verdict.png")
            key("key", "Return")
            wait_until(
                lambda: len(register.visits()) > already, "a visit sold in the window arrives"
            )
            ImageGrab.grab(xdisplay=display).save(pictures / "recorded.png")
        finally:
            window.kill()  # unshare takes no gentler word, and takes all in the room along
            window.wait(30)


def _has_settled(display: str) -> bool:
    """Whether two pictures, a moment apart, are the same."""
    first = ImageGrab.grab(xdisplay=display).tobytes()
    threading.Event().wait(2.0)
    return ImageGrab.grab(xdisplay=display).tobytes() == first
