"""A card is read by the browser's camera, in a real browser whose camera shows a film of one."""

import os
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from sync.server.store.console_tables import Role
from tests.helpers.browser import WAIT_MS, browser_program, violations
from tests.sync.server.console.card_film import NUMBER
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


@pytest.fixture
def at_camera(console: ConsoleFixture, browser: Browser) -> Iterator[BrowserContext]:
    """An issuer at a computer whose camera shows a card."""
    cookie = console.signed_in(Role.ISSUER).session.cookies["kaikukanta"]
    with browser.new_context(locale="en-GB") as context:
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
    expect(page.locator("#number")).to_have_value(NUMBER, timeout=WAIT_MS)
    assert page.input_value("#birth_year") == "1970"
    assert violations(page) == []


def test_a_camera_that_is_not_allowed_is_told(
    console: ConsoleFixture, at_camera: BrowserContext
) -> None:
    page = at_camera.new_page()
    page.add_init_script("navigator.mediaDevices.getUserMedia = () => Promise.reject();")
    page.goto(f"{console.address}/cards/new")
    page.click("#camera")
    message = page.locator("#camera-message")
    expect(message).to_contain_text("The camera cannot be used", timeout=WAIT_MS)
    assert violations(page) == []


def test_without_scripts_there_is_no_camera_button(
    console: ConsoleFixture, at_camera: BrowserContext
) -> None:
    page = at_camera.new_page()
    page.route("**/camera.js", lambda route: route.abort())
    page.goto(f"{console.address}/cards/new")
    expect(page.locator("#picture")).to_be_visible(timeout=WAIT_MS)
    expect(page.locator("#camera")).to_be_hidden(timeout=WAIT_MS)
