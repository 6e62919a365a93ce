"""Scanners' bursts and people's typing, by XTest at the real window, with times of our own.

Each window has to do with one core, and that is kept busy while keys are typed. The program is held
up in the middle of every burst: half of the times it is stopped whole, half of the times it alone
does something else.
"""

import json
import os
import random
import signal
import string
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, Self

from sync.rules.scan_text import without_check_character
from tests.helpers import programs
from tests.helpers.desktop import Desktop, until
from tests.helpers.typed_window import TITLE
from tests.helpers.xtest import XTestKeyboard

GAPS_MS = (2, 5, 10, 30, 45)
SEED = 19
_LONGEST_PAUSE_MS = 120
_LONGEST_STALL_MS = 300
_REST_S = 0.5
"""Between two bursts, more than any that could be one."""
_JUDGED_S = 0.15
"""Within that time the window knows whose keys they were."""
_HAND_MS = 1000 / 12
_PUNCTUAL_MS = 15.0
"""A row of keys that came so much closer to each other, or so much further apart, than was meant
says nothing: it is typed again, since the machine was busy with something else."""
_TRIES = 5
_CHARACTERS = string.digits * 3 + string.ascii_uppercase
_BUSY = "import os\nos.sched_setaffinity(0, {{{}}})\nwhile True: pass"


@dataclass(frozen=True)
class Typed:
    """A row of keys, and when: each so many milliseconds after the one before it."""

    text: str
    gaps: tuple[float, ...]
    ending: bool
    stall_at: int = 0
    stall: int = 0
    stopped: bool = False

    @property
    def keys(self) -> list[tuple[float, str]]:
        """What is pressed, and when."""
        return list(zip(self.gaps, self.text + "\n" * self.ending, strict=True))

    @classmethod
    def burst(cls, chance: random.Random) -> Self:
        """A scanner's, with one pause anywhere, at its last key too."""
        length, gap = chance.randint(4, 20), chance.choice(GAPS_MS)
        ending = chance.random() < 0.5
        gaps = [0.0, *[float(gap)] * (length - 1 + ending)]
        gaps[chance.randrange(1, len(gaps))] = chance.uniform(gap, _LONGEST_PAUSE_MS)
        stall_at = int(chance.uniform(0, sum(gaps)))
        stall, stopped = int(chance.uniform(0, _LONGEST_STALL_MS)), chance.random() < 0.5
        return cls(_number(chance, length), tuple(gaps), ending, stall_at, stall, stopped)

    @classmethod
    def by_hand(cls, chance: random.Random) -> Self:
        """A person's: no more than twelve keys a second, some early and some late, with pauses."""
        length = chance.randint(4, 14)
        beat = chance.uniform(_HAND_MS, 2 * _HAND_MS)
        pauses = [chance.uniform(200, 900) if chance.random() < 0.1 else 0 for _ in range(length)]
        early = [chance.uniform(-30, 30) for _ in range(length + 1)]
        gaps = [
            beat + pause + here - before
            for pause, here, before in zip(pauses, early[1:], early, strict=False)
        ]
        return cls(_number(chance, length), (0.0, *gaps), ending=True)


class TypedWindow:
    """The real window on a screen of its own."""

    def __init__(self, folder: Path, stack: ExitStack, core: int, cores: "BusyCores") -> None:
        folder.mkdir()
        self._cores = cores
        desktop = stack.enter_context(Desktop(folder))
        self._program = programs.start(
            *("-m", "tests.helpers.typed_window", str(core)),
            loads=(*programs.WINDOW, "tests.helpers.desk_fixture"),
            environment=desktop.env,
            stdin=subprocess.PIPE,
            stderr=stack.enter_context((folder / "window.log").open("w")),
        )
        stack.callback(self._end)
        desktop.make_punctual()
        window = found(desktop)
        self._keyboard = stack.enter_context(XTestKeyboard(desktop.env["DISPLAY"]))
        desktop.run("xdotool", "windowfocus", "--sync", window)
        until(lambda: bool(self.ask()["has_focus"]), "the keyboard")

    def type_keys(self, typed: Typed) -> dict[str, Any]:
        """Type a row of keys, so that they come when they are meant to; what came of it."""
        for _ in range(_TRIES):
            report = self._type_once(typed)
            if came_as_meant(typed, report):
                break
        return report

    def _type_once(self, typed: Typed) -> dict[str, Any]:
        with self._cores.busy():
            with self._stalled(typed):
                self._keyboard.type(typed.keys)
            time.sleep(_JUDGED_S)
        time.sleep(_REST_S - _JUDGED_S)
        return self.ask()

    def ask(self) -> dict[str, Any]:
        """What was read since."""
        self._send("report")
        assert self._program.stdout is not None
        report: dict[str, Any] = json.loads(self._program.stdout.readline())
        return report

    @contextmanager
    def _stalled(self, typed: Typed) -> Iterator[None]:
        if typed.stall and not typed.stopped:
            self._send(f"stall {typed.stall_at} {typed.stall}")
        held = threading.Thread(target=self._stop, args=(typed,))
        if typed.stall and typed.stopped:
            held.start()
        yield
        if held.ident is not None:
            held.join()

    def _stop(self, typed: Typed) -> None:
        time.sleep(typed.stall_at / 1000)
        self._program.send_signal(signal.SIGSTOP)
        time.sleep(typed.stall / 1000)
        self._program.send_signal(signal.SIGCONT)

    def _send(self, command: str) -> None:
        assert self._program.stdin is not None
        self._program.stdin.write(command + "\n")
        self._program.stdin.flush()

    def _end(self) -> None:
        self._program.terminate()
        self._program.wait()
        for pipe in (self._program.stdin, self._program.stdout):
            if pipe is not None:
                pipe.close()


