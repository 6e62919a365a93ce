"""The main job in the real program, on a real screen, by hand and by screen reader."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from desk_app.bootstrap.application import App
from desk_app.config.paths import Home
from desk_app.config.settings import Settings
from desk_app.demo.register import RegisterProcess
from desk_app.messages import Messages
from desk_app.messages.catalogue import catalogue
from tests.helpers.desktop import ON_A_SCREEN, Desktop, ticket_window, until
from tests.helpers.programs import Started
from tests.helpers.reader import CHECKED, FOCUSABLE, FOCUSED, Reader, Thing

pytestmark = ON_A_SCREEN

FAMILY = "Holder and up to 3 children under 18"
NO_LAYOUT = {"table cell", "scroll bar", "filler", "panel"}
"""Parts of others, which have the name: a cell may be empty."""


@dataclass(frozen=True)
class Evening:
    """An enrolled desk whose window is open, its register, and somebody who sees the screen."""

    desktop: Desktop
    register: RegisterProcess
    reader: Reader
    program: Started
    before: frozenset[str]
    """The visits that the register had already."""

    def card(self, name: str) -> str:
        return self.register.demo.cards[name]

    def sees(self, name: str, role: str = "") -> Thing:
        found: list[Thing] = []

        def look() -> bool:
            found.extend(filter(None, [self.reader.find(name, role)]))
            return bool(found)

        until(look, name)
        return found[-1]

    def register_has(self, *states: str) -> None:
        def has() -> bool:
            visits = self.register.visits().items()
            return tuple(state for visit, state in visits if visit not in self.before) == states

        until(has, f"the register: {states}")


PIN = "471147"
A_HAND_S = "0.3"


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RegisterProcess]:
    with RegisterProcess(tmp_path_factory.mktemp("register")) as register:
        yield register


@pytest.fixture
def evening(tmp_path: Path, register: RegisterProcess) -> Iterator[Evening]:
    with an_evening(tmp_path, register) as desk:
        until(lambda: desk.reader.find("Card number", "text") is not None, "the window")
        yield desk


@pytest.fixture
def locked_evening(tmp_path: Path, register: RegisterProcess) -> Iterator[Evening]:
    """A window that begins locked, whose desk remembers no offer."""
    with an_evening(tmp_path, register, pin=PIN) as desk:
        until(lambda: desk.reader.find("PIN", "text") is not None, "the lock screen")
        yield desk


@contextmanager
def an_evening(tmp_path: Path, register: RegisterProcess, *, pin: str = "") -> Iterator[Evening]:
    home, secrets = Home(tmp_path / "desk"), tmp_path / "secrets.json"
    with ExitStack() as stack:
        with App.open(home, f"file:{secrets}", Messages(catalogue("en"), "en")) as app:
            app.services.enrolling.enrol(
                api_url=register.url,
                code=register.activation_code(),
                desk_name="Lippuluukku 1",
                ca_file=None,
            )
            app.sync_once()
            if pin:
                app.services.lock.set_pin(pin)
        offer = None if pin else register.demo.offers["family_show"]
        Settings(language="en", theme="light", offer_id=offer).save(home.settings)
        desktop = stack.enter_context(Desktop(tmp_path))
        program = ticket_window(desktop, home.folder, secrets, loaded=True)
        reader = stack.enter_context(Reader(desktop.env["DBUS_SESSION_BUS_ADDRESS"]))
        yield Evening(desktop, register, reader, program, frozenset(register.visits()))


def test_a_scan_enter_and_undo_reach_the_register(evening: Evening) -> None:
    def key(*keys: str) -> None:
        evening.desktop.run("xdotool", "key", *keys)

    window = evening.desktop.run("xdotool", "search", "--onlyvisible", "--name", "Kaikuluukku")
    evening.desktop.run("xdotool", "windowfocus", window.splitlines()[0])
    until(lambda: FOCUSED in evening.sees("Card number", "text").states, "the keyboard")
    # The Enter at its end in the same burst: on its own it might come late, and record the visit.
    evening.desktop.scan(evening.card("family"))
    evening.sees(FAMILY)

    def is_recorded() -> bool:
        # Right behind a scan an Enter is taken for the scanner's second: no hand is so quick.
        key("Return")
        return evening.reader.find("Recorded") is not None

    until(is_recorded, "the record")
    evening.register_has("accepted")
    key("ctrl+z")
    evening.register_has("voided")
    assert evening.program.poll() is None


def test_the_main_job_is_done_through_a_screen_reader(evening: Evening) -> None:
    reader = evening.reader
    reader.listen()
    reader.write(evening.sees("Card number", "text"), evening.card("family"))
    reader.press(evening.sees("Check", "push button"))
    reader.expect_speech(FAMILY)
    reader.set_value(evening.sees("Children under 18", "spin box"), 1)
    reader.expect_speech("Record: holder, 1 child")
    reader.press(evening.sees("Record: holder, 1 child", "push button"))
    reader.expect_speech("Recorded. Holder, 1 child · …")
    evening.register_has("accepted")
    reader.press(evening.sees("Undo the last record", "push button"))
    evening.register_has("voided")


def test_each_change_at_the_counter_is_told_once(evening: Evening) -> None:
    reader = evening.reader
    window = evening.desktop.run("xdotool", "search", "--onlyvisible", "--name", "Kaikuluukku")
    evening.desktop.run("xdotool", "windowfocus", window.splitlines()[0])
    until(lambda: FOCUSED in evening.sees("Card number", "text").states, "the keyboard")
    reader.listen()
    spoken = []
    for key, last in (
        ("F7", "Express."),
        ("F7", "Express is off."),
        ("F6", "Group."),
        ("alt+4", "Museum and Exhibitions."),
        ("ctrl+l", "To lock the window,"),
    ):
        evening.desktop.run("xdotool", "key", key)
        spoken.append(reader.next_announced())
        assert spoken[-1].startswith(last), spoken
    evening.desktop.scan(evening.card("expired"))
    assert reader.next_announced().startswith("The card has expired. It expired on"), "no repeats"


def test_nothing_typed_or_written_at_a_locked_window_reaches_what_is_beneath(
    locked_evening: Evening,
) -> None:
    evening, reader = locked_evening, locked_evening.reader

    window = evening.desktop.run("xdotool", "search", "--onlyvisible", "--name", "Kaikuluukku")
    evening.desktop.run("xdotool", "windowfocus", window.splitlines()[0])
    until(lambda: FOCUSED in evening.sees("PIN", "text").states, "the keyboard")
    for text in ("0000", evening.card("family"), ""):
        write(evening, text)
    evening.sees("The window is locked")
    assert reader.find("Card number") is None, "a screen reader finds nothing beneath"
    unlock(evening)
    number, check = evening.sees("Card number", "text"), evening.sees("Ticket desk", "check box")
    assert reader.content(number) == ""
    evening.desktop.run("xdotool", "key", "ctrl+l")
    evening.sees("The window is locked")
    reader.write(number, evening.card("family"))  # found before, and remembered
    reader.try_to_press(check)
    write(evening, evening.card("family"))
    unlock(evening)
    assert reader.content(evening.sees("Card number", "text")) == ""
    evening.register_has()


def write(evening: Evening, text: str) -> None:
    """Type by hand, and press Enter. Half of the delay lies between two keys: 11 in a second."""
    if text:
        evening.desktop.run("xdotool", "type", "--delay", "180", text)
    evening.desktop.run("xdotool", "sleep", A_HAND_S, "key", "Return", "sleep", A_HAND_S)


def unlock(evening: Evening) -> None:
    """Type the PIN until it is taken: after wrong ones it has to wait."""

    def is_open() -> bool:
        evening.desktop.run("xdotool", "key", "ctrl+a", "sleep", A_HAND_S)
        write(evening, PIN)
        return evening.reader.find("Card number", "text") is not None

    until(is_open, "the window to unlock")


def test_every_control_of_every_page_has_a_name_for_a_screen_reader(evening: Evening) -> None:
    reader = evening.reader
    rail = [each for each in reader.within(evening.sees("Pages")) if each.role == "check box"]
    assert len(rail) >= 3
    nameless = []
    for button in rail:
        turn_to(evening, button)
        nameless += [
            f"{button.name}: {each.role}"
            for each in settled(evening)
            if FOCUSABLE in each.states and not each.name and each.role not in NO_LAYOUT
        ]
    assert nameless == []


def turn_to(evening: Evening, button: Thing) -> None:
    """Press a button of the rail, and wait for its page."""
    evening.reader.press(button)
    until(lambda: CHECKED in evening.sees(button.name, "check box").states, button.name)


def settled(evening: Evening) -> list[Thing]:
    """What shows, once nothing more comes or goes."""
    seen: list[list[Thing]] = [[]]

    def same_as_before() -> bool:
        seen.append([each for each in evening.reader.things() if each.showing])
        return seen[-1] == seen[-2]

    until(same_as_before, "a page at rest")
    return seen[-1]
