"""Sources of pictures: a camera of this computer, or a file in its place.

OpenCV opens cameras by number and knows no names. On Linux the kernel tells both, elsewhere
:mod:`camera_names` does; a system that tells none has its cameras numbered as they are found.
"""

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import numpy as np
from PIL import Image, ImageOps

from desk_app.devices.barcode.opencv import cv2
from desk_app.devices.camera_names import camera_names
from desk_app.devices.frames import FRAMES_A_SECOND, Frame, Frames
from desk_app.services.cameras import Picture
from desk_app.services.errors import (
    CameraFileError,
    CameraForbiddenError,
    CameraGoneError,
    CameraTakenError,
)

_KERNEL = Path("/sys/class/video4linux")
_DEVICES = Path("/dev")
_MOST_PROBED = 4
_SIZES = ((1920, 1080), (1280, 720))
"""What a camera is asked for, the best first; a barcode of lines needs every column."""
_SLOWEST = 10.0
"""Frames a second: a camera that gives a large picture more slowly is asked for the next size."""
_PICTURE_WIDTH = 480
_PICTURES = {".png", ".jpg", ".jpeg", ".webp", ".bmp"}
_PICTURE_S = 0.4
"""How long each picture of a folder stands before the camera."""


@dataclass
class _Device:
    """A camera as OpenCV gives it: reading waits for the device's own pace."""

    capture: cv2.VideoCapture
    name: str
    there: Path | None
    pace: float = 0.0
    latest: float = float("-inf")

    def read(self) -> Frame:
        # A frame that is only grabbed is not unpacked, and costs next to nothing.
        while came := self.capture.grab():
            now = time.monotonic()
            if now - self.latest >= 1 / FRAMES_A_SECOND:
                self.latest = now
                came, frame = self.capture.retrieve()
                if came:
                    return np.asarray(frame, dtype=np.uint8)
                break
        if self.there is not None and self.there.exists():
            raise CameraTakenError(name=self.name)
        raise CameraGoneError(name=self.name)


class SystemCameras:
    """This computer's cameras."""

    def __init__(
        self,
        kernel: Path = _KERNEL,
        devices: Path = _DEVICES,
        *,
        system: str = sys.platform,
        names: Callable[[], Sequence[str]] = camera_names,
    ) -> None:
        """``told`` gives the names on other systems than Linux, each at its number."""
        self._kernel = kernel
        self._devices = devices
        self._is_linux = system == "linux"
        self._names_elsewhere = names
        self.quick = system in {"linux", "win32"}

    def names(self) -> Sequence[str]:
        """Their names; two of the same make are told apart by a number."""
        return tuple(self._numbers())

    @contextmanager
    def open(self, name: str) -> Iterator[Frames]:
        """One of them."""
        number = self._numbers().get(name)
        if number is None:
            raise CameraGoneError(name=name)
        there = self._devices / f"video{number}" if self._is_linux else None
        if there is not None and not os.access(there, os.R_OK | os.W_OK):
            raise CameraForbiddenError(name=name)
        capture = cv2.VideoCapture(number, backend())
        try:
            if not capture.isOpened():
                raise CameraTakenError(name=name)
            ask_for_size(capture)
            capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)  # the latest frame, not one from before
            yield _Device(capture, name, there)
        finally:
            capture.release()

    def _numbers(self) -> dict[str, int]:
        numbers: dict[str, int] = {}
        for number, name in sorted(self._numbered_names()):
            same = sum(each == name or each.startswith(f"{name} (") for each in numbers)
            numbers[f"{name} ({same + 1})" if same else name] = number
        return numbers

    def _numbered_names(self) -> Iterable[tuple[int, str]]:
        if self._is_linux:
            return self._names_by_kernel()
        names = self._names_elsewhere()
        return enumerate(names) if names else ((n, f"Camera {n + 1}") for n in _probed())

    def _names_by_kernel(self) -> Iterator[tuple[int, str]]:
        """One device has several entries; the first gives pictures."""
        for entry in self._kernel.glob("video*"):
            try:
                first = (entry / "index").read_text().strip() == "0"
                name = (entry / "name").read_text(errors="replace").strip()
            except OSError:
                continue  # unplugged while we looked
            number = entry.name.removeprefix("video")
            if first and number.isdigit():
                yield int(number), name or f"Camera {number}"


