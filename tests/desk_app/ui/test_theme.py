import pytest

from desk_app.ui.theme import THEMES, Colours, ThemeName, contrast

EVERY = pytest.mark.parametrize("name", THEMES)


def test_contrast_is_as_the_standard_computes_it() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


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
    assert {pair: contrast(*pair) for pair in pairs if contrast(*pair) < 4.5} == {}


@EVERY
def test_the_verdict_can_be_read_from_afar(name: ThemeName) -> None:
    c: Colours = THEMES[name]
    tones = (c.good, c.look, c.stop, c.info)
    assert [tone for tone in tones if contrast(tone.ink, tone.soft) < 7] == []


@EVERY
def test_the_parts_of_controls_stand_out(name: ThemeName) -> None:
    c: Colours = THEMES[name]
    parts = {
        (c.outline, c.surface),
        (c.outline, c.window),
        (c.accent, c.surface),
        (c.accent, c.accent_soft),
    }
    assert {pair: contrast(*pair) for pair in parts if contrast(*pair) < 3} == {}
