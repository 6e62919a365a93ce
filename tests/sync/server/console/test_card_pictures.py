"""A card before the camera of a telephone: its picture is sent in place of its number."""

import io
import zlib
from functools import cache
from pathlib import Path
from struct import pack

import numpy as np
import pytest
import zxingcpp
from PIL import Image

from sync.server.console.card_pictures import PictureUnreadableError, number_in
from sync.server.store.console_tables import Role
from tests.helpers.visitor import Page, Visitor
from tests.sync.server.console.console_fixture import ConsoleFixture

NUMBER, OTHER = "ESP730142", "ESP999000"
QR, CODE_39 = zxingcpp.BarcodeFormat.QRCode, zxingcpp.BarcodeFormat.Code39


@cache
def a_picture(
    *numbers: str, code: zxingcpp.BarcodeFormat = QR, kind: str = "JPEG", turn: float = 11
) -> bytes:
    """Cards on a table, as a telephone takes them."""
    table = Image.new("L", (3000, 2250), 190)
    for place, number in enumerate(numbers):
        drawn = np.array(zxingcpp.create_barcode(number, code).to_image(scale=5))
        table.paste(Image.fromarray(drawn), (700 + place * 900, 900))
    out = io.BytesIO()
    table.rotate(turn, fillcolor=190).convert("RGB").save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_card_that_is_held_askew_is_read(kind: str) -> None:
    assert number_in(a_picture(NUMBER, kind=kind)) == NUMBER


def test_the_bars_of_a_card_are_read() -> None:
    assert number_in(a_picture(NUMBER, code=CODE_39, turn=90)) == NUMBER


def a_bomb() -> bytes:
    """A PNG of few bytes that says it has a hundred million points."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return pack(">I", len(content)) + name + content + pack(">I", zlib.crc32(name + content))

    head = pack(">IIBBBBB", 10_000, 8_000, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "picture.unreadable"),
        (b"GIF89a", "picture.unreadable"),
        (a_picture(NUMBER)[:3000], "picture.unreadable"),
        (a_picture(), "picture.none"),
        (a_picture("https://kaikukortti.fi/"), "picture.none"),
        (a_picture(NUMBER, OTHER), "picture.several"),
        (a_bomb(), "picture.too_large"),
    ],
)
def test_a_picture_without_one_card_is_told_in_words(content: bytes, key: str) -> None:
    with pytest.raises(PictureUnreadableError) as refused:
        number_in(content)
    assert refused.value.key == key


@pytest.fixture
def issuer(console: ConsoleFixture) -> Visitor:
    return console.signed_in(Role.ISSUER)


def show(issuer: Visitor, page: Page, ending: str, content: bytes) -> Page:
    return issuer.send_file(page, ending, "image.jpg", content, field="picture")


def test_the_form_for_a_new_card_is_filled_in_from_a_picture(issuer: Visitor) -> None:
    filled = show(issuer, issuer.open("/cards/new"), "/cards/new", a_picture(NUMBER))
    assert filled.form("/cards/new").fields["number"] == NUMBER
    assert "Compare it with the card" in filled.text
    typed = {"birth_year": "1971", "postcode": "02600", "minors": "0"}
    assert "The card is registered." in issuer.send(filled, "/cards/new", **typed).text


def test_a_card_is_found_and_replaced_by_its_picture(
    console: ConsoleFixture, issuer: Visitor
) -> None:
    console.central.change_cards([console.card])
    found = show(issuer, issuer.open("/cards"), "/cards/find", a_picture(console.card.number))
    assert found.path.startswith("/console/cards/")
    assert console.card.number not in found.response.text
    (link,) = [link for link in found.links if link.endswith("/replace")]
    form = issuer.open(link.removeprefix(issuer.url))
    filled = show(issuer, form, "/replace", a_picture(OTHER))
    assert filled.form("/replace").fields["number"] == OTHER


def test_what_cannot_be_read_is_told_beside_the_picture(issuer: Visitor) -> None:
    for path, ending in (("/cards/new", "/cards/new"), ("/cards", "/cards/find")):
        page = show(issuer, issuer.open(path), ending, a_picture())
        assert (page.status, "No card's code was found" in page.text) == (422, True)


def test_a_picture_is_bounded_and_taken_by_its_forms_alone(issuer: Visitor) -> None:
    large = b"\xff" * (17 << 20)
    assert show(issuer, issuer.open("/cards"), "/cards/find", large).status == 413
    page = issuer.open("/cards/many")
    assert issuer.send_file(page, "/cards/many", "cards.csv", b"x" * (3 << 20)).status == 413


def test_no_picture_is_written_to_the_disk(
    issuer: Visitor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    noise = a_picture(NUMBER) + b"\0" * (4 << 20)
    assert show(issuer, issuer.open("/cards/new"), "/cards/new", noise).status == 200
