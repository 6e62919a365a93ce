"""What documents and code point to is there: files, headings, tests, names and folders."""

import argparse
import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import click
import pytest

from desk_app.cli.exit_status import ExitStatus
from desk_app.cli.parser import parser as command_line
from desk_app.config.machine_policy import MachinePolicy
from desk_app.config.settings import Settings
from desk_app.files.spreadsheets import _COLUMNS
from sync.server.commands.cli import main

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "installer" / "README.md"]
NAMING = [ROOT / name for name in ("CONTRIBUTING.md", "docs/architecture.md", "docs/glossary.md")]
CONTRACT = ROOT / "docs" / "contract.md"
LONGEST_README, LONGEST_INSTALLER = 120, 60

_CODE_IN_TEXT = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^#+ (.+?)\s*$", re.MULTILINE)
_NUMBER = re.compile(r"(\d+(?:\.\d+[a-z]?)?)\.? ")
_CITED_TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
_LINK = re.compile(r"\]\(([^)#\s]*)(?:#([^)\s]+))?\)")
_LINK_AND_HEADING = re.compile(r'\]\(([^)#\s]+)\),\s+"([^"]+)"')
_QUOTED = re.compile(
    r"\]\((?P<link>[^)#\s]+)\)|the same, \"(?P<same>[^\"]+)\"|\"(?P<here>[^\"]+)\", (?:above|below)"
)
_PATH = re.compile(r"`((?:desk_app|sync|tests|installer|resources|docs)/[\w./-]+)(?:::\w+)?`")
_NOT_OURS = {"Error", "Makefile", "Protocol"}
_MADE_BY_THE_BUILD = {"resources/build.json"}
_DOCUMENT = re.compile(
    r"(?<![\w/\"])((?:[\w-]+/)*[\w-]+\.md)(?:`{0,2},? section (\d+(?:\.\d+[a-z]?)?))?"
)
_CONTRACT_SECTIONS = re.compile(r"\bcontract ((?:\d+(?:\.\d+[a-z]?)?(?:, | and )?)+)")
_FRONT_DOOR = re.compile(r"\bREADME\b(?!\.)")
_DOTTED = re.compile(r"`~?((?:desk_app|sync|tests|installer)\.[\w.]+)`")
_CLASS = re.compile(r"`([A-Z]+[a-z]\w*)(?:\.(\w+))?(?:\(\))?`")
_PARTICIPANT = re.compile(
    r"^\s*participant \w+(?: as (\w+))?$|^\s*participant (\w+)$", re.MULTILINE
)
_CALL = re.compile(r"\b(?:([A-Z]\w+)\.)?(_?[a-z]\w*)\(\w*\)")


@cache
def text_of(path: Path) -> str:
    """A file's text."""
    return path.read_text(encoding="utf-8")


def headings(text: str) -> list[str]:
    """The headings of a document; a comment in an example is none."""
    return _HEADING.findall(_CODE_IN_TEXT.sub("", text))


def sections(text: str) -> set[str]:
    """The numbers of its numbered headings."""
    return {found[1] for each in headings(text) if (found := _NUMBER.match(each))}


