"""Sounds through the player that the system brings along.

Windows and macOS have theirs; on Linux one of PipeWire's, PulseAudio's or ALSA's is mostly there.
Not every player knows of volume, so it is put into the samples themselves.
"""

import array
import logging
import shutil
import subprocess
import sys
import tempfile
import wave
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Condition, Lock, Thread

from desk_app.services.sounds import SilenceReason, Sound

_log = logging.getLogger(__name__)

PLAYERS = (("pw-play",), ("paplay",), ("aplay", "-q"), ("afplay",))
"""Programs that play the WAV file named last; the first that can is used."""
_LONGEST_S = 5.0
"""A player that takes longer hangs on its device."""

Player = Callable[[Path], bool]
"""Plays a file to its end; whether it could."""


def system_players(path: str | None = None) -> Sequence[Player]:
    """Every player that this system has, looked for along ``path`` or the usual one."""
    if sys.platform == "win32":
        return (_play_on_windows,)
    found = ((shutil.which(program, path=path), rest) for program, *rest in PLAYERS)
    return tuple(_by_program([program, *rest]) for program, rest in found if program)


def softened(samples: bytes, volume: int) -> bytes:
    """Samples of 16 bits, as a WAV file has them, at ``volume`` percent of their loudness.

    The ear counts in steps, not in sums: half as loud is about a quarter of the amplitude.
    """
    factor = (max(0, min(100, volume)) / 100) ** 2
    values = array.array("h", samples)
    if sys.byteorder == "big":
        values.byteswap()
    values = array.array("h", (round(value * factor) for value in values))
    if sys.byteorder == "big":
        values.byteswap()
    return values.tobytes()


class SystemSounds:
    """Plays the files in ``folder``, from a thread of its own.

    A sound that comes while one is heard waits for it; of several only the latest is worth hearing.
    """

    def __init__(self, folder: Path, players: Sequence[Player]) -> None:
        self._folder = folder
        self._players = players
        self._silence = None if players else SilenceReason.NO_PLAYER
        self._wanted: tuple[Sound, int] | None = None
        self._closed = False
        self._news = Condition()
        self._playing = Lock()
        self._thread = Thread(target=self._work, name="sounds", daemon=True)
        self._thread.start()

    def play(self, sound: Sound, volume: int) -> None:
        """Play it now, or after the one that is heard."""
        if volume <= 0 or self._silence is not None:
            return
        with self._news:
            self._wanted = (sound, volume)
            self._news.notify()

    def try_out(self, sound: Sound, volume: int) -> SilenceReason | None:
        """Play it here, to its end; a loudspeaker may have been plugged in meanwhile."""
        if self._players:
            self._silence = None if self._play_now(sound, volume) else SilenceReason.NO_DEVICE
        return self._silence

    def close(self) -> None:
        """Fall silent; the last sound may ring out."""
        with self._news:
            self._closed = True
            self._news.notify()
        self._thread.join(_LONGEST_S)

    def _work(self) -> None:
        while True:
            with self._news:
                self._news.wait_for(lambda: self._wanted is not None or self._closed)
                wanted, self._wanted = self._wanted, None
            if wanted is None:
                return
            if not self._play_now(*wanted):
                self._silence = (
                    SilenceReason.NO_DEVICE
                )  # until somebody tries it out in the settings
                _log.info("sounds: no player could play")

    def _play_now(self, sound: Sound, volume: int) -> bool:
        try:
            with self._playing, tempfile.TemporaryDirectory(prefix="kaikuluukku-") as folder:
                file = self._at_volume(sound, volume, Path(folder))
                return any(play(file) for play in self._players)
        except (OSError, wave.Error, EOFError) as fault:  # a full disk, or a file that is gone
            _log.info("sounds: %s: %s", sound, type(fault).__name__)
            return False

    def _at_volume(self, sound: Sound, volume: int, folder: Path) -> Path:
        file = folder / f"{sound}.wav"
        with wave.open(str(self._folder / file.name), "rb") as whole:
            params, samples = whole.getparams(), whole.readframes(whole.getnframes())
        with wave.open(str(file), "wb") as soft:
            soft.setparams(params)
            soft.writeframes(softened(samples, volume))
        return file


def _by_program(command: Sequence[str]) -> Player:
    def play(file: Path) -> bool:
        try:
            ended = subprocess.run(  # noqa: S603 - a fixed program, a file of ours
                [*command, str(file)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=_LONGEST_S,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            return False
        return ended.returncode == 0

    return play


def _play_on_windows(file: Path) -> bool:
    if sys.platform != "win32":  # what follows is there alone
        return False
    import winsound  # noqa: PLC0415 - other systems have no such module

    try:
        winsound.PlaySound(str(file), winsound.SND_FILENAME | winsound.SND_NODEFAULT)
    except RuntimeError:
        return False
    return True
