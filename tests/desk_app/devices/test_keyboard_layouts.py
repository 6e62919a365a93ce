# ruff: noqa: RUF001 - the keys of every layout are here
"""Every printable character through every wrong keyboard layout."""

import string
import unicodedata

import pytest

from desk_app.devices.keyboard_layouts import KEYS, meant, mismatches
from desk_app.services.scans import Keyboard, Mismatch

PRINTABLE = string.ascii_letters + string.digits + string.punctuation
OTHERS = [keyboard for keyboard in Keyboard if keyboard is not Keyboard.US]


def typed(text: str, scanner: Keyboard, computer: Keyboard) -> str:
    """What a computer shows of what a scanner sends, key by key."""
    return "".join(KEYS[computer][KEYS[scanner].index(character)] for character in text)


def under_caps_lock(text: str) -> str:
    """What Caps Lock makes of it: letters change, a sharp s does not."""
    return "".join(each if each in "ßςµ" else each.swapcase() for each in text)


@pytest.mark.parametrize("keyboard", list(Keyboard))
def test_a_layout_has_47_keys_with_two_characters_each(keyboard: Keyboard) -> None:
    assert len(set(KEYS[keyboard])) == len(KEYS[keyboard]) == 2 * 47


def test_the_us_layout_has_every_printable_character() -> None:
    assert set(KEYS[Keyboard.US]) == set(PRINTABLE)


def likeliest(shown: str, mismatch: Mismatch) -> str:
    return meant(shown, mismatch)[0]


@pytest.mark.parametrize("computer", OTHERS)
def test_every_character_of_a_us_scanner_is_found_again(computer: Keyboard) -> None:
    found = {
        character: likeliest(
            typed(character, Keyboard.US, computer), Mismatch(Keyboard.US, computer)
        )
        for character in PRINTABLE
    }
    assert found == {character: character for character in PRINTABLE}


@pytest.mark.parametrize("computer", OTHERS)
def test_every_character_is_found_again_under_caps_lock(computer: Keyboard) -> None:
    mismatch = Mismatch(Keyboard.US, computer, caps_lock=True)
    found = {
        character: likeliest(under_caps_lock(typed(character, Keyboard.US, computer)), mismatch)
        for character in PRINTABLE
    }
    assert found == {character: character for character in PRINTABLE}


@pytest.mark.parametrize(
    "scanner", [other for other in OTHERS if other not in {Keyboard.RUSSIAN, Keyboard.GREEK}]
)
def test_a_scanner_set_to_the_layout_of_the_country_is_read_on_a_us_computer(
    scanner: Keyboard,
) -> None:
    text = "https://kaiku.example/?n=AB-12"
    shown = typed(text, scanner, Keyboard.US)
    assert meant(shown, Mismatch(scanner, Keyboard.US)) == [text]


@pytest.mark.parametrize(
    ("shown", "sent"), [("+", "-"), ("-", "/"), ("Ö", ":"), ("_", "?"), ("´", "="), ("/", "&")]
)
def test_finnish_and_swedish_keys_are_as_people_know_them(shown: str, sent: str) -> None:
    assert meant(shown, Mismatch(Keyboard.US, Keyboard.FINNISH))[0] == sent


@pytest.mark.parametrize(("dead", "sent"), [("\u0301", "="), ("\u0308", "]"), ("\u0302", "}")])
def test_a_letter_made_with_a_dead_key_is_two_keys_again(dead: str, sent: str) -> None:
    shown = unicodedata.normalize("NFC", f"E{dead}")
    assert len(shown) == 1
    assert meant(shown, Mismatch(Keyboard.US, Keyboard.FINNISH)) == [f"{sent}E"]


def test_a_letter_that_is_a_key_too_has_two_meanings() -> None:
    assert meant("Ä", Mismatch(Keyboard.US, Keyboard.FINNISH)) == ['"', "]A"]


def test_the_likeliest_mismatch_after_caps_lock_is_finlands() -> None:
    first = list(mismatches())[:2]
    assert first == [
        Mismatch(Keyboard.US, Keyboard.US, caps_lock=True),
        Mismatch(Keyboard.US, Keyboard.FINNISH),
    ]
