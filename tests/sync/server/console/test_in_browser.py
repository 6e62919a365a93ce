"""Pages in a real browser: without barriers, by keyboard, with codes that a reader reads."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Page

from sync.rules.enrolment_link import EnrolmentLink
from sync.server.console.rights import RIGHTS
from tests.helpers.browser import amiss, browser_program, close_all
from tests.helpers.keyboard_user import KeyboardUser
from tests.sync.server.console.full_console import FullConsole, full_console
from tests.sync.server.console.page_states import (
    LOOKS,
    STATES,
    Look,
    PageState,
    Viewer,
)

pytestmark = [
    pytest.mark.system,
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="the browser is Debian's Chromium"),
    pytest.mark.skipif(
        "CI" not in os.environ and browser_program() is None,  # in CI a missing one has to fail
        reason="no Chromium here; `python3 installer/prepare.py --tests` brings it on Debian",
    ),
]

NO_PAGE_TO_LOOK_AT = {
    "GET /language/{language}",
    "GET /static/{file}",
    "GET /figures/export/{form}",
    "GET /sign-in/oidc/callback",
}
NARROW = Look("fi", 360, "light")
WIDE = Look("sv", 1366, "dark")


@pytest.fixture(scope="module")
def console() -> Iterator[FullConsole]:
    with TemporaryDirectory() as folder, full_console(f"sqlite:///{folder}/register.db") as full:
        yield full


@pytest.fixture(scope="module")
def viewer(browser: Browser, console: FullConsole) -> Iterator[Viewer]:
    yield Viewer(browser, console)
    close_all(browser)


def state(name: str) -> PageState:
    return next(each for each in STATES if each.name == name)


def test_no_page_has_a_barrier_or_is_too_wide(viewer: Viewer) -> None:
    """Some states in one look here; ``python -m tests.endurance.console_pages`` has all of them."""
    found = {}
    for place, each in enumerate(STATES[::8]):
        look = LOOKS[place % len(LOOKS)]
        with viewer.seeing(each, look) as page:
            if wrong := amiss(page):
                found[f"{each.name} {look}"] = wrong
    assert found == {}


def test_every_page_that_can_be_opened_is_looked_at() -> None:
    paths = [re.sub(r"\{[^}]*\}", "x", each.path.partition("?")[0]) for each in STATES]
    unseen = {
        route
        for route in RIGHTS
        if route.startswith("GET ")
        and not any(re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", route[4:]), path) for path in paths)
    }
    assert unseen == NO_PAGE_TO_LOOK_AT


@pytest.mark.parametrize(
    ("name", "look"),
    [
        ("sign-in", NARROW),
        ("cards", NARROW),
        ("cards", WIDE),
        ("desks", WIDE),
        ("offer-wrong", WIDE),
    ],
)
def test_tab_goes_through_a_page_in_its_order_and_is_seen(
    viewer: Viewer, name: str, look: Look
) -> None:
    with viewer.seeing(state(name), look) as page:
        places = KeyboardUser(page).every_stop()
    assert len(places) > 4
    assert places == sorted(places)


def test_the_first_tab_leads_past_the_menu(viewer: Viewer) -> None:
    with viewer.seeing(state("cards"), NARROW) as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.getAttribute('href')") == "#content"
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_the_keyboard_is_at_the_first_field_that_is_wrong(viewer: Viewer) -> None:
    with viewer.seeing(state("venue-new-wrong"), NARROW) as page:
        focused = page.evaluate("document.activeElement.id")
        first = page.evaluate("document.querySelector('[aria-invalid=true]').id")
    assert (focused, first) == ("name", "name")


def code_in(picture: Path) -> str:
    with Image.open(picture) as opened:
        (found,) = zxingcpp.read_barcodes(np.asarray(opened.convert("L")))
    return found.text


@pytest.mark.parametrize("look", [NARROW, WIDE], ids=str)
def test_the_codes_on_pages_are_read_off_the_screen(
    viewer: Viewer, console: FullConsole, tmp_path: Path, look: Look
) -> None:
    read = {}
    for name in ("activation", "invitation", "mobile", "card-link"):
        with viewer.seeing(state(name), look) as page:
            page.screenshot(path=tmp_path / f"{name}.png", full_page=True)
            text = page.locator(".secret").first.inner_text() if name != "mobile" else ""
            read[name] = code_in(tmp_path / f"{name}.png"), text
    enrolling = EnrolmentLink.parse(read["activation"][0])
    assert (enrolling.code, f"{enrolling.api_url}/console") == (
        read["activation"][1],
        console.address,
    )
    assert read["invitation"][1].replace(" ", "") in read["invitation"][0]
    assert read["mobile"][0] == "ESP730142"
    assert read["card-link"][0] == read["card-link"][1]


def test_the_code_for_a_desk_is_read_off_the_printed_page(viewer: Viewer, tmp_path: Path) -> None:
    with viewer.seeing(state("activation"), WIDE) as page:
        code = page.locator(".secret").inner_text()
        page.pdf(path=tmp_path / "page.pdf")
    command = ["pdftoppm", "-r", "100", "-png", "-singlefile", "page.pdf", "page"]
    subprocess.run(command, cwd=tmp_path, check=True)
    assert EnrolmentLink.parse(code_in(tmp_path / "page.png")).code == code
    output = subprocess.run(
        ["pdftotext", "page.pdf", "-"], cwd=tmp_path, check=True, capture_output=True, text=True
    ).stdout
    assert code in output
    assert "Logga ut" not in output


def test_back_shows_nothing_after_signing_out(browser: Browser, console: FullConsole) -> None:
    with browser.new_context(locale="en-GB") as context:
        cookie = console.cookie(STATES[13].role, there=False)
        context.add_cookies([{"name": "kaikukanta", "value": cookie, "url": console.address}])
        page = context.new_page()
        page.goto(f"{console.address}/cards")
        page.get_by_role("link", name="…0142").first.click()
        page.wait_for_url(re.compile("/cards/[0-9a-f-]{36}"))  # a click waits for no page
        page.get_by_role("button", name="Sign out").click()
        page.wait_for_url(re.compile("/sign-in"))
        for _ in range(2):
            page.go_back()
            page.wait_for_load_state()
            assert page.url.endswith("/sign-in"), page.url
            assert "…" not in words(page)


def words(page: Page) -> str:
    return page.locator("body").inner_text()
