"""Frames of cards as a webcam sees them: rendered, seeded, and as hard as in a dim foyer.

A card or a telephone carries one code; it is held at some distance, tilted, over a cluttered desk.
Then come the lens (out of focus, moved), the light (dim, uneven, glare), the sensor (noise) and the
camera's own JPEG. The strengths are set so that pyzbar as it comes reads about every second frame.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import zxingcpp
from numpy.typing import NDArray

from sync.rules.scan_text import Symbology

Picture = NDArray[Any]

SIZES = ((640, 480), (1280, 720))
PHOTOGRAPH = (3264, 2448)
"""Of a telephone's camera, eight million pixels."""
_PX_PER_MM = 8
_CARD_MM = (85, 55)
_LETTERS = "ABCDEFGHJKLMNPRSTUVXYZ"
_DIGITS = "0123456789"
_KINDS = (
    [Symbology.QR_CODE] * 8
    + [Symbology.CODE_39] * 8
    + [Symbology.CODE_128] * 2
    + [Symbology.EAN_13] * 2
)
_LINES = [Symbology.CODE_39] * 4 + [Symbology.CODE_128]
_WITHOUT_PYZBAR = [Symbology.DATA_MATRIX, Symbology.AZTEC]
_FORMATS = {
    Symbology.QR_CODE: zxingcpp.BarcodeFormat.QRCode,
    Symbology.CODE_39: zxingcpp.BarcodeFormat.Code39,
    Symbology.CODE_128: zxingcpp.BarcodeFormat.Code128,
    Symbology.EAN_13: zxingcpp.BarcodeFormat.EAN13,
    Symbology.DATA_MATRIX: zxingcpp.BarcodeFormat.DataMatrix,
    Symbology.AZTEC: zxingcpp.BarcodeFormat.Aztec,
}


_EQUAL_IN_GREY = (((20, 60, 230), (60, 150, 30)), ((200, 90, 40), (40, 96, 90)))
"""Colours of paper and ink, in BGR, that a picture in grey shows nearly alike."""


@dataclass(frozen=True, slots=True)
class HeldCard:
    """How a card is held and lit, where a frame is of a hard kind."""

    inverted: bool = False
    across: tuple[float, float] = (0.58, 1.0)
    uneven: bool = False
    coloured: bool = False
    spoiled: bool = False
    most_tilt: float = 0.14
    sizes: tuple[tuple[int, int], ...] = SIZES
    most_noise: float = 9


AS_USUAL = HeldCard()
HARD = {
    "inverted": HeldCard(inverted=True),
    "small": HeldCard(across=(0.36, 0.56)),
    "uneven": HeldCard(uneven=True),
    "coloured": HeldCard(coloured=True),
    "tilted": HeldCard(most_tilt=0.5),
    "spoiled": HeldCard(spoiled=True),
    "tilted and spoiled": HeldCard(most_tilt=0.5, spoiled=True),
    "uneven and spoiled": HeldCard(uneven=True, spoiled=True),
}
LARGE = HeldCard(across=(1.2, 4.5), sizes=(PHOTOGRAPH,), most_noise=40)
"""A large photograph, of a card near or far, grainy as in a dim foyer."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame in BGR and the one code in it; ``symbology`` is ``None`` where there is none."""

    picture: Picture
    symbology: Symbology | None
    text: str


def card_frames(seed: int, count: int) -> Iterator[Frame]:
    """Frames of the kinds of code that pyzbar knows too, four fifths of them what cards carry."""
    for index in range(count):
        draw = random.Random(f"{seed}/card/{index}")
        yield _frame(draw, draw.choice(_KINDS))


def matrix_frames(seed: int, count: int) -> Iterator[Frame]:
    """Frames of the kinds that pyzbar cannot read at all."""
    for index in range(count):
        draw = random.Random(f"{seed}/matrix/{index}")
        yield _frame(draw, draw.choice(_WITHOUT_PYZBAR))


def empty_frames(seed: int, count: int) -> Iterator[Frame]:
    """Frames without a code: whatever is read there is wrong."""
    for index in range(count):
        draw = random.Random(f"{seed}/empty/{index}")
        yield _frame(draw, None)


def lines_alone(seed: int, count: int, *, inverted: bool = False) -> Iterator[Frame]:
    """Frames of barcodes of lines; the same ones light on dark, as a telephone in dark mode."""
    for index in range(count):
        draw = random.Random(f"{seed}/lines/{index}")
        yield _frame(draw, draw.choice(_LINES), HeldCard(inverted=inverted))


