"""How OpenCV is set up. That all take it from there, the test of the architecture sees to."""

import pytest

from desk_app.devices.barcode.opencv import cv2


def test_opencv_shares_no_work_out_among_threads() -> None:
    assert cv2.getNumThreads() == 1


def test_opencv_says_nothing_of_a_camera_that_is_not_there(
    capfd: pytest.CaptureFixture[str],
) -> None:
    cv2.VideoCapture(99).release()

    assert capfd.readouterr() == ("", "")
