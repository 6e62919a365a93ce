"""The interface between the window and a loudspeaker."""

from enum import StrEnum
from typing import Protocol


class Sound(StrEnum):
    """A sound at the counter; the value is the name of its file."""

    DONE = "done"  # a visit is on the disk
    ATTENTION = "attention"  # the screen says something that a person has to weigh
    REFUSED = "refused"  # no ticket by this card


class SilenceReason(StrEnum):
    """The reason why no sound can be played."""

    NO_PLAYER = "no_player"  # the system has no program that plays sounds
    NO_DEVICE = "no_device"  # it has one, which could not play: mostly there is no loudspeaker


class Sounds(Protocol):
    """Plays sounds. ``volume`` is in percent of the system's own."""

    def play(self, sound: Sound, volume: int) -> None:
        """Play it now. Never waits; what cannot be played is left, for nothing depends on it."""
        ...

    def try_out(self, sound: Sound, volume: int) -> SilenceReason | None:
        """Play it to its end, and say why nothing was heard. It waits: call it from a worker."""
        ...

    def close(self) -> None:
        """Fall silent."""
        ...
