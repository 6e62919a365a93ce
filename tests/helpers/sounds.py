"""Sounds that are written down, not heard."""

from desk_app.services.sounds import Silence, Sound


class HeardSounds:
    """Stands at the ``Sounds`` protocol."""

    def __init__(self) -> None:
        self.heard: list[tuple[Sound, int]] = []
        self.silence: Silence | None = None

    def play(self, sound: Sound, volume: int) -> None:
        self.heard.append((sound, volume))

    def try_out(self, sound: Sound, volume: int) -> Silence | None:
        self.play(sound, volume)
        return self.silence

    def close(self) -> None:
        pass
