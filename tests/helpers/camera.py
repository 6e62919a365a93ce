"""Pictures of cards, cameras that a test plugs in and out, and somebody who watches."""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import cv2
import numpy as np
import zxingcpp

from desk_app.devices.frames import Frame
from desk_app.services.cameras import CameraState, Code
from desk_app.services.errors import CameraError, CameraGoneError
from sync.rules.scan_text import Symbology

_PATIENCE_S = 60.0
KINDS = {
    Symbology.QR_CODE: zxingcpp.BarcodeFormat.QRCode,
    Symbology.CODE_39: zxingcpp.BarcodeFormat.Code39,
}


def frame(text: str | None = None, kind: Symbology = Symbology.QR_CODE) -> Frame:
    """A frame of 640 by 480 with a code in its middle, or with none."""
    picture = np.full((480, 640, 3), 200, dtype=np.uint8)
    if text is not None:
        barcode = zxingcpp.create_barcode(text, KINDS[kind])
        code = np.asarray(zxingcpp.write_barcode_to_image(barcode, scale=3, add_quiet_zones=True))
        height, width = code.shape[:2]
        top, left = (480 - height) // 2, (640 - width) // 2
        picture[top : top + height, left : left + width] = code.reshape(height, width, -1)
    return picture


def strange_code(kind: str, text: str) -> Frame:
    """A code that no card carries, by the name that zxing-cpp has for it."""
    if kind == "one part of two":
        writer = cast("Any", cv2)  # its stubs do not know the writer of codes
        asked = writer.QRCodeEncoder_Params()
        asked.mode = writer.QRCodeEncoder_MODE_STRUCTURED_APPEND
        asked.structure_number = 2
        part, _ = writer.QRCodeEncoder_create(asked).encodeStructuredAppend(text * 2)
        code = np.asarray(part, np.uint8)
    else:
        made = zxingcpp.create_barcode(text, zxingcpp.barcode_format_from_str(kind))
        code = np.asarray(made.to_image(scale=1), np.uint8).squeeze()
    code = np.pad(code, 6, constant_values=255)
    tall = code if code.shape[0] > 12 else np.repeat(code, 20, axis=0)
    return np.kron(tall, np.ones((4, 4), np.uint8))


def folder_of(folder: Path, *texts: str | None, kind: Symbology = Symbology.QR_CODE) -> Path:
    """A folder with a picture for each text."""
    folder.mkdir()
    for place, text in enumerate(texts):
        assert cv2.imwrite(str(folder / f"{place:02}.png"), frame(text, kind))
    return folder


def video_of(file: Path, text: str, *, frames: int = 20) -> Path:
    """A video of a card that comes after a while."""
    writer = cv2.VideoWriter(str(file), cv2.VideoWriter.fourcc(*"MJPG"), 25, (640, 480))
    for place in range(frames):
        writer.write(frame(text if place > frames // 3 else None))
    writer.release()
    return file


class HandCameras:
    """Cameras that a test plugs in and out, or has another program take."""

    quick = True

    def __init__(self, *names: str, shows: "Frame | None" = None) -> None:
        self.plugged = list(names)
        self.error: CameraError | None = None
        self.shows = frame() if shows is None else shows
        self.opened: list[str] = []
        self.open_now = 0
        self.read = 0
        self.gives = threading.Event()
        """Cleared, the device hangs: a read waits."""
        self.gives.set()

    def names(self) -> Sequence[str]:
        return tuple(self.plugged)

    @contextmanager
    def open(self, name: str) -> "Iterator[HandFrames]":
        if self.error is not None:
            raise self.error
        self.opened.append(name)
        self.open_now += 1
        assert self.open_now == 1, "a camera opens once"
        try:
            yield HandFrames(self, name)
        finally:
            self.open_now -= 1


class HandFrames:
    pace = 0.005

    def __init__(self, cameras: HandCameras, name: str) -> None:
        self._cameras = cameras
        self._name = name

    def read(self) -> Frame:
        self._cameras.gives.wait(_PATIENCE_S)
        if self._cameras.error is not None:
            raise self._cameras.error
        if self._name not in self._cameras.plugged:
            raise CameraGoneError(name=self._name)
        self._cameras.read += 1
        return self._cameras.shows


class CountingDecoder:
    """Sees what it is told to, and counts how often it was asked. At first it ``fails``.

    ``saw_several_at`` is when it was asked last while it saw more than one.
    """

    def __init__(self, *texts: str, fails: int = 0) -> None:
        self.texts = list(texts)
        self.asked = 0
        self.saw_several_at = 0.0
        self._fails = fails

    def codes(self, frame: Frame) -> Sequence[Code]:
        assert frame.ndim == 3
        self.asked += 1
        if self.asked <= self._fails:
            raise RuntimeError("a fault in a library")
        if len(self.texts) > 1:
            self.saw_several_at = time.monotonic()
        return [Code(text, Symbology.QR_CODE) for text in self.texts]


class Watcher:
    """Receives from a camera, and waits until something has come."""

    def __init__(self) -> None:
        self.states: list[CameraState] = []
        self.codes: list[str] = []
        self.pictures = 0
        self.several = 0
        self.deaf = False
        self._received = threading.Condition()

    @property
    def state(self) -> CameraState:
        return self.states[-1] if self.states else CameraState()

    def state_changed(self, state: CameraState) -> None:
        with self._received:
            self.states.append(state)
            self._received.notify_all()

    def picture_came(self) -> None:
        with self._received:
            self.pictures += 1
            self._received.notify_all()

    def code_seen(self, code: Code) -> None:
        if self.deaf:
            raise RuntimeError("a fault of the window's")
        with self._received:
            self.codes.append(code.text)
            self._received.notify_all()

    def several_seen(self) -> None:
        with self._received:
            self.several += 1
            self._received.notify_all()

    def until(self, so: Callable[[], bool]) -> None:
        over = time.monotonic() + _PATIENCE_S
        with self._received:
            while not so():
                assert time.monotonic() < over, "it never came to that"
                self._received.wait(0.05)
