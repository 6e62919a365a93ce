"""What the window needs of a scanner that types; the real one is handed in."""

from typing import Literal, Protocol


class Scanner(Protocol):
    """Tells a scanner's burst from typing. Times are milliseconds of one clock."""

    silence_ms: float

    def character(self, character: str, at: float) -> str | None:
        """The burst so far once it is one, else ``None``."""
        ...

    def enter(self, at: float) -> Literal["typed", "scan", "stray"]:
        """Whether an Enter was typed, ends a burst, or trails one that has ended."""
        ...

    def ended(self, at: float) -> bool:
        """Whether a burst has just ended by silence; true once for each burst."""
        ...
