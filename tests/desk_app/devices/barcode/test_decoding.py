"""Codes in pictures that are drawn here: every kind, held every way, and none that is not there."""

from collections.abc import Callable

import cv2
import numpy as np
import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from desk_app.devices.barcode import engines
from desk_app.devices.barcode.decoder import Decoder, Passes, StreamDecoder
from desk_app.devices.barcode.engines import text_of
from desk_app.devices.barcode.passes import IN_TURN, Pass, bars, fine_bars
from desk_app.services.cameras import Code
from sync.rules.card_numbers import normalise
from sync.rules.payloads import card_number
from sync.rules.scan_text import Symbology
from tests.benchmarks.scan_frames import card_frames, code_picture, empty_frames, lines_alone
from tests.helpers.camera import strange_code

Picture = NDArray[np.uint8]

SQUARE = Code("AB12345", Symbology.QR_CODE)


def shown(symbology: Symbology, text: str, *, turned: float = 0) -> Picture:
    """A code on a sheet of light grey, turned by so many degrees."""
    code = code_picture(symbology, text, module=4 if symbology.corrects_errors else 2, height=70)
    sheet = np.full((480, 640), 220, np.uint8)
    top, left = (480 - code.shape[0]) // 2, (640 - code.shape[1]) // 2
    sheet[top : top + code.shape[0], left : left + code.shape[1]] = code
    turn = cv2.getRotationMatrix2D((320, 240), turned, 1)
    return np.asarray(cv2.warpAffine(sheet, turn, (640, 480), borderValue=220), np.uint8)


@pytest.mark.parametrize("kind", list(Symbology))
@pytest.mark.parametrize("turned", [0, 12, 45, 90, 180, 260])
def test_every_kind_of_code_is_read_however_it_is_held(kind: Symbology, turned: float) -> None:
    text = "6410405060457" if kind is Symbology.EAN_13 else "AB12345"

    assert Decoder().read_picture(shown(kind, text, turned=turned)).sure() == [Code(text, kind)]


def test_a_picture_in_colour_is_read_as_one_in_grey() -> None:
    colour = cv2.cvtColor(shown(Symbology.QR_CODE, "AB12345"), cv2.COLOR_GRAY2BGR)

    assert Decoder().read_frame(np.asarray(colour, np.uint8)).sure() == [SQUARE]


def test_a_number_of_six_digits_in_code_39_is_not_taken_for_a_pharmacys_code() -> None:
    codes = Decoder().read_picture(shown(Symbology.CODE_39, "247078")).sure()

    assert codes == [Code("247078", Symbology.CODE_39)]


def test_every_code_of_a_picture_is_read() -> None:
    sheet = np.vstack(
        [shown(Symbology.CODE_39, f"AB1234{n}") for n in range(4)]
        + [shown(Symbology.QR_CODE, f"CD1234{n}") for n in range(4)]
    )

    texts = {code.text for code in Decoder().read_picture(sheet, seconds=60).sure()}

    assert texts == {f"{letters}1234{n}" for letters in ("AB", "CD") for n in range(4)}


@pytest.mark.parametrize("kind", [Symbology.QR_CODE, Symbology.CODE_39, Symbology.CODE_128])
def test_light_on_dark_is_read_as_dark_on_light(kind: Symbology) -> None:
    dark = 255 - shown(kind, "AB12345", turned=12)

    assert Decoder().read_frame(dark).sure() == [Code("AB12345", kind)]
    assert Decoder().read_picture(dark).sure() == [Code("AB12345", kind)]


@pytest.mark.parametrize(
    ("ink", "card"),
    [((0, 0, 0), (110, 0, 0)), ((0, 0, 200), (0, 105, 0)), ((0, 200, 255), (255, 255, 255))],
    ids=["black on dark blue", "red on green", "yellow on white"],
)
@pytest.mark.parametrize("kind", [Symbology.QR_CODE, Symbology.CODE_39])
def test_a_code_is_read_in_the_channel_in_which_it_shows(
    kind: Symbology, ink: tuple[int, int, int], card: tuple[int, int, int]
) -> None:
    grey = shown(kind, "AB12345")[:, :, np.newaxis]
    noise = np.random.default_rng(3).normal(0, 4, (480, 640, 3))
    colours = np.where(grey < 128, np.array(ink), np.array(card)) + noise
    picture = np.clip(colours, 0, 255).astype(np.uint8)
    stream = StreamDecoder()

    assert Decoder().read_picture(picture).sure() == [Code("AB12345", kind)]
    assert [Code("AB12345", kind)] in [stream.codes(picture) for _ in IN_TURN]


def test_no_look_but_the_first_is_begun_when_the_time_is_over() -> None:
    square = shown(Symbology.QR_CODE, "AB12345")  # the first look is for lines
    read = [Code("AB12345", Symbology.QR_CODE)]

    assert Decoder(now=lambda: 0.0).read_frame(square, seconds=0.0).sure() == []
    assert Decoder(now=lambda: 0.0).read_frame(square, seconds=1.0).sure() == read


