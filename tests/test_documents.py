"""What the documents point to is there: files, headings, and the tests that they name."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "installer" / "README.md"]

_CITED_TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
_LINK = re.compile(r"\]\(([^)#\s]+)(?:#[\w-]+)?\)")


def cited_tests(text: str) -> Iterator[tuple[str, str]]:
    """Each test that a document names, as file and function."""
    yield from _CITED_TEST.findall(text)


def functions(path: Path) -> set[str]:
    """The names of all functions of a module, those of its classes too."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_test_that_a_document_names_exists(document: Path) -> None:
    missing = [
        f"{file}::{name}"
        for file, name in cited_tests(document.read_text(encoding="utf-8"))
        if not (ROOT / file).is_file() or name not in functions(ROOT / file)
    ]
    assert missing == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_to_a_file_leads_to_one(document: Path) -> None:
    targets = _LINK.findall(document.read_text(encoding="utf-8"))
    missing = [
        target
        for target in targets
        if "://" not in target and not (document.parent / target).exists()
    ]
    assert missing == []


def test_a_test_that_a_document_names_is_found_in_its_text() -> None:
    text = "shown by `tests/test_documents.py::test_nothing` and `make test`"
    assert list(cited_tests(text)) == [("tests/test_documents.py", "test_nothing")]
