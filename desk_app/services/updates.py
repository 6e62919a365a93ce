"""A newer version of the program, and the validity of the list of releases."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

_VERSION = re.compile(r"(\d{1,6})\.(\d{1,6})\.(\d{1,6})")


@dataclass(frozen=True, slots=True)
class Update:
    """A newer version. ``notes`` by language; ``address`` is where to download it."""

    version: str
    notes: Mapping[str, str]
    address: str

    def is_newer_than(self, running: str) -> bool:
        """Whether it comes after the version that runs; what is no release never does."""
        mine, theirs = _VERSION.fullmatch(running), _VERSION.fullmatch(self.version)
        if mine is None or theirs is None:
            return False
        return tuple(map(int, theirs.groups())) > tuple(map(int, mine.groups()))

    def note(self, language: str) -> str:
        """The release note, in a language or else in Finnish."""
        return self.notes.get(language) or self.notes.get("fi", "")


def newest(offered: list[Update], running: str) -> Update | None:
    """The newest of those that are newer than what runs."""
    best: Update | None = None
    for each in offered:
        if each.is_newer_than(best.version if best else running):
            best = each
    return best


@dataclass(frozen=True, slots=True)
class UpdateCheck:
    """The result of checking the list of releases.

    ``update`` is a newer version. ``outdated_since`` is the last day of a list that has expired,
    and ``is_older`` says that it is older than one seen before: in both cases somebody may be
    holding newer lists back.
    """

    update: Update | None = None
    outdated_since: date | None = None
    is_older: bool = False

    @property
    def is_suspect(self) -> bool:
        """Whether newer lists may be held back."""
        return self.is_older or self.outdated_since is not None
