"""Validates short texts that people write: names, places, marks."""

import unicodedata

BIDI_CONTROLS = frozenset(
    map(chr, [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
)
"""Marks, embeddings, overrides and isolates of direction (Unicode 15, Bidi_Control)."""
_BREAKING = frozenset({"Cc", "Cs", "Zl", "Zp"})
"""Control characters, lone surrogates, and separators of lines and paragraphs."""


def check_text(text: str | None, what: str, *, longest: int) -> None:
    """Raise ``ValueError`` for a text that is empty, too long, or has control characters.

    ``None`` is no text, and passes. Control characters and lone surrogates are refused because
    not every database and terminal takes them, and nobody types them on purpose.
    """
    if text is None:
        return
    if not 1 <= len(text) <= longest:
        raise ValueError(f"{what} must have 1 to {longest} characters")
    if any(unicodedata.category(character) in {"Cc", "Cs"} for character in text):
        raise ValueError(f"{what} cannot hold control characters")


def check_new_text(text: str | None, what: str, *, longest: int) -> None:
    """The same for a text that is being entered, where more can be refused: people are there.

    What turns the direction of writing could make a name read as another one, or as words of the
    program's (Unicode TR 36, 2.4), and a separator of lines would forge a second line of a list.
    """
    check_text(text, what, longest=longest)
    if any(is_disguising(character) for character in text or ""):
        raise ValueError(
            f"{what} cannot hold line separators, or marks that turn the direction of writing"
        )


def is_disguising(character: str) -> bool:
    """Whether a character can make a text look like another one, or like two."""
    return character in BIDI_CONTROLS or unicodedata.category(character) in _BREAKING


def visible(text: str) -> str:
    """The text with what would disguise it shown as marks such as ``<U+202E>``, for terminals.

    For a single name: a line break in it is shown too.
    """
    if text.isprintable():  # as nearly all are
        return text
    return "".join(
        f"<U+{ord(character):04X}>" if is_disguising(character) else character for character in text
    )
