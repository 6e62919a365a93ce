"""Which way an import may point: the sources keep to the table of layers."""

import ast
import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.layers import LAYERS

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("desk_app", "sync")


def within(name: str, place: str) -> bool:
    """Whether a dotted name is a place or lies inside it."""
    return name == place or name.startswith(f"{place}.")


@cache
def layer_of(name: str) -> str | None:
    """The innermost layer that a module lies in."""
    return max((layer for layer in LAYERS if within(name, layer)), key=len, default=None)


@cache
def import_statements(source: str) -> tuple[ast.Import | ast.ImportFrom, ...]:
    """Every import of a source, wherever in it; each source is searched once."""
    nodes = ast.walk(ast.parse(source))
    return tuple(node for node in nodes if isinstance(node, ast.Import | ast.ImportFrom))


def imports(module: str, source: str, known: frozenset[str]) -> Iterator[str]:
    """Every module that a source names in an import."""
    for node in import_statements(source):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        else:
            above = module.split(".")[: -node.level] if node.level else []
            start = ".".join([*above, *([node.module] if node.module else [])])
            for alias in node.names:
                inner = f"{start}.{alias.name}"
                yield inner if inner in known else start


def allowed(module: str, target: str) -> bool:
    """Whether the table lets a module import a target."""
    layer = layer_of(module)
    return (
        target.partition(".")[0] in sys.stdlib_module_names
        or (layer is not None and layer_of(target) == layer)
        or any(within(target, place) for place in LAYERS.get(layer or "", "").split())
    )


def wrong_arrows(sources: Mapping[str, str]) -> list[str]:
    """A line for each import that points the wrong way; the sources are named by module."""
    known = frozenset(name.removesuffix(".__init__") for name in sources)
    return [
        f"{module} -> {target}"
        for module, source in sorted(sources.items())
        for target in sorted(set(imports(module, source, known)))
        if not allowed(module, target)
    ]


def our_sources() -> dict[str, str]:
    """The text of every module of the product."""
    found = {}
    for path in sorted(file for package in PACKAGES for file in (ROOT / package).rglob("*.py")):
        dotted = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        found[dotted] = path.read_text(encoding="utf-8")
    return found


def test_every_import_points_the_right_way() -> None:
    assert wrong_arrows(our_sources()) == []


def test_only_a_client_and_the_servers_side_know_the_form_of_the_wire() -> None:
    libraries = {"pydantic", "pydantic_core", "requests", "urllib3"}
    sources = {name: source for name, source in our_sources().items() if within(name, "sync")}
    known = frozenset(name.removesuffix(".__init__") for name in sources)
    named = {name: set(imports(name, source, known)) for name, source in sources.items()}
    for start in ("sync.engine", "sync.worker", "sync.lookup", "sync.central_api"):
        reached, ahead = set[str](), {start}
        while ahead:
            reached |= ahead
            ahead = {each for name in ahead for each in named.get(name, ())} - reached
        assert {name.partition(".")[0] for name in reached} & libraries == set(), start


PYDANTIC = {
    "sync.protocol": "the register's API in JSON",
    "sync.pages": "the same, where elements are odd",
    "sync.lan.wire": "what neighbours tell each other",
    "sync.releases": "the signed list of releases, which is not the register's",
    "sync.server": "the other end of the wire",
    "desk_app.config": "the files of settings and policy",
    "desk_app.files.transfer_files": "a file of recorded visits",
    "desk_app.files.register_files": "a file with the register",
    "desk_app.cli.verdict_data": "a verdict as a command prints it",
}
"""The only places of the library that parses and writes JSON, and what for."""


def test_messages_are_parsed_and_written_in_few_places() -> None:
    found = {
        name
        for name, source in our_sources().items()
        if any(target.startswith("pydantic") for target in imports(name, source, frozenset()))
    }
    assert [name for name in found if not any(within(name, place) for place in PYDANTIC)] == []
    unused = [place for place in PYDANTIC if not any(within(name, place) for name in found)]
    assert unused == []


def test_every_module_lies_in_a_layer() -> None:
    outside = {"desk_app.__init__", "sync.__init__"}
    assert [name for name in our_sources() if layer_of(name) is None] == sorted(outside)


def circles(arrows: Mapping[str, set[str]]) -> set[frozenset[str]]:
    """The largest groups of modules from each of which a chain of imports leads to each other."""

    def reached(start: str) -> set[str]:
        found, ahead = set[str](), set(arrows[start])
        while ahead:
            found |= ahead
            ahead = {each for name in ahead for each in arrows.get(name, ())} - found
        return found

    reach = {name: reached(name) for name in arrows}
    return {
        frozenset(other for other in reach[name] if name in reach.get(other, ()))
        for name in arrows
        if name in reach[name]
    }