def hard_frames(seed: int, count: int, kind: str) -> Iterator[Frame]:
    """Frames of one of the kinds in ``HARD``, of all kinds of code."""
    for index in range(count):
        draw = random.Random(f"{seed}/{kind}/{index}")
        yield _frame(draw, draw.choice(_KINDS + _WITHOUT_PYZBAR), HARD[kind])


def photographs(seed: int, count: int) -> Iterator[Frame]:
    """Large photographs, of all kinds of code."""
    for index in range(count):
        draw = random.Random(f"{seed}/large/{index}")
        yield _frame(draw, draw.choice(_KINDS + _WITHOUT_PYZBAR), LARGE)


def code_picture(symbology: Symbology, text: str, module: int, height: int) -> Picture:
    """A code alone in black on white, quiet zone included; ``height`` is for codes of lines."""
    made = zxingcpp.create_barcode(text, _FORMATS[symbology])
    modules = np.array(made.to_image(scale=1, add_hrt=False, add_quiet_zones=False))
    if symbology.corrects_errors:
        modules = np.pad(modules, 4, constant_values=255)
        return np.kron(modules, np.ones((module, module), np.uint8))
    line = np.pad(modules[5], 10, constant_values=255)
    return np.kron(line[np.newaxis, :], np.ones((height, module), np.uint8))


def _frame(draw: random.Random, symbology: Symbology | None, held: HeldCard = AS_USUAL) -> Frame:
    grain = np.random.default_rng(draw.getrandbits(64))
    text = _text(draw, symbology)
    on_telephone = draw.random() < 0.3
    card = _card(draw, symbology, text)
    if held.spoiled:
        _scratch(draw, card)
    if held.inverted:
        card = 255 - card
    if on_telephone:
        card = _telephone(draw, card)
    size = draw.choice(held.sizes)
    picture = _photographed(draw, grain, card, size, held)
    if on_telephone:
        picture = _moire(draw, picture)
    picture = _lit(draw, _blurred(draw, picture))
    if held.uneven:
        picture = _shadowed(draw, picture)
    colours = draw.choice(_EQUAL_IN_GREY) if held.coloured else None
    picture = _sensed(draw, grain, picture, held.most_noise, colours)
    return Frame(picture, symbology, text)


def _text(draw: random.Random, symbology: Symbology | None) -> str:
    if symbology is None:
        return ""
    if symbology is Symbology.EAN_13:
        digits = [draw.randrange(10) for _ in range(12)]
        check = -sum(d * (3 if n % 2 else 1) for n, d in enumerate(digits)) % 10
        return "".join(map(str, [*digits, check]))
    letters = draw.choice((0, 2, 2))
    number = "".join(draw.choice(_LETTERS) for _ in range(letters))
    number += "".join(draw.choice(_DIGITS) for _ in range(draw.randint(5, 8)))
    is_address = symbology is Symbology.QR_CODE and draw.random() < 0.3
    return f"https://kortti.example/k/{number}" if is_address else number


def _card(draw: random.Random, symbology: Symbology | None, text: str) -> Picture:
    """The card in grey, seen straight from above, a line or two of print on it."""
    width, height = (mm * _PX_PER_MM for mm in _CARD_MM)
    card = np.full((height, width), draw.randint(215, 255), np.uint8)
    ink = draw.randint(0, 70)
    cv2.rectangle(card, (0, 0), (width, 70), draw.randint(90, 200), -1)
    font = cv2.FONT_HERSHEY_SIMPLEX
    cv2.putText(card, "Kulttuurikortti", (24, 48), font, 1.2, 255, 3, cv2.LINE_AA)
    if symbology is None:
        for row in range(draw.randint(2, 6)):
            words = "".join(draw.choice(_LETTERS + "   ") for _ in range(24))
            cv2.putText(card, words, (24, 130 + 44 * row), font, 1, ink, 2, cv2.LINE_AA)
        return card
    if symbology.corrects_errors:
        code = code_picture(symbology, text, module=1, height=0)
        side = draw.randint(20, 28) * _PX_PER_MM
        code = cv2.resize(code, (side, side), interpolation=cv2.INTER_NEAREST)
    else:
        code = code_picture(symbology, text, module=1, height=1)
        wide = min(draw.randint(52, 70), 80) * _PX_PER_MM
        high = draw.randint(9, 16) * _PX_PER_MM
        code = cv2.resize(code, (wide, high), interpolation=cv2.INTER_NEAREST)
    shade = np.interp(code, (0, 255), (ink, int(card[-1, -1]))).astype(np.uint8)
    top = draw.randint(80, height - code.shape[0] - 50)
    left = draw.randint(10, width - code.shape[1] - 10)
    card[top : top + code.shape[0], left : left + code.shape[1]] = shade
    cv2.putText(card, "Nro 0000", (24, height - 16), font, 0.8, ink, 2, cv2.LINE_AA)
    return card


