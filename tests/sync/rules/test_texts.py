import pytest

from sync.rules.texts import check_text


@pytest.mark.parametrize("text", [None, "x", "x" * 10, "Ääni ja 音", "👩‍👧 tytär"])
def test_a_short_text_passes_and_so_does_none(text: str | None) -> None:
    check_text(text, "a text", longest=10)


@pytest.mark.parametrize("text", ["", "x" * 11])
def test_a_text_is_neither_empty_nor_too_long(text: str) -> None:
    with pytest.raises(ValueError, match="a text has 1 to 10 characters"):
        check_text(text, "a text", longest=10)


@pytest.mark.parametrize("character", ["\0", "\n", "\t", "\x1b", "\x7f", "\x85", "\ud800"])
def test_control_characters_and_half_surrogates_are_refused(character: str) -> None:
    with pytest.raises(ValueError, match="a text cannot hold control characters"):
        check_text(f"a{character}b", "a text", longest=10)
