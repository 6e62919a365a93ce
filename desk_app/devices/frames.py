"""Frames, and the Protocols of what gives and reads them; OpenCV need not be loaded for it."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Protocol, TypeAlias

from desk_app.services.cameras import Code

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Frame: TypeAlias = "NDArray[np.uint8]"
"""Rows of blue, green, red."""

FRAMES_A_SECOND = 15.0


class Frames(Protocol):
    """An open camera. ``pace`` is how long to wait between two frames, in seconds."""

    @property
    def pace(self) -> float:
        """Do nothing, for a device that makes us wait itself."""
        ...

    def read(self) -> Frame:
        """The next frame. Raises ``CameraError``."""
        ...


class Cameras(Protocol):
    """The cameras there are. ``quick`` says that listing them disturbs none that is in use."""

    @property
    def quick(self) -> bool:
        """Whether they may be listed at any time."""
        ...

    def names(self) -> Sequence[str]:
        """Their names, as people know them."""
        ...

    def open(self, name: str) -> AbstractContextManager[Frames]:
        """One of them. Raises ``CameraError``."""
        ...


class FrameDecoder(Protocol):
    """Finds codes in a stream of frames."""

    def codes(self, frame: Frame) -> Sequence[Code]:
        """The codes that are sure by now; a barcode of lines has to be seen twice for that."""
        ...