@pytest.mark.parametrize("size", [(1, 1), (5, 5), (1, 4000), (4000, 1), (30, 30), (481, 640)])
def test_a_picture_of_any_size_without_a_code_holds_nothing(size: tuple[int, int]) -> None:
    grain = np.random.default_rng(7)

    assert Decoder().read_picture(grain.integers(0, 256, size, np.uint8)).sure() == []
    assert Decoder().read_picture(np.zeros(size, np.uint8)).sure() == []


def test_a_small_barcode_is_found_where_smoothing_hides_its_bars() -> None:
    frame = next(lines_alone(6, 1))

    def read_by(alone: Pass) -> list[str]:
        decoder = Decoder(passes=Passes(first=(alone,), in_turn=()))
        return [code.text for code in decoder.read_frame(frame.picture, 9).sure()]

    assert read_by(bars) == []
    assert read_by(fine_bars) == [frame.text]


def test_nothing_wrong_is_read_in_frames_of_a_bad_webcam() -> None:
    decoder = Decoder()
    frames = [*card_frames(41, 20), *empty_frames(41, 8)]
    read = [
        (frame.text, {code.text for code in decoder.read_frame(frame.picture, 9).sure()})
        for frame in frames
    ]

    assert [(text, texts) for text, texts in read if texts - {text}] == []
    assert sum(text in texts for text, texts in read) >= 8


WRITABLE = [
    name
    for kind in zxingcpp.barcode_formats_list()
    if (name := str(kind)) and not name.startswith("All")
]
"""Every kind of code by the name that zxing-cpp has for it; some it cannot write by itself."""


@given(
    st.sampled_from(WRITABLE),
    st.from_regex(r"[A-Z0-9]{2,14}|[0-9]{2,14}", fullmatch=True),
    st.sampled_from([0, 12, 90, 180]),
    st.sampled_from([np.positive, np.invert]),
)
def test_no_kind_of_code_ends_the_reading_and_the_next_card_is_read(
    kind: str, text: str, turned: float, light: np.ufunc
) -> None:
    try:
        picture = strange_code(kind, text)
    except ValueError:
        return  # not every kind takes every text
    size = (picture.shape[1], picture.shape[0])
    turn = cv2.getRotationMatrix2D((size[0] / 2, size[1] / 2), turned, 0.7)
    picture = np.asarray(cv2.warpAffine(picture, turn, size, borderValue=255), np.uint8)
    stream = StreamDecoder()

    seen = stream.codes(light(picture))

    assert all(isinstance(code.symbology, Symbology) for code in seen)
    assert stream.codes(shown(Symbology.QR_CODE, "KAIKU0001"))[-1].text == "KAIKU0001"


def test_one_part_of_a_message_in_several_codes_is_no_code_at_all() -> None:
    part = strange_code("one part of two", "AB12345")

    assert [code.text for code in zxingcpp.read_barcodes(part)] == ["AB12345"]
    assert Decoder().read_picture(part).sure() == []


def test_a_card_beside_one_part_of_a_message_in_several_codes_is_read() -> None:
    part = strange_code("one part of two", "AB12345")
    sheet = np.full((480 + part.shape[0], 640), 220, np.uint8)
    sheet[480:, : part.shape[1]] = part
    sheet[:480] = shown(Symbology.CODE_39, "KAIKU01")

    assert engines.zbar(sheet) == engines.zbar(sheet[:480]) != []
    assert Decoder().read_picture(sheet).sure() == [Code("KAIKU01", Symbology.CODE_39)]


def test_a_pass_that_fails_has_seen_nothing_and_is_logged_once(
    expected_log: Callable[[str], None], caplog: pytest.LogCaptureFixture
) -> None:
    expected_log("reading codes failed")
    decoder = Decoder()
    flat = np.zeros((0, 40), np.uint8)  # OpenCV and both engines refuse a picture without rows

    assert decoder.read_picture(flat).sure() == []
    count = len(caplog.records)
    assert decoder.read_picture(flat).sure() == []
    assert count == len(caplog.records) > 3
    assert decoder.read_picture(shown(Symbology.QR_CODE, "AB12345")).sure() == [SQUARE]


@given(st.binary(min_size=1, max_size=60))
def test_whatever_bytes_a_code_carries_it_is_no_card_unless_by_the_rule(data: bytes) -> None:
    made = zxingcpp.create_barcode(data, zxingcpp.BarcodeFormat.QRCode)
    picture = np.asarray(made.to_image(scale=4, add_quiet_zones=True)).reshape(-1)
    side = int(np.sqrt(picture.size))

    for code in Decoder().read_frame(picture.reshape(side, side)).sure():
        number = card_number(code.text, code.symbology)
        assert number is None or normalise(number) == number


@given(st.binary())
def test_bytes_of_any_kind_become_a_text(data: bytes) -> None:
    assert isinstance(text_of(data), str)