class BusyCores:
    """Programs that keep the windows' cores busy while somebody types; others may do so already."""

    def __init__(self, stack: ExitStack, cores: set[int]) -> None:
        idle = max(0, (os.cpu_count() or 1) - round(os.getloadavg()[0]))
        self._programs = [
            subprocess.Popen([sys.executable, "-c", _BUSY.format(core)])
            for core in sorted(cores)[:idle]
        ]
        self._turn = threading.Lock()
        self._typing = 0
        self._send(signal.SIGSTOP)
        stack.callback(self._end)

    @contextmanager
    def busy(self) -> Iterator[None]:
        """Keep them busy meanwhile."""
        self._count(1)
        try:
            yield
        finally:
            self._count(-1)

    def _count(self, more: int) -> None:
        with self._turn:
            self._typing += more
            self._send(signal.SIGCONT if self._typing else signal.SIGSTOP)

    def _send(self, number: signal.Signals) -> None:
        for each in self._programs:
            each.send_signal(number)

    def _end(self) -> None:
        for each in self._programs:
            each.kill()
            each.wait()


def found(desktop: Desktop) -> str:
    """The window's number, once it is in sight."""
    numbers: list[str] = []

    def look() -> bool:
        words = ("xdotool", "search", "--onlyvisible", "--name", TITLE)
        searched = subprocess.run(
            words, env=desktop.env, capture_output=True, text=True, check=False
        )
        numbers.extend(searched.stdout.split())
        return bool(numbers)

    until(look, "the window")
    return numbers[0]


def came_as_meant(typed: Typed, report: dict[str, Any]) -> bool:
    """Whether the screen gave the keys that were read at the times that were meant."""
    times = report["times"]
    if len(times) != len(typed.text):
        return True  # that is no matter of times
    gaps = [after - before for before, after in pairwise(times)]
    meant = typed.gaps[1 : len(times)]
    return all(abs(gap - each) < _PUNCTUAL_MS for gap, each in zip(gaps, meant, strict=True))


def outcome(typed: Typed, report: dict[str, Any]) -> str:
    """``whole``, ``again``, ``by_hand`` (whole, in the field), or ``part``."""
    # The register is also asked for numbers with letters exchanged, to tell of another layout, and
    # for the number without its last character, where that checks the others.
    shorter = without_check_character(typed.text)
    of_another_length = any(
        len(text) != len(typed.text) and text != shorter for text in report["checked"]
    )
    if of_another_length or any(text != typed.text for text in report["scanned"]):
        return "part"
    if report["unsure"]:
        return "part" if report["offers"] or report["field"] else "again"
    if report["scanned"]:
        return "whole"
    return "by_hand" if typed.text in (report["field"], *report["checked"]) else "part"


def run(folder: Path, rows: list[Typed], *, windows: int) -> list[tuple[Typed, dict[str, Any]]]:
    """Type all rows at several windows at once, each on a busy core."""
    allowed = sorted(os.sched_getaffinity(0))
    places = [allowed[each % len(allowed)] for each in range(windows)]
    with ExitStack() as stack, ThreadPoolExecutor(windows) as people:
        cores = BusyCores(stack, set(places))
        open_windows = [
            TypedWindow(folder / str(each), stack, core, cores) for each, core in enumerate(places)
        ]

        def type_all(place: int) -> list[tuple[Typed, dict[str, Any]]]:
            _be_punctual()
            window = open_windows[place]
            return [(row, window.type_keys(row)) for row in rows[place::windows]]

        return [each for done in people.map(type_all, range(windows)) for each in done]


def measure(
    folder: Path, *, bursts: int, lines: int, windows: int = 4, seed: int = SEED
) -> dict[str, Any]:
    """How many bursts were read whole, and what the others and the typed lines were taken for."""
    chance = random.Random(seed)
    rows = [Typed.burst(chance) for _ in range(bursts)]
    typed = [Typed.by_hand(chance) for _ in range(lines)]
    mixed = rows + typed
    chance.shuffle(mixed)
    of_scanner = set(map(id, rows))
    scans: Counter[str] = Counter()
    hands: Counter[str] = Counter()
    odd = []
    for row, report in run(folder, mixed, windows=windows):
        what = outcome(row, report)
        if id(row) in of_scanner:
            scans[what] += 1
        else:
            hands[what] += 1
        if what != ("whole" if id(row) in of_scanner else "by_hand"):
            odd.append({"what": what, "gaps": [round(gap) for gap in row.gaps], **report})
    return {
        "bursts": {"count": bursts, **scans},
        "whole_share": round(scans["whole"] / max(1, bursts), 4),
        "by_hand": {"count": lines, **hands},
        "targets": {"part": 0, "whole_share": 0.98, "taken_for_a_scan": 0},
        "taken_for_a_scan": lines - hands["by_hand"],
        "load": round(os.getloadavg()[0], 1),
        "others": odd[:40],
    }


def _be_punctual() -> None:
    """The keys come when they should, however busy the machine is; where that is allowed."""
    with suppress(PermissionError):
        os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))


def _number(chance: random.Random, length: int) -> str:
    return "".join(chance.choices(_CHARACTERS, k=length))
