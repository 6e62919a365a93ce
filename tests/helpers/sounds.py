"""Sounds that are written down, not heard."""

from desk_app.services.sounds import SilenceReason, Sound


class HeardSounds:
    """Stands at the ``SoundsPart`` protocol."""

    def __init__(self) -> None:
        self.heard: list[tuple[Sound, int]] = []
        self.silence: SilenceReason | None = None

    def play(self, sound: Sound, volume: int) -> None:
        self.heard.append((sound, volume))

    def try_out(self, sound: Sound, volume: int) -> SilenceReason | None:
        self.play(sound, volume)
        return self.silence

    def close(self) -> None:
        pass
