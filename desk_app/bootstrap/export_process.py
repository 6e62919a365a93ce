"""Runs exports in a process of their own: this program again, headless, beside its window.

A season of visits takes Python seconds to write. In the window's own process every one of them
would hold up a card that is being checked.
"""

import logging
import re
import subprocess  # noqa: TC003 - as the type of what runs
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from queue import SimpleQueue

from desk_app.bootstrap.child_program import parse_answer, program, start_program
from desk_app.config.paths import Home
from desk_app.files.atomic_write import clear_unfinished
from desk_app.services.errors import (
    DeskError,
    EnvironmentFaultError,
    ExportBrokenOffError,
    ExportStoppedError,
    FileUnwritableError,
    NotEnrolledError,
    UsageError,
)
from desk_app.services.exporting import Export, Extent, OnProgress

_log = logging.getLogger(__name__)

_PROGRESS = re.compile(r"progress (\d\.\d+)")
"""The progress lines of ``export --progress`` on standard error, among its errors."""
_NICE = 5
"""The niceness of the process: it is less urgent than the window."""


class ProgramExports:
    """Implements the window's ``Exports``. The process finds the desk's key as this one did.

    ``voucher`` admits it where a PIN is set: the person who exports from the window entered it.
    """

    def __init__(
        self, home: Home, secrets_choice: str, voucher: Callable[[], str] = lambda: ""
    ) -> None:
        self._home = home
        self._secrets = secrets_choice
        self._voucher = voucher

    def export(self, path: Path, form: str, extent: Extent, *, with_cards: bool) -> Export:
        """An export that has not begun yet."""
        command = [
            *program(self._home, self._secrets),
            "export",
            "--vouched",
            "--progress",
            f"--format={form}",
            f"--out={path}",
        ]
        command += [f"--from={extent.first}"] if extent.first else []
        command += [f"--to={extent.last}"] if extent.last else []
        command += ["--all-desks"] if extent.all_desks else []
        command += ["--with-cards"] if with_cards else []
        return ProgramExport(command, path, self._home.database, self._voucher)


class ProgramExport:
    """Implements ``Export``: one export process."""

    def __init__(
        self,
        command: Sequence[str],
        path: Path,
        database: Path,
        voucher: Callable[[], str] = lambda: "",
    ) -> None:
        self._command = command
        self._voucher = voucher
        self._path = path
        self._database = database
        self._turn = threading.Lock()
        self.process: subprocess.Popen[str] | None = None
        self._given_up = False
        self._answers: SimpleQueue[str | None] = SimpleQueue()
        self._answer = ""

    def write(self, on_progress: OnProgress) -> int:
        """Run the process to its end; returns how many visits it wrote."""
        voucher = self._voucher()
        with self._turn:
            if self._given_up:
                raise ExportStoppedError
            process = self.process = _started(self._command, voucher)
        # On a thread of its own, since a read from a pipe cannot be interrupted.
        listening = threading.Thread(target=self._listen, args=(process,), daemon=True)
        listening.start()
        complaints = []
        for line in iter(self._answers.get, None):
            if progress := _PROGRESS.fullmatch(line):
                on_progress(float(progress[1]))
            else:
                complaints.append(line)
        return self._outcome(process, complaints)

    def stop(self) -> None:
        """Kill the process."""
        with self._turn:
            self._given_up = True
            if self.process is not None:
                self.process.kill()

    def leave(self) -> None:
        """Detach; the process writes its file all the same, or clears up after itself."""
        with self._turn:
            self._given_up = True
        self._answers.put(None)

    def _listen(self, process: "subprocess.Popen[str]") -> None:
        try:
            with process:
                for line in process.stderr or ():
                    self._answers.put(line.strip())
                self._answer = process.stdout.read() if process.stdout else ""
        finally:
            self._answers.put(None)

    def _outcome(self, process: "subprocess.Popen[str]", complaints: Sequence[str]) -> int:
        answer = parse_answer(self._answer)
        if isinstance(answer.get("rows"), int):  # even if it was to be stopped: it was quicker
            return int(answer["rows"])
        if process.poll() is not None:
            clear_unfinished(self._path.parent)
        if self._given_up:
            raise ExportStoppedError
        code = answer.get("error", {}).get("code")
        if code is None:
            _log.warning("an export ended with %s: %s", process.returncode, "; ".join(complaints))
            raise ExportBrokenOffError
        raise self._error(code) or RuntimeError("\n".join(["the export failed", *complaints]))

    def _error(self, code: str) -> DeskError | None:
        """The process's error, as it would have been raised here."""
        for kind in _kinds(UsageError, NotEnrolledError, EnvironmentFaultError):
            if kind.code == code:
                about_file = issubclass(kind, FileUnwritableError)
                return kind(path=str(self._path if about_file else self._database))
        return None


def _started(command: Sequence[str], voucher: str) -> "subprocess.Popen[str]":
    """Start the process, less urgent than the window. Raises ``ExportBrokenOffError``."""
    try:
        return start_program(command, voucher, niceness=_NICE)
    except OSError as refused:
        _log.warning("an export could not be started: %s", refused.strerror)
        raise ExportBrokenOffError from refused


def _kinds(*kinds: type[DeskError]) -> Iterator[type[DeskError]]:
    for kind in kinds:
        yield kind
        yield from _kinds(*kind.__subclasses__())