def anchor(heading: str) -> str:
    """What a link calls a heading, as GitHub makes it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def functions(path: Path) -> set[str]:
    """The names of all functions of a module, those of its classes too."""
    tree = ast.parse(text_of(path))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def sources() -> list[Path]:
    """Code that may cite a document."""
    listed = subprocess.run(
        ["git", "ls-files", "*.py", "*.toml", "*.sql", "*.yml", "Makefile", "installer/register"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [
        ROOT / name
        for name in listed.stdout.split()
        if (ROOT / name).is_file() and ROOT / name != Path(__file__).resolve()
    ]


def wrong_citations(text: str) -> Iterator[str]:
    """Each document or section that a text cites, and that is not there."""
    for name, section in _DOCUMENT.findall(text):
        document = next(
            (each for each in (ROOT / name, ROOT / "docs" / name) if each.is_file()), None
        )
        if document is None:
            yield name
        elif section and section not in sections(text_of(document)):
            yield f"{name} section {section}"
    for cited in _CONTRACT_SECTIONS.findall(text):
        for number in re.split(r", | and ", cited):
            if number and number not in sections(text_of(CONTRACT)):
                yield f"contract {number}"


@cache
def names_in_the_code() -> tuple[frozenset[str], frozenset[str]]:
    """Every class and constant, and every function or method, of desk, register and tests."""
    things, calls = set[str](), set[str]()
    for path in (
        file for package in ("desk_app", "sync", "tests") for file in (ROOT / package).rglob("*.py")
    ):
        for node in ast.walk(ast.parse(text_of(path))):
            if isinstance(node, ast.ClassDef):
                things.add(node.name)
            elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                calls.add(node.name)
            elif isinstance(node, ast.Assign | ast.AnnAssign):
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                things |= {each.id for each in targets if isinstance(each, ast.Name)}
    return frozenset(things), frozenset(calls | things)


def is_in_the_code(dotted: str) -> bool:
    """Whether a dotted name is that of a folder, a module, or something in a module."""
    parts = dotted.split(".")
    for end in range(len(parts), 0, -1):
        place = ROOT.joinpath(*parts[:end])
        if place.is_dir():
            return end == len(parts)
        if place.with_suffix(".py").is_file():
            text = text_of(place.with_suffix(".py"))
            named = rf"^(?:class |def |async def )?{parts[end]}\b" if end < len(parts) else ""
            return re.search(named, text, flags=re.MULTILINE) is not None
    return False


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_test_that_a_document_names_exists(document: Path) -> None:
    missing = [
        f"{file}::{name}"
        for file, name in _CITED_TEST.findall(text_of(document))
        if not (ROOT / file).is_file() or name not in functions(ROOT / file)
    ]
    assert missing == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_leads_to_a_file_and_a_heading(document: Path) -> None:
    wrong = []
    for target, fragment in _LINK.findall(text_of(document)):
        if "://" in target or target.startswith("mailto:"):
            continue
        file = document.parent / target if target else document
        if not file.exists():
            wrong.append(target)
        elif fragment and fragment not in map(anchor, headings(text_of(file))):
            wrong.append(f"{target}#{fragment}")
    assert wrong == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_heading_that_a_document_quotes_beside_a_link_is_there(document: Path) -> None:
    missing = [
        f"{target}: {heading}"
        for target, heading in _LINK_AND_HEADING.findall(text_of(document))
        if heading not in headings(text_of(document.parent / target))
    ]
    assert missing == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_heading_that_a_document_quotes_of_the_same_document_is_there(document: Path) -> None:
    missing, last = [], document
    for found in _QUOTED.finditer(text_of(document)):
        if found["link"]:
            last = document.parent / found["link"]
        elif found["same"] and found["same"] not in headings(text_of(last)):
            missing.append(found["same"])
        elif found["here"] and found["here"] not in headings(text_of(document)):
            missing.append(found["here"])
    assert missing == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_path_that_a_document_names_is_there(document: Path) -> None:
    named = set(_PATH.findall(text_of(document))) - _MADE_BY_THE_BUILD
    assert sorted(name for name in named if not (ROOT / name).exists()) == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_document_that_a_document_cites_has_the_section(document: Path) -> None:
    assert list(wrong_citations(_LINK.sub("", text_of(document)))) == []


def test_every_citation_in_the_code_leads_to_a_heading() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}: {citation}"
        for path in sources()
        for citation in wrong_citations(text_of(path))
    ]
    assert wrong == []


def test_every_module_that_the_code_refers_to_is_there() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in sources()
        for name in _DOTTED.findall(text_of(path))
        if not is_in_the_code(name)
    ]
    assert wrong == []


def test_the_code_cites_documents_and_not_the_front_door() -> None:
    citing = [
        str(path.relative_to(ROOT))
        for path in sources()
        if path.suffix == ".py" and _FRONT_DOOR.search(text_of(path))
    ]
    assert citing == []


@pytest.mark.parametrize("document", NAMING, ids=lambda path: path.name)
def test_every_name_of_the_code_that_a_document_uses_is_in_the_code(document: Path) -> None:
    text = text_of(document)
    things, calls = names_in_the_code()
    named = {name for name, _ in _CLASS.findall(text)}
    named |= {first or second for first, second in _PARTICIPANT.findall(text)} - {""}
    called = {member for _, member in _CLASS.findall(text) if member}
    for line in re.findall(r"->>\S+: (.+)$|^\s*Note .+: (.+)$", text, flags=re.MULTILINE):
        for owner, name in _CALL.findall("".join(line)):
            called.add(name)
            named |= {owner} - {""}
    assert sorted(named - things - _NOT_OURS) == []
    assert sorted(called - calls) == []


def test_the_front_door_is_short() -> None:
    assert len(text_of(ROOT / "README.md").splitlines()) <= LONGEST_README
    assert len(text_of(ROOT / "installer/README.md").splitlines()) <= LONGEST_INSTALLER


def test_every_library_that_the_program_needs_is_among_the_licences() -> None:
    project = tomllib.loads(text_of(ROOT / "pyproject.toml"))["project"]
    needed = [*project["dependencies"], *project["optional-dependencies"]["server"]]
    names = {re.split(r"[^\w.-]", each)[0].lower() for each in needed}
    table = text_of(ROOT / "docs" / "licences.md").lower()
    assert sorted(name for name in names if name not in table) == []


def test_every_command_and_option_is_in_the_document_of_the_command_line() -> None:
    text = text_of(ROOT / "docs" / "cli.md")
    options = set[str]()
    commands = set[str]()
    parsers = [command_line()]
    for parser in parsers:
        for action in parser._actions:
            if isinstance(action, argparse._SubParsersAction):
                commands |= set(action.choices)
                parsers.extend(action.choices.values())
            elif action.help != argparse.SUPPRESS:
                options |= {each for each in action.option_strings if each.startswith("--")}
    assert sorted(each for each in commands if f"`{each}" not in text) == []
    assert sorted(each for each in options - {"--help"} if each not in text) == []


def test_every_column_and_exit_status_is_in_the_document_of_the_command_line() -> None:
    text = text_of(ROOT / "docs" / "cli.md")
    assert [column for column in _COLUMNS if f"`{column}`" not in text] == []
    assert [status for status in ExitStatus if f"\n| {int(status)} | " not in text] == []


def test_every_name_of_the_policy_file_is_in_the_document_for_administrators() -> None:
    text = text_of(ROOT / "docs" / "admin.md")
    names = [*MachinePolicy.model_fields, *(set(Settings.model_fields) - {"window_place"})]
    assert sorted(name for name in names if f"`{name}`" not in text) == []


def test_every_command_and_option_of_the_register_is_in_its_document() -> None:
    text = text_of(ROOT / "docs" / "register.md")
    options = {
        each
        for command in main.commands.values()
        for option in command.params
        if isinstance(option, click.Option)
        for each in option.opts
    }
    assert sorted(name for name in main.commands if f"`{name}" not in text) == []
    assert sorted(option for option in options if option not in text) == []


def test_a_citation_of_a_section_that_is_not_there_is_found() -> None:
    text = "as in contract 1.6 and 9.9, and ``docs/contract.md``, section 7; see docs/none.md"
    assert sorted(wrong_citations(text)) == [
        "contract 9.9",
        "docs/contract.md section 7",
        "docs/none.md",
    ]


def test_a_test_that_a_document_names_is_found_in_its_text() -> None:
    text = "shown by `tests/test_documents.py::test_nothing` and `make test`"
    assert _CITED_TEST.findall(text) == [("tests/test_documents.py", "test_nothing")]


def test_a_heading_is_called_as_a_link_calls_it() -> None:
    text = "# One\n```sh\n# no heading\n```\n## 1.4a Cursors **(1.1)**\n"
    assert [anchor(each) for each in headings(text)] == ["one", "14a-cursors-11"]
