"""Two desks of a venue, both of the package: one looks for the other on the network."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from desk_app.demo.register import RegisterProcess
from tests.packages.room import CASHIER, Room
from tests.packages.screen import screen
from tests.packages.waiting import wait_until

_OTHER = f"/home/{CASHIER}/other"
_ASKING = (
    "kaikuluukku", "--home", _OTHER, "--secrets", f"file:{_OTHER}-secrets.json", "--json",
)  # fmt: skip


def find_the_neighbour(
    room: Room, window: Sequence[str], home: Path, register: RegisterProcess
) -> None:
    """Open the window of the desk in ``home``; a second desk finds it. Raises ``RoomError``.

    What multicast DNS, TLS and the server need is loaded by name, or in the midst of a call: that
    it imports does not say that it is there.
    """
    code = register.activation_code()
    room.run(*_ASKING, "enrol", "--api", register.url, "--code", code, cashier=True)
    for folder in (home, room.root / _OTHER.lstrip("/")):
        chosen = {"neighbours_on": True, "neighbour_port": 0, "language": "en"}
        (folder / "settings.json").write_text(json.dumps(chosen), encoding="utf-8")
    room.run(*_ASKING, "sync", cashier=True)  # the register knows its certificate from now on

    def sees_the_other() -> bool:
        room.run(*_ASKING, "sync", cashier=True)
        return bool(_asked(room, "neighbours")["state"] == "together")

    with screen() as display:
        opened = subprocess.Popen(
            room.command(f"DISPLAY={display}", *window, cashier=True), stderr=subprocess.DEVNULL
        )
        try:
            wait_until(sees_the_other, "a second desk finds this one on the network")
        finally:
            opened.kill()
            opened.wait(30)


def _asked(room: Room, *words: str) -> dict[str, Any]:
    """What a command answers; its status may say that something is to be looked at."""
    done = subprocess.run(
        room.command(*_ASKING, *words, cashier=True),
        stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
    )  # fmt: skip
    answer: dict[str, Any] = json.loads(
        next(line for line in done.stdout.splitlines() if line.startswith("{"))
    )
    return answer
