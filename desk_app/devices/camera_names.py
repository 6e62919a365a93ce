"""Names of cameras on Windows and macOS, where OpenCV tells their numbers alone.

OpenCV numbers DirectShow's cameras as Windows lists them, and AVFoundation's by their identifiers
(``cap_dshow.cpp``, ``cap_avfoundation_mac.mm``); so are the names ordered here.
"""

import json
import subprocess
import sys
from collections.abc import Sequence

_PROFILER = ("/usr/sbin/system_profiler", "SPCameraDataType", "-json")
_LONGEST_S = 20


def camera_names() -> Sequence[str]:
    """The names in OpenCV's order; none where the system tells none."""
    if sys.platform == "win32":
        from cv2_enumerate_cameras import enumerate_cameras  # noqa: PLC0415 - Windows only

        from desk_app.devices.barcode.opencv import cv2  # noqa: PLC0415 - Windows only

        return [each.name for each in enumerate_cameras(cv2.CAP_DSHOW)]
    if sys.platform == "darwin":
        ran = subprocess.run(  # noqa: S603 - a program of the system's
            _PROFILER, capture_output=True, check=False, timeout=_LONGEST_S
        )
        return parse_profiler_output(ran.stdout)
    return []


def parse_profiler_output(output: bytes) -> Sequence[str]:
    """The names in what macOS's ``system_profiler`` prints, by identifier; else none."""
    try:
        cameras = json.loads(output)["SPCameraDataType"]
        named = sorted((each["spcamera_unique-id"], each["_name"]) for each in cameras)
    except (ValueError, KeyError, TypeError):
        return []
    return [str(name) for _, name in named]
