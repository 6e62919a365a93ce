import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desk_app.ui.appearance.theme import THEMES, Colours, Theme, ThemeName, contrast

SHEET = (Path(__file__).parents[4] / "resources" / "themes" / "window.qss").read_text("utf-8")
EVERY = pytest.mark.parametrize("name", THEMES)
UI = Path(__file__).parents[4] / "desk_app" / "ui"


def test_contrast_is_as_the_standard_computes_it() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def too_weak(pairs: set[tuple[str, str]], least: float) -> dict[tuple[str, str], float]:
    return {pair: contrast(*pair) for pair in pairs if contrast(*pair) < least}


@EVERY
def test_text_can_be_read_on_every_ground(name: ThemeName) -> None:
    c: Colours = THEMES[name]
    pairs = {
        (ink, ground)
        for ink in (c.text, c.muted, c.accent)
        for ground in (c.window, c.surface, c.accent_soft)
    } | {
        (c.text, c.sunken),
        (c.muted, c.sunken),
        (c.on_accent, c.accent),
        (c.on_accent, c.accent_hover),
    }
    assert too_weak(pairs, 4.5) == {}


@EVERY
def test_the_verdict_can_be_read_from_afar(name: ThemeName) -> None:
    c: Colours = THEMES[name]
    tones = (c.success, c.warning, c.error, c.info)
    assert [tone for tone in tones if contrast(tone.ink, tone.soft) < 7] == []


@EVERY
def test_what_is_wrong_can_be_read_where_it_is_written(name: ThemeName) -> None:
    c: Colours = THEMES[name]
    assert too_weak({(c.error.ink, c.surface), (c.error.ink, c.window)}, 4.5) == {}


@EVERY
def test_the_parts_of_controls_stand_out(name: ThemeName) -> None:
    c: Colours = THEMES[name]
    parts = {
        (c.outline, c.surface),
        (c.outline, c.window),
        (c.outline, c.sunken),
        (c.muted, c.surface),  # the switch that is off
        (c.on_accent, c.accent),  # the knob of the one that is on
        (c.error.ink, c.error.soft),
    }
    assert too_weak(parts, 3) == {}


@EVERY
def test_the_ring_around_what_has_the_keyboard_stands_out_everywhere(name: ThemeName) -> None:
    c: Colours = THEMES[name]
    grounds = (
        c.window,
        c.surface,
        c.sunken,
        c.accent_soft,
        *(tone.soft for tone in (c.success, c.warning, c.error, c.info)),
    )
    assert too_weak({(c.accent, ground) for ground in grounds}, 3) == {}


@EVERY
def test_what_is_disabled_can_still_be_read(name: ThemeName) -> None:
    """The standard asks nothing of it; a person wants to know what cannot be pressed, and why."""
    c: Colours = THEMES[name]
    assert too_weak({(c.muted, c.sunken), (c.muted, c.surface), (c.muted, c.window)}, 4.5) == {}


def rules(selector: str) -> list[tuple[str, str]]:
    """Each rule of the sheet whose selector has this in it, with its body."""
    bare = re.sub(r"/\*.*?\*/", "", SHEET, flags=re.DOTALL)
    found = re.findall(r"([^{}]+)\{([^{}]*)\}", bare)
    return [(name.strip(), body) for name, body in found if selector in name]


def test_everything_that_takes_the_keyboard_shows_it() -> None:
    focused = {name.partition(":focus")[0] for name, _ in rules(":focus")}
    assert {"QPushButton", "QLineEdit", "QListView", "QSlider", "QTextBrowser"} <= focused
    roles = {name for name, _ in rules("QPushButton[role=") if ":" not in name}
    inherited = {name for name in roles if name.endswith('QPushButton[role="step"]')}
    assert roles - inherited <= focused


def test_the_ring_is_drawn_in_the_accent() -> None:
    other = [name for name, body in rules(":focus") if not re.search(r"solid \$accent;", body)]
    assert other == []


def test_a_field_with_a_fault_says_so_until_it_has_the_keyboard() -> None:
    """Of two rules that are as exact as each other, the later one holds."""
    fields = [name for name, _ in rules("QLineEdit")]
    assert fields.index('QLineEdit[faulty="true"]') < fields.index("QLineEdit:focus")


def test_the_sheet_names_no_colour_of_its_own() -> None:
    assert re.findall(r"#[0-9a-fA-F]{6}\b|rgba?\(", SHEET) == []


def test_no_page_names_a_colour_or_a_size_of_its_own() -> None:
    own = re.compile(r"#[0-9a-fA-F]{6}\b|\d+px|setFixed(?:Size|Width|Height)\(\d|setStyleSheet")
    found = {file.name: own.findall(file.read_text("utf-8")) for file in UI.rglob("page.py")}
    assert {name: what for name, what in found.items() if what} == {}


@EVERY
def test_nothing_moves_by_itself(qapp: QApplication, name: ThemeName) -> None:
    assert qapp
    assert "widget-animation-duration: 0" in Theme(name).style_sheet(SHEET)
