"""Joins texts into one, each ending as a sentence."""

_ENDS = (".", "!", "?", "…", ":")


def sentences(*texts: str) -> str:
    """The texts in one line; one without an end of its own gets a full stop, an empty one goes."""
    return " ".join(text if text.endswith(_ENDS) else f"{text}." for text in texts if text)
