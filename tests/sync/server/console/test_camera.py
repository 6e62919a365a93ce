"""A card is read by the browser's camera, in a real browser whose camera shows a film of one."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from sync.server.console.qr_codes import qr_modules
from sync.server.store.console_tables import Role
from tests.helpers.browser import a_browser, browser_program, violations
from tests.sync.server.console.console_fixture import ConsoleFixture

pytestmark = [
    pytest.mark.system,
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="the browser is Debian's Chromium"),
    pytest.mark.skipif(
        "CI" not in os.environ and browser_program() is None,  # in CI a missing one has to fail
        reason="no Chromium here; `python3 installer/prepare.py --tests` brings it on Debian",
    ),
]
WIDTH, HEIGHT, SCALE = 640, 480, 12
NUMBER = "ESP730142"


def film_of_a_card(path: Path) -> None:
    """One picture again and again, as Y4M."""
    modules = np.array(qr_modules(NUMBER), dtype=np.uint8)
    code = np.kron(modules, np.ones((SCALE, SCALE), dtype=np.uint8))
    grey = np.full((HEIGHT, WIDTH), 235, dtype=np.uint8)
    top, left = (HEIGHT - code.shape[0]) // 2, (WIDTH - code.shape[1]) // 2
    grey[top : top + code.shape[0], left : left + code.shape[1]] = np.where(code, 20, 235)
    colours = bytes([128]) * (WIDTH * HEIGHT // 2)
    head = f"YUV4MPEG2 W{WIDTH} H{HEIGHT} F10:1 Ip A1:1 C420\n".encode()
    path.write_bytes(head + (b"FRAME\n" + grey.tobytes() + colours) * 5)


@pytest.fixture(scope="module")
def with_camera(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """The browser of a computer with a camera."""
    film = tmp_path_factory.mktemp("film") / "card.y4m"
    film_of_a_card(film)
    options = (
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        f"--use-file-for-fake-video-capture={film}",
    )
    with a_browser(*options) as browser:
        yield browser


@pytest.fixture
def at_camera(console: ConsoleFixture, with_camera: Browser) -> Iterator[BrowserContext]:
    """An issuer at that computer."""
    cookie = console.signed_in(Role.ISSUER).session.cookies["kaikukanta"]
    with with_camera.new_context(locale="en-GB") as context:
        context.add_cookies([{"name": "kaikukanta", "value": cookie, "url": console.address}])
        yield context


def test_the_camera_reads_the_number_into_the_form(
    console: ConsoleFixture, at_camera: BrowserContext
) -> None:
    page = at_camera.new_page()
    page.goto(f"{console.address}/cards/new")
    page.fill("#birth_year", "1970")
    page.focus("#camera")
    page.keyboard.press("Enter")
    expect(page.locator("#number")).to_have_value(NUMBER, timeout=20_000)
    assert page.input_value("#birth_year") == "1970"
    assert violations(page) == []


def test_a_camera_that_is_not_allowed_is_told(
    console: ConsoleFixture, at_camera: BrowserContext
) -> None:
    page = at_camera.new_page()
    page.add_init_script("navigator.mediaDevices.getUserMedia = () => Promise.reject();")
    page.goto(f"{console.address}/cards/new")
    page.click("#camera")
    expect(page.locator("#camera-message")).to_contain_text("The camera cannot be used")
    assert violations(page) == []


def test_without_scripts_there_is_no_camera_button(
    console: ConsoleFixture, at_camera: BrowserContext
) -> None:
    page = at_camera.new_page()
    page.route("**/camera.js", lambda route: route.abort())
    page.goto(f"{console.address}/cards/new")
    expect(page.locator("#picture")).to_be_visible()
    expect(page.locator("#camera")).to_be_hidden()
