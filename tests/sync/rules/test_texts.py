import pytest

from sync.rules.texts import BIDI_CONTROLS, check_new_text, check_text, visible


@pytest.mark.parametrize("text", [None, "x", "x" * 10, "Ääni ja 音", "👩‍👧 tytär"])
def test_a_short_text_passes_and_so_does_none(text: str | None) -> None:
    check_text(text, "a text", longest=10)


@pytest.mark.parametrize("text", ["", "x" * 11])
def test_a_text_is_neither_empty_nor_too_long(text: str) -> None:
    with pytest.raises(ValueError, match="a text must have 1 to 10 characters"):
        check_text(text, "a text", longest=10)


@pytest.mark.parametrize("character", ["\0", "\n", "\t", "\x1b", "\x7f", "\x85", "\ud800"])
def test_control_characters_and_half_surrogates_are_refused(character: str) -> None:
    with pytest.raises(ValueError, match="a text cannot hold control characters"):
        check_text(f"a{character}b", "a text", longest=10)


DISGUISES = [
    "\u061c",
    "\u200e",
    "\u200f",
    "\u202a",
    "\u202e",
    "\u2066",
    "\u2069",
    "\u2028",
    "\u2029",
]


def test_the_marks_that_turn_the_direction_are_those_of_unicode() -> None:
    code_points = "061C 200E 200F 202A 202B 202C 202D 202E 2066 2067 2068 2069"
    assert {f"{ord(mark):04X}" for mark in BIDI_CONTROLS} == set(code_points.split())


@pytest.mark.parametrize("character", DISGUISES)
def test_what_turns_the_direction_or_breaks_the_line_cannot_be_entered(character: str) -> None:
    with pytest.raises(ValueError, match="line separators, or marks that turn the direction"):
        check_new_text(f"a{character}b", "a text", longest=10)


@pytest.mark.parametrize("character", DISGUISES)
def test_what_a_register_already_has_is_taken_with_it(character: str) -> None:
    check_text(f"a{character}b", "a text", longest=10)


@pytest.mark.parametrize("text", [None, "Ääni ja 音", "👩\u200d👧 tytär", "قصر الثقافة"])
def test_names_of_any_script_can_be_entered(text: str | None) -> None:
    check_new_text(text, "a text", longest=20)


def test_a_text_that_is_entered_is_not_too_long_either() -> None:
    with pytest.raises(ValueError, match="a text must have 1 to 10 characters"):
        check_new_text("x" * 11, "a text", longest=10)


def test_what_would_disguise_a_name_is_shown_as_marks() -> None:
    assert visible("Il\u202elo\x1b[2J\u2028ö\ud800") == "Il<U+202E>lo<U+001B>[2J<U+2028>ö<U+D800>"
