"""Picture files of every make, drawn here; and broken ones, which are refused in time."""

import struct
import subprocess
import sys
import zlib
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from desk_app.devices.barcode.decoder import Decoder
from desk_app.devices.barcode.pictures import MOST_PIXELS, open_picture
from desk_app.services.errors import FileUnreadableError
from desk_app.services.picture_errors import (
    FolderGivenError,
    PictureDrawingError,
    PictureError,
    PictureHeicError,
    PicturePdfError,
    PictureTooLargeError,
)
from sync.rules.scan_text import Symbology
from tests.benchmarks.scan_frames import code_picture

ORIENTATION = 0x0112


def card(symbology: Symbology = Symbology.CODE_39) -> Image.Image:
    """A code on white, not to be read lying on its side by chance."""
    code = code_picture(symbology, "AB12345", module=3, height=60)
    return Image.fromarray(np.pad(code, 40, constant_values=255))


def texts(path: Path) -> list[str]:
    """What is read, however slow the machine is."""
    pages = open_picture(path)
    return [code.text for page in pages for code in Decoder().read_picture(page, 60).sure()]


def mode_of(path: Path) -> str:
    with Image.open(path) as image:
        return image.mode


def a_png(width: int, height: int, rows: bytes = b"") -> bytes:
    """A PNG whose header says a size, whatever follows."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = (chunk(b"IHDR", header), chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


@pytest.mark.parametrize("ending", ["png", "jpg", "webp", "bmp", "gif", "tiff"])
@pytest.mark.parametrize("mode", ["L", "RGB", "P", "1"])
def test_every_kind_of_file_is_read(tmp_path: Path, ending: str, mode: str) -> None:
    path = tmp_path / f"card.{ending}"
    can_hold = {"jpg": {"L", "RGB"}, "webp": {"L", "RGB", "P"}}.get(ending, {mode})
    card().convert(mode if mode in can_hold else "RGB").save(path)

    assert texts(path) == ["AB12345"]


@pytest.mark.parametrize("way", range(1, 9))
def test_a_picture_is_turned_as_its_exif_says(tmp_path: Path, way: int) -> None:
    path = tmp_path / "card.jpg"
    exif = Image.Exif()
    exif[ORIENTATION] = way
    plain = card()
    plain.save(path, exif=exif)

    (page,) = open_picture(path)

    turned = page.shape != (plain.height, plain.width)
    assert turned is (way >= 5)
    assert texts(path) == ["AB12345"]


@pytest.mark.parametrize("depth", [16, 12])
def test_sixteen_bits_are_read_whatever_part_of_them_is_used(tmp_path: Path, depth: int) -> None:
    path = tmp_path / "card.png"
    deep = np.asarray(card()).astype(np.uint16) * ((2**depth - 1) // 255)
    assert cv2.imwrite(str(path), deep)

    assert mode_of(path) == "I;16"
    assert texts(path) == ["AB12345"]


@pytest.mark.parametrize("mode", ["LA", "RGBA"])
def test_what_is_transparent_is_white(tmp_path: Path, mode: str) -> None:
    path = tmp_path / "card.png"
    dark = card().point(lambda light: 255 - light)
    image = Image.new("LA", dark.size, (0, 0))
    image.putalpha(dark)
    image.convert(mode).save(path)

    assert texts(path) == ["AB12345"]


def test_a_transparent_colour_of_a_palette_is_white(tmp_path: Path) -> None:
    path = tmp_path / "card.gif"
    image = card().convert("P")
    image.putpalette(bytes(768))  # all is black, and what was white cannot be seen
    image.save(path, transparency=255)

    assert texts(path) == ["AB12345"]


def test_the_colours_of_a_printing_press_are_read(tmp_path: Path) -> None:
    path = tmp_path / "card.jpg"
    card().convert("CMYK").save(path)

    assert mode_of(path) == "CMYK"
    assert texts(path) == ["AB12345"]


def test_every_page_of_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "cards.tiff"
    Image.new("L", (200, 200), 255).save(path, save_all=True, append_images=[card()])

    assert texts(path) == ["AB12345"]


def test_a_picture_of_a_good_telephone_is_read(tmp_path: Path) -> None:
    path = tmp_path / "card.jpg"
    sheet = Image.new("L", (8_000, 6_000), 255)
    sheet.paste(card(Symbology.QR_CODE).resize((1_400, 1_400)), (3_000, 2_000))
    sheet.save(path)

    (page,) = open_picture(path)

    assert max(page.shape) <= 4_000
    assert texts(path) == ["AB12345"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"AB12345",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"%PDF-1.7",
        a_png(100, 100),
        a_png(100, 100, b"\0" * 50),
        a_png(0, 0),
        b"\xff\xd8\xff\xe0" + b"\0" * 100,
    ],
)
def test_what_is_no_whole_picture_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "card.png"
    path.write_bytes(data)

    with pytest.raises(PictureError) as refused:
        list(open_picture(path))
    assert refused.value.facts["path"] == str(path)


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(900), PictureHeicError),
        (b"\0\0\0\x1cftypmif1\0\0\0\0" + bytes(900), PictureHeicError),
        (b"\0\0\0\x1cftypavif\0\0\0\0" + bytes(900), PictureHeicError),
        (b"%PDF-1.7\n%\xe2\xe3", PicturePdfError),
        (b"\xef\xbb\xbf\n%PDF-1.4\n", PicturePdfError),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", PictureDrawingError),
        (b"<?xml version='1.0'?>\n<!-- a card -->\n<SVG/>", PictureDrawingError),
    ],
)
def test_what_people_send_that_is_no_picture_is_named_whatever_it_is_called(
    tmp_path: Path, data: bytes, named: type[PictureError]
) -> None:
    path = tmp_path / "card.jpg"
    path.write_bytes(data)

    with pytest.raises(named):
        list(open_picture(path))


def test_a_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(FolderGivenError):
        list(open_picture(tmp_path))


@pytest.mark.parametrize("ending", ["png", "jpg", "webp", "bmp", "gif", "tiff"])
def test_a_picture_that_was_cut_off_is_refused(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"card.{ending}"
    card().save(path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])

    with pytest.raises(PictureError):
        list(open_picture(path))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), ending=st.sampled_from(["png", "jpg", "webp", "bmp", "gif", "tiff"]))
def test_a_damaged_picture_is_read_or_refused_and_never_a_fault_of_ours(
    tmp_path: Path, data: st.DataObject, ending: str
) -> None:
    path = tmp_path / f"card.{ending}"
    card().resize((60, 40)).save(path)
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at] = data.draw(st.integers(0, 255))
    path.write_bytes(bytes(content))

    try:
        pages = list(open_picture(path))
    except PictureError:
        return
    assert all(page.dtype == np.uint8 and page.ndim in (2, 3) for page in pages)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere.png", tmp_path):
        with pytest.raises(FileUnreadableError):
            list(open_picture(path))


@pytest.mark.parametrize("size", [(20_000, 10_000), (30_000, 30_000), (1, MOST_PIXELS + 1)])
def test_a_picture_of_200_megapixels_is_refused_by_its_header(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    path = tmp_path / "bomb.png"
    path.write_bytes(a_png(*size))

    with pytest.raises(PictureTooLargeError) as refused:
        list(open_picture(path))
    assert refused.value.facts["most"] == "65"


def test_a_real_picture_of_200_megapixels_takes_no_memory(tmp_path: Path) -> None:
    path = tmp_path / "bomb.png"
    path.write_bytes(a_png(20_000, 10_000, b"\0" * (20_001 * 10_000)))
    script = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from desk_app.devices.barcode.pictures import open_picture\n"
        "from desk_app.services.picture_errors import PictureTooLargeError\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "try:\n"
        "    list(open_picture(Path(sys.argv[1])))\n"
        "except PictureTooLargeError:\n"
        "    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True
    )

    assert int(ended.stdout) * 1024 < 40_000_000
