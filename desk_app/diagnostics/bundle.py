"""``doctor --bundle``: one diagnosis file for support, without personal data.

It contains the doctor's findings, the build, the settings and the logs, which contain no whole card
number, token or key. The data, its key and the desk's secrets are left out, and so is the user's
name.
"""

import getpass
import json
import re
from collections.abc import Sequence
from dataclasses import asdict
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from desk_app.config.build_info import this_build
from desk_app.config.paths import Home
from desk_app.diagnostics.check import Check
from desk_app.files.atomic_write import write_atomically


def write_diagnosis(path: Path, checks: Sequence[Check], home: Home) -> None:
    """Write the file atomically. Raises ``FileUnwritableError``."""
    packed = BytesIO()
    user = _user_name()
    with ZipFile(packed, "w", ZIP_DEFLATED) as bundle:
        found = [asdict(check) for check in checks]
        texts = {
            "checks.json": json.dumps(found, ensure_ascii=False, indent=2),
            "build.json": this_build().model_dump_json(indent=2),
        }
        for file in (home.settings, *sorted(home.log.parent.glob(f"{home.log.name}*"))):
            if file.is_file():
                texts[file.name] = file.read_text(encoding="utf-8", errors="replace")
        for name, text in texts.items():
            bundle.writestr(name, without_user_names(text, user))
    write_atomically(path, packed.getvalue())


_FOLDER_OF_A_USER = re.compile(
    r"((?:[A-Za-z]:|\\\\)?[\\/]+(?:Users|home|Documents and Settings)[\\/]+)"
    r"(?:[^\\/\"'<>|:*?\r\n]|'(?=\w)|\\u[0-9A-Fa-f]{4})+",
    re.IGNORECASE,
)
"""The folder of users' folders on any system, in a path as it is or as JSON writes it."""


def without_user_names(text: str, user: str) -> str:
    """The text with nobody's name in a path, and this user's name nowhere at all.

    Paths may be of any system, written as they are, with slashes, or with the doubled backslashes
    of JSON, and of any user: a log may tell of more than one.
    """
    nameless = _FOLDER_OF_A_USER.sub(r"\1~", text)
    if not user:
        return nameless
    return re.sub(rf"(?<!\w){re.escape(user)}(?!\w)", "~", nameless, flags=re.IGNORECASE)


def _user_name() -> str:
    """The name of who runs this; the home folder's, where the system tells none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return Path.home().name
