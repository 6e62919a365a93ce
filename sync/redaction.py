"""Redacts a bug's traceback for the log: whole, but without the values in its messages."""

import re
from traceback import TracebackException

_WORD = re.compile(r"[\w+/=-]{4,}")
_LONGEST_WORD = 20
"""A longer run of characters may be a key or a token."""


def traceback_text(error: BaseException) -> str:
    """The error and its causes, the oldest first.

    Frames and lines of code are left as they are; in messages, all that could be a card number, a
    token or a key is redacted.
    """
    parts: list[str] = []
    here: BaseException | None = error
    while here is not None:
        trace = TracebackException.from_exception(here)
        frames = "".join(trace.stack.format())
        parts.append(frames + redact("".join(trace.format_exception_only())))
        here = here.__cause__ or (None if here.__suppress_context__ else here.__context__)
    return "\n".join(reversed(parts))


def redact(message: str) -> str:
    """The message, without the words that have a digit, are all capitals, or are very long."""
    return _WORD.sub(lambda found: "…" if _could_be_secret(found[0]) else found[0], message)


def _could_be_secret(word: str) -> bool:
    has_digit = any(character.isdigit() for character in word)
    return has_digit or word.isupper() or len(word) > _LONGEST_WORD
