"""The interface between the window and a camera: Protocols and values only."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from desk_app.services.errors import CameraError
from sync.rules.scan_text import Symbology


@dataclass(frozen=True, slots=True)
class Picture:
    """A small RGB picture to show: rows of pixels, one byte for each colour."""

    width: int
    height: int
    pixels: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Code:
    """A code that was detected. Its text may be a card number, and is kept out of every log."""

    text: str = field(repr=False)
    symbology: Symbology | None


@dataclass(frozen=True, slots=True)
class CameraState:
    """The state of the camera. ``names`` are the cameras; ``name`` is the one in use or chosen.

    ``live`` says that pictures come; else ``error`` says why not, once that is known.
    """

    names: Sequence[str] = ()
    name: str | None = None
    live: bool = False
    error: CameraError | None = None


class CameraWatcher(Protocol):
    """Receives pictures, codes and states, on the camera's own threads."""

    def state_changed(self, state: CameraState) -> None:
        """The state of the camera changed."""
        ...

    def picture_came(self) -> None:
        """A picture is available; not signalled again until it was taken."""
        ...

    def code_seen(self, code: Code) -> None:
        """A code was detected; decoding pauses until the next :meth:`Camera.set_decoding`."""
        ...

    def several_seen(self) -> None:
        """Several cards are in the picture; none is reported while they are."""
        ...


class Camera(Protocol):
    """A camera. No method blocks."""

    def switch_on(self, name: str | None, watcher: CameraWatcher) -> None:
        """Start the camera of this name, or the first one; or change to it."""
        ...

    def switch_off(self) -> None:
        """Release the device; nothing more is reported."""
        ...

    def set_decoding(self, *, on: bool) -> None:
        """Start or stop decoding: a picture that nobody needs costs nothing."""
        ...

    def latest_picture(self) -> Picture | None:
        """The latest picture; older ones are dropped."""
        ...

    def close(self) -> None:
        """Release the device, and wait a moment for that."""
        ...
