"""A card's whole way: registered in a browser, used at a desk's window, seen in the statistics."""

import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import numpy as np
import pyotp
import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser

from desk_app.bootstrap.application import App
from desk_app.config.build_info import this_build
from desk_app.config.paths import Home
from desk_app.config.settings import Settings
from desk_app.demo.register import RegisterProcess
from desk_app.messages import Messages
from desk_app.messages.catalogue import catalogue
from sync.server.console import sign_in
from sync.server.console.context import Console
from sync.server.console.store import accounts
from sync.server.services.central_register import CentralRegister
from sync.server.store.console_tables import Role
from tests.helpers.browser import browser_program, close_all
from tests.helpers.desktop import Desktop, missing_programs, ticket_window, until
from tests.helpers.keyboard_user import KeyboardUser
from tests.helpers.reader import FOCUSED, Reader

pytestmark = [
    pytest.mark.system,
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="Xvfb and AT-SPI are Linux's own"),
    pytest.mark.skipif(
        "CI" not in os.environ and (bool(missing_programs()) or browser_program() is None),
        reason="no screen or no Chromium here; `python3 installer/prepare.py --tests` brings them",
    ),
]

NUMBER = "KUUSI4471"
PASSWORD = "korkea keltainen kuusi"
STEP = timedelta(seconds=30)
VERDICT = "Holder and up to 3 children under 18"


@dataclass(frozen=True)
class Scene:
    """A register with its console, a desk whose window is open, and a browser."""

    register: RegisterProcess
    desktop: Desktop
    reader: Reader
    browser: Browser
    before: frozenset[str]

    @property
    def console(self) -> str:
        return f"{self.register.url}/console"

    def person(self) -> KeyboardUser:
        context = self.browser.new_context(
            locale="en-GB", viewport={"width": 1366, "height": 768}, reduced_motion="reduce"
        )
        return KeyboardUser(context.new_page())

    def account(self, role: Role, venue_id: str | None, login: str) -> Callable[[], str]:
        """An account that is set up; its next one-time code, whenever that is asked for."""
        with closing(CentralRegister.open(self.register.database)) as central:
            console, now = Console(central), central.now()
            with central.database.writing() as connection:
                area = self.register.demo.venue.area
                place = accounts.add_workplace(connection, role, login, area, venue_id, now)
                new = sign_in.new_account(connection, console, place, login)
                token = sign_in.invite(connection, console, new)
            with central.database.reading() as connection:
                key = sign_in.totp_key(console, accounts.invited(connection, token, now))
            code = pyotp.TOTP(key)
            sign_in.accept_invitation(console, token, PASSWORD, code.at(now))
            return lambda: code.at(max(datetime.now(UTC), now + STEP))

    def adults(self) -> int:
        """Adults' tickets that the register counts for the desk's venue."""
        with closing(CentralRegister.open(self.register.database)) as central:
            return sum(
                visit.tickets.adults
                for visit in central.visits()
                if visit.state == "accepted" and visit.venue_id == self.register.demo.venue.id
            )


@pytest.fixture
def scene(tmp_path: Path, browser: Browser) -> Iterator[Scene]:
    home, secrets = Home(tmp_path / "desk"), tmp_path / "secrets.json"
    with ExitStack() as stack:
        register = stack.enter_context(RegisterProcess(tmp_path))
        with App.open(home, f"file:{secrets}", Messages(catalogue("en"), "en")) as app:
            register.enrol(app)
            app.sync_once()
        offer = register.demo.offers["family_show"]
        Settings(language="en", theme="light", offer_id=offer).save(home.settings)
        desktop = stack.enter_context(Desktop(tmp_path))
        ticket_window(desktop, home.folder, secrets)
        reader = stack.enter_context(Reader(desktop.env["DBUS_SESSION_BUS_ADDRESS"]))
        until(lambda: reader.find("Card number", "text") is not None, "the window")
        yield Scene(register, desktop, reader, browser, frozenset(register.visits()))
        close_all(browser)


def test_a_card_goes_from_the_browser_to_the_desk_and_back_into_the_figures(
    scene: Scene, tmp_path: Path
) -> None:
    invitation = an_issuer_is_invited(scene)
    issuer = scene.person()
    sets_up_the_account(scene, issuer, invitation, tmp_path)
    registers_a_card(issuer)
    at_the_desk_it_is_known(scene)
    is_recorded_at_the_desk(scene)
    stands_in_visits_and_figures(scene)
    a_coordinator_sees_the_desk(scene)


