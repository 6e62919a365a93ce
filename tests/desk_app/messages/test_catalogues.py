"""The catalogues hold what the code says, no less and no more."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.catalogues import FOLDER, Message, messages

ROOT = Path(__file__).parents[3]
LUPDATE = Path(sys.executable).with_name("pyside6-lupdate")


def keys(found: list[Message]) -> set[tuple[str, str, int]]:
    """Context, source, and how many plural forms."""
    return {(message.context, message.source, len(message.forms)) for message in found}


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_a_catalogue_is_not_stale(language: str, tmp_path: Path) -> None:
    fresh = tmp_path / f"kaikuluukku_{language}.ts"
    shutil.copy(FOLDER / fresh.name, fresh)
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "desk_app").rglob("*.py"))
    subprocess.run(
        [LUPDATE, "-silent", "-locations", "none", "-no-obsolete", *sources, "-ts", fresh],
        cwd=ROOT,
        check=True,
    )

    assert keys(messages(language, tmp_path)) == keys(messages(language))