def arrows_between_modules(sources: Mapping[str, str]) -> dict[str, set[str]]:
    """What of some modules each of them imports."""
    known = frozenset(name.removesuffix(".__init__") for name in sources)
    return {
        name.removesuffix(".__init__"): set(imports(name, source, known)) & known
        for name, source in sources.items()
    }


def sources_of_tests() -> dict[str, str]:
    """The source of each module of the tests, by its dotted name."""
    return {
        ".".join(file.relative_to(ROOT).with_suffix("").parts): file.read_text(encoding="utf-8")
        for file in (ROOT / "tests").rglob("*.py")
    }


def circles_of_folders(sources: Mapping[str, str]) -> dict[str, set[frozenset[str]]]:
    """The circles in each folder of what lies in it."""
    arrows = arrows_between_modules(sources)
    folders = {name.rpartition(".")[0] for name in arrows}
    found = {folder: circles(arrows_within(folder, arrows)) for folder in sorted(folders)}
    return {folder: parts for folder, parts in found.items() if parts}


def arrows_within(folder: str, arrows: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """How what lies in a folder, its files and its folders as wholes, imports each other."""
    inside = f"{folder}." if folder else ""

    def part(name: str) -> str:
        return name.removeprefix(inside).partition(".")[0]

    found: dict[str, set[str]] = {}
    for name, targets in arrows.items():
        if name.startswith(inside):
            own = {part(each) for each in targets if each.startswith(inside)}
            found.setdefault(part(name), set()).update(own - {part(name)})
    return found


def test_no_modules_import_each_other_in_a_circle() -> None:
    assert circles(arrows_between_modules(our_sources())) == set()
    assert circles(arrows_between_modules(sources_of_tests())) == set()


@pytest.mark.parametrize("sources", [our_sources, sources_of_tests])
def test_no_folders_import_each_other_in_a_circle(
    sources: Callable[[], Mapping[str, str]],
) -> None:
    assert circles_of_folders(sources()) == {}


def test_a_circle_of_folders_is_found() -> None:
    arrows = {"x.a.one": {"x.b.two"}, "x.b.two": set[str](), "x.b.three": {"x.a.four"}}
    assert circles(arrows_within("x", arrows)) == {frozenset({"a", "b"})}


def test_the_folders_of_tests_are_those_of_the_product() -> None:
    tests = ROOT / "tests"
    found = {file.parent for package in PACKAGES for file in (tests / package).rglob("test_*.py")}
    folders = sorted(str(folder.relative_to(tests)) for folder in found)
    of_their_own = ["desk_app/clock", "sync/agreement"]  # stories that many modules have a part in
    assert [name for name in folders if not any((ROOT / name).glob("*.py"))] == of_their_own


COMMON_TO_PAGES = {"appearance", "background", "context", "input", "widgets"}
"""Folders of the window that are no feature."""


def test_no_feature_of_the_window_imports_another() -> None:
    parts = arrows_within("desk_app.ui", arrows_between_modules(our_sources()))
    folders = {path.name for path in (ROOT / "desk_app/ui").iterdir() if path.is_dir()}
    features = (folders & parts.keys()) - COMMON_TO_PAGES
    wrong = {part: parts[part] & features - {part} for part in folders & parts.keys()}
    assert {part: others for part, others in wrong.items() if others} == {}


def loaded_with(module: str, source: str, known: frozenset[str]) -> set[str]:
    """What a module of the product loads of it as it is loaded: not what its functions import."""
    ahead: list[ast.AST] = [ast.parse(source)]
    at_once = []
    while ahead:
        node = ahead.pop()
        if isinstance(node, ast.Import | ast.ImportFrom):
            at_once.append(ast.unparse(node))
        elif not isinstance(node, ast.FunctionDef) and not (
            isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        ):
            ahead.extend(ast.iter_child_nodes(node))
    return set(imports(module, "\n".join(at_once), known)) & known


def test_no_page_but_the_ticket_page_is_loaded_before_it_is_opened() -> None:
    sources = our_sources()
    known = frozenset(name.removesuffix(".__init__") for name in sources)
    reached, ahead = set[str](), {"desk_app.window.launch"}
    while ahead:
        reached |= ahead
        loaded = (loaded_with(name, sources.get(name, ""), known) for name in ahead)
        ahead = set().union(*loaded) - reached
    pages = {name for name in reached if name.endswith(".page") or ".first_run.overlay" in name}
    assert pages == {"desk_app.ui.context.page", "desk_app.ui.ticket.page"}


def test_what_a_function_imports_is_not_loaded_with_its_module() -> None:
    source = (
        "import a\nif TYPE_CHECKING:\n    import b\nclass C:\n    import c\ndef d():\n    import d"
    )
    assert loaded_with("x", source, frozenset("abcd")) == {"a", "c"}


def test_a_circle_is_found() -> None:
    arrows = {"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": {"a"}}
    assert circles(arrows) == {frozenset({"b", "c"})}


def test_every_layer_of_the_table_has_a_module() -> None:
    layers = {layer_of(name) for name in our_sources()}
    assert sorted(set(LAYERS) - layers) == []


@pytest.mark.parametrize(
    ("module", "source", "arrow"),
    [
        ("sync.engine", "import desk_app.services.ports", "desk_app.services.ports"),
        ("sync.engine", "from requests import get", "requests"),
        ("sync.rules.visits", "from pydantic import BaseModel", "pydantic"),
        ("sync.rules.visits", "from sync.protocol import Offer", "sync.protocol"),
        ("sync.server.services.settling", "from sync.client import HttpCentral", "sync.client"),
        ("sync.server.store.cards", "import sync.server.services", "sync.server.services"),
        ("desk_app.services.checking", "from desk_app.store import tables", "desk_app.store"),
        ("desk_app.services.checking", "import sqlalchemy.orm", "sqlalchemy.orm"),
        ("desk_app.store.visits.journal", "from PySide6.QtCore import QObject", "PySide6.QtCore"),
        ("desk_app.devices.clock", "import keyring", "keyring"),
        ("desk_app.ui.background.bridge", "import desk_app.store.keys", "desk_app.store.keys"),
        ("desk_app.ui.background.bridge", "from sync.client import HttpCentral", "sync.client"),
        (
            "desk_app.cli.main",
            "from desk_app.ui.appearance.theme import Theme",
            "desk_app.ui.appearance.theme",
        ),
        ("desk_app.bootstrap.application", "import PySide6", "PySide6"),
        ("desk_app.attic", "import platformdirs", "platformdirs"),
    ],
)
def test_a_wrong_arrow_is_found(module: str, source: str, arrow: str) -> None:
    assert wrong_arrows({module: source}) == [f"{module} -> {arrow}"]


@pytest.mark.parametrize(
    "source",
    [
        "def late():\n    from desk_app.store.visits.journal import Journal",
        "if TYPE_CHECKING:\n    import desk_app.store.visits.journal",
        "from desk_app.store.visits import journal",
        "from ..store.visits import journal",
        "from ..store.visits.journal import Journal",
        "import json, desk_app.store.visits.journal as store",
    ],
)
def test_a_wrong_arrow_is_found_however_it_is_written(source: str) -> None:
    sources = {"desk_app.services.checking": source, "desk_app.store.visits.journal": ""}
    assert wrong_arrows(sources) == ["desk_app.services.checking -> desk_app.store.visits.journal"]


def test_a_right_arrow_is_let_through() -> None:
    source = "import json\nfrom sync.rules.visits import Visit\nfrom .ports import Journal"
    assert wrong_arrows({"desk_app.services.checking": source}) == []


@pytest.fixture(scope="module")
def after_a_command(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """A program that has just done a headless command."""
    home = tmp_path_factory.mktemp("home")
    program = (
        "import gc, json, sys\n"
        "from desk_app.__main__ import main\n"
        f"main(['--home', {str(home)!r}, '--secrets', 'file:{home / 'keys'}', 'queue'])\n"
        "frozen, collects = gc.get_freeze_count(), gc.isenabled()\n"
        "print(json.dumps(dict(loaded=[*sys.modules], frozen=frozen, collects=collects)))\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    )
    message: dict[str, Any] = json.loads(ended.stdout.splitlines()[-1])
    return message


def test_a_headless_command_loads_neither_qt_nor_what_speaks_to_register_or_neighbours(
    after_a_command: dict[str, Any],
) -> None:
    loaded = after_a_command["loaded"]
    assert "desk_app.cli.commands" in loaded
    unwanted = ("PySide6", "requests", "starlette", "urllib3", "uvicorn", "zeroconf", "xlsxwriter")
    assert [name for name in loaded if name.startswith(unwanted)] == []


def test_what_a_command_loaded_is_spared_by_the_garbage_collector_and_nothing_else(
    after_a_command: dict[str, Any],
) -> None:
    assert after_a_command["frozen"] > 10_000
    assert after_a_command["collects"]