def _scratch(draw: random.Random, card: Picture) -> None:
    """Wear and spots over a card that has lain among keys."""
    height, width = card.shape
    for _ in range(draw.randint(4, 14)):
        start, end = ((draw.randrange(width), draw.randrange(70, height)) for _ in range(2))
        cv2.line(card, start, end, draw.choice((20, 250)), draw.randint(2, 6), cv2.LINE_AA)
    for _ in range(draw.randint(2, 10)):
        spot = (draw.randrange(width), draw.randrange(70, height))
        cv2.circle(card, spot, draw.randint(4, 16), draw.choice((20, 250)), -1, cv2.LINE_AA)


def _telephone(draw: random.Random, card: Picture) -> Picture:
    """A screen: a dark rim around what shines, with sharper black."""
    shining = cv2.convertScaleAbs(card, alpha=1.1, beta=-10)
    rim = draw.randint(12, 40)
    return cv2.copyMakeBorder(
        shining, rim, rim, rim * 2, rim * 2, cv2.BORDER_CONSTANT, value=draw.randint(5, 40)
    )


def _photographed(
    draw: random.Random,
    grain: np.random.Generator,
    card: Picture,
    size: tuple[int, int],
    held: HeldCard,
) -> Picture:
    """The card over a desk, in perspective."""
    width, height = size
    desk = _desk(draw, grain, size)
    across = draw.uniform(*held.across) * 640 * (1.0 if width == 640 else draw.uniform(1.0, 1.5))
    scale = across / card.shape[1]
    half_w, half_h = card.shape[1] * scale / 2, card.shape[0] * scale / 2
    turn = np.deg2rad(draw.gauss(0, 10) if draw.random() < 0.7 else draw.uniform(-180, 180))
    tilt = [draw.uniform(0, held.most_tilt) for _ in range(4)]
    corners = np.array([(-half_w, -half_h), (half_w, -half_h), (half_w, half_h), (-half_w, half_h)])
    corners *= np.array([(1 - t, 1 - t * draw.random()) for t in tilt])
    turned = corners @ np.array([(np.cos(turn), np.sin(turn)), (-np.sin(turn), np.cos(turn))])
    reach = np.abs(turned).max(axis=0)
    centre = [
        draw.uniform(min(r, side / 2), max(side - r, side / 2))
        for r, side in zip(reach, (width, height), strict=True)
    ]
    softened = cv2.GaussianBlur(card, (0, 0), max(0.3, 0.36 / scale))
    rows, columns = card.shape
    source = np.array([(0, 0), (columns, 0), (columns, rows), (0, rows)], np.float32)
    warp = cv2.getPerspectiveTransform(source, (turned + centre).astype(np.float32))
    seen = cv2.warpPerspective(softened, warp, size)
    mask = cv2.warpPerspective(np.full_like(card, 255), warp, size)
    weight = mask.astype(np.float32) / 255
    return seen * weight + desk * (1 - weight)


