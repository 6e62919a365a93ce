"""``doctor --bundle``: one file for whoever helps from afar. It bears nothing about a person.

What the doctor found, the build, the settings and the logs, which bear no whole card number, token
or key. The data, its key and the desk's secrets stay where they are, and so does the user's name.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from desk_app.build import this_build
from desk_app.examining.check import Check
from desk_app.files.whole import write_whole
from desk_app.paths import Home


def write_diagnosis(path: Path, checks: Sequence[Check], home: Home) -> None:
    """Put the file in place, whole or not at all. Raises ``FileUnwritableError``."""
    packed = BytesIO()
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
            bundle.writestr(name, _nameless(text))
    write_whole(path, packed.getvalue())


def _nameless(text: str) -> str:
    """The text without the user's folder, which bears a name more often than not."""
    return text.replace(str(Path.home()), "~")
