"""Looks for what has to be secret in the traffic between desks, while it passes."""

import threading
from collections.abc import Collection
from dataclasses import dataclass, field

_KEPT = 256
"""Bytes of each direction's last piece that are looked at together with the next one."""


@dataclass
class Capture:
    """``secrets`` are texts that may not be seen: in UTF-8, UTF-16 or hexadecimal, in any case."""

    secrets: Collection[str]
    bytes_seen: int = 0
    found: set[bytes] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._turn = threading.Lock()
        self._last: dict[object, bytes] = {}
        self._spelled = {form for secret in self.secrets for form in _spelled(secret.lower())}

    def saw(self, direction: object, piece: bytes) -> None:
        """A piece of the traffic in one direction."""
        with self._turn:
            self.bytes_seen += len(piece)
            text = self._last.get(direction, b"") + piece
            self._last[direction] = text[-_KEPT:]
            text = text.lower()
            self.found.update(form for form in self._spelled if form in text)


def _spelled(secret: str) -> list[bytes]:
    texts = [secret.encode(coding) for coding in ("utf-8", "utf-16-le", "utf-16-be")]
    return [*texts, texts[0].hex().encode()]