def _desk(draw: random.Random, grain: np.random.Generator, size: tuple[int, int]) -> Picture:
    """Wood, shadows, and the corners of other things."""
    width, height = size
    coarse = grain.normal(draw.randint(70, 170), 26, (height // 40, width // 20))
    desk = cv2.resize(coarse.astype(np.float32), size, interpolation=cv2.INTER_CUBIC)
    for _ in range(draw.randint(2, 7)):
        at = (draw.randrange(width), draw.randrange(height))
        box = cv2.boxPoints(
            (at, (draw.uniform(20, 300), draw.uniform(10, 200)), draw.uniform(0, 90))
        )
        cv2.fillPoly(desk, [box.astype(np.int32)], float(draw.randint(20, 235)))
    for _ in range(draw.randint(0, 12)):  # a rack of leaflets, lines side by side
        left, lean = draw.randrange(width), draw.randint(-9, 9)
        cv2.line(desk, (left, 0), (left + lean, height), float(draw.randint(0, 255)), 3)
    return desk


def _moire(draw: random.Random, picture: Picture) -> Picture:
    """The beat of two grids, the screen's and the sensor's."""
    rows, columns = np.mgrid[0 : picture.shape[0], 0 : picture.shape[1]].astype(np.float32)
    beat = np.zeros_like(picture)
    for _ in range(2):
        turn = draw.uniform(0, np.pi)
        length = draw.uniform(2.2, 11)
        beat += np.sin(2 * np.pi * (rows * np.sin(turn) + columns * np.cos(turn)) / length)
    return picture * (1 + draw.uniform(0.03, 0.17) * beat)


def _blurred(draw: random.Random, picture: Picture) -> Picture:
    near = picture.shape[1] / 640
    if draw.random() < 0.75:
        picture = cv2.GaussianBlur(picture, (0, 0), draw.uniform(0.3, 1.15) * near)
    if draw.random() < 0.35:
        length = draw.randint(1, int(3 * near))
        kernel = np.zeros((2 * length + 1, 2 * length + 1), np.float32)
        turn = draw.uniform(0, np.pi)
        end = (round(length * np.cos(turn)), round(length * np.sin(turn)))
        cv2.line(kernel, (length, length), (length + end[0], length + end[1]), 1.0)
        picture = cv2.filter2D(picture, -1, kernel / kernel.sum())
    return picture


def _lit(draw: random.Random, picture: Picture) -> Picture:
    rows, columns = np.mgrid[-1 : 1 : picture.shape[0] * 1j, -1 : 1 : picture.shape[1] * 1j]
    turn = draw.uniform(0, 2 * np.pi)
    slope = draw.uniform(0, 0.45)
    picture = picture * (1 + slope * (rows * np.sin(turn) + columns * np.cos(turn)))
    if draw.random() < 0.3:
        at, reach = (draw.uniform(-0.6, 0.6), draw.uniform(-0.6, 0.6)), draw.uniform(0.1, 0.35)
        away = ((columns - at[0]) ** 2 + (rows - at[1]) ** 2) / reach**2
        picture = picture + draw.uniform(60, 230) * np.exp(-away)
    if draw.random() < 0.4:
        picture = picture * draw.uniform(0.12, 0.5)
    return np.asarray(picture)


def _shadowed(draw: random.Random, picture: Picture) -> Picture:
    """Someone's arm between the lamp and the card: a shadow with an edge, and a lamp's glare."""
    rows, columns = np.mgrid[-1 : 1 : picture.shape[0] * 1j, -1 : 1 : picture.shape[1] * 1j]
    turn = draw.uniform(0, 2 * np.pi)
    across = rows * np.sin(turn) + columns * np.cos(turn) - draw.uniform(-0.25, 0.25)
    shade = draw.uniform(0.2, 0.45)
    return np.asarray(picture * (shade + (1 - shade) / (1 + np.exp(-across * draw.uniform(8, 40)))))


def _sensed(
    draw: random.Random,
    grain: np.random.Generator,
    picture: Picture,
    most_noise: float,
    colours: tuple[tuple[int, ...], tuple[int, ...]] | None = None,
) -> Picture:
    """What the sensor and the camera's own JPEG make of it; a little colour, as light has."""
    noise = draw.uniform(1, most_noise)
    tint = [draw.uniform(0.85, 1.0) for _ in range(3)]
    shown = [picture] * 3
    if colours is not None:
        light = np.clip(picture / 255, 0, 1)
        shown = [ink + light * (paper - ink) for paper, ink in zip(*colours, strict=True)]
        tint = [1.0] * 3
    pairs = zip(shown, tint, strict=True)
    layers = [each * t + grain.normal(0, noise, picture.shape) for each, t in pairs]
    colour = np.clip(np.dstack(layers), 0, 255).astype(np.uint8)
    _, packed = cv2.imencode(".jpg", colour, [cv2.IMWRITE_JPEG_QUALITY, draw.randint(25, 92)])
    return np.asarray(cv2.imdecode(packed, cv2.IMREAD_COLOR), np.uint8)
