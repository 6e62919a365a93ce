"""The camera's threads, over files as they are and over cameras that a test plugs in and out."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import cv2
import pytest

from desk_app.devices.camera import ABSENT_S, DeviceCamera, Optics, camera
from desk_app.devices.camera_sources import shrunk
from desk_app.services.errors import (
    CameraError,
    CameraFileError,
    CameraForbiddenError,
    CameraGoneError,
    CameraMissingError,
    CameraTakenError,
)
from sync.rules.scan_text import Symbology
from tests.helpers.camera import (
    CountingDecoder,
    HandCameras,
    Watcher,
    folder_of,
    frame,
    strange_code,
    video_of,
)

INTEGRATED, DESK = "Integrated Camera", "Desk Camera"


@pytest.fixture
def watcher() -> Watcher:
    return Watcher()


@pytest.fixture
def opened() -> Iterator[Callable[[DeviceCamera], DeviceCamera]]:
    cameras: list[DeviceCamera] = []

    def keep(made: DeviceCamera) -> DeviceCamera:
        cameras.append(made)
        return made

    yield keep
    for made in cameras:
        made.close()


Opened = Callable[[DeviceCamera], DeviceCamera]


def over(cameras: HandCameras, decoder: CountingDecoder | None = None) -> DeviceCamera:
    optics = Optics(cameras, decoder or CountingDecoder(), shrunk)
    return DeviceCamera(lambda: optics)


# Files in a camera's place


def test_a_folder_of_pictures_stands_in_for_a_camera(
    tmp_path: Path, watcher: Watcher, opened: Opened
) -> None:
    camera_device = opened(camera(folder_of(tmp_path / "cards", None, "KAIKU0001")))
    camera_device.set_decoding(on=True)
    camera_device.switch_on("Some camera that was chosen before", watcher)
    watcher.until(lambda: watcher.codes == ["KAIKU0001"])
    assert (watcher.state.name, watcher.state.live) == ("cards", True)


def test_a_video_stands_in_for_a_camera(tmp_path: Path, watcher: Watcher, opened: Opened) -> None:
    camera_device = opened(camera(video_of(tmp_path / "card.avi", "KAIKU0002")))
    camera_device.set_decoding(on=True)
    camera_device.switch_on(None, watcher)
    watcher.until(lambda: watcher.codes == ["KAIKU0002"])


def test_code_39_is_read_off_the_camera_once_it_was_seen_twice(
    tmp_path: Path, watcher: Watcher, opened: Opened
) -> None:
    pictures = folder_of(tmp_path / "cards", "KAIKU0001", kind=Symbology.CODE_39)
    camera_device = opened(camera(pictures))
    camera_device.set_decoding(on=True)
    camera_device.switch_on(None, watcher)
    watcher.until(lambda: watcher.codes == ["KAIKU0001"])


@pytest.mark.parametrize("name", ["empty", "missing.avi", "text.avi"])
def test_a_file_that_shows_nothing_is_told(
    tmp_path: Path, watcher: Watcher, opened: Opened, name: str
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "text.avi").write_text("no video")
    camera_device = opened(camera(tmp_path / name))
    camera_device.switch_on(None, watcher)
    watcher.until(lambda: isinstance(watcher.state.error, CameraFileError))


def test_the_picture_is_small_and_in_colours(watcher: Watcher, opened: Opened) -> None:
    red = frame()
    red[:, :] = (0, 0, 255)  # blue, green, red
    camera_device = opened(over(HandCameras(DESK, shows=red)))
    camera_device.switch_on(None, watcher)
    watcher.until(lambda: watcher.pictures > 0)
    picture = camera_device.latest_picture()
    assert picture is not None
    assert (picture.width, picture.height) == (480, 360)
    assert picture.pixels[:3] == b"\xff\x00\x00"


# Which camera


def test_the_first_camera_is_used_until_one_is_chosen(watcher: Watcher, opened: Opened) -> None:
    camera_device = opened(over(HandCameras(INTEGRATED, DESK)))
    camera_device.switch_on(None, watcher)
    watcher.until(lambda: watcher.state.live)
    assert watcher.state.name == INTEGRATED
    assert watcher.state.names == (INTEGRATED, DESK)
    camera_device.switch_on(DESK, watcher)
    watcher.until(lambda: watcher.state.name == DESK and watcher.state.live)


def test_the_chosen_camera_is_never_replaced_by_another(watcher: Watcher, opened: Opened) -> None:
    cameras = HandCameras(INTEGRATED)
    camera_device = opened(over(cameras))
    camera_device.switch_on(DESK, watcher)
    watcher.until(lambda: isinstance(watcher.state.error, CameraGoneError))
    assert cameras.opened == []
    assert watcher.state.names == (INTEGRATED,)


def test_a_camera_that_is_plugged_in_later_starts_by_itself(
    watcher: Watcher, opened: Opened
) -> None:
    cameras = HandCameras()
    camera_device = opened(over(cameras))
    camera_device.switch_on(None, watcher)
    watcher.until(lambda: isinstance(watcher.state.error, CameraMissingError))
    cameras.plugged.append(DESK)
    watcher.until(lambda: watcher.state.live)


def test_a_camera_that_is_pulled_out_is_told_and_comes_back(
    watcher: Watcher, opened: Opened
) -> None:
    cameras = HandCameras(DESK, INTEGRATED)
    camera_device = opened(over(cameras))
    camera_device.switch_on(DESK, watcher)
    watcher.until(lambda: watcher.state.live)
    cameras.plugged.remove(DESK)
    watcher.until(lambda: isinstance(watcher.state.error, CameraGoneError))
    cameras.plugged.append(DESK)
    watcher.until(lambda: watcher.state.live and watcher.state.name == DESK)


def test_another_camera_that_is_plugged_in_is_listed(watcher: Watcher, opened: Opened) -> None:
    cameras = HandCameras(DESK)
    camera_device = opened(over(cameras))
    camera_device.switch_on(None, watcher)
    watcher.until(lambda: watcher.state.live)
    cameras.plugged.append(INTEGRATED)
    watcher.until(lambda: watcher.state.names == (DESK, INTEGRATED))
    assert watcher.state.name == DESK


@pytest.mark.parametrize(
    "error", [CameraTakenError(name=DESK), CameraForbiddenError(name=DESK)], ids=str
)
def test_a_camera_that_cannot_be_used_is_told_and_tried_again(
    error: CameraError, watcher: Watcher, opened: Opened
) -> None:
    cameras = HandCameras(DESK)
    cameras.error = error
    camera_device = opened(over(cameras))
    camera_device.switch_on(None, watcher)
    watcher.until(lambda: watcher.state.error is error)
    assert not watcher.state.live
    cameras.error = None
    watcher.until(lambda: watcher.state.live)


def test_a_camera_is_opened_afresh_after_the_computer_slept(
    watcher: Watcher, opened: Opened
) -> None:
    cameras, at = HandCameras(DESK), [0.0]
    optics = Optics(cameras, CountingDecoder(), shrunk)
    camera_device = opened(DeviceCamera(lambda: optics, wall=lambda: at[0]))
    camera_device.switch_on(None, watcher)
    watcher.until(lambda: watcher.state.live)
    at[0] += 3_600
    watcher.until(lambda: cameras.opened == [DESK, DESK])
    read = cameras.read
    watcher.until(lambda: cameras.read > read + 3)
    assert (cameras.opened, watcher.state.live) == ([DESK, DESK], True)


def test_a_camera_that_hangs_is_trouble_and_is_opened_afresh(
    watcher: Watcher, opened: Opened
) -> None:
    cameras = HandCameras(DESK)
    optics = Optics(cameras, CountingDecoder(), shrunk)
    camera_device = opened(DeviceCamera(lambda: optics, stalled_s=0.5))
    camera_device.switch_on(None, watcher)
    watcher.until(lambda: watcher.state.live)
    cameras.gives.clear()
    watcher.until(lambda: isinstance(watcher.state.error, CameraGoneError))
    assert not watcher.state.live
    opened_before = len(cameras.opened)  # on a busy machine more than once: no frame came in time
    cameras.gives.set()
    watcher.until(lambda: watcher.state.live and len(cameras.opened) > opened_before)


def test_a_fault_of_our_own_ends_the_camera_and_is_told(
    watcher: Watcher, opened: Opened, expected_log: Callable[[str], None]
) -> None:
    expected_log("the camera failed")

    def broken() -> Optics:
        raise ImportError("libGL.so.1")

    camera_device = opened(DeviceCamera(broken))
    camera_device.switch_on(None, watcher)
    watcher.until(lambda: isinstance(watcher.state.error, CameraError))


# When codes cannot be read


def test_a_frame_that_the_decoder_fails_at_shows_nothing_and_the_next_card_is_read(
    watcher: Watcher, opened: Opened, expected_log: Callable[[str], None]
) -> None:
    expected_log("a frame could not be looked at")
    decoder = CountingDecoder("KAIKU0001", fails=5)
    camera_device = opened(over(HandCameras(DESK), decoder))
    camera_device.set_decoding(on=True)
    camera_device.switch_on(None, watcher)
    watcher.until(lambda: watcher.codes == ["KAIKU0001"])
    assert decoder.asked == 6
    assert watcher.state.live


def test_a_decoder_that_fails_at_every_frame_is_trouble_and_no_live_picture(
    watcher: Watcher, opened: Opened, expected_log: Callable[[str], None]
) -> None:
    expected_log("a frame could not be looked at|the camera failed")
    camera_device = opened(over(HandCameras(DESK), CountingDecoder(fails=1000)))
    camera_device.set_decoding(on=True)
    camera_device.switch_on(None, watcher)
    watcher.until(lambda: type(watcher.state.error) is CameraError)
    assert not watcher.state.live


def test_when_the_reader_ends_the_picture_ends_too(
    watcher: Watcher, opened: Opened, expected_log: Callable[[str], None]
) -> None:
    expected_log("the camera failed")
    cameras = HandCameras(DESK)
    camera_device = opened(over(cameras, CountingDecoder("KAIKU0001")))
    watcher.deaf = True
    camera_device.set_decoding(on=True)
    camera_device.switch_on(None, watcher)
    watcher.until(lambda: watcher.state.error is not None and cameras.open_now == 0)
    assert not watcher.state.live


@pytest.mark.parametrize("kind", ["Micro QR Code", "rMQR Code", "one part of two"])
def test_a_card_is_read_after_a_code_of_a_kind_that_is_not_known(
    kind: str, tmp_path: Path, watcher: Watcher, opened: Opened
) -> None:
    pictures = folder_of(tmp_path / "cards", None, "KAIKU0001")
    assert cv2.imwrite(str(pictures / "00.png"), strange_code(kind, "XX99999"))
    camera_device = opened(camera(pictures))
    camera_device.set_decoding(on=True)
    camera_device.switch_on(None, watcher)
    watcher.until(lambda: bool(watcher.codes))
    assert watcher.codes == ["KAIKU0001"]


# What it costs


def after_a_card(watcher: Watcher, opened: Opened) -> tuple[DeviceCamera, CountingDecoder]:
    """A camera that has read the card before it, and what it decodes by."""
    decoder = CountingDecoder("KAIKU0001")
    camera_device = opened(over(HandCameras(DESK), decoder))
    camera_device.set_decoding(on=True)
    camera_device.switch_on(None, watcher)
    watcher.until(lambda: bool(watcher.codes))
    return camera_device, decoder


def test_nothing_is_decoded_while_nobody_wants_a_code(watcher: Watcher, opened: Opened) -> None:
    decoder = CountingDecoder("KAIKU0001")
    camera_device = opened(over(HandCameras(DESK), decoder))
    camera_device.switch_on(None, watcher)
    for shown in range(1, 6):
        watcher.until(lambda shown=shown: watcher.pictures >= shown)  # type: ignore[misc]  # bound
        camera_device.latest_picture()
    assert decoder.asked == 0
    camera_device.set_decoding(on=True)
    watcher.until(lambda: decoder.asked > 0)


def test_a_code_is_told_once_and_then_nothing_is_decoded(watcher: Watcher, opened: Opened) -> None:
    camera_device, decoder = after_a_card(watcher, opened)
    before = watcher.pictures
    camera_device.latest_picture()
    watcher.until(lambda: watcher.pictures > before)
    assert (watcher.codes, decoder.asked) == (["KAIKU0001"], 1)


def test_a_card_left_before_the_camera_is_read_once(watcher: Watcher, opened: Opened) -> None:
    camera_device, decoder = after_a_card(watcher, opened)
    camera_device.set_decoding(on=True)  # the visit was recorded, the card lies there still
    asked = decoder.asked
    watcher.until(lambda: decoder.asked > asked + 3)
    assert watcher.codes == ["KAIKU0001"]
    decoder.texts = ["KAIKU0002"]
    watcher.until(lambda: watcher.codes == ["KAIKU0001", "KAIKU0002"])


def test_two_cards_at_once_are_told_and_neither_is_taken(watcher: Watcher, opened: Opened) -> None:
    decoder = CountingDecoder("KAIKU0001", "KAIKU0002")
    camera_device = opened(over(HandCameras(DESK), decoder))
    camera_device.set_decoding(on=True)
    camera_device.switch_on(None, watcher)
    watcher.until(lambda: watcher.several == 1)
    decoder.texts = ["KAIKU0001"]  # the other is blurred for a moment, or has been taken away
    watcher.until(lambda: watcher.codes == ["KAIKU0001"])
    assert time.monotonic() - decoder.saw_several_at >= ABSENT_S
    assert watcher.several == 1


def test_two_codes_of_one_card_are_one_card(watcher: Watcher, opened: Opened) -> None:
    decoder = CountingDecoder("https://kortti.example/?card=KAIKU0001", "KAIKU-0001")
    camera_device = opened(over(HandCameras(DESK), decoder))
    camera_device.set_decoding(on=True)
    camera_device.switch_on(None, watcher)
    watcher.until(lambda: bool(watcher.codes))
    assert watcher.several == 0


def test_a_card_beside_another_code_is_taken(watcher: Watcher, opened: Opened) -> None:
    decoder = CountingDecoder("https://lippu.example/tilaus", "KAIKU0001")
    camera_device = opened(over(HandCameras(DESK), decoder))
    camera_device.set_decoding(on=True)
    camera_device.switch_on(None, watcher)
    watcher.until(lambda: bool(watcher.codes))
    assert watcher.codes == ["KAIKU0001"]


def test_pictures_that_nobody_takes_are_dropped_not_queued(
    watcher: Watcher, opened: Opened
) -> None:
    cameras = HandCameras(DESK)
    camera_device = opened(over(cameras))
    camera_device.switch_on(None, watcher)
    watcher.until(lambda: cameras.read > 40)
    assert watcher.pictures == 1
    assert camera_device.latest_picture() is not None
    watcher.until(lambda: watcher.pictures == 2)


def test_switching_off_lets_the_device_go_and_tells_no_more(
    watcher: Watcher, opened: Opened
) -> None:
    cameras = HandCameras(DESK)
    camera_device = opened(over(cameras))
    camera_device.switch_on(None, watcher)
    watcher.until(lambda: watcher.state.live)
    camera_device.close()
    count = len(watcher.states)
    assert cameras.open_now == 0
    cameras.plugged.clear()
    assert len(watcher.states) == count
