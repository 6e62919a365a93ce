"""Sounds that are written down, not played."""

from desk_app.services.sounds import SilenceReason, Sound


class RecordedSounds:
    """Implements the window's ``Sounds``."""

    def __init__(self) -> None:
        self.played: list[tuple[Sound, int]] = []
        self.silence: SilenceReason | None = None

    def play(self, sound: Sound, volume: int) -> None:
        self.played.append((sound, volume))

    def try_out(self, sound: Sound, volume: int) -> SilenceReason | None:
        self.play(sound, volume)
        return self.silence

    def close(self) -> None:
        pass
