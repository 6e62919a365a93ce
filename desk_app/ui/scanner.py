"""What the window needs of a scanner that types; the real one is handed in."""

from typing import Protocol

from desk_app.services.scans import Belongs, Deciphered


class Scanner(Protocol):
    """Tells a scanner's burst from typing. Times are milliseconds of one clock.

    ``PERSON`` lets go of the keys that wait, ``SCAN`` makes one scan of them, ``UNCLEAR`` lets
    them wait. ``pace`` is the latest burst's milliseconds between two characters.
    """

    pace: float

    @property
    def waiting(self) -> bool:
        """Whether characters wait for a decision."""
        ...

    def character(self, character: str, at: float) -> Belongs:
        """A character, which waits from now on; whose those are that waited before it."""
        ...

    def ending(self, at: float) -> Belongs:
        """An Enter or a Tab: whose it is, and what waited before it."""
        ...

    def other_key(self, at: float) -> Belongs:
        """Any other key: whose it is, and what waited before it."""
        ...

    def settle(self, at: float) -> Belongs:
        """Whose the waiting characters are by now."""
        ...

    def patience(self, at: float) -> float:
        """Milliseconds until that is clear."""
        ...


class Decipher(Protocol):
    """Makes sense of a burst: wrong keyboard layouts, Code 39's asterisks, and the like."""

    def __call__(self, text: str, *, prefix: str = "", suffix: str = "") -> Deciphered:
        """What the scanner meant; it adds ``prefix`` and ``suffix`` to every code."""
        ...
