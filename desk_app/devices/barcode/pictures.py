"""Opens picture files as they come: from a telephone, a scanner, a screenshot, or broken.

The header is read first, and a picture that would fill the memory is refused by it.
"""

import warnings
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, ImageSequence

from desk_app.devices.barcode.engines import Grey
from desk_app.devices.barcode.opencv import cv2
from desk_app.devices.barcode.passes import Frame
from desk_app.services.errors import FileUnreadableError
from desk_app.services.picture_errors import (
    FolderGivenError,
    PictureDrawingError,
    PictureError,
    PictureHeicError,
    PicturePdfError,
    PictureTooLargeError,
)

FORMATS = ("PNG", "JPEG", "WEBP", "BMP", "GIF", "TIFF")
MOST_PIXELS = 65_000_000
"""Ours: the largest that telephones take is 64 megapixels, in colour three times as many bytes."""
_PHOTOGRAPHS = {
    *(b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif", b"avis"),
}
"""Brands of HEIF files (ISO/IEC 23008-12)."""
_MEGAPIXELS = str(MOST_PIXELS // 1_000_000)
_MOST_PAGES = 10
"""Of a GIF or a TIFF."""
_LONGEST_SIDE = 4_000
"""A larger picture is shrunk to this before it is looked at."""


def open_picture(path: Path) -> Iterator[Frame]:
    """The picture as a person would see it, page by page where it has several.

    In grey, or in OpenCV's BGR where it is in colour. Turned as its EXIF data says; what is
    transparent is white. Raises ``FileUnreadableError`` or
    a ``PictureError``, after the pages that could be read.
    """
    if path.is_dir():
        raise FolderGivenError(path=str(path))
    try:
        file = path.open("rb") if path.is_file() else None
    except OSError as denied:
        raise FileUnreadableError(path=str(path)) from denied
    if file is None:
        raise FileUnreadableError(path=str(path))
    with file, warnings.catch_warnings():
        # Of metadata that is odd but readable; the size is judged below.
        warnings.simplefilter("ignore")
        try:
            _check_kind(path, file)
            yield from _pages(path, file)
        except Image.DecompressionBombError as bomb:
            raise PictureTooLargeError(path=str(path), most=_MEGAPIXELS) from bomb
        except PictureError:
            raise
        except Exception as broken:
            # A reader of pictures fails on a bad file in as many ways as there are bad files.
            raise PictureError(path=str(path)) from broken


def _pages(path: Path, file: BinaryIO) -> Iterator[Frame]:
    with Image.open(file, formats=FORMATS) as image:
        _check_size(path, image)
        if image.format == "JPEG":
            image.draft("RGB", (_LONGEST_SIDE, _LONGEST_SIDE))  # decodes at a fraction of the size
        for frame in islice(ImageSequence.Iterator(image), _MOST_PAGES):
            _check_size(path, frame)
            yield _shrunk(_upright(frame))


def _check_kind(path: Path, file: BinaryIO) -> None:
    """Name what people send that is no picture to this program; told by what is in it."""
    beginning = file.read(1_024)
    file.seek(0)
    if beginning[4:8] == b"ftyp" and beginning[8:12] in _PHOTOGRAPHS:
        raise PictureHeicError(path=str(path))
    if b"%PDF-" in beginning:
        raise PicturePdfError(path=str(path))
    if b"<svg" in beginning.lower() or path.suffix.lower() in {".svg", ".svgz"}:
        raise PictureDrawingError(path=str(path))


def _check_size(path: Path, image: Image.Image) -> None:
    if image.width * image.height > MOST_PIXELS:
        raise PictureTooLargeError(path=str(path), most=_MEGAPIXELS)


def _upright(image: Image.Image) -> Frame:
    image = ImageOps.exif_transpose(image)
    if image.mode in {"I", "F"} or image.mode.startswith("I;16"):
        return _stretched(np.asarray(image))
    if image.has_transparency_data:
        solid = Image.new("RGBA", image.size, "white")
        solid.alpha_composite(image.convert("RGBA"))
        image = solid
    if image.mode in {"1", "L"}:
        return np.asarray(image.convert("L"))
    return np.asarray(cv2.cvtColor(np.asarray(image.convert("RGB")), cv2.COLOR_RGB2BGR), np.uint8)


def _shrunk(picture: Frame) -> Frame:
    longest = max(picture.shape)
    if longest <= _LONGEST_SIDE:
        return picture
    shrunk = _LONGEST_SIDE / longest
    size = (max(1, round(picture.shape[1] * shrunk)), max(1, round(picture.shape[0] * shrunk)))
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8)


def _stretched(deep: NDArray[Any]) -> Grey:
    """Values of any depth, from the darkest to the lightest."""
    light = np.nan_to_num(deep.astype(np.float32))
    light -= light.min()
    light *= 255 / max(float(light.max()), 1e-6)
    return np.asarray(light, np.uint8)
