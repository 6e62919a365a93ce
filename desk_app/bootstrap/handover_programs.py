"""Hands the register on to neighbours, and takes it from them, in programs of their own."""

import logging
import secrets
import shutil
import subprocess
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from desk_app.bootstrap.child_program import parse_answer, program, start_program
from desk_app.config.paths import Home
from desk_app.services.errors import DeskError
from desk_app.services.register_handover import RegisterHandoverService
from sync.lan.news import NewerPart, RegisterPiece, RegisterVersion

_log = logging.getLogger(__name__)

_PIECE = 512 << 10
"""Bytes."""
_HELD_FOR = 1.0
"""Seconds for which it is not asked anew which register is in use."""
_NICE = 19
_LONGEST = 1_800.0
"""Seconds until a program that hands on or takes in is given up."""
_REST = 20
"""So many times as long as it took to make a file, it is handed on though there is a newer one."""
_QUICK = 5.0
"""Seconds: a file that takes no longer is made whenever it is wanted."""
_REST_AFTER_FAULT = 300.0
_NO_REGISTER = ("parcel_", "register_")
"""The codes with which a file is refused begin so."""
_LEAST_FREE = 256 << 20
_BYTES_OF_CARD = 400
"""Disk that a card needs at most, in the file and in the store."""


class ProgramFailedError(Exception):
    """A program could not do its work now, as while the register is being changed."""


class RegisterPrograms(Protocol):
    """Writes and reads the sealed file. Each may take minutes."""

    def write(self, path: Path, passphrase: str) -> bool:
        """Write the register in use to a file; whether it was."""
        ...

    def import_register(self, path: Path, passphrase: str) -> bool:
        """Put the register of a file in use; whether it was. Raises ``ProgramFailedError``."""
        ...

    def stop(self) -> None:
        """Give up what is under way."""
        ...


class ChildPrograms:
    """This program again, headless. ``voucher`` admits it where a PIN is set.

    Once stopped, it starts none any more.
    """

    def __init__(self, home: Home, secrets_choice: str, voucher: Callable[[], str]) -> None:
        self._command = [*program(home, secrets_choice), "hand-over"]
        self._voucher = voucher
        self._running: set[subprocess.Popen[str]] = set()
        self._stopped = False

    def write(self, path: Path, passphrase: str) -> bool:
        """Write the register in use to a file; whether it was."""
        return "revision" in self._run(["out", str(path)], passphrase)

    def import_register(self, path: Path, passphrase: str) -> bool:
        """Put the register of a file in use; whether it was."""
        answer = self._run(["in", str(path)], passphrase)
        code = str(answer.get("error", {}).get("code", ""))
        if "revision" not in answer and not code.startswith(_NO_REGISTER):
            raise ProgramFailedError(code)
        return "revision" in answer

    def stop(self) -> None:
        """Kill what runs. A register that is being taken in is not in use before its end."""
        self._stopped = True
        for process in [*self._running]:
            process.kill()

    def _run(self, arguments: list[str], passphrase: str) -> dict[str, Any]:
        """Its answer; nothing where it was killed before."""
        if self._stopped:
            return {}
        process = start_program(
            [*self._command, *arguments], self._voucher(), passphrase, niceness=_NICE
        )
        self._running.add(process)
        if self._stopped:  # in just this moment
            process.kill()
        with process:
            try:
                text, _ = process.communicate(timeout=_LONGEST)
            except subprocess.TimeoutExpired:
                process.kill()
                text, _ = process.communicate()
            finally:
                self._running.discard(process)
        answer = parse_answer(text)
        if "revision" not in answer and not self._stopped:
            code = answer.get("error", {}).get("code")
            _log.warning("a register was not handed over: %s", code or process.returncode)
        return answer


class NoPrograms:
    """Programs of a desk that hands on no cards, and imports none."""

    def write(self, path: Path, passphrase: str) -> bool:
        """Write no file."""
        del path, passphrase
        return False

    def import_register(self, path: Path, passphrase: str) -> bool:
        """Import no register."""
        del path, passphrase
        return False

    def stop(self) -> None:
        """Do nothing: no program runs."""


@dataclass(frozen=True, slots=True)
class _Made:
    """A file that is handed on, and which register is in it."""

    path: Path
    name: str
    passphrase: str
    size: int
    version: RegisterVersion
    rests_until: float