def an_issuer_is_invited(scene: Scene) -> str:
    national, demo = scene.person(), scene.register.console
    national.sign_in(scene.console, demo.login, demo.password, lambda: demo.code(datetime.now(UTC)))
    national.press("Workplaces")
    national.press("Add a workplace")
    national.go_to("Kaikukeskus")
    for _ in range(2):
        national.page.keyboard.press("ArrowDown")
    national.type("Name", "Kuusen kirjasto")
    national.type("Area", scene.register.demo.venue.area)
    national.press()
    national.type("Username", "jakaja@kuusi.example")
    national.press()
    return national.page.locator(".secret").inner_text()


def sets_up_the_account(scene: Scene, issuer: KeyboardUser, invitation: str, folder: Path) -> None:
    issuer.page.goto(invitation)
    issuer.page.screenshot(path=folder / "invitation.png")
    with Image.open(folder / "invitation.png") as picture:
        (code,) = zxingcpp.read_barcodes(np.asarray(picture.convert("L")))
    codes = pyotp.TOTP(parse_qs(urlsplit(code.text).query)["secret"][0])
    issuer.type("New password", PASSWORD)
    issuer.type("Password again", PASSWORD)
    now = datetime.now(UTC)
    issuer.type("One-time code", codes.at(now))
    issuer.press("Set up" if issuer.page.get_by_role("button", name="Set up").count() else "")
    issuer.sign_in(
        scene.console,
        "jakaja@kuusi.example",
        PASSWORD,
        lambda: codes.at(max(datetime.now(UTC), now + STEP)),
    )


def registers_a_card(issuer: KeyboardUser) -> None:
    issuer.press("Cards")
    issuer.press("Register a card")
    issuer.type("Card number", NUMBER)
    issuer.type("Birth year", "1971")
    issuer.type("Postcode", "02600")
    issuer.type("Minor children and grandchildren", "3")
    issuer.press()
    assert "The card is registered" in issuer.page.locator("main").inner_text()


def at_the_desk_it_is_known(scene: Scene) -> None:
    """Scan the card until the desk says what to hand out."""
    desktop, reader = scene.desktop, scene.reader
    window = desktop.run("xdotool", "search", "--onlyvisible", "--name", "Kaikuluukku")
    desktop.run("xdotool", "windowfocus", window.splitlines()[0])

    def has_keyboard() -> bool:
        field = reader.find("Card number", "text")
        return field is not None and FOCUSED in field.states

    until(has_keyboard, "the keyboard")

    def is_known() -> bool:
        desktop.run("xdotool", "key", "Escape", "sleep", "0.3")
        desktop.scan(NUMBER)
        desktop.run("xdotool", "sleep", "1")
        return reader.find(VERDICT) is not None

    until(is_known, "the card at the desk")


def is_recorded_at_the_desk(scene: Scene) -> None:
    def is_recorded() -> bool:
        scene.desktop.run("xdotool", "key", "Return")
        return scene.reader.find("Recorded") is not None

    until(is_recorded, "the record")

    def is_there() -> bool:
        new = {
            key: state for key, state in scene.register.visits().items() if key not in scene.before
        }
        return list(new.values()) == ["accepted"]

    until(is_there, "the visit at the register")


def stands_in_visits_and_figures(scene: Scene) -> None:
    venue, person = scene.register.demo.venue, scene.person()
    code = scene.account(Role.VENUE, venue.id, "kuusi@kuusi.example")
    person.sign_in(scene.console, "kuusi@kuusi.example", PASSWORD, code)
    person.press("Venues")
    person.press(venue.name)
    person.press("Visits")
    newest = person.page.locator("tbody tr").first.inner_text()
    assert (NUMBER[-4:] in newest, NUMBER in newest, "accepted" in newest) == (True, False, True)
    person.press("Statistics")
    total = person.page.locator("tbody strong").first.inner_text()
    assert total == str(scene.adults())


def a_coordinator_sees_the_desk(scene: Scene) -> None:
    person = scene.person()
    code = scene.account(Role.COORDINATOR, None, "koordinaattori@kuusi.example")
    person.sign_in(scene.console, "koordinaattori@kuusi.example", PASSWORD, code)

    def is_all_sent() -> bool:
        person.press("Ticket desks")
        row = person.page.locator("tbody tr", has_text="Lippuluukku 1").inner_text()
        cells = {cell.strip() for cell in re.split(r"[\t\n]+", row)}
        return {"Lippuluukku 1", "in order", this_build().version, "0"} <= cells

    until(is_all_sent, "the desk with nothing unsent")
    assert NUMBER not in person.page.content()
