"""The time until the window is in sight: packed, beside the same program in this environment.

An enrolled desk, a real display, the ticket page. Cold means that nothing of it is in memory,
which only root can see to; then the ratio of the cold starts is what counts.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import Any

from desk_app.demo.register import RegisterProcess
from tests.packages.screen import screen, shows

_TITLE = "Ticket desk"
_LONGEST_S = 120.0
_DROP_CACHES = Path("/proc/sys/vm/drop_caches")
_TARGET = 1.5
PACKED = Path("build/package/kaikuluukku/kaikuluukku").absolute()


def measure(folder: Path, *, times: int) -> dict[str, Any]:
    """Both programs in turn, so that what the machine does meanwhile falls on both."""
    programs = {"packed": [str(PACKED)], "environment": [sys.executable, "-m", "desk_app"]}
    home = folder / "home"
    desk = ["--home", str(home), "--secrets", f"file:{folder / 'secrets.json'}"]
    with RegisterProcess(folder) as register, screen() as display:
        code = register.demo.activation_code
        enrol = [*programs["environment"], *desk, "enrol", "--api", register.url, "--code", code]
        subprocess.run(enrol, check=True, capture_output=True)
        (home / "settings.json").write_text(json.dumps({"language": "en"}), encoding="utf-8")
        kinds = ["warm", "cold"] if os.access(_DROP_CACHES, os.W_OK) else ["warm"]
        seconds: dict[str, dict[str, list[float]]] = {
            kind: {name: [] for name in programs} for kind in kinds
        }
        for kind in kinds:
            for turn in range(times + 1):
                for name, words in programs.items():
                    taken = _start([*words, *desk], display, cold=kind == "cold")
                    if turn:  # the first one compiles, and warms
                        seconds[kind][name].append(taken)
    return {kind: _figures(each) for kind, each in seconds.items()}


def _start(words: list[str], display: str, *, cold: bool) -> float:
    if cold:
        os.sync()
        _DROP_CACHES.write_text("3", encoding="ascii")
    began = time.perf_counter()
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    program = subprocess.Popen(words, env=environment, stderr=subprocess.DEVNULL)
    try:
        while not shows(display, _TITLE):
            if program.poll() is not None or time.perf_counter() > began + _LONGEST_S:
                raise TimeoutError(f"{words[0]} shows no window")
        return time.perf_counter() - began
    finally:
        program.terminate()
        program.wait()


def _figures(seconds: dict[str, list[float]]) -> dict[str, Any]:
    middle = {name: median(taken) for name, taken in seconds.items()}
    return {
        **{f"{name}_s": round(taken, 2) for name, taken in middle.items()},
        "ratio": round(middle["packed"] / middle["environment"], 2),
        "target": _TARGET,
    }
