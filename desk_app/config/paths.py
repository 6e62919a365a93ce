"""The paths of a desk's files. All are below one folder, its home."""

from dataclasses import dataclass
from pathlib import Path

import platformdirs


def default_home() -> Path:
    """The platform's folder for application data."""
    return Path(platformdirs.user_data_dir("kaikuluukku", appauthor=False))


@dataclass(frozen=True, slots=True)
class Home:
    """A desk's home folder. Nothing here touches the disk."""

    folder: Path

    @property
    def database(self) -> Path:
        """The encrypted store: register, offers and journal."""
        return self.folder / "desk.db"

    @property
    def note(self) -> Path:
        """A file with the home's name in the keyring, and where the home was made."""
        return self.folder / "home.json"

    @property
    def sync_lock(self) -> Path:
        """Lock file of the one process that is syncing."""
        return self.folder / "messenger.lock"

    @property
    def window_lock(self) -> Path:
        """Lock file of the one process that shows this desk's window."""
        return self.folder / "window.lock"

    @property
    def pin_lock(self) -> Path:
        """Lock file of the one process that is trying a PIN."""
        return self.folder / "pin.lock"

    @property
    def settings(self) -> Path:
        """The settings that staff chose: language, offer, text size."""
        return self.folder / "settings.json"

    @property
    def log(self) -> Path:
        """The window's log; it contains no card number, token or key."""
        return self.folder / "logs" / "kaikuluukku.log"

    @property
    def seen_serial(self) -> Path:
        """The highest serial of a list of releases that was seen here."""
        return self.folder / "releases.serial"