class HandedRegister:
    """Implements ``sync.lan.ports.RegisterHandover``: one file is made, and read in pieces."""

    def __init__(
        self,
        handover: RegisterHandoverService,
        programs: RegisterPrograms,
        folder: Path,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        self._handover = handover
        self._programs = programs
        self._folder = folder
        self._steady = steady
        self._turn = threading.Lock()
        self._version: tuple[float, RegisterVersion | None] | None = None
        self._made: _Made | None = None
        self._making: threading.Thread | None = None
        self._rests_until = 0.0
        self._ended = False
        self._clear()

    def version(self) -> RegisterVersion | None:
        """What this desk can hand on."""
        now, held = self._steady(), self._version
        if held is None or now - held[0] >= _HELD_FOR:
            self._version = held = (now, self._handover.version())
        return held[1]

    def piece(self, start: int) -> RegisterPiece | None:
        """A piece of the file, which begins to be made where there is none of these cards."""
        version = self.version()
        if version is None:
            return None
        with self._turn:
            made = self._made
            if (made is None or made.version.checksum != version.checksum) and self._may_make(made):
                self._making = threading.Thread(
                    target=self._make, args=(version,), name="handover", daemon=True
                )
                self._making.start()
            if made is None or not 0 <= start < made.size:
                return None
            with made.path.open("rb") as file:
                file.seek(start)
                data = file.read(_PIECE)
        return RegisterPiece(data, made.name, made.size, made.passphrase, made.version.signed_at)

    def stop(self) -> None:
        """Hand nothing on any more."""
        self._ended = True
        self._programs.stop()
        if self._making is not None:
            self._making.join(3.0)
        self._clear()

    def _may_make(self, made: _Made | None) -> bool:
        rests_until = self._rests_until if made is None else made.rests_until
        busy = self._making is not None and self._making.is_alive()
        return not busy and not self._ended and self._steady() >= rests_until

    def _make(self, version: RegisterVersion) -> None:
        name = secrets.token_hex(8)
        path, passphrase = self._folder / f"{_OUT}{name}{_SUFFIX}", secrets.token_urlsafe(32)
        began, written = self._steady(), False
        try:
            if _has_room(self._folder, version):
                written = self._programs.write(path, passphrase)
            size = path.stat().st_size if written else 0
        except (DeskError, OSError) as refused:
            _log.warning("no register can be handed on: %s", type(refused).__name__)
            size = 0
        now = self._steady()
        with self._turn:
            if size and not self._ended:
                rest = _REST * (now - began) if now - began > _QUICK else 0.0
                before = self._made
                self._made = _Made(path, name, passphrase, size, version, now + rest)
                if before is not None:
                    _remove(before.path)
            else:
                self._rests_until = now + _REST_AFTER_FAULT
                _remove(path)

    def _clear(self) -> None:
        for left in self._folder.glob(f"{_OUT}*{_SUFFIX}"):
            _remove(left)


class ProgramRegisterImport:
    """Implements ``sync.lan.ports.RegisterImport``."""

    def __init__(
        self, handover: RegisterHandoverService, programs: RegisterPrograms, folder: Path
    ) -> None:
        self._handover = handover
        self._programs = programs
        self.file = folder / f"neighbour-in{_SUFFIX}"
        _remove(self.file)

    def newer_part(self, version: RegisterVersion) -> NewerPart:
        """What of it is newer here; cards that the disk has no room for are of no use."""
        part = self._handover.newer_part(version)
        if part is NewerPart.CARDS and not _has_room(self.file.parent, version):
            return NewerPart.NOTHING
        return part

    def is_newer(self, signed_at: str) -> bool:
        """Whether what was signed then is newer than the register in use."""
        return self._handover.is_newer(signed_at)

    def apply_signature(self, version: RegisterVersion) -> None:
        """The cards in use are as new as this signature."""
        self._handover.apply_signature(version)

    def import_file(self, passphrase: str) -> bool:
        """Verify the file, and put its register in use."""
        try:
            return self._programs.import_register(self.file, passphrase)
        finally:
            _remove(self.file)

    def stop(self) -> None:
        """Give up what is under way."""
        self._programs.stop()


_OUT, _SUFFIX = "neighbour-out-", ".kaiku"


def _has_room(folder: Path, version: RegisterVersion) -> bool:
    """Whether the disk has room for the cards, and enough for the counter besides."""
    return shutil.disk_usage(folder).free > _LEAST_FREE + version.count * _BYTES_OF_CARD


def _remove(path: Path) -> None:
    with suppress(OSError):  # somebody reads it just now: the next start removes it
        path.unlink(missing_ok=True)