class FileCameras:
    """A video, or a folder of pictures, in a camera's place; it begins again at its end."""

    quick = True

    def __init__(self, path: Path) -> None:
        self._path = path

    def names(self) -> Sequence[str]:
        """The file's name."""
        return (self._path.name,)

    @contextmanager
    def open(self, name: str) -> Iterator[Frames]:
        """The file, whatever the name."""
        del name
        if self._path.is_dir():
            yield _Folder(self._path)
            return
        capture = cv2.VideoCapture(str(self._path))
        try:
            yield _Video(capture, self._path)
        finally:
            capture.release()


class _Folder:
    def __init__(self, folder: Path) -> None:
        files = (each for each in folder.iterdir() if each.suffix.lower() in _PICTURES)
        self._folder = folder
        self._files = sorted(files)
        self._next = 0
        self.pace = _PICTURE_S

    def read(self) -> Frame:
        for _ in self._files:
            file = self._files[self._next % len(self._files)]
            self._next += 1
            try:
                with Image.open(file) as picture:
                    upright = ImageOps.exif_transpose(picture).convert("RGB")
            except (OSError, SyntaxError):  # no picture, or a broken one; the next may be better
                continue
            frame = cv2.cvtColor(np.asarray(upright), cv2.COLOR_RGB2BGR)
            return np.asarray(frame, dtype=np.uint8)
        raise CameraFileError(path=str(self._folder))


@dataclass
class _Video:
    capture: cv2.VideoCapture
    path: Path
    pace: float = field(init=False)

    def __post_init__(self) -> None:
        rate = self.capture.get(cv2.CAP_PROP_FPS)
        self.pace = 1 / rate if 1 <= rate <= 240 else 1 / 25

    def read(self) -> Frame:
        came, frame = self.capture.read()
        if not came:
            self.capture.set(cv2.CAP_PROP_POS_FRAMES, 0)
            came, frame = self.capture.read()
        if not came:
            raise CameraFileError(path=str(self.path))
        return np.asarray(frame, dtype=np.uint8)


def shrunk(frame: Frame) -> Picture:
    """The frame as it is shown."""
    height, width = frame.shape[:2]
    size = (_PICTURE_WIDTH, max(1, round(height * _PICTURE_WIDTH / width)))
    small = cv2.resize(frame, size, interpolation=cv2.INTER_AREA)
    return Picture(size[0], size[1], cv2.cvtColor(small, cv2.COLOR_BGR2RGB).tobytes())


def backend() -> int:
    """The part of OpenCV that opens cameras on this system."""
    return {"linux": cv2.CAP_V4L2, "win32": cv2.CAP_DSHOW, "darwin": cv2.CAP_AVFOUNDATION}.get(
        sys.platform, cv2.CAP_ANY
    )


class Tunable(Protocol):
    """A camera whose size may be asked for; ``cv2.VideoCapture`` is one."""

    def set(self, prop: int, value: float, /) -> bool:
        """Ask for a value; whether it is given, :meth:`get` says."""
        ...

    def get(self, prop: int, /) -> float:
        """The value in force."""
        ...


def ask_for_size(capture: Tunable) -> None:
    """Ask for 1080 lines as MJPG, and for less where that is not to be had.

    Uncompressed, USB 2 carries five such frames a second. A camera that does not know MJPG keeps
    its own form, and one that is slow at the size is asked for the next.
    """
    capture.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
    for width, height in _SIZES:
        capture.set(cv2.CAP_PROP_FRAME_WIDTH, width)
        capture.set(cv2.CAP_PROP_FRAME_HEIGHT, height)
        given = capture.get(cv2.CAP_PROP_FRAME_WIDTH), capture.get(cv2.CAP_PROP_FRAME_HEIGHT)
        rate = capture.get(cv2.CAP_PROP_FPS)
        if given == (width, height) and not 0 < rate < _SLOWEST:
            return


def _probed() -> Iterator[int]:
    for number in range(_MOST_PROBED):
        capture = cv2.VideoCapture(number, backend())
        opened = capture.isOpened()
        capture.release()
        if not opened:
            return
        yield number
