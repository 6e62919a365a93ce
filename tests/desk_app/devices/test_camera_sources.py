"""This computer's cameras: their names, as the kernel tells them, and what they are asked for."""

import json
from pathlib import Path

import cv2
import pytest

from desk_app.devices.camera_names import parse_profiler_output
from desk_app.devices.camera_sources import SystemCameras, ask_for_size
from desk_app.services.errors import CameraForbiddenError, CameraGoneError, CameraTakenError

INTEGRATED, DESK = "Integrated Camera", "Desk Camera"

# The names of this computer's cameras, as the kernel tells them


def plug(root: Path, number: int, name: str, index: int = 0) -> None:
    entry = root / f"video{number}"
    entry.mkdir(parents=True)
    (entry / "name").write_text(f"{name}\n")
    (entry / "index").write_text(f"{index}\n")


def a_linux(tmp_path: Path) -> SystemCameras:
    return SystemCameras(tmp_path / "sys", tmp_path / "dev", system="linux")


def test_cameras_are_named_as_people_know_them(tmp_path: Path) -> None:
    plug(tmp_path / "sys", 10, DESK)
    plug(tmp_path / "sys", 0, INTEGRATED)
    plug(tmp_path / "sys", 1, INTEGRATED, index=1)  # tells about the first; gives no pictures
    plug(tmp_path / "sys", 2, INTEGRATED)
    names = a_linux(tmp_path).names()
    assert names == (INTEGRATED, f"{INTEGRATED} (2)", DESK)


def test_other_systems_cameras_are_named_too() -> None:
    names = [INTEGRATED, DESK, INTEGRATED]
    cameras = SystemCameras(system="win32", names=lambda: names)
    assert cameras.names() == (INTEGRATED, DESK, f"{INTEGRATED} (2)")


def test_macos_tells_names_in_the_order_of_identifiers() -> None:
    names = [
        {"_name": DESK, "spcamera_model-id": "UVC", "spcamera_unique-id": "0x2"},
        {"_name": INTEGRATED, "spcamera_unique-id": "0x1"},
    ]
    printed = json.dumps({"SPCameraDataType": names}).encode()
    assert parse_profiler_output(printed) == [INTEGRATED, DESK]


@pytest.mark.parametrize("printed", [b"", b"{}", b"[1]", b'{"SPCameraDataType": [{}]}'])
def test_whatever_macos_prints_else_names_no_camera(printed: bytes) -> None:
    assert parse_profiler_output(printed) == []


def test_a_computer_without_a_camera_has_no_names(tmp_path: Path) -> None:
    assert a_linux(tmp_path).names() == ()


def test_a_camera_of_another_name_is_not_opened(tmp_path: Path) -> None:
    plug(tmp_path / "sys", 0, INTEGRATED)
    with pytest.raises(CameraGoneError), a_linux(tmp_path).open(DESK):
        pass


def test_a_device_that_may_not_be_read_is_forbidden(tmp_path: Path) -> None:
    plug(tmp_path / "sys", 93, DESK)  # no such file below dev: nobody may read it, root neither
    with pytest.raises(CameraForbiddenError), a_linux(tmp_path).open(DESK):
        pass


def test_a_device_that_gives_no_pictures_is_taken(tmp_path: Path) -> None:
    plug(tmp_path / "sys", 93, DESK)
    (tmp_path / "dev").mkdir()
    (tmp_path / "dev" / "video93").touch()
    with pytest.raises(CameraTakenError), a_linux(tmp_path).open(DESK):
        pass


# What a camera is asked for


class HandCapture:
    """A camera that knows some sizes, each at so many frames a second."""

    def __init__(self, sizes: dict[tuple[float, float], float]) -> None:
        self.sizes = sizes
        self.asked: dict[int, float] = {}

    def set(self, prop: int, value: float, /) -> bool:
        self.asked[prop] = value
        return self.size in self.sizes

    @property
    def size(self) -> tuple[float, float]:
        asked = (
            self.asked.get(cv2.CAP_PROP_FRAME_WIDTH, 640),
            self.asked.get(cv2.CAP_PROP_FRAME_HEIGHT, 480),
        )
        return asked if asked in self.sizes else (640, 480)

    def get(self, prop: int, /) -> float:
        width, height = self.size
        rate = self.sizes.get(self.size, 30.0)
        known = {
            cv2.CAP_PROP_FRAME_WIDTH: width,
            cv2.CAP_PROP_FRAME_HEIGHT: height,
            cv2.CAP_PROP_FPS: rate,
        }
        return known[prop]


@pytest.mark.parametrize(
    ("sizes", "given"),
    [
        ({(1920, 1080): 30.0, (1280, 720): 30.0}, (1920, 1080)),
        ({(1920, 1080): 5.0, (1280, 720): 30.0}, (1280, 720)),
        ({(1920, 1080): 0.0}, (1920, 1080)),  # a driver that does not tell
        ({(1280, 720): 30.0}, (1280, 720)),
        ({}, (640, 480)),
    ],
)
def test_a_camera_is_asked_for_the_largest_size_that_it_gives_quickly(
    sizes: dict[tuple[float, float], float], given: tuple[float, float]
) -> None:
    capture = HandCapture(sizes)
    ask_for_size(capture)
    assert capture.size == given
    assert capture.asked[cv2.CAP_PROP_FOURCC] == cv2.VideoWriter.fourcc(*"MJPG")
