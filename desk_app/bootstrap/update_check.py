"""Checks for a new version, as build and policy configure it."""

import logging
from datetime import date
from pathlib import Path

from desk_app.config.build_info import Build
from desk_app.config.machine_policy import MachinePolicy
from desk_app.files.atomic_write import read_bounded, write_atomically
from desk_app.services.errors import FileUnreadableError, FileUnwritableError
from desk_app.services.updates import Update, UpdateCheck, newest
from sync.errors import CentralFaultError
from sync.releases import ManifestForgedError, fetch_releases

_log = logging.getLogger(__name__)
_LONGEST_SERIAL = 20
"""Digits."""


class SeenSerial:
    """The highest serial of a list of releases that this desk has seen, in a file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def load(self) -> int:
        """The serial; 0 where none was seen, or the file cannot be read."""
        try:
            text = read_bounded(self.path, _LONGEST_SERIAL).decode("ascii").strip()
        except (FileUnreadableError, UnicodeDecodeError):
            return 0
        return int(text) if text.isdecimal() else 0

    def save(self, serial: int) -> None:
        """Save a serial. A failure is logged: the next check tries again."""
        try:
            write_atomically(self.path, str(serial).encode("ascii"))
        except FileUnwritableError as refused:
            _log.warning("the serial of the list of releases could not be saved: %s", refused.code)


def look_for_update(
    build: Build, policy: MachinePolicy, seen: SeenSerial, today: date
) -> UpdateCheck:
    """The newest version of the channel, if it is newer than this one.

    Nobody is told that the look failed: it is tried again the next day. A list with a wrong
    signature is refused and logged; an expired list, or one older than one seen before, is
    reported as such. What such a list says of new versions is still true, since it is signed.
    """
    address = policy.update_address or build.releases
    if policy.update_channel == "none" or address is None or build.key is None:
        return UpdateCheck()
    try:
        found = fetch_releases(
            address, build.key, ca_file=str(policy.ca_file) if policy.ca_file else None
        )
    except ManifestForgedError as forged:
        _log.warning("the list of releases is refused: %s", forged.code)
        return UpdateCheck()
    except CentralFaultError as away:
        _log.info("no list of releases: %s", away.code)
        return UpdateCheck()
    highest = seen.load()
    if found.serial > highest:
        seen.save(found.serial)
    check = UpdateCheck(
        newest(
            [
                Update(each.version, each.notes, each.address)
                for each in found.releases
                if each.channel == policy.update_channel
            ],
            build.version,
        ),
        outdated_since=found.expires if found.expires < today else None,
        is_older=found.serial < highest,
    )
    if check.is_suspect:
        _log.warning(
            "the list of releases may be held back: serial %s, seen %s, expires %s",
            found.serial,
            highest,
            found.expires,
        )
    return check
