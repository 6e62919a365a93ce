"""Checks that the build decodes codes: both engines, all picture formats, and camera frames.

The libraries are loaded within each probe, so that a missing one is its finding.
"""

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from desk_app.services.cameras import Code

_NUMBER = "KAIKU12345"
_FRAMES = 3
_FRAMES_A_SECOND = 10.0


def read_code() -> str:
    """A code is drawn, packed as a picture, unpacked, and read by both readers."""
    import zxingcpp  # noqa: PLC0415 - see above
    from pyzbar import pyzbar  # noqa: PLC0415 - see above

    from desk_app.devices.barcode.opencv import cv2  # noqa: PLC0415 - see above

    _, packed = cv2.imencode(".jpg", _drawn())
    picture = cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE)
    if picture is None:
        raise RuntimeError("pictures cannot be read")
    read = {
        "zxing": [found.text for found in zxingcpp.read_barcodes(picture)],
        "zbar": [found.data.decode() for found in pyzbar.decode(picture)],
    }
    blind = [reader for reader, texts in read.items() if texts != [_NUMBER]]
    if blind:
        raise RuntimeError(f"a clear code is not read by {', '.join(blind)}")
    return ", ".join([*read, f"OpenCV {cv2.__version__}"])


def read_pictures() -> str:
    """A code is read in each kind of picture file that ``scan`` takes."""
    from PIL import Image  # noqa: PLC0415 - see above

    from desk_app.devices.barcode.decoder import Decoder  # noqa: PLC0415 - see above
    from desk_app.devices.barcode.pictures import FORMATS, open_picture  # noqa: PLC0415 - see above

    with tempfile.TemporaryDirectory(prefix="kaikuluukku-") as folder:
        for kind in FORMATS:
            path = Path(folder) / f"code.{kind.lower()}"
            Image.fromarray(_drawn()).save(path, kind)
            for page in open_picture(path):
                _expect(Decoder().read_picture(page).sure())
    return ", ".join(FORMATS)


def read_frames() -> str:
    """A video and a folder stand in a camera's place; and real cameras could be opened."""
    import numpy as np  # noqa: PLC0415 - see above
    from PIL import Image  # noqa: PLC0415 - see above

    from desk_app.devices.barcode.decoder import StreamDecoder  # noqa: PLC0415 - see above
    from desk_app.devices.barcode.opencv import cv2  # noqa: PLC0415 - see above
    from desk_app.devices.camera_sources import FileCameras, backend  # noqa: PLC0415 - see above

    code = np.asarray(cv2.cvtColor(_drawn(), cv2.COLOR_GRAY2BGR), np.uint8)
    with tempfile.TemporaryDirectory(prefix="kaikuluukku-") as folder:
        film = Path(folder) / "code.avi"
        pictures = Path(folder) / "pictures"
        pictures.mkdir()
        Image.fromarray(code).save(pictures / "code.png")
        _write(film, code)
        for path in (film, pictures):
            with FileCameras(path).open(path.name) as frames:
                _expect(StreamDecoder().codes(frames.read()))
    if not cv2.videoio_registry.hasBackend(backend()):
        raise RuntimeError("cameras of this system cannot be opened")
    return cv2.videoio_registry.getBackendName(backend())


def _write(film: Path, frame: "NDArray[np.uint8]") -> None:
    from desk_app.devices.barcode.opencv import cv2  # noqa: PLC0415 - see above

    video = cv2.VideoWriter(
        str(film), cv2.CAP_OPENCV_MJPEG, cv2.VideoWriter.fourcc(*"MJPG"), _FRAMES_A_SECOND,
        (frame.shape[1], frame.shape[0]),
    )  # fmt: skip
    try:
        for _ in range(_FRAMES):
            video.write(frame)
    finally:
        video.release()  # Windows removes no file that is open, and would hide what went wrong


def _drawn() -> "NDArray[np.uint8]":
    import numpy as np  # noqa: PLC0415 - see above
    import zxingcpp  # noqa: PLC0415 - see above

    from desk_app.devices.barcode.opencv import cv2  # noqa: PLC0415 - see above

    drawn = zxingcpp.create_barcode(_NUMBER, zxingcpp.BarcodeFormat.QRCode).to_image(scale=4)
    code = cv2.copyMakeBorder(np.array(drawn), 20, 20, 20, 20, cv2.BORDER_CONSTANT, value=[255])
    return np.asarray(code, np.uint8)


def _expect(codes: "Sequence[Code]") -> None:
    texts = [code.text for code in codes]
    if texts != [_NUMBER]:
        raise RuntimeError(f"a clear code is read as {texts}")
