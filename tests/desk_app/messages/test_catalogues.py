"""The catalogues hold what the code says, no less and no more."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.catalogues import FOLDER, CatalogueMessage, messages

ROOT = Path(__file__).parents[3]
LUPDATE = Path(sys.executable).with_name("pyside6-lupdate")
GATHERED = ("fi", "sv")
"""The languages with a catalogue of all texts; the English one has plural forms alone."""
_TRANSLATORS = {"tr", "translate", "_translate"}


def keys(found: list[CatalogueMessage]) -> set[tuple[str, str, int]]:
    """Context, source, and how many plural forms."""
    return {(message.context, message.source, len(message.forms)) for message in found}


def unseen_texts(source: str) -> list[str]:
    """Texts that are translated within an f-string, where lupdate does not look."""
    within = (
        call
        for text in ast.walk(ast.parse(source))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)
        if call.func.attr in _TRANSLATORS
    )
    return [
        last.value
        for call in within
        if isinstance(last := call.args[-1], ast.Constant) and isinstance(last.value, str)
    ]


@pytest.fixture(scope="module")
def renewed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with catalogues that were gathered from the code just now."""
    folder = tmp_path_factory.mktemp("catalogues")
    fresh = [folder / f"kaikuluukku_{language}.ts" for language in GATHERED]
    for file in fresh:
        shutil.copy(FOLDER / file.name, file)
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "desk_app").rglob("*.py"))
    subprocess.run(
        [LUPDATE, "-silent", "-locations", "none", "-no-obsolete", *sources, "-ts", *fresh],
        cwd=ROOT,
        check=True,
    )
    return folder


@pytest.mark.parametrize("language", GATHERED)
def test_a_catalogue_is_not_stale(language: str, renewed: Path) -> None:
    assert keys(messages(language, renewed)) == keys(messages(language))


def test_no_text_is_translated_where_the_catalogues_cannot_learn_of_it() -> None:
    unseen = {
        str(path.relative_to(ROOT)): texts
        for path in (ROOT / "desk_app").rglob("*.py")
        if (texts := unseen_texts(path.read_text(encoding="utf-8")))
    }
    assert unseen == {}


def test_a_text_translated_within_another_is_found() -> None:
    assert unseen_texts("""f"{self.tr('Undone')} at {self.tr(name)}\"""") == ["Undone"]
