"""The note in a desk's folder by which its key is found again when the folder is moved."""

import hashlib
import json
import os
import re
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

from desk_app.files.atomic_write import write_atomically
from desk_app.services.errors import FileUnwritableError

_FILE = "home.json"
_KEYRING = re.compile("[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class HomeNote:
    """``keyring`` is the home's name in the keyring, ``made_in`` the folder where it was made.

    The name follows from that folder, so that it is found even where the note is lost.
    """

    keyring: str
    made_in: str

    @classmethod
    def of(cls, home: Path) -> Self:
        """The note in a home; what it would be where there is none, or none that can be read."""
        try:
            kept = json.loads((home / _FILE).read_text(encoding="utf-8"))
            note = cls(str(kept["keyring"]), str(kept["made_in"]))
        except (OSError, ValueError, KeyError, TypeError):
            return cls._new(home)
        return note if _KEYRING.fullmatch(note.keyring) else cls._new(home)

    @classmethod
    def _new(cls, home: Path) -> Self:
        folder = str(home.resolve())
        return cls(hashlib.sha256(os.fsencode(folder)).hexdigest()[:12], folder)

    def moved_to(self, home: Path) -> bool:
        """Whether the home lies elsewhere now."""
        return str(home.resolve()) != self.made_in

    def save(self, home: Path) -> None:
        """Write it down, unless it is there. A folder that cannot be written goes without."""
        try:
            if not (home / _FILE).exists():
                write_atomically(home / _FILE, json.dumps(asdict(self)).encode())
        except FileUnwritableError:
            return
