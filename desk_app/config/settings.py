"""The window's settings: type, default, meaning. None of them is secret."""

import json
import locale
import logging
import os
from pathlib import Path
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from desk_app.files.atomic_write import write_atomically
from desk_app.services.errors import FileUnwritableError, StoreError
from sync.rules.languages import LANGUAGES, Language

_log = logging.getLogger(__name__)


def system_language() -> Language:
    """The language that the system speaks, or Finnish."""
    spoken = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG")
    spoken = spoken or locale.getlocale()[0] or ""
    return next((language for language in LANGUAGES if spoken.startswith(language)), "fi")


LOCK_AFTER = 5
"""Minutes, in the place of whatever the file says that is no time to lock after."""
_LONGEST_UNLOCKED = 24 * 60


def _minutes_to_lock(value: object) -> int:
    """Replace any invalid value, so that a window with a PIN always locks."""
    if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= _LONGEST_UNLOCKED:
        return value
    return LOCK_AFTER


CLEAR_AFTER = 30
"""Seconds, likewise."""
_IN_SIGHT = range(5, 601)


def _seconds_in_sight(value: object) -> int:
    """Replace any invalid value, so that no number is shown for ever."""
    return value if isinstance(value, int) and value in _IN_SIGHT else CLEAR_AFTER


NEIGHBOUR_PORT = 47113
"""Ours: a port that no service is known to use."""


class Settings(BaseModel):
    """The settings that staff chose."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    language: Annotated[Language, Field(description="The language of window and messages.")] = (
        Field(default_factory=system_language)
    )
    theme: Annotated[
        Literal["system", "light", "dark", "contrast"], Field(description="Colours of the window.")
    ] = "system"
    text_scale: Annotated[
        float, Field(ge=1.0, le=2.0, description="Text size, 1 being the platform's own.")
    ] = 1.0
    offer_id: Annotated[
        UUID | None,
        Field(description="The chosen offer of the ticket page; kept over a restart."),
    ] = None
    scanner_prefix: Annotated[
        str, Field(max_length=20, description="What the scanner adds before every code.")
    ] = ""
    scanner_suffix: Annotated[
        str, Field(max_length=20, description="What the scanner adds after every code.")
    ] = ""
    camera_on: Annotated[
        bool, Field(description="Whether the ticket desk reads cards by the camera.")
    ] = False
    camera: Annotated[
        str | None, Field(description="The camera's name; none is the first there is.")
    ] = None
    camera_mirrored: Annotated[
        Literal["auto", "yes", "no"],
        Field(description="Whether its picture is shown as in a mirror; auto goes by its name."),
    ] = "auto"
    express: Annotated[
        bool, Field(description="Whether a scan records the holder's ticket in the plain case.")
    ] = False
    sound_on: Annotated[bool, Field(description="Whether the counter is told by sounds too.")] = (
        True
    )
    sound_volume: Annotated[
        int, Field(ge=0, le=100, description="How loud they are, in percent of the system's.")
    ] = 60
    lock_after_minutes: Annotated[
        int,
        BeforeValidator(_minutes_to_lock),
        Field(description="When an untouched window locks, where a PIN is set; 1 to 1440."),
    ] = LOCK_AFTER
    clear_after_seconds: Annotated[
        int,
        BeforeValidator(_seconds_in_sight),
        Field(description="When number and verdict leave the sight, untouched; 5 to 600."),
    ] = CLEAR_AFTER
    neighbours_on: Annotated[
        bool, Field(description="Whether desks of the venue help each other on the local network.")
    ] = False
    neighbour_addresses: Annotated[
        tuple[Annotated[str, Field(max_length=300)], ...],
        Field(max_length=32, description="Where other desks are, as host or host:port."),
    ] = ()
    neighbour_port: Annotated[
        int, Field(ge=0, le=65535, description="Where this desk listens for them; 0 for any port.")
    ] = NEIGHBOUR_PORT
    window_place: Annotated[
        str | None, Field(description="Where the window stood, as Qt writes it, in base 64.")
    ] = None

    @classmethod
    def load(cls, path: Path) -> tuple[Self, tuple[str, ...]]:
        """Load the settings; also returns the names of entries that are invalid or unknown.

        Nothing that stands in the file keeps the program from starting: where a value makes no
        sense the default holds, and where the file makes none, all defaults. It is logged by name.
        """
        try:
            read = json.loads(path.read_bytes())
        except FileNotFoundError:
            return cls(), ()
        except (OSError, ValueError, RecursionError):
            read = None
        odd: tuple[str, ...]
        if isinstance(read, dict):
            known = {name: value for name, value in read.items() if name in cls.model_fields}
            odd = tuple(name for name, value in known.items() if not cls._understands(name, value))
            settings = cls.model_validate({k: v for k, v in known.items() if k not in odd})
        else:
            odd, settings = tuple(cls.model_fields), cls()
        if odd:
            _log.warning("invalid in %s, the default is used: %s", path.name, ", ".join(odd))
        return settings, odd

    @classmethod
    def _understands(cls, name: str, value: object) -> bool:
        try:
            taken = getattr(cls.model_validate({name: value}), name)
            str(taken).encode()  # half a surrogate pair could be loaded, and never saved again
        except (ValidationError, UnicodeEncodeError):
            return False
        if isinstance(value, bool) or isinstance(taken, bool):
            return taken is value
        return not isinstance(taken, int) or taken == value

    def save(self, path: Path) -> None:
        """Save the file atomically. Raises ``StoreError``."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(path, self.model_dump_json(indent=2).encode())
        except (OSError, FileUnwritableError) as unwritable:
            raise StoreError(path=str(path)) from unwritable
