"""Short texts that people write: names, places, marks."""

import unicodedata


def check_text(text: str | None, what: str, *, longest: int) -> None:
    """Raise ``ValueError`` for a text that is empty, too long, or bears control characters.

    ``None`` is no text, and passes. Control characters and lone surrogates are refused because
    not every database and terminal takes them, and nobody types them on purpose.
    """
    if text is None:
        return
    if not 1 <= len(text) <= longest:
        raise ValueError(f"{what} has 1 to {longest} characters")
    if any(unicodedata.category(character) in {"Cc", "Cs"} for character in text):
        raise ValueError(f"{what} cannot hold control characters")
